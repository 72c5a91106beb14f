import type { FutureRows } from './measure-series';

/** Futures turned at a time: their part of a row and of the result both stay in the processor's cache. */
const BLOCK = 16;

/**
 * The same numbers with the futures side by side: `result[(month × stride + column) × futures + future]`, so that
 * one column of one month can be read straight through. Turning it once is faster than jumping for every measure.
 */
export function columnsByMonth({ layout, rows, futures }: FutureRows): Float64Array {
  const { length } = layout;
  const turned = new Float64Array(length * futures);
  for (let first = 0; first < futures; first += BLOCK) {
    const end = Math.min(first + BLOCK, futures);
    for (let at = 0; at < length; at++) {
      const target = at * futures;
      for (let future = first; future < end; future++) turned[target + future] = rows[future * length + at]!;
    }
  }
  return turned;
}
