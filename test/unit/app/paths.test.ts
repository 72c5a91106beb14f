/** A plan's way beside as now: only what is clear beyond luck is said, and a dip is said before what comes of it. */
import { describe, expect, it } from 'vitest';
import { pathDifferences, pathWords, stretches, WATCHED, watchedIn, type PathDifference } from '../../../src/app/paths';
import { measureById } from '../../../src/model/index';
import { rowsOf, type Future } from '../results/rows';

const months = ['2009-02', '2009-03', '2009-04', '2009-05', '2009-06', '2009-07'];
const path = (difference: (number | null)[], error = 0.001): PathDifference => ({
  measure: 'ia_in_time',
  difference,
  standardError: difference.map(() => error),
});

describe('stretches', () => {
  it('are months in a row beyond three standard errors, read by what is good', () => {
    const dip = path([0, -0.01, -0.02, 0.002, 0.01, 0.02]);
    expect(stretches(dip, 'high', months)).toEqual([
      { way: 'worse', from: '2009-03', to: '2009-04', most: -0.02 },
      { way: 'better', from: '2009-06', to: '2009-07', most: 0.02 },
    ]);
    expect(stretches(dip, 'low', months).map(({ way }) => way)).toEqual(['better', 'worse']);
    expect(stretches(dip, 'neutral', months)).toEqual([]);
  });

  it('are not what luck may have made, nor a single month, nor no difference at all', () => {
    expect(stretches(path([0, -0.01, -0.02, 0, 0, 0], 0.01), 'high', months)).toEqual([]);
    expect(stretches(path([0, -0.01, 0, -0.01, 0, 0.01]), 'high', months)).toEqual([]);
    expect(stretches(path([0, 0, 0, 0, 0, 0], 0), 'high', months)).toEqual([]);
    expect(stretches(path([null, null, null, 0, 0, 0], 0), 'high', months)).toEqual([]);
  });

  it('are said with their months and sizes; a dip only where better follows worse', () => {
    const measure = measureById('ia_in_time')!;
    expect(pathWords(path([0, -0.01, -0.02, 0.002, 0.01, 0.02]), measure, months)).toEqual({
      dips: true,
      sentence:
        'Initial assessments in 7 working days: worse Mar 2009 to Apr 2009, by up to 2.0 points; better from Jun 2009 on, by up to 2.0 points.',
    });
    expect(pathWords(path([0.01, 0.01, 0, 0, -0.01, -0.01]), measure, months)!.dips).toBe(false);
    expect(pathWords(path([0, 0, 0, 0, 0, 0]), measure, months)).toBeNull();
  });
});

describe('differences', () => {
  const future = (caseload: number): Future => ({ cases_held: caseload * 10, holders: 10, ia_completed: 0 });
  const data = (caseloads: readonly number[]) => rowsOf('2009-02', 2, caseloads.map(future));

  it('are paired future by future', () => {
    const [caseload, timeliness] = pathDifferences(data([10, 20]), data([11, 23]), ['caseload_mean', 'ia_in_time']);
    expect(caseload!.difference).toEqual([2, 2]);
    // Differences 1 and 3: sd √2, over √2.
    expect(caseload!.standardError[0]).toBeCloseTo(1, 12);
    // Nothing is completed, so there is no share to differ.
    expect(timeliness!.difference).toEqual([null, null]);
  });

  it('are of measures that there are', () => {
    for (const id of WATCHED) expect(measureById(id), id).toBeDefined();
    expect(watchedIn(data([10]).layout)).toEqual([...WATCHED]);
  });
});
