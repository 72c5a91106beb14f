/**
 * An assessment from referral to sign-off: it waits for a worker, is worked on, waits for what nobody works on
 * (appointments, partners, family), is signed off by a manager with time, and ends with its outcome.
 */
import { exponential, fromTable } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { NEVER, reschedule, workUntil } from './desk';
import { AT, add, addToMonthOf, type Future } from './future';
import { openPlan } from './plans';
import { updateRoom } from './rooms';
import { CIN, CORE, CP, INITIAL, LAC } from './world';

/** A referral that goes on: an initial assessment begins its clock and joins the queue. */
export function openInitial(future: Future, entity: number, minute: number, marginal: boolean): void {
  const { world, model, day } = future;
  const job = world.assessments.take();
  const a = world.assessments.of;
  future.streams.draw(CAUSE.initial, entity);
  a.stage[job] = INITIAL;
  a.entity[job] = entity;
  a.marginal[job] = marginal ? 1 : 0;
  a.arrived[job] = day * model.clock.dayMinutes + minute;
  a.allocatedDay[job] = -1;
  a.waitedDays[job] = 0;
  a.worker[job] = -1;
  a.handover[job] = 0;
  a.submitted[job] = 0;
  beginClock(future, job, model.clock.initialLimit[day]!, model.pathway.initialMinutes, future.point.elapsedInitial);
  addToMonthOf(future, day, AT.ia_from_start, 1);
  world.n.casesIn++;
  enqueue(future, job);
}

/** Sets clock, deadline, effort and elapsed time of a stage from the two uniforms just drawn. */
function beginClock(future: Future, job: number, limit: number, meanMinutes: number, elapsed: Float64Array): void {
  const { pathway, demand } = future.model;
  const a = future.world.assessments.of;
  const { u0, u1 } = future.streams;
  const need = a.marginal[job] === 1 ? demand.marginalNeed : 1;
  const size = pathway.effortExponential ? exponential(pathway.effort, u0) : fromTable(pathway.effort, u0);
  a.clockStart[job] = future.day;
  a.deadline[job] = future.day + limit;
  a.remaining[job] = Math.max(1, Math.round(meanMinutes * future.point.effortScale * need * size));
  future.world.n.openMinutes += a.remaining[job]!;
  a.elapsed[job] = Math.ceil(limit * fromTable(elapsed, u1) - 1e-9);
  a.effortDoneDay[job] = -1;
}

/** Joins the queue for a worker, in the order the council has chosen. */
export function enqueue(future: Future, job: number): void {
  const a = future.world.assessments.of;
  const order = future.model.pathway.queueOrder;
  const key =
    order === 'nearest-deadline-first'
      ? a.deadline[job]!
      : order === 'oldest-first'
        ? a.arrived[job]!
        : -a.arrived[job]!;
  a.worker[job] = -1;
  future.world.queue.push(job, key);
}

/** Gives waiting assessments to workers with room, the least loaded first. */
export function allocate(future: Future, minute: number): void {
  const { world } = future;
  while (world.queue.size > 0) {
    const worker = world.assessmentRoom.roomiest();
    if (worker < 0) return;
    assign(future, world.queue.pop(), worker, minute);
  }
}

function assign(future: Future, job: number, worker: number, minute: number): void {
  const { world, model, day } = future;
  const a = world.assessments.of;
  const w = world.workers.of;
  workUntil(future, worker, minute);
  world.slots[worker * model.workforce.maxSlots + w.assessments[worker]!] = job;
  w.assessments[worker]!++;
  a.worker[job] = worker;
  if (a.allocatedDay[job]! < 0) {
    applyPressure(future, job);
    a.waitedDays[job] = day - a.clockStart[job]!;
    if (a.stage[job] === INITIAL)
      add(future, AT.initial_minutes_waiting, day * model.clock.dayMinutes + minute - a.arrived[job]!);
  } else {
    a.waitedDays[job]! += day - a.allocatedDay[job]!;
  }
  a.allocatedDay[job] = day;
  a.remaining[job]! += a.handover[job]!;
  world.n.openMinutes += a.handover[job]!;
  if (a.handover[job]! > 0) a.effortDoneDay[job] = -1;
  a.handover[job] = 0;
  w.load[worker]! += a.remaining[job]!;
  setReady(future, job);
  if (a.effortDoneDay[job]! >= 0) noteReady(future, worker, a.ready[job]!);
  updateRoom(future, worker);
  reschedule(future, worker);
}

