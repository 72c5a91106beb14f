/**
 * Grades of staff, and days in post and away by grade. Those of a team are counted every day, as so many people; a grade is
 * each one's own, so that each worker's days are counted when something changes, and as the month ends, under the grade of
 * that day.
 */
import { IN_GRADE } from './at';
import { add, future, gradeColumn } from './future';
import { model } from './model';
import { HOLDS, PERMANENT, teamOf, workerOf, world } from './world';

/** Service after which an experienced worker may be a senior practitioner. */
const SENIOR_AFTER_YEARS: i32 = 2;

/** Grade of a worker, as a place in STAFF_GRADES. */
export function gradeOf(worker: i32): i32 {
  const day = future.day;
  const w = workerOf(worker);
  const holds = teamOf(w.team).holds;
  if (holds == HOLDS.signOff) return 3;
  if (holds == HOLDS.reviews) return 4;
  if (w.newUntil >= day) return 0;
  return w.senior == 1 && day - w.serviceStart >= SENIOR_AFTER_YEARS * model.daysPerYear ? 2 : 1;
}

/** The day's people have been counted team by team: whoever comes from now on counts from tomorrow. */
export function noteDayCounted(): void {
  world.nextCounted = future.day + 1;
}

/** A permanent member of staff counts from here on. */
export function countFromHere(worker: i32): void {
  workerOf(worker).nextCounted = world.nextCounted;
}

/** Counts a permanent worker's days up to here, all of them as the worker is now, present or away; do it before that changes. */
export function countDays(worker: i32): void {
  const w = workerOf(worker);
  if (w.kind != PERMANENT) return;
  const days = world.nextCounted - w.nextCounted;
  if (days == 0) return;
  w.nextCounted = world.nextCounted;
  const grade = gradeOf(worker);
  add(gradeColumn(grade, IN_GRADE.workforce_days), <f64>days);
  if (w.awayUntil >= 0) add(gradeColumn(grade, IN_GRADE.absence_days), <f64>days);
}
