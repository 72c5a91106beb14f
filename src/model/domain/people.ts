/** People who work here: they start, are away sick and come back, and go. Why they go is in `leaving.ts`, how they come in `hiring.ts`. */
import { exponential, fromTable } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { threshold } from '../engine/tables';
import { returnAssessments } from './assessments';
import { endAssignment, startAgency, wantedAgency } from './agency';
import { NEVER, reschedule, shutDesk, workUntil } from './desk';
import { addInTeam, type Future } from './future';
import { drawPatience, leaveToday } from './leaving';
import { returnPlans } from './plans';
import { countPlanDay, renewCapacity, updateRoom } from './rooms';
import { EMPTY, HOLDS, PERMANENT } from './world';

/** After so many working days away the cases go back to allocation. */
const LONG_ABSENCE_DAYS = 5;

/** Service after which an experienced worker may be a senior practitioner. */
const SENIOR_AFTER_YEARS = 2;

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
  w.leaning[worker] = Math.round(1024 * fromTable(model.workforce.leaning, streams.u1));
  w.senior[worker] = newUntil < 0 && streams.u2 < model.workforce.senior ? 1 : 0;
  w.lateLast[worker] = streams.u3 < future.now.lateLast ? 1 : 0;
  if (w.lateLast[worker] === 1) w.deadlineFirst[worker] = 1;
  if (kind === PERMANENT) {
    world.inPost[team]!++;
    drawPatience(future, worker);
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
    if (w.awayUntil[worker]! >= 0) world.away[team]!--;
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

/** Draws when the next spell of sickness begins, and how long it lasts; oftener while the team carries more than usual. */
function nextSpell(future: Future, worker: number): void {
  const { workforce, demand } = future.model;
  const w = future.world.workers.of;
  if (workforce.absenceGapDays <= 0) {
    w.nextAway[worker] = -1;
    setNextDay(future, worker);
    return;
  }
  future.streams.draw(CAUSE.absence, w.entity[worker]!, w.spell[worker]!++);
  const effect = workforce.absenceCaseloadEffect;
  const strain = effect === 0 ? 1 : 1 + effect * teamAboveUsual(future, w.team[worker]!);
  const gap = (exponential(demand.gap, future.streams.u0) * workforce.absenceGapDays) / Math.max(0.25, strain);
  w.nextAway[worker] = future.day + 1 + Math.floor(gap);
  // Kept for the spell itself: whether it is long, and how long.
  const long = future.streams.u1 < threshold(workforce.longSpellShare);
  const mean = long ? workforce.longSpellDays : workforce.shortSpellDays;
  w.longSpell[worker] = Math.max(1, Math.round(exponential(demand.gap, future.streams.u2) * mean));
  setNextDay(future, worker);
}

/** Cases held beyond the baseline load of the worker's own team; 0 in the warm-up and for those who hold none. */
export function loadAboveUsual(future: Future, worker: number): number {
  const { workforce } = future.model;
  const w = future.world.workers.of;
  const team = w.team[worker]!;
  if (future.warm || workforce.teams[team]!.holds > HOLDS.plans) return 0;
  return w.assessments[worker]! + w.plans[worker]! - future.referenceLoad[team]!;
}

/**
 * The same of a whole team, each colleague alike. A worker's own desk would not do where something is drawn as somebody
 * comes back: after a week away it is empty.
 */
function teamAboveUsual(future: Future, team: number): number {
  const { workers } = future.world;
  const w = workers.of;
  if (future.warm || future.model.workforce.teams[team]!.holds > HOLDS.plans) return 0;
  let people = 0;
  let cases = 0;
  for (let worker = 0; worker < workers.high; worker++) {
    if (w.kind[worker] === EMPTY || w.team[worker] !== team) continue;
    people++;
    cases += w.assessments[worker]! + w.plans[worker]!;
  }
  return people > 0 ? cases / people - future.referenceLoad[team]! : 0;
}

/** The next day on which the worker leaves, falls sick, hands back after a week away, or comes back. */
export function setNextDay(future: Future, worker: number): void {
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
  for (let team = 0; team < world.away.length; team++) {
    addInTeam(future, team, 'workforce_days', world.inPost[team]!);
    addInTeam(future, team, 'absence_days', world.away[team]!);
  }
}

function changeToday(future: Future, worker: number): void {
  const { world, day } = future;
  const { kind, team, leaveDay, awayUntil, longSpell, nextAway } = world.workers.of;
  const permanent = kind[worker] === PERMANENT;
  if (kind[worker] === EMPTY) return;
  if (leaveDay[worker] === day) {
    if (permanent) leaveToday(future, worker);
    else endAssignment(future, worker);
  } else if (awayUntil[worker] === day) {
    awayUntil[worker] = -1;
    if (permanent) world.away[team[worker]!]!--;
    nextSpell(future, worker);
    comeOrGo(future, worker);
  } else if (awayUntil[worker]! >= 0) {
    handBack(future, worker);
    setNextDay(future, worker);
  } else if (nextAway[worker] === day) {
    awayUntil[worker] = day + longSpell[worker]!;
    if (permanent) world.away[team[worker]!]!++;
    setNextDay(future, worker);
    comeOrGo(future, worker);
  }
}

/** Somebody is here again, or no longer: room and the day's minutes change. */
function comeOrGo(future: Future, worker: number): void {
  future.world.touched.add(worker);
  updateRoom(future, worker);
}

/** Grade of a worker, as a place in STAFF_GRADES. */
export function gradeOf(future: Future, worker: number): number {
  const { model, day } = future;
  const w = future.world.workers.of;
  const { holds } = model.workforce.teams[w.team[worker]!]!;
  if (holds === HOLDS.signOff) return 3;
  if (holds === HOLDS.reviews) return 4;
  if (w.newUntil[worker]! >= day) return 0;
  const served = (day - w.serviceStart[worker]!) / model.clock.workingDaysPerYear;
  return w.senior[worker] === 1 && served >= SENIOR_AFTER_YEARS ? 2 : 1;
}

/** Fills the posts at the beginning of the warm-up, with lengths of service as at the baseline. */
export function openWorkforce(future: Future): void {
  const { model, streams } = future;
  model.workforce.teams.forEach((team, index) => {
    for (let i = 0; i < team.inPost; i++) {
      const entity = 0x20000000 + index * 0x10000 + i;
      streams.draw(CAUSE.worker, entity, 1);
      const months = fromTable(model.workforce.service, streams.u0);
      const since = future.day - Math.round((months * model.clock.workingDaysPerYear) / 12);
      start(future, PERMANENT, index, entity, since, -1);
    }
    for (let i = wantedAgency(future, index); i > 0; i--) startAgency(future, index, true);
  });
}

/** What the warm-up had in store for its people is drawn afresh: how long they stay, and when those present fall sick. */
export function forgetWarmLuck(future: Future): void {
  const w = future.world.workers.of;
  future.day = future.model.clock.firstDay - 1;
  for (let worker = 0; worker < future.world.workers.high; worker++) {
    if (w.kind[worker] === EMPTY) continue;
    if (w.kind[worker] === PERMANENT) {
      w.leaveDay[worker] = -1;
      drawPatience(future, worker);
    }
    if (w.awayUntil[worker]! < 0) nextSpell(future, worker);
    else setNextDay(future, worker);
  }
}

/** Workers who leave late assessments to the last, by the plan of the month; by each one's own fact. What is done in the old order stays done. */
export function chooseOrder(future: Future): void {
  const { world, streams, now } = future;
  const w = world.workers.of;
  for (let worker = 0; worker < world.workers.high; worker++) {
    if (w.kind[worker] === EMPTY) continue;
    streams.draw(CAUSE.worker, w.entity[worker]!);
    workUntil(future, worker, 0);
    w.lateLast[worker] = streams.u3 < now.lateLast ? 1 : 0;
    w.deadlineFirst[worker] = w.lateLast[worker] === 1 || streams.u0 < future.point.deadlineFirst ? 1 : 0;
    reschedule(future, worker);
  }
}
