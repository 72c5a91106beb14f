/** People who work here: they start, are away sick and come back, and go. Why they go is in `leaving.ts`, how they come in `hiring.ts`. */
import { Ints } from '../engine/cells';
import { exponential, fromTable, threshold } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { returnAssessments } from './assessments';
import { endAssignment, startAgency, wantedAgency } from './agency';
import { AT, IN_TEAM } from './at';
import { reschedule, seeToNoMore, shutDesk, workUntil } from './desk';
import { fail, FAILURE } from './failing';
import { addInTeam, draw, future, now, referenceLoad, streams } from './future';
import { countDays, countFromHere, noteDayCounted } from './grades';
import { FREE_WORKERS } from './layout';
import { drawPatience, leaveToday } from './leaving';
import { model, point } from './model';
import { returnPlans } from './plans';
import { countPlanDay, listOfTeam, renewCapacity, updateRoom } from './rooms';
import { NEVER, Worker, WORKER_BITS } from './rows';
import { gap } from './tables-at';
import { EMPTY, HOLDS, nextDay, PERMANENT, rosterOf, teamOf, touched, workerOf, world } from './world';

/** After so many working days away the cases go back to allocation. */
const LONG_ABSENCE_DAYS: i32 = 5;

/** Slots given back; the one given back last is used first. */
const free = changetype<Ints>(FREE_WORKERS);

/** An unused slot; its row holds whatever was there. */
function takeWorker(): i32 {
  world.workersLive++;
  if (world.freeWorkers == 0) return world.workerCount++;
  world.freeWorkers--;
  return free[world.freeWorkers];
}

/** Gives back a slot. */
function giveWorker(worker: i32): void {
  world.workersLive--;
  free[world.freeWorkers] = worker;
  world.freeWorkers++;
}

/** Somebody starts: a permanent member of staff or an agency worker. Returns the slot. */
export function start(kind: i32, team: i32, entity: i32, serviceStart: i32, newUntil: i32): i32 {
  const worker = takeWorker();
  if (worker >= model.maxWorkers) fail(FAILURE.workers);
  const w = workerOf(worker);
  const t = teamOf(team);
  memory.fill(changetype<usize>(w), 0, (<usize>1) << WORKER_BITS);
  w.kind = kind;
  w.team = team;
  w.list = listOfTeam(team);
  w.screens = t.strike == 1 ? 0 : 1;
  w.entity = entity;
  w.serviceStart = serviceStart;
  w.newUntil = newUntil;
  w.awayUntil = -1;
  w.leaveDay = -1;
  w.nextReady = NEVER;
  shutDesk(worker);
  draw(CAUSE.worker, entity);
  w.deadlineFirst = <f64>streams.u0 < point.deadlineFirst ? 1 : 0;
  w.leaning = <i32>Math.round(1024 * fromTable(model.leaning, streams.u1));
  w.senior = newUntil < 0 && <f64>streams.u2 < model.senior ? 1 : 0;
  w.lateLast = <f64>streams.u3 < now.lateLast ? 1 : 0;
  if (w.lateLast == 1) w.deadlineFirst = 1;
  if (kind == PERMANENT) {
    t.inPost++;
    countFromHere(worker);
    drawPatience(worker);
  } else {
    t.agency++;
  }
  t.present++;
  rosterOf(t.holds).add(worker);
  nextSpell(worker);
  world.peopleIn++;
  renewCapacity(worker);
  return worker;
}

/** Somebody goes for good; what they held goes back to allocation. */
export function leave(worker: i32): void {
  const w = workerOf(worker);
  const t = teamOf(w.team);
  countDays(worker);
  if (w.kind == PERMANENT) {
    t.inPost--;
    if (w.awayUntil >= 0) t.away--;
  } else {
    t.agency--;
  }
  if (w.awayUntil < 0) t.present--;
  handBack(worker);
  countPlanDay(worker, 0, 0, 0, 0);
  touched.remove(worker);
  w.kind = EMPTY;
  rosterOf(t.holds).remove(worker);
  updateRoom(worker);
  seeToNoMore(worker);
  giveWorker(worker);
  world.peopleOut++;
}

function handBack(worker: i32): void {
  returnAssessments(worker);
  returnPlans(worker);
}

/** Draws when the next spell of sickness begins, and how long it lasts; oftener while the team carries more than usual. */
function nextSpell(worker: i32): void {
  const w = workerOf(worker);
  if (model.absenceGapDays <= 0) {
    w.nextAway = -1;
    setNextDay(worker);
    return;
  }
  const spell = w.spell;
  w.spell = spell + 1;
  draw(CAUSE.absence, w.entity, spell);
  const effect = model.absenceCaseloadEffect;
  const strain: f64 = effect == 0 ? 1 : 1 + effect * teamAboveUsual(w.team);
  const present = (exponential(gap, streams.u0) * model.absenceGapDays) / max<f64>(0.25, strain);
  // By way of 64 bits: where sickness is as good as unknown, the day lies beyond what 32 bits hold.
  w.nextAway = future.day + 1 + <i32>(<i64>Math.floor(present));
  // Kept for the spell itself: whether it is long, and how long.
  const long = <f64>streams.u1 < threshold(model.longSpellShare);
  const mean = long ? model.longSpellDays : model.shortSpellDays;
  w.longSpell = <i32>max<f64>(1, Math.round(exponential(gap, streams.u2) * mean));
  setNextDay(worker);
}

/** Cases held beyond the baseline load of the worker's own team; 0 in the warm-up and for those who hold none. */
export function loadAboveUsual(worker: i32): f64 {
  const w = workerOf(worker);
  if (future.warm != 0 || teamOf(w.team).holds > HOLDS.plans) return 0;
  return <f64>(w.assessments + w.plans) - referenceLoad[w.team];
}

