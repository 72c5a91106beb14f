/**
 * How exactly a number may be read: rounding as published, the error of a chance from a finite number of futures,
 * and its interval.
 */
import type { MeasureUnit } from '../measures';

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

/** Half the width of an interval, in percentage points. Example: [0.569, 0.631] is 3.1. */
export function halfWidthPoints([low, high]: readonly [number, number]): number {
  return ((high - low) / 2) * 100;
}
