import { describe, expect, it } from 'vitest';
import { columnsByMonth } from '../../../src/model/results/columns-by-month';
import { monthValues } from '../../../src/model/results/measure-series';
import { spreadOf } from '../../../src/model/results/quantile';
import { summarise } from '../../../src/model/results/summarise';
import { assessments, rowsOf } from './rows';

describe('the summary of all measures', () => {
  it('gives mean, percentiles and the futures they rest on', () => {
    const data = rowsOf('2009-04', 1, assessments([[0.5], [0.6], [0.7], [0.8]]));
    const { ia_in_time: summary } = summarise(data);
    expect(summary).toMatchObject({
      label: 'Initial assessments in 7 working days',
      unit: 'share',
      polarity: 'high',
      code: 'NI 59',
    });
    expect(summary!.mean[0]).toBeCloseTo(0.65, 12);
    expect(summary!.p10[0]).toBeCloseTo(0.53, 12);
    expect(summary!.p25[0]).toBeCloseTo(0.575, 12);
    expect(summary!.p50[0]).toBeCloseTo(0.65, 12);
    expect(summary!.p75[0]).toBeCloseTo(0.725, 12);
    expect(summary!.p90[0]).toBeCloseTo(0.77, 12);
    expect(summary!.futures).toEqual([4]);
  });

  it('leaves out failed futures and months without a denominator, and says how many futures are left', () => {
    const data = rowsOf('2009-04', 2, [
      { ia_completed: [100, 0], ia_in_time: [62, 0] },
      'failed',
      { ia_completed: [100, 0], ia_in_time: [66, 0] },
    ]);
    const summary = summarise(data)['ia_in_time']!;
    expect(summary.futures).toEqual([2, 0]);
    expect(summary.p50).toEqual([0.64, null]);
    expect(summary.mean[1]).toBeNull();
  });

  it('leaves out a measure that has no value anywhere', () => {
    const ids = Object.keys(summarise(rowsOf('2009-04', 2, assessments([[0.5, 0.5]]))));
    expect(ids).toContain('ia_in_time');
    expect(ids).not.toContain('ca_in_time');
    expect(summarise(rowsOf('2009-04', 1, ['failed']))).toEqual({});
  });

  it('agrees with reading month by month, over more futures than one block', () => {
    const shares = Array.from({ length: 37 }, (_, f) => [((f * 7) % 37) / 37, ((f * 11) % 37) / 37]);
    const data = rowsOf('2009-04', 2, assessments(shares), ['duty']);
    const summary = summarise(data)['ia_in_time']!;
    for (const month of [0, 1]) {
      const { p10, p90 } = spreadOf(monthValues(data, 'ia_in_time', month));
      expect([summary.p10[month], summary.p90[month]]).toEqual([p10, p90]);
    }
    const turned = columnsByMonth(data);
    const at = 3 * data.layout.length + data.layout.stride + 2;
    expect(turned[(data.layout.stride + 2) * data.futures + 3]).toBe(data.rows[at]);
  });

  it('does 2,000 futures of 25 months well within the time of a page', () => {
    const futures = 2000;
    const data = rowsOf('2009-02', 25, ['failed'], ['duty', 'longer-term']);
    const rows = Float64Array.from({ length: data.layout.length * futures }, (_, at) => ((at * 2654435761) % 1000) + 1);
    const started = performance.now();
    const summaries = summarise({ ...data, rows, futures });
    const seconds = (performance.now() - started) / 1000;
    expect(Object.keys(summaries).length).toBeGreaterThan(50);
    expect(seconds).toBeLessThan(3);
  });
});
