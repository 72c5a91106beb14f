/** What is counted as an assessment is completed: in time or late, by whom, how long it took, and why it is late. */
import { AT, add, addForTeam, addToMonthOf, BY_TEAM, DAYS_COUNTED, future } from './future';
import { JOB, WORKER, rowOf } from './rows';
import { measureDaysOf, monthOf, option, OPTION } from './rules';
import { CORE, INITIAL } from './world';

/** Columns of what is completed: their places in a stage's row of `columns`. */
const COLUMN = { completed: 0, completedInTeam: 1, inTime: 2, inTimeInTeam: 3, fromStartInTime: 4 } as const;
const COLUMNS_OF_STAGE = 8;
const columns = new Int32Array(COLUMNS_OF_STAGE * 4);
[
  [BY_TEAM.ia_completed, BY_TEAM.ia_in_time, AT.ia_from_start_in_time] as const,
  [BY_TEAM.ca_completed, BY_TEAM.ca_in_time, AT.ca_from_start_in_time] as const,
  [BY_TEAM.sa_completed, BY_TEAM.sa_in_time, AT.sa_from_start_in_time] as const,
].forEach(([completed, inTime, fromStart], stage) => {
  const { whole, firstTeam } = completed;
  columns.set([whole, firstTeam, inTime.whole, inTime.firstTeam, fromStart], stage * COLUMNS_OF_STAGE);
});

/** Counts a completed assessment, in the month of its end and in that of its start. */
export function tallyCompletion(job: number, minute: number): void {
  const { day, world } = future;
  const a = world.assessments.cells;
  const stage = a[job + JOB.stage]!;
  const worker = a[job + JOB.worker]!;
  const team = worker >= 0 ? world.workers.cells[rowOf(worker) + WORKER.team]! : -1;
  const began = a[job + JOB.clockStart]!;
  const took = day - began;
  const allowed = measureDaysOf[stage]!;
  const at = stage * COLUMNS_OF_STAGE;
  addForTeam(team, columns[at + COLUMN.completed]!, columns[at + COLUMN.completedInTeam]!, 1);
  if (took <= allowed) {
    addForTeam(team, columns[at + COLUMN.inTime]!, columns[at + COLUMN.inTimeInTeam]!, 1);
    addToMonthOf(began, columns[at + COLUMN.fromStartInTime]!, 1);
  } else {
    tallyLateness(job, took - allowed);
  }
  if (stage === CORE) return;
  const inSystem = day * future.dayMinutes + minute - a[job + JOB.arrived]!;
  if (stage === INITIAL) add(AT.initial_minutes_in_system, inSystem);
  if (a[job + JOB.urgent] === 1) {
    add(AT.urgent_completed, 1);
    add(AT.urgent_minutes_in_system, inSystem);
  }
  if (began >= option[OPTION.firstDay]!) {
    const days = took < DAYS_COUNTED ? took : DAYS_COUNTED - 1;
    future.daysByStart[monthOf[began]! * DAYS_COUNTED + days]!++;
  }
}

/**
 * Why late: the excess days, laid in this order to sign-off (days after all else was done), to what nobody could
 * work on (days it would have run over with ample staff), to waiting for a worker, and what is left to the worker's hands.
 */
function tallyLateness(job: number, excess: number): void {
  const a = future.world.assessments.cells;
  const allDone = Math.max(a[job + JOB.effortDoneDay]!, a[job + JOB.ready]!);
  const allowedUntil = future.day - excess;
  const signOff = Math.min(excess, Math.max(0, future.day - allDone));
  let rest = excess - signOff;
  const elapsed = Math.min(rest, Math.max(0, a[job + JOB.clockStart]! + a[job + JOB.elapsed]! - allowedUntil));
  rest -= elapsed;
  const waiting = Math.min(rest, a[job + JOB.waitedDays]!);
  add(AT.late_total, excess);
  add(AT.late_sign_off, signOff);
  add(AT.late_elapsed, elapsed);
  add(AT.late_waiting, waiting);
  add(AT.late_effort, rest - waiting);
}
