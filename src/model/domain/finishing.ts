/**
 * An assessment at its end: worked off, waiting for what nobody works on (appointments, partners, family), signed off by a
 * manager with time, counted, and on to what follows from it.
 */
import { CAUSE } from '../engine/streams';
import {
  applyPressure,
  begin,
  enqueue,
  noteReady,
  placeOnDesk,
  openEnquiry,
  setReady,
  takeFromDesk,
  URGENT_FIRST,
} from './assessments';
import { reschedule, workUntil } from './desk';
import { tallyCompletion } from './completions';
import { add, AT, draw, future } from './future';
import { openPlan } from './plans';
import { earlyClosing, returnFromClosing } from './returns';
import { updateRoom } from './rooms';
import { NEVER, JOB, WORKER, rowOf } from './rows';
import { isStrikeTeam, measureDaysOf, option, OPTION, poolOf, poolOfTeam, rule, RULE } from './rules';
import { CIN, CORE, CP, ENQUIRY, LAC, SINGLE } from './world';

/** At the worker's event: whatever is worked off goes to sign-off, today or once its elapsed time is over. */
export function finishWork(worker: number, minute: number): void {
  const { slots, workers } = future.world;
  const w = workers.cells;
  const row = rowOf(worker);
  workUntil(worker, minute);
  if (w[row + WORKER.deadlineFirst] === 1) {
    // It had every minute.
    noteWorkedOff(w[row + WORKER.first]!, worker, minute);
  } else {
    const base = worker * future.maxSlots;
    for (let i = w[row + WORKER.assessments]! - 1; i >= 0; i--) noteWorkedOff(slots[base + i]!, worker, minute);
  }
  reschedule(worker);
}

/** Where nothing is left to work on an assessment, it goes to sign-off, or that it will is noted. */
function noteWorkedOff(job: number, worker: number, minute: number): void {
  const { day } = future;
  const a = future.world.assessments.cells;
  if (a[job + JOB.remaining] !== 0 || a[job + JOB.effortDoneDay]! >= 0) return;
  a[job + JOB.effortDoneDay] = day;
  if (a[job + JOB.ready]! <= day) submit(job, minute);
  else noteReady(worker, a[job + JOB.ready]!);
}

/** Assessments whose effort was done before and whose elapsed time is over by today go to sign-off. */
export function submitReady(worker: number): void {
  const row = rowOf(worker);
  const { world, day } = future;
  const a = world.assessments.cells;
  const base = worker * future.maxSlots;
  let next = NEVER;
  for (let i = world.workers.cells[row + WORKER.assessments]! - 1; i >= 0; i--) {
    const job = world.slots[base + i]!;
    if (a[job + JOB.effortDoneDay]! < 0 || a[job + JOB.submitted] === 1) continue;
    if (a[job + JOB.ready]! <= day) {
      awaitSignature(job);
    } else if (a[job + JOB.ready]! < next) {
      next = a[job + JOB.ready]!;
    }
  }
  world.workers.cells[row + WORKER.nextReady] = next;
}

/** Hands an assessment to a manager: signed off at once while there is capacity today, else it waits its turn. */
function submit(job: number, minute: number): void {
  const { n } = future.world;
  if (n.signOffTokens >= 1) {
    n.signOffTokens--;
    complete(job, minute);
  } else {
    awaitSignature(job);
  }
}

/** Joins what waits for a manager's signature: urgent work before the rest, the longest wait first. */
function awaitSignature(job: number): void {
  const a = future.world.assessments.cells;
  a[job + JOB.submitted] = 1;
  future.world.signOff.push(job, a[job + JOB.urgent] === 1 ? future.day - URGENT_FIRST : future.day);
}

/** Managers begin the day with what has waited for their signature. */
export function signOffWaiting(): void {
  const { signOff, n, assessments, workers } = future.world;
  const w = workers.cells;
  while (signOff.size > 0 && n.signOffTokens >= 1) {
    n.signOffTokens--;
    const job = signOff.pop();
    const worker = assessments.cells[job + JOB.worker]!;
    if (worker < 0) {
      complete(job, 0);
      continue;
    }
    const row = rowOf(worker);
    // Who keeps to deadlines goes on with the same work when one that is worked off goes, unless another takes its place.
    const goesOn = w[row + WORKER.deadlineFirst] === 1;
    const others = w[row + WORKER.assessments]! - 1;
    if (!goesOn) workUntil(worker, 0);
    complete(job, 0);
    if (!goesOn || w[row + WORKER.assessments] !== others) reschedule(worker);
  }
}

