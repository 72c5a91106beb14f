/**
 * Starting from today: what is known of the council on the morning of the start takes the place of what the warm-up has
 * arrived at; whatever is not known stays. People first, then plans, then assessments, so that there are desks for them.
 * Who or what goes where there are too many is decided by each one's own luck; who or what is missing is made as the
 * warm-up's own were. Done once for each warm state, so that every plan begins from the same today.
 */
import type { CompiledToday } from '../compiled';
import { CAUSE } from '../engine/streams';
import { TWO_32 } from '../units';
import { startAgency } from './agency';
import { assign, begin, enqueue, FROM_START, newAssessment, setReady, takeFromDesk } from './assessments';
import { reschedule, workUntil } from './desk';
import { add, draw, future } from './future';
import { comeBack, fallSick, leave, startSeasoned } from './people';
import { openUnderWay, strikeOut } from './plans';
import { renewCapacity, updateRoom } from './rooms';
import { JOB, PLAN, WORKER, rowOf } from './rows';
import { AGENCY, CORE, ENQUIRY, PERMANENT } from './world';

/** Numbers of those who are made here begin so far on, beyond all of the warm-up. */
const MADE_TODAY = 0x8000;
/** Addresses of the children whose assessments are made here. */
const CHILDREN_OF_TODAY = 0x38000000;

/** Brings a council lived up to the start to what is known of that morning. */
export function startFromToday(): void {
  const { today } = future.model;
  if (!today) return;
  for (const line of today.workers) bringPeople(line);
  today.plans.forEach((wanted, kind) => {
    if (wanted !== null) bringPlans(kind, wanted);
  });
  const spent = { children: 0 };
  for (const line of today.assessments) bringAssessments(line, spent);
}

/** What begins with the day of the start is of the run's first month: counted as begun, as it will be once it is done. */
export function countBegunToday(): void {
  const { model, world } = future;
  if (!model.today) return;
  const a = world.assessments.cells;
  for (const job of [...waitingJobs(), ...jobsOnDesks()])
    if (a[job + JOB.clockStart] === model.clock.firstDay) add(FROM_START[a[job + JOB.stage]!]!, 1);
}

function bringPeople(line: CompiledToday['workers'][number]): void {
  const { world, model, day } = future;
  const w = world.workers.cells;
  const { team } = line;
  const staff = (kind: number, also: (worker: number) => boolean = () => true): number[] =>
    inLuckOrder(
      Array.from({ length: world.workerCount }, (_, worker) => worker).filter(
        (worker) => w[rowOf(worker) + WORKER.kind] === kind && w[rowOf(worker) + WORKER.team] === team && also(worker),
      ),
      (worker) => w[rowOf(worker) + WORKER.entity]!,
    );
  const isNew = (worker: number): boolean => w[rowOf(worker) + WORKER.newUntil]! >= day;
  const isAway = (worker: number): boolean => w[rowOf(worker) + WORKER.awayUntil]! >= 0;

  if (line.permanent !== null) {
    const here = staff(PERMANENT);
    for (const worker of here.slice(line.permanent)) leave(worker);
    for (let i = here.length; i < line.permanent; i++) startSeasoned(team, MADE_TODAY + i);
  }
  if (line.agency !== null) {
    const here = staff(AGENCY);
    for (const worker of here.slice(line.agency)) leave(worker);
    for (let i = here.length; i < line.agency; i++) startAgency(team, true);
  }
  if (line.newlyQualified !== null) {
    const year = model.clock.workingDaysPerYear;
    const set = (worker: number, since: number, until: number): void => {
      w[rowOf(worker) + WORKER.serviceStart] = since;
      w[rowOf(worker) + WORKER.newUntil] = until;
      renewCapacity(worker);
    };
    const here = staff(PERMANENT, isNew);
    for (const worker of here.slice(line.newlyQualified)) set(worker, w[rowOf(worker) + WORKER.serviceStart]!, -1);
    const others = staff(PERMANENT, (worker) => !isNew(worker)).slice(
      0,
      Math.max(0, line.newlyQualified - here.length),
    );
    for (const worker of others) {
      // Some part of their first year is over.
      const since = day - Math.floor(luckOf(w[rowOf(worker) + WORKER.entity]!, 1) * year);
      set(worker, since, since + year);
    }
  }
  if (line.away !== null) {
    const here = staff(PERMANENT, isAway);
    for (const worker of here.slice(line.away)) comeBack(worker);
    const present = staff(PERMANENT, (worker) => !isAway(worker));
    for (const worker of present.slice(0, Math.max(0, line.away - here.length))) fallSick(worker);
  }
}

function bringPlans(kind: number, wanted: number): void {
  const { plans } = future.world;
  const p = plans.cells;
  const here: number[] = [];
  for (let plan = 0; plan < plans.high; plan += plans.width)
    if (p[plan + PLAN.alive] === 1 && p[plan + PLAN.kind] === kind) here.push(plan);
  const kept = inLuckOrder(here, (plan) => p[plan + PLAN.entity]!);
  for (const plan of kept.slice(wanted)) strikeOut(plan);
  for (let i = here.length; i < wanted; i++) openUnderWay(kind, MADE_TODAY + i, 0);
}

