/**
 * An assessment on its way to a worker: it begins, waits in the queue of its stage, and is allocated to the worker with
 * the most room. What becomes of it there is told in `finishing.ts`.
 */
import { exponential, fromTable } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { TWO_32 } from '../units';
import { NEVER, reschedule, workUntil } from './desk';
import { AT, add, addToMonthOf, type Future } from './future';
import { updateRoom } from './rooms';
import { CORE, ENQUIRY, INITIAL, SINGLE } from './world';

/** Columns of what was begun, by stage; enquiries have none. */
const FROM_START = [AT.ia_from_start, AT.ca_from_start, AT.sa_from_start] as const;

/** Goes before everything else in a queue. */
export const URGENT_FIRST = 0x40000000;

/** A child's referral goes on: its assessment begins its clock and joins the queue, a strategy discussion its enquiry. */
export function openAssessment(
  future: Future,
  entity: number,
  minute: number,
  marginal: boolean,
  urgent: boolean,
): void {
  const { world, model, day } = future;
  const job = newAssessment(future, entity, day, minute);
  const a = world.assessments.of;
  a.marginal[job] = marginal ? 1 : 0;
  a.urgent[job] = urgent ? 1 : 0;
  future.streams.draw(CAUSE.initial, entity);
  begin(future, job, model.clock.single[day] === 1 ? SINGLE : INITIAL, day);
  if (urgent) {
    future.streams.draw(CAUSE.section47, entity);
    if (future.streams.u0 < model.pathway.section47AtReferral * future.now.section47) {
      a.section47Day[job] = day;
      enqueue(future, openEnquiry(future, entity, day, minute));
    }
  }
  enqueue(future, job);
}

/** The enquiry that a strategy discussion of today begins; it has a clock of its own and is nobody's yet. */
export function openEnquiry(future: Future, entity: number, referred: number, minute: number): number {
  const { world, model, day } = future;
  const job = newAssessment(future, entity, referred, minute);
  const a = world.assessments.of;
  a.urgent[job] = 1;
  a.section47Day[job] = day;
  future.streams.draw(CAUSE.section47, entity, 1);
  begin(future, job, ENQUIRY, day);
  if (a.fate[job]! >>> 0 < model.pathway.toConference) {
    a.remaining[job]! += model.pathway.conferenceMinutes;
    world.n.openMinutes += model.pathway.conferenceMinutes;
  }
  add(future, AT.section47_started, 1);
  return job;
}

function newAssessment(future: Future, entity: number, referred: number, minute: number): number {
  const { world, model, day } = future;
  const job = world.assessments.take();
  const a = world.assessments.of;
  a.entity[job] = entity;
  a.referred[job] = referred;
  a.section47Day[job] = -1;
  a.marginal[job] = 0;
  a.urgent[job] = 0;
  a.arrived[job] = day * model.clock.dayMinutes + minute;
  a.allocatedDay[job] = -1;
  a.waitedDays[job] = 0;
  a.worker[job] = -1;
  a.handover[job] = 0;
  a.submitted[job] = 0;
  a.cut[job] = 0;
  world.n.casesIn++;
  return job;
}

/** A stage begins: clock, deadline, effort and elapsed time from the uniforms just drawn, which also decide what follows. */
export function begin(future: Future, job: number, stage: number, clockStart: number): void {
  const { pathway, demand, clock } = future.model;
  const a = future.world.assessments.of;
  const { u0, u1, u2, u3 } = future.streams;
  const limit = clock.limits[stage]![clockStart]!;
  const need = a.marginal[job] === 1 ? demand.marginalNeed : 1;
  const size = pathway.effortExponential ? exponential(pathway.effort, u0) : fromTable(pathway.effort, u0);
  a.stage[job] = stage;
  a.clockStart[job] = clockStart;
  a.deadline[job] = clockStart + limit;
  a.remaining[job] = Math.max(1, Math.round(pathway.minutes[stage]! * future.point.effortScale * need * size));
  future.world.n.openMinutes += a.remaining[job];
  a.elapsed[job] = Math.ceil(limit * fromTable(future.point.elapsed[stage]!, u1) - 1e-9);
  a.effortDoneDay[job] = -1;
  a.fate[job] = u2;
  a.otherFate[job] = u3;
  if (stage !== ENQUIRY) addToMonthOf(future, clockStart, FROM_START[stage]!, 1);
}

/** Joins the queue of its stage, in the order the council has chosen; urgent work goes first. */
export function enqueue(future: Future, job: number): void {
  const { pathway } = future.model;
  const a = future.world.assessments.of;
  const order = pathway.queueOrder;
  const key =
    order === 'nearest-deadline-first'
      ? a.deadline[job]!
      : order === 'oldest-first'
        ? a.arrived[job]!
        : -a.arrived[job]!;
  a.worker[job] = -1;
  future.world.queues[pathway.pools[a.stage[job]!]!]!.push(job, a.urgent[job] === 1 ? key - URGENT_FIRST : key);
}

/** Gives waiting assessments to workers with room, the least loaded first. */
export function allocate(future: Future, minute: number): void {
  const { queues, rooms } = future.world;
  for (let pool = 0; pool < queues.length; pool++) {
    const queue = queues[pool]!;
    while (queue.size > 0) {
      const worker = rooms[pool]!.roomiest();
      if (worker < 0) break;
      assign(future, queue.pop(), worker, minute);
    }
  }
}

