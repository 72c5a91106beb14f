/**
 * A worker's desk: how the minutes of a day go to the assessments in hand. Urgent ones come first. Workers who work nearest
 * deadline first give every minute to the assessment that is due first; the others give each open assessment a minute in
 * turn; where the plan has it so, some leave what is already late to the last.
 *
 * Whole minutes, closed forms: nobody's day is stepped through minute by minute. A desk is seen to only when something
 * happens on it; until then its minutes gather in `pending`, days of them where need be, and each morning tells from
 * `untilDone` alone whether something will be worked off today.
 */
import { AT, add, type Future } from './future';

/** A minute that does not come. */
export const NEVER = 0x7fffffff;

/** Opens the desk of a worker who is here: `minutes` of today, at its end, are for assessments. */
export function openDesk(future: Future, worker: number, minutes: number): void {
  const w = future.world.workers.of;
  const start = future.model.clock.dayMinutes - minutes;
  w.windowStart[worker] = start;
  if (w.load[worker] === 0) return;
  const due = w.untilDone[worker]! - w.pending[worker]!;
  if (due <= minutes) future.world.events.set(worker, start + due);
}

/** The last minute: what is left of the day joins the minutes not yet laid to any assessment. */
export function closeDesk(future: Future, worker: number): void {
  const w = future.world.workers.of;
  const { dayMinutes } = future.model.clock;
  if (w.load[worker]! > 0) {
    const from = w.worked[worker]! > w.windowStart[worker]! ? w.worked[worker]! : w.windowStart[worker]!;
    w.pending[worker]! += dayMinutes - from;
    use(future, dayMinutes - from);
    if (w.lateLast[worker] === 1) settle(future, worker);
  }
  shutDesk(future, worker);
}

/** What is late changes with the day: a worker who leaves it to the last has the desk seen to every evening. */
function settle(future: Future, worker: number): void {
  const w = future.world.workers.of;
  const { dayMinutes } = future.model.clock;
  w.worked[worker] = dayMinutes;
  workUntil(future, worker, dayMinutes);
  w.untilDone[worker] = w.load[worker] === 0 ? NEVER : minutesUntilDone(future, worker, future.day + 1);
}

/** No minutes from here on, until the desk is opened. */
export function shutDesk(future: Future, worker: number): void {
  const w = future.world.workers.of;
  w.worked[worker] = 0;
  w.windowStart[worker] = future.model.clock.dayMinutes;
}

/** Works a worker's assessments off up to a minute of the day. */
export function workUntil(future: Future, worker: number, minute: number): void {
  const { workers } = future.world;
  const w = workers.of;
  const from = w.worked[worker]! > w.windowStart[worker]! ? w.worked[worker]! : w.windowStart[worker]!;
  w.worked[worker] = minute;
  const before = w.pending[worker]!;
  const minutes = before + (minute > from ? minute - from : 0);
  if (minutes === 0) return;
  w.pending[worker] = 0;
  if (w.load[worker] === 0) return;
  const spent =
    w.deadlineFirst[worker] === 1
      ? workInOrder(future, worker, minutes)
      : workUrgentThenInTurn(future, worker, minutes);
  w.load[worker]! -= spent;
  use(future, spent - before);
}

/** Minutes given to assessments: used by the team, and gone from the open work. */
function use(future: Future, minutes: number): void {
  add(future, AT.minutes_used, minutes);
  future.world.n.openMinutes -= minutes;
}

/** Every minute to the assessment that is due first. Returns the minutes there was work for. */
function workInOrder(future: Future, worker: number, minutes: number): number {
  const { remaining } = future.world.assessments.of;
  let left = minutes;
  while (left > 0) {
    const job = firstDue(future, worker, future.day);
    if (job < 0) break;
    const given = left < remaining[job]! ? left : remaining[job]!;
    remaining[job]! -= given;
    left -= given;
  }
  return minutes - left;
}

/** Urgent assessments in their order, then a minute each of the others in turn. Returns the minutes there was work for. */
function workUrgentThenInTurn(future: Future, worker: number, minutes: number): number {
  const { remaining } = future.world.assessments.of;
  let left = minutes;
  if (future.world.workers.of.urgent[worker]! > 0) {
    while (left > 0) {
      const job = firstUrgent(future, worker);
      if (job < 0) break;
      const given = left < remaining[job]! ? left : remaining[job]!;
      remaining[job]! -= given;
      left -= given;
    }
  }
  return left > 0 ? minutes - left + workInTurn(future, worker, left) : minutes;
}

