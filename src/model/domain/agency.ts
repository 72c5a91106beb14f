/** Agency workers: they cover a share of vacancies, within what the market yields; assignments end, are followed by others, or become permanent. */
import { exponential } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { AT, IN_GRADE, IN_TEAM } from './at';
import { add, addInTeam, draw, future, gradeColumn, now, posts, streams } from './future';
import { ORDER_RING } from './layout';
import { decideStarter, drawPatience } from './leaving';
import { countFromHere, gradeOf } from './grades';
import { model } from './model';
import { leave, setNextDay, start } from './people';
import { renewCapacity } from './rooms';
import { gap } from './tables-at';
import { AGENCY, agencyArrivals, PERMANENT, teamOf, workerOf, world } from './world';

/** Agency workers a team should have: a share of its vacancies, and in the assessment team some beyond; a strike team is all agency. */
export function wantedAgency(team: i32): i32 {
  const t = teamOf(team);
  if (t.strike == 1) return <i32>Math.round(now.strikeWorkers);
  const cover = now.agencyCover * max<f64>(0, posts[team] - <f64>t.inPost);
  return <i32>Math.round(cover + (isAssessmentTeam(team) ? model.agencyBeyond : 0));
}

/** Whether a team is the first that takes work from the first pool. */
function isAssessmentTeam(team: i32): bool {
  for (let before = 0; before < team; before++) if (teamOf(before).pool == 0) return false;
  return teamOf(team).pool == 0;
}

/** An agency worker begins an assignment; in the opening stock it is already under way. */
export function startAgency(team: i32, seasoned: bool): void {
  const t = teamOf(team);
  const entity = 0x10000000 + team * 0x00100000 + t.agencySequence;
  t.agencySequence++;
  const ramp: f64 = seasoned ? model.rampDays : 0;
  const worker = start(AGENCY, team, entity, <i32>(<f64>future.day - ramp), -1);
  draw(CAUSE.agency, entity);
  const length = exponential(gap, streams.u0) * model.agencyAssignmentDays;
  workerOf(worker).leaveDay = future.day + 5 + <i32>Math.round(length);
  setNextDay(worker);
}

/**
 * An assignment ends: some workers are taken on for good where a post is vacant; otherwise, while cover is still wanted,
 * the next agency worker follows at once if the market has one.
 */
export function endAssignment(worker: i32): void {
  const w = workerOf(worker);
  const team = w.team;
  const t = teamOf(team);
  draw(CAUSE.agency, w.entity, 1);
  if (future.warm == 0 && <f64>streams.u0 < now.conversion && posts[team] - <f64>t.inPost >= 1) {
    takeOn(worker);
    return;
  }
  leave(worker);
  if (t.agency >= wantedAgency(team)) return;
  if (future.warm != 0) {
    startAgency(team, false);
  } else if (world.agencyMarket >= 1) {
    world.agencyMarket -= 1;
    startAgency(team, false);
  }
}

/** An agency worker becomes permanent and keeps the cases in hand. */
function takeOn(worker: i32): void {
  const w = workerOf(worker);
  const team = w.team;
  const t = teamOf(team);
  w.kind = PERMANENT;
  w.leaveDay = -1;
  t.agency--;
  t.inPost++;
  if (w.awayUntil >= 0) t.away++;
  countFromHere(worker);
  drawPatience(worker);
  decideStarter(worker);
  setNextDay(worker);
  renewCapacity(worker);
  addInTeam(team, AT.starters, IN_TEAM.starters, 1);
  add(AT.conversions, 1);
  add(gradeColumn(gradeOf(worker), IN_GRADE.starters), 1);
}

/** Once a week: agency cover follows what is wanted, up and down. */
export function reviewAgency(): void {
  // What the market did not take last week is gone, but for what a part of a worker adds up to.
  const kept = max<f64>(1, model.agencyMarketPerWeek);
  world.agencyMarket = min<f64>(world.agencyMarket, kept) + model.agencyMarketPerWeek;
  for (let team = 0; team < model.teams; team++) {
    const t = teamOf(team);
    const wanted = wantedAgency(team);
    let short = wanted - t.agency - t.agencyOrders;
    if (future.warm != 0) {
      for (; short > 0; short--) startAgency(team, false);
      continue;
    }
    while (short > 0 && world.agencyMarket >= 1) {
      const at = ((future.day + model.agencyLeadDays) % ORDER_RING) * model.teams + team;
      agencyArrivals[at] = agencyArrivals[at] + 1;
      t.agencyOrders++;
      world.agencyMarket -= 1;
      short--;
    }
    const spare = t.strike == 1 ? 0 : 1;
    for (let over = t.agency - wanted - spare; over > 0; over--) endOneAssignment(team);
  }
}

/** Agency workers ordered weeks ago arrive. */
export function welcomeAgency(): void {
  for (let team = 0; team < model.teams; team++) {
    const at = (future.day % ORDER_RING) * model.teams + team;
    for (; agencyArrivals[at] > 0; agencyArrivals[at] = agencyArrivals[at] - 1) {
      teamOf(team).agencyOrders--;
      startAgency(team, false);
    }
  }
}

/** The assignment of a team that is nearest its end is not waited for. */
function endOneAssignment(team: i32): void {
  let first = -1;
  for (let worker = 0; worker < world.workerCount; worker++) {
    const w = workerOf(worker);
    if (w.kind == AGENCY && w.team == team && (first < 0 || w.leaveDay < workerOf(first).leaveDay)) first = worker;
  }
  if (first >= 0) leave(first);
}
