import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../src/model/results/report';
import { assembleReport } from '../../../src/report/assemble';
import { columnsText, reportTable } from '../../../src/report/table';
import { future, input, runOf } from './town';

let report: Report;
beforeAll(() => {
  report = assembleReport(input);
});

describe('the report as text', () => {
  it('begins with the answer and shows the matrix', () => {
    const text = reportTable(report);
    expect(text).toContain('A town, notice of 10 February 2009 · 4 futures, seed 7');
    expect(text).toContain('chance of meeting all three targets due by 28 February 2010');
    expect(text).toMatch(/Vacancies +on 28 February 2010 +≤ 17.7% +20.0% +17.6–24.0% +33% +33%/);
    expect(text).toMatch(/All that fall due +– +33%/);
    expect(text).toContain('13 in 100 were at 17.7% or less a year later');
    expect(text).toContain('1 future failed and counts nowhere');
    expect(text).toContain(
      'With the same luck, Recovery plan does better than As now in 67 of 100 futures, the same in 33, worse in 0.',
    );
    expect(text).toMatch(/Vacancies, posts without a permanent holder +24.7% +30.0% +2.0 points +NO/);
    expect(text).not.toMatch(/undefined|NaN/);
    expect(text.split('\n').every((line) => line === line.trimEnd())).toBe(true);
  });

  it('has a line of spread for each target', () => {
    const [a, b, c] = [0.2, 0.21, 0.25].map((share) => future(0.6, share * 100, 1e6));
    const run = { ...input, runs: [runOf('as-now', [a!, b!, c!])] };
    const told = reportTable(assembleReport({ ...run, echoes: runOf('as-now', [b!, a!, c!]).result }));
    expect(told).toMatch(/Where the spread comes from, As now +Counted +Chance +Doubt +± points +Error of the mean/);
    // From the middle: pairs (20, 21), (21, 20), (25, 25): B = 2 · 13.5 ÷ 2 and W = 2 ÷ 6.
    expect(told).toMatch(/Vacancies +on 28 February 2010 +5% +95% +\d+ +1.5 points/);
    expect(told).toMatch(/Initial assessments in 7 working days +cumulative, [\w ]+ +– +– +– +0.0 points/);
    expect(told).toMatch(/Vacancies, posts without a permanent holder +0.0 points +7.4 points +0.00/);
    expect(reportTable(report)).not.toContain('Where the spread comes from');
    expect(reportTable(assembleReport({ ...run, onlyChance: true }))).toContain(
      'Doubt was switched off: its share is 0, and all of the spread is chance.',
    );
  });

  it('says when parameter doubt was switched off', () => {
    expect(reportTable(report)).toContain('Counts chance and the ranges you set.');
    expect(reportTable(assembleReport({ ...input, onlyChance: true }))).toContain(
      'Counts chance alone, without the ranges you set.',
    );
    expect(report).not.toHaveProperty('onlyChance');
  });

  it('lines its columns up', () => {
    expect(
      columnsText([
        ['a', 'bb'],
        ['long', '1'],
      ]),
    ).toEqual(['a     bb', '────────', 'long   1']);
  });
});
