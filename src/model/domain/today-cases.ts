/** Starting from today: the plans and the assessments that are known of. See `today.ts`. */
import { LuckList } from '../engine/luck-list';
import { TWO_32 } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { assign, begin, enqueue, newAssessment, setReady, takeFromDesk } from './assessments';
import { reschedule, workUntil } from './desk';
import { draw, future, streams } from './future';
import { openUnderWay, strikeOut } from './plans';
import { updateRoom } from './rooms';
import { addressOf, Assessment, assessmentAt, Plan, planAt } from './rows';
import {
  AGENCY,
  assessments,
  CORE,
  ENQUIRY,
  HOLDS,
  PERMANENT,
  plans,
  POOLS,
  queueOf,
  signOff,
  slot,
  stageOf,
  teamOf,
  workerOf,
  world,
} from './world';

/** Numbers of those who are made here begin so far on, beyond all of the warm-up. */
export const MADE_TODAY: i32 = 0x8000;
/** Addresses of the children whose assessments are made here. */
const CHILDREN_OF_TODAY: i32 = 0x38000000;

/** Open assessments of a stage and of ages from one to another; -1 for what is not known. */
@unmanaged
export class AssessmentLine {
  stage: i32;
  fromAge: i32;
  toAge: i32;
  open: i32;
  unallocated: i32;
}

/** Plans of a kind; assessments of a line that wait, and those on desks. */
const held = changetype<LuckList>(memory.data(16));
const waiting = changetype<LuckList>(memory.data(16));
const onDesks = changetype<LuckList>(memory.data(16));

export function bringPlans(kind: i32, wanted: i32): void {
  held.clear();
  for (let i = 0; i < plans.high; i++) {
    const row = plans.at(i);
    const plan = changetype<Plan>(row);
    if (plan.alive == 1 && plan.kind == kind) held.add(<i32>row, luckOf(plan.entity));
  }
  held.sort();
  const here = held.count;
  for (let i = wanted; i < here; i++) strikeOut(planAt(held.ids[i])!);
  for (let i = here; i < wanted; i++) openUnderWay(kind, MADE_TODAY + i, 0);
}

/**
 * Brings the assessments of a line to what is known of them.
 * @param before children made here so far; with those of this line they are returned
 */
export function bringAssessments(line: AssessmentLine, before: i32): i32 {
  let children = before;
  waiting.clear();
  waitingJobs(waiting);
  sortThoseOf(line, waiting);
  onDesks.clear();
  jobsOnDesks(onDesks);
  sortThoseOf(line, onDesks);
  const signing = countToSign(line);
  const unallocated =
    line.unallocated >= 0 ? line.unallocated : max<i32>(0, min<i32>(line.open - signing, waiting.count));
  const allocated = max<i32>(0, line.open - unallocated - signing);
  for (let i = unallocated; i < waiting.count; i++) dropWaiting(jobAt(waiting, i));
  for (let i = allocated; i < onDesks.count; i++) dropFromDesk(jobAt(onDesks, i));
  for (let i = waiting.count; i < unallocated; i++) enqueue(madeToday(line, children++));
  for (let i = onDesks.count; i < allocated; i++) {
    const job = madeToday(line, children++);
    const worker = leastLoaded(job.stage);
    if (worker < 0) enqueue(job);
    else takenUpBefore(job, worker);
  }
  return children;
}

function jobAt(jobs: LuckList, place: i32): Assessment {
  return assessmentAt(jobs.ids[place]);
}

function isInLine(job: Assessment, line: AssessmentLine): bool {
  const age = future.day - job.clockStart;
  return job.stage == line.stage && age >= line.fromAge && age <= line.toAge;
}

/** Keeps the assessments of a line, in the order of the children's luck: those who stay come first. */
function sortThoseOf(line: AssessmentLine, jobs: LuckList): void {
  let kept = 0;
  for (let i = 0; i < jobs.count; i++) {
    const job = jobAt(jobs, i);
    if (isInLine(job, line)) jobs.put(kept++, jobs.ids[i], luckOf(job.entity));
  }
  jobs.count = kept;
  jobs.sort();
}

