import { describe, expect, it } from 'vitest';
import { quantileSorted, sortedValues, spreadOf } from '../../../src/model/results/quantile';

describe('quantiles of type 7', () => {
  it.each([
    [[1, 2, 3, 4], 0.25, 1.75],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4], 0.1, 1.3],
    [[1, 2, 3, 4, 5], 0.9, 4.6],
    [[7], 0.9, 7],
    [[1, 2], 0, 1],
    [[1, 2], 1, 2],
  ])('of %j at %d is %d', (values, p, expected) => {
    expect(quantileSorted(Float64Array.from(values), values.length, p)).toBeCloseTo(expected, 12);
  });

  it('uses only the first numbers it is told to', () => {
    expect(quantileSorted(Float64Array.of(1, 3, 99, 99), 2, 0.5)).toBe(2);
  });

  it('has no value where there is no number', () => {
    expect(quantileSorted(new Float64Array(0), 0, 0.5)).toBeNaN();
    expect(spreadOf(Float64Array.of(Number.NaN, Number.NaN))).toEqual({
      count: 0,
      mean: null,
      p10: null,
      p50: null,
      p90: null,
    });
  });

  it('leaves NaN out and sorts by size, not by text', () => {
    expect([...sortedValues(Float64Array.of(10, Number.NaN, 9, -1))]).toEqual([-1, 9, 10]);
    expect(spreadOf(Float64Array.of(10, Number.NaN, 20))).toMatchObject({ count: 2, mean: 15, p50: 15 });
  });
});
