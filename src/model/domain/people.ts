/** People who work here: they start, are away sick and come back, and go. Why they go is in `leaving.ts`, how they come in `hiring.ts`. */
import { exponential, fromTable } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { threshold } from '../engine/tables';
import { returnAssessments } from './assessments';
import { endAssignment, startAgency, wantedAgency } from './agency';
import { reschedule, seeToNoMore, shutDesk, workUntil } from './desk';
import { addInTeam, BY_TEAM, draw, future } from './future';
import { countDays, countFromHere, noteDayCounted } from './grades';
import { drawPatience, leaveToday } from './leaving';
import { returnPlans } from './plans';
import { countPlanDay, listOfTeam, renewCapacity, updateRoom } from './rooms';
import { NEVER, WORKER, WORKER_BITS, rowOf } from './rows';
import { EMPTY, HOLDS, PERMANENT } from './world';

/** After so many working days away the cases go back to allocation. */
const LONG_ABSENCE_DAYS = 5;

/** Somebody starts: a permanent member of staff or an agency worker. Returns the slot. */
export function start(kind: number, team: number, entity: number, serviceStart: number, newUntil: number): number {
  const { world, model, streams } = future;
  const worker = world.workers.take() >> WORKER_BITS;
  const row = rowOf(worker);
  if (worker >= model.workforce.maxWorkers) throw new Error('more workers than the compiled model allows for');
  const w = world.workers.cells;
  w.fill(0, row, rowOf(worker + 1));
  w[row + WORKER.kind] = kind;
  w[row + WORKER.team] = team;
  w[row + WORKER.list] = listOfTeam(team);
  w[row + WORKER.screens] = model.workforce.teams[team]!.strike ? 0 : 1;
  w[row + WORKER.entity] = entity;
  w[row + WORKER.serviceStart] = serviceStart;
  w[row + WORKER.newUntil] = newUntil;
  w[row + WORKER.awayUntil] = -1;
  w[row + WORKER.leaveDay] = -1;
  w[row + WORKER.firstPlan] = -1;
  w[row + WORKER.first] = -1;
  w[row + WORKER.nextReady] = NEVER;
  shutDesk(worker);
  draw(CAUSE.worker, entity);
  w[row + WORKER.deadlineFirst] = streams.u0 < future.point.deadlineFirst ? 1 : 0;
  w[row + WORKER.leaning] = Math.round(1024 * fromTable(model.workforce.leaning, streams.u1));
  w[row + WORKER.senior] = newUntil < 0 && streams.u2 < model.workforce.senior ? 1 : 0;
  w[row + WORKER.lateLast] = streams.u3 < future.now.lateLast ? 1 : 0;
  if (w[row + WORKER.lateLast] === 1) w[row + WORKER.deadlineFirst] = 1;
  if (kind === PERMANENT) {
    world.inPost[team]!++;
    countFromHere(worker);
    drawPatience(worker);
  } else {
    world.agency[team]!++;
  }
  world.present[team]!++;
  world.rosters[model.workforce.teams[team]!.holds]!.add(worker);
  nextSpell(worker);
  world.n.peopleIn++;
  renewCapacity(worker);
  return worker;
}

/** Somebody goes for good; what they held goes back to allocation. */
export function leave(worker: number): void {
  const { world } = future;
  const w = world.workers.cells;
  const row = rowOf(worker);
  const team = w[row + WORKER.team]!;
  countDays(worker);
  if (w[row + WORKER.kind] === PERMANENT) {
    world.inPost[team]!--;
    if (w[row + WORKER.awayUntil]! >= 0) world.away[team]!--;
  } else {
    world.agency[team]!--;
  }
  if (w[row + WORKER.awayUntil]! < 0) world.present[team]!--;
  handBack(worker);
  countPlanDay(world, worker, 0, 0, 0, 0);
  world.touched.remove(worker);
  w[row + WORKER.kind] = EMPTY;
  world.rosters[future.model.workforce.teams[team]!.holds]!.remove(worker);
  updateRoom(worker);
  seeToNoMore(worker);
  world.workers.give(row);
  world.n.peopleOut++;
}

function handBack(worker: number): void {
  returnAssessments(worker);
  returnPlans(worker);
}