/**
 * Signed off: counted, and on to what follows. The desk of whoever held it, if still here, is worked off up to now where
 * the day is shared, and has then to be rescheduled.
 */
function complete(job: number, minute: number): void {
  const stage = future.world.assessments.cells[job + JOB.stage]!;
  if (stage === ENQUIRY) completeEnquiry(job);
  else if (stage === CORE) completeCore(job, minute);
  else if (stage === SINGLE) completeSingle(job, minute);
  else completeInitial(job, minute);
}

function completeInitial(job: number, minute: number): void {
  const a = future.world.assessments.cells;
  tallyCompletion(job, minute);
  const need = a[job + JOB.marginal] === 1 ? rule[RULE.marginalNeed]! : 1;
  const fate = a[job + JOB.fate]! >>> 0;
  const other = a[job + JOB.otherFate]! >>> 0;
  const known = a[job + JOB.section47Day]! >= 0;
  const found = !known && other < rule[RULE.section47After]! * need * future.now.section47;
  if (found) discussStrategy(job, minute);
  if (known || found || fate < rule[RULE.initialToCore]! * need) continueToCore(job, minute);
  else end(job, other < rule[RULE.initialToCin]! * need ? CIN : -1, false);
}

function completeSingle(job: number, minute: number): void {
  const { pathway } = future.model;
  const a = future.world.assessments.cells;
  tallyCompletion(job, minute);
  const need = a[job + JOB.marginal] === 1 ? rule[RULE.marginalNeed]! : 1;
  const fate = a[job + JOB.fate]! >>> 0;
  if (
    a[job + JOB.section47Day]! < 0 &&
    a[job + JOB.otherFate]! >>> 0 < rule[RULE.section47After]! * need * future.now.section47
  )
    discussStrategy(job, minute);
  const lac = pathway.singleToLac * need;
  if (fate < lac) end(job, LAC, false);
  else if (protectedBefore(job)) end(job, -1, true);
  else end(job, fate < lac + pathway.singleToCin * need ? CIN : -1, false);
}

function completeCore(job: number, minute: number): void {
  const { pathway } = future.model;
  const a = future.world.assessments.cells;
  tallyCompletion(job, minute);
  const fate = a[job + JOB.fate]! >>> 0;
  const lac = pathway.coreToLac;
  const cp = lac + pathway.coreToCp;
  if (fate < lac) end(job, LAC, false);
  else if (protectedBefore(job)) end(job, -1, true);
  else end(job, fate < cp ? CP : fate < cp + pathway.coreToCin ? CIN : -1, false);
}

/** The assessment found concerns: a strategy discussion, and the same worker's enquiry beside the assessment; a strike team's goes to the others. */
function discussStrategy(job: number, minute: number): void {
  const { world } = future;
  const entity = world.assessments.cells[job + JOB.entity]!;
  const worker = world.assessments.cells[job + JOB.worker]!;
  const enquiry = openEnquiry(entity, world.assessments.cells[job + JOB.referred]!, minute);
  const a = world.assessments.cells;
  a[job + JOB.section47Day] = future.day;
  if (worker >= 0 && makesEnquiries(worker)) takeUp(enquiry, worker, minute);
  else enqueue(enquiry);
}

/** Whether there is a place on the desk of somebody who makes enquiries; a strike team does not. */
function makesEnquiries(worker: number): boolean {
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  return isStrikeTeam[w[row + WORKER.team]!] === 0 && w[row + WORKER.assessments]! < future.maxSlots;
}

/** A worker takes up what follows from an assessment in hand, whatever the ceiling; the desk has then to be rescheduled. */
function takeUp(job: number, worker: number, minute: number): void {
  const a = future.world.assessments.cells;
  workUntil(worker, minute);
  placeOnDesk(job, worker);
  a[job + JOB.allocatedDay] = future.day;
  applyPressure(job);
  future.world.workers.cells[rowOf(worker) + WORKER.load]! += a[job + JOB.remaining]!;
  setReady(job);
  updateRoom(worker);
}

