/**
 * Plans that are held month after month: child in need, child protection, looked after. They go to the longer-term
 * team; where it is full the assessment worker keeps the case (blocked transfer), and where there is none it waits.
 */
import { roomiest } from '../engine/room-lists';
import { fromTable } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { draw, future, now, streams } from './future';
import { KINDS } from './layout';
import { model, point } from './model';
import { earlyClosing, returnFromClosing } from './returns';
import { closeReviews, openReviews, scheduleReview } from './reviews';
import { updateRoom } from './rooms';
import { addressOf, NOT_LOOKED_AFTER, Plan, planAt } from './rows';
import { tableAt } from './tables-at';
import { CIN, CP, ends, kindOf, LAC, PLAN_ROOM, plans, touched, transfersOf, workerOf, world } from './world';

/**
 * Opens a plan after an assessment or a conference.
 * @param referred working day of the referral that led to it
 * @param cut effort that pressure cut from the assessment, in 1,024ths
 * @param worker who made the assessment; -1 where that worker has left, or a conference decided
 */
export function openPlan(kind: i32, entity: i32, referred: i32, cut: i32, worker: i32): void {
  draw(CAUSE.plan, entity);
  const shortened = kind == CIN ? now.stepDown : 1.0;
  const life = fromTable(tableAt(model.lifetime, kind), streams.u0) * shortened;
  const plan = newPlan(kind, entity, future.day, future.day + <i32>max<f64>(1, Math.round(life)));
  plan.referred = referred;
  // A plan stepped down early is closed early, whoever had assessed the child.
  plan.cut = max<i32>(cut, <i32>Math.round((1 - shortened) * 1024));
  scheduleReview(plan, 0, 0);
  const holder = roomiest(PLAN_ROOM);
  if (holder >= 0) {
    plan.handover = model.transferMinutes;
    hold(plan, holder);
    return;
  }
  if (worker >= 0) hold(plan, worker);
  enqueuePlan(plan);
}

/** A plan in the books, held by nobody yet. */
function newPlan(kind: i32, entity: i32, start: i32, end: i32): Plan {
  const plan = changetype<Plan>(plans.take());
  plan.kind = kind;
  plan.entity = entity;
  plan.holder = -1;
  plan.referred = start;
  plan.cut = 0;
  plan.endDay = end;
  plan.alive = 1;
  plan.queued = 0;
  plan.waitingSince = future.day;
  plan.handover = 0;
  kindOf(kind).open++;
  kindOf(kind).unheld++;
  plan.reviews = kind == CIN ? null : openReviews(plan, kind == LAC ? start : NOT_LOOKED_AFTER);
  if (end < model.days) {
    plan.endNext = planAt(ends[end]);
    ends[end] = addressOf(plan);
  }
  return plan;
}

/** The plans open when the warm-up begins, with what is left of their lifetimes. */
export function openStartingStock(): void {
  for (let kind = 0; kind < KINDS; kind++) {
    for (let i = 0; i < model.stock[kind]; i++) openUnderWay(kind, i, model.pipelineDays[kind]);
  }
}

/**
 * A plan that has been open for some time, with what is left of its lifetime.
 * @param number its number among such plans of its kind
 * @param longer days added to what is left
 */
export function openUnderWay(kind: i32, number: i32, longer: i32): void {
  const entity = <i32>0x80000000 + kind * 0x00400000 + number;
  draw(CAUSE.startingStock, entity);
  const left = 1 + longer + <i32>Math.round(fromTable(tableAt(model.remaining, kind), streams.u0));
  const phase = streams.u1;
  const plan = newPlan(kind, entity, future.day - 260, future.day + left);
  scheduleReview(plan, 2, phase);
  world.casesIn++;
  const holder = roomiest(PLAN_ROOM);
  if (holder >= 0) hold(plan, holder);
  else enqueuePlan(plan);
}

function enqueuePlan(plan: Plan): void {
  if (plan.queued == 1) return;
  plan.queued = 1;
  transfersOf(plan.kind).push(addressOf(plan), future.day);
}

/**
 * Hands waiting plans, and those an assessment worker had to keep, to longer-term workers with room: child protection first,
 * then looked after, then in need; of a kind, in the order of coming.
 */
export function allocatePlans(): void {
  if (handOn(CP) && handOn(LAC)) handOn(CIN);
}

