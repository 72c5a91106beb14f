/** Quantiles of simulated values: type 7 of Hyndman and Fan (1996), the one spreadsheets call PERCENTILE.INC. */
import { mean } from './statistics';

/**
 * The quantile at `p` (0 to 1) of the first `count` numbers of `sorted`, which must be in ascending order and free
 * of NaN. It lies at position (count − 1)·p, straight between its neighbours. NaN where there is no number.
 * Example: quantile of 1, 2, 3, 4 at 0.25 is 1.75.
 */
export function quantileSorted(sorted: Float64Array, count: number, p: number): number {
  if (count === 0) return Number.NaN;
  const position = (count - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below]!;
  if (below + 1 >= count) return low;
  const high = sorted[below + 1]!;
  return low === high ? low : low + (high - low) * (position - below);
}

/** Sorts the numbers of `values` that are not NaN to a new array, in ascending order. */
export function sortedValues(values: Float64Array): Float64Array {
  const kept = new Float64Array(values.length);
  let count = 0;
  for (const value of values) if (!Number.isNaN(value)) kept[count++] = value;
  return kept.subarray(0, count).sort();
}

/** What is said of one set of values: null where there is none. */
export interface Spread {
  readonly count: number;
  readonly mean: number | null;
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
}

/** Mean and the 10th, 50th and 90th percentile of the values that are not NaN. */
export function spreadOf(values: Float64Array): Spread {
  const sorted = sortedValues(values);
  const count = sorted.length;
  if (count === 0) return { count, mean: null, p10: null, p50: null, p90: null };
  const at = (p: number) => quantileSorted(sorted, count, p);
  return { count, mean: mean(sorted), p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}
