/** Who has room for another case: a full worker's ceiling, lower for newly qualified and new starters, less what is held. */
import type { Future } from './future';
import { WORKER, rowOf } from './rows';
import { EMPTY, HOLDS, QUARTERS, type World } from './world';

/** Slots kept for what follows from an assessment in hand. */
export const SPARE_SLOTS = 2;

/** Share of a full worker's time and load: newly qualified carry less, new starters rise evenly to it. */
function productivity(future: Future, worker: number): number {
  const { workforce } = future.model;
  const w = future.world.workers.cells;
  const served = future.day - w[rowOf(worker) + WORKER.serviceStart]! + 1;
  const ramp = served >= workforce.rampDays ? 1 : Math.max(1, served) / workforce.rampDays;
  return w[rowOf(worker) + WORKER.newUntil]! >= future.day ? ramp * workforce.newlyQualifiedShare : ramp;
}

/**
 * Renews what a worker can carry, once a week, as a month's levers change, and on the first day: the most cases (at
 * least 1; points where cases are weighted) and the minutes of a day, less the supervision that experienced colleagues give.
 */
export function renewCapacity(future: Future, worker: number): void {
  const { world, model, now, supervision, day } = future;
  const w = world.workers.cells;
  const team = w[rowOf(worker) + WORKER.team]!;
  const share = productivity(future, worker);
  const leaning = w[rowOf(worker) + WORKER.leaning]! / 1024;
  const supervised = w[rowOf(worker) + WORKER.newUntil]! >= day ? 0 : supervision[team]!;
  w[rowOf(worker) + WORKER.ceiling] = Math.max(1, Math.round(now.ceilings[team]! * share * leaning));
  const minutes = Math.round(model.workforce.workMinutes * now.hoursFactor * share - supervised);
  w[rowOf(worker) + WORKER.full] = Math.max(0, Math.min(future.dayMinutes, minutes));
  world.touched.add(worker);
  updateRoom(future, worker);
}

const WEEK = 5;

/** Once a week: renews the capacity of those for whom it moves between two months: new starters and newly qualified. */
export function renewIfMoving(future: Future, worker: number): void {
  const w = future.world.workers.cells;
  const { day } = future;
  if (
    day - w[rowOf(worker) + WORKER.serviceStart]! <= future.model.workforce.rampDays + WEEK ||
    w[rowOf(worker) + WORKER.newUntil]! >= day - WEEK
  )
    renewCapacity(future, worker);
}

/** Minutes a day each experienced colleague of a team gives to supervising its newly qualified workers. */
export function shareSupervision(future: Future): void {
  const { world, model, day, supervision } = future;
  const w = world.workers.cells;
  const learners = new Int32Array(supervision.length);
  const others = new Int32Array(supervision.length);
  for (let worker = 0; worker < world.workerCount; worker++) {
    if (w[rowOf(worker) + WORKER.kind] === EMPTY) continue;
    if (w[rowOf(worker) + WORKER.newUntil]! >= day) learners[w[rowOf(worker) + WORKER.team]!]!++;
    else others[w[rowOf(worker) + WORKER.team]!]!++;
  }
  for (let t = 0; t < supervision.length; t++) {
    supervision[t] = (learners[t]! * model.workforce.newlyQualifiedSupervisionMinutes) / Math.max(1, others[t]!);
  }
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
  const w = world.workers.cells;
  n.planAvailable += available - w[rowOf(worker) + WORKER.dayAvailable]!;
  n.planDue += due - w[rowOf(worker) + WORKER.dayDue]!;
  n.planLost += lost - w[rowOf(worker) + WORKER.dayLost]!;
  n.planUsed += used - w[rowOf(worker) + WORKER.dayUsed]!;
  w[rowOf(worker) + WORKER.dayAvailable] = available;
  w[rowOf(worker) + WORKER.dayDue] = due;
  w[rowOf(worker) + WORKER.dayLost] = lost;
  w[rowOf(worker) + WORKER.dayUsed] = used;
}

/** Brings the worker's place on the lists of those with room up to date. */
export function updateRoom(future: Future, worker: number): void {
  const { world, model } = future;
  const w = world.workers.cells;
  const { holds, pool, strike } = model.workforce.teams[w[rowOf(worker) + WORKER.team]!]!;
  if (holds > HOLDS.plans) return;
  const present = w[rowOf(worker) + WORKER.kind] !== EMPTY && w[rowOf(worker) + WORKER.awayUntil]! < 0;
  const room = (w[rowOf(worker) + WORKER.ceiling]! * QUARTERS - w[rowOf(worker) + WORKER.points]!) >> 2;
  if (holds === HOLDS.plans) {
    world.planRoom.set(worker, present ? room : 0);
  } else {
    const slots = future.maxSlots - SPARE_SLOTS - w[rowOf(worker) + WORKER.assessments]!;
    const list = strike ? world.rooms.length - 1 : pool;
    world.rooms[list]!.set(worker, present ? (room < slots ? room : slots) : 0);
  }
}
