/**
 * How exactly a number may be read: rounding as published, the error of a chance from a finite number of futures,
 * and its interval.
 */
import type { MeasureUnit } from '../measures/definition';

/** Two-sided 95% point of the normal distribution. */
const Z = 1.959963984540054;

/** Differences below this are of binary arithmetic, not of the measure. */
const SLACK = 1e-9;

const STEPS = [1, 10, 100, 1000] as const;

/**
 * A value in whole steps of the published precision, half up: of a share, `decimals` of its percentage; of anything
 * else, of the number itself. Example: 0.8555 to 1 decimal is 856 steps of a tenth of a per cent. `decimals` is 0 to 3.
 */
export function publishedSteps(value: number, unit: MeasureUnit, decimals: number): number {
  const scale = (STEPS[decimals] ?? 1) * (unit === 'share' ? 100 : 1);
  return Math.floor(value * scale + 0.5 + SLACK);
}

/**
 * Whether a value meets a threshold, rounded first as published where `rounding` says so. Exactly reached is met
 * in both directions, whatever binary arithmetic does to the last digit. False where there is no value (NaN).
 * Example: 0.855 against at least 0.86 is met with rounding 0 and missed with rounding null.
 */
export function meets(
  value: number,
  direction: 'at-least' | 'at-most',
  threshold: number,
  unit: MeasureUnit,
  rounding: number | null,
): boolean {
  if (Number.isNaN(value)) return false;
  const scale = rounding === null ? 1 : (STEPS[rounding] ?? 1) * (unit === 'share' ? 100 : 1);
  const read = rounding === null ? value : publishedSteps(value, unit, rounding);
  const wanted = threshold * scale;
  const slack = SLACK * Math.max(1, Math.abs(wanted));
  return direction === 'at-least' ? read >= wanted - slack : read <= wanted + slack;
}

/** Wilson's 95% interval of a chance seen `hits` times in `n` futures. Example: 0 of 200 gives 0 to 0.0188. Null where n is 0. */
export function wilson(hits: number, n: number): readonly [number, number] | null {
  if (n === 0) return null;
  const p = hits / n;
  const spread = (Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n))) / (1 + (Z * Z) / n);
  const middle = (p + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  return [hits === 0 ? 0 : Math.max(0, middle - spread), hits === n ? 1 : Math.min(1, middle + spread)];
}

/** A chance with its Monte Carlo error; null throughout where it rests on no future. */
export interface Chance {
  readonly probability: number | null;
  readonly standardError: number | null;
  readonly interval: readonly [number, number] | null;
}

/** The chance of what happened `hits` times in `n` futures: √(p(1 − p)/n) and Wilson's interval beside it. */
export function chanceOf(hits: number, n: number): Chance {
  if (n === 0) return { probability: null, standardError: null, interval: null };
  const p = hits / n;
  return { probability: p, standardError: Math.sqrt((p * (1 - p)) / n), interval: wilson(hits, n) };
}

/** The error that remains however many futures there are, because few warm states stand behind them; null where it adds nothing. */
export interface StateError {
  readonly standardErrorStates: number | null;
  readonly intervalStates: readonly [number, number] | null;
}

/**
 * The standard error of a mean over futures with the luck of the warm states in it. Futures begin in turn from few warm
 * states, and sd ÷ √n takes them for independent: it falls towards nought while the states stay what they are.
 *
 * States differ for two reasons. Those of different points differ by design: every point has its part in every run, so
 * that is doubt over which the mean is meant to go, not error. Those of one point differ by luck alone, and a fresh
 * set would differ again. So only differences within a point are counted: points are strata, states the sampling units,
 * and the variance is Σ over points of K ÷ (K − 1) · Σ over its K states of (Σ (value − mean of the point))² ÷ n² (the
 * "ultimate cluster" variance of Hansen, Hurwitz & Madow 1953). For equal numbers it comes to σ²(luck of a state) ÷ states +
 * σ²(luck of a future) ÷ n: both lucks, doubt about the point left out. It rests on one comparison for each state
 * beyond the first of a point, so with two states at each of eight points it is itself known to about a quarter.
 *
 * @param values by future number from 0; NaN is left out
 * @param points the point of each warm state; future f began from state f modulo their number
 * @returns in the unit of the values; null where a point has values from one state only, which tells nothing of luck
 * Example: states of points 0, 0 and values 1, 3, 1, 3: (2/1 · (2² + 2²)) ÷ 4² = 1, so 1; sd ÷ √n would be 0.58.
 */
export function stateStandardError(values: ArrayLike<number>, points: readonly number[]): number | null {
  const states = points.map(() => ({ sum: 0, count: 0 }));
  for (let future = 0; future < values.length; future++) {
    const state = states[future % points.length];
    const value = values[future] ?? Number.NaN;
    if (!state || Number.isNaN(value)) continue;
    state.sum += value;
    state.count++;
  }
  let all = 0;
  let variance = 0;
  for (const point of new Set(points)) {
    const own = states.filter(({ count }, at) => points[at] === point && count > 0);
    const count = own.reduce((sum, state) => sum + state.count, 0);
    if (count === 0) continue;
    if (own.length < 2) return null;
    const mean = own.reduce((sum, state) => sum + state.sum, 0) / count;
    const squares = own.reduce((sum, state) => sum + square(state.sum - state.count * mean), 0);
    variance += (own.length / (own.length - 1)) * squares;
    all += count;
  }
  return all === 0 ? null : Math.sqrt(variance) / all;
}

const square = (x: number): number => x * x;

/**
 * The error of a mean with the luck of the warm states in it, where that is more than the plain error; else null. Where
 * the states have no luck at all it is still a little more in nearly half of all measures: an error on the safe side.
 */
export function largerStateError(
  values: ArrayLike<number>,
  points: readonly number[] | undefined,
  plain: number | null,
): number | null {
  const error = points && plain !== null ? stateStandardError(values, points) : null;
  return error !== null && plain !== null && error > plain ? error : null;
}

/**
 * The same of a chance, with the interval it gives: Wilson's for as many independent futures as would have this error,
 * p(1 − p) ÷ error². Null where the plain error and interval hold.
 * @param met by future number: 1 met, 0 missed, NaN without a value
 */
export function stateErrorOfChance(met: ArrayLike<number>, points: readonly number[] | undefined): StateError {
  const { probability: p, standardError } = chanceOf(...countOf(met));
  const error = largerStateError(met, points, standardError);
  if (p === null || error === null) return { standardErrorStates: null, intervalStates: null };
  const futures = (p * (1 - p)) / (error * error);
  return { standardErrorStates: error, intervalStates: wilson(p * futures, futures) };
}

function countOf(met: ArrayLike<number>): [hits: number, n: number] {
  let hits = 0;
  let n = 0;
  for (let future = 0; future < met.length; future++) {
    const flag = met[future] ?? Number.NaN;
    if (Number.isNaN(flag)) continue;
    hits += flag;
    n++;
  }
  return [hits, n];
}

/** Half the width of an interval, in percentage points. Example: [0.569, 0.631] is 3.1. */
export function halfWidthPoints([low, high]: readonly [number, number]): number {
  return ((high - low) / 2) * 100;
}
