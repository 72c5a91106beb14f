/** Plain statistics of simulated values, from simple-statistics: sums lose no digits to rounding, however many values there are. */
import { mean as meanOf, sampleVariance as varianceOf } from 'simple-statistics';

/** Arithmetic mean; NaN of nothing. Example: of 1, 2, 6 it is 3. */
export function mean(values: readonly number[] | Float64Array): number {
  return values.length === 0 ? Number.NaN : meanOf(values as number[]);
}

/** Variance of a sample, with n − 1 below; NaN of fewer than two values. Example: of 1, 2, 6 it is 7. */
export function sampleVariance(values: readonly number[] | Float64Array): number {
  return values.length < 2 ? Number.NaN : varianceOf(values as number[]);
}
