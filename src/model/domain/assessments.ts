/**
 * An assessment on its way to a worker: it begins, waits in the queue of its stage, and is allocated to the worker with
 * the most room. What becomes of it there is told in `finishing.ts`.
 */
import { minuteOf } from '../engine/day-events';
import { roomiest } from '../engine/room-lists';
import { exponential, fromTable } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { AT } from './at';
import { rescheduleWith, workUntil } from './desk';
import { add, addToMonthOf, draw, future, now, streams } from './future';
import { model } from './model';
import { updateRoom } from './rooms';
import { addressOf, Assessment, assessmentAt, NEVER } from './rows';
import { effort, elapsedDays, limitOn, singleOn } from './tables-at';
import { assessments, CORE, ENQUIRY, INITIAL, queueOf, setSlot, SINGLE, slot, stageOf, workerOf, world } from './world';

/** Column of what was begun, by stage; enquiries have none. */
export function fromStart(stage: i32): AT {
  return stage == INITIAL ? AT.ia_from_start : stage == CORE ? AT.ca_from_start : AT.sa_from_start;
}

/** Goes before everything else in a queue. */
export const URGENT_FIRST: i32 = 0x40000000;

/** A child's referral goes on: its assessment begins its clock and joins the queue, a strategy discussion its enquiry. */
export function openAssessment(entity: i32, minute: i32, marginal: bool, urgent: bool): void {
  const day = future.day;
  const job = newAssessment(entity, day, minute);
  if (marginal) job.marginal = 1;
  if (urgent) job.urgent = 1;
  draw(CAUSE.initial, entity);
  begin(job, singleOn[day] == 1 ? SINGLE : INITIAL, day);
  if (urgent) {
    draw(CAUSE.section47, entity);
    if (<f64>streams.u0 < model.section47AtReferral * now.section47) {
      job.section47Day = day;
      enqueue(openEnquiry(entity, day, minute));
    }
  }
  enqueue(job);
}

/** The enquiry that a strategy discussion of today begins; it has a clock of its own and is nobody's yet. */
export function openEnquiry(entity: i32, referred: i32, minute: i32): Assessment {
  const day = future.day;
  const job = newAssessment(entity, referred, minute);
  job.urgent = 1;
  job.section47Day = day;
  draw(CAUSE.section47, entity, 1);
  begin(job, ENQUIRY, day);
  if (<f64>job.fate < model.toConference) {
    job.remaining += model.conferenceMinutes;
    world.openMinutes += <f64>model.conferenceMinutes;
  }
  add(AT.section47_started, 1);
  return job;
}

export function newAssessment(entity: i32, referred: i32, minute: i32): Assessment {
  const job = changetype<Assessment>(assessments.take());
  job.entity = entity;
  job.referred = referred;
  job.section47Day = -1;
  job.marginal = 0;
  job.urgent = 0;
  job.arrived = future.day * future.dayMinutes + minute;
  job.allocatedDay = -1;
  job.waitedDays = 0;
  job.worker = -1;
  job.handover = 0;
  job.submitted = 0;
  job.cut = 0;
  world.casesIn++;
  return job;
}

/** To the nearest whole minute, halves up; at least one. */
function wholeMinutes(minutes: f64): i32 {
  return minutes < 1 ? 1 : <i32>(minutes + 0.5);
}

/** A stage begins: clock, deadline, effort and elapsed time from the uniforms just drawn, which also decide what follows. */
export function begin(job: Assessment, stage: i32, clockStart: i32): void {
  const limit = limitOn(stage, clockStart);
  const need = job.marginal == 1 ? model.marginalNeed : 1.0;
  const size = model.exponentialEffort == 1 ? exponential(effort, streams.u0) : fromTable(effort, streams.u0);
  const minutes = wholeMinutes(stageOf(stage).minutes * need * size);
  world.openMinutes += <f64>minutes;
  job.stage = stage;
  job.clockStart = clockStart;
  job.deadline = clockStart + limit;
  job.remaining = minutes;
  job.elapsed = elapsedDays(stage, limit, streams.u1);
  job.effortDoneDay = -1;
  job.fate = streams.u2;
  job.otherFate = streams.u3;
  if (stage != ENQUIRY) addToMonthOf(clockStart, fromStart(stage), 1);
}

/** Joins the queue of its stage, in the order the council has chosen; urgent work goes first. */
export function enqueue(job: Assessment): void {
  let key = job.arrived;
  if (model.nearestDeadlineFirst == 1) key = job.deadline;
  else if (model.newestFirst == 1) key = -key;
  if (job.urgent == 1) key -= URGENT_FIRST;
  job.worker = -1;
  queueOf(stageOf(job.stage).pool).push(addressOf(job), key);
}

/** Gives waiting assessments to workers with room, the least loaded first. */
export function allocate(minute: i32): void {
  const pools = model.pools;
  for (let pool = 0; pool < pools; pool++) {
    const queue = queueOf(pool);
    while (queue.size > 0) {
      const worker = roomiest(pool);
      if (worker < 0) break;
      assign(assessmentAt(queue.pop()), worker, minute);
    }
  }
}

