import { describe, expect, it } from 'vitest';
import { chanceObservedAtLeast, trueRateNeeded } from '../../src/model/notice/sampling';

describe('the luck of counting against 86%', () => {
  it.each([
    [150, 0.558, 0.8899],
    [600, 0.529, 0.8765],
    [1800, 0.517, 0.8699],
  ])('over %d cases: chance %d at a true 86%, and a true rate of %d for 90%', (n, chance, rate) => {
    expect(Math.abs(chanceObservedAtLeast(0.86, n, 0.86) - chance)).toBeLessThan(0.0005);
    expect(Math.abs(trueRateNeeded(0.86, n, 0.9) - rate)).toBeLessThan(0.00005);
  });

  it('agrees with sums by hand', () => {
    // Three of four or more at one half: (4 + 1)/16.
    expect(chanceObservedAtLeast(0.75, 4, 0.5)).toBeCloseTo(5 / 16, 14);
    expect(chanceObservedAtLeast(0.7, 4, 0.5)).toBeCloseTo(5 / 16, 14);
    expect(chanceObservedAtLeast(1, 10, 0.9)).toBeCloseTo(0.9 ** 10, 14);
    expect(chanceObservedAtLeast(0.1, 10, 0.1)).toBeCloseTo(1 - 0.9 ** 10, 14);
  });

  it('holds at the ends', () => {
    expect(chanceObservedAtLeast(0, 10, 0.2)).toBe(1);
    expect(chanceObservedAtLeast(0.5, 10, 0)).toBe(0);
    expect(chanceObservedAtLeast(1, 10, 1)).toBe(1);
    expect(chanceObservedAtLeast(1.1, 10, 1)).toBe(0);
  });

  it('takes 0.86 × 150 for 129, whatever binary arithmetic makes of it', () => {
    expect(chanceObservedAtLeast(0.86, 150, 0.86)).toBeCloseTo(chanceObservedAtLeast(129 / 150, 150, 0.86), 14);
    expect(0.07 * 100).toBeGreaterThan(7);
    expect(chanceObservedAtLeast(0.07, 100, 0.05)).toBe(chanceObservedAtLeast(0.0699, 100, 0.05));
  });
});
