/**
 * An assessment at its end: worked off, waiting for what nobody works on (appointments, partners, family), signed off by a
 * manager with time, counted, and on to what follows from it.
 */
import { CAUSE } from '../engine/streams';
import { AT } from './at';
import {
  applyPressure,
  begin,
  enqueue,
  noteReady,
  openEnquiry,
  placeOnDesk,
  setReady,
  takeFromDesk,
  URGENT_FIRST,
} from './assessments';
import { tallyCompletion } from './completions';
import { reschedule, workUntil } from './desk';
import { add, draw, future, now, streams } from './future';
import { model } from './model';
import { openPlan } from './plans';
import { earlyClosing, returnFromClosing } from './returns';
import { updateRoom } from './rooms';
import { addressOf, Assessment, assessmentAt, NEVER } from './rows';
import {
  assessments,
  CIN,
  conferences,
  CORE,
  CP,
  ENQUIRY,
  LAC,
  signOff,
  SINGLE,
  slot,
  stageOf,
  teamOf,
  workerOf,
  world,
} from './world';

/** No plan follows. */
const NO_PLAN: i32 = -1;

/** At the worker's event: whatever is worked off goes to sign-off, today or once its elapsed time is over. */
export function finishWork(worker: i32, minute: i32): void {
  const w = workerOf(worker);
  workUntil(worker, minute);
  if (w.deadlineFirst == 1) {
    // It had every minute.
    noteWorkedOff(w.first!, worker, minute);
  } else {
    const base = worker * future.maxSlots;
    for (let i = w.assessments - 1; i >= 0; i--) noteWorkedOff(slot(base + i), worker, minute);
  }
  reschedule(worker);
}

/** Where nothing is left to work on an assessment, it goes to sign-off, or that it will is noted. */
function noteWorkedOff(job: Assessment, worker: i32, minute: i32): void {
  if (job.remaining != 0 || job.effortDoneDay >= 0) return;
  job.effortDoneDay = future.day;
  if (job.ready <= future.day) submit(job, minute);
  else noteReady(worker, job.ready);
}

/** Assessments whose effort was done before and whose elapsed time is over by today go to sign-off. */
export function submitReady(worker: i32): void {
  const w = workerOf(worker);
  const day = future.day;
  const base = worker * future.maxSlots;
  let next = NEVER;
  for (let i = w.assessments - 1; i >= 0; i--) {
    const job = slot(base + i);
    if (job.effortDoneDay < 0 || job.submitted == 1) continue;
    if (job.ready <= day) awaitSignature(job);
    else next = min<i32>(next, job.ready);
  }
  w.nextReady = next;
}

/** Hands an assessment to a manager: signed off at once while there is capacity today, else it waits its turn. */
function submit(job: Assessment, minute: i32): void {
  if (world.signOffTokens >= 1) {
    world.signOffTokens -= 1;
    complete(job, minute);
  } else {
    awaitSignature(job);
  }
}

/** Joins what waits for a manager's signature: urgent work before the rest, the longest wait first. */
function awaitSignature(job: Assessment): void {
  job.submitted = 1;
  signOff.push(addressOf(job), job.urgent == 1 ? future.day - URGENT_FIRST : future.day);
}

/** Managers begin the day with what has waited for their signature. */
export function signOffWaiting(): void {
  while (signOff.size > 0 && world.signOffTokens >= 1) {
    world.signOffTokens -= 1;
    const job = assessmentAt(signOff.pop());
    const worker = job.worker;
    if (worker < 0) {
      complete(job, 0);
      continue;
    }
    const w = workerOf(worker);
    // Who keeps to deadlines goes on with the same work when one that is worked off goes, unless another takes its place.
    const goesOn = w.deadlineFirst == 1;
    const others = w.assessments - 1;
    if (!goesOn) workUntil(worker, 0);
    complete(job, 0);
    if (!goesOn || w.assessments != others) reschedule(worker);
  }
}

/**
 * Signed off: counted, and on to what follows. The desk of whoever held it, if still here, is worked off up to now where
 * the day is shared, and has then to be rescheduled.
 */
function complete(job: Assessment, minute: i32): void {
  const stage = job.stage;
  if (stage == ENQUIRY) completeEnquiry(job);
  else if (stage == CORE) completeCore(job, minute);
  else if (stage == SINGLE) completeSingle(job, minute);
  else completeInitial(job, minute);
}

/** What follows from work that was taken in only because the share assessed was raised comes about less often. */
function needOf(job: Assessment): f64 {
  return job.marginal == 1 ? model.marginalNeed : 1.0;
}

function completeInitial(job: Assessment, minute: i32): void {
  tallyCompletion(job, minute);
  const need = needOf(job);
  const fate = <f64>job.fate;
  const other = <f64>job.otherFate;
  const known = job.section47Day >= 0;
  const found = !known && other < model.section47After * need * now.section47;
  if (found) discussStrategy(job, minute);
  if (known || found || fate < model.initialToCore * need) continueToCore(job, minute);
  else end(job, other < model.initialToCin * need ? CIN : NO_PLAN, false);
}

