/**
 * An assessment on its way to a worker: it begins, waits in the queue of its stage, and is allocated to the worker with
 * the most room. What becomes of it there is told in `finishing.ts`.
 */
import { exponential, fromTable } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { rescheduleWith, workUntil } from './desk';
import { add, addToMonthOf, AT, draw, future } from './future';
import { roomiest, updateRoom } from './rooms';
import { NEVER, JOB, WORKER, rowOf } from './rows';
import {
  elapsedShare,
  limitOn,
  minutesOf,
  option,
  OPTION,
  pointsOf,
  poolOf,
  rule,
  RULE,
  singleOn,
  table,
} from './rules';
import { CORE, ENQUIRY, INITIAL, SINGLE } from './world';

/** Columns of what was begun, by stage; enquiries have none. */
export const FROM_START = [AT.ia_from_start, AT.ca_from_start, AT.sa_from_start] as const;

/** Goes before everything else in a queue. */
export const URGENT_FIRST = 0x40000000;

/** A child's referral goes on: its assessment begins its clock and joins the queue, a strategy discussion its enquiry. */
export function openAssessment(entity: number, minute: number, marginal: boolean, urgent: boolean): void {
  const { world, day } = future;
  const job = newAssessment(entity, day, minute);
  const a = world.assessments.cells;
  if (marginal) a[job + JOB.marginal] = 1;
  if (urgent) a[job + JOB.urgent] = 1;
  draw(CAUSE.initial, entity);
  begin(job, singleOn[day] === 1 ? SINGLE : INITIAL, day);
  if (urgent) {
    draw(CAUSE.section47, entity);
    if (future.streams.u0 < rule[RULE.section47AtReferral]! * future.now.section47) {
      a[job + JOB.section47Day] = day;
      enqueue(openEnquiry(entity, day, minute));
    }
  }
  enqueue(job);
}

/** The enquiry that a strategy discussion of today begins; it has a clock of its own and is nobody's yet. */
export function openEnquiry(entity: number, referred: number, minute: number): number {
  const { world, model, day } = future;
  const job = newAssessment(entity, referred, minute);
  const a = world.assessments.cells;
  a[job + JOB.urgent] = 1;
  a[job + JOB.section47Day] = day;
  draw(CAUSE.section47, entity, 1);
  begin(job, ENQUIRY, day);
  if (a[job + JOB.fate]! >>> 0 < model.pathway.toConference) {
    a[job + JOB.remaining]! += model.pathway.conferenceMinutes;
    world.n.openMinutes += model.pathway.conferenceMinutes;
  }
  add(AT.section47_started, 1);
  return job;
}

export function newAssessment(entity: number, referred: number, minute: number): number {
  const { world, day } = future;
  const job = world.assessments.take();
  const a = world.assessments.cells;
  a[job + JOB.entity] = entity;
  a[job + JOB.referred] = referred;
  a[job + JOB.section47Day] = -1;
  a[job + JOB.marginal] = 0;
  a[job + JOB.urgent] = 0;
  a[job + JOB.arrived] = day * future.dayMinutes + minute;
  a[job + JOB.allocatedDay] = -1;
  a[job + JOB.waitedDays] = 0;
  a[job + JOB.worker] = -1;
  a[job + JOB.handover] = 0;
  a[job + JOB.submitted] = 0;
  a[job + JOB.cut] = 0;
  world.n.casesIn++;
  return job;
}

/** To the nearest whole minute, halves up; at least one. */
function wholeMinutes(minutes: number): number {
  return minutes < 1 ? 1 : (minutes + 0.5) | 0;
}

/** A stage begins: clock, deadline, effort and elapsed time from the uniforms just drawn, which also decide what follows. */
export function begin(job: number, stage: number, clockStart: number): void {
  const { world, streams } = future;
  const a = world.assessments.cells;
  const { uniforms } = streams;
  const limit = limitOn(stage, clockStart);
  const need = a[job + JOB.marginal] === 1 ? rule[RULE.marginalNeed]! : 1;
  const effort = uniforms[0]!;
  const size =
    option[OPTION.exponentialEffort] === 1 ? exponential(table.effort, effort) : fromTable(table.effort, effort);
  const minutes = wholeMinutes(minutesOf[stage]! * need * size);
  world.n.openMinutes += minutes;
  a[job + JOB.stage] = stage;
  a[job + JOB.clockStart] = clockStart;
  a[job + JOB.deadline] = clockStart + limit;
  a[job + JOB.remaining] = minutes;
  a[job + JOB.elapsed] = Math.ceil(limit * elapsedShare(stage, uniforms[1]!) - 1e-9);
  a[job + JOB.effortDoneDay] = -1;
  a[job + JOB.fate] = uniforms[2]!;
  a[job + JOB.otherFate] = uniforms[3]!;
  if (stage !== ENQUIRY) addToMonthOf(clockStart, FROM_START[stage]!, 1);
}

