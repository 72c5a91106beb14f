/**
 * The luck of a counted year. A council's figures of one year are what it is and the luck of that year together; a fit to
 * them as they stand takes a good year for a good council. Where a scenario's figures are such counts, each point of the
 * ridge is fitted to figures that lie as far off as a year's luck may have put them, so that futures drawn over the ridge
 * carry that doubt. A notice's baseline is given, not estimated: there every point reproduces it as it stands.
 */
import { normalQuantile } from '../model/index';
import type { Figure, Reading } from './figures';
import { lowerRoot, type Matrix } from './matrix';

/** Shares are kept so far away from none and all. */
const EDGE = 0.005;

/**
 * The figures each point of a ridge is to be fitted to: the stated ones less what a year's luck may have added. Over the
 * points every direction of luck is taken evenly, in another order, so that their mean is near what is stated.
 * @param reading what worlds near the fit show; the differences between them are the luck of a year
 * @param worlds how many worlds the reading is over
 * @param points of the ridge
 * @param years counted together in the stated figures
 */
export function withoutLuck(
  figures: readonly Figure[],
  reading: Pick<Reading, 'covariance'>,
  worlds: number,
  points: number,
  years: number,
): readonly (readonly Figure[])[] {
  const ofOneYear: Matrix = reading.covariance.map((row) => row.map((x) => (x * worlds) / years));
  const root = lowerRoot(ofOneYear);
  const luck = evenLuck(figures.length, points);
  return Array.from({ length: points }, (_, point) => {
    return figures.map((figure, i) => {
      const off = root[i]!.reduce((sum, x, k) => sum + x * luck[k]![point]!, 0);
      const observed = figure.observed - off;
      return {
        ...figure,
        observed: figure.share ? Math.min(1 - EDGE, Math.max(EDGE, observed)) : Math.max(0, observed),
      };
    });
  });
}

/** Orders looked at for each direction of luck. */
const ORDERS = 200;

/**
 * Standard normal luck by direction and point: in each direction the same evenly spaced quantiles, in an order that goes
 * with those of the directions before as little as can be found. The same numbers give the same orders.
 */
function evenLuck(directions: number, points: number): readonly (readonly number[])[] {
  const quantiles = Array.from({ length: points }, (_, i) => normalQuantile((i + 0.5) / points));
  const chosen: (readonly number[])[] = [];
  let state = 1;
  const upTo = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
  const shuffled = (): readonly number[] => {
    const order = [...quantiles];
    for (let i = order.length - 1; i > 0; i--) {
      const j = upTo(i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    return order;
  };
  const together = (a: readonly number[], b: readonly number[]): number =>
    Math.abs(a.reduce((sum, x, i) => sum + x * b[i]!, 0));
  for (let direction = 0; direction < directions; direction++) {
    let best = quantiles;
    let least = Infinity;
    for (let order = 0; order < ORDERS && least > 0; order++) {
      const tried = direction === 0 ? quantiles : shuffled();
      const most = Math.max(0, ...chosen.map((other) => together(tried, other)));
      if (most < least) [best, least] = [[...tried], most];
    }
    chosen.push(best);
  }
  return chosen;
}
