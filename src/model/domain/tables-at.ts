/** What stands by stage, day and cell of a quantile table, near at hand. */
import { Ints, Reals } from '../engine/cells';
import { fromTable } from '../engine/samplers';
import { EFFORT, ELAPSED, GAP, KNOTS, LIMITS, MOST_DAYS, SINGLE_ON } from './layout';
import { stageOf } from './world';

/** Quantile tables: of the effort of an assessment, and of an exponential with mean 1. */
export const effort = changetype<Reals>(EFFORT);
export const gap = changetype<Reals>(GAP);
/** 1 on days on which a referral leads to one single assessment. */
export const singleOn = changetype<Ints>(SINGLE_ON);
const limits = changetype<Ints>(LIMITS);

/** Limit in working days of work of a stage that starts on a day. */
export function limitOn(stage: i32, day: i32): i32 {
  return limits[stage * MOST_DAYS + day];
}

/** Elapsed time of work of a stage in working days, rounded up, for a uniform: a share of its limit. */
export function elapsedDays(stage: i32, limit: i32, u: u32): i32 {
  if (stageOf(stage).takesTime == 0) return 0;
  const share = fromTable(changetype<Reals>(ELAPSED + 8 * <usize>(stage * KNOTS)), u);
  return <i32>Math.ceil(<f64>limit * share - 1e-9);
}

/** Of quantile tables side by side, the one of a number. */
export function tableAt(tables: Reals, number: i32): Reals {
  return changetype<Reals>(changetype<usize>(tables) + 8 * <usize>(number * KNOTS));
}
