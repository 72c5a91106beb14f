import { describe, expect, it } from 'vitest';
import {
  chanceOf,
  halfWidthPoints,
  largerStateError,
  meets,
  publishedSteps,
  stateErrorOfChance,
  stateStandardError,
  wilson,
} from '../../../src/model/results/precision';
import { normalTable } from '../../../src/model/tables/tables';
import { fromTable } from '../../fixtures/samplers';
import { streams } from '../../fixtures/streams';

describe('meeting a threshold', () => {
  it('counts exactly reached as met in both directions', () => {
    expect(meets(0.86, 'at-least', 0.86, 'share', null)).toBe(true);
    expect(meets(0.177, 'at-most', 0.177, 'share', null)).toBe(true);
  });

  it('is not moved by binary arithmetic', () => {
    expect(0.1 + 0.2 + 0.56).not.toBe(0.86);
    expect(meets(0.1 + 0.2 + 0.56 - 2e-16, 'at-least', 0.86, 'share', null)).toBe(true);
    expect(meets(0.1 + 0.2, 'at-most', 0.3, 'share', null)).toBe(true);
    expect(meets(0.8599, 'at-least', 0.86, 'share', null)).toBe(false);
  });

  it('rounds first only where the target says so', () => {
    expect(meets(0.855, 'at-least', 0.86, 'share', null)).toBe(false);
    expect(meets(0.855, 'at-least', 0.86, 'share', 0)).toBe(true);
    expect(meets(0.8549, 'at-least', 0.86, 'share', 0)).toBe(false);
    expect(meets(0.1774, 'at-most', 0.177, 'share', 1)).toBe(true);
    expect(meets(0.1776, 'at-most', 0.177, 'share', 1)).toBe(false);
    expect(meets(9.94, 'at-most', 9.9, 'fte', 1)).toBe(true);
  });

  it('rounds the half upwards although 0.575 × 100 is 57.49999', () => {
    expect(0.575 * 100).toBeLessThan(57.5);
    expect(publishedSteps(0.575, 'share', 0)).toBe(58);
    expect(publishedSteps(0.8555, 'share', 1)).toBe(856);
  });

  it('is never met without a value', () => {
    expect(meets(Number.NaN, 'at-least', 0, 'share', null)).toBe(false);
    expect(meets(Number.NaN, 'at-most', 1, 'share', 0)).toBe(false);
  });
});

describe('the error of a chance', () => {
  it.each([
    [0, 200, 0, 0.018847],
    [200, 200, 0.981153, 1],
    [10, 20, 0.299298, 0.700702],
    [1, 10, 0.017876, 0.40415],
    [620, 1000, 0.589511, 0.649571],
  ])('Wilson’s interval of %d in %d', (hits, n, low, high) => {
    const interval = wilson(hits, n)!;
    expect(interval[0]).toBeCloseTo(low, 5);
    expect(interval[1]).toBeCloseTo(high, 5);
  });

  it('is null without futures, not zero', () => {
    expect(chanceOf(0, 0)).toEqual({ probability: null, standardError: null, interval: null });
    expect(chanceOf(25, 100).standardError).toBeCloseTo(0.0433013, 6);
  });

  it('has the half-widths the product states', () => {
    expect(halfWidthPoints(wilson(1000, 2000)!)).toBeCloseTo(2.2, 1);
    expect(halfWidthPoints(wilson(100, 200)!)).toBeCloseTo(6.9, 1);
  });
});

