import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FIGURES, FULL, QUICK, VARIANTS } from '../../../bench/reference/problem';
import nearSaturation from '../../../bench/reference/near-saturation.json';
import referenceProblem from '../../../bench/reference/reference-problem.json';
import { dayNumber, lastDayOfMonth, workingDays } from '../../../src/model/tables/calendar';
import { monthNumber } from '../../../src/model/units';

const files = [referenceProblem, nearSaturation];

describe('the scenario files of the reference problem', () => {
  test('last 759 working days of six hours', () => {
    for (const { start, horizonMonths, workforce } of files) {
      const last = lastDayOfMonth(monthNumber(start) + horizonMonths - 1);
      expect(workingDays(dayNumber(start), last)).toHaveLength(759);
      expect(workforce.hoursPerDay.value).toBe(6);
    }
  });
  test('have the workers that the other engines are given', () => {
    VARIANTS.forEach(({ workersA, workersB }, i) => {
      const posts = files[i]!.workforce.teams.filter(({ holds }) => holds === 'assessments');
      expect(posts.map((team) => team.posts.value)).toEqual([workersA, workersB]);
    });
  });
  test('differ in nothing but their workers and their names', () => {
    const alike = (file: (typeof files)[number]) => ({
      ...file,
      id: '',
      name: '',
      description: '',
      workforce: { ...file.workforce, teams: file.workforce.teams.map((team) => ({ ...team, posts: 0 })) },
    });
    expect(alike(nearSaturation)).toEqual(alike(referenceProblem));
  });
});

test('every engine names the same figures in the same order', () => {
  const names = FIGURES.map(({ id }) => `"${id}"`);
  const python = readFileSync('bench/reference/reference.py', 'utf8');
  const c = readFileSync('bench/reference/reference.c', 'utf8').replaceAll('\\"', '"');
  expect(python).toContain(`FIGURES = [${names.join(', ')}]`);
  expect(c).toContain(names.join(','));
});

test('a quick run compares the same with less', () => {
  for (const id of ['simpy', 'c', 'trajectory'] as const) {
    expect(QUICK.agreement[id]).toBeLessThan(FULL.agreement[id]);
    expect(QUICK.agreement[id]).toBeGreaterThan(1);
  }
});
