/** Who has room for another case: a full worker's ceiling, lower for newly qualified and new starters, less what is held. */
import { future } from './future';
import { WORKER, rowOf } from './rows';
import { EMPTY, HOLDS, PLAN_ROOM, QUARTERS, STRIKE_ROOM, type World } from './world';

/** Slots kept for what follows from an assessment in hand. */
export const SPARE_SLOTS = 2;

/** Share of a full worker's time and load: newly qualified carry less, new starters rise evenly to it. */
function productivity(worker: number): number {
  const { workforce } = future.model;
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  const served = future.day - w[row + WORKER.serviceStart]! + 1;
  const ramp = served >= workforce.rampDays ? 1 : Math.max(1, served) / workforce.rampDays;
  return w[row + WORKER.newUntil]! >= future.day ? ramp * workforce.newlyQualifiedShare : ramp;
}

/**
 * Renews what a worker can carry, once a week, as a month's levers change, and on the first day: the most cases (at
 * least 1; points where cases are weighted) and the minutes of a day, less the supervision that experienced colleagues give.
 */
export function renewCapacity(worker: number): void {
  const { world, model, now, supervision, day } = future;
  const w = world.workers.cells;
  const row = rowOf(worker);
  const team = w[row + WORKER.team]!;
  const share = productivity(worker);
  const leaning = w[row + WORKER.leaning]! / 1024;
  const supervised = w[row + WORKER.newUntil]! >= day ? 0 : supervision[team]!;
  const ceiling = Math.max(1, Math.round(now.ceilings[team]! * share * leaning));
  const minutes = Math.round(model.workforce.workMinutes * now.hoursFactor * share - supervised);
  const full = Math.max(0, Math.min(future.dayMinutes, minutes));
  if (ceiling === w[row + WORKER.ceiling] && full === w[row + WORKER.full]) return;
  w[row + WORKER.ceiling] = ceiling;
  w[row + WORKER.full] = full;
  world.touched.add(worker);
  updateRoom(worker);
}

const WEEK = 5;

/** Once a week: renews the capacity of those for whom it moves between two months: new starters and newly qualified. */
export function renewIfMoving(worker: number): void {
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  const { day } = future;
  if (
    day - w[row + WORKER.serviceStart]! <= future.model.workforce.rampDays + WEEK ||
    w[row + WORKER.newUntil]! >= day - WEEK
  )
    renewCapacity(worker);
}

/** Supervision has to change by so many minutes a day before a team's days are set anew within the month. */
const NOTICED_MINUTES = 0.5;

/**
 * Minutes a day each experienced colleague of a team gives to supervising its newly qualified workers. Weekly; where they
 * have changed noticeably, so does everybody's day.
 */
export function shareSupervision(): void {
  const { world, model, day, supervision } = future;
  const w = world.workers.cells;
  const teams = model.workforce.teams.length;
  const learners = new Int32Array(teams);
  const others = new Int32Array(teams);
  for (let worker = 0; worker < world.workerCount; worker++) {
    if (w[rowOf(worker) + WORKER.kind] === EMPTY) continue;
    const team = w[rowOf(worker) + WORKER.team]!;
    if (w[rowOf(worker) + WORKER.newUntil]! >= day) learners[team]!++;
    else others[team]!++;
  }
  let anyMoved = false;
  const moved = new Uint8Array(teams);
  for (let t = 0; t < teams; t++) {
    const now = (learners[t]! * model.workforce.newlyQualifiedSupervisionMinutes) / Math.max(1, others[t]!);
    if (Math.abs(now - supervision[t]!) < NOTICED_MINUTES && (now > 0 || supervision[t] === 0)) continue;
    supervision[t] = now;
    moved[t] = 1;
    anyMoved = true;
  }
  if (!anyMoved) return;
  for (let worker = 0; worker < world.workerCount; worker++) {
    if (w[rowOf(worker) + WORKER.kind] !== EMPTY && moved[w[rowOf(worker) + WORKER.team]!] === 1) renewCapacity(worker);
  }
}

/** Puts a plan worker's day into the team's totals, in place of the day before; due and lost in whole minutes. */
export function countPlanDay(
  world: World,
  worker: number,
  available: number,
  due: number,
  lost: number,
  used: number,
): void {
  const { n, planDue, planLost } = world;
  const w = world.workers.cells;
  const row = rowOf(worker);
  const team = w[row + WORKER.team]!;
  n.planAvailable += available - w[row + WORKER.dayAvailable]!;
  planDue[team]! += due - w[row + WORKER.dayDue]!;
  planLost[team]! += lost - w[row + WORKER.dayLost]!;
  n.planUsed += used - w[row + WORKER.dayUsed]!;
  w[row + WORKER.dayAvailable] = available;
  w[row + WORKER.dayDue] = due;
  w[row + WORKER.dayLost] = lost;
  w[row + WORKER.dayUsed] = used;
}

/** Which of the lists of those with room a team's workers stand on; -1 for teams that take no cases. */
export function listOfTeam(team: number): number {
  const { holds, pool, strike } = future.model.workforce.teams[team]!;
  if (holds > HOLDS.plans) return -1;
  if (holds === HOLDS.plans) return PLAN_ROOM;
  return strike ? STRIKE_ROOM : pool;
}

/** Brings the worker's place on the lists of those with room up to date. */
export function updateRoom(worker: number): void {
  const { world } = future;
  const w = world.workers.cells;
  const row = rowOf(worker);
  const list = w[row + WORKER.list]!;
  if (list < 0) return;
  let room = 0;
  if (w[row + WORKER.awayUntil]! < 0 && w[row + WORKER.kind] !== EMPTY) {
    room = (w[row + WORKER.ceiling]! * QUARTERS - w[row + WORKER.points]!) >> 2;
    const slots = future.maxSlots - SPARE_SLOTS - w[row + WORKER.assessments]!;
    if (room > slots && list !== PLAN_ROOM) room = slots;
  }
  setRoom(list, worker, room);
}

function setRoom(list: number, worker: number, room: number): void {
  future.world.rooms.set(list, worker, room);
}

/** The least-loaded worker of a list with room for another case; -1 where nobody has any. */
export function roomiest(list: number): number {
  return future.world.rooms.roomiest(list);
}
