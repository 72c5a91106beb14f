/**
 * Plans that are held month after month: child in need, child protection, looked after. They go to the longer-term
 * team; where it is full the assessment worker keeps the case (blocked transfer), and where there is none it waits.
 */
import { fromTable } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { draw, future } from './future';
import { earlyClosing, returnFromClosing } from './returns';
import { closeReviews, openReviews, scheduleReview } from './reviews';
import { roomiest, updateRoom } from './rooms';
import { NOT_LOOKED_AFTER, PLAN, WORKER, rowOf } from './rows';
import { heldBy, minutesOfPlan, pointsOfPlan } from './rules';
import { CIN, CP, EMPTY, HOLDS, LAC, PLAN_ROOM } from './world';

/** Order in which plans go to the longer-term team: child protection first, then looked after, then in need; of a kind, in the order of coming. */
const BY_URGENCY = [CP, LAC, CIN] as const;

/**
 * Opens a plan after an assessment or a conference.
 * @param referred working day of the referral that led to it
 * @param cut effort that pressure cut from the assessment, in 1,024ths
 * @param worker who made the assessment; -1 where that worker has left, or a conference decided
 */
export function openPlan(kind: number, entity: number, referred: number, cut: number, worker: number): void {
  draw(CAUSE.plan, entity);
  const shortened = kind === CIN ? future.now.stepDown : 1;
  const life = fromTable(future.model.held.lifetime[kind]!, future.streams.u0) * shortened;
  const plan = newPlan(kind, entity, future.day, future.day + Math.max(1, Math.round(life)));
  const p = future.world.plans.cells;
  p[plan + PLAN.referred] = referred;
  // A plan stepped down early is closed early, whoever had assessed the child.
  p[plan + PLAN.cut] = Math.max(cut, Math.round((1 - shortened) * 1024));
  scheduleReview(plan, 0, 0);
  const holder = roomiest(PLAN_ROOM);
  if (holder >= 0) {
    p[plan + PLAN.handover] = future.model.pathway.transferMinutes;
    hold(plan, holder);
    return;
  }
  if (worker >= 0) hold(plan, worker);
  enqueuePlan(plan);
}

/** A plan in the books, held by nobody yet. */
function newPlan(kind: number, entity: number, start: number, end: number): number {
  const { world } = future;
  const plan = world.plans.take();
  const p = world.plans.cells;
  p[plan + PLAN.kind] = kind;
  p[plan + PLAN.entity] = entity;
  p[plan + PLAN.holder] = -1;
  p[plan + PLAN.referred] = start;
  p[plan + PLAN.cut] = 0;
  p[plan + PLAN.endDay] = end;
  p[plan + PLAN.alive] = 1;
  p[plan + PLAN.queued] = 0;
  p[plan + PLAN.waitingSince] = future.day;
  p[plan + PLAN.handover] = 0;
  world.plansOpen[kind]!++;
  world.plansUnheld[kind]!++;
  p[plan + PLAN.reviews] = kind === CIN ? -1 : openReviews(plan, kind === LAC ? start : NOT_LOOKED_AFTER);
  if (end < future.model.clock.days) {
    p[plan + PLAN.endNext] = world.ends[end]!;
    world.ends[end] = plan;
  }
  return plan;
}

/** The plans open when the warm-up begins, with what is left of their lifetimes. */
export function openStartingStock(): void {
  const { stock, pipelineDays } = future.model.held;
  for (const kind of [CIN, CP, LAC]) {
    for (let i = 0; i < stock[kind]!; i++) openUnderWay(kind, i, pipelineDays[kind]!);
  }
}

/**
 * A plan that has been open for some time, with what is left of its lifetime.
 * @param number its number among such plans of its kind
 * @param longer days added to what is left
 */
export function openUnderWay(kind: number, number: number, longer: number): void {
  const { model, streams, world } = future;
  const entity = 0x80000000 + kind * 0x00400000 + number;
  draw(CAUSE.startingStock, entity);
  const left = 1 + longer + Math.round(fromTable(model.held.remaining[kind]!, streams.u0));
  const phase = streams.u1;
  const plan = newPlan(kind, entity, future.day - 260, future.day + left);
  scheduleReview(plan, 2, phase);
  world.n.casesIn++;
  const holder = roomiest(PLAN_ROOM);
  if (holder >= 0) hold(plan, holder);
  else enqueuePlan(plan);
}

function enqueuePlan(plan: number): void {
  const p = future.world.plans.cells;
  if (p[plan + PLAN.queued] === 1) return;
  p[plan + PLAN.queued] = 1;
  future.world.transfers[p[plan + PLAN.kind]!]!.push(plan, future.day);
}

/** Hands waiting plans, and those an assessment worker had to keep, to longer-term workers with room. */
export function allocatePlans(): void {
  const { world } = future;
  const p = world.plans.cells;
  for (const kind of BY_URGENCY) {
    const waiting = world.transfers[kind]!;
    while (waiting.size > 0) {
      const plan = waiting.peek();
      if (p[plan + PLAN.alive] === 1) {
        const worker = roomiest(PLAN_ROOM);
        if (worker < 0) return;
        if (p[plan + PLAN.holder]! >= 0) {
          letGo(plan);
          p[plan + PLAN.handover] = future.model.pathway.transferMinutes;
        }
        hold(plan, worker);
      }
      waiting.pop();
      p[plan + PLAN.queued] = 0;
      forgetIfDone(plan);
    }
  }
}

