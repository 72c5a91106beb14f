/** Agency workers: they cover a share of vacancies, within what the market yields; assignments end, are followed by others, or become permanent. */
import { exponential } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { add, addInTeam, AT, BY_TEAM, draw, future, gradeColumn, IN_GRADE } from './future';
import { decideStarter, drawPatience } from './leaving';
import { countFromHere, gradeOf } from './grades';
import { leave, setNextDay, start } from './people';
import { renewCapacity } from './rooms';
import { WORKER, rowOf } from './rows';
import { AGENCY, ORDER_RING, PERMANENT } from './world';

/** Agency workers a team should have: a share of its vacancies, and in the assessment team some beyond; a strike team is all agency. */
export function wantedAgency(team: number): number {
  const { world, model, now } = future;
  const { teams, agencyBeyond } = model.workforce;
  if (teams[team]!.strike) return Math.round(now.strikeWorkers);
  const cover = now.agencyCover * Math.max(0, now.posts[team]! - world.inPost[team]!);
  return Math.round(cover + (team === teams.findIndex(({ pool }) => pool === 0) ? agencyBeyond : 0));
}

/** An agency worker begins an assignment; in the opening stock it is already under way. */
export function startAgency(team: number, seasoned: boolean): void {
  const { world, model, streams } = future;
  const entity = 0x10000000 + team * 0x00100000 + world.agencySequence[team]!++;
  const ramp = seasoned ? model.workforce.rampDays : 0;
  const worker = start(AGENCY, team, entity, future.day - ramp, -1);
  draw(CAUSE.agency, entity);
  const length = exponential(model.demand.gap, streams.u0) * model.workforce.agencyAssignmentDays;
  world.workers.cells[rowOf(worker) + WORKER.leaveDay] = future.day + 5 + Math.round(length);
  setNextDay(worker);
}

/**
 * An assignment ends: some workers are taken on for good where a post is vacant; otherwise, while cover is still wanted,
 * the next agency worker follows at once if the market has one.
 */
export function endAssignment(worker: number): void {
  const { world, now, streams, warm } = future;
  const { n } = world;
  const w = world.workers.cells;
  const row = rowOf(worker);
  const team = w[row + WORKER.team]!;
  draw(CAUSE.agency, w[row + WORKER.entity]!, 1);
  if (!warm && streams.u0 < now.conversion && now.posts[team]! - world.inPost[team]! >= 1) {
    takeOn(worker);
    return;
  }
  leave(worker);
  if (world.agency[team]! >= wantedAgency(team)) return;
  if (warm) {
    startAgency(team, false);
  } else if (n.agencyMarket >= 1) {
    n.agencyMarket--;
    startAgency(team, false);
  }
}

/** An agency worker becomes permanent and keeps the cases in hand. */
function takeOn(worker: number): void {
  const { world } = future;
  const w = world.workers.cells;
  const row = rowOf(worker);
  const team = w[row + WORKER.team]!;
  w[row + WORKER.kind] = PERMANENT;
  w[row + WORKER.leaveDay] = -1;
  world.agency[team]!--;
  world.inPost[team]!++;
  if (w[row + WORKER.awayUntil]! >= 0) world.away[team]!++;
  countFromHere(worker);
  drawPatience(worker);
  decideStarter(worker);
  setNextDay(worker);
  renewCapacity(worker);
  addInTeam(team, BY_TEAM.starters, 1);
  add(AT.conversions, 1);
  add(gradeColumn(gradeOf(worker), IN_GRADE.starters), 1);
}

/** Once a week: agency cover follows what is wanted, up and down. */
export function reviewAgency(): void {
  const { world, model, day } = future;
  const { workforce } = model;
  const { n } = world;
  // What the market did not take last week is gone, but for what a part of a worker adds up to.
  const kept = Math.max(1, workforce.agencyMarketPerWeek);
  n.agencyMarket = Math.min(n.agencyMarket, kept) + workforce.agencyMarketPerWeek;
  for (let team = 0; team < model.workforce.teams.length; team++) {
    const wanted = wantedAgency(team);
    let short = wanted - world.agency[team]! - world.agencyOrders[team]!;
    if (future.warm) {
      for (; short > 0; short--) startAgency(team, false);
      continue;
    }
    while (short > 0 && n.agencyMarket >= 1) {
      world.agencyArrivals[((day + workforce.agencyLeadDays) % ORDER_RING) * model.workforce.teams.length + team]!++;
      world.agencyOrders[team]!++;
      n.agencyMarket--;
      short--;
    }
    const spare = workforce.teams[team]!.strike ? 0 : 1;
    for (let over = world.agency[team]! - wanted - spare; over > 0; over--) endOneAssignment(team);
  }
}

/** Agency workers ordered weeks ago arrive. */
export function welcomeAgency(): void {
  const { world, model, day } = future;
  for (let team = 0; team < model.workforce.teams.length; team++) {
    const at = (day % ORDER_RING) * model.workforce.teams.length + team;
    for (; world.agencyArrivals[at]! > 0; world.agencyArrivals[at]!--) {
      world.agencyOrders[team]!--;
      startAgency(team, false);
    }
  }
}

/** The assignment of a team that is nearest its end is not waited for. */
function endOneAssignment(team: number): void {
  const { world } = future;
  const w = world.workers.cells;
  let first = -1;
  for (let worker = 0; worker < world.workerCount; worker++) {
    const row = rowOf(worker);
    if (
      w[row + WORKER.kind] === AGENCY &&
      w[row + WORKER.team] === team &&
      (first < 0 || w[row + WORKER.leaveDay]! < w[rowOf(first) + WORKER.leaveDay]!)
    )
      first = worker;
  }
  if (first >= 0) leave(first);
}
