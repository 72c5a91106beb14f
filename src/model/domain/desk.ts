/**
 * A worker's desk: how the minutes of a day go to the assessments in hand. Urgent ones come first. Workers who work nearest
 * deadline first give every minute to the assessment that is due first; the others give each open assessment a minute in
 * turn; where the plan has it so, some leave what is already late to the last.
 *
 * Whole minutes, closed forms: nobody's day is stepped through minute by minute. A desk is seen to only when something
 * happens on it; until then its minutes gather in `pending`, days of them where need be, and each morning tells from
 * `untilDone` alone whether something will be worked off today.
 */
import { putEvent, removeEvent } from '../engine/day-events';
import { AT } from './at';
import { firstDue, firstUrgent, minutesUntilDone, onlyOne, orderOf } from './desk-order';
import { add, future } from './future';
import { Assessment, NEVER, Worker } from './rows';
import { slot, workerOf, world } from './world';

/** A desk need not be seen to today. */
export function seeToNoMore(worker: i32): void {
  removeEvent(worker);
}

/** Opens the desk of a worker who is here: `minutes` of today, at its end, are for assessments. */
export function openDesk(worker: i32, minutes: i32): void {
  const w = workerOf(worker);
  const start = future.dayMinutes - minutes;
  w.windowStart = start;
  if (w.load == 0) return;
  const due = w.untilDone - w.pending;
  if (due <= minutes) putEvent(worker, start + due);
}

/**
 * The last minute: what is left of the day joins the minutes not yet laid to any assessment. Returns those minutes, which
 * the team has then to count as used.
 */
export function closeDesk(worker: i32): i32 {
  const w = workerOf(worker);
  let minutes = 0;
  if (w.load > 0) {
    minutes = future.dayMinutes - workedFrom(w);
    w.pending += minutes;
    if (w.lateLast == 1) settle(worker);
  }
  w.worked = 0;
  w.windowStart = future.dayMinutes;
  return minutes;
}

/** The minute from which a worker's minutes are not laid to anything yet. */
function workedFrom(w: Worker): i32 {
  return max<i32>(w.worked, w.windowStart);
}

/** What is late changes with the day: a worker who leaves it to the last has the desk seen to every evening. */
function settle(worker: i32): void {
  const w = workerOf(worker);
  w.worked = future.dayMinutes;
  workUntil(worker, future.dayMinutes);
  w.untilDone = w.load == 0 ? NEVER : minutesUntilDone(worker, future.day + 1);
}

/** No minutes from here on, until the desk is opened. */
export function shutDesk(worker: i32): void {
  const w = workerOf(worker);
  w.worked = 0;
  w.windowStart = future.dayMinutes;
}

/** Works a worker's assessments off up to a minute of the day. */
export function workUntil(worker: i32, minute: i32): void {
  const w = workerOf(worker);
  const from = workedFrom(w);
  const before = w.pending;
  const minutes = minute > from ? before + minute - from : before;
  w.worked = minute;
  if (minutes == 0) return;
  w.pending = 0;
  const load = w.load;
  if (load == 0) return;
  const spent = w.deadlineFirst == 1 ? workInOrder(worker, minutes) : workUrgentThenInTurn(worker, minutes);
  w.load = load - spent;
  use(spent - before);
}

/** Minutes given to assessments: used by the team, and gone from the open work. */
export function use(minutes: i32): void {
  add(AT.minutes_used, <f64>minutes);
  world.openMinutes -= <f64>minutes;
}

/** Gives an assessment of so many minutes what it needs. Returns what is left of them. */
function give(job: Assessment, minutes: i32): i32 {
  const given = min<i32>(minutes, job.remaining);
  job.remaining -= given;
  return minutes - given;
}

/** Every minute to the assessment that is due first. Returns the minutes there was work for. */
function workInOrder(worker: i32, minutes: i32): i32 {
  let left = minutes;
  let job = workerOf(worker).first;
  while (job !== null) {
    left = give(job, left);
    if (left == 0) break;
    job = firstDue(worker, future.day);
  }
  return minutes - left;
}

/** Urgent assessments in their order, then a minute each of the others in turn. Returns the minutes there was work for. */
function workUrgentThenInTurn(worker: i32, minutes: i32): i32 {
  let left = minutes;
  if (workerOf(worker).urgent > 0) {
    while (left > 0) {
      const job = firstUrgent(worker);
      if (job === null) break;
      left = give(job, left);
    }
  }
  return left > 0 ? minutes - left + workInTurn(worker, left) : minutes;
}

/** A minute each, in turn. Returns the minutes there was work for. */
function workInTurn(worker: i32, minutes: i32): i32 {
  const w = workerOf(worker);
  const count = w.assessments;
  const base = worker * future.maxSlots;
  let left = minutes;
  while (left > 0) {
    let active = 0;
    let least = NEVER;
    for (let i = 0; i < count; i++) {
      const still = slot(base + i).remaining;
      if (still > 0) {
        active++;
        if (still < least) least = still;
      }
    }
    if (active == 0) break;
    const full = left < active ? 0 : left / active;
    const rounds = min<i32>(full, least - 1);
    if (rounds > 0) {
      for (let i = 0; i < count; i++) {
        const job = slot(base + i);
        if (job.remaining > 0) job.remaining -= rounds;
      }
      left -= rounds * active;
    }
    // One round more, in which one of them may be worked off, or the part of it that is left.
    let at = left > 0 ? w.turn % count : w.turn;
    for (let i = 0; i < count && left > 0; i++) {
      const job = slot(base + at);
      at = at + 1 == count ? 0 : at + 1;
      if (job.remaining > 0) {
        job.remaining--;
        left--;
      }
    }
    w.turn = at;
  }
  return minutes - left;
}

/** After something has changed on a desk that is worked off up to now: when its next assessment is worked off, today or later. */
export function reschedule(worker: i32): void {
  const w = workerOf(worker);
  if (w.load == 0) {
    w.first = null;
    w.untilDone = NEVER;
    seeToNoMore(worker);
    return;
  }
  seeToIn(worker, w.assessments == 1 ? onlyOne(worker) : minutesUntilDone(worker, future.day));
}

/** The same where an assessment has come to a desk: who keeps to deadlines goes on with the first, unless this one is due before it. */
export function rescheduleWith(job: Assessment, worker: i32): void {
  const w = workerOf(worker);
  const first = w.first;
  if (w.deadlineFirst <= w.lateLast || first === null || first.remaining == 0) {
    reschedule(worker);
    return;
  }
  const comesFirst = job.remaining > 0 && orderOf(job, worker) < orderOf(first, worker) ? job : first;
  w.first = comesFirst;
  seeToIn(worker, comesFirst.remaining);
}

/** A desk that is worked off up to now has to be seen to in so many minutes of work. */
function seeToIn(worker: i32, minutes: i32): void {
  const w = workerOf(worker);
  w.untilDone = minutes;
  const from = workedFrom(w);
  if (minutes <= future.dayMinutes - from) putEvent(worker, from + minutes);
  else seeToNoMore(worker);
}
