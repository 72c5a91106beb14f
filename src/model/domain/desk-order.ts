/** What comes first of the assessments on a desk, and how long it is until one of them is worked off. */
import { future } from './future';
import { JOB, NEVER, rowOf, WORKER } from './rows';

/** Minutes of work until the next assessment in hand is worked off; NEVER where none needs work. */
export function minutesUntilDone(worker: number, day: number): number {
  const { workers, assessments, slots } = future.world;
  const w = workers.cells;
  const row = rowOf(worker);
  const a = assessments.cells;
  if (w[row + WORKER.deadlineFirst] === 1) {
    const job = firstDue(worker, day);
    w[row + WORKER.first] = job;
    return job >= 0 ? a[job + JOB.remaining]! : NEVER;
  }
  if (w[row + WORKER.urgent]! > 0) {
    const job = firstUrgent(worker);
    if (job >= 0) return a[job + JOB.remaining]!;
  }
  const count = w[row + WORKER.assessments]!;
  const base = worker * future.maxSlots;
  // The one with least left, and of those the first in turn, when each has a minute in turn.
  let active = 0;
  let least = NEVER;
  let place = 0;
  let at = count > 0 ? w[row + WORKER.turn]! % count : 0;
  for (let i = 0; i < count; i++) {
    const left = a[slots[base + at]! + JOB.remaining]!;
    at = at + 1 === count ? 0 : at + 1;
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
export function onlyOne(worker: number): number {
  const { workers, assessments, slots } = future.world;
  const job = slots[worker * future.maxSlots]!;
  workers.cells[rowOf(worker) + WORKER.first] = job;
  return assessments.cells[job + JOB.remaining]!;
}

/** More than any day: puts urgent work before, late work after all else. */
const APART = 0x100000;

/**
 * The assessment in hand that comes first and still needs work: urgent before others, then by deadline, what is late on
 * `day` after all else where the worker leaves it to the last. -1 where none needs work. Ties: the one held longest.
 */
export function firstDue(worker: number, day: number): number {
  const { workers, assessments, slots } = future.world;
  const w = workers.cells;
  const row = rowOf(worker);
  const a = assessments.cells;
  const count = w[row + WORKER.assessments]!;
  const base = worker * future.maxSlots;
  if (count === 1) {
    const only = slots[base]!;
    return a[only + JOB.remaining] === 0 ? -1 : only;
  }
  const anyUrgent = w[row + WORKER.urgent]! > 0;
  const lateLast = w[row + WORKER.lateLast] === 1;
  let best = -1;
  let first = NEVER;
  for (let i = 0; i < count; i++) {
    const job = slots[base + i]!;
    if (a[job + JOB.remaining] === 0) continue;
    let order = a[job + JOB.deadline]!;
    if (anyUrgent && a[job + JOB.urgent] === 1) order -= APART;
    else if (lateLast && order < day) order += APART;
    if (order < first) {
      first = order;
      best = job;
    }
  }
  return best;
}

/** The urgent assessment in hand that is due first and still needs work; -1 where none does. */
export function firstUrgent(worker: number): number {
  const { workers, assessments, slots } = future.world;
  const a = assessments.cells;
  const count = workers.cells[rowOf(worker) + WORKER.assessments]!;
  const base = worker * future.maxSlots;
  let best = -1;
  let first = NEVER;
  for (let i = 0; i < count; i++) {
    const job = slots[base + i]!;
    if (a[job + JOB.urgent] === 1 && a[job + JOB.remaining]! > 0 && a[job + JOB.deadline]! < first) {
      first = a[job + JOB.deadline]!;
      best = job;
    }
  }
  return best;
}

/** Where an assessment stands among those of a worker who keeps to deadlines: urgent ones that interrupt come before all else. */
export function orderOf(job: number, worker: number): number {
  const a = future.world.assessments.cells;
  const apart = a[job + JOB.urgent] === 1 && future.world.workers.cells[rowOf(worker) + WORKER.urgent]! > 0;
  return apart ? a[job + JOB.deadline]! - APART : a[job + JOB.deadline]!;
}
