/** The story of one working day. */
import { allocate } from './assessments';
import { reviewAgency, welcomeAgency } from './agency';
import { closeDoor, NO_MORE, openDoor, screen, takeReferral } from './demand';
import { closeDesk, openDesk, use } from './desk';
import { finishWork, holdConferences, signOffWaiting, submitReady } from './finishing';
import { AT, add, addInTeam, BY_TEAM, future } from './future';
import { welcomeStarters } from './hiring';
import { closeMonth } from './counting';
import { openMonth } from './month';
import { goAndReturn } from './people';
import { allocatePlans, closePlans, unheldMinutes } from './plans';
import { welcomeReturns } from './returns';
import { holdReviews } from './reviews';
import { countPlanDay, renewIfMoving, shareSupervision } from './rooms';
import { WORKER, rowOf } from './rows';
import { heldBy, isStrikeTeam, option, OPTION } from './rules';
import { takeOverdue } from './strike';
import { CP, EMPTY, HOLDS } from './world';

const WEEK = 5;

/** Chairs can put off their capacity by so many days. */
const CHAIR_DAYS = 20;

/** Lives `future.day` through, from the first arrival at the office to the last minute. */
export function liveOneDay(): void {
  const { clock } = future.model;
  const first = future.day === clock.firstDay && !future.warm;
  future.month = clock.month[future.day]!;
  if (clock.monthStart[future.day] === 1 || first) openMonth();

  goAndReturn();
  welcomeAgency();
  if (!future.warm) welcomeStarters();
  if (future.day % WEEK === 0) reviewAgency();

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

  if (clock.monthEnd[future.day] === 1) closeMonth();
}

/**
 * Sets out everybody's minutes: supervision of newly qualified colleagues and screening off the top, then handovers,
 * then held plans; what is left, at the end of the day, is for assessments.
 */
function openDesks(): void {
  const { world, model } = future;
  const { n } = world;
  if (future.day % WEEK === 0) shareSupervision();
  openPlanDesks();
  // Plans that nobody holds are due their minutes all the same, and lose them all: of the team they wait for.
  const unheld = unheldMinutes();
  const waitFor = model.workforce.teams.findIndex((team) => team.holds === HOLDS.plans);
  countPlanMinutes(waitFor, unheld, unheld);
  const team = openAssessmentDesks(screeningEach());
  n.teamMinutes = n.teamMinutes === 0 ? team : 0.9 * n.teamMinutes + 0.1 * team;
  const managers = countPresent(HOLDS.signOff);
  n.signOffTokens +=
    managers * model.pathway.signOffManagers * model.pathway.signOffPerManagerDay - Math.floor(n.signOffTokens);
  const { held } = model;
  const chairs =
    held.reviewsPerChairDay > 0 ? countPresent(HOLDS.reviews) * held.reviewsPerChairDay : held.chairsPerDay;
  n.chairTokens = Math.min(n.chairTokens + chairs, CHAIR_DAYS * chairs + 1);
  // A child protection case nobody holds, day by day.
  add(AT.cp_waiting_days, world.plansUnheld[CP]!);
}

/** Opens the desks of those who assess; `duty` minutes come off first, but for the strike team. Returns their minutes after duty. */
function openAssessmentDesks(duty: number): number {
  const { world, day } = future;
  const w = world.workers.cells;
  const { ids, count } = world.rosters[HOLDS.assessments]!;
  if (day % WEEK === 0) for (let i = 0; i < count; i++) renewIfMoving(ids[i]!);
  let available = 0;
  let used = 0;
  let afterDuties = 0;
  for (let i = 0; i < count; i++) {
    const worker = ids[i]!;
    const row = rowOf(worker);
    const planned = w[row + WORKER.planDue]!;
    if (w[row + WORKER.awayUntil]! >= 0) {
      if (planned > 0) countPlanMinutes(w[row + WORKER.team]!, planned, planned);
      continue;
    }
    const today = w[row + WORKER.full]!;
    const screening = w[row + WORKER.screens] === 1 ? duty : 0;
    const afterDuty = today > screening ? today - screening : 0;
    let minutes = afterDuty;
    w[row + WORKER.minutes] = minutes;
    if (planned > 0 || w[row + WORKER.debt]! > 0) minutes = givePlansTheirs(worker, afterDuty);
    available += today;
    used += today - minutes;
    afterDuties += afterDuty;
    if (w[row + WORKER.nextReady]! <= day) submitReady(worker);
    openDesk(worker, minutes);
  }
  add(AT.minutes_available, available);
  add(AT.minutes_used, used);
  return afterDuties;
}

