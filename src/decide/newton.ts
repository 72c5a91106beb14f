/** One point's search: Newton's steps within bounds, with a Jacobian kept up by Broyden's updates. */
import type { FittedPoint } from '../model/index';
import { inverse, leastSquares, multiply, transpose, type Matrix } from './matrix';
import type { Mover } from './unknowns';

/** Figures by movers, in the order of the fitted figures: row i is the figure that mover i answers for. */
export interface Slopes {
  readonly rows: Matrix;
  /** Own slopes as measured; an update that leaves too little of one is luck, not knowledge. */
  readonly measured: readonly number[];
}

/** A pull towards not moving at all: a first step's worth counts as a tenth of what is close enough. */
const PULL = 0.01;
/** Least length of a move, in first steps, from which slopes are learnt. */
const LEAST_MOVE = 0.3;
/** Least share of a measured own slope that an update may leave, and the most. */
const SLOPE_KEPT = 0.25;
const AT_BOUND = 1e-6;

export type Bound = 'low' | 'high' | null;

/** Whether a value sits on one of its bounds. */
export function boundOf({ key, low, high }: Mover, point: FittedPoint): Bound {
  if (point[key] <= low + AT_BOUND) return 'low';
  return point[key] >= high - AT_BOUND ? 'high' : null;
}

export interface Step {
  readonly point: FittedPoint;
  /** Movers that would go on beyond their upper bound. */
  readonly beyondHigh: readonly number[];
  /** The longest part of the move, in first steps; near 0 where nothing is left to be tried. */
  readonly length: number;
}

/**
 * The next values: those for which the slopes promise no miss. What sits on a bound and would have to go further stays,
 * and its own figure is given up for the moment, so that the others still fit theirs.
 * @param misses simulated − observed, by fitted figure
 * @param close what is close enough, by figure; the misses are weighed by it
 * @param reach largest steps are multiplied by it
 */
export function boundedStep(
  movers: readonly Mover[],
  { rows }: Slopes,
  point: FittedPoint,
  misses: readonly number[],
  close: readonly number[],
  reach: number,
): Step {
  let free = movers.map((_, i) => i);
  const beyondHigh: number[] = [];
  let move: number[] = [];
  for (;;) {
    const scaled = free.map((i) => free.map((j) => (rows[i]![j]! * movers[j]!.firstStep) / close[i]!));
    const solved = leastSquares(
      scaled,
      free.map((i) => misses[i]! / close[i]!),
      PULL,
    );
    move = solved.map((x, place) => x * movers[free[place]!]!.firstStep);
    const stuck = free.filter((i, place) => {
      const bound = boundOf(movers[i]!, point);
      return (bound === 'low' && move[place]! < 0) || (bound === 'high' && move[place]! > 0);
    });
    if (stuck.length === 0) break;
    beyondHigh.push(...stuck.filter((i) => boundOf(movers[i]!, point) === 'high'));
    free = free.filter((i) => !stuck.includes(i));
  }
  const longest = Math.max(0, ...free.map((i, place) => Math.abs(move[place]!) / (movers[i]!.largestStep * reach)));
  const part = longest > 1 ? 1 / longest : 1;
  const next: FittedPoint = { ...point };
  let length = 0;
  free.forEach((i, place) => {
    const { key, low, high, firstStep, largestStep } = movers[i]!;
    const wanted = point[key] + move[place]! * part;
    // Far beyond the bound there is no need to try the bound first.
    if (wanted > high + largestStep / 3) beyondHigh.push(i);
    next[key] = toFourDecimals(Math.max(low, Math.min(high, wanted)));
    length = Math.max(length, Math.abs(next[key] - point[key]) / firstStep);
  });
  return { point: next, beyondHigh, length };
}

/** Slopes after a move: Broyden's update, row by row, of those entries alone that are not 0 from the beginning. */
export function learn(
  { rows, measured }: Slopes,
  movers: readonly Mover[],
  before: { readonly point: FittedPoint; readonly misses: readonly number[] },
  after: { readonly point: FittedPoint; readonly misses: readonly number[] },
): Slopes {
  const moved = movers.map(({ key, firstStep }) => (after.point[key] - before.point[key]) / firstStep);
  const updated = rows.map((row, i) => {
    const by = row.map((slope, j) => (slope === 0 ? 0 : moved[j]!));
    const length = by.reduce((sum, x) => sum + x * x, 0);
    if (length < LEAST_MOVE * LEAST_MOVE) return row;
    const expected = row.reduce((sum, slope, j) => sum + slope * by[j]! * movers[j]!.firstStep, 0);
    const off = after.misses[i]! - before.misses[i]! - expected;
    const next = row.map((slope, j) => slope + (off * by[j]!) / (length * movers[j]!.firstStep));
    const kept = next[i]! / measured[i]!;
    return measured[i] === 0 || (kept >= SLOPE_KEPT && kept <= 1 / SLOPE_KEPT) ? next : row;
  });
  return { rows: updated, measured };
}

/**
 * Covariance of the movers' values from that of the figures: J⁻¹ C J⁻ᵀ, for the movers that are free; rows and columns of
 * the others are 0. Null where the free ones cannot be told apart at all.
 */
export function errorsOf({ rows }: Slopes, covariance: Matrix, free: readonly number[]): Matrix | null {
  const back = inverse(free.map((i) => free.map((j) => rows[i]![j]!)));
  if (!back) return null;
  const part = free.map((i) => free.map((j) => covariance[i]![j]!));
  const errors = multiply(multiply(back, part), transpose(back));
  return rows.map((_, i) =>
    rows.map((__, j) => (free.includes(i) && free.includes(j) ? errors[free.indexOf(i)]![free.indexOf(j)]! : 0)),
  );
}

/** Values are tried as they will be written. */
export function toFourDecimals(x: number): number {
  return Math.round(x * 10000) / 10000;
}