function bringAssessments(line: CompiledToday['assessments'][number], spent: { children: number }): void {
  const a = future.world.assessments.cells;
  const inLine = (job: number): boolean => {
    const age = future.day - a[job + JOB.clockStart]!;
    return a[job + JOB.stage] === line.stage && age >= line.fromAge && age <= line.toAge;
  };
  const sorted = (jobs: number[]): number[] => inLuckOrder(jobs.filter(inLine), (job) => a[job + JOB.entity]!);
  const waiting = sorted(waitingJobs());
  const onDesks = sorted(jobsOnDesks());
  const signing = jobsToSign().filter(inLine).length;
  const unallocated = line.unallocated ?? Math.max(0, Math.min(line.open - signing, waiting.length));
  const held = Math.max(0, line.open - unallocated - signing);
  for (const job of waiting.slice(unallocated)) dropWaiting(job);
  for (const job of onDesks.slice(held)) dropFromDesk(job);
  for (let i = waiting.length; i < unallocated; i++) enqueue(madeToday(line, spent.children++));
  for (let i = onDesks.length; i < held; i++) {
    const job = madeToday(line, spent.children++);
    const worker = leastLoaded(a[job + JOB.stage]!);
    if (worker < 0) enqueue(job);
    else takenUpBefore(job, worker);
  }
}

/** An assessment whose clock began as many days ago as some age of the line, all ages alike likely. */
function madeToday(line: CompiledToday['assessments'][number], number: number): number {
  const { world, day, dayMinutes } = future;
  const entity = CHILDREN_OF_TODAY + number;
  const age = line.fromAge + Math.floor(luckOf(entity) * (line.toAge - line.fromAge + 1));
  const job = newAssessment(entity, day - age, 0);
  draw(line.stage === CORE ? CAUSE.core : CAUSE.initial, entity);
  begin(job, line.stage, day - age);
  world.assessments.cells[job + JOB.arrived] = (day - age) * dayMinutes;
  return job;
}

/** Somebody has had this assessment since its clock began, and has done some part of the work. */
function takenUpBefore(job: number, worker: number): void {
  const { world } = future;
  const a = world.assessments.cells;
  const whole = a[job + JOB.remaining]!;
  const left = Math.max(1, Math.round(whole * luckOf(a[job + JOB.entity]!, 1)));
  a[job + JOB.remaining] = left;
  world.n.openMinutes += left - whole;
  a[job + JOB.allocatedDay] = a[job + JOB.clockStart]!;
  assign(job, worker, future.dayMinutes);
  a[job + JOB.allocatedDay] = a[job + JOB.clockStart]!;
  a[job + JOB.waitedDays] = 0;
  setReady(job);
}

/** Of those who are here and make assessments of a stage, who holds fewest; -1 where every desk is full to the last slot. */
function leastLoaded(stage: number): number {
  const { world, model } = future;
  const w = world.workers.cells;
  let best = -1;
  for (let worker = 0; worker < world.workerCount; worker++) {
    const { kind, team, awayUntil, assessments } = WORKER;
    if (w[rowOf(worker) + kind] !== PERMANENT && w[rowOf(worker) + kind] !== AGENCY) continue;
    const { pool, strike, holds } = model.workforce.teams[w[rowOf(worker) + team]!]!;
    if (holds !== 0 || strike || pool !== model.pathway.pools[stage] || w[rowOf(worker) + awayUntil]! >= 0) continue;
    if (w[rowOf(worker) + assessments]! >= future.maxSlots - 2) continue;
    if (best < 0 || w[rowOf(worker) + assessments]! < w[rowOf(best) + assessments]!) best = worker;
  }
  return best;
}

function waitingJobs(): number[] {
  const { world } = future;
  const a = world.assessments.cells;
  return world.queues.flatMap((queue) =>
    Array.from({ length: queue.size }, (_, i) => queue.at(i)).filter((job) => a[job + JOB.stage] !== ENQUIRY),
  );
}

/** Assessments that wait for a manager's signature; they are done with, and stay. */
function jobsToSign(): number[] {
  const { world } = future;
  return Array.from({ length: world.signOff.size }, (_, i) => world.signOff.at(i));
}

/** Assessments on desks that do not wait for a signature already. */
function jobsOnDesks(): number[] {
  const { world, maxSlots } = future;
  const a = world.assessments.cells;
  return Array.from({ length: world.workerCount }, (_, worker) => worker).flatMap((worker) =>
    Array.from(
      { length: world.workers.cells[rowOf(worker) + WORKER.assessments]! },
      (_, i) => world.slots[worker * maxSlots + i]!,
    ).filter((job) => a[job + JOB.stage] !== ENQUIRY && a[job + JOB.submitted] === 0),
  );
}

function dropWaiting(job: number): void {
  for (const queue of future.world.queues) queue.removeWhere((one) => one === job);
  forget(job);
}

function dropFromDesk(job: number): void {
  const worker = future.world.assessments.cells[job + JOB.worker]!;
  workUntil(worker, future.dayMinutes);
  takeFromDesk(job, worker);
  updateRoom(worker);
  reschedule(worker);
  forget(job);
}

function forget(job: number): void {
  const { world } = future;
  world.n.openMinutes -= world.assessments.cells[job + JOB.remaining]!;
  world.n.casesOut++;
  world.assessments.give(job);
}

/** A share from 0 to 1 that is an entity's own. */
function luckOf(entity: number, index = 0): number {
  const { streams } = future;
  draw(CAUSE.today, entity, index);
  return streams.u0 / TWO_32;
}

/** Those who stay come first. */
function inLuckOrder(ids: readonly number[], entityOf: (id: number) => number): number[] {
  const luck = new Map(ids.map((id) => [id, luckOf(entityOf(id))]));
  return [...ids].sort((a, b) => luck.get(a)! - luck.get(b)! || a - b);
}
