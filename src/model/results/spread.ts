/**
 * The spread of a value over futures taken apart: what chance alone makes of it, what doubt about the council makes of
 * it, and how far the mean may still be off because the futures are finite.
 */
import { mean, sampleVariance } from './statistics';

/** The parts of a spread. Shares of the variance run from 0 to 1; what cannot be told is null. */
export interface SpreadParts {
  /** The share of chance and the share of doubt; together 1. */
  readonly chance: number | null;
  readonly doubt: number | null;
  /** Of either share. */
  readonly standardError: number | null;
  /** Mean and standard deviation over the futures, and the standard error of the mean, in the unit of the value. */
  readonly mean: number | null;
  readonly sd: number | null;
  readonly simulation: number | null;
  /** Futures with a value, and pairs of a future and its echo that both have one. */
  readonly futures: number;
  readonly pairs: number;
}

/** Fewer pairs than this have no error of their own. */
const FEWEST_PAIRS = 3;

/**
 * Takes chance and doubt apart by echoes: a future and its echo share their doubt and nothing else, so their covariance
 * is the variance that doubt makes, and what is left of the variance is chance's. (Where the two work together, as when
 * luck matters more in a hard-pressed council, that part is counted with chance.)
 *
 * Method: "pick and freeze" (Sobol' 1993), with a future and its echo treated alike: the correlation within pairs of a
 * one-way analysis of variance (Fisher 1925), (B − W) ÷ (B + W) with B and W the mean squares between and within pairs;
 * both variances are then without bias. A share below 0, which luck can give where there is no doubt, is 0. Standard
 * error by jackknife over the pairs, of the share before it is cut; a little too wide where futures take the points
 * of the ridge in turn instead of by lot. Mean, standard deviation and simulation error (sd ÷ √n) are of all futures.
 *
 * Values without number (NaN) are left out, with their pair. Shares are null with fewer than 3 pairs or no spread.
 * @param values by future
 * @param echoes `echoes[f]` of the echo of future f; may be shorter than `values`
 * Example: values 1, 5, 9 with echoes 2, 6, 10 give W 0.5 and B 32, so doubt 0.969.
 */
export function spreadParts(values: Float64Array, echoes: Float64Array): SpreadParts {
  const error = errorOfMean(values);
  const { sums, gaps } = pairUp(values, echoes, error.mean ?? 0);
  const pairs = sums.length;
  const none = { chance: null, doubt: null, standardError: null, ...error, pairs };
  if (pairs < FEWEST_PAIRS) return none;
  const total = totals(sums, gaps);
  const share = within(total, pairs);
  if (Number.isNaN(share)) return none;
  const doubt = Math.min(1, Math.max(0, share));
  return { ...none, chance: 1 - doubt, doubt, standardError: jackknife(sums, gaps, total) };
}

/** The spread of futures run without doubt: all of it is chance, exactly. Shares are null where no future has a value. */
export function chanceAlone(values: Float64Array): SpreadParts {
  const error = errorOfMean(values);
  const shares =
    error.futures > 0 ? { chance: 1, doubt: 0, standardError: 0 } : { chance: null, doubt: null, standardError: null };
  return { ...shares, ...error, pairs: 0 };
}

/** Mean, standard deviation and standard error of the mean (sd ÷ √n) of the values that are not NaN; null where there are too few. */
export function errorOfMean(values: Float64Array): Pick<SpreadParts, 'mean' | 'sd' | 'simulation' | 'futures'> {
  const kept = values.filter((value) => !Number.isNaN(value));
  const futures = kept.length;
  if (futures === 0) return { mean: null, sd: null, simulation: null, futures };
  // From the first value on, so that equal values have exactly that mean and no spread.
  const from = kept[0]!;
  const apart = kept.map((value) => value - from);
  const middle = from + mean(apart);
  if (futures === 1) return { mean: middle, sd: null, simulation: null, futures };
  const sd = Math.sqrt(sampleVariance(apart));
  return { mean: middle, sd, simulation: sd / Math.sqrt(futures), futures };
}

/** Of each pair with both values the sum, from `middle` so that squares keep their digits, and the squared difference. */
function pairUp(values: Float64Array, echoes: Float64Array, middle: number): { sums: number[]; gaps: number[] } {
  const sums: number[] = [];
  const gaps: number[] = [];
  echoes.forEach((echo, future) => {
    const value = values[future] ?? Number.NaN;
    if (Number.isNaN(value) || Number.isNaN(echo)) return;
    sums.push(value - middle + (echo - middle));
    gaps.push((value - echo) * (value - echo));
  });
  return { sums, gaps };
}

interface Totals {
  readonly sum: number;
  readonly squares: number;
  readonly gaps: number;
}

function totals(sums: readonly number[], gaps: readonly number[]): Totals {
  const add = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0);
  return { sum: add(sums), squares: add(sums.map((x) => x * x)), gaps: add(gaps) };
}

/** The correlation within `n` pairs; NaN where nothing varies. */
function within({ sum, squares, gaps }: Totals, n: number): number {
  const between = Math.max(0, squares - (sum * sum) / n) / (2 * (n - 1));
  const inside = gaps / (2 * n);
  return (between - inside) / (between + inside);
}

/** Standard error of the correlation within pairs, leaving out one pair at a time; null where nothing varies then. */
function jackknife(sums: readonly number[], gaps: readonly number[], total: Totals): number | null {
  const n = sums.length;
  const without = sums.map((sum, at) =>
    within({ sum: total.sum - sum, squares: total.squares - sum * sum, gaps: total.gaps - (gaps[at] ?? 0) }, n - 1),
  );
  const variance = sampleVariance(without);
  return Number.isNaN(variance) ? null : Math.sqrt((((n - 1) * (n - 1)) / n) * variance);
}
