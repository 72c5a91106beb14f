/** The story of one working day. */
import { anyEvent, firstAt, nextMinute } from '../engine/day-events';
import { reviewAgency, welcomeAgency } from './agency';
import { allocate } from './assessments';
import { AT, IN_TEAM } from './at';
import { closeMonth } from './counting';
import { closeDoor, NO_MORE, openDoor, screen, takeReferral } from './demand';
import { closeDesk, openDesk, use } from './desk';
import { finishWork, holdConferences, signOffWaiting, submitReady } from './finishing';
import { add, addInTeam, future, monthOf } from './future';
import { welcomeStarters } from './hiring';
import { model } from './model';
import { openMonth } from './month';
import { goAndReturn } from './people';
import { allocatePlans, closePlans, unheldMinutes } from './plans';
import { welcomeReturns } from './returns';
import { holdReviews } from './reviews';
import { countPlanDay, renewIfMoving, shareSupervision } from './rooms';
import { NEVER } from './rows';
import { takeOverdue } from './strike';
import { CP, EMPTY, HOLDS, kindOf, rosterOf, teamOf, touched, workerOf, world } from './world';

const WEEK: i32 = 5;

/** Chairs can put off their capacity by so many days. */
const CHAIR_DAYS: i32 = 20;

/** Lives `future.day` through, from the first arrival at the office to the last minute. */
export function liveOneDay(): void {
  const day = future.day;
  const first = day == model.firstDay && future.warm == 0;
  future.month = monthOf[day];
  if (model.monthStart[day] == 1 || first) openMonth();

  goAndReturn();
  welcomeAgency();
  if (future.warm == 0) welcomeStarters();
  if (day % WEEK == 0) reviewAgency();

  closePlans();
  allocatePlans();
  holdConferences();
  holdReviews();

  openDesks();
  openDoor();
  signOffWaiting();
  takeOverdue();
  passMinutes();
  closeDesks();
  closeDoor();

  if (model.monthEnd[day] == 1) closeMonth();
}

/**
 * Sets out everybody's minutes: supervision of newly qualified colleagues and screening off the top, then handovers,
 * then held plans; what is left, at the end of the day, is for assessments.
 */
function openDesks(): void {
  if (future.day % WEEK == 0) shareSupervision();
  openPlanDesks();
  // Plans that nobody holds are due their minutes all the same, and lose them all: of the team they wait for.
  const unheld = unheldMinutes();
  countPlanMinutes(teamForPlans(), unheld, unheld);
  const minutes = <f64>openAssessmentDesks(screeningEach());
  world.teamMinutes = world.teamMinutes == 0 ? minutes : 0.9 * world.teamMinutes + 0.1 * minutes;
  const managers = <f64>countPresent(HOLDS.signOff);
  world.signOffTokens +=
    managers * model.signOffManagers * model.signOffPerManagerDay - Math.floor(world.signOffTokens);
  const chairs =
    model.reviewsPerChairDay > 0 ? <f64>countPresent(HOLDS.reviews) * model.reviewsPerChairDay : model.chairsPerDay;
  world.chairTokens = min<f64>(world.chairTokens + chairs, <f64>CHAIR_DAYS * chairs + 1);
  // A child protection case nobody holds, day by day.
  add(AT.cp_waiting_days, <f64>kindOf(CP).unheld);
}

/** The first team that holds plans; -1 where there is none. */
function teamForPlans(): i32 {
  for (let team = 0; team < model.teams; team++) if (teamOf(team).holds == HOLDS.plans) return team;
  return -1;
}

/** Opens the desks of those who assess; `duty` minutes come off first, but for the strike team. Returns their minutes after duty. */
function openAssessmentDesks(duty: i32): i32 {
  const day = future.day;
  const roster = rosterOf(HOLDS.assessments);
  const count = roster.count;
  const ids = roster.ids;
  if (day % WEEK == 0) for (let i = 0; i < count; i++) renewIfMoving(ids[i]);
  let available = 0;
  let used = 0;
  let afterDuties = 0;
  for (let i = 0; i < count; i++) {
    const worker = ids[i];
    const w = workerOf(worker);
    const planned = w.planDue;
    if (w.awayUntil >= 0) {
      if (planned > 0) countPlanMinutes(w.team, <f64>planned, <f64>planned);
      continue;
    }
    const today = w.full;
    const afterDuty = max<i32>(0, today - (w.screens == 1 ? duty : 0));
    let minutes = afterDuty;
    w.minutes = minutes;
    if (planned > 0 || w.debt > 0) minutes = givePlansTheirs(worker, afterDuty);
    available += today;
    used += today - minutes;
    afterDuties += afterDuty;
    if (w.nextReady <= day) submitReady(worker);
    openDesk(worker, minutes);
  }
  add(AT.minutes_available, <f64>available);
  add(AT.minutes_used, <f64>used);
  return afterDuties;
}

