/** People who work here: they arrive, are away sick and come back, and leave. */
import { exponential, fromTable } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { threshold } from '../engine/tables';
import { TWO_32 } from '../units';
import { returnAssessments } from './assessments';
import { NEVER, shutDesk } from './desk';
import { AT, add, type Future } from './future';
import { returnPlans } from './plans';
import { countPlanDay, renewCapacity, updateRoom } from './rooms';
import { AGENCY, EMPTY, HOLDS, PERMANENT } from './world';

/** After so many working days away the cases go back to allocation. */
const LONG_ABSENCE_DAYS = 5;

/** Somebody starts: a permanent member of staff or an agency worker. Returns the slot. */
export function start(
  future: Future,
  kind: number,
  team: number,
  entity: number,
  serviceStart: number,
  newUntil: number,
): number {
  const { world, model, streams } = future;
  const worker = world.workers.take();
  if (worker >= model.workforce.maxWorkers) throw new Error('more workers than the compiled model allows for');
  const w = world.workers.of;
  for (const name of world.workers.names) w[name][worker] = 0;
  w.kind[worker] = kind;
  w.team[worker] = team;
  w.entity[worker] = entity;
  w.serviceStart[worker] = serviceStart;
  w.newUntil[worker] = newUntil;
  w.awayUntil[worker] = -1;
  w.leaveDay[worker] = -1;
  w.firstPlan[worker] = -1;
  w.nextReady[worker] = NEVER;
  shutDesk(future, worker);
  streams.draw(CAUSE.worker, entity);
  w.deadlineFirst[worker] = streams.u0 < future.point.deadlineFirst ? 1 : 0;
  if (kind === PERMANENT) {
    world.inPost[team]!++;
    world.n.permanent++;
  } else {
    world.agency[team]!++;
  }
  world.rosters[model.workforce.teams[team]!.holds]!.add(worker);
  nextSpell(future, worker);
  world.n.peopleIn++;
  renewCapacity(future, worker);
  return worker;
}

/** Somebody goes for good; what they held goes back to allocation. */
export function leave(future: Future, worker: number): void {
  const { world } = future;
  const w = world.workers.of;
  const team = w.team[worker]!;
  if (w.kind[worker] === PERMANENT) {
    world.inPost[team]!--;
    world.n.permanent--;
    if (w.awayUntil[worker]! >= 0) world.n.permanentAway--;
  } else {
    world.agency[team]!--;
  }
  handBack(future, worker);
  countPlanDay(world, worker, 0, 0, 0, 0);
  world.touched.remove(worker);
  w.kind[worker] = EMPTY;
  world.rosters[future.model.workforce.teams[team]!.holds]!.remove(worker);
  updateRoom(future, worker);
  world.events.remove(worker);
  world.workers.give(worker);
  world.n.peopleOut++;
}

function handBack(future: Future, worker: number): void {
  returnAssessments(future, worker);
  returnPlans(future, worker);
}

/** Draws when the next spell of sickness begins. */
function nextSpell(future: Future, worker: number): void {
  const { workforce, demand } = future.model;
  const w = future.world.workers.of;
  if (workforce.absenceGapDays <= 0) {
    w.nextAway[worker] = -1;
    setNextDay(future, worker);
    return;
  }
  future.streams.draw(CAUSE.absence, w.entity[worker]!, w.spell[worker]!++);
  const gap = exponential(demand.gap, future.streams.u0) * workforce.absenceGapDays;
  w.nextAway[worker] = future.day + 1 + Math.floor(gap);
  // Kept for the spell itself: whether it is long, and how long.
  const long = future.streams.u1 < threshold(workforce.longSpellShare);
  const mean = long ? workforce.longSpellDays : workforce.shortSpellDays;
  w.longSpell[worker] = Math.max(1, Math.round(exponential(demand.gap, future.streams.u2) * mean));
  setNextDay(future, worker);
}

/** The next day on which the worker leaves, falls sick, hands back after a week away, or comes back. */
function setNextDay(future: Future, worker: number): void {
  const { leaveDay, awayUntil, nextAway, longSpell, nextDay } = future.world.workers.of;
  let next = nextAway[worker]! >= 0 ? nextAway[worker]! : NEVER;
  const back = awayUntil[worker]!;
  if (back >= 0) {
    const handsBack = back - longSpell[worker]! + LONG_ABSENCE_DAYS;
    next = handsBack > future.day && handsBack < back ? handsBack : back;
  }
  const leaves = leaveDay[worker]!;
  nextDay[worker] = leaves >= 0 && leaves < next ? leaves : next;
}

/** One day in everybody's life: who leaves today, who is back, who is away from today. */
export function goAndReturn(future: Future): void {
  const { world, day } = future;
  const { nextDay } = world.workers.of;
  for (let worker = 0; worker < world.workers.high; worker++) if (nextDay[worker] === day) changeToday(future, worker);
  add(future, AT.workforce_days, world.n.permanent);
  add(future, AT.absence_days, world.n.permanentAway);
}

function changeToday(future: Future, worker: number): void {
  const { world, day } = future;
  const { kind, leaveDay, awayUntil, longSpell, nextAway } = world.workers.of;
  const permanent = kind[worker] === PERMANENT;
  if (kind[worker] === EMPTY) return;
  if (leaveDay[worker] === day) {
    if (permanent) leaveToday(future, worker);
    else endAssignment(future, worker);
  } else if (awayUntil[worker] === day) {
    awayUntil[worker] = -1;
    if (permanent) world.n.permanentAway--;
    nextSpell(future, worker);
    comeOrGo(future, worker);
  } else if (awayUntil[worker]! >= 0) {
    handBack(future, worker);
    setNextDay(future, worker);
  } else if (nextAway[worker] === day) {
    awayUntil[worker] = day + longSpell[worker]!;
    if (permanent) world.n.permanentAway++;
    setNextDay(future, worker);
    comeOrGo(future, worker);
  }
}

