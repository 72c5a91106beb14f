/** Plans as points of cost and result, each with its ranges, none of them outside the picture. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/model/index';
import { costBox, costPicture, costPoints } from '../../../src/ui/chart/costs';

const review = (probabilityAll: number, metCounts: number[]) => ({
  date: '2010-02-28',
  probabilityAll,
  interval: [probabilityAll / 2, Math.min(1, probabilityAll * 2)],
  metCounts,
});
const reportWith = (chances: readonly number[], metCounts: number[][]): Report =>
  ({
    futures: 100,
    plans: chances.map((chance, i) => ({ id: `p${String(i)}`, reviews: [review(chance, metCounts[i]!)] })),
    costComparisons: [
      { a: 'p0', b: 'p1', years: ['2009-10'], mean: 1, p10: 1, p50: 1, p90: 1 },
      { a: 'p0', b: 'p1', years: ['2009-10', '2010-11'], mean: 2e6, p10: 1e6, p50: 2e6, p90: 3e6 },
      { a: 'p0', b: 'p2', years: ['2009-10', '2010-11'], mean: -1e6, p10: -2e6, p50: -1e6, p90: 0 },
    ],
  }) as unknown as Report;
const plans = [0, 1, 2].map((i) => ({ id: `p${String(i)}`, name: `Plan ${String(i)}` }));

describe('cost and chance', () => {
  it('take the cost over all years, the first plan at none', () => {
    const found = costPoints(reportWith([0.2, 0.4, 0.1], [[], [], []]), plans, '2010-02-28')!;
    expect(found.of).toBe('chance');
    expect(found.points.map(({ cost, costLow, costHigh }) => [cost, costLow, costHigh])).toEqual([
      [0, 0, 0],
      [2e6, 1e6, 3e6],
      [-1e6, -2e6, 0],
    ]);
    expect(found.points[1]).toMatchObject({ result: 0.4, low: 0.2, high: 0.8 });
  });

  it('count targets met where hardly a future meets all of them', () => {
    const met = [0.5, 0.5, 0];
    const found = costPoints(reportWith([0, 0.01, 0], [met, met, met]), plans, '2010-02-28')!;
    expect(found.of).toBe('met');
    // Half meet none and half one: mean 0.5, sd 0.5, over √100.
    expect(found.points[0]!.result).toBe(0.5);
    expect(found.points[0]!.high).toBeCloseTo(0.598, 12);
  });

  it('say nothing where a plan has no chance or no cost', () => {
    expect(costPoints(reportWith([0.2], [[]]), plans.slice(0, 1), '2010-02-28')).toBeNull();
    expect(costPoints(reportWith([0.2, 0.4], [[], []]), plans, '2010-02-28')).toBeNull();
    expect(costPoints(reportWith([0.2, 0.4, 0.1], [[], [], []]), plans, '2011-01-31')).toBeNull();
  });

  it('stay inside the picture, and names clear of each other', () => {
    const { points, of } = costPoints(reportWith([0.2, 0.2, 0.2], [[], [], []]), plans, '2010-02-28')!;
    const { marks, xTicks } = costPicture(points, of);
    for (const { xLow, xHigh, yLow, yHigh } of marks) {
      expect(Math.min(xLow, xHigh)).toBeGreaterThanOrEqual(costBox.left);
      expect(Math.max(xLow, xHigh)).toBeLessThanOrEqual(costBox.width - costBox.right);
      expect(yHigh).toBeGreaterThanOrEqual(costBox.top);
      expect(yLow).toBeLessThanOrEqual(costBox.height - costBox.bottom);
    }
    const labels = marks.map(({ labelY }) => labelY).sort((a, b) => a - b);
    expect(labels[1]! - labels[0]!).toBeGreaterThanOrEqual(12);
    expect(xTicks.some(({ value }) => value === 0)).toBe(true);
  });
});
