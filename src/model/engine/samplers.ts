/** Draws from tables with one 32-bit uniform each; no logarithm, no loop but the exponential's rare last cell. */
import { TABLE_CELLS } from './tables';

const SHIFT = 22; // 32 bits less the 10 that name the cell
const LOW_MASK = (1 << SHIFT) - 1;
const LOW_SCALE = 1 / (1 << SHIFT);

/** A value of a quantile table: straight line within the cell of `u`. */
export function fromTable(knots: Float64Array, u: number): number {
  const cell = u >>> SHIFT;
  const low = knots[cell]!;
  return low + (knots[cell + 1]! - low) * ((u & LOW_MASK) * LOW_SCALE);
}

/** The same of one of several tables side by side, of which the first knot stands at `start`. */
export function fromTables(knots: Float64Array, start: number, u: number): number {
  const at = start + (u >>> SHIFT);
  const low = knots[at]!;
  return low + (knots[at + 1]! - low) * ((u & LOW_MASK) * LOW_SCALE);
}

/** An exponential with mean 1. In the last cell the law begins anew from the lower bits. */
export function exponential(knots: Float64Array, u: number): number {
  return u >>> SHIFT < TABLE_CELLS - 1 ? fromTable(knots, u) : tailOfExponential(knots, u);
}

function tailOfExponential(knots: Float64Array, u: number): number {
  let past = 0;
  let v = u;
  for (let turn = 0; turn < 2; turn++) {
    if (v >>> SHIFT < TABLE_CELLS - 1) return past + fromTable(knots, v);
    past += knots[TABLE_CELLS - 1]!;
    v = ((v & LOW_MASK) << (32 - SHIFT)) >>> 0;
  }
  return past + fromTable(knots, v);
}

/** The first k with u below its threshold. */
export function fromThresholds(thresholds: Float64Array, u: number): number {
  let k = 0;
  while (k < thresholds.length - 1 && u >= thresholds[k]!) k++;
  return k;
}
