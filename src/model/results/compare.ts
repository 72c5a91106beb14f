/** Two plans on the same futures, future by future: with common random numbers a difference is the plan, not the luck. */
import type { MeasureUnit } from '../measures/definition';
import { publishedSteps } from './precision';
import { spreadOf, type Spread } from './quantile';

export interface PairedTarget {
  /** The measure at its due date in each future, under each plan; NaN where a future has none. */
  readonly valuesA: Float64Array;
  readonly valuesB: Float64Array;
  /** Met (1) or not (0) in each future. */
  readonly metA: Uint8Array;
  readonly metB: Uint8Array;
  readonly direction: 'at-least' | 'at-most';
  readonly unit: MeasureUnit;
  /** Decimals of the published figure; null where the notice does not round: then one decimal. */
  readonly rounding: number | null;
}

export interface PairedChance {
  /** Futures in which both plans have a value. */
  readonly futures: number;
  readonly aBetter: number;
  readonly same: number;
  readonly bBetter: number;
  readonly difference: number;
  readonly standardError: number;
}

/**
 * In which share of futures one plan does better on a target's measure, *the same* being equal to the published
 * precision; the chance under B less that under A; and the standard error of that difference over the pairs,
 * √(Σ(d − d̄)² ÷ n(n − 1)). Futures that lack a value under either plan are left out. Null where none is left.
 * Identical values give differences of exactly 0.
 */
export function comparePaired(pair: PairedTarget): PairedChance | null {
  const { valuesA, valuesB, metA, metB, direction, unit } = pair;
  const decimals = pair.rounding ?? 1;
  let futures = 0;
  let [aBetter, bBetter, sum, squares] = [0, 0, 0, 0];
  for (let future = 0; future < valuesA.length; future++) {
    const a = valuesA[future]!;
    const b = valuesB[future]!;
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    futures++;
    const lead = publishedSteps(b, unit, decimals) - publishedSteps(a, unit, decimals);
    const better = direction === 'at-least' ? lead : -lead;
    if (better > 0) bBetter++;
    if (better < 0) aBetter++;
    const change = metB[future]! - metA[future]!;
    sum += change;
    squares += change * change;
  }
  if (futures === 0) return null;
  const difference = sum / futures;
  const variance = futures > 1 ? Math.max(0, squares - sum * difference) / (futures - 1) : 0;
  return {
    futures,
    aBetter: aBetter / futures,
    same: (futures - aBetter - bBetter) / futures,
    bBetter: bBetter / futures,
    difference,
    standardError: Math.sqrt(variance / futures),
  };
}

/** B less A in each future, summed up: for money, where the difference has a range of its own. */
export function spreadOfDifference(valuesA: Float64Array, valuesB: Float64Array): Spread {
  return spreadOf(valuesA.map((a, future) => valuesB[future]! - a));
}