/** Draws when the next spell of sickness begins, and how long it lasts; oftener while the team carries more than usual. */
function nextSpell(worker: number): void {
  const { workforce, demand } = future.model;
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  if (workforce.absenceGapDays <= 0) {
    w[row + WORKER.nextAway] = -1;
    setNextDay(worker);
    return;
  }
  draw(CAUSE.absence, w[row + WORKER.entity]!, w[row + WORKER.spell]!++);
  const effect = workforce.absenceCaseloadEffect;
  const strain = effect === 0 ? 1 : 1 + effect * teamAboveUsual(w[row + WORKER.team]!);
  const gap = (exponential(demand.gap, future.streams.u0) * workforce.absenceGapDays) / Math.max(0.25, strain);
  w[row + WORKER.nextAway] = future.day + 1 + Math.floor(gap);
  // Kept for the spell itself: whether it is long, and how long.
  const long = future.streams.u1 < threshold(workforce.longSpellShare);
  const mean = long ? workforce.longSpellDays : workforce.shortSpellDays;
  w[row + WORKER.longSpell] = Math.max(1, Math.round(exponential(demand.gap, future.streams.u2) * mean));
  setNextDay(worker);
}

/** Cases held beyond the baseline load of the worker's own team; 0 in the warm-up and for those who hold none. */
export function loadAboveUsual(worker: number): number {
  const { workforce } = future.model;
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  const team = w[row + WORKER.team]!;
  if (future.warm || workforce.teams[team]!.holds > HOLDS.plans) return 0;
  return w[row + WORKER.assessments]! + w[row + WORKER.plans]! - future.referenceLoad[team]!;
}

/**
 * The same of a whole team, each colleague alike. A worker's own desk would not do where something is drawn as somebody
 * comes back: after a week away it is empty.
 */
function teamAboveUsual(team: number): number {
  const { world, model } = future;
  const w = world.workers.cells;
  if (future.warm || model.workforce.teams[team]!.holds > HOLDS.plans) return 0;
  let people = 0;
  let cases = 0;
  for (let worker = 0; worker < world.workerCount; worker++) {
    const row = rowOf(worker);
    if (w[row + WORKER.kind] === EMPTY || w[row + WORKER.team] !== team) continue;
    people++;
    cases += w[row + WORKER.assessments]! + w[row + WORKER.plans]!;
  }
  return people > 0 ? cases / people - future.referenceLoad[team]! : 0;
}

/** The next day on which the worker leaves, falls sick, hands back after a week away, or comes back. */
export function setNextDay(worker: number): void {
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  let next = w[row + WORKER.nextAway]! >= 0 ? w[row + WORKER.nextAway]! : NEVER;
  const back = w[row + WORKER.awayUntil]!;
  if (back >= 0) {
    const handsBack = handsBackDay(row);
    next = handsBack > future.day && handsBack < back ? handsBack : back;
  }
  const leaves = w[row + WORKER.leaveDay]!;
  future.world.nextDay[worker] = leaves >= 0 && leaves < next ? leaves : next;
}

/** One day in everybody's life: who leaves today, who is back, who is away from today. */
export function goAndReturn(): void {
  const { world, day } = future;
  const { nextDay, workerCount } = world;
  const teams = future.model.workforce.teams.length;
  for (let worker = 0; worker < workerCount; worker++) if (nextDay[worker] === day) changeToday(worker);
  for (let team = 0; team < teams; team++) {
    addInTeam(team, BY_TEAM.workforce_days, world.inPost[team]!);
    addInTeam(team, BY_TEAM.absence_days, world.away[team]!);
  }
  noteDayCounted();
}

function changeToday(worker: number): void {
  const { world, day } = future;
  const w = world.workers.cells;
  const row = rowOf(worker);
  const permanent = w[row + WORKER.kind] === PERMANENT;
  if (w[row + WORKER.kind] === EMPTY) return;
  if (w[row + WORKER.leaveDay] === day) {
    if (permanent) {
      leaveToday(worker);
      return;
    }
    endAssignment(worker);
    // Taken on for good, whoever falls sick today or comes back does so all the same.
    if (w[row + WORKER.kind] !== PERMANENT) return;
  }
  if (w[row + WORKER.awayUntil] === day) {
    comeBack(worker);
  } else if (w[row + WORKER.awayUntil]! >= 0) {
    if (handsBackDay(row) === day) handBack(worker);
    setNextDay(worker);
  } else if (w[row + WORKER.nextAway] === day) {
    fallSick(worker);
  }
}

