import { describe, expect, it } from 'vitest';
import { chanceOf, halfWidthPoints, meets, publishedSteps, wilson } from '../../../src/model/results/precision';

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
