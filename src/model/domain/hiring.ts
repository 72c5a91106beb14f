/**
 * The pipeline of permanent staff: campaigns find recruits, as many as the market yields, who start after notice and checks
 * where a post is vacant; those from overseas take longer; newly qualified workers come as a cohort in September; a rolling
 * advert fills each vacancy in its own time.
 */
import { Ints, Reals } from '../engine/cells';
import { takeRoom } from '../engine/room';
import { exponential, fromThresholds, threshold, TWO_32 } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { AT, IN_GRADE, IN_TEAM } from './at';
import { add, addInTeam, draw, future, gradeColumn, marketRecruits, posts, streams } from './future';
import { marketYear } from './labour-market';
import { ADVERTS, MOST_DAYS, STARTERS } from './layout';
import { decideStarter } from './leaving';
import { gradeOf } from './grades';
import { model } from './model';
import { start } from './people';
import { gap } from './tables-at';
import { HOLDS, PERMANENT, teamOf } from './world';

/** How somebody comes to be recruited. */
export const enum ROUTE {
  experienced,
  newlyQualified,
  overseas,
  advert,
}

/** Any team that is short of staff. */
const ANY_TEAM: i32 = -1;

const WORKING_DAYS_PER_MONTH: i32 = 21;

/** A hire on the way. */
@unmanaged
class Starter {
  /** The next of those who start on the same day; -1 where there is none. */
  next: i32;
  entity: i32;
  /** How they come: see ROUTE. */
  route: i32;
  /** The team whose vacancy was advertised; -1 for whichever is shortest. */
  team: i32;
}

const STARTER_BITS: usize = 4;

/** Places made at first. */
const FIRST: i32 = 1024;

/** Hires on their way: by working day of start the first of a chain, -1 where there is none. */
const starters = changetype<Ints>(STARTERS);
/** Where their rows begin, how many there are, and how many there is room for. */
let rows: usize = 0;
let count: i32 = 0;
let room: i32 = 0;
/** Adverts that are still to find somebody, by team: at least one for each vacancy. */
const adverts = changetype<Ints>(ADVERTS);

function starterAt(at: i32): Starter {
  return changetype<Starter>(rows + ((<usize>at) << STARTER_BITS));
}

/** Nobody is on the way. */
export function clearStarters(): void {
  starters.fill(-1, MOST_DAYS);
  count = 0;
  adverts.fill(0, model.teams);
}

/** Draws everybody who has accepted, or is going to accept, a post: campaign by campaign, each with a lead time. */
export function drawStarters(): void {
  clearStarters();
  drawCampaigns(
    CAUSE.hires,
    ROUTE.experienced,
    model.campaigns,
    model.hireThresholds,
    model.hireFirst,
    model.monthsBefore,
    model.shortestLead,
    model.longestLead,
    model.recruitsMost,
  );
  drawCampaigns(
    CAUSE.overseas,
    ROUTE.overseas,
    model.overseasCampaigns,
    model.overseasThresholds,
    model.overseasFirst,
    model.overseasMonthsBefore,
    model.overseasShortestLead,
    model.overseasLongestLead,
    0,
  );
  for (let year = 0; year < model.cohorts; year++) drawCohort(year);
  if (model.fillDays > 0) {
    future.day = model.firstDay;
    future.month = 0;
    for (let team = 0; team < model.teams; team++) advertise(team, <f64>teamOf(team).inPost, model.posts[team]);
  }
}

/** Draws who of a year's newly qualified workers arrives. */
function drawCohort(year: i32): void {
  for (let i = 0; i < model.cohortSize[year]; i++) {
    const entity = 0x08000000 + year * 4096 + i;
    draw(CAUSE.hire, entity);
    if (<f64>streams.u0 < threshold(model.cohortArrives[year])) {
      book(model.cohortDay[year], entity, ROUTE.newlyQualified, ANY_TEAM);
    }
  }
}

/** Posts from the first number to the last become vacant at once: at the start, or as they are funded. Both are whole. */
export function advertise(team: i32, from: f64, to: f64): void {
  for (let post = <i32>from; post < <i32>to; post++) advertiseVacancy(team, 0x04000000 + team * 0x10000 + post);
}

/**
 * @param first of each campaign where its thresholds begin
 * @param most recruits drawn for each one expected in the market as stated, of whom the year's market keeps its part; 0 where it keeps all
 */