/** Hands on the waiting plans of a kind. Returns whether there was room for all of them. */
function handOn(kind: i32): bool {
  const waiting = transfersOf(kind);
  while (waiting.size > 0) {
    const plan = planAt(waiting.peek())!;
    if (plan.alive == 1) {
      const worker = roomiest(PLAN_ROOM);
      if (worker < 0) return false;
      if (plan.holder >= 0) {
        letGo(plan);
        plan.handover = model.transferMinutes;
      }
      hold(plan, worker);
    }
    waiting.pop();
    plan.queued = 0;
    forgetIfDone(plan);
  }
  return true;
}

function hold(plan: Plan, worker: i32): void {
  const w = workerOf(worker);
  plan.holder = worker;
  const kind = plan.kind;
  kindOf(kind).unheld--;
  const first = w.plans > 0 ? w.firstPlan : null;
  plan.next = first;
  plan.previous = null;
  if (first !== null) first.previous = plan;
  w.firstPlan = plan;
  w.plans++;
  w.points += kindOf(kind).points;
  w.holdMore(kind, 1);
  w.debt += plan.handover;
  plan.handover = 0;
  noteHeld(worker);
}

function letGo(plan: Plan): void {
  const worker = plan.holder;
  takeFromHolder(plan);
  noteHeld(worker);
}

/** Takes a plan from whoever holds it, whose day and room are then to be renewed. */
function takeFromHolder(plan: Plan): void {
  const w = workerOf(plan.holder);
  const next = plan.next;
  const previous = plan.previous;
  if (previous === null) w.firstPlan = next;
  else previous.next = next;
  if (next !== null) next.previous = previous;
  plan.holder = -1;
  const kind = plan.kind;
  kindOf(kind).unheld++;
  w.plans--;
  w.points -= kindOf(kind).points;
  w.holdMore(kind, -1);
}

/** A worker holds other plans than before: the minutes they are due, and the room that is left. */
function noteHeld(worker: i32): void {
  workerOf(worker).planDue = <i32>Math.round(planMinutes(worker));
  touched.add(worker);
  updateRoom(worker);
}

/** Plans whose time is over today are closed. */
export function closePlans(): void {
  const day = future.day;
  let plan = planAt(ends[day]);
  while (plan !== null) {
    const next = plan.endNext;
    close(plan);
    returnFromClosing(plan.entity, plan.referred, earlyClosing(plan.cut));
    forgetIfDone(plan);
    plan = next;
  }
  ends[day] = 0;
}

/** Takes a plan out of the books before its time, as if it had never been. */
export function strikeOut(plan: Plan): void {
  const end = plan.endDay;
  if (end < model.days) {
    let before: Plan | null = null;
    let at = planAt(ends[end]);
    while (at !== null && at != plan) {
      before = at;
      at = at.endNext;
    }
    if (before === null) ends[end] = addressOf(plan.endNext);
    else before.endNext = plan.endNext;
  }
  close(plan);
  forgetIfDone(plan);
}

function close(plan: Plan): void {
  plan.alive = 0;
  world.casesOut++;
  if (plan.holder >= 0) letGo(plan);
  const kind = plan.kind;
  kindOf(kind).open--;
  kindOf(kind).unheld--;
  if (kind != CIN) closeReviews(plan);
}

/** A closed plan's row is used again once no queue refers to it. */
function forgetIfDone(plan: Plan): void {
  if (plan.alive == 0 && plan.queued == 0) plans.give(addressOf(plan));
}

/** A departing or long-absent worker's plans go back to allocation, with minutes for the handover. */
export function returnPlans(worker: i32): void {
  const w = workerOf(worker);
  if (w.plans == 0) return;
  while (w.plans > 0) {
    const plan = w.firstPlan!;
    takeFromHolder(plan);
    plan.handover = model.handoverMinutes;
    plan.waitingSince = future.day;
    enqueuePlan(plan);
  }
  noteHeld(worker);
}

/** Minutes that plans which nobody holds are due on a working day; of each plan in 1,024ths. */
export function unheldMinutes(): f64 {
  let minutes: f64 = 0;
  for (let kind = 0; kind < KINDS; kind++) {
    const each = Math.round(kindOf(kind).minutesPerDay * point.planEffortScale * 1024) / 1024;
    minutes += <f64>kindOf(kind).unheld * each;
  }
  return minutes;
}

/** Minutes a worker's plans are due today, handovers apart. */
function planMinutes(worker: i32): f64 {
  const w = workerOf(worker);
  return (
    (<f64>w.cin * kindOf(CIN).minutesPerDay +
      <f64>w.cp * kindOf(CP).minutesPerDay +
      <f64>w.lac * kindOf(LAC).minutesPerDay) *
    point.planEffortScale
  );
}