/** Joins the queue of its stage, in the order the council has chosen; urgent work goes first. */
export function enqueue(job: number): void {
  const { assessments, queues } = future.world;
  const a = assessments.cells;
  let key = a[job + JOB.arrived]!;
  if (option[OPTION.nearestDeadlineFirst] === 1) key = a[job + JOB.deadline]!;
  else if (option[OPTION.newestFirst] === 1) key = -key;
  if (a[job + JOB.urgent] === 1) key -= URGENT_FIRST;
  a[job + JOB.worker] = -1;
  queues[poolOf[a[job + JOB.stage]!]!]!.push(job, key);
}

/** Gives waiting assessments to workers with room, the least loaded first. */
export function allocate(minute: number): void {
  const { queues } = future.world;
  const pools = option[OPTION.pools]!;
  for (let pool = 0; pool < pools; pool++) {
    const queue = queues[pool]!;
    while (queue.size > 0) {
      const worker = roomiest(pool);
      if (worker < 0) break;
      assign(queue.pop(), worker, minute);
    }
  }
}

/** Puts an assessment on a worker's desk. */
export function assign(job: number, worker: number, minute: number): void {
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  if (w[row + WORKER.load]! > 0) workUntil(worker, minute);
  else w[row + WORKER.worked] = minute;
  w[row + WORKER.load]! += handOver(job, worker, minute);
  updateRoom(worker);
  // A desk that has to be seen to in this very minute is: what has just been worked off there is noted first.
  if (future.world.events.minuteOf(worker) !== minute) rescheduleWith(job, worker);
}

/** Hands an assessment over to a worker. Returns the minutes of effort that are left, with those of the handover. */
function handOver(job: number, worker: number, minute: number): number {
  const { world, day } = future;
  const a = world.assessments.cells;
  placeOnDesk(job, worker);
  const before = a[job + JOB.allocatedDay]!;
  if (before < 0) firstAllocation(job, minute);
  else a[job + JOB.waitedDays]! += day - before;
  a[job + JOB.allocatedDay] = day;
  const handover = a[job + JOB.handover]!;
  if (handover > 0) {
    a[job + JOB.remaining]! += handover;
    world.n.openMinutes += handover;
    a[job + JOB.effortDoneDay] = -1;
    a[job + JOB.handover] = 0;
  }
  setReady(job);
  if (a[job + JOB.effortDoneDay]! >= 0) noteReady(worker, a[job + JOB.ready]!);
  return a[job + JOB.remaining]!;
}

/** Puts an assessment among those in a worker's hands; what it asks of the desk's minutes is for the caller to see to. */
export function placeOnDesk(job: number, worker: number): void {
  const { workers, assessments, slots } = future.world;
  const a = assessments.cells;
  const w = workers.cells;
  const row = rowOf(worker);
  const held = w[row + WORKER.assessments]!;
  slots[worker * future.maxSlots + held] = job;
  w[row + WORKER.assessments] = held + 1;
  w[row + WORKER.urgent]! += a[job + JOB.urgent]! * option[OPTION.interrupts]!;
  w[row + WORKER.points]! += pointsOf[a[job + JOB.stage]!]!;
  a[job + JOB.worker] = worker;
}

