import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requiredAverage } from '../../src/model/notice/arithmetic';
import { chanceText, frames, outOf100 } from '../../src/model/notice/chances';
import { comparePlans } from '../../src/model/notice/plans';
import { summariseReviews } from '../../src/model/notice/review';
import { chanceObservedAtLeast } from '../../src/model/notice/sampling';
import { summariseTarget } from '../../src/model/notice/target';
import { chanceOf, meets, publishedSteps } from '../../src/model/results/precision';
import { quantileSorted, sortedValues } from '../../src/model/results/quantile';
import { assessments, basis, rowsOf, targetOf } from '../unit/results/rows';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const hitsOf = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
/** Shares of eleven months in each of a few futures. */
const futures = fc.array(fc.array(share, { minLength: 11, maxLength: 11 }), { minLength: 1, maxLength: 12 });
const dataOf = (shares: number[][]) => rowsOf('2009-04', 11, assessments(shares));
const REVIEWS = [{ date: '2010-02-28', label: 'February 2010' }];

describe('words', () => {
  it('show two sides that add to 100, and never a certainty', () => {
    fc.assert(
      fc.property(hitsOf, ([hits, n]) => {
        const chance = chanceOf(hits, n);
        const both = frames(chance)!;
        expect(both.metOf100 + both.missedOf100).toBe(100);
        expect(chanceText(chance)).not.toMatch(/(^| )(0|100)%$/);
        if (chanceText(chance).startsWith('less')) expect(chance.probability).toBeLessThan(0.005);
      }),
    );
  });

  it('divide any three shares into a hundred, each within one', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 500 })),
        (counts) => {
          const all = counts[0] + counts[1] + counts[2];
          const shares = counts.map((count) => count / all);
          const whole = outOf100(shares);
          expect(whole.reduce((sum, part) => sum + part, 0)).toBe(100);
          whole.forEach((part, at) => expect(Math.abs(part - shares[at]! * 100)).toBeLessThanOrEqual(1));
        },
      ),
    );
  });
});

