/** Who has room for another case: a full worker's ceiling, lower for newly qualified and new starters, less what is held. */
import { Ints } from '../engine/cells';
import { setRoom } from '../engine/room-lists';
import { ceilings, future, now, supervision } from './future';
import { LEARNERS, MOVED, OTHERS } from './layout';
import { model } from './model';
import { EMPTY, HOLDS, PLAN_ROOM, QUARTERS, STRIKE_ROOM, teamOf, touched, workerOf, world } from './world';

/** Slots kept for what follows from an assessment in hand. */
export const SPARE_SLOTS: i32 = 2;

/** Share of a full worker's time and load: newly qualified carry less, new starters rise evenly to it. */
function productivity(worker: i32): f64 {
  const w = workerOf(worker);
  const served = <f64>(future.day - w.serviceStart + 1);
  const ramp = served >= model.rampDays ? 1.0 : max<f64>(1, served) / model.rampDays;
  return w.newUntil >= future.day ? ramp * model.newlyQualifiedShare : ramp;
}

/**
 * Renews what a worker can carry, once a week, as a month's levers change, and on the first day: the most cases (at
 * least 1; points where cases are weighted) and the minutes of a day, less the supervision that experienced colleagues give.
 */
export function renewCapacity(worker: i32): void {
  const w = workerOf(worker);
  const team = w.team;
  const share = productivity(worker);
  const leaning = <f64>w.leaning / 1024;
  const supervised = w.newUntil >= future.day ? 0.0 : supervision[team];
  const ceiling = <i32>max<f64>(1, Math.round(ceilings[team] * share * leaning));
  const minutes = Math.round(model.workMinutes * now.hoursFactor * share - supervised);
  const full = <i32>max<f64>(0, min<f64>(<f64>future.dayMinutes, minutes));
  if (ceiling == w.ceiling && full == w.full) return;
  w.ceiling = ceiling;
  w.full = full;
  touched.add(worker);
  updateRoom(worker);
}

const WEEK: i32 = 5;

/** Once a week: renews the capacity of those for whom it moves between two months: new starters and newly qualified. */
export function renewIfMoving(worker: i32): void {
  const w = workerOf(worker);
  const day = future.day;
  if (<f64>(day - w.serviceStart) <= model.rampDays + <f64>WEEK || w.newUntil >= day - WEEK) renewCapacity(worker);
}

/** Supervision has to change by so many minutes a day before a team's days are set anew within the month. */
const NOTICED_MINUTES: f64 = 0.5;

/** Newly qualified workers of each team, and everybody else; whether a team's supervision has moved. */
const learners = changetype<Ints>(LEARNERS);
const others = changetype<Ints>(OTHERS);
const moved = changetype<Ints>(MOVED);

/**
 * Minutes a day each experienced colleague of a team gives to supervising its newly qualified workers. Weekly; where they
 * have changed noticeably, so does everybody's day.
 */
export function shareSupervision(): void {
  const teams = model.teams;
  learners.fill(0, teams);
  others.fill(0, teams);
  for (let worker = 0; worker < world.workerCount; worker++) {
    const w = workerOf(worker);
    if (w.kind == EMPTY) continue;
    if (w.newUntil >= future.day) learners[w.team] = learners[w.team] + 1;
    else others[w.team] = others[w.team] + 1;
  }
  let anyMoved = false;
  for (let team = 0; team < teams; team++) {
    const each = (<f64>learners[team] * model.newlyQualifiedSupervisionMinutes) / <f64>max<i32>(1, others[team]);
    const before = supervision[team];
    moved[team] = 0;
    if (Math.abs(each - before) < NOTICED_MINUTES && (each > 0 || before == 0)) continue;
    supervision[team] = each;
    moved[team] = 1;
    anyMoved = true;
  }
  if (!anyMoved) return;
  for (let worker = 0; worker < world.workerCount; worker++) {
    const w = workerOf(worker);
    if (w.kind != EMPTY && moved[w.team] == 1) renewCapacity(worker);
  }
}

/** Puts a plan worker's day into the team's totals, in place of the day before; due and lost in whole minutes. */
export function countPlanDay(worker: i32, available: i32, due: i32, lost: i32, used: i32): void {
  const w = workerOf(worker);
  const team = teamOf(w.team);
  world.planAvailable += available - w.dayAvailable;
  team.planDue += due - w.dayDue;
  team.planLost += lost - w.dayLost;
  world.planUsed += used - w.dayUsed;
  w.dayAvailable = available;
  w.dayDue = due;
  w.dayLost = lost;
  w.dayUsed = used;
}

/** Which of the lists of those with room a team's workers stand on; -1 for teams that take no cases. */
export function listOfTeam(team: i32): i32 {
  const t = teamOf(team);
  if (t.holds > HOLDS.plans) return -1;
  if (t.holds == HOLDS.plans) return PLAN_ROOM;
  return t.strike == 1 ? STRIKE_ROOM : t.pool;
}

/** Brings the worker's place on the lists of those with room up to date. */
export function updateRoom(worker: i32): void {
  const w = workerOf(worker);
  const list = w.list;
  if (list < 0) return;
  let room = 0;
  if (w.awayUntil < 0 && w.kind != EMPTY) {
    room = (w.ceiling * QUARTERS - w.points) >> 2;
    if (list != PLAN_ROOM) room = min<i32>(room, future.maxSlots - SPARE_SLOTS - w.assessments);
  }
  setRoom(list, worker, room);
}