describe('the error between warm states', () => {
  const points = [0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7];
  const normal = normalTable();

  /** Futures of one run: a fixed middle for each point, luck of a state and luck of a future with these standard deviations. */
  function runOf(seed: number, futures: number, { point = 0, state = 0, luck = 0 }): Float64Array {
    streams.setFuture(seed, 0);
    const draw = (cause: number, entity: number): number => {
      streams.draw(cause, entity);
      return fromTable(normal, streams.u0);
    };
    const lucks = points.map((_, at) => state * draw(1, at));
    return Float64Array.from(
      { length: futures },
      (_, f) => point * points[f % 16]! + lucks[f % 16]! + luck * draw(2, f),
    );
  }
  const plain = (values: Float64Array): number => {
    const mean = values.reduce((a, b) => a + b) / values.length;
    return Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / (values.length - 1) / values.length);
  };
  const meanSquare = (numbers: readonly number[]) => Math.sqrt(numbers.reduce((a, b) => a + b * b, 0) / numbers.length);

  it('is worked out by hand', () => {
    expect(stateStandardError([1, 3, 1, 3], [0, 0])).toBe(1);
    // Two points apart by 100, states of a point alike: nothing is left.
    expect(stateStandardError([1, 101, 1, 101], [0, 1, 0, 1])).toBe(0);
    // Points at 1, 3 and at 101, 103: within each ½ · 2² ÷ 2 of the mean of two; half of each mean makes the whole.
    expect(stateStandardError([1, 101, 3, 103], [0, 1, 0, 1])).toBeCloseTo(Math.sqrt(0.25 * 1 + 0.25 * 1), 12);
  });

  it.each([
    [{ state: 2, luck: 10 }, 320],
    [{ state: 2, luck: 10, point: 5 }, 320],
    [{ state: 0, luck: 10, point: 5 }, 320],
    [{ state: 3, luck: 3 }, 77],
  ])('is what fresh runs, states and all, differ by: %j, %d futures', (spread, futures) => {
    const runs = Array.from({ length: 400 }, (_, seed) => runOf(seed, futures, spread));
    // The points' part in a mean is the same in every run; where the futures are no multiple of the states, nearly.
    const means = runs.map((values) => values.reduce((a, b) => a + b) / futures);
    const mean = means.reduce((a, b) => a + b) / means.length;
    const told = meanSquare(runs.map((values) => stateStandardError(values, points)!));
    expect(told / meanSquare(means.map((m) => m - mean))).toBeGreaterThan(0.92);
    expect(told / meanSquare(means.map((m) => m - mean))).toBeLessThan(1.08);
    const theory = Math.sqrt(spread.state ** 2 / 16 + spread.luck ** 2 / futures);
    expect(told / theory).toBeGreaterThan(0.95);
    expect(told / theory).toBeLessThan(1.05);
  });

  it('takes the difference between points for doubt, not for error', () => {
    expect(stateStandardError(runOf(1, 160, { point: 50 }), points)).toBe(0);
    expect(plain(runOf(1, 160, { point: 50 }))).toBeGreaterThan(5);
  });

  it('is told only where it is more than the plain error', () => {
    const lucky = runOf(3, 1600, { state: 3, luck: 1 });
    expect(largerStateError(lucky, points, plain(lucky))).toBe(stateStandardError(lucky, points));
    expect(plain(lucky)).toBeLessThan(0.5 * stateStandardError(lucky, points)!);
    const doubtful = runOf(3, 1600, { point: 50, luck: 1 });
    expect(largerStateError(doubtful, points, plain(doubtful))).toBeNull();
    expect(largerStateError(lucky, undefined, 0)).toBeNull();
    expect(largerStateError(lucky, points, null)).toBeNull();
  });

  it('is not known from one state of a point, and leaves out what has no value', () => {
    expect(stateStandardError([1, 2, 3], [0, 1, 0])).toBeNull();
    expect(stateStandardError([], [0, 0])).toBeNull();
    expect(stateStandardError([1, Number.NaN, 3], [0, 1, 0])).toBe(1);
    expect(stateStandardError([1, 3, Number.NaN, Number.NaN, 1, 3], [0, 0])).toBe(1);
  });

  it('widens the interval of a chance as so many fewer independent futures would', () => {
    // States met in 6 and in 2 of 8: chance ½, each state's ± 2 gives √(2 · (2² + 2²)) ÷ 16 = ¼; plain is ⅛.
    const met = Array.from({ length: 16 }, (_, f) => (Math.floor(f / 2) < (f % 2 === 0 ? 6 : 2) ? 1 : 0));
    expect(stateErrorOfChance(met, [0, 0])).toEqual({ standardErrorStates: 0.25, intervalStates: wilson(2, 4) });
    expect(stateErrorOfChance([1, 1, 1, 1], [0, 0])).toEqual({ standardErrorStates: null, intervalStates: null });
    expect(stateErrorOfChance([], [0, 0]).standardErrorStates).toBeNull();
  });
});
