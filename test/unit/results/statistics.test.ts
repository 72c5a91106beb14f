import { expect, it } from 'vitest';
import { mean, sampleVariance } from '../../../src/model/results/statistics';

it('mean and variance of a sample: what is done by hand, on lists and typed arrays', () => {
  for (const values of [[1, 2, 6], Float64Array.of(1, 2, 6)]) {
    expect(mean(values)).toBe(3);
    expect(sampleVariance(values)).toBe(7);
  }
});

it('lose no digits: small values beside a large one, and a spread far from nought', () => {
  expect(mean([1e16, 1, 1, -1e16])).toBe(0.5);
  expect(sampleVariance([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBe(30);
});

it('say that there is nothing to tell', () => {
  expect(mean([])).toBeNaN();
  expect(sampleVariance([5])).toBeNaN();
});
