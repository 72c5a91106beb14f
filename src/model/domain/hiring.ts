/**
 * The pipeline: campaigns find recruits, who start after notice and checks where a post is vacant; newly qualified
 * workers come as a cohort in September; agency workers cover a share of vacancies, within what the market yields.
 */
import { fromThresholds } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { threshold } from '../engine/tables';
import { TWO_32 } from '../units';
import { AT, add, type Future, type Starters } from './future';
import { leave, start, startAgency } from './people';
import { AGENCY, HOLDS, ORDER_RING, PERMANENT } from './world';

const WORKING_DAYS_PER_MONTH = 21;

/** Draws everybody who has accepted, or is going to accept, a post: campaign by campaign, each with a lead time. */
export function drawStarters(future: Future): void {
  const { model, streams, starters } = future;
  const { workforce, clock } = model;
  starters.head.fill(-1);
  starters.count = 0;
  workforce.hireThresholds.forEach((thresholds, campaign) => {
    streams.draw(CAUSE.hires, campaign);
    const count = fromThresholds(thresholds, streams.u0);
    const campaignDay = clock.firstDay + (campaign - workforce.pipelineMonths) * WORKING_DAYS_PER_MONTH;
    for (let i = 0; i < count; i++) {
      const entity = campaign * 1024 + i;
      streams.draw(CAUSE.hire, entity);
      const [shortest, longest] = workforce.leadDays;
      const lead = shortest + Math.floor((streams.u0 / TWO_32) * (longest - shortest + 1));
      const day = campaignDay + Math.floor((streams.u1 / TWO_32) * WORKING_DAYS_PER_MONTH) + lead;
      if (day >= clock.firstDay && day < clock.days) book(starters, day, entity, 0);
    }
  });
  workforce.cohorts.forEach((cohort, year) => {
    for (let i = 0; i < cohort.size; i++) {
      const entity = 0x08000000 + year * 4096 + i;
      streams.draw(CAUSE.hire, entity);
      if (streams.u0 < threshold(cohort.arrives)) book(starters, cohort.day, entity, 1);
    }
  });
}

function book(starters: Starters, day: number, entity: number, newlyQualified: 0 | 1): void {
  const at = starters.count++;
  if (at === starters.next.length) {
    const wider = new Int32Array(at * 2);
    wider.set(starters.next);
    starters.next = wider;
    const entities = new Int32Array(at * 2);
    entities.set(starters.entity);
    starters.entity = entities;
    const flags = new Uint8Array(at * 2);
    flags.set(starters.newlyQualified);
    starters.newlyQualified = flags;
  }
  starters.next[at] = starters.head[day]!;
  starters.entity[at] = entity;
  starters.newlyQualified[at] = newlyQualified;
  starters.head[day] = at;
}

/** Today's recruits start, each in the team that is shortest of staff; never more than there are vacancies. */
export function welcomeStarters(future: Future): void {
  const { starters, day, model } = future;
  for (let at = starters.head[day]!; at >= 0; at = starters.next[at]!) {
    const isNew = starters.newlyQualified[at] === 1;
    const team = shortestTeam(future, isNew);
    if (team < 0) continue;
    const newUntil = isNew ? day + model.clock.workingDaysPerYear : -1;
    start(future, PERMANENT, team, starters.entity[at]!, day, newUntil);
    add(future, AT.starters, 1);
  }
}

/** The team with the largest share of vacant posts, for newly qualified workers among those that hold cases; -1 where none has a whole vacancy. */
function shortestTeam(future: Future, casework: boolean): number {
  const { inPost } = future.world;
  let best = -1;
  let most = 0;
  for (let team = 0; team < inPost.length; team++) {
    if (casework && future.model.workforce.teams[team]!.holds > HOLDS.plans) continue;
    const posts = future.now.posts[team]!;
    const vacant = posts - inPost[team]!;
    if (vacant >= 1 && vacant / posts > most) {
      most = vacant / posts;
      best = team;
    }
  }
  return best;
}

/** Once a week: agency cover follows the vacancies, up and down. */
export function reviewAgency(future: Future): void {
  const { world, model, now, day } = future;
  const { workforce } = model;
  let market = workforce.agencyMarketPerWeek + world.n.agencyMarket;
  for (let team = 0; team < world.agency.length; team++) {
    const wanted = Math.round(now.agencyCover * Math.max(0, now.posts[team]! - world.inPost[team]!));
    let short = wanted - world.agency[team]! - world.agencyOrders[team]!;
    if (future.warm) {
      for (; short > 0; short--) startAgency(future, team, false);
      continue;
    }
    while (short > 0 && market >= 1) {
      world.agencyArrivals[((day + workforce.agencyLeadDays) % ORDER_RING) * world.agency.length + team]!++;
      world.agencyOrders[team]!++;
      market--;
      short--;
    }
    for (let over = world.agency[team]! - wanted - 1; over > 0; over--) endOneAssignment(future, team);
  }
  world.n.agencyMarket = Math.min(market, workforce.agencyMarketPerWeek);
}

/** Agency workers ordered weeks ago arrive. */
export function welcomeAgency(future: Future): void {
  const { world, day } = future;
  for (let team = 0; team < world.agency.length; team++) {
    const at = (day % ORDER_RING) * world.agency.length + team;
    for (; world.agencyArrivals[at]! > 0; world.agencyArrivals[at]!--) {
      world.agencyOrders[team]!--;
      startAgency(future, team, false);
    }
  }
}

function endOneAssignment(future: Future, team: number): void {
  const { world } = future;
  const w = world.workers.of;
  let first = -1;
  for (let worker = 0; worker < world.workers.high; worker++) {
    if (w.kind[worker] === AGENCY && w.team[worker] === team && (first < 0 || w.leaveDay[worker]! < w.leaveDay[first]!))
      first = worker;
  }
  if (first >= 0) leave(future, first);
}
