/**
 * Why people go. Everybody has a patience, drawn once; each month uses some of it up, more in the early years of service
 * and under a load above the team's usual one, and whoever has none left goes on the day it runs out: out of the
 * profession's local service, to another council, or to an agency.
 */
import { exponential } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { add, addInTeam, AT, BY_TEAM, draw, future, gradeColumn, IN_GRADE } from './future';
import { advertiseVacancy } from './hiring';
import { gradeOf } from './grades';
import { leave, loadAboveUsual, setNextDay, start } from './people';
import { PATIENCE_UNIT, WORKER, rowOf } from './rows';
import { HOLDS, PERMANENT } from './world';

/** Draws how long a worker stays; afresh at the start of the run, because the law has no memory. */
export function drawPatience(worker: number): void {
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  draw(CAUSE.leaving, w[row + WORKER.entity]!, future.warm ? 0 : 1);
  w[row + WORKER.patience] = Math.round(exponential(future.model.demand.gap, future.streams.u0) / PATIENCE_UNIT);
}

/** On the first working day of a month: whose patience ends in it, and on which day. */
export function decideLeavers(): void {
  const { world, model } = future;
  const w = world.workers.cells;
  const last = lastOfMonth();
  const span = last - future.day + 1;
  // A run may begin within its first month.
  const part = !future.warm && future.day === model.clock.firstDay ? span / (last - firstOfMonth() + 1) : 1;
  for (let worker = 0; worker < world.workerCount; worker++) {
    const row = rowOf(worker);
    if (w[row + WORKER.kind] !== PERMANENT || w[row + WORKER.leaveDay]! >= 0) continue;
    usePatience(worker, future.day, span, part);
  }
}

/** Whoever starts within a month may go within it: from tomorrow on, as everybody else. */
export function decideStarter(worker: number): void {
  const last = lastOfMonth();
  const span = last - future.day;
  if (span > 0) usePatience(worker, future.day + 1, span, span / (last - firstOfMonth() + 1));
}

/** The first working day of the month in hand. */
function firstOfMonth(): number {
  const { clock } = future.model;
  let first = future.day;
  while (first > 0 && clock.month[first - 1] === clock.month[future.day]) first--;
  return first;
}

/** The last working day of the month in hand. */
function lastOfMonth(): number {
  const { clock } = future.model;
  let last = future.day;
  while (last + 1 < clock.days && clock.month[last + 1] === clock.month[future.day]) last++;
  return last;
}

/** Uses up a worker's patience over `span` days from a day on, `part` of a month; where it does not last, sets the day of leaving. */
function usePatience(worker: number, from: number, span: number, part: number): void {
  const { workforce, clock } = future.model;
  const w = future.world.workers.cells;
  const row = rowOf(worker);
  // In the middle of the span, so that on average the early years last no longer than they are.
  const served = from + span / 2 - w[row + WORKER.serviceStart]!;
  const band = served < 2 * clock.workingDaysPerYear ? 0 : served < 5 * clock.workingDaysPerYear ? 1 : 2;
  const chance =
    workforce.leavingByBand[band] * future.now.leavingFactor + workforce.caseloadEffect * loadAboveUsual(worker);
  if (chance <= 0) return;
  const used = Math.round((hazard(Math.min(0.9, chance)) * part) / PATIENCE_UNIT);
  if (w[row + WORKER.patience]! < used) {
    w[row + WORKER.leaveDay] = from + Math.min(span - 1, Math.floor((w[row + WORKER.patience]! / used) * span));
    setNextDay(worker);
  } else {
    w[row + WORKER.patience]! -= used;
  }
}

/** −ln(1 − p) for a monthly probability, by its series (p up to 0.9; to 0.1% up to p = 0.3, where plans live). */
function hazard(p: number): number {
  let power = p;
  let sum = 0;
  for (let k = 1; k <= 8; k++) {
    sum += power / k;
    power *= p;
  }
  return sum;
}

/** A permanent member of staff goes today. In the warm-up somebody else starts the same day. */
export function leaveToday(worker: number): void {
  const { world, model, warm } = future;
  const w = world.workers.cells;
  const row = rowOf(worker);
  const team = w[row + WORKER.team]!;
  const entity = w[row + WORKER.entity]!;
  addInTeam(team, BY_TEAM.leavers, 1);
  add(gradeColumn(gradeOf(worker), IN_GRADE.leavers), 1);
  countExit(entity);
  leave(worker);
  if (!warm) {
    advertiseVacancy(team, entity);
    return;
  }
  const successor = 0x40000000 + world.n.starterSequence++;
  draw(CAUSE.worker, successor, 1);
  const casework = model.workforce.teams[team]!.holds <= HOLDS.plans;
  const isNew = casework && future.streams.u0 < model.workforce.newlyQualifiedAmongStarters;
  const newUntil = isNew ? future.day + model.clock.workingDaysPerYear : -1;
  const slot = start(PERMANENT, team, successor, future.day, newUntil);
  decideStarter(slot);
  addInTeam(team, BY_TEAM.starters, 1);
  add(gradeColumn(gradeOf(slot), IN_GRADE.starters), 1);
}

/** Where a leaver goes; some of those who go to an agency are on this council's own market from then on. */
function countExit(entity: number): void {
  const { workforce } = future.model;
  const { n } = future.world;
  draw(CAUSE.leaving, entity, 2);
  const u = future.streams.u0;
  if (u < workforce.exitCouncil) {
    add(AT.leavers_to_council, 1);
  } else if (u < workforce.exitAgency) {
    add(AT.leavers_to_agency, 1);
    n.agencyMarket += workforce.agencyReturns;
  }
}