/** Puts an assessment on a worker's desk. */
export function assign(job: Assessment, worker: i32, minute: i32): void {
  const w = workerOf(worker);
  if (w.load > 0) workUntil(worker, minute);
  else w.worked = minute;
  w.load += handOver(job, worker, minute);
  updateRoom(worker);
  // A desk that has to be seen to in this very minute is: what has just been worked off there is noted first.
  if (minuteOf(worker) != minute) rescheduleWith(job, worker);
}

/** Hands an assessment over to a worker. Returns the minutes of effort that are left, with those of the handover. */
function handOver(job: Assessment, worker: i32, minute: i32): i32 {
  const day = future.day;
  placeOnDesk(job, worker);
  const before = job.allocatedDay;
  if (before < 0) firstAllocation(job, minute);
  else job.waitedDays += day - before;
  job.allocatedDay = day;
  const handover = job.handover;
  if (handover > 0) {
    job.remaining += handover;
    world.openMinutes += <f64>handover;
    job.effortDoneDay = -1;
    job.handover = 0;
  }
  setReady(job);
  if (job.effortDoneDay >= 0) noteReady(worker, job.ready);
  return job.remaining;
}

/** Puts an assessment among those in a worker's hands; what it asks of the desk's minutes is for the caller to see to. */
export function placeOnDesk(job: Assessment, worker: i32): void {
  const w = workerOf(worker);
  const held = w.assessments;
  setSlot(worker * future.maxSlots + held, job);
  w.assessments = held + 1;
  w.urgent += job.urgent * model.interrupts;
  w.points += stageOf(job.stage).points;
  job.worker = worker;
}

function firstAllocation(job: Assessment, minute: i32): void {
  const day = future.day;
  const stage = job.stage;
  const arrived = job.arrived;
  if (world.pressure < 1) applyPressure(job);
  const waited = <f64>(day * future.dayMinutes + minute - arrived);
  if (stage == CORE) {
    add(AT.core_minutes_waiting, waited);
    add(AT.core_allocated, 1);
    if (model.coreFromAllocation == 1 && job.clockStart != day) startCoreClock(job);
  } else if (stage != ENQUIRY) {
    add(AT.initial_minutes_waiting, waited);
    add(AT.initial_allocated, 1);
  }
  // Days before the clock began are no part of lateness.
  job.waitedDays = day - max<i32>(arrived / future.dayMinutes, job.clockStart);
}

/** Where the core clock starts at allocation, the queue before it does not count. */
function startCoreClock(job: Assessment): void {
  const day = future.day;
  addToMonthOf(job.clockStart, AT.ca_from_start, -1);
  addToMonthOf(day, AT.ca_from_start, 1);
  job.clockStart = day;
  job.deadline = day + limitOn(CORE, day);
}

/** Effort shrinks as open work piles up: thinner assessments, closed earlier. */
export function applyPressure(job: Assessment): void {
  const part = world.pressure;
  if (part >= 1) return;
  const before = job.remaining;
  const after = wholeMinutes(<f64>before * part);
  job.remaining = after;
  job.cut = <i32>Math.round((1 - part) * 1024);
  world.openMinutes += <f64>(after - before);
}

/** Visits and sign-off are booked against the deadline, but none before the earliest after allocation; once worked off they stand. */
export function setReady(job: Assessment): void {
  if (job.effortDoneDay >= 0) return;
  const began = job.clockStart;
  const limit = job.deadline - began;
  const earliest = job.allocatedDay + <i32>(<f64>limit * model.elapsedEarliest);
  job.ready = max<i32>(began + job.elapsed, earliest);
}

/** An assessment on this desk, worked off, is ready for sign-off from a day on. */
export function noteReady(worker: i32, day: i32): void {
  const w = workerOf(worker);
  if (day < w.nextReady) w.nextReady = day;
}

/** Takes an assessment off its worker's desk, which is worked off up to now; what effort is left goes with it. */
export function takeFromDesk(job: Assessment, worker: i32): void {
  const w = workerOf(worker);
  const last = worker * future.maxSlots + w.assessments - 1;
  let at = worker * future.maxSlots;
  while (slot(at) != job) at++;
  for (; at < last; at++) setSlot(at, slot(at + 1));
  w.assessments--;
  w.urgent -= job.urgent * model.interrupts;
  w.points -= stageOf(job.stage).points;
  w.load -= job.remaining;
}

/** Everything a departing or long-absent worker had goes back to allocation, with minutes for the handover. */
export function returnAssessments(worker: i32): void {
  const w = workerOf(worker);
  workUntil(worker, 0);
  const base = worker * future.maxSlots;
  for (let i = 0; i < w.assessments; i++) {
    const job = slot(base + i);
    job.worker = -1;
    w.points -= stageOf(job.stage).points;
    if (job.submitted == 1) continue;
    if (job.effortDoneDay < 0) job.handover = model.handoverMinutes;
    job.allocatedDay = future.day;
    enqueue(job);
  }
  w.assessments = 0;
  w.urgent = 0;
  w.load = 0;
  w.nextReady = NEVER;
  w.first = null;
}