/** Handovers, then plans that an assessment worker holds, have what they are due of a day's minutes. Returns what is left. */
function givePlansTheirs(worker: number, minutes: number): number {
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  const planned = w[row + WORKER.planDue]!;
  const debt = w[row + WORKER.debt]!;
  const handover = debt < minutes ? debt : minutes;
  const forPlans = minutes - handover;
  const given = planned < forPlans ? planned : forPlans;
  w[row + WORKER.minutes] = forPlans;
  w[row + WORKER.debt] = debt - handover;
  if (planned > 0) countPlanMinutes(w[row + WORKER.team]!, planned, planned - given);
  return forPlans - given;
}

/** Counts a day's minutes due to plans of a team, and how many of them are lost. */
function countPlanMinutes(team: number, due: number, lost: number): void {
  addInTeam(team, BY_TEAM.plan_minutes_due, due);
  addInTeam(team, BY_TEAM.plan_minutes_lost, lost);
}

/** A day of those who hold plans only: yesterday's totals, but for the workers whose day has changed. */
function openPlanDesks(): void {
  const { world, day } = future;
  const { n, touched, planDue, planLost } = world;
  const w = world.workers.cells;
  const { ids, count } = world.rosters[HOLDS.plans]!;
  if (day % WEEK === 0) for (let i = 0; i < count; i++) renewIfMoving(ids[i]!);
  for (let i = touched.count - 1; i >= 0; i--) {
    const worker = touched.ids[i]!;
    const before = w[rowOf(worker) + WORKER.debt]!;
    openPlanDesk(worker);
    // Handover minutes were given today: tomorrow is another day.
    if (before === 0) touched.remove(worker);
  }
  add(AT.minutes_available, n.planAvailable);
  add(AT.minutes_used, n.planUsed);
  const teams = option[OPTION.teams]!;
  for (let team = 0; team < teams; team++) {
    if (heldBy[team] !== HOLDS.plans) continue;
    countPlanMinutes(team, planDue[team]!, planLost[team]!);
  }
}

/** One plan worker's day, brought up to date in the team's totals. */
function openPlanDesk(worker: number): void {
  const { world } = future;
  const w = world.workers.cells;
  const row = rowOf(worker);
  if (w[row + WORKER.kind] === EMPTY || heldBy[w[row + WORKER.team]!] !== HOLDS.plans) return;
  const planned = w[row + WORKER.planDue]!;
  if (w[row + WORKER.awayUntil]! >= 0) {
    countPlanDay(world, worker, 0, planned, planned, 0);
    return;
  }
  const today = w[row + WORKER.full]!;
  const handover = w[row + WORKER.debt]! < today ? w[row + WORKER.debt]! : today;
  const forPlans = today - handover;
  const given = planned < forPlans ? planned : forPlans;
  w[row + WORKER.minutes] = forPlans;
  w[row + WORKER.debt]! -= handover;
  countPlanDay(world, worker, today, planned, planned - given, handover + given);
}

/** Workers present in the teams that hold this kind of work, strike teams apart. */
function countPresent(holds: number): number {
  const teams = option[OPTION.teams]!;
  let present = 0;
  for (let team = 0; team < teams; team++)
    if (heldBy[team] === holds && isStrikeTeam[team] === 0) present += future.world.present[team]!;
  return present;
}

/** Minutes of screening for each assessment worker present. */
function screeningEach(): number {
  const present = countPresent(HOLDS.assessments);
  return screen(present, present * future.model.workforce.workMinutes);
}

/** The minutes of the day: work is finished and freed workers take the next case before the next referral comes. */
function passMinutes(): void {
  const { events, n } = future.world;
  welcomeReturns();
  allocate(0);
  for (;;) {
    const referral = n.nextMinute;
    const minute = events.size > 0 ? events.nextMinute() : NO_MORE;
    if (minute <= referral && minute < NO_MORE) {
      finishWork(events.firstAt(minute), minute);
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
  const { n, rosters } = future.world;
  const { ids, count } = rosters[HOLDS.assessments]!;
  let worked = 0;
  for (let i = 0; i < count; i++) worked += closeDesk(ids[i]!);
  use(worked);
  n.backlogDays = n.teamMinutes > 0 ? n.openMinutes / n.teamMinutes : 0;
  respondToPressure();
}

/** Days of open work for each day of the team. */
const PRESSURE_FROM_DAYS = 5;

/**
 * What open work does to tomorrow: effort on each assessment shrinks (thinner assessments, closed earlier), and beyond a
 * second threshold the front door lets fewer through.
 */
function respondToPressure(): void {
  const { n } = future.world;
  const { kappa, pressureFloor, valve, valveFromDays, valveFloor } = future.model.pathway;
  const over = Math.max(0, n.backlogDays / PRESSURE_FROM_DAYS - 1);
  n.pressure = Math.max(pressureFloor, 1 - kappa * over);
  const beyond = Math.max(0, n.backlogDays / valveFromDays - 1);
  n.valve = Math.max(valveFloor, 1 - valve * beyond);
}
