/**
 * Reviews of plans. A looked-after child's review falls due 20 working days after the start, then after 3 months, then
 * every 6; a child protection review after 3 months, then every 6. It is on time when the arrangements allow it (chair,
 * venue, papers), a chair has capacity, the child has a worker, and that worker had time to prepare. A child takes part
 * when helped to, which takes the same preparation.
 */
import { threshold, TWO_32 } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { AT } from './at';
import { add, draw, future, now, streams } from './future';
import { model } from './model';
import { addressOf, NOT_LOOKED_AFTER, Plan, Reviews, reviewsAt } from './rows';
import { diary, LAC, reviewed, workerOf, world } from './world';

const FIRST_LAC_DAYS: i32 = 20;
const THREE_MONTHS: i32 = 91;
const SIX_MONTHS: i32 = 182;

/** A day long before any other. */
const LONG_AGO: i32 = -100000;

/**
 * The reviews of a plan begin; none is in the diary yet.
 * @param since first working day as a looked-after child; NOT_LOOKED_AFTER for others
 * @returns the row, which the plan is to refer to
 */
export function openReviews(plan: Plan, since: i32): Reviews {
  const row = changetype<Reviews>(reviewed.take());
  row.plan = plan;
  row.number = 0;
  row.day = -1;
  row.lookedAfterSince = since;
  row.lastDay = LONG_AGO;
  row.lastLateDay = LONG_AGO;
  row.lastMissedDay = LONG_AGO;
  return row;
}

/** The reviews of a plan end with it; the row is used again once the diary does not refer to it. */
export function closeReviews(plan: Plan): void {
  const row = plan.reviews!;
  row.lookedAfterSince = NOT_LOOKED_AFTER;
  if (row.day < 0) reviewed.give(addressOf(row));
  else row.plan = null;
}

/**
 * Puts the plan's next review into the diary, where it has any.
 * @param number how many have been held
 * @param phase other than 0 places it evenly within the next six months
 */
export function scheduleReview(plan: Plan, number: i32, phase: u32): void {
  const row = plan.reviews;
  if (row === null) return;
  const day = future.day;
  const lookedAfter = plan.kind == LAC;
  row.number = number;
  row.day = -1;
  let due: i32;
  if (phase > 0) due = daysAfter(day, <i32>Math.floor((<f64>phase / TWO_32) * <f64>SIX_MONTHS) + 1);
  else if (lookedAfter && number == 0) due = day + FIRST_LAC_DAYS;
  else due = daysAfter(day, number <= (lookedAfter ? 1 : 0) ? THREE_MONTHS : SIX_MONTHS);
  if (due >= model.days) return;
  row.day = due;
  row.next = reviewsAt(diary[due]);
  diary[due] = addressOf(row);
}

/** The last working day no later than so many calendar days after a working day, and at least the next one. */
function daysAfter(day: i32, calendarDays: i32): i32 {
  const civil = model.civil;
  const target = civil[day] + calendarDays;
  let at = min<i32>(model.days - 1, day + (calendarDays * 5) / 7 + 3);
  if (civil[at] < target) return at + 1;
  while (at > day + 1 && civil[at] > target) at--;
  return at;
}

/** Holds today's reviews, or counts them late. */
export function holdReviews(): void {
  const day = future.day;
  const bookedCp = threshold(model.cpReviewBooking);
  const bookedLac = threshold(now.reviewBooking);
  let row = reviewsAt(diary[day]);
  diary[day] = 0;
  while (row !== null) {
    const next = row.next;
    const plan = row.plan;
    if (plan === null) reviewed.give(addressOf(row));
    else holdReview(plan, row, plan.kind == LAC ? bookedLac : bookedCp);
    row = next;
  }
}

/** Holds a review, or counts it late; `booked` is the threshold for its arrangements. */
function holdReview(plan: Plan, row: Reviews, booked: f64): void {
  const day = future.day;
  const number = row.number;
  draw(CAUSE.review, plan.entity, number);
  const prepared = preparation(plan);
  let onTime = <f64>streams.u0 < booked && <f64>streams.u1 < threshold(prepared);
  if (plan.kind == LAC) {
    if (onTime && world.chairTokens >= 1) world.chairTokens -= 1;
    else onTime = false;
    add(AT.lac_reviews, 1);
    if (onTime) add(AT.lac_reviews_in_time, 1);
    else row.lastLateDay = day;
    row.lastDay = day;
    if (<f64>streams.u2 >= threshold(now.participation * prepared)) row.lastMissedDay = day;
  } else {
    add(AT.cp_reviews, 1);
    if (onTime) add(AT.cp_reviews_in_time, 1);
  }
  scheduleReview(plan, number + 1, 0);
}

/** Share of the preparation a child's worker has time for; 0 where the child has none. */
function preparation(plan: Plan): f64 {
  const holder = plan.holder;
  if (holder < 0) return 0;
  const w = workerOf(holder);
  return w.planDue <= 0 ? 1 : min<f64>(1, <f64>w.minutes / <f64>w.planDue);
}