/**
 * The same of a whole team, each colleague alike. A worker's own desk would not do where something is drawn as somebody
 * comes back: after a week away it is empty.
 */
function teamAboveUsual(team: i32): f64 {
  if (future.warm != 0 || teamOf(team).holds > HOLDS.plans) return 0;
  let people = 0;
  let cases = 0;
  for (let worker = 0; worker < world.workerCount; worker++) {
    const w = workerOf(worker);
    if (w.kind == EMPTY || w.team != team) continue;
    people++;
    cases += w.assessments + w.plans;
  }
  return people > 0 ? <f64>cases / <f64>people - referenceLoad[team] : 0;
}

/** The next day on which the worker leaves, falls sick, hands back after a week away, or comes back. */
export function setNextDay(worker: i32): void {
  const w = workerOf(worker);
  let next = w.nextAway >= 0 ? w.nextAway : NEVER;
  const back = w.awayUntil;
  if (back >= 0) {
    const handsBack = handsBackDay(w);
    next = handsBack > future.day && handsBack < back ? handsBack : back;
  }
  const leaves = w.leaveDay;
  nextDay[worker] = leaves >= 0 && leaves < next ? leaves : next;
}

/** One day in everybody's life: who leaves today, who is back, who is away from today. */
export function goAndReturn(): void {
  const day = future.day;
  const workers = world.workerCount;
  for (let worker = 0; worker < workers; worker++) if (nextDay[worker] == day) changeToday(worker);
  for (let team = 0; team < model.teams; team++) {
    const t = teamOf(team);
    addInTeam(team, AT.workforce_days, IN_TEAM.workforce_days, <f64>t.inPost);
    addInTeam(team, AT.absence_days, IN_TEAM.absence_days, <f64>t.away);
  }
  noteDayCounted();
}

function changeToday(worker: i32): void {
  const w = workerOf(worker);
  const day = future.day;
  const permanent = w.kind == PERMANENT;
  if (w.kind == EMPTY) return;
  if (w.leaveDay == day) {
    if (permanent) {
      leaveToday(worker);
      return;
    }
    endAssignment(worker);
    // Taken on for good, whoever falls sick today or comes back does so all the same.
    if (w.kind != PERMANENT) return;
  }
  if (w.awayUntil == day) {
    comeBack(worker);
  } else if (w.awayUntil >= 0) {
    if (handsBackDay(w) == day) handBack(worker);
    setNextDay(worker);
  } else if (w.nextAway == day) {
    fallSick(worker);
  }
}

/** The day on which somebody who is away has been so for too long for the cases to wait. */
function handsBackDay(w: Worker): i32 {
  return w.awayUntil - w.longSpell + LONG_ABSENCE_DAYS;
}

/** Somebody who was away is here again, and it is drawn when the next spell begins. */
export function comeBack(worker: i32): void {
  const w = workerOf(worker);
  const t = teamOf(w.team);
  countDays(worker);
  w.awayUntil = -1;
  t.present++;
  if (w.kind == PERMANENT) t.away--;
  nextSpell(worker);
  comeOrGo(worker);
}

/** The spell drawn for somebody begins today. */
export function fallSick(worker: i32): void {
  const w = workerOf(worker);
  const t = teamOf(w.team);
  countDays(worker);
  w.awayUntil = future.day + w.longSpell;
  t.present--;
  if (w.kind == PERMANENT) t.away++;
  setNextDay(worker);
  comeOrGo(worker);
}

/** Somebody is here again, or no longer: room and the day's minutes change. */
function comeOrGo(worker: i32): void {
  touched.add(worker);
  updateRoom(worker);
}

/** Fills the posts at the beginning of the warm-up, with lengths of service as at the baseline. */
export function openWorkforce(): void {
  world.nextCounted = future.day;
  for (let team = 0; team < model.teams; team++) {
    for (let i = 0; i < model.inPost[team]; i++) startSeasoned(team, i);
    for (let i = wantedAgency(team); i > 0; i--) startAgency(team, true);
  }
}

/** Somebody who has been here for some time, as long as the staff of the baseline have, fills a post. */
export function startSeasoned(team: i32, number: i32): void {
  const entity = 0x20000000 + team * 0x10000 + number;
  draw(CAUSE.worker, entity, 1);
  const months = fromTable(model.service, streams.u0);
  const served = Math.round((months * <f64>model.daysPerYear) / 12);
  start(PERMANENT, team, entity, future.day - <i32>(<i64>served), -1);
}

/**
 * What the warm-up had in store for its people is drawn afresh: how long they stay, and when those present fall sick. Their
 * days count from the start on.
 */
export function forgetWarmLuck(): void {
  future.day = model.firstDay - 1;
  for (let worker = 0; worker < world.workerCount; worker++) {
    const w = workerOf(worker);
    if (w.kind == EMPTY) continue;
    if (w.kind == PERMANENT) {
      w.leaveDay = -1;
      drawPatience(worker);
      countFromHere(worker);
    }
    if (w.awayUntil < 0) nextSpell(worker);
    else setNextDay(worker);
  }
}

/** Workers who leave late assessments to the last, by the plan of the month; by each one's own fact. What is done in the old order stays done. */
export function chooseOrder(): void {
  for (let worker = 0; worker < world.workerCount; worker++) {
    const w = workerOf(worker);
    if (w.kind == EMPTY) continue;
    draw(CAUSE.worker, w.entity);
    const u0 = streams.u0;
    const u3 = streams.u3;
    workUntil(worker, 0);
    const last = <f64>u3 < now.lateLast;
    w.lateLast = last ? 1 : 0;
    w.deadlineFirst = last || <f64>u0 < point.deadlineFirst ? 1 : 0;
    reschedule(worker);
  }
}
