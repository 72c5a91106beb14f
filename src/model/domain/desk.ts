/**
 * A worker's desk: how the minutes of a day go to the assessments in hand. Workers who work nearest deadline first
 * give every minute to the assessment that is due first; the others give each open assessment a minute in turn.
 * Whole minutes, closed forms: nobody's day is stepped through minute by minute.
 */
import { AT, add, type Future } from './future';

/** Minute of the day after which nothing happens today. */
const NEVER = 0x7fffffff;

/** Works a worker's assessments off up to a minute of the day. */
export function workUntil(future: Future, worker: number, minute: number): void {
  const { workers, assessments, slots } = future.world;
  const w = workers.of;
  const from = Math.max(w.worked[worker]!, w.windowStart[worker]!);
  w.worked[worker] = minute;
  let minutes = minute - from;
  if (minutes <= 0) return;
  const count = w.assessments[worker]!;
  if (count === 0) return;
  const base = worker * future.model.workforce.maxSlots;
  const remaining = assessments.of.remaining;
  let spent = 0;
  if (w.deadlineFirst[worker] === 1) {
    while (minutes > 0) {
      const job = firstDue(future, base, count);
      if (job < 0) break;
      const given = Math.min(minutes, remaining[job]!);
      remaining[job]! -= given;
      minutes -= given;
      spent += given;
    }
  } else {
    while (minutes > 0) {
      let active = 0;
      let least = NEVER;
      for (let i = 0; i < count; i++) {
        const left = remaining[slots[base + i]!]!;
        if (left > 0) {
          active++;
          if (left < least) least = left;
        }
      }
      if (active === 0) break;
      if (minutes < active || least === 1) {
        // One round, or the part of it that is left: a minute each, in turn.
        let at = w.turn[worker]! % count;
        for (let i = 0; i < count && minutes > 0; i++) {
          const job = slots[base + at]!;
          at = at + 1 === count ? 0 : at + 1;
          if (remaining[job]! > 0) {
            remaining[job]!--;
            minutes--;
            spent++;
          }
        }
        w.turn[worker] = at;
      } else {
        const rounds = Math.min(Math.floor(minutes / active), least - 1);
        for (let i = 0; i < count; i++) {
          const job = slots[base + i]!;
          if (remaining[job]! > 0) remaining[job]! -= rounds;
        }
        minutes -= rounds * active;
        spent += rounds * active;
      }
    }
  }
  add(future, AT.minutes_used, spent);
}

/** Minute of the day at which the worker's next assessment is worked off; NEVER where not today. */
export function nextDone(future: Future, worker: number): number {
  const { workers, assessments, slots } = future.world;
  const w = workers.of;
  const count = w.assessments[worker]!;
  if (count === 0) return NEVER;
  const base = worker * future.model.workforce.maxSlots;
  const remaining = assessments.of.remaining;
  const from = Math.max(w.worked[worker]!, w.windowStart[worker]!);
  let minutes = NEVER;
  if (w.deadlineFirst[worker] === 1) {
    const job = firstDue(future, base, count);
    if (job >= 0) minutes = remaining[job]!;
  } else {
    let active = 0;
    for (let i = 0; i < count; i++) if (remaining[slots[base + i]!]! > 0) active++;
    let at = w.turn[worker]! % count;
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
  }
  const minute = from + minutes;
  return minutes === NEVER || minute > future.model.clock.dayMinutes ? NEVER : minute;
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

/** Puts the worker's next finish of today into the day's events, or takes it out. */
export function reschedule(future: Future, worker: number): void {
  const minute = nextDone(future, worker);
  if (minute === NEVER) future.world.events.remove(worker);
  else future.world.events.set(worker, minute);
}
