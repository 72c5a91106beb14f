/**
 * The one table builder. The running engine draws from tables made here, before a run, by additions,
 * multiplications and divisions only: `Math.log` and its kin differ in the last bit between browsers.
 */
import { TWO_32, type Share } from '../units';

const LN2 = 0.6931471805599453;

/** Natural logarithm of x > 0, to about 1e-15 relative; by halving and the atanh series. */
export function ln(x: number): number {
  if (!(x > 0) || x === Infinity) throw new RangeError('ln needs a finite number above 0');
  let halvings = 0;
  let m = x;
  while (m > 1.4142135623730951) {
    m *= 0.5;
    halvings++;
  }
  while (m < 0.7071067811865476) {
    m *= 2;
    halvings--;
  }
  const t = (m - 1) / (m + 1);
  const t2 = t * t;
  let sum = 0;
  for (let k = 25; k >= 1; k -= 2) sum = sum * t2 + 1 / k;
  return 2 * t * sum + halvings * LN2;
}

/** e to the power x, |x| ≤ 700, to about 1e-15 relative; by halving and the Taylor series. */
export function exp(x: number): number {
  if (!(x >= -700 && x <= 700)) throw new RangeError('exp needs a number between -700 and 700');
  const n = Math.round(x / LN2);
  const r = x - n * LN2;
  let sum = 1;
  for (let k = 18; k >= 1; k--) sum = 1 + (sum * r) / k;
  let scale = 1;
  for (let i = 0; i < Math.abs(n); i++) scale *= n > 0 ? 2 : 0.5;
  return sum * scale;
}

/** x to the power y, for x ≥ 0. */
export function power(x: number, y: number): number {
  return x === 0 ? 0 : exp(y * ln(x));
}

/** Quantile of the standard normal distribution, 0 < p < 1; Wichura's AS 241, about 1e-15 relative. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('a normal quantile needs a share strictly between 0 and 1');
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q *
        horner(
          r,
          [
            3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
            67265.7709270087, 33430.57558358813, 2509.0809287301227,
          ],
        )) /
      horner(
        r,
        [
          1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
          28729.085735721943, 5226.495278852854,
        ],
      )
    );
  }
  const r = Math.sqrt(-ln(q < 0 ? p : 1 - p));
  const x =
    r <= 5
      ? horner(
          r - 1.6,
          [
            1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
            0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
          ],
        ) /
        horner(
          r - 1.6,
          [
            1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
            0.0005475938084995345, 1.0507500716444169e-9,
          ],
        )
      : horner(
          r - 5,
          [
            6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
            0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
          ],
        ) /
        horner(
          r - 5,
          [
            1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
            0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
          ],
        );
  return q < 0 ? -x : x;
}

function horner(x: number, coefficients: readonly number[]): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + (coefficients[i] ?? 0);
  return sum;
}

/** Cells of a quantile table; a power of two, so that a uniform's top bits are its cell. */
export const TABLE_CELLS = 1024;

/**
 * A quantile table from a quantile function: 1,025 knots, read with straight lines between them by
 * {@link import('./samplers').fromTable}. Open ends are cut at half a cell; where `mean` is given the knots are scaled so
 * that the table's own mean is exactly that.
 */
export function quantileTable(quantile: (p: number) => number, mean?: number): Float64Array {
  const knots = new Float64Array(TABLE_CELLS + 1);
  for (let i = 0; i <= TABLE_CELLS; i++) {
    const p = Math.min(Math.max(i / TABLE_CELLS, 0.15 / TABLE_CELLS), 1 - 0.15 / TABLE_CELLS);
    knots[i] = quantile(p);
  }
  if (mean !== undefined) {
    const own = tableMean(knots);
    for (let i = 0; i <= TABLE_CELLS; i++) knots[i]! *= mean / own;
  }
  return knots;
}

/** Mean of what a quantile table yields. */
export function tableMean(knots: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < knots.length - 1; i++) sum += (knots[i]! + knots[i + 1]!) / 2;
  return sum / (knots.length - 1);
}

/** Variance of what a quantile table yields. */
export function tableVariance(knots: Float64Array): number {
  const mean = tableMean(knots);
  let sum = 0;
  for (let i = 0; i < knots.length - 1; i++) {
    const a = knots[i]! - mean;
    const b = knots[i + 1]! - mean;
    sum += (a * a + a * b + b * b) / 3;
  }
  return sum / (knots.length - 1);
}

/**
 * Lognormal with mean 1 and this standard deviation of the logarithm; 0 gives exactly 1. The last knot is placed so that
 * the table's variance, too, is exactly the law's: long waits hang on it.
 */
export function lognormalTable(logSd: number): Float64Array {
  if (logSd === 0) return new Float64Array(TABLE_CELLS + 1).fill(1);
  const knots = quantileTable((p) => exp(logSd * normalQuantile(p) - (logSd * logSd) / 2));
  const variance = exp(logSd * logSd) - 1;
  for (let turn = 0; turn < 200; turn++) {
    const mean = tableMean(knots);
    for (let i = 0; i <= TABLE_CELLS; i++) knots[i]! /= mean;
    const before = knots[TABLE_CELLS - 1]!;
    const last = knots[TABLE_CELLS]!;
    // The last cell adds (a² + ab + b²) ÷ 3 to the second moment; b is what it must be for the rest to come out.
    const missing = (variance - tableVariance(knots)) * TABLE_CELLS * 3;
    const square = before * before + before * last + last * last + missing;
    knots[TABLE_CELLS] = Math.max(before, (-before + Math.sqrt(Math.max(0, 4 * square - 3 * before * before))) / 2);
  }
  const mean = tableMean(knots);
  for (let i = 0; i <= TABLE_CELLS; i++) knots[i]! /= mean;
  return knots;
}

/** Standard normal. */
export function normalTable(): Float64Array {
  return quantileTable(normalQuantile);
}

/** Exponential with mean 1, without its last cell, which the sampler draws again (the law has no memory). */
export function exponentialTable(): Float64Array {
  const knots = new Float64Array(TABLE_CELLS + 1);
  for (let i = 0; i < TABLE_CELLS; i++) knots[i] = -ln(1 - i / TABLE_CELLS);
  knots[TABLE_CELLS] = knots[TABLE_CELLS - 1]! + 1;
  return knots;
}

/**
 * Cumulative thresholds of a Poisson law on the scale of 32-bit uniforms: the draw is the first k with u < threshold[k].
 * @param mean at least 0
 */
export function poissonThresholds(mean: number): Float64Array {
  const thresholds: number[] = [];
  // The first terms of a large mean are smaller than any number.
  let log = -mean;
  let k = 0;
  for (; log < -700; log += ln(mean / ++k)) thresholds.push(0);
  let term = exp(log);
  let sum = term;
  for (; k < 4 * mean + 40; k++) {
    thresholds.push(sum * TWO_32);
    term *= mean / (k + 1);
    sum += term;
  }
  thresholds.push(TWO_32);
  return Float64Array.from(thresholds);
}

/** A probability as a threshold for 32-bit uniforms: `u < threshold(p)` happens with probability p. */
export function threshold(p: Share): number {
  return Math.round(Math.min(1, Math.max(0, p)) * TWO_32);
}