/** The day on which somebody who is away has been so for too long for the cases to wait. */
function handsBackDay(row: number): number {
  const w = future.world.workers.cells;
  return w[row + WORKER.awayUntil]! - w[row + WORKER.longSpell]! + LONG_ABSENCE_DAYS;
}

/** Somebody who was away is here again, and it is drawn when the next spell begins. */
export function comeBack(worker: number): void {
  const { world } = future;
  const w = world.workers.cells;
  const row = rowOf(worker);
  countDays(worker);
  w[row + WORKER.awayUntil] = -1;
  world.present[w[row + WORKER.team]!]!++;
  if (w[row + WORKER.kind] === PERMANENT) world.away[w[row + WORKER.team]!]!--;
  nextSpell(worker);
  comeOrGo(worker);
}

/** The spell drawn for somebody begins today. */
export function fallSick(worker: number): void {
  const { world, day } = future;
  const w = world.workers.cells;
  const row = rowOf(worker);
  countDays(worker);
  w[row + WORKER.awayUntil] = day + w[row + WORKER.longSpell]!;
  world.present[w[row + WORKER.team]!]!--;
  if (w[row + WORKER.kind] === PERMANENT) world.away[w[row + WORKER.team]!]!++;
  setNextDay(worker);
  comeOrGo(worker);
}

/** Somebody is here again, or no longer: room and the day's minutes change. */
function comeOrGo(worker: number): void {
  future.world.touched.add(worker);
  updateRoom(worker);
}

/** Fills the posts at the beginning of the warm-up, with lengths of service as at the baseline. */
export function openWorkforce(): void {
  const { model } = future;
  future.world.n.nextCounted = future.day;
  model.workforce.teams.forEach((team, index) => {
    for (let i = 0; i < team.inPost; i++) startSeasoned(index, i);
    for (let i = wantedAgency(index); i > 0; i--) startAgency(index, true);
  });
}

/** Somebody who has been here for some time, as long as the staff of the baseline have, fills a post. */
export function startSeasoned(team: number, number: number): void {
  const { model, streams } = future;
  const entity = 0x20000000 + team * 0x10000 + number;
  draw(CAUSE.worker, entity, 1);
  const months = fromTable(model.workforce.service, streams.u0);
  const since = future.day - Math.round((months * model.clock.workingDaysPerYear) / 12);
  start(PERMANENT, team, entity, since, -1);
}

/**
 * What the warm-up had in store for its people is drawn afresh: how long they stay, and when those present fall sick. Their
 * days count from the start on.
 */
export function forgetWarmLuck(): void {
  const w = future.world.workers.cells;
  future.day = future.model.clock.firstDay - 1;
  for (let worker = 0; worker < future.world.workerCount; worker++) {
    const row = rowOf(worker);
    if (w[row + WORKER.kind] === EMPTY) continue;
    if (w[row + WORKER.kind] === PERMANENT) {
      w[row + WORKER.leaveDay] = -1;
      drawPatience(worker);
      countFromHere(worker);
    }
    if (w[row + WORKER.awayUntil]! < 0) nextSpell(worker);
    else setNextDay(worker);
  }
}

/** Workers who leave late assessments to the last, by the plan of the month; by each one's own fact. What is done in the old order stays done. */
export function chooseOrder(): void {
  const { world, streams, now } = future;
  const w = world.workers.cells;
  for (let worker = 0; worker < world.workerCount; worker++) {
    const row = rowOf(worker);
    if (w[row + WORKER.kind] === EMPTY) continue;
    draw(CAUSE.worker, w[row + WORKER.entity]!);
    const { u0, u3 } = streams;
    workUntil(worker, 0);
    const last = u3 < now.lateLast;
    w[row + WORKER.lateLast] = last ? 1 : 0;
    w[row + WORKER.deadlineFirst] = last || u0 < future.point.deadlineFirst ? 1 : 0;
    reschedule(worker);
  }
}
