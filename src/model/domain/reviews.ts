/**
 * Reviews of plans. A looked-after child's review falls due 20 working days after the start, then after 3 months, then
 * every 6; a child protection review after 3 months, then every 6. It is on time when the arrangements allow it (chair,
 * venue, papers), a chair has capacity, the child has a worker, and that worker had time to prepare. A child takes part
 * when helped to, which takes the same preparation.
 */
import { threshold } from '../engine/tables';
import { CAUSE } from '../engine/streams';
import { TWO_32 } from '../units';
import { AT, add, future } from './future';
import { forgetIfDone } from './plans';
import { PLAN, WORKER, rowOf } from './rows';
import { CIN, LAC } from './world';

const FIRST_LAC_DAYS = 20;
const THREE_MONTHS = 91;
const SIX_MONTHS = 182;

/** Puts the plan's next review into the diary; a phase other than 0 places it evenly within the next six months. */
export function scheduleReview(plan: number, phase: number): void {
  const p = future.world.plans.cells;
  const { day } = future;
  p[plan + PLAN.reviewDay] = -1;
  if (p[plan + PLAN.kind] === CIN) return;
  const number = p[plan + PLAN.reviewNumber]!;
  let due: number;
  if (phase > 0) due = daysAfter(day, Math.floor((phase / TWO_32) * SIX_MONTHS) + 1);
  else if (p[plan + PLAN.kind] === LAC && number === 0) due = day + FIRST_LAC_DAYS;
  else due = daysAfter(day, number <= (p[plan + PLAN.kind] === LAC ? 1 : 0) ? THREE_MONTHS : SIX_MONTHS);
  const { reviews } = future.world;
  if (due >= future.model.clock.days) return;
  p[plan + PLAN.reviewDay] = due;
  p[plan + PLAN.reviewNext] = reviews[due]!;
  reviews[due] = plan;
}

/** The last working day no later than so many calendar days after a working day, and at least the next one. */
function daysAfter(day: number, calendarDays: number): number {
  const { civil } = future.model.clock;
  const target = civil[day]! + calendarDays;
  let at = Math.min(civil.length - 1, day + Math.floor((calendarDays * 5) / 7) + 3);
  if (civil[at]! < target) return at + 1;
  while (at > day + 1 && civil[at]! > target) at--;
  return at;
}

/** Holds today's reviews, or counts them late. */
export function holdReviews(): void {
  const { world, streams, now } = future;
  const p = world.plans.cells;
  let plan = world.reviews[future.day]!;
  world.reviews[future.day] = -1;
  while (plan >= 0) {
    const next = p[plan + PLAN.reviewNext]!;
    p[plan + PLAN.reviewDay] = -1;
    if (p[plan + PLAN.alive] === 0) {
      forgetIfDone(plan);
      plan = next;
      continue;
    }
    streams.draw(CAUSE.review, p[plan + PLAN.entity]!, p[plan + PLAN.reviewNumber]);
    const prepared = preparation(plan);
    const booking = p[plan + PLAN.kind] === LAC ? now.reviewBooking : future.model.held.cpReviewBooking;
    let onTime = streams.u0 < threshold(booking) && streams.u1 < threshold(prepared);
    if (p[plan + PLAN.kind] === LAC) {
      if (onTime && world.n.chairTokens >= 1) world.n.chairTokens--;
      else onTime = false;
      add(AT.lac_reviews, 1);
      if (onTime) add(AT.lac_reviews_in_time, 1);
      else p[plan + PLAN.lastLateDay] = future.day;
      p[plan + PLAN.lastReviewDay] = future.day;
      if (streams.u2 >= threshold(now.participation * prepared)) p[plan + PLAN.lastMissedDay] = future.day;
    } else {
      add(AT.cp_reviews, 1);
      if (onTime) add(AT.cp_reviews_in_time, 1);
    }
    p[plan + PLAN.reviewNumber]!++;
    scheduleReview(plan, 0);
    plan = next;
  }
}

/** Share of the preparation a child's worker has time for; 0 where the child has none. */
function preparation(plan: number): number {
  const holder = future.world.plans.cells[plan + PLAN.holder]!;
  const row = rowOf(holder);
  if (holder < 0) return 0;
  const w = future.world.workers.cells;
  const due = w[row + WORKER.planDue]!;
  return due <= 0 ? 1 : Math.min(1, w[row + WORKER.minutes]! / due);
}
