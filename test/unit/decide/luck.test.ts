import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../src/decide/calibrate';
import type { Figure } from '../../../src/decide/figures';
import { withoutLuck } from '../../../src/decide/luck';
import { lowerRoot } from '../../../src/decide/matrix';
import { formulaCouncil, plausible } from '../../fixtures/council';
import { birmingham2009 } from '../../fixtures/worlds';

const figure = (id: string, observed: number, share = true): Figure => ({
  id,
  label: id,
  share,
  observed,
  tolerance: 0.02,
  numerator: 0,
  denominator: 1,
});

/** Two figures that a good year lifts together, and one that goes its own way. */
const OF_A_YEAR = [
  [0.0025, 0.0012, 0],
  [0.0012, 0.0016, 0],
  [0, 0, 0.0004],
];
const WORLDS = 16;
const reading = { covariance: OF_A_YEAR.map((row) => row.map((x) => x / WORLDS)) };
const figures = [figure('a', 0.6), figure('b', 0.7), figure('c', 0.8)];

describe('the luck of a counted year', () => {
  it('spreads the points as a year would, evenly about what is stated', () => {
    const points = 32;
    const spread = withoutLuck(figures, reading, WORLDS, points, 1);
    const off = spread.map((point) => point.map(({ observed }, i) => observed - figures[i]!.observed));
    for (const [i, row] of OF_A_YEAR.entries()) {
      expect(off.reduce((sum, one) => sum + one[i]!, 0) / points).toBeCloseTo(0, 9);
      for (const [j, covariance] of row.entries()) {
        const found = off.reduce((sum, one) => sum + one[i]! * one[j]!, 0) / points;
        // Evenly spaced quantiles lack a little of the tails' variance.
        expect(Math.abs(found - covariance)).toBeLessThan(0.2 * Math.sqrt(OF_A_YEAR[i]![i]! * OF_A_YEAR[j]![j]!));
      }
    }
  });

  it('is less over several years, by the root of their number', () => {
    const [one] = withoutLuck(figures, reading, WORLDS, 4, 1);
    const [four] = withoutLuck(figures, reading, WORLDS, 4, 4);
    one!.forEach(({ observed }, i) =>
      expect(four![i]!.observed - figures[i]!.observed).toBeCloseTo((observed - figures[i]!.observed) / 2, 12),
    );
  });

  it('keeps shares between none and all', () => {
    const near = withoutLuck([figure('a', 0.99), ...figures.slice(1)], reading, WORLDS, 8, 1);
    for (const [a] of near) expect(a!.observed).toBeLessThanOrEqual(0.995);
  });

  it('has a root where one figure has no luck at all', () => {
    const root = lowerRoot([
      [4, 0, 2],
      [0, 0, 0],
      [2, 0, 5],
    ]);
    expect(root).toEqual([
      [2, 0, 0],
      [0, 0, 0],
      [1, 0, 2],
    ]);
  });

  it('widens the ridge of a calibration, and leaves a given baseline as narrow as it is', async () => {
    const values = async (yearsCounted?: number) => {
      const found = await calibrate(birmingham2009(), formulaCouncil(plausible), {
        points: 8,
        ...(yearsCounted ? { yearsCounted } : {}),
      });
      expect(found.method.includes('luck')).toBe(yearsCounted !== undefined);
      return found.points.map((point) => point.reviewBooking);
    };
    const range = (list: readonly number[]) => Math.max(...list) - Math.min(...list);
    const [given, counted] = [await values(), await values(1)];
    // The formula's year has an sd of 3 points, and a point of booking moves the figure by 1.9: ± 1.5 sd over 1.9.
    expect(range(counted)).toBeGreaterThan(range(given) + 0.03);
  });
});