/** An assessment whose clock began as many days ago as some age of the line, all ages alike likely. */
function madeToday(line: AssessmentLine, number: i32): Assessment {
  const entity = CHILDREN_OF_TODAY + number;
  const age = line.fromAge + <i32>Math.floor(luckOf(entity) * <f64>(line.toAge - line.fromAge + 1));
  const began = future.day - age;
  const job = newAssessment(entity, began, 0);
  draw(line.stage == CORE ? CAUSE.core : CAUSE.initial, entity);
  begin(job, line.stage, began);
  job.arrived = began * future.dayMinutes;
  return job;
}

/** Somebody has had this assessment since its clock began, and has done some part of the work. */
function takenUpBefore(job: Assessment, worker: i32): void {
  const whole = job.remaining;
  const left = max<i32>(1, <i32>Math.round(<f64>whole * luckOf(job.entity, 1)));
  job.remaining = left;
  world.openMinutes += <f64>(left - whole);
  job.allocatedDay = job.clockStart;
  assign(job, worker, future.dayMinutes);
  job.allocatedDay = job.clockStart;
  job.waitedDays = 0;
  setReady(job);
}

/** Of those who are here and make assessments of a stage, who holds fewest; -1 where every desk is full to the last slot. */
function leastLoaded(stage: i32): i32 {
  let best = -1;
  for (let worker = 0; worker < world.workerCount; worker++) {
    const w = workerOf(worker);
    if (w.kind != PERMANENT && w.kind != AGENCY) continue;
    const team = teamOf(w.team);
    if (team.holds != HOLDS.assessments || team.strike == 1 || team.pool != stageOf(stage).pool || w.awayUntil >= 0)
      continue;
    if (w.assessments >= future.maxSlots - 2) continue;
    if (best < 0 || w.assessments < workerOf(best).assessments) best = worker;
  }
  return best;
}

/** Adds the assessments that wait for a worker to a list. */
export function waitingJobs(jobs: LuckList): void {
  for (let pool = 0; pool < POOLS; pool++) {
    const queue = queueOf(pool);
    for (let i = 0; i < queue.size; i++) {
      const job = queue.at(i);
      if (assessmentAt(job).stage != ENQUIRY) jobs.add(job);
    }
  }
}

/** Assessments of a line that wait for a manager's signature; they are done with, and stay. */
function countToSign(line: AssessmentLine): i32 {
  let count = 0;
  for (let i = 0; i < signOff.size; i++) {
    if (isInLine(assessmentAt(signOff.at(i)), line)) count++;
  }
  return count;
}

/** Adds the assessments on desks that do not wait for a signature already to a list. */
export function jobsOnDesks(jobs: LuckList): void {
  for (let worker = 0; worker < world.workerCount; worker++) {
    const count = workerOf(worker).assessments;
    for (let i = 0; i < count; i++) {
      const job = slot(worker * future.maxSlots + i);
      if (job.stage != ENQUIRY && job.submitted == 0) jobs.add(addressOf(job));
    }
  }
}

/** The assessment that is to go. */
let going: i32 = 0;

function isGoing(job: i32): bool {
  return job == going;
}

function dropWaiting(job: Assessment): void {
  going = addressOf(job);
  for (let pool = 0; pool < POOLS; pool++) queueOf(pool).removeWhere(isGoing);
  forget(job);
}

function dropFromDesk(job: Assessment): void {
  const worker = job.worker;
  workUntil(worker, future.dayMinutes);
  takeFromDesk(job, worker);
  updateRoom(worker);
  reschedule(worker);
  forget(job);
}

function forget(job: Assessment): void {
  world.openMinutes -= <f64>job.remaining;
  world.casesOut++;
  assessments.give(addressOf(job));
}

/** A share from 0 to 1 that is an entity's own. */
export function luckOf(entity: i32, index: i32 = 0): f64 {
  draw(CAUSE.today, entity, index);
  return <f64>streams.u0 / TWO_32;
}
