/** What is counted as an assessment is completed: in time or late, by whom, how long it took, and why it is late. */
import { AT, IN_TEAM } from './at';
import { add, addInTeam, addToMonthOf, daysByStart, future, monthOf } from './future';
import { DAYS_COUNTED } from './layout';
import { model } from './model';
import { Assessment } from './rows';
import { CORE, INITIAL, stageOf, workerOf } from './world';

/** Counts a completed assessment, in the month of its end and in that of its start. */
export function tallyCompletion(job: Assessment, minute: i32): void {
  const day = future.day;
  const stage = job.stage;
  const worker = job.worker;
  const team = worker >= 0 ? workerOf(worker).team : -1;
  const began = job.clockStart;
  const took = day - began;
  const allowed = stageOf(stage).measureDays;
  countCompleted(stage, team);
  if (took <= allowed) {
    countInTime(stage, team);
    addToMonthOf(began, fromStartInTime(stage), 1);
  } else {
    tallyLateness(job, took - allowed);
  }
  if (stage == CORE) return;
  const inSystem = <f64>(day * future.dayMinutes + minute - job.arrived);
  if (stage == INITIAL) add(AT.initial_minutes_in_system, inSystem);
  if (job.urgent == 1) {
    add(AT.urgent_completed, 1);
    add(AT.urgent_minutes_in_system, inSystem);
  }
  if (began >= model.firstDay) {
    const at = monthOf[began] * DAYS_COUNTED + min<i32>(took, DAYS_COUNTED - 1);
    daysByStart[at] = daysByStart[at] + 1;
  }
}

function countCompleted(stage: i32, team: i32): void {
  if (stage == INITIAL) addInTeam(team, AT.ia_completed, IN_TEAM.ia_completed, 1);
  else if (stage == CORE) addInTeam(team, AT.ca_completed, IN_TEAM.ca_completed, 1);
  else addInTeam(team, AT.sa_completed, IN_TEAM.sa_completed, 1);
}

function countInTime(stage: i32, team: i32): void {
  if (stage == INITIAL) addInTeam(team, AT.ia_in_time, IN_TEAM.ia_in_time, 1);
  else if (stage == CORE) addInTeam(team, AT.ca_in_time, IN_TEAM.ca_in_time, 1);
  else addInTeam(team, AT.sa_in_time, IN_TEAM.sa_in_time, 1);
}

function fromStartInTime(stage: i32): AT {
  if (stage == INITIAL) return AT.ia_from_start_in_time;
  return stage == CORE ? AT.ca_from_start_in_time : AT.sa_from_start_in_time;
}

/**
 * Why late: the excess days, laid in this order to sign-off (days after all else was done), to what nobody could
 * work on (days it would have run over with ample staff), to waiting for a worker, and what is left to the worker's hands.
 */
function tallyLateness(job: Assessment, excess: i32): void {
  const allDone = max<i32>(job.effortDoneDay, job.ready);
  const allowedUntil = future.day - excess;
  const signedOff = min<i32>(excess, max<i32>(0, future.day - allDone));
  let rest = excess - signedOff;
  const elapsed = min<i32>(rest, max<i32>(0, job.clockStart + job.elapsed - allowedUntil));
  rest -= elapsed;
  const waiting = min<i32>(rest, job.waitedDays);
  add(AT.late_total, <f64>excess);
  add(AT.late_sign_off, <f64>signedOff);
  add(AT.late_elapsed, <f64>elapsed);
  add(AT.late_waiting, <f64>waiting);
  add(AT.late_effort, <f64>(rest - waiting));
}