/** Handovers, then plans that an assessment worker holds, have what they are due of a day's minutes. Returns what is left. */
function givePlansTheirs(worker: i32, minutes: i32): i32 {
  const w = workerOf(worker);
  const planned = w.planDue;
  const debt = w.debt;
  const handover = min<i32>(debt, minutes);
  const forPlans = minutes - handover;
  const given = min<i32>(planned, forPlans);
  w.minutes = forPlans;
  w.debt = debt - handover;
  if (planned > 0) countPlanMinutes(w.team, <f64>planned, <f64>(planned - given));
  return forPlans - given;
}

/** Counts a day's minutes due to plans of a team, and how many of them are lost. */
function countPlanMinutes(team: i32, due: f64, lost: f64): void {
  addInTeam(team, AT.plan_minutes_due, IN_TEAM.plan_minutes_due, due);
  addInTeam(team, AT.plan_minutes_lost, IN_TEAM.plan_minutes_lost, lost);
}

/** A day of those who hold plans only: yesterday's totals, but for the workers whose day has changed. */
function openPlanDesks(): void {
  const roster = rosterOf(HOLDS.plans);
  const count = roster.count;
  if (future.day % WEEK == 0) for (let i = 0; i < count; i++) renewIfMoving(roster.ids[i]);
  for (let i = touched.count - 1; i >= 0; i--) {
    const worker = touched.ids[i];
    const before = workerOf(worker).debt;
    openPlanDesk(worker);
    // Handover minutes were given today: tomorrow is another day.
    if (before == 0) touched.remove(worker);
  }
  add(AT.minutes_available, <f64>world.planAvailable);
  add(AT.minutes_used, <f64>world.planUsed);
  for (let team = 0; team < model.teams; team++) {
    const t = teamOf(team);
    if (t.holds == HOLDS.plans) countPlanMinutes(team, <f64>t.planDue, <f64>t.planLost);
  }
}

/** One plan worker's day, brought up to date in the team's totals. */
function openPlanDesk(worker: i32): void {
  const w = workerOf(worker);
  if (w.kind == EMPTY || teamOf(w.team).holds != HOLDS.plans) return;
  const planned = w.planDue;
  if (w.awayUntil >= 0) {
    countPlanDay(worker, 0, planned, planned, 0);
    return;
  }
  const today = w.full;
  const handover = min<i32>(w.debt, today);
  const forPlans = today - handover;
  const given = min<i32>(planned, forPlans);
  w.minutes = forPlans;
  w.debt -= handover;
  countPlanDay(worker, today, planned, planned - given, handover + given);
}

/** Workers present in the teams that hold this kind of work, strike teams apart. */
function countPresent(holds: i32): i32 {
  let present = 0;
  for (let team = 0; team < model.teams; team++) {
    const t = teamOf(team);
    if (t.holds == holds && t.strike == 0) present += t.present;
  }
  return present;
}

/** Minutes of screening for each assessment worker present. */
function screeningEach(): i32 {
  const present = countPresent(HOLDS.assessments);
  return screen(present, <f64>present * model.workMinutes);
}

/** The minutes of the day: work is finished and freed workers take the next case before the next referral comes. */
function passMinutes(): void {
  welcomeReturns();
  allocate(0);
  for (;;) {
    const referral = world.nextMinute;
    const minute = anyEvent() ? nextMinute() : NEVER;
    if (minute <= referral && minute < NO_MORE) {
      finishWork(firstAt(minute), minute);
      allocate(minute);
    } else if (referral <= future.dayMinutes) {
      takeReferral();
      allocate(referral);
    } else {
      return;
    }
  }
}

/** The last minute: everybody works the day out; what is left open is measured against the team's capacity. */
function closeDesks(): void {
  const roster = rosterOf(HOLDS.assessments);
  const count = roster.count;
  const ids = roster.ids;
  let worked = 0;
  for (let i = 0; i < count; i++) worked += closeDesk(ids[i]);
  use(worked);
  world.backlogDays = world.teamMinutes > 0 ? world.openMinutes / world.teamMinutes : 0;
  respondToPressure();
}

/** Days of open work for each day of the team. */
const PRESSURE_FROM_DAYS: f64 = 5;

/**
 * What open work does to tomorrow: effort on each assessment shrinks (thinner assessments, closed earlier), and beyond a
 * second threshold the front door lets fewer through.
 */
function respondToPressure(): void {
  const over = max<f64>(0, world.backlogDays / PRESSURE_FROM_DAYS - 1);
  world.pressure = max<f64>(model.pressureFloor, 1 - model.kappa * over);
  const beyond = max<f64>(0, world.backlogDays / model.valveFromDays - 1);
  world.valve = max<f64>(model.valveFloor, 1 - model.valve * beyond);
}
