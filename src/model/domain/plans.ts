/**
 * Plans that are held month after month: child in need, child protection, looked after. They go to the longer-term
 * team; where it is full the assessment worker keeps the case (blocked transfer), and where there is none it waits.
 */
import { fromTable } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import type { Future } from './future';
import { earlyClosing, returnFromClosing } from './returns';
import { scheduleReview } from './reviews';
import { updateRoom } from './rooms';
import { CIN, CP, EMPTY, HOLDS, LAC } from './world';

/** Order in which plans wait for the longer-term team: child protection first, then looked after, then in need. */
const URGENCY = [2, 0, 1] as const;
const URGENCY_STEP = 1 << 24;

/**
 * Opens a plan after an assessment or a conference.
 * @param referred working day of the referral that led to it
 * @param cut effort that pressure cut from the assessment, in 1,024ths
 * @param worker who made the assessment; -1 where that worker has left, or a conference decided
 */
export function openPlan(
  future: Future,
  kind: number,
  entity: number,
  referred: number,
  cut: number,
  worker: number,
): void {
  future.streams.draw(CAUSE.plan, entity);
  const shortened = kind === CIN ? future.now.stepDown : 1;
  const life = fromTable(future.model.held.lifetime[kind]!, future.streams.u0) * shortened;
  const plan = newPlan(future, kind, entity, future.day, future.day + Math.max(1, Math.round(life)));
  const p = future.world.plans.of;
  p.referred[plan] = referred;
  // A plan stepped down early is closed early, whoever had assessed the child.
  p.cut[plan] = Math.max(cut, Math.round((1 - shortened) * 1024));
  scheduleReview(future, plan, 0);
  const holder = future.world.planRoom.roomiest();
  if (holder >= 0) {
    p.handover[plan] = future.model.pathway.transferMinutes;
    hold(future, plan, holder);
    return;
  }
  if (worker >= 0) hold(future, plan, worker);
  enqueuePlan(future, plan);
}

/** A plan in the books, held by nobody yet. */
function newPlan(future: Future, kind: number, entity: number, start: number, end: number): number {
  const { world } = future;
  const plan = world.plans.take();
  const p = world.plans.of;
  p.kind[plan] = kind;
  p.entity[plan] = entity;
  p.holder[plan] = -1;
  p.referred[plan] = start;
  p.cut[plan] = 0;
  p.startDay[plan] = start;
  p.endDay[plan] = end;
  p.alive[plan] = 1;
  p.queued[plan] = 0;
  p.waitingSince[plan] = future.day;
  p.handover[plan] = 0;
  p.reviewNumber[plan] = 0;
  p.reviewDay[plan] = -1;
  p.lastReviewDay[plan] = -100000;
  p.lastLateDay[plan] = -100000;
  p.lastMissedDay[plan] = -100000;
  world.n.unheldMinutes += dueMinutes(future, kind);
  world.n.plansOpen++;
  world.n.plansUnheld++;
  if (kind === CP) world.n.cpOpen++;
  if (end < world.ends.length) {
    p.endNext[plan] = world.ends[end]!;
    world.ends[end] = plan;
  }
  return plan;
}

/** The plans open when the warm-up begins, with what is left of their lifetimes. */
export function openStartingStock(future: Future): void {
  const { model, streams } = future;
  for (const kind of [CIN, CP, LAC]) {
    for (let i = 0; i < model.held.stock[kind]!; i++) {
      const entity = 0x80000000 + kind * 0x00400000 + i;
      streams.draw(CAUSE.startingStock, entity);
      const left = 1 + model.held.pipelineDays[kind]! + Math.round(fromTable(model.held.remaining[kind]!, streams.u0));
      const phase = streams.u1;
      const plan = newPlan(future, kind, entity, future.day - 260, future.day + left);
      future.world.plans.of.reviewNumber[plan] = 2;
      scheduleReview(future, plan, phase);
      future.world.n.casesIn++;
      const holder = future.world.planRoom.roomiest();
      if (holder >= 0) hold(future, plan, holder);
      else enqueuePlan(future, plan);
    }
  }
}

function enqueuePlan(future: Future, plan: number): void {
  const p = future.world.plans.of;
  if (p.queued[plan] === 1) return;
  p.queued[plan] = 1;
  future.world.transfer.push(plan, URGENCY[p.kind[plan]! as 0 | 1 | 2] * URGENCY_STEP + future.day);
}

/** Hands waiting plans, and those an assessment worker had to keep, to longer-term workers with room. */
export function allocatePlans(future: Future): void {
  const { world } = future;
  while (world.transfer.size > 0) {
    const plan = world.transfer.peek();
    const p = world.plans.of;
    if (p.alive[plan] === 1) {
      const worker = world.planRoom.roomiest();
      if (worker < 0) return;
      if (p.holder[plan]! >= 0) {
        letGo(future, plan);
        p.handover[plan] = future.model.pathway.transferMinutes;
      }
      hold(future, plan, worker);
    }
    world.transfer.pop();
    p.queued[plan] = 0;
    forgetIfDone(future, plan);
  }
}

