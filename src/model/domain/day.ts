/** The story of one working day. */
import { allocate, complete, finishWork } from './assessments';
import { closeDemand, nextReferral, takeReferral } from './demand';
import { reschedule, workUntil } from './desk';
import { AT, add, type Future } from './future';
import { reviewAgency, welcomeAgency, welcomeStarters } from './hiring';
import { closeMonth, openMonth } from './month';
import { goAndReturn } from './people';
import { allocatePlans, closePlans } from './plans';
import { holdReviews } from './reviews';
import { renewCapacity } from './rooms';
import { EMPTY, HOLDS } from './world';

const WEEK = 5;

/** Lives `future.day` through, from the first arrival at the office to the last minute. */
export function liveOneDay(future: Future): void {
  const { clock } = future.model;
  const first = future.day === clock.firstDay && !future.warm;
  future.month = clock.month[future.day]!;
  if (clock.monthStart[future.day] === 1 || first) openMonth(future);

  goAndReturn(future);
  welcomeAgency(future);
  if (!future.warm) welcomeStarters(future);
  if (future.day % WEEK === 0) reviewAgency(future);

  closePlans(future);
  allocatePlans(future);
  holdReviews(future);

  openDesks(future);
  signOffWaiting(future);
  passMinutes(future);
  closeDesks(future);
  closeDemand(future);

  if (clock.monthEnd[future.day] === 1) closeMonth(future);
}

/**
 * Sets out everybody's minutes: supervision of newly qualified colleagues and screening off the top, then handovers,
 * then held plans; what is left, at the end of the day, is for assessments.
 */
function openDesks(future: Future): void {
  const { world, model } = future;
  const { n } = world;
  if (future.day % WEEK === 0) shareSupervision(future);
  openTeam(future, HOLDS.plans, 0);
  // Plans that nobody holds are due their minutes all the same, and lose them all.
  add(future, AT.plan_minutes_due, n.unheldMinutes);
  add(future, AT.plan_minutes_lost, n.unheldMinutes);
  const team = openTeam(future, HOLDS.assessments, screeningEach(future));
  n.teamMinutes = n.teamMinutes === 0 ? team : 0.9 * n.teamMinutes + 0.1 * team;
  const managers = countPresent(future, HOLDS.signOff);
  n.signOffTokens +=
    managers * model.pathway.signOffManagers * model.pathway.signOffPerManagerDay - Math.floor(n.signOffTokens);
  n.chairTokens = Math.min(n.chairTokens + model.held.chairsPerDay, 20 * model.held.chairsPerDay + 1);
}

/** Opens the desks of those who hold one kind of work; `duty` minutes each come off first. Returns their minutes after duty. */
function openTeam(future: Future, holds: number, duty: number): number {
  const { world, model, day } = future;
  const { awayUntil, planDue, minutes, full, debt, worked, windowStart, assessments } = world.workers.of;
  const { ids, count } = world.rosters[holds]!;
  const assesses = holds === HOLDS.assessments;
  const weekly = day % WEEK === 0;
  const { dayMinutes } = model.clock;
  let available = 0;
  let used = 0;
  let due = 0;
  let lost = 0;
  let afterDuties = 0;
  for (let i = 0; i < count; i++) {
    const worker = ids[i]!;
    if (weekly) renewCapacity(future, worker);
    const planned = planDue[worker]!;
    due += planned;
    if (awayUntil[worker]! >= 0) {
      lost += planned;
      if (assesses) {
        worked[worker] = 0;
        windowStart[worker] = dayMinutes;
        world.events.remove(worker);
      }
      continue;
    }
    const today = full[worker]!;
    const afterDuty = today > duty ? today - duty : 0;
    const handover = debt[worker]! < afterDuty ? debt[worker]! : afterDuty;
    const forPlans = afterDuty - handover;
    const given = planned < forPlans ? planned : forPlans;
    minutes[worker] = forPlans;
    debt[worker]! -= handover;
    lost += planned - given;
    available += today;
    used += today - forPlans + given;
    afterDuties += afterDuty;
    if (assesses) {
      worked[worker] = 0;
      windowStart[worker] = dayMinutes - (forPlans - given);
      if (assessments[worker]! > 0) {
        submitReady(future, worker);
        reschedule(future, worker);
      }
    }
  }
  add(future, AT.minutes_available, available);
  add(future, AT.minutes_used, used);
  add(future, AT.plan_minutes_due, due);
  add(future, AT.plan_minutes_lost, lost);
  return afterDuties;
}

