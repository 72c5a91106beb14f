/** Referrals: a Poisson stream whose level follows season, weekday, the month's own level and doubt about the year's. */
import { exponential, fromTable } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { openInitial } from './assessments';
import { AT, add, type Future } from './future';

/** No referral is left today. */
export const NO_MORE = 0x7fffffff;

/** Addresses of the run's own referrals begin here, so that none meets one of the warm-up. */
const RUN_ADDRESSES = 0x01000000;

/** Begins the stream of referrals of a run or a warm-up. */
export function openDemand(future: Future): void {
  const { n } = future.world;
  n.arrivals = future.warm ? 0 : RUN_ADDRESSES;
  n.exposure = 0;
  n.nextArrival = gapBefore(future);
}

/** Draws the facts of the referral numbered `n.arrivals`: whether it goes on, kept until it comes, and the gap before it. */
function gapBefore(future: Future): number {
  future.streams.draw(CAUSE.referral, future.world.n.arrivals);
  future.world.n.nextGoesOn = future.streams.u0;
  return exponential(future.model.demand.gap, future.streams.u2);
}

/** Draws the level of the month that begins. */
export function drawMonthLevel(future: Future): void {
  const { demand } = future.model;
  future.streams.draw(CAUSE.monthLevel, future.month + 1000);
  future.level = fromTable(demand.monthLevel, future.streams.u0);
}

/** Standard time that passes today: how many referrals are expected. */
function expectedToday(future: Future): number {
  return future.model.demand.intensity[future.day]! * future.level * future.yearLevel;
}

/** Minute of today at which the next referral comes, or NO_MORE. */
export function nextReferral(future: Future): number {
  const { n } = future.world;
  const expected = expectedToday(future);
  const into = n.nextArrival - n.exposure;
  if (into >= expected) return NO_MORE;
  return future.model.demand.startOfDay ? 0 : Math.floor((into / expected) * future.model.clock.dayMinutes);
}

/** Takes the referral in: screened, and either it ends there or an initial assessment begins. */
export function takeReferral(future: Future, minute: number): void {
  const { world, model, now } = future;
  const entity = world.n.arrivals;
  const goesOn = world.n.nextGoesOn;
  add(future, AT.referrals, 1);
  world.n.screeningDue += model.pathway.screeningMinutes;
  if (goesOn < now.goesOn * valve(future))
    openInitial(future, entity, minute, goesOn >= model.pathway.goesOnAtBaseline);
  world.n.arrivals++;
  world.n.nextArrival += gapBefore(future);
}

/** The day is over: its expected referrals have passed. */
export function closeDemand(future: Future): void {
  future.world.n.exposure += expectedToday(future);
}

/** The front door under pressure: part of the share assessed that is left as thresholds rise with the open work. */
function valve(future: Future): number {
  const { pathway } = future.model;
  const over = future.world.n.backlogDays / pathway.valveFromDays - 1;
  return over <= 0 || pathway.valve === 0 ? 1 : Math.max(pathway.valveFloor, 1 - pathway.valve * over);
}