/** Whether the child's enquiry leads to a child protection plan, which then holds the case. */
function protectedBefore(job: number): boolean {
  const a = future.world.assessments.cells;
  if (a[job + JOB.section47Day]! < 0) return false;
  const { pathway } = future.model;
  draw(CAUSE.section47, a[job + JOB.entity]!, 1);
  return future.streams.u2 < pathway.toConference && future.streams.u3 < pathway.toPlan;
}

/**
 * The core assessment: the same worker carries on with it, or it goes to the queue of the team that makes them. Its clock
 * starts as the initial one ends, or at the strategy discussion, as local rules have it.
 */
function continueToCore(job: number, minute: number): void {
  const { day, world } = future;
  const a = world.assessments.cells;
  const before = a[job + JOB.worker]!;
  const stays = before >= 0 && poolOfTeam[world.workers.cells[rowOf(before) + WORKER.team]!] === poolOf[CORE];
  if (before >= 0) takeFromDesk(job, before);
  const fromDecision = option[OPTION.coreFromDecision] === 1 && a[job + JOB.section47Day]! >= 0;
  a[job + JOB.waitedDays] = 0;
  a[job + JOB.submitted] = 0;
  a[job + JOB.cut] = 0;
  a[job + JOB.arrived] = day * future.dayMinutes + minute;
  draw(CAUSE.core, a[job + JOB.entity]!);
  begin(job, CORE, fromDecision ? a[job + JOB.section47Day]! : day);
  if (stays) {
    takeUp(job, before, minute);
  } else {
    a[job + JOB.allocatedDay] = -1;
    enqueue(job);
    if (before >= 0) updateRoom(before);
  }
}

/** The assessment ends: off the desk, and a plan opens or the case is closed. */
function end(job: number, plan: number, planElsewhere: boolean): void {
  const { world } = future;
  const a = world.assessments.cells;
  const worker = a[job + JOB.worker]!;
  const entity = a[job + JOB.entity]!;
  const referred = a[job + JOB.referred]!;
  const cut = a[job + JOB.cut]!;
  if (worker >= 0) takeFromDesk(job, worker);
  world.assessments.give(job);
  if (plan >= 0) {
    openPlan(plan, entity, referred, cut, worker);
  } else {
    world.n.casesOut++;
    if (!planElsewhere) returnFromClosing(entity, referred, earlyClosing(cut));
  }
  if (worker >= 0) updateRoom(worker);
}

/** The enquiry is done: where the concerns stand up, a conference is held as soon as a chair is free. */
function completeEnquiry(job: number): void {
  const { world, model } = future;
  const a = world.assessments.cells;
  const worker = a[job + JOB.worker]!;
  if (worker >= 0) takeFromDesk(job, worker);
  a[job + JOB.worker] = -1;
  if (a[job + JOB.fate]! >>> 0 < model.pathway.toConference) {
    if (world.n.chairTokens >= 1) holdConference(job);
    else world.conferences.push(job, a[job + JOB.section47Day]!);
  } else {
    world.n.casesOut++;
    world.assessments.give(job);
  }
  if (worker >= 0) updateRoom(worker);
}

/** Conferences that wait for a chair are held before any review, the oldest strategy discussion first. */
export function holdConferences(): void {
  const { conferences, n } = future.world;
  while (conferences.size > 0 && n.chairTokens >= 1) holdConference(conferences.pop());
}

function holdConference(job: number): void {
  const { world, model, day } = future;
  const a = world.assessments.cells;
  world.n.chairTokens--;
  add(AT.icpc, 1);
  if (day - a[job + JOB.section47Day]! <= measureDaysOf[ENQUIRY]!) add(AT.icpc_in_time, 1);
  const entity = a[job + JOB.entity]!;
  const referred = a[job + JOB.referred]!;
  const cut = a[job + JOB.cut]!;
  const toPlan = a[job + JOB.otherFate]! >>> 0 < model.pathway.toPlan;
  world.assessments.give(job);
  if (toPlan) openPlan(CP, entity, referred, cut, -1);
  else world.n.casesOut++;
}