describe('chances', () => {
  it('lie inside their interval', () => {
    fc.assert(
      fc.property(hitsOf, ([hits, n]) => {
        const { probability, interval } = chanceOf(hits, n);
        expect(interval![0]).toBeLessThanOrEqual(probability!);
        expect(interval![1]).toBeGreaterThanOrEqual(probability!);
        expect(interval![0]).toBeGreaterThanOrEqual(0);
        expect(interval![1]).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never rise when a target is made harder, on any basis', () => {
    const kinds = fc.constantFrom('in-month' as const, 'year-to-date' as const);
    fc.assert(
      fc.property(futures, kinds, share, share, fc.constantFrom(null, 0, 1), (shares, kind, a, b, rounding) => {
        const chance = (threshold: number) =>
          summariseTarget(dataOf(shares), targetOf({ threshold, rounding, basis: basis(kind) }), []).probability!;
        expect(chance(Math.max(a, b))).toBeLessThanOrEqual(chance(Math.min(a, b)));
      }),
      { numRuns: 60 },
    );
  });

  it('of the two directions cover every future, overlapping only where exactly reached', () => {
    fc.assert(
      fc.property(share, share, (value, threshold) => {
        const up = meets(value, 'at-least', threshold, 'share', null);
        const down = meets(value, 'at-most', threshold, 'share', null);
        expect(up || down).toBe(true);
        if (up && down) expect(Math.abs(value - threshold)).toBeLessThanOrEqual(2e-9);
      }),
    );
  });

  it('of all together are at most the least and at least what the misses leave', () => {
    const core = targetOf({ id: 'late', threshold: 0.4, basis: basis('in-month'), due: '2010-02-28' });
    const targets = [targetOf({ threshold: 0.5 }), core];
    fc.assert(
      fc.property(futures, (shares) => {
        const data = dataOf(shares);
        const [review] = summariseReviews(data, targets, REVIEWS);
        const each = targets.map((target) => summariseTarget(data, target, []).probability!);
        expect(review!.probabilityAll).toBeLessThanOrEqual(Math.min(...each) + 1e-12);
        expect(review!.probabilityAll).toBeGreaterThanOrEqual(each[0]! + each[1]! - 1 - 1e-12);
        expect(review!.metCounts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12);
        const mean = review!.metCounts.reduce((sum, part, met) => sum + part * met, 0);
        expect(mean).toBeCloseTo(each[0]! + each[1]!, 12);
      }),
      { numRuns: 60 },
    );
  });

  it('do not depend on the order of the futures', () => {
    fc.assert(
      fc.property(futures, (shares) => {
        const summary = (some: number[][]) => {
          const { probability, p10, p50, p90, staying } = summariseTarget(
            dataOf(some),
            targetOf({ threshold: 0.5 }),
            [],
          );
          return { probability, p10, p50, p90, staying };
        };
        expect(summary([...shares].reverse())).toEqual(summary(shares));
      }),
      { numRuns: 40 },
    );
  });
});

describe('two plans', () => {
  it('turn round when they change places, and share out every future', () => {
    fc.assert(
      fc.property(futures, futures, (some, others) => {
        const size = Math.min(some.length, others.length);
        const a = { id: 'a', data: dataOf(some.slice(0, size)) };
        const b = { id: 'b', data: dataOf(others.slice(0, size)) };
        const [forth] = comparePlans(a, b, [targetOf({ threshold: 0.5 })]);
        const [back] = comparePlans(b, a, [targetOf({ threshold: 0.5 })]);
        expect(forth!.aBetter).toBe(back!.bBetter);
        expect(forth!.difference).toBe(-back!.difference + 0);
        expect(forth!.aBetter + forth!.same + forth!.bBetter).toBeCloseTo(1, 12);
      }),
      { numRuns: 40 },
    );
  });
});

describe('numbers', () => {
  it('have the quantile of the plain definition', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 }),
        share,
        (values, p) => {
          const sorted = [...values].sort((x, y) => x - y);
          const h = (sorted.length - 1) * p;
          const [low, high] = [sorted[Math.floor(h)]!, sorted[Math.ceil(h)]!];
          const found = quantileSorted(sortedValues(Float64Array.from(values)), values.length, p);
          expect(found).toBeCloseTo(low + (h - Math.floor(h)) * (high - low), 6);
        },
      ),
    );
  });

  it('round to the nearest step', () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 0, max: 3 }), (value, decimals) => {
        const scale = 100 * 10 ** decimals;
        expect(Math.abs(publishedSteps(value, 'share', decimals) - value * scale)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });

  it('asked of the remaining months bring the period exactly to the target', () => {
    const month = fc.record({ share, volume: fc.integer({ min: 1, max: 500 }) });
    fc.assert(
      fc.property(
        share,
        fc.array(month, { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 8 }),
        (threshold, known, left) => {
          const found = requiredAverage(
            threshold,
            'at-least',
            known,
            left.map((one) => ({ volume: one })),
          );
          const volume = (sum: number, value: number) => sum + value;
          const [done, rest] = [known.map((k) => k.volume).reduce(volume, 0), left.reduce(volume, 0)];
          const reached = known.map((k) => k.share * k.volume).reduce(volume, 0);
          const total = (average: number) => (reached + average * rest) / (done + rest);
          if (found.kind === 'needs') expect(total(found.average)).toBeCloseTo(threshold, 8);
          if (found.kind === 'already-met') expect(total(0)).toBeGreaterThanOrEqual(threshold - 1e-6);
          if (found.kind === 'out-of-reach') expect(total(1)).toBeLessThan(threshold + 1e-6);
        },
      ),
    );
  });

  it('rise with the true rate and fall with the threshold when a percentage is sampled', () => {
    fc.assert(
      fc.property(share, share, share, fc.integer({ min: 1, max: 400 }), (p, q, threshold, n) => {
        const chance = (rate: number) => chanceObservedAtLeast(threshold, n, rate);
        expect(chance(Math.max(p, q))).toBeGreaterThanOrEqual(chance(Math.min(p, q)) - 1e-12);
        expect(chanceObservedAtLeast(Math.max(p, q), n, threshold)).toBeLessThanOrEqual(
          chanceObservedAtLeast(Math.min(p, q), n, threshold) + 1e-12,
        );
      }),
    );
  });
});