/** Somebody is here again, or no longer: room and the day's minutes change. */
function comeOrGo(future: Future, worker: number): void {
  future.world.touched.add(worker);
  updateRoom(future, worker);
}

/** An assignment that ends while cover is still wanted goes to another agency worker at once. */
function endAssignment(future: Future, worker: number): void {
  const { world, now } = future;
  const team = world.workers.of.team[worker]!;
  leave(future, worker);
  const wanted = Math.round(now.agencyCover * Math.max(0, now.posts[team]! - world.inPost[team]!));
  if (world.agency[team]! < wanted) startAgency(future, team, false);
}

function leaveToday(future: Future, worker: number): void {
  const { world, warm } = future;
  const w = world.workers.of;
  const team = w.team[worker]!;
  add(future, AT.leavers, 1);
  if (!warm) future.leaversByMonth[future.month]!++;
  leave(future, worker);
  // Held still in the warm-up: whoever leaves is replaced the same day.
  if (warm) {
    add(future, AT.starters, 1);
    const entity = 0x40000000 + world.n.starterSequence++;
    future.streams.draw(CAUSE.worker, entity, 1);
    const casework = future.model.workforce.teams[team]!.holds <= HOLDS.plans;
    const newlyQualified = casework && future.streams.u0 < future.model.workforce.newlyQualifiedAmongStarters;
    start(
      future,
      PERMANENT,
      team,
      entity,
      future.day,
      newlyQualified ? future.day + future.model.clock.workingDaysPerYear : -1,
    );
  }
}

/** On the first working day of a month: who is going to leave in it, and on which day. */
export function decideLeavers(future: Future): void {
  const { world, model, streams, month } = future;
  const { workforce, clock } = model;
  const w = world.workers.of;
  let last = future.day;
  while (last + 1 < clock.days && clock.month[last + 1] === clock.month[future.day]) last++;
  const span = last - future.day + 1;
  for (let worker = 0; worker < world.workers.high; worker++) {
    if (w.kind[worker] !== PERMANENT || w.leaveDay[worker]! >= 0) continue;
    const years = (future.day - w.serviceStart[worker]!) / clock.workingDaysPerYear;
    const band = years < 2 ? 0 : years < 5 ? 1 : 2;
    const chance = workforce.leavingByBand[band] * future.now.leavingFactor + caseloadEffect(future, worker);
    streams.draw(CAUSE.leaving, w.entity[worker]!, month + 1000);
    if (streams.u0 < threshold(chance * (future.warm ? 1 : partOfMonth(future, span)))) {
      w.leaveDay[worker] = future.day + Math.min(span - 1, Math.floor((streams.u1 / TWO_32) * span));
      setNextDay(future, worker);
    }
  }
}

/** A month of which only a part is in the run carries that part of the chance. */
function partOfMonth(future: Future, span: number): number {
  return future.day === future.model.clock.firstDay ? Math.min(1, span / 20) : 1;
}

/** Cases above the baseline load of the worker's own team make leaving likelier, those below less. */
function caseloadEffect(future: Future, worker: number): number {
  const { workforce } = future.model;
  const w = future.world.workers.of;
  const team = w.team[worker]!;
  if (future.warm || workforce.caseloadEffect === 0 || workforce.teams[team]!.holds > HOLDS.plans) return 0;
  const load = w.assessments[worker]! + w.plans[worker]!;
  return workforce.caseloadEffect * (load - future.referenceLoad[team]!);
}

/** Fills the posts at the beginning of the warm-up, with lengths of service as at the baseline. */
export function openWorkforce(future: Future): void {
  const { model, streams } = future;
  model.workforce.teams.forEach((team, index) => {
    for (let i = 0; i < team.inPost; i++) {
      const entity = 0x20000000 + index * 0x10000 + i;
      streams.draw(CAUSE.worker, entity, 1);
      const months = fromTable(model.workforce.service, streams.u0);
      start(
        future,
        PERMANENT,
        index,
        entity,
        future.day - Math.round((months * model.clock.workingDaysPerYear) / 12),
        -1,
      );
    }
    const agency = Math.round(model.workforce.agencyCover * (team.posts - team.inPost));
    for (let i = 0; i < agency; i++) startAgency(future, index, true);
  });
}

/** What the warm-up had in store for its people is drawn afresh: who leaves this month, and when those present fall sick. */
export function forgetWarmLuck(future: Future): void {
  const w = future.world.workers.of;
  for (let worker = 0; worker < future.world.workers.high; worker++) {
    if (w.kind[worker] === EMPTY) continue;
    if (w.kind[worker] === PERMANENT) w.leaveDay[worker] = -1;
    future.day = future.model.clock.firstDay - 1;
    if (w.awayUntil[worker]! < 0) nextSpell(future, worker);
    else setNextDay(future, worker);
  }
}

/** An agency worker begins an assignment; in the opening stock it is already under way. */
export function startAgency(future: Future, team: number, seasoned: boolean): void {
  const { world, model, streams } = future;
  const entity = 0x10000000 + team * 0x00100000 + world.agencySequence[team]!++;
  const ramp = seasoned ? model.workforce.rampDays : 0;
  const worker = start(future, AGENCY, team, entity, future.day - ramp, -1);
  streams.draw(CAUSE.agency, entity);
  const length = exponential(model.demand.gap, streams.u0) * model.workforce.agencyAssignmentDays;
  world.workers.of.leaveDay[worker] = future.day + 5 + Math.round(length);
  setNextDay(future, worker);
}