/** A minute each, in turn. Returns the minutes there was work for. */
function workInTurn(future: Future, worker: number, minutes: number): number {
  const { workers, assessments, slots } = future.world;
  const { turn } = workers.of;
  const { remaining } = assessments.of;
  const count = workers.of.assessments[worker]!;
  const base = worker * future.model.workforce.maxSlots;
  let left = minutes;
  while (left > 0) {
    let active = 0;
    let least = NEVER;
    for (let i = 0; i < count; i++) {
      const still = remaining[slots[base + i]!]!;
      if (still > 0) {
        active++;
        if (still < least) least = still;
      }
    }
    if (active === 0) break;
    if (left < active || least === 1) {
      // One round, or the part of it that is left.
      let at = turn[worker]! % count;
      for (let i = 0; i < count && left > 0; i++) {
        const job = slots[base + at]!;
        at = at + 1 === count ? 0 : at + 1;
        if (remaining[job]! > 0) {
          remaining[job]!--;
          left--;
        }
      }
      turn[worker] = at;
    } else {
      const full = Math.floor(left / active);
      const rounds = full < least - 1 ? full : least - 1;
      for (let i = 0; i < count; i++) {
        const job = slots[base + i]!;
        if (remaining[job]! > 0) remaining[job]! -= rounds;
      }
      left -= rounds * active;
    }
  }
  return minutes - left;
}

/** Minutes of work until the next assessment in hand is worked off; NEVER where none needs work. */
function minutesUntilDone(future: Future, worker: number, day: number): number {
  const { workers, assessments, slots } = future.world;
  const w = workers.of;
  const { remaining } = assessments.of;
  if (w.deadlineFirst[worker] === 1) {
    const job = firstDue(future, worker, day);
    return job >= 0 ? remaining[job]! : NEVER;
  }
  if (w.urgent[worker]! > 0) {
    const job = firstUrgent(future, worker);
    if (job >= 0) return remaining[job]!;
  }
  const count = w.assessments[worker]!;
  const base = worker * future.model.workforce.maxSlots;
  let active = 0;
  for (let i = 0; i < count; i++) if (remaining[slots[base + i]!]! > 0) active++;
  let minutes = NEVER;
  let at = count > 0 ? w.turn[worker]! % count : 0;
  let place = 0;
  for (let i = 0; i < count; i++) {
    const left = remaining[slots[base + at]!]!;
    at = at + 1 === count ? 0 : at + 1;
    if (left > 0) {
      place++;
      const done = (left - 1) * active + place;
      if (done < minutes) minutes = done;
    }
  }
  return minutes;
}

/** More than any day: puts urgent work before, late work after all else. */
const APART = 0x100000;

/**
 * The assessment in hand that comes first and still needs work: urgent before others, then by deadline, what is late on
 * `day` after all else where the worker leaves it to the last. -1 where none needs work. Ties: the one held longest.
 */
function firstDue(future: Future, worker: number, day: number): number {
  const { workers, assessments, slots } = future.world;
  const w = workers.of;
  const { remaining, deadline, urgent } = assessments.of;
  const count = w.assessments[worker]!;
  const base = worker * future.model.workforce.maxSlots;
  const anyUrgent = w.urgent[worker]! > 0;
  const lateLast = w.lateLast[worker] === 1;
  let best = -1;
  let first = NEVER;
  for (let i = 0; i < count; i++) {
    const job = slots[base + i]!;
    if (remaining[job] === 0) continue;
    let order = deadline[job]!;
    if (anyUrgent && urgent[job] === 1) order -= APART;
    else if (lateLast && order < day) order += APART;
    if (order < first) {
      first = order;
      best = job;
    }
  }
  return best;
}

/** The urgent assessment in hand that is due first and still needs work; -1 where none does. */
function firstUrgent(future: Future, worker: number): number {
  const { workers, assessments, slots } = future.world;
  const { remaining, deadline, urgent } = assessments.of;
  const count = workers.of.assessments[worker]!;
  const base = worker * future.model.workforce.maxSlots;
  let best = -1;
  let first = NEVER;
  for (let i = 0; i < count; i++) {
    const job = slots[base + i]!;
    if (urgent[job] === 1 && remaining[job]! > 0 && deadline[job]! < first) {
      first = deadline[job]!;
      best = job;
    }
  }
  return best;
}

/** After something has changed on a desk that is worked off up to now: when its next assessment is worked off, today or later. */
export function reschedule(future: Future, worker: number): void {
  const { workers, events } = future.world;
  const w = workers.of;
  const minutes = w.load[worker] === 0 ? NEVER : minutesUntilDone(future, worker, future.day);
  w.untilDone[worker] = minutes;
  const from = w.worked[worker]! > w.windowStart[worker]! ? w.worked[worker]! : w.windowStart[worker]!;
  if (minutes <= future.model.clock.dayMinutes - from) events.set(worker, from + minutes);
  else events.remove(worker);
}