function firstAllocation(job: number, minute: number): void {
  const { day, dayMinutes, world } = future;
  const a = world.assessments.cells;
  const stage = a[job + JOB.stage]!;
  const arrived = a[job + JOB.arrived]!;
  if (world.n.pressure < 1) applyPressure(job);
  const waited = day * dayMinutes + minute - arrived;
  if (stage === CORE) {
    add(AT.core_minutes_waiting, waited);
    add(AT.core_allocated, 1);
    if (option[OPTION.coreFromAllocation] === 1 && a[job + JOB.clockStart] !== day) startCoreClock(job);
  } else if (stage !== ENQUIRY) {
    add(AT.initial_minutes_waiting, waited);
    add(AT.initial_allocated, 1);
  }
  // Days before the clock began are no part of lateness.
  const joined = (arrived / dayMinutes) | 0;
  const began = a[job + JOB.clockStart]!;
  a[job + JOB.waitedDays] = day - (joined > began ? joined : began);
}

/** Where the core clock starts at allocation, the queue before it does not count. */
function startCoreClock(job: number): void {
  const { day } = future;
  const a = future.world.assessments.cells;
  addToMonthOf(a[job + JOB.clockStart]!, AT.ca_from_start, -1);
  addToMonthOf(day, AT.ca_from_start, 1);
  a[job + JOB.clockStart] = day;
  a[job + JOB.deadline] = day + limitOn(CORE, day);
}

/** Effort shrinks as open work piles up: thinner assessments, closed earlier. */
export function applyPressure(job: number): void {
  const part = future.world.n.pressure;
  if (part >= 1) return;
  const a = future.world.assessments.cells;
  const before = a[job + JOB.remaining]!;
  const after = wholeMinutes(before * part);
  a[job + JOB.remaining] = after;
  a[job + JOB.cut] = Math.round((1 - part) * 1024);
  future.world.n.openMinutes += after - before;
}

/** Visits and sign-off are booked against the deadline, but none before the earliest after allocation; once worked off they stand. */
export function setReady(job: number): void {
  const a = future.world.assessments.cells;
  if (a[job + JOB.effortDoneDay]! >= 0) return;
  const began = a[job + JOB.clockStart]!;
  const limit = a[job + JOB.deadline]! - began;
  const earliest = a[job + JOB.allocatedDay]! + Math.floor(limit * rule[RULE.elapsedEarliest]!);
  const booked = began + a[job + JOB.elapsed]!;
  a[job + JOB.ready] = booked > earliest ? booked : earliest;
}

/** An assessment on this desk, worked off, is ready for sign-off from a day on. */
export function noteReady(worker: number, day: number): void {
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  if (day < w[row + WORKER.nextReady]!) w[row + WORKER.nextReady] = day;
}

/** Takes an assessment off its worker's desk, which is worked off up to now; what effort is left goes with it. */
export function takeFromDesk(job: number, worker: number): void {
  const { slots, workers, assessments } = future.world;
  const a = assessments.cells;
  const w = workers.cells;
  const row = rowOf(worker);
  const base = worker * future.maxSlots;
  const last = w[row + WORKER.assessments]! - 1;
  let i = 0;
  while (slots[base + i] !== job) i++;
  for (; i < last; i++) slots[base + i] = slots[base + i + 1]!;
  w[row + WORKER.assessments] = last;
  w[row + WORKER.urgent]! -= a[job + JOB.urgent]! * option[OPTION.interrupts]!;
  w[row + WORKER.points]! -= pointsOf[a[job + JOB.stage]!]!;
  w[row + WORKER.load]! -= a[job + JOB.remaining]!;
}

/** Everything a departing or long-absent worker had goes back to allocation, with minutes for the handover. */
export function returnAssessments(worker: number): void {
  const { world, model } = future;
  const a = world.assessments.cells;
  const w = world.workers.cells;
  const row = rowOf(worker);
  workUntil(worker, 0);
  const base = worker * future.maxSlots;
  for (let i = 0; i < w[row + WORKER.assessments]!; i++) {
    const job = world.slots[base + i]!;
    a[job + JOB.worker] = -1;
    w[row + WORKER.points]! -= pointsOf[a[job + JOB.stage]!]!;
    if (a[job + JOB.submitted] === 1) continue;
    if (a[job + JOB.effortDoneDay]! < 0) a[job + JOB.handover] = model.pathway.handoverMinutes;
    a[job + JOB.allocatedDay] = future.day;
    enqueue(job);
  }
  w[row + WORKER.assessments] = 0;
  w[row + WORKER.urgent] = 0;
  w[row + WORKER.load] = 0;
  w[row + WORKER.nextReady] = NEVER;
  w[row + WORKER.first] = -1;
}
