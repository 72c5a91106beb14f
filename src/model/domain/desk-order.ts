/** What comes first of the assessments on a desk, and how long it is until one of them is worked off. */
import { future } from './future';
import { Assessment, NEVER } from './rows';
import { slot, workerOf } from './world';

/** Minutes of work until the next assessment in hand is worked off; NEVER where none needs work. */
export function minutesUntilDone(worker: i32, day: i32): i32 {
  const w = workerOf(worker);
  if (w.deadlineFirst == 1) {
    const job = firstDue(worker, day);
    w.first = job;
    return job !== null ? job.remaining : NEVER;
  }
  if (w.urgent > 0) {
    const job = firstUrgent(worker);
    if (job !== null) return job.remaining;
  }
  const count = w.assessments;
  const base = worker * future.maxSlots;
  // The one with least left, and of those the first in turn, when each has a minute in turn.
  let active = 0;
  let least = NEVER;
  let place = 0;
  let at = count > 0 ? w.turn % count : 0;
  for (let i = 0; i < count; i++) {
    const left = slot(base + at).remaining;
    at = at + 1 == count ? 0 : at + 1;
    if (left > 0) {
      active++;
      if (left < least) {
        least = left;
        place = active;
      }
    }
  }
  return active > 0 ? (least - 1) * active + place : NEVER;
}

/** The same where one assessment is in hand, which needs work. */
export function onlyOne(worker: i32): i32 {
  const job = slot(worker * future.maxSlots);
  workerOf(worker).first = job;
  return job.remaining;
}

/** More than any day: puts urgent work before, late work after all else. */
const APART: i32 = 0x100000;

/**
 * The assessment in hand that comes first and still needs work: urgent before others, then by deadline, what is late on
 * `day` after all else where the worker leaves it to the last. Null where none needs work. Ties: the one held longest.
 */
export function firstDue(worker: i32, day: i32): Assessment | null {
  const w = workerOf(worker);
  const count = w.assessments;
  const base = worker * future.maxSlots;
  if (count == 1) {
    const only = slot(base);
    return only.remaining == 0 ? null : only;
  }
  const anyUrgent = w.urgent > 0;
  const lateLast = w.lateLast == 1;
  let best: Assessment | null = null;
  let first = NEVER;
  for (let i = 0; i < count; i++) {
    const job = slot(base + i);
    if (job.remaining == 0) continue;
    let order = job.deadline;
    if (anyUrgent && job.urgent == 1) order -= APART;
    else if (lateLast && order < day) order += APART;
    if (order < first) {
      first = order;
      best = job;
    }
  }
  return best;
}

/** The urgent assessment in hand that is due first and still needs work; null where none does. */
export function firstUrgent(worker: i32): Assessment | null {
  const count = workerOf(worker).assessments;
  const base = worker * future.maxSlots;
  let best: Assessment | null = null;
  let first = NEVER;
  for (let i = 0; i < count; i++) {
    const job = slot(base + i);
    if (job.urgent == 1 && job.remaining > 0 && job.deadline < first) {
      first = job.deadline;
      best = job;
    }
  }
  return best;
}

/** Where an assessment stands among those of a worker who keeps to deadlines: urgent ones that interrupt come before all else. */
export function orderOf(job: Assessment, worker: i32): i32 {
  return job.urgent == 1 && workerOf(worker).urgent > 0 ? job.deadline - APART : job.deadline;
}