function hold(future: Future, plan: number, worker: number): void {
  const p = future.world.plans.of;
  const w = future.world.workers.of;
  p.holder[plan] = worker;
  const { n } = future.world;
  n.unheldMinutes -= dueMinutes(future, p.kind[plan]!);
  n.plansUnheld--;
  if (p.kind[plan] === CP) n.cpHeld++;
  const first = w.plans[worker]! > 0 ? w.firstPlan[worker]! : -1;
  p.next[plan] = first;
  p.previous[plan] = -1;
  if (first >= 0) p.previous[first] = plan;
  w.firstPlan[worker] = plan;
  w.plans[worker]!++;
  w.points[worker]! += future.model.held.points[p.kind[plan]!]!;
  countKind(future, worker, p.kind[plan]!, 1);
  w.debt[worker]! += p.handover[plan]!;
  p.handover[plan] = 0;
  updateRoom(future, worker);
}

function letGo(future: Future, plan: number): void {
  const p = future.world.plans.of;
  const w = future.world.workers.of;
  const worker = p.holder[plan]!;
  const next = p.next[plan]!;
  const previous = p.previous[plan]!;
  if (previous < 0) w.firstPlan[worker] = next;
  else p.next[previous] = next;
  if (next >= 0) p.previous[next] = previous;
  p.holder[plan] = -1;
  const { n } = future.world;
  n.unheldMinutes += dueMinutes(future, p.kind[plan]!);
  n.plansUnheld++;
  if (p.kind[plan] === CP) n.cpHeld--;
  w.plans[worker]!--;
  w.points[worker]! -= future.model.held.points[p.kind[plan]!]!;
  countKind(future, worker, p.kind[plan]!, -1);
  updateRoom(future, worker);
}

function countKind(future: Future, worker: number, kind: number, change: number): void {
  const w = future.world.workers.of;
  const column = kind === CIN ? w.cin : kind === CP ? w.cp : w.lac;
  column[worker]! += change;
  w.planDue[worker] = Math.round(planMinutes(future, worker));
  future.world.touched.add(worker);
}

/** Plans whose time is over today are closed. */
export function closePlans(future: Future): void {
  const { world, day } = future;
  const p = world.plans.of;
  let plan = world.ends[day]!;
  while (plan >= 0) {
    const next = p.endNext[plan]!;
    p.alive[plan] = 0;
    world.n.casesOut++;
    if (p.holder[plan]! >= 0) letGo(future, plan);
    world.n.unheldMinutes -= dueMinutes(future, p.kind[plan]!);
    world.n.plansOpen--;
    world.n.plansUnheld--;
    if (p.kind[plan] === CP) world.n.cpOpen--;
    returnFromClosing(future, p.entity[plan]!, p.referred[plan]!, earlyClosing(future, p.cut[plan]!));
    forgetIfDone(future, plan);
    plan = next;
  }
  world.ends[day] = -1;
}

/** A closed plan's row is used again once neither a queue nor the review diary refers to it. */
export function forgetIfDone(future: Future, plan: number): void {
  const p = future.world.plans.of;
  if (p.alive[plan] === 0 && p.queued[plan] === 0 && p.reviewDay[plan]! < 0) future.world.plans.give(plan);
}

/** A departing or long-absent worker's plans go back to allocation, with minutes for the handover. */
export function returnPlans(future: Future, worker: number): void {
  const w = future.world.workers.of;
  const p = future.world.plans.of;
  while (w.plans[worker]! > 0) {
    const plan = w.firstPlan[worker]!;
    letGo(future, plan);
    p.handover[plan] = future.model.pathway.handoverMinutes;
    p.waitingSince[plan] = future.day;
    enqueuePlan(future, plan);
  }
}

/** Minutes a plan of a kind is due on a working day; in 1,024ths, so that sums stay exact. */
function dueMinutes(future: Future, kind: number): number {
  return Math.round(future.model.held.minutesPerDay[kind]! * future.point.planEffortScale * 1024) / 1024;
}

/** Minutes a worker's plans are due today, handovers apart. */
function planMinutes(future: Future, worker: number): number {
  const w = future.world.workers.of;
  const each = future.model.held.minutesPerDay;
  return (
    (w.cin[worker]! * each[CIN]! + w.cp[worker]! * each[CP]! + w.lac[worker]! * each[LAC]!) *
    future.point.planEffortScale
  );
}

/** Whether a worker holds cases at all. */
export function holdsCases(future: Future, worker: number): boolean {
  const w = future.world.workers.of;
  return w.kind[worker] !== EMPTY && future.model.workforce.teams[w.team[worker]!]!.holds <= HOLDS.plans;
}
