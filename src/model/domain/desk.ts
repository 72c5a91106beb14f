/**
 * A worker's desk: how the minutes of a day go to the assessments in hand. Urgent ones come first. Workers who work nearest
 * deadline first give every minute to the assessment that is due first; the others give each open assessment a minute in
 * turn; where the plan has it so, some leave what is already late to the last.
 *
 * Whole minutes, closed forms: nobody's day is stepped through minute by minute. A desk is seen to only when something
 * happens on it; until then its minutes gather in `pending`, days of them where need be, and each morning tells from
 * `untilDone` alone whether something will be worked off today.
 */
import { firstDue, firstUrgent, minutesUntilDone, onlyOne, orderOf } from './desk-order';
import { AT, add, future } from './future';
import { JOB, NEVER, WORKER, rowOf } from './rows';

/** A desk has to be seen to at a minute of today. */
function seeTo(worker: number, minute: number): void {
  future.world.events.set(worker, minute);
}

/** A desk need not be seen to today. */
export function seeToNoMore(worker: number): void {
  future.world.events.remove(worker);
}

/** Opens the desk of a worker who is here: `minutes` of today, at its end, are for assessments. */
export function openDesk(worker: number, minutes: number): void {
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  const start = future.dayMinutes - minutes;
  w[row + WORKER.windowStart] = start;
  if (w[row + WORKER.load] === 0) return;
  const due = w[row + WORKER.untilDone]! - w[row + WORKER.pending]!;
  if (due <= minutes) seeTo(worker, start + due);
}

/**
 * The last minute: what is left of the day joins the minutes not yet laid to any assessment. Returns those minutes, which
 * the team has then to count as used.
 */
export function closeDesk(worker: number): number {
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  let minutes = 0;
  if (w[row + WORKER.load]! > 0) {
    const worked = w[row + WORKER.worked]!;
    const start = w[row + WORKER.windowStart]!;
    minutes = future.dayMinutes - (worked > start ? worked : start);
    w[row + WORKER.pending]! += minutes;
    if (w[row + WORKER.lateLast] === 1) settle(worker);
  }
  w[row + WORKER.worked] = 0;
  w[row + WORKER.windowStart] = future.dayMinutes;
  return minutes;
}

/** What is late changes with the day: a worker who leaves it to the last has the desk seen to every evening. */
function settle(worker: number): void {
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  const { dayMinutes } = future;
  w[row + WORKER.worked] = dayMinutes;
  workUntil(worker, dayMinutes);
  w[row + WORKER.untilDone] = w[row + WORKER.load] === 0 ? NEVER : minutesUntilDone(worker, future.day + 1);
}

/** No minutes from here on, until the desk is opened. */
export function shutDesk(worker: number): void {
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  w[row + WORKER.worked] = 0;
  w[row + WORKER.windowStart] = future.dayMinutes;
}

/** Works a worker's assessments off up to a minute of the day. */
export function workUntil(worker: number, minute: number): void {
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  const worked = w[row + WORKER.worked]!;
  const start = w[row + WORKER.windowStart]!;
  const from = worked > start ? worked : start;
  const before = w[row + WORKER.pending]!;
  const minutes = minute > from ? before + minute - from : before;
  w[row + WORKER.worked] = minute;
  if (minutes === 0) return;
  w[row + WORKER.pending] = 0;
  const load = w[row + WORKER.load]!;
  if (load === 0) return;
  const spent =
    w[row + WORKER.deadlineFirst] === 1 ? workInOrder(worker, minutes) : workUrgentThenInTurn(worker, minutes);
  w[row + WORKER.load] = load - spent;
  use(spent - before);
}

/** Minutes given to assessments: used by the team, and gone from the open work. */
export function use(minutes: number): void {
  add(AT.minutes_used, minutes);
  future.world.n.openMinutes -= minutes;
}

/** Every minute to the assessment that is due first. Returns the minutes there was work for. */
function workInOrder(worker: number, minutes: number): number {
  const { workers, assessments } = future.world;
  const a = assessments.cells;
  let left = minutes;
  let job = workers.cells[rowOf(worker) + WORKER.first]!;
  while (job >= 0) {
    const given = left < a[job + JOB.remaining]! ? left : a[job + JOB.remaining]!;
    a[job + JOB.remaining]! -= given;
    left -= given;
    if (left === 0) break;
    job = firstDue(worker, future.day);
  }
  return minutes - left;
}

