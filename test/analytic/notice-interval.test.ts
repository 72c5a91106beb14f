import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/model/results/precision';

/** Probability of k hits in n by multiplication from zero hits; n to 150, beyond which the first would underflow. */
function binomial(n: number, p: number): number[] {
  const chances = [(1 - p) ** n];
  for (let k = 1; k <= n; k++) chances.push((chances[k - 1]! * (n - k + 1) * p) / (k * (1 - p)));
  return chances;
}

describe('Wilson’s 95% interval', () => {
  it('covers the true chance about 95 times in 100, exactly summed, averaged over chances', () => {
    for (const n of [50, 100, 150]) {
      let covered = 0;
      const truths = Array.from({ length: 99 }, (_, at) => (at + 1) / 100);
      for (const p of truths) {
        binomial(n, p).forEach((chance, hits) => {
          const [low, high] = wilson(hits, n)!;
          if (low <= p && p <= high) covered += chance / truths.length;
        });
      }
      expect(Math.abs(covered - 0.95)).toBeLessThan(0.01);
    }
  });

  it('for none of n ends at z² ÷ (n + z²)', () => {
    const z2 = 3.841458820694124;
    for (const n of [1, 20, 200, 2000]) expect(wilson(0, n)![1]).toBeCloseTo(z2 / (n + z2), 12);
  });
});
