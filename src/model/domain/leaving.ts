/**
 * Why people go. Everybody has a patience, drawn once; each month uses some of it up, more in the early years of service
 * and under a load above the team's usual one, and whoever has none left goes on the day it runs out: out of the
 * profession's local service, to another council, or to an agency.
 */
import { exponential } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { AT, IN_GRADE, IN_TEAM } from './at';
import { add, addInTeam, draw, future, gradeColumn, monthOf, now, streams } from './future';
import { advertiseVacancy } from './hiring';
import { gradeOf } from './grades';
import { model } from './model';
import { leave, loadAboveUsual, setNextDay, start } from './people';
import { PATIENCE_UNIT } from './rows';
import { gap } from './tables-at';
import { HOLDS, PERMANENT, teamOf, workerOf, world } from './world';

/** Draws how long a worker stays; afresh at the start of the run, because the law has no memory. */
export function drawPatience(worker: i32): void {
  const w = workerOf(worker);
  draw(CAUSE.leaving, w.entity, future.warm != 0 ? 0 : 1);
  w.patience = <i32>Math.round(exponential(gap, streams.u0) / PATIENCE_UNIT);
}

/** On the first working day of a month: whose patience ends in it, and on which day. */
export function decideLeavers(): void {
  const last = lastOfMonth();
  const span = last - future.day + 1;
  // A run may begin within its first month.
  const begins = future.warm == 0 && future.day == model.firstDay;
  const part: f64 = begins ? <f64>span / <f64>(last - firstOfMonth() + 1) : 1;
  for (let worker = 0; worker < world.workerCount; worker++) {
    const w = workerOf(worker);
    if (w.kind != PERMANENT || w.leaveDay >= 0) continue;
    usePatience(worker, future.day, span, part);
  }
}

/** Whoever starts within a month may go within it: from tomorrow on, as everybody else. */
export function decideStarter(worker: i32): void {
  const last = lastOfMonth();
  const span = last - future.day;
  if (span > 0) usePatience(worker, future.day + 1, span, <f64>span / <f64>(last - firstOfMonth() + 1));
}

/** The first working day of the month in hand. */
function firstOfMonth(): i32 {
  const month = monthOf[future.day];
  let first = future.day;
  while (first > 0 && monthOf[first - 1] == month) first--;
  return first;
}

/** The last working day of the month in hand. */
function lastOfMonth(): i32 {
  const month = monthOf[future.day];
  let last = future.day;
  while (last + 1 < model.days && monthOf[last + 1] == month) last++;
  return last;
}

/** Uses up a worker's patience over `span` days from a day on, `part` of a month; where it does not last, sets the day of leaving. */
function usePatience(worker: i32, from: i32, span: i32, part: f64): void {
  const w = workerOf(worker);
  // In the middle of the span, so that on average the early years last no longer than they are.
  const served = <f64>from + <f64>span / 2 - <f64>w.serviceStart;
  const band = served < <f64>(2 * model.daysPerYear) ? 0 : served < <f64>(5 * model.daysPerYear) ? 1 : 2;
  const chance = model.leavingByBand[band] * now.leavingFactor + model.caseloadEffect * loadAboveUsual(worker);
  if (chance <= 0) return;
  const used = Math.round((hazard(min<f64>(0.9, chance)) * part) / PATIENCE_UNIT);
  const patience = <f64>w.patience;
  if (patience < used) {
    w.leaveDay = from + min<i32>(span - 1, <i32>Math.floor((patience / used) * <f64>span));
    setNextDay(worker);
  } else {
    w.patience -= <i32>used;
  }
}

/** −ln(1 − p) for a monthly probability, by its series (p up to 0.9; to 0.1% up to p = 0.3, where plans live). */
function hazard(p: f64): f64 {
  let power = p;
  let sum: f64 = 0;
  for (let k = 1; k <= 8; k++) {
    sum += power / <f64>k;
    power *= p;
  }
  return sum;
}

/** A permanent member of staff goes today. In the warm-up somebody else starts the same day. */
export function leaveToday(worker: i32): void {
  const w = workerOf(worker);
  const team = w.team;
  const entity = w.entity;
  addInTeam(team, AT.leavers, IN_TEAM.leavers, 1);
  add(gradeColumn(gradeOf(worker), IN_GRADE.leavers), 1);
  countExit(entity);
  leave(worker);
  if (future.warm == 0) {
    advertiseVacancy(team, entity);
    return;
  }
  const successor = 0x40000000 + world.starterSequence;
  world.starterSequence++;
  draw(CAUSE.worker, successor, 1);
  const casework = teamOf(team).holds <= HOLDS.plans;
  const isNew = casework && <f64>streams.u0 < model.newlyQualifiedAmongStarters;
  const newUntil = isNew ? future.day + model.daysPerYear : -1;
  const slot = start(PERMANENT, team, successor, future.day, newUntil);
  decideStarter(slot);
  addInTeam(team, AT.starters, IN_TEAM.starters, 1);
  add(gradeColumn(gradeOf(slot), IN_GRADE.starters), 1);
}

/** Where a leaver goes; some of those who go to an agency are on this council's own market from then on. */
function countExit(entity: i32): void {
  draw(CAUSE.leaving, entity, 2);
  const u = <f64>streams.u0;
  if (u < model.exitCouncil) {
    add(AT.leavers_to_council, 1);
  } else if (u < model.exitAgency) {
    add(AT.leavers_to_agency, 1);
    world.agencyMarket += model.agencyReturns;
  }
}