/** Urgent assessments in their order, then a minute each of the others in turn. Returns the minutes there was work for. */
function workUrgentThenInTurn(worker: number, minutes: number): number {
  const a = future.world.assessments.cells;
  let left = minutes;
  if (future.world.workers.cells[rowOf(worker) + WORKER.urgent]! > 0) {
    while (left > 0) {
      const job = firstUrgent(worker);
      if (job < 0) break;
      const given = left < a[job + JOB.remaining]! ? left : a[job + JOB.remaining]!;
      a[job + JOB.remaining]! -= given;
      left -= given;
    }
  }
  return left > 0 ? minutes - left + workInTurn(worker, left) : minutes;
}

/** A minute each, in turn. Returns the minutes there was work for. */
function workInTurn(worker: number, minutes: number): number {
  const { workers, assessments, slots } = future.world;
  const w = workers.cells;
  const row = rowOf(worker);
  const a = assessments.cells;
  const count = w[row + WORKER.assessments]!;
  const base = worker * future.maxSlots;
  let left = minutes;
  while (left > 0) {
    let active = 0;
    let least = NEVER;
    for (let i = 0; i < count; i++) {
      const still = a[slots[base + i]! + JOB.remaining]!;
      if (still > 0) {
        active++;
        if (still < least) least = still;
      }
    }
    if (active === 0) break;
    const full = left < active ? 0 : Math.floor(left / active);
    const rounds = full < least - 1 ? full : least - 1;
    if (rounds > 0) {
      for (let i = 0; i < count; i++) {
        const job = slots[base + i]!;
        if (a[job + JOB.remaining]! > 0) a[job + JOB.remaining]! -= rounds;
      }
      left -= rounds * active;
    }
    // One round more, in which one of them may be worked off, or the part of it that is left.
    let at = left > 0 ? w[row + WORKER.turn]! % count : w[row + WORKER.turn]!;
    for (let i = 0; i < count && left > 0; i++) {
      const job = slots[base + at]!;
      at = at + 1 === count ? 0 : at + 1;
      if (a[job + JOB.remaining]! > 0) {
        a[job + JOB.remaining]!--;
        left--;
      }
    }
    w[row + WORKER.turn] = at;
  }
  return minutes - left;
}

/** After something has changed on a desk that is worked off up to now: when its next assessment is worked off, today or later. */
export function reschedule(worker: number): void {
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  if (w[row + WORKER.load] === 0) {
    w[row + WORKER.first] = -1;
    w[row + WORKER.untilDone] = NEVER;
    seeToNoMore(worker);
    return;
  }
  seeToIn(worker, w[row + WORKER.assessments] === 1 ? onlyOne(worker) : minutesUntilDone(worker, future.day));
}

/** The same where an assessment has come to a desk: who keeps to deadlines goes on with the first, unless this one is due before it. */
export function rescheduleWith(job: number, worker: number): void {
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  const a = future.world.assessments.cells;
  const first = w[row + WORKER.first]!;
  const known =
    w[row + WORKER.deadlineFirst]! > w[row + WORKER.lateLast]! && first >= 0 && a[first + JOB.remaining]! > 0;
  if (!known) {
    reschedule(worker);
    return;
  }
  if (a[job + JOB.remaining]! > 0 && orderOf(job, worker) < orderOf(first, worker)) w[row + WORKER.first] = job;
  seeToIn(worker, a[w[row + WORKER.first]! + JOB.remaining]!);
}

/** A desk that is worked off up to now has to be seen to in so many minutes of work. */
function seeToIn(worker: number, minutes: number): void {
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  w[row + WORKER.untilDone] = minutes;
  const worked = w[row + WORKER.worked]!;
  const start = w[row + WORKER.windowStart]!;
  const from = worked > start ? worked : start;
  if (minutes <= future.dayMinutes - from) seeTo(worker, from + minutes);
  else seeToNoMore(worker);
}