function drawCampaigns(
  cause: i32,
  route: i32,
  campaigns: i32,
  thresholds: Reals,
  first: Ints,
  monthsBefore: i32,
  shortest: f64,
  longest: f64,
  most: f64,
): void {
  for (let campaign = 0; campaign < campaigns; campaign++) {
    draw(cause, campaign);
    const from = first[campaign];
    const own = changetype<Reals>(changetype<usize>(thresholds) + ((<usize>from) << 3));
    const recruits = fromThresholds(own, first[campaign + 1] - from, streams.u0);
    const kept = most > 0 ? threshold(marketRecruits[marketYear(campaign - monthsBefore)] / most) : TWO_32;
    const campaignDay = model.firstDay + (campaign - monthsBefore) * WORKING_DAYS_PER_MONTH;
    for (let i = 0; i < recruits; i++) {
      const entity = route * 0x01000000 + campaign * 1024 + i;
      draw(CAUSE.hire, entity);
      if (<f64>streams.u2 >= kept) continue;
      const lead = shortest + Math.floor((<f64>streams.u0 / TWO_32) * (longest - shortest + 1));
      const within = Math.floor((<f64>streams.u1 / TWO_32) * <f64>WORKING_DAYS_PER_MONTH);
      const day = campaignDay + <i32>within + <i32>lead;
      if (day >= model.firstDay && day < model.days) book(day, entity, route, ANY_TEAM);
    }
  }
}

/** A vacancy arises: under rolling adverts it finds somebody after a time of its own. */
export function advertiseVacancy(team: i32, entity: i32): void {
  if (model.fillDays == 0) return;
  adverts[team] = adverts[team] + 1;
  draw(CAUSE.filling, entity);
  const times = marketRecruits[marketYear(future.month)];
  const fillDays = model.fillDays / times;
  const day = <f64>future.day + max<f64>(1, Math.round(exponential(gap, streams.u0) * fillDays));
  if (day < <f64>model.days) book(<i32>day, successorOf(entity), ROUTE.advert, team);
}

/** An address for whoever follows a person in a post: the predecessor's, multiplied out over all 32 bits. */
function successorOf(entity: i32): i32 {
  return (entity ^ 0x5bd1e995) * <i32>0x9e3779b1;
}

function book(day: i32, entity: i32, route: i32, team: i32): void {
  if (count == room) grow();
  const starter = starterAt(count);
  starter.next = starters[day];
  starter.entity = entity;
  starter.route = route;
  starter.team = team;
  starters[day] = count++;
}

function grow(): void {
  const more = room == 0 ? FIRST : 2 * room;
  const wider = takeRoom((<usize>more) << STARTER_BITS);
  memory.copy(wider, rows, (<usize>room) << STARTER_BITS);
  rows = wider;
  room = more;
}

/** Today's recruits start, each in the team that is shortest of staff or that advertised; never more than there are vacancies. */
export function welcomeStarters(): void {
  const day = future.day;
  for (let at = starters[day]; at >= 0; at = starterAt(at).next) {
    const starter = starterAt(at);
    const isNew = starter.route == ROUTE.newlyQualified;
    let team = starter.team;
    if (team == ANY_TEAM) team = shortestTeam(isNew);
    else if (!fillsVacancy(team, starter.entity)) team = -1;
    if (team < 0) continue;
    const newUntil = isNew ? day + model.daysPerYear : -1;
    const worker = start(PERMANENT, team, starter.entity, day, newUntil);
    decideStarter(worker);
    addInTeam(team, AT.starters, IN_TEAM.starters, 1);
    add(gradeColumn(gradeOf(worker), IN_GRADE.starters), 1);
  }
}

/**
 * Whether an advert that has found somebody was for a post that is vacant still. Of a team's adverts it may be any: one for each
 * vacancy, and the rest for posts that were filled in another way, or cut, in the meantime.
 */
function fillsVacancy(team: i32, entity: i32): bool {
  const vacant = <i32>Math.floor(posts[team] - <f64>teamOf(team).inPost);
  const advertised = adverts[team];
  adverts[team] = advertised - 1;
  if (vacant < 1) return false;
  if (vacant >= advertised) return true;
  draw(CAUSE.filling, entity, 1);
  return <f64>streams.u0 < threshold(<f64>vacant / <f64>advertised);
}

/** The team with the largest share of vacant posts, for newly qualified workers among those that hold cases; -1 where none has a whole vacancy. */
function shortestTeam(casework: bool): i32 {
  let best = -1;
  let most: f64 = 0;
  for (let team = 0; team < model.teams; team++) {
    const t = teamOf(team);
    if (casework && t.holds > HOLDS.plans) continue;
    const funded = posts[team];
    const vacant = funded - <f64>t.inPost;
    if (vacant >= 1 && vacant / funded > most) {
      most = vacant / funded;
      best = team;
    }
  }
  return best;
}
