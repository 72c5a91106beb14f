/** One point's search: Newton's steps within bounds, with a Jacobian kept up by Broyden's updates. */
import type { FittedPoint } from '../model/index';
import { inverse, leastSquares, multiply, transpose, type Matrix } from './matrix';
import type { Mover } from './unknowns';

/**
 * Where one fitted figure gets its way: the unknown that answers for it, and what is moved down from its given value
 * (its upper bound) once the unknown is at its upper bound and the figure asks for more.
 */
export interface Slot {
  readonly unknown: Mover;
  readonly beyond: Mover | null;
}

/**
 * Slopes of the fitted figures: a row each, with a column for the unknown of every slot, and after them one for what is
 * moved beyond it. What is 0 from the beginning stays so.
 */
export type Slopes = Matrix;

/** A pull towards not moving at all: a first step's worth counts as a tenth of what is close enough. */
const PULL = 0.01;
/** Least length of a move, in first steps, from which slopes are learnt. */
const LEAST_MOVE = 0.1;
/** Share of a row of slopes that may be wrong before anything is learnt. */
const WRONG_BY = 0.5;
/** Least share of an own slope that one update may leave, and the most: it never changes its sign. */
const SLOPE_KEPT = 0.3;
const AT_BOUND = 1e-6;

export type Bound = 'low' | 'high' | null;

/** Whether a value sits on one of its bounds. */
export function boundOf({ key, low, high }: Mover, point: FittedPoint): Bound {
  if (point[key] <= low + AT_BOUND) return 'low';
  return point[key] >= high - AT_BOUND ? 'high' : null;
}

/** What moves in a slot at a point: the unknown, or what lies beyond it where that has left its given value. */
export function moverAt({ unknown, beyond }: Slot, point: FittedPoint): Mover {
  return beyond && boundOf(beyond, point) !== 'high' ? beyond : unknown;
}

/** All movers in the order of the slopes' columns; null where nothing lies beyond an unknown. */
function columnsOf(slots: readonly Slot[]): readonly (Mover | null)[] {
  return [...slots.map(({ unknown }) => unknown), ...slots.map(({ beyond }) => beyond)];
}

function columnOf(slots: readonly Slot[], slot: number, mover: Mover): number {
  return slots[slot]!.unknown === mover ? slot : slots.length + slot;
}

export interface Step {
  readonly point: FittedPoint;
  /** Slots whose mover sits on a bound and would have to go further. */
  readonly stuck: readonly number[];
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
  slots: readonly Slot[],
  slopes: Slopes,
  { point, misses, close }: { point: FittedPoint; misses: readonly number[]; close: readonly number[] },
  reach: number,
): Step {
  const movers = slots.map((slot) => moverAt(slot, point));
  let free = slots.map((_, i) => i);
  let move: number[] = [];
  for (let again = true; again;) {
    const columns = free.map((j) => columnOf(slots, j, movers[j]!));
    const solved = leastSquares(
      free.map((i) => columns.map((column, j) => (slopes[i]![column]! * movers[free[j]!]!.firstStep) / close[i]!)),
      free.map((i) => misses[i]! / close[i]!),
      PULL,
    );
    move = solved.map((x, place) => x * movers[free[place]!]!.firstStep);
    const stuck = free.filter((i, place) => {
      const bound = boundOf(movers[i]!, point);
      return (bound === 'low' && move[place]! < 0) || (bound === 'high' && move[place]! > 0);
    });
    again = stuck.length > 0;
    for (const i of stuck) {
      const { unknown, beyond } = slots[i]!;
      if (beyond && movers[i] === unknown && boundOf(unknown, point) === 'high') movers[i] = beyond;
      else free = free.filter((one) => one !== i);
    }
  }
  const next: FittedPoint = { ...point };
  let length = 0;
  free.forEach((i, place) => {
    const { key, low, high, firstStep, largestStep } = movers[i]!;
    const most = largestStep * reach;
    const wanted = point[key] + Math.max(-most, Math.min(most, move[place]!));
    next[key] = toFourDecimals(Math.max(low, Math.min(high, wanted)));
    length = Math.max(length, Math.abs(next[key] - point[key]) / firstStep);
  });
  return { point: next, stuck: slots.flatMap((_, i) => (free.includes(i) ? [] : [i])), length };
}

/**
 * Slopes after a move: Broyden's update, row by row, weighed by how far what was seen stands out from luck, and held back
 * where an own slope would change too much at once.
 * @param changes change of each figure with the move, and its standard error on the same worlds
 */
export function learn(
  slots: readonly Slot[],
  slopes: Slopes,
  from: FittedPoint,
  to: FittedPoint,
  changes: readonly { readonly change: number; readonly error: number }[],
): Slopes {
  const steps = columnsOf(slots).map((mover) => mover?.firstStep ?? 1);
  const moved = columnsOf(slots).map((mover, j) => (mover ? (to[mover.key] - from[mover.key]) / steps[j]! : 0));
  return slopes.map((row, i) => {
    const by = row.map((slope, j) => (slope === 0 ? 0 : moved[j]!));
    const length = by.reduce((sum, x) => sum + x * x, 0);
    if (length < LEAST_MOVE * LEAST_MOVE) return row;
    const { change, error } = changes[i]!;
    const expected = row.reduce((sum, slope, j) => sum + slope * by[j]! * steps[j]!, 0);
    const wrongBy = WRONG_BY * Math.sqrt(row.reduce((sum, slope, j) => sum + (slope * steps[j]!) ** 2, 0));
    const luck = wrongBy > 0 ? (error / wrongBy) ** 2 : 0;
    const added = by.map((x, j) => ((change - expected) * x) / (length + luck) / steps[j]!);
    const kept = 1 + added[i]! / row[i]!;
    const part =
      kept < SLOPE_KEPT ? (1 - SLOPE_KEPT) / (1 - kept) : kept * SLOPE_KEPT > 1 ? (1 / SLOPE_KEPT - 1) / (kept - 1) : 1;
    return row.map((slope, j) => slope + part * added[j]!);
  });
}

/** Slopes of the figures by what moves at a point, slot by slot: a square matrix. */
export function slopesAt(slots: readonly Slot[], slopes: Slopes, point: FittedPoint): Matrix {
  const columns = slots.map((slot, i) => columnOf(slots, i, moverAt(slot, point)));
  return slopes.map((row) => columns.map((column) => row[column]!));
}

/**
 * Covariance of the movers' values from that of the figures: J⁻¹ C J⁻ᵀ, for the slots that are free; rows and columns of
 * the others are 0. Null where the free ones cannot be told apart at all.
 */
export function errorsOf(square: Matrix, covariance: Matrix, free: readonly number[]): Matrix | null {
  const back = inverse(free.map((i) => free.map((j) => square[i]![j]!)));
  if (!back) return null;
  const part = free.map((i) => free.map((j) => covariance[i]![j]!));
  const errors = multiply(multiply(back, part), transpose(back));
  return square.map((_, i) =>
    square.map((__, j) => (free.includes(i) && free.includes(j) ? errors[free.indexOf(i)]![free.indexOf(j)]! : 0)),
  );
}

/** Values are tried as they will be written. */
export function toFourDecimals(x: number): number {
  return Math.round(x * 10000) / 10000;
}
