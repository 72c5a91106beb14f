/**
 * Reviews of plans. A looked-after child's review falls due 20 working days after the start, then after 3 months, then
 * every 6; a child protection review after 3 months, then every 6. It is on time when the arrangements allow it (chair,
 * venue, papers), a chair has capacity, the child has a worker, and that worker had time to prepare. A child takes part
 * when helped to, which takes the same preparation.
 */
import { threshold } from '../engine/tables';
import { CAUSE } from '../engine/streams';
import { TWO_32 } from '../units';
import { add, AT, draw, future } from './future';
import { NOT_LOOKED_AFTER, PLAN, REVIEWS, WORKER, rowOf } from './rows';
import { LAC } from './world';

const FIRST_LAC_DAYS = 20;
const THREE_MONTHS = 91;
const SIX_MONTHS = 182;

/** A day long before any other. */
const LONG_AGO = -100000;

/**
 * The reviews of a plan begin; none is in the diary yet.
 * @param since first working day as a looked-after child; NOT_LOOKED_AFTER for others
 * @returns the row, which the plan is to refer to
 */
export function openReviews(plan: number, since: number): number {
  const { reviewed } = future.world;
  const row = reviewed.take();
  const r = reviewed.cells;
  r[row + REVIEWS.plan] = plan;
  r[row + REVIEWS.number] = 0;
  r[row + REVIEWS.day] = -1;
  r[row + REVIEWS.lookedAfterSince] = since;
  r[row + REVIEWS.lastDay] = LONG_AGO;
  r[row + REVIEWS.lastLateDay] = LONG_AGO;
  r[row + REVIEWS.lastMissedDay] = LONG_AGO;
  return row;
}

/** The reviews of a plan end with it; the row is used again once the diary does not refer to it. */
export function closeReviews(plan: number): void {
  const { reviewed, plans } = future.world;
  const r = reviewed.cells;
  const row = plans.cells[plan + PLAN.reviews]!;
  r[row + REVIEWS.lookedAfterSince] = NOT_LOOKED_AFTER;
  if (r[row + REVIEWS.day]! < 0) reviewed.give(row);
  else r[row + REVIEWS.plan] = -1;
}

/**
 * Puts the plan's next review into the diary, where it has any.
 * @param number how many have been held
 * @param phase other than 0 places it evenly within the next six months
 */
export function scheduleReview(plan: number, number: number, phase: number): void {
  const { world, day, model } = future;
  const p = world.plans.cells;
  const row = p[plan + PLAN.reviews]!;
  if (row < 0) return;
  const r = world.reviewed.cells;
  const lookedAfter = p[plan + PLAN.kind] === LAC;
  r[row + REVIEWS.number] = number;
  r[row + REVIEWS.day] = -1;
  let due: number;
  if (phase > 0) due = daysAfter(day, Math.floor((phase / TWO_32) * SIX_MONTHS) + 1);
  else if (lookedAfter && number === 0) due = day + FIRST_LAC_DAYS;
  else due = daysAfter(day, number <= (lookedAfter ? 1 : 0) ? THREE_MONTHS : SIX_MONTHS);
  if (due >= model.clock.days) return;
  r[row + REVIEWS.day] = due;
  r[row + REVIEWS.next] = world.diary[due]!;
  world.diary[due] = row;
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
  const { world, streams, now, day } = future;
  const { reviewed, plans, n } = world;
  const p = plans.cells;
  const r = reviewed.cells;
  const participation = now.participation;
  const bookedCp = threshold(future.model.held.cpReviewBooking);
  const bookedLac = threshold(now.reviewBooking);
  let row = world.diary[day]!;
  world.diary[day] = -1;
  while (row >= 0) {
    const next = r[row + REVIEWS.next]!;
    const plan = r[row + REVIEWS.plan]!;
    if (plan < 0) {
      reviewed.give(row);
      row = next;
      continue;
    }
    const number = r[row + REVIEWS.number]!;
    const lookedAfter = p[plan + PLAN.kind] === LAC;
    draw(CAUSE.review, p[plan + PLAN.entity]!, number);
    const prepared = preparation(plan);
    let onTime = streams.u0 < (lookedAfter ? bookedLac : bookedCp) && streams.u1 < threshold(prepared);
    if (lookedAfter) {
      if (onTime && n.chairTokens >= 1) n.chairTokens--;
      else onTime = false;
      add(AT.lac_reviews, 1);
      if (onTime) add(AT.lac_reviews_in_time, 1);
      else r[row + REVIEWS.lastLateDay] = day;
      r[row + REVIEWS.lastDay] = day;
      if (streams.u2 >= threshold(participation * prepared)) r[row + REVIEWS.lastMissedDay] = day;
    } else {
      add(AT.cp_reviews, 1);
      if (onTime) add(AT.cp_reviews_in_time, 1);
    }
    scheduleReview(plan, number + 1, 0);
    row = next;
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
