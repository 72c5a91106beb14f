import { describe, expect, it } from 'vitest';
import { FIRST_ECHO, type Scenario } from '../../../src/model/index';
import { council, lever } from '../../fixtures/pairs';
import { compiled, planOf, runFutures, type Rows } from '../../fixtures/worlds';

const FUTURES = 120;
const YEAR = 12;

/** A tenth of the city; nobody is driven out by a caseload, and vacancies enough for any number of recruits. */
function small(leavingDoubt: number, recruitmentDoubt: number): Scenario {
  const scenario = council(0.1);
  scenario.workforce.leavingDoubt.value = leavingDoubt;
  scenario.workforce.recruitmentDoubt.value = recruitmentDoubt;
  scenario.workforce.caseloadEffect.value = 0;
  scenario.workforce.newlyQualifiedCohort.value = 0;
  scenario.workforce.leavingRate.value = 0.25;
  planOf(scenario, 'as-now').levers = { hiresPerMonth: lever(4) };
  return scenario;
}

const done = new Map<string, Rows>();

/** The council's futures, or echoes, made once for each pair of doubts. */
function futures(leaving: number, recruits: number, from = 0, onlyChance = false): Rows {
  const key = [leaving, recruits, from, onlyChance].join();
  const made = done.get(key);
  if (made) return made;
  const options = { horizonMonths: 2 * YEAR, warmUpYears: 1, warmStates: 2, onlyChance };
  const run = runFutures(compiled(small(leaving, recruits), 'as-now', options), FUTURES, 1, from);
  done.set(key, run);
  return run;
}

/** What a column adds up to in a year of each future. */
function yearly(run: Rows, column: string, year = 0): number[] {
  return Array.from({ length: FUTURES }, (_, f) => {
    let sum = 0;
    for (let m = year * YEAR; m < (year + 1) * YEAR; m++) sum += run.at(f, m, column);
    return sum;
  });
}

const mean = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0) / xs.length;
const variance = (xs: readonly number[]): number => {
  const m = mean(xs);
  return xs.reduce((sum, x) => sum + (x - m) ** 2, 0) / (xs.length - 1);
};
const errorOf = (xs: readonly number[]): number => Math.sqrt(variance(xs) / xs.length);
const correlation = (xs: readonly number[], ys: readonly number[]): number =>
  xs.reduce((sum, x, i) => sum + (x - mean(xs)) * (ys[i]! - mean(ys)), 0) /
  (xs.length - 1) /
  Math.sqrt(variance(xs) * variance(ys));

describe('the labour market of a year', () => {
  it('moves leaving by the stated spread, and not on average', () => {
    const leavers = yearly(futures(0.5, 0), 'leavers');
    const steady = yearly(futures(0, 0), 'leavers');
    const expected = mean(steady);
    expect(Math.abs(mean(leavers) - expected)).toBeLessThan(3 * Math.hypot(errorOf(leavers), errorOf(steady)));
    // Of the mean number, log sd 0.5 is a standard deviation of 0.533 on top of what is there by chance.
    const added = Math.sqrt(variance(leavers) - variance(steady)) / expected;
    expect(added).toBeGreaterThan(0.533 * (1 - 3 / Math.sqrt(2 * FUTURES)) - 0.05);
    expect(added).toBeLessThan(0.533 * (1 + 3 / Math.sqrt(2 * FUTURES)));
  });

  it('moves recruits by the stated spread, and not on average', () => {
    const starters = yearly(futures(0, 0.5), 'starters', 1);
    const before = yearly(futures(0, 0), 'starters', 1);
    expect(Math.abs(mean(starters) - mean(before))).toBeLessThan(3 * Math.hypot(errorOf(starters), errorOf(before)));
    expect(variance(starters)).toBeGreaterThan(2 * variance(before));
    // A lead of some months mixes the campaigns of two years.
    expect(Math.sqrt(variance(starters) - variance(before)) / mean(before)).toBeLessThan(0.6);
  });

  it('is another each year', () => {
    const doubted = futures(0.5, 0);
    expect(Math.abs(correlation(yearly(doubted, 'leavers', 0), yearly(doubted, 'leavers', 1)))).toBeLessThan(0.35);
  });

  it('is doubt: an echo has that of its future, with other luck', () => {
    const leavers = yearly(futures(0.5, 0), 'leavers');
    const echoes = yearly(futures(0.5, 0, FIRST_ECHO), 'leavers');
    expect(echoes).not.toEqual(leavers);
    expect(correlation(leavers, echoes)).toBeGreaterThan(0.5);
  });

  it('leaves the September cohort of newly qualified workers alone: it is the same people in every market', () => {
    const cohort = (doubt: number, newlyQualified: number) => {
      const scenario = small(0, doubt);
      scenario.workforce.newlyQualifiedCohort.value = newlyQualified;
      scenario.workforce.leavingRate.value = 0;
      planOf(scenario, 'as-now').levers = { hiresPerMonth: lever(newlyQualified === 0 ? 4 : 0) };
      const options = { horizonMonths: YEAR, warmUpYears: 1, warmStates: 2 };
      const run = runFutures(compiled(scenario, 'as-now', options), 40);
      return Array.from({ length: 40 }, (_, f) =>
        Array.from({ length: YEAR }, (__, m) => run.at(f, m, 'starters@newly-qualified')),
      );
    };
    const steady = cohort(0, 12);
    const started = steady.map((months) => months.reduce((a, b) => a + b, 0));
    expect(mean(started)).toBeGreaterThan(3);
    expect(variance(started)).toBeGreaterThan(0);
    expect(cohort(0.5, 12)).toEqual(steady);
  });

  it('is as stated where only chance is wanted', () => {
    const [doubted, steady] = [futures(0.5, 0.5, 0, true), futures(0, 0, 0, true)];
    for (const column of ['leavers', 'starters']) expect(yearly(doubted, column)).toEqual(yearly(steady, column));
  });
});
