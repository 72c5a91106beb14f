/**
 * The pipeline of permanent staff: campaigns find recruits, as many as the market yields, who start after notice and checks
 * where a post is vacant; those from overseas take longer; newly qualified workers come as a cohort in September; a rolling
 * advert fills each vacancy in its own time.
 */
import { exponential, fromThresholds } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { threshold } from '../engine/tables';
import { TWO_32, WORKING_DAYS_PER_MONTH } from '../units';
import { add, addInTeam, BY_TEAM, draw, future, gradeColumn, IN_GRADE, type Starters } from './future';
import { marketYear } from './labour-market';
import { decideStarter } from './leaving';
import { gradeOf } from './grades';
import { start } from './people';
import { HOLDS, PERMANENT } from './world';

/** How somebody comes to be recruited. */
export const ROUTE = { experienced: 0, newlyQualified: 1, overseas: 2, advert: 3 } as const;

/** Any team that is short of staff. */
const ANY_TEAM = -1;

/** Draws everybody who has accepted, or is going to accept, a post: campaign by campaign, each with a lead time. */
export function drawStarters(): void {
  const { model, streams, starters, world } = future;
  const { workforce } = model;
  starters.head.fill(-1);
  starters.count = 0;
  starters.adverts.fill(0);
  drawCampaigns(
    CAUSE.hires,
    ROUTE.experienced,
    workforce.hireThresholds,
    workforce.pipelineMonths,
    workforce.leadDays,
    workforce.recruitsMost,
  );
  drawCampaigns(
    CAUSE.overseas,
    ROUTE.overseas,
    workforce.overseasThresholds,
    workforce.overseasMonths,
    workforce.overseasLeadDays,
    0,
  );
  workforce.cohorts.forEach((cohort, year) => {
    for (let i = 0; i < cohort.size; i++) {
      const entity = 0x08000000 + year * 4096 + i;
      draw(CAUSE.hire, entity);
      if (streams.u0 < threshold(cohort.arrives)) book(starters, cohort.day, entity, ROUTE.newlyQualified, ANY_TEAM);
    }
  });
  if (workforce.fillDays > 0) {
    future.day = model.clock.firstDay;
    workforce.teams.forEach((team, t) => {
      advertise(t, world.inPost[t]!, team.posts);
    });
  }
}

/** Posts from the first number to the last become vacant at once: at the start, or as they are funded. */
export function advertise(team: number, from: number, to: number): void {
  for (let post = from; post < to; post++) advertiseVacancy(team, 0x04000000 + team * 0x10000 + post);
}

/** @param most recruits drawn for each one expected in the market as stated, of whom the year's market keeps its part; 0 where it keeps all */
function drawCampaigns(
  cause: number,
  route: number,
  campaigns: readonly Float64Array[],
  monthsBefore: number,
  leadDays: readonly [number, number],
  most: number,
): void {
  const { streams, starters, market } = future;
  const { clock } = future.model;
  const [shortest, longest] = leadDays;
  campaigns.forEach((thresholds, campaign) => {
    draw(cause, campaign);
    const count = fromThresholds(thresholds, streams.u0);
    const kept = most > 0 ? threshold(market.recruits[marketYear(campaign - monthsBefore)]! / most) : TWO_32;
    const campaignDay = clock.firstDay + (campaign - monthsBefore) * WORKING_DAYS_PER_MONTH;
    for (let i = 0; i < count; i++) {
      const entity = route * 0x01000000 + campaign * 1024 + i;
      draw(CAUSE.hire, entity);
      if (streams.u2 >= kept) continue;
      const lead = shortest + Math.floor((streams.u0 / TWO_32) * (longest - shortest + 1));
      const day = campaignDay + Math.floor((streams.u1 / TWO_32) * WORKING_DAYS_PER_MONTH) + lead;
      if (day >= clock.firstDay && day < clock.days) book(starters, day, entity, route, ANY_TEAM);
    }
  });
}

/** A vacancy arises: under rolling adverts it finds somebody after a time of its own. */
export function advertiseVacancy(team: number, entity: number): void {
  const { workforce, clock, demand } = future.model;
  if (workforce.fillDays === 0) return;
  future.starters.adverts[team]!++;
  draw(CAUSE.filling, entity);
  const times = future.market.recruits[marketYear(future.month)]!;
  const fillDays = workforce.fillDays / times;
  const day = future.day + Math.max(1, Math.round(exponential(demand.gap, future.streams.u0) * fillDays));
  if (day < clock.days) book(future.starters, day, successorOf(entity), ROUTE.advert, team);
}

/** An address for whoever follows a person in a post: the predecessor's, multiplied out over all 32 bits. */
function successorOf(entity: number): number {
  return Math.imul(entity ^ 0x5bd1e995, 0x9e3779b1);
}

function book(starters: Starters, day: number, entity: number, route: number, team: number): void {
  const at = starters.count++;
  if (at === starters.next.length) grow(starters, at * 2);
  starters.next[at] = starters.head[day]!;
  starters.entity[at] = entity;
  starters.route[at] = route;
  starters.team[at] = team;
  starters.head[day] = at;
}

function grow(starters: Starters, size: number): void {
  const wider = (old: Int32Array): Int32Array => {
    const array = new Int32Array(size);
    array.set(old);
    return array;
  };
  starters.next = wider(starters.next);
  starters.entity = wider(starters.entity);
  starters.team = wider(starters.team);
  const routes = new Uint8Array(size);
  routes.set(starters.route);
  starters.route = routes;
}

/** Today's recruits start, each in the team that is shortest of staff or that advertised; never more than there are vacancies. */
export function welcomeStarters(): void {
  const { starters, day, model } = future;
  for (let at = starters.head[day]!; at >= 0; at = starters.next[at]!) {
    const isNew = starters.route[at] === ROUTE.newlyQualified;
    let team = starters.team[at]!;
    if (team === ANY_TEAM) team = shortestTeam(isNew);
    else if (!fillsVacancy(team, starters.entity[at]!)) team = -1;
    if (team < 0) continue;
    const newUntil = isNew ? day + model.clock.workingDaysPerYear : -1;
    const worker = start(PERMANENT, team, starters.entity[at]!, day, newUntil);
    decideStarter(worker);
    addInTeam(team, BY_TEAM.starters, 1);
    add(gradeColumn(gradeOf(worker), IN_GRADE.starters), 1);
  }
}

/**
 * Whether an advert that has found somebody was for a post that is vacant still. Of a team's adverts it may be any: one for each
 * vacancy, and the rest for posts that were filled in another way, or cut, in the meantime.
 */
function fillsVacancy(team: number, entity: number): boolean {
  const { starters, now, world, streams } = future;
  const vacant = Math.floor(now.posts[team]! - world.inPost[team]!);
  const adverts = starters.adverts[team]!--;
  if (vacant < 1) return false;
  if (vacant >= adverts) return true;
  draw(CAUSE.filling, entity, 1);
  return streams.u0 < threshold(vacant / adverts);
}

/** The team with the largest share of vacant posts, for newly qualified workers among those that hold cases; -1 where none has a whole vacancy. */
function shortestTeam(casework: boolean): number {
  const { inPost } = future.world;
  let best = -1;
  let most = 0;
  for (let team = 0; team < future.model.workforce.teams.length; team++) {
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