/** Effort shrinks as open work piles up: thinner assessments, closed earlier. */
function applyPressure(future: Future, job: number): void {
  const { kappa, pressureFloor } = future.model.pathway;
  const over = future.world.n.backlogDays / 5 - 1;
  if (over <= 0 || kappa === 0) return;
  const a = future.world.assessments.of;
  const before = a.remaining[job]!;
  a.remaining[job] = Math.max(1, Math.round(before * Math.max(pressureFloor, 1 - kappa * over)));
  future.world.n.openMinutes += a.remaining[job]! - before;
}

/** Visits and sign-off are booked against the deadline, but none before the earliest after allocation; once worked off they stand. */
function setReady(future: Future, job: number): void {
  const a = future.world.assessments.of;
  if (a.effortDoneDay[job]! >= 0) return;
  const limit = a.deadline[job]! - a.clockStart[job]!;
  const earliest = a.allocatedDay[job]! + Math.floor(limit * future.model.pathway.elapsedEarliest);
  a.ready[job] = Math.max(a.clockStart[job]! + a.elapsed[job]!, earliest);
}

/** An assessment on this desk, worked off, is ready for sign-off from a day on. */
function noteReady(future: Future, worker: number, day: number): void {
  const { nextReady } = future.world.workers.of;
  if (day < nextReady[worker]!) nextReady[worker] = day;
}

/** Assessments whose effort was done before and whose elapsed time is over by today go to sign-off. */
export function submitReady(future: Future, worker: number): void {
  const { world, model, day } = future;
  const a = world.assessments.of;
  const base = worker * model.workforce.maxSlots;
  let next = NEVER;
  for (let i = world.workers.of.assessments[worker]! - 1; i >= 0; i--) {
    const job = world.slots[base + i]!;
    if (a.effortDoneDay[job]! < 0 || a.submitted[job] === 1) continue;
    if (a.ready[job]! <= day) {
      a.submitted[job] = 1;
      world.signOff.push(job, day);
    } else if (a.ready[job]! < next) {
      next = a.ready[job]!;
    }
  }
  world.workers.of.nextReady[worker] = next;
}

/** At the worker's event: whatever is worked off goes to sign-off, today or once its elapsed time is over. */
export function finishWork(future: Future, worker: number, minute: number): void {
  const { world, model, day } = future;
  workUntil(future, worker, minute);
  const a = world.assessments.of;
  const base = worker * model.workforce.maxSlots;
  for (let i = world.workers.of.assessments[worker]! - 1; i >= 0; i--) {
    const job = world.slots[base + i]!;
    if (a.remaining[job] === 0 && a.effortDoneDay[job]! < 0) {
      a.effortDoneDay[job] = day;
      if (a.ready[job]! <= day) submit(future, job, minute);
      else noteReady(future, worker, a.ready[job]!);
    }
  }
  reschedule(future, worker);
}

/** Hands an assessment to a manager: signed off at once while there is capacity today, else it waits its turn. */
export function submit(future: Future, job: number, minute: number): void {
  const { n, signOff, assessments } = future.world;
  if (n.signOffTokens >= 1) {
    n.signOffTokens--;
    complete(future, job, minute);
  } else {
    assessments.of.submitted[job] = 1;
    signOff.push(job, future.day);
  }
}

/** Signed off: counted, and on to what follows. A worker who left while it waited is -1. */
export function complete(future: Future, job: number, minute: number): void {
  const { world } = future;
  const a = world.assessments.of;
  const worker = a.worker[job]!;
  const entity = a.entity[job]!;
  tallyCompletion(future, job, minute);
  let plan = -1;
  if (a.stage[job] === INITIAL) {
    future.streams.draw(CAUSE.initial, entity, 1);
    const { u0, u1 } = future.streams;
    const { pathway, demand } = future.model;
    const need = a.marginal[job] === 1 ? demand.marginalNeed : 1;
    if (u0 < pathway.initialToCore * need) {
      continueToCore(future, job, worker, minute);
      return;
    }
    if (u1 < pathway.initialToCin * need) plan = CIN;
  } else {
    plan = coreOutcome(future, entity);
  }
  if (worker >= 0) release(future, job, worker, minute);
  world.assessments.give(job);
  if (plan >= 0) openPlan(future, plan, entity, worker);
  else world.n.casesOut++;
  if (worker >= 0) {
    updateRoom(future, worker);
    reschedule(future, worker);
  }
}