/** Puts an assessment on a worker's desk. */
export function assign(future: Future, job: number, worker: number, minute: number): void {
  const { world, model, day } = future;
  const a = world.assessments.of;
  const w = world.workers.of;
  workUntil(future, worker, minute);
  world.slots[worker * model.workforce.maxSlots + w.assessments[worker]!] = job;
  w.assessments[worker]!++;
  w.urgent[worker]! += a.urgent[job]!;
  w.points[worker]! += model.pathway.points[a.stage[job]!]!;
  a.worker[job] = worker;
  if (a.allocatedDay[job]! < 0) firstAllocation(future, job, minute);
  else a.waitedDays[job]! += day - a.allocatedDay[job]!;
  a.allocatedDay[job] = day;
  if (a.handover[job]! > 0) {
    a.remaining[job]! += a.handover[job]!;
    world.n.openMinutes += a.handover[job]!;
    a.effortDoneDay[job] = -1;
    a.handover[job] = 0;
  }
  w.load[worker]! += a.remaining[job]!;
  setReady(future, job);
  if (a.effortDoneDay[job]! >= 0) noteReady(future, worker, a.ready[job]!);
  updateRoom(future, worker);
  reschedule(future, worker);
}

function firstAllocation(future: Future, job: number, minute: number): void {
  const { model, day } = future;
  const a = future.world.assessments.of;
  const stage = a.stage[job]!;
  applyPressure(future, job);
  const waited = day * model.clock.dayMinutes + minute - a.arrived[job]!;
  if (stage === CORE) {
    add(future, AT.core_minutes_waiting, waited);
    add(future, AT.core_allocated, 1);
    if (model.pathway.coreClock === 'allocation' && a.clockStart[job] !== day) startCoreClock(future, job);
  } else if (stage !== ENQUIRY) {
    add(future, AT.initial_minutes_waiting, waited);
    add(future, AT.initial_allocated, 1);
  }
  a.waitedDays[job] = day - Math.floor(a.arrived[job]! / model.clock.dayMinutes);
}

/** Where the core clock starts at allocation, the queue before it does not count. */
function startCoreClock(future: Future, job: number): void {
  const { day, model } = future;
  const a = future.world.assessments.of;
  addToMonthOf(future, a.clockStart[job]!, AT.ca_from_start, -1);
  addToMonthOf(future, day, AT.ca_from_start, 1);
  a.clockStart[job] = day;
  a.deadline[job] = day + model.clock.limits[CORE]![day]!;
}

/** Effort shrinks as open work piles up: thinner assessments, closed earlier. */
export function applyPressure(future: Future, job: number): void {
  const { kappa, pressureFloor } = future.model.pathway;
  const over = future.world.n.backlogDays / 5 - 1;
  if (over <= 0 || kappa === 0) return;
  const a = future.world.assessments.of;
  const before = a.remaining[job]!;
  const part = Math.max(pressureFloor, 1 - kappa * over);
  a.remaining[job] = Math.max(1, Math.round(before * part));
  a.cut[job] = Math.round((1 - part) * 1024);
  future.world.n.openMinutes += a.remaining[job] - before;
}

/** Visits and sign-off are booked against the deadline, but none before the earliest after allocation; once worked off they stand. */
export function setReady(future: Future, job: number): void {
  const a = future.world.assessments.of;
  if (a.effortDoneDay[job]! >= 0) return;
  const limit = a.deadline[job]! - a.clockStart[job]!;
  const earliest = a.allocatedDay[job]! + Math.floor(limit * future.model.pathway.elapsedEarliest);
  a.ready[job] = Math.max(a.clockStart[job]! + a.elapsed[job]!, earliest);
}

/** An assessment on this desk, worked off, is ready for sign-off from a day on. */
export function noteReady(future: Future, worker: number, day: number): void {
  const { nextReady } = future.world.workers.of;
  if (day < nextReady[worker]!) nextReady[worker] = day;
}

/** Takes an assessment off its worker's desk, worked off up to now; what effort is left goes with it. */
export function takeFromDesk(future: Future, job: number, worker: number, minute: number): void {
  const { slots, workers, assessments } = future.world;
  workUntil(future, worker, minute);
  const a = assessments.of;
  const w = workers.of;
  const base = worker * future.model.workforce.maxSlots;
  const last = w.assessments[worker]! - 1;
  let i = 0;
  while (slots[base + i] !== job) i++;
  for (; i < last; i++) slots[base + i] = slots[base + i + 1]!;
  w.assessments[worker] = last;
  w.urgent[worker]! -= a.urgent[job]!;
  w.points[worker]! -= future.model.pathway.points[a.stage[job]!]!;
  w.load[worker]! -= a.remaining[job]!;
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
    w.points[worker]! -= model.pathway.points[a.stage[job]!]!;
    if (a.submitted[job] === 1) continue;
    if (a.effortDoneDay[job]! < 0) a.handover[job] = model.pathway.handoverMinutes;
    a.allocatedDay[job] = future.day;
    enqueue(future, job);
  }
  w.assessments[worker] = 0;
  w.urgent[worker] = 0;
  w.load[worker] = 0;
  w.nextReady[worker] = NEVER;
}

/**
 * Closes waiting assessments that are past their limit without making them: each with this probability, by its own luck.
 * Counted; the children are likelier to come back.
 */
export function closeOverdueWaiting(
  future: Future,
  share: number,
  closed: (entity: number, referred: number) => void,
): void {
  const { world, streams, day, month } = future;
  const a = world.assessments.of;
  const goes = (job: number): boolean => {
    if (a.deadline[job]! >= day || a.urgent[job] === 1) return false;
    streams.draw(CAUSE.closing, a.entity[job]!, month + 1000);
    return streams.u0 < share * TWO_32;
  };
  for (const queue of world.queues) {
    queue.removeWhere((job) => {
      if (!goes(job)) return false;
      world.n.openMinutes -= a.remaining[job]!;
      world.n.casesOut++;
      add(future, AT.closed_unassessed, 1);
      world.assessments.give(job);
      closed(a.entity[job]!, a.referred[job]!);
      return true;
    });
  }
}