function countPresent(future: Future, holds: number): number {
  const { ids, count } = future.world.rosters[holds]!;
  const { awayUntil } = future.world.workers.of;
  let present = 0;
  for (let i = 0; i < count; i++) if (awayUntil[ids[i]!]! < 0) present++;
  return present;
}

/** Assessments whose effort was done before and whose elapsed time is over by today go to sign-off. */
function submitReady(future: Future, worker: number): void {
  const { world, model, day } = future;
  const a = world.assessments.of;
  const base = worker * model.workforce.maxSlots;
  for (let i = world.workers.of.assessments[worker]! - 1; i >= 0; i--) {
    const job = world.slots[base + i]!;
    if (a.effortDoneDay[job]! >= 0 && a.submitted[job] === 0 && a.ready[job]! <= day) {
      a.submitted[job] = 1;
      world.signOff.push(job, day);
    }
  }
}

/** Minutes of screening for each assessment worker present: referrals since yesterday, evenly shared. */
function screeningEach(future: Future): number {
  const { n } = future.world;
  const present = countPresent(future, HOLDS.assessments);
  if (present === 0) return 0;
  const each = Math.floor(n.screeningDue / present);
  n.screeningDue -= each * present;
  return each;
}

/** Once a week: minutes a day each experienced colleague of a team gives to supervising its newly qualified workers. */
function shareSupervision(future: Future): void {
  const { world, model, day, supervision } = future;
  const { kind, team, newUntil } = world.workers.of;
  const learners = new Int32Array(supervision.length);
  const others = new Int32Array(supervision.length);
  for (let worker = 0; worker < world.workers.high; worker++) {
    if (kind[worker] === EMPTY) continue;
    if (newUntil[worker]! >= day) learners[team[worker]!]!++;
    else others[team[worker]!]!++;
  }
  for (let t = 0; t < supervision.length; t++) {
    supervision[t] = (learners[t]! * model.workforce.newlyQualifiedSupervisionMinutes) / Math.max(1, others[t]!);
  }
}

/** Managers begin the day with what has waited for their signature, the longest wait first. */
function signOffWaiting(future: Future): void {
  const { signOff, n } = future.world;
  while (signOff.size > 0 && n.signOffTokens >= 1) {
    n.signOffTokens--;
    complete(future, signOff.pop(), 0);
  }
}

/** The minutes of the day: work is finished and freed workers take the next case before the next referral comes. */
function passMinutes(future: Future): void {
  const { events } = future.world;
  allocate(future, 0);
  for (;;) {
    const referral = nextReferral(future);
    if (events.size > 0 && events.topKey <= referral) {
      const minute = events.topKey;
      finishWork(future, events.top, minute);
      allocate(future, minute);
    } else if (referral <= future.model.clock.dayMinutes) {
      takeReferral(future, referral);
      allocate(future, referral);
    } else {
      return;
    }
  }
}

/** The last minute: everybody works the day out; what is left open is measured against the team's capacity. */
function closeDesks(future: Future): void {
  const { world, model } = future;
  const { assessments } = world.workers.of;
  const { ids, count } = world.rosters[HOLDS.assessments]!;
  const { remaining } = world.assessments.of;
  const { slots } = world;
  let open = 0;
  for (let i = 0; i < count; i++) {
    const worker = ids[i]!;
    const inHand = assessments[worker]!;
    if (inHand === 0) continue;
    workUntil(future, worker, model.clock.dayMinutes);
    const base = worker * model.workforce.maxSlots;
    for (let j = 0; j < inHand; j++) open += remaining[slots[base + j]!]!;
  }
  for (let i = 0; i < world.queue.size; i++) open += remaining[world.queue.at(i)]!;
  world.n.backlogDays = world.n.teamMinutes > 0 ? open / world.n.teamMinutes : 0;
}
