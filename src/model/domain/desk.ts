/**
 * A worker's desk: how the minutes of a day go to the assessments in hand. Workers who work nearest deadline first
 * give every minute to the assessment that is due first; the others give each open assessment a minute in turn.
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
  }
  shutDesk(future, worker);
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
    w.deadlineFirst[worker] === 1 ? workInOrder(future, worker, minutes) : workInTurn(future, worker, minutes);
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
  const count = future.world.workers.of.assessments[worker]!;
  const base = worker * future.model.workforce.maxSlots;
  let left = minutes;
  while (left > 0) {
    const job = firstDue(future, base, count);
    if (job < 0) break;
    const given = left < remaining[job]! ? left : remaining[job]!;
    remaining[job]! -= given;
    left -= given;
  }
  return minutes - left;
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
function minutesUntilDone(future: Future, worker: number): number {
  const { workers, assessments, slots } = future.world;
  const w = workers.of;
  const count = w.assessments[worker]!;
  const base = worker * future.model.workforce.maxSlots;
  const { remaining } = assessments.of;
  if (w.deadlineFirst[worker] === 1) {
    const job = firstDue(future, base, count);
    return job >= 0 ? remaining[job]! : NEVER;
  }
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

/** The assessment in hand that is due first and still needs work; -1 where none does. Ties: the one held longest. */
function firstDue(future: Future, base: number, count: number): number {
  const { assessments, slots } = future.world;
  const { remaining, deadline } = assessments.of;
  let best = -1;
  let due = NEVER;
  for (let i = 0; i < count; i++) {
    const job = slots[base + i]!;
    if (remaining[job]! > 0 && deadline[job]! < due) {
      due = deadline[job]!;
      best = job;
    }
  }
  return best;
}

/** After something has changed on a desk that is worked off up to now: when its next assessment is worked off, today or later. */
export function reschedule(future: Future, worker: number): void {
  const { workers, events } = future.world;
  const w = workers.of;
  const minutes = w.load[worker] === 0 ? NEVER : minutesUntilDone(future, worker);
  w.untilDone[worker] = minutes;
  const from = w.worked[worker]! > w.windowStart[worker]! ? w.worked[worker]! : w.windowStart[worker]!;
  if (minutes <= future.model.clock.dayMinutes - from) events.set(worker, from + minutes);
  else events.remove(worker);
}