function completeSingle(job: Assessment, minute: i32): void {
  tallyCompletion(job, minute);
  const need = needOf(job);
  const fate = <f64>job.fate;
  if (job.section47Day < 0 && <f64>job.otherFate < model.section47After * need * now.section47)
    discussStrategy(job, minute);
  const lac = model.singleToLac * need;
  if (fate < lac) end(job, LAC, false);
  else if (protectedBefore(job)) end(job, NO_PLAN, true);
  else end(job, fate < lac + model.singleToCin * need ? CIN : NO_PLAN, false);
}

function completeCore(job: Assessment, minute: i32): void {
  tallyCompletion(job, minute);
  const fate = <f64>job.fate;
  const lac = model.coreToLac;
  const cp = lac + model.coreToCp;
  if (fate < lac) end(job, LAC, false);
  else if (protectedBefore(job)) end(job, NO_PLAN, true);
  else end(job, fate < cp ? CP : fate < cp + model.coreToCin ? CIN : NO_PLAN, false);
}

/** The assessment found concerns: a strategy discussion, and the same worker's enquiry beside the assessment; a strike team's goes to the others. */
function discussStrategy(job: Assessment, minute: i32): void {
  const worker = job.worker;
  const enquiry = openEnquiry(job.entity, job.referred, minute);
  job.section47Day = future.day;
  if (worker >= 0 && makesEnquiries(worker)) takeUp(enquiry, worker, minute);
  else enqueue(enquiry);
}

/** Whether there is a place on the desk of somebody who makes enquiries; a strike team does not. */
function makesEnquiries(worker: i32): bool {
  const w = workerOf(worker);
  return teamOf(w.team).strike == 0 && w.assessments < future.maxSlots;
}

/** A worker takes up what follows from an assessment in hand, whatever the ceiling; the desk has then to be rescheduled. */
function takeUp(job: Assessment, worker: i32, minute: i32): void {
  workUntil(worker, minute);
  placeOnDesk(job, worker);
  job.allocatedDay = future.day;
  applyPressure(job);
  workerOf(worker).load += job.remaining;
  setReady(job);
  updateRoom(worker);
}

/** Whether the child's enquiry leads to a child protection plan, which then holds the case. */
function protectedBefore(job: Assessment): bool {
  if (job.section47Day < 0) return false;
  draw(CAUSE.section47, job.entity, 1);
  return <f64>streams.u2 < model.toConference && <f64>streams.u3 < model.toPlan;
}

/**
 * The core assessment: the same worker carries on with it, or it goes to the queue of the team that makes them. Its clock
 * starts as the initial one ends, or at the strategy discussion, as local rules have it.
 */
function continueToCore(job: Assessment, minute: i32): void {
  const day = future.day;
  const before = job.worker;
  const stays = before >= 0 && teamOf(workerOf(before).team).pool == stageOf(CORE).pool;
  if (before >= 0) takeFromDesk(job, before);
  const fromDecision = model.coreFromDecision == 1 && job.section47Day >= 0;
  job.waitedDays = 0;
  job.submitted = 0;
  job.cut = 0;
  job.arrived = day * future.dayMinutes + minute;
  draw(CAUSE.core, job.entity);
  begin(job, CORE, fromDecision ? job.section47Day : day);
  if (stays) {
    takeUp(job, before, minute);
  } else {
    job.allocatedDay = -1;
    enqueue(job);
    if (before >= 0) updateRoom(before);
  }
}

/** The assessment ends: off the desk, and a plan opens or the case is closed. */
function end(job: Assessment, plan: i32, planElsewhere: bool): void {
  const worker = job.worker;
  const entity = job.entity;
  const referred = job.referred;
  const cut = job.cut;
  if (worker >= 0) takeFromDesk(job, worker);
  assessments.give(addressOf(job));
  if (plan >= 0) {
    openPlan(plan, entity, referred, cut, worker);
  } else {
    world.casesOut++;
    if (!planElsewhere) returnFromClosing(entity, referred, earlyClosing(cut));
  }
  if (worker >= 0) updateRoom(worker);
}

/** The enquiry is done: where the concerns stand up, a conference is held as soon as a chair is free. */
function completeEnquiry(job: Assessment): void {
  const worker = job.worker;
  if (worker >= 0) takeFromDesk(job, worker);
  job.worker = -1;
  if (<f64>job.fate < model.toConference) {
    if (world.chairTokens >= 1) holdConference(job);
    else conferences.push(addressOf(job), job.section47Day);
  } else {
    world.casesOut++;
    assessments.give(addressOf(job));
  }
  if (worker >= 0) updateRoom(worker);
}

/** Conferences that wait for a chair are held before any review, the oldest strategy discussion first. */
export function holdConferences(): void {
  while (conferences.size > 0 && world.chairTokens >= 1) holdConference(assessmentAt(conferences.pop()));
}

function holdConference(job: Assessment): void {
  world.chairTokens -= 1;
  add(AT.icpc, 1);
  if (future.day - job.section47Day <= stageOf(ENQUIRY).measureDays) add(AT.icpc_in_time, 1);
  const entity = job.entity;
  const referred = job.referred;
  const cut = job.cut;
  const toPlan = <f64>job.otherFate < model.toPlan;
  assessments.give(addressOf(job));
  if (toPlan) openPlan(CP, entity, referred, cut, -1);
  else world.casesOut++;
}