function hold(plan: number, worker: number): void {
  const p = future.world.plans.cells;
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  p[plan + PLAN.holder] = worker;
  const kind = p[plan + PLAN.kind]!;
  future.world.plansUnheld[kind]!--;
  const first = w[row + WORKER.plans]! > 0 ? w[row + WORKER.firstPlan]! : -1;
  p[plan + PLAN.next] = first;
  p[plan + PLAN.previous] = -1;
  if (first >= 0) p[first + PLAN.previous] = plan;
  w[row + WORKER.firstPlan] = plan;
  w[row + WORKER.plans]!++;
  w[row + WORKER.points]! += pointsOfPlan[kind]!;
  w[row + WORKER.cin + kind]!++;
  w[row + WORKER.debt]! += p[plan + PLAN.handover]!;
  p[plan + PLAN.handover] = 0;
  noteHeld(worker);
}

function letGo(plan: number): void {
  const worker = future.world.plans.cells[plan + PLAN.holder]!;
  takeFromHolder(plan);
  noteHeld(worker);
}

/** Takes a plan from whoever holds it, whose day and room are then to be renewed. */
function takeFromHolder(plan: number): void {
  const p = future.world.plans.cells;
  const w = future.world.workers.cells;
  const row = rowOf(p[plan + PLAN.holder]!);
  const next = p[plan + PLAN.next]!;
  const previous = p[plan + PLAN.previous]!;
  if (previous < 0) w[row + WORKER.firstPlan] = next;
  else p[previous + PLAN.next] = next;
  if (next >= 0) p[next + PLAN.previous] = previous;
  p[plan + PLAN.holder] = -1;
  const kind = p[plan + PLAN.kind]!;
  future.world.plansUnheld[kind]!++;
  w[row + WORKER.plans]!--;
  w[row + WORKER.points]! -= pointsOfPlan[kind]!;
  w[row + WORKER.cin + kind]!--;
}

/** A worker holds other plans than before: the minutes they are due, and the room that is left. */
function noteHeld(worker: number): void {
  future.world.workers.cells[rowOf(worker) + WORKER.planDue] = Math.round(planMinutes(worker));
  future.world.touched.add(worker);
  updateRoom(worker);
}

/** Plans whose time is over today are closed. */
export function closePlans(): void {
  const { world, day } = future;
  const p = world.plans.cells;
  let plan = world.ends[day]!;
  while (plan >= 0) {
    const next = p[plan + PLAN.endNext]!;
    close(plan);
    returnFromClosing(p[plan + PLAN.entity]!, p[plan + PLAN.referred]!, earlyClosing(p[plan + PLAN.cut]!));
    forgetIfDone(plan);
    plan = next;
  }
  world.ends[day] = -1;
}

/** Takes a plan out of the books before its time, as if it had never been. */
export function strikeOut(plan: number): void {
  const { ends, plans } = future.world;
  const p = plans.cells;
  const end = p[plan + PLAN.endDay]!;
  if (end < future.model.clock.days) {
    let before = -1;
    for (let at = ends[end]!; at !== plan; at = p[at + PLAN.endNext]!) before = at;
    if (before < 0) ends[end] = p[plan + PLAN.endNext]!;
    else p[before + PLAN.endNext] = p[plan + PLAN.endNext]!;
  }
  close(plan);
  forgetIfDone(plan);
}

function close(plan: number): void {
  const { world } = future;
  const p = world.plans.cells;
  p[plan + PLAN.alive] = 0;
  world.n.casesOut++;
  if (p[plan + PLAN.holder]! >= 0) letGo(plan);
  const kind = p[plan + PLAN.kind]!;
  world.plansOpen[kind]!--;
  world.plansUnheld[kind]!--;
  if (kind !== CIN) closeReviews(plan);
}

/** A closed plan's row is used again once no queue refers to it. */
function forgetIfDone(plan: number): void {
  const p = future.world.plans.cells;
  if (p[plan + PLAN.alive] === 0 && p[plan + PLAN.queued] === 0) future.world.plans.give(plan);
}

/** A departing or long-absent worker's plans go back to allocation, with minutes for the handover. */
export function returnPlans(worker: number): void {
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  const p = future.world.plans.cells;
  if (w[row + WORKER.plans] === 0) return;
  while (w[row + WORKER.plans]! > 0) {
    const plan = w[row + WORKER.firstPlan]!;
    takeFromHolder(plan);
    p[plan + PLAN.handover] = future.model.pathway.handoverMinutes;
    p[plan + PLAN.waitingSince] = future.day;
    enqueuePlan(plan);
  }
  noteHeld(worker);
}

/** Minutes that plans which nobody holds are due on a working day; of each plan in 1,024ths. */
export function unheldMinutes(): number {
  const { world, model, point } = future;
  let minutes = 0;
  for (const kind of [CIN, CP, LAC]) {
    const each = Math.round(model.held.minutesPerDay[kind]! * point.planEffortScale * 1024) / 1024;
    minutes += world.plansUnheld[kind]! * each;
  }
  return minutes;
}

/** Minutes a worker's plans are due today, handovers apart. */
function planMinutes(worker: number): number {
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  return (
    (w[row + WORKER.cin]! * minutesOfPlan[CIN]! +
      w[row + WORKER.cp]! * minutesOfPlan[CP]! +
      w[row + WORKER.lac]! * minutesOfPlan[LAC]!) *
    future.point.planEffortScale
  );
}

/** Whether a worker holds cases at all. */
export function holdsCases(worker: number): boolean {
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  return w[row + WORKER.kind] !== EMPTY && heldBy[w[row + WORKER.team]!]! <= HOLDS.plans;
}
