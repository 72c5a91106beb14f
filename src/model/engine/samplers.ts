/** Draws from tables with one 32-bit uniform each; no logarithm, no loop but the exponential's rare last cell. */
import { Reals } from './cells';

/** Cells of a quantile table; see `tables.ts`. */
const TABLE_CELLS: u32 = 1024;
const SHIFT: u32 = 22; // 32 bits less the 10 that name the cell
const LOW_MASK: u32 = (1 << SHIFT) - 1;
const LOW_SCALE: f64 = 1.0 / <f64>(1 << SHIFT);

/** A value of a quantile table: straight line within the cell of `u`. */
export function fromTable(knots: Reals, u: u32): f64 {
  const cell = u >>> SHIFT;
  const low = knots[cell];
  return low + (knots[cell + 1] - low) * (<f64>(u & LOW_MASK) * LOW_SCALE);
}

/** An exponential with mean 1. In the last cell the law begins anew from the lower bits. */
export function exponential(knots: Reals, u: u32): f64 {
  return u >>> SHIFT < TABLE_CELLS - 1 ? fromTable(knots, u) : tailOfExponential(knots, u);
}

function tailOfExponential(knots: Reals, u: u32): f64 {
  let past: f64 = 0;
  let v = u;
  for (let turn = 0; turn < 2; turn++) {
    if (v >>> SHIFT < TABLE_CELLS - 1) return past + fromTable(knots, v);
    past += knots[TABLE_CELLS - 1];
    v = (v & LOW_MASK) << (32 - SHIFT);
  }
  return past + fromTable(knots, v);
}

/** The first k with u below its threshold, of `count` of them. */
export function fromThresholds(thresholds: Reals, count: i32, u: u32): i32 {
  let k = 0;
  while (k < count - 1 && <f64>u >= thresholds[k]) k++;
  return k;
}

/** Uniforms there are: a uniform is below it. */
export const TWO_32: f64 = 4294967296;

/** A probability as a threshold for 32-bit uniforms: `u < threshold(p)` happens with probability p. */
export function threshold(p: f64): f64 {
  return Math.round(min<f64>(1, max<f64>(0, p)) * TWO_32);
}
