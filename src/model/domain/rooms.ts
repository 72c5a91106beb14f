/** Who has room for another case: a full worker's ceiling, lower for newly qualified and new starters, less what is held. */
import type { Future } from './future';
import { EMPTY, HOLDS, QUARTERS, type World } from './world';

/** Slots kept for what follows from an assessment in hand. */
export const SPARE_SLOTS = 2;

/** Share of a full worker's time and load: newly qualified carry less, new starters rise evenly to it. */
function productivity(future: Future, worker: number): number {
  const { workforce } = future.model;
  const { serviceStart, newUntil } = future.world.workers.of;
  const served = future.day - serviceStart[worker]! + 1;
  const ramp = served >= workforce.rampDays ? 1 : Math.max(1, served) / workforce.rampDays;
  return newUntil[worker]! >= future.day ? ramp * workforce.newlyQualifiedShare : ramp;
}

/**
 * Renews what a worker can carry, once a week, as a month's levers change, and on the first day: the most cases (at
 * least 1; points where cases are weighted) and the minutes of a day, less the supervision that experienced colleagues give.
 */
export function renewCapacity(future: Future, worker: number): void {
  const { world, model, now, supervision, day } = future;
  const w = world.workers.of;
  const team = w.team[worker]!;
  const share = productivity(future, worker);
  const leaning = w.leaning[worker]! / 1024;
  const supervised = w.newUntil[worker]! >= day ? 0 : supervision[team]!;
  w.ceiling[worker] = Math.max(1, Math.round(now.ceilings[team]! * share * leaning));
  const minutes = Math.round(model.workforce.workMinutes * now.hoursFactor * share - supervised);
  w.full[worker] = Math.max(0, Math.min(model.clock.dayMinutes, minutes));
  world.touched.add(worker);
  updateRoom(future, worker);
}

const WEEK = 5;

/** Once a week: renews the capacity of those for whom it moves between two months: new starters and newly qualified. */
export function renewIfMoving(future: Future, worker: number): void {
  const { serviceStart, newUntil } = future.world.workers.of;
  const { day } = future;
  if (day - serviceStart[worker]! <= future.model.workforce.rampDays + WEEK || newUntil[worker]! >= day - WEEK)
    renewCapacity(future, worker);
}

/** Puts a plan worker's day into the team's totals, in place of the day before. */
export function countPlanDay(
  world: World,
  worker: number,
  available: number,
  due: number,
  lost: number,
  used: number,
): void {
  const { n } = world;
  const w = world.workers.of;
  n.planAvailable += available - w.dayAvailable[worker]!;
  n.planDue += due - w.dayDue[worker]!;
  n.planLost += lost - w.dayLost[worker]!;
  n.planUsed += used - w.dayUsed[worker]!;
  w.dayAvailable[worker] = available;
  w.dayDue[worker] = due;
  w.dayLost[worker] = lost;
  w.dayUsed[worker] = used;
}

/** Brings the worker's place on the lists of those with room up to date. */
export function updateRoom(future: Future, worker: number): void {
  const { world, model } = future;
  const { kind, team, awayUntil, assessments, points, ceiling } = world.workers.of;
  const { holds, pool, strike } = model.workforce.teams[team[worker]!]!;
  if (holds > HOLDS.plans) return;
  const present = kind[worker] !== EMPTY && awayUntil[worker]! < 0;
  const room = (ceiling[worker]! * QUARTERS - points[worker]!) >> 2;
  if (holds === HOLDS.plans) {
    world.planRoom.set(worker, present ? room : 0);
  } else {
    const slots = model.workforce.maxSlots - SPARE_SLOTS - assessments[worker]!;
    const list = strike ? world.rooms.length - 1 : pool;
    world.rooms[list]!.set(worker, present ? (room < slots ? room : slots) : 0);
  }
}
