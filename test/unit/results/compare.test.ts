import { describe, expect, it } from 'vitest';
import { comparePaired, spreadOfDifference } from '../../../src/model/results/compare';

const pair = (a: number[], b: number[], change: object = {}) => ({
  valuesA: Float64Array.from(a),
  valuesB: Float64Array.from(b),
  metA: Uint8Array.from(a, (value) => (value >= 0.7 ? 1 : 0)),
  metB: Uint8Array.from(b, (value) => (value >= 0.7 ? 1 : 0)),
  direction: 'at-least' as const,
  unit: 'share' as const,
  rounding: null,
  ...change,
});

describe('two plans on the same futures', () => {
  it('counts better, the same and worse', () => {
    const found = comparePaired(pair([0.6, 0.65, 0.7, 0.8], [0.7, 0.75, 0.7, 0.6]))!;
    expect(found).toMatchObject({ futures: 4, aBetter: 0.25, same: 0.25, bBetter: 0.5, difference: 0.25 });
    // d = 1, 1, 0, −1: mean 1/4, Σ(d − d̄)² = 2.75, ÷ (4·3)
    expect(found.standardError).toBeCloseTo(Math.sqrt(2.75 / 12), 12);
  });

  it('turns round where lower is better', () => {
    expect(comparePaired(pair([0.2, 0.2], [0.1, 0.3], { direction: 'at-most' }))).toMatchObject({
      aBetter: 0.5,
      bBetter: 0.5,
    });
    expect(comparePaired(pair([0.2], [0.1], { direction: 'at-most' }))).toMatchObject({ bBetter: 1 });
  });

  it('calls the same what is published the same', () => {
    expect(comparePaired(pair([0.7001], [0.7004]))!.same).toBe(1);
    expect(comparePaired(pair([0.7001], [0.7006]))!.bBetter).toBe(1);
    expect(comparePaired(pair([0.701], [0.704], { rounding: 0 }))!.same).toBe(1);
  });

  it('finds exactly nothing between identical rows', () => {
    const values = Array.from({ length: 50 }, (_, f) => ((f * 31) % 50) / 50);
    expect(comparePaired(pair(values, values))).toMatchObject({
      aBetter: 0,
      bBetter: 0,
      same: 1,
      difference: 0,
      standardError: 0,
    });
  });

  it('leaves out futures without a value under either plan, and has no answer where none is left', () => {
    expect(comparePaired(pair([Number.NaN, 0.6], [0.7, 0.7]))).toMatchObject({
      futures: 1,
      bBetter: 1,
      difference: 1,
      standardError: 0,
    });
    expect(comparePaired(pair([Number.NaN], [0.7]))).toBeNull();
  });

  it('has a smaller error than unpaired plans when luck is shared', () => {
    const a = Array.from({ length: 100 }, (_, f) => f / 100);
    const b = a.map((value) => value + 0.05);
    const { difference, standardError } = comparePaired(pair(a, b))!;
    expect(difference).toBeCloseTo(0.05, 12);
    expect(standardError).toBeLessThan(Math.sqrt((0.3 * 0.7 + 0.35 * 0.65) / 100) / 2);
  });

  it('takes the difference of money future by future', () => {
    expect(spreadOfDifference(Float64Array.of(1, 5, Number.NaN), Float64Array.of(2, 8, 1))).toMatchObject({
      count: 2,
      mean: 2,
      p50: 2,
    });
  });
});