/** The same worker carries on with the core assessment; its clock starts as the initial one ends. */
function continueToCore(future: Future, job: number, worker: number, minute: number): void {
  const { model, day } = future;
  const a = future.world.assessments.of;
  if (worker >= 0) workUntil(future, worker, minute);
  a.stage[job] = CORE;
  a.waitedDays[job] = 0;
  a.submitted[job] = 0;
  future.streams.draw(CAUSE.core, a.entity[job]!);
  beginClock(future, job, model.clock.coreLimit[day]!, model.pathway.coreMinutes, future.point.elapsedCore);
  addToMonthOf(future, day, AT.ca_from_start, 1);
  if (worker < 0) {
    a.allocatedDay[job] = -1;
    enqueue(future, job);
    return;
  }
  a.allocatedDay[job] = day;
  applyPressure(future, job);
  future.world.workers.of.load[worker]! += a.remaining[job]!;
  setReady(future, job);
  reschedule(future, worker);
}

function coreOutcome(future: Future, entity: number): number {
  const { pathway } = future.model;
  future.streams.draw(CAUSE.core, entity, 1);
  const u = future.streams.u0;
  if (u < pathway.coreToCp) return CP;
  if (u < pathway.coreToCp + pathway.coreToLac) return LAC;
  return u < pathway.coreToCp + pathway.coreToLac + pathway.coreToCin ? CIN : -1;
}

/** Takes an assessment off its worker's desk. */
function release(future: Future, job: number, worker: number, minute: number): void {
  workUntil(future, worker, minute);
  takeFromDesk(future, job, worker, future.model.workforce.maxSlots);
}

function takeFromDesk(future: Future, job: number, worker: number, maxSlots: number): void {
  const { slots, workers } = future.world;
  const base = worker * maxSlots;
  const last = workers.of.assessments[worker]! - 1;
  let i = 0;
  while (slots[base + i] !== job) i++;
  for (; i < last; i++) slots[base + i] = slots[base + i + 1]!;
  workers.of.assessments[worker] = last;
}

/** Everything a departing or long-absent worker had goes back to allocation, with minutes for the handover. */
export function returnAssessments(future: Future, worker: number): void {
  const { world, model } = future;
  const a = world.assessments.of;
  const w = world.workers.of;
  workUntil(future, worker, 0);
  const base = worker * model.workforce.maxSlots;
  for (let i = 0; i < w.assessments[worker]!; i++) {
    const job = world.slots[base + i]!;
    a.worker[job] = -1;
    if (a.submitted[job] === 1) continue;
    if (a.effortDoneDay[job]! < 0) a.handover[job] = model.pathway.handoverMinutes;
    a.allocatedDay[job] = future.day;
    enqueue(future, job);
  }
  w.assessments[worker] = 0;
  w.load[worker] = 0;
  w.nextReady[worker] = NEVER;
}

function tallyCompletion(future: Future, job: number, minute: number): void {
  const { model, day } = future;
  const a = future.world.assessments.of;
  const initial = a.stage[job] === INITIAL;
  const took = day - a.clockStart[job]!;
  const allowed = initial ? model.pathway.initialMeasureDays : model.pathway.coreMeasureDays;
  const inTime = took <= allowed ? 1 : 0;
  if (initial) {
    add(future, AT.ia_completed, 1);
    add(future, AT.ia_in_time, inTime);
    add(future, AT.initial_minutes_in_system, day * model.clock.dayMinutes + minute - a.arrived[job]!);
    if (inTime === 1) addToMonthOf(future, a.clockStart[job]!, AT.ia_from_start_in_time, 1);
    future.daysHistogram[Math.min(took, future.daysHistogram.length - 1)]!++;
  } else {
    add(future, AT.ca_completed, 1);
    add(future, AT.ca_in_time, inTime);
    if (inTime === 1) addToMonthOf(future, a.clockStart[job]!, AT.ca_from_start_in_time, 1);
  }
  if (inTime === 0) tallyLateness(future, job, took - allowed);
}

/**
 * Why late: the excess days, laid in this order to sign-off (days after all else was done), to what nobody could
 * work on (days it would have run over with ample staff), to waiting for a worker, and what is left to the worker's hands.
 */
function tallyLateness(future: Future, job: number, excess: number): void {
  const a = future.world.assessments.of;
  const allDone = Math.max(a.effortDoneDay[job]!, a.ready[job]!);
  const allowedUntil = future.day - excess;
  const signOff = Math.min(excess, Math.max(0, future.day - allDone));
  let rest = excess - signOff;
  const elapsed = Math.min(rest, Math.max(0, a.clockStart[job]! + a.elapsed[job]! - allowedUntil));
  rest -= elapsed;
  const waiting = Math.min(rest, a.waitedDays[job]!);
  add(future, AT.late_total, excess);
  add(future, AT.late_sign_off, signOff);
  add(future, AT.late_elapsed, elapsed);
  add(future, AT.late_waiting, waiting);
  add(future, AT.late_effort, rest - waiting);
}
