/**
 * Grades of staff, and days in post and away by grade. Those of a team are counted every day, as so many people; a grade is
 * each one's own, so that each worker's days are counted when something changes, and as the month ends, under the grade of
 * that day.
 */
import { add, future, gradeColumn, IN_GRADE } from './future';
import { WORKER, rowOf } from './rows';
import { heldBy, option, OPTION } from './rules';
import { HOLDS, PERMANENT } from './world';

/** Service after which an experienced worker may be a senior practitioner. */
const SENIOR_AFTER_YEARS = 2;

/** Grade of a worker, as a place in STAFF_GRADES. */
export function gradeOf(worker: number): number {
  const { day } = future;
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  const holds = heldBy[w[row + WORKER.team]!]!;
  if (holds === HOLDS.signOff) return 3;
  if (holds === HOLDS.reviews) return 4;
  if (w[row + WORKER.newUntil]! >= day) return 0;
  const served = (day - w[row + WORKER.serviceStart]!) / option[OPTION.daysPerYear]!;
  return w[row + WORKER.senior] === 1 && served >= SENIOR_AFTER_YEARS ? 2 : 1;
}

/** The day's people have been counted team by team: whoever comes from now on counts from tomorrow. */
export function noteDayCounted(): void {
  future.world.n.nextCounted = future.day + 1;
}

/** A permanent member of staff counts from here on. */
export function countFromHere(worker: number): void {
  future.world.workers.cells[rowOf(worker) + WORKER.nextCounted] = future.world.n.nextCounted;
}

/** Counts a permanent worker's days up to here, all of them as the worker is now, present or away; do it before that changes. */
export function countDays(worker: number): void {
  const { n, workers } = future.world;
  const w = workers.cells;
  const row = rowOf(worker);
  if (w[row + WORKER.kind] !== PERMANENT) return;
  const days = n.nextCounted - w[row + WORKER.nextCounted]!;
  if (days === 0) return;
  w[row + WORKER.nextCounted] = n.nextCounted;
  const grade = gradeOf(worker);
  add(gradeColumn(grade, IN_GRADE.workforce_days), days);
  if (w[row + WORKER.awayUntil]! >= 0) add(gradeColumn(grade, IN_GRADE.absence_days), days);
}
