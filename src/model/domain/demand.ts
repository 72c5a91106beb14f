/**
 * Referrals: families come in a Poisson stream whose level follows season, weekday, trend, shocks, the month's own level
 * and doubt about the year's; children whose cases were closed come back beside it. Each referral is screened and decided
 * on, and either ends there or an assessment begins for every child of the family.
 */
import { exponential, fromTable } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { TWO_32 } from '../units';
import { openAssessment } from './assessments';
import { add, AT, draw, future } from './future';
import { returnFromDoor } from './returns';
import { option, OPTION, rule, RULE, table } from './rules';
import { DECISION_RING } from './world';

/** No referral is left today. */
export const NO_MORE = 0x7fffffff;

/** Families of the run are numbered from here on, so that none has the address of one of the warm-up. */
const RUN_FAMILIES = 0x00100000;
/** A family's address leaves room for its children's, one after the other. */
const CHILDREN = 8;

/** Begins the stream of referrals of a run or a warm-up. */
export function openDemand(): void {
  const { n } = future.world;
  n.arrivals = future.warm ? 0 : RUN_FAMILIES;
  n.exposure = 0;
  n.nextArrival = gapBefore();
}

/** Draws the facts of the family numbered `n.arrivals`, kept until it comes, and the gap before it. */
function gapBefore(): number {
  const { n, nextFamily } = future.world;
  const { streams } = future;
  draw(CAUSE.referral, n.arrivals * CHILDREN);
  nextFamily[0] = streams.u0;
  nextFamily[1] = streams.u1;
  nextFamily[3] = streams.u3;
  return exponential(table.gap, streams.u2);
}

/** Draws the level of the month that begins. */
export function drawMonthLevel(): void {
  const { demand } = future.model;
  draw(CAUSE.monthLevel, future.month + 1000);
  future.level = fromTable(demand.monthLevel, future.streams.u0);
}

/** Begins the day's referrals: how many families are expected, and when the first comes. */
export function openDoor(): void {
  const { demand } = future.model;
  const { n } = future.world;
  const children = demand.intensity[future.day]! * future.level * future.yearLevel * future.point.firstTimeShare;
  n.expected = children / demand.familyMean;
  timeNext();
}

/** The day is over: its expected referrals have passed. */
export function closeDoor(): void {
  future.world.n.exposure += future.world.n.expected;
}

/** Sets the minute of today at which the next family comes, or NO_MORE. */
function timeNext(): void {
  const { n } = future.world;
  const into = n.nextArrival - n.exposure;
  if (into >= n.expected) n.nextMinute = NO_MORE;
  else n.nextMinute = option[OPTION.startOfDay] === 1 ? 0 : Math.floor((into / n.expected) * future.dayMinutes);
}

/** Takes in the family that comes at `n.nextMinute`, and sets when the next does. */
export function takeReferral(): void {
  const { n, nextFamily } = future.world;
  const size = familySize(nextFamily[3]! >>> 16);
  receive(n.arrivals * CHILDREN, size, n.nextMinute, -1, nextFamily);
  n.arrivals++;
  n.nextArrival += gapBefore();
  timeNext();
}

function familySize(u: number): number {
  return u < rule[RULE.oneChild]! ? 1 : u < rule[RULE.twoChildren]! ? 2 : u < rule[RULE.threeChildren]! ? 3 : 4;
}

/**
 * A referral is received: counted, put before whoever decides, and decided on in substance: it ends here or goes on.
 * @param before working day of the children's previous referral; -1 where there was none
 * @param uniforms the first decides whether it goes on; the second, of those that go on, whether it is urgent, of the others,
 * whether it comes back; the lower half of the fourth, when
 */
export function receive(entity: number, size: number, minute: number, before: number, uniforms: Uint32Array): void {
  const { world, now, day } = future;
  const goesOn = uniforms[0]!;
  const concern = uniforms[1]!;
  add(AT.referrals, size);
  if (before >= 0 && day - before <= option[OPTION.daysPerYear]!) add(AT.rereferrals, size);
  world.undecided[day % DECISION_RING]! += size;
  world.n.undecided += size;
  if (goesOn < now.goesOn * world.n.valve) {
    const marginal = goesOn >= rule[RULE.goesOnAtBaseline]!;
    const urgent = concern < rule[RULE.urgent]!;
    for (let child = 0; child < size; child++) openAssessment(entity + child, minute, marginal, urgent);
  } else {
    returnFromDoor(entity, size, concern, (uniforms[3]! << 16) >>> 0);
  }
}

/**
 * Decides on referrals, the oldest first, as far as screening minutes reach: the assessment workers present share them
 * evenly. Returns the minutes each gives today.
 */
export function screen(present: number, teamMinutes: number): number {
  const { model } = future;
  const { n } = future.world;
  const each = model.pathway.screeningMinutes;
  if (present === 0) return 0;
  if (each === 0) {
    decide(n.undecided);
    return 0;
  }
  const due = n.undecided * each - n.screened;
  const most = Math.min(due, teamMinutes * model.demand.dutyShare);
  const share = Math.floor(most / present);
  // What does not divide evenly is given in thought.
  const given = due - share * present < present ? due : share * present;
  const decided = Math.min(n.undecided, Math.floor((n.screened + given) / each + 1e-9));
  n.screened += given - decided * each;
  decide(decided);
  if (n.undecided === 0) n.screened = 0;
  return share;
}

/** Counts decisions, oldest referrals first: in time within one working day where the arrangements allow it. */
function decide(count: number): void {
  const { world, model, day } = future;
  const { undecided, n } = world;
  let left = count;
  for (let age = Math.min(day, DECISION_RING - 1); age >= 0 && left > 0; age--) {
    const place = (day - age) % DECISION_RING;
    const now = Math.min(left, undecided[place]!);
    if (now === 0) continue;
    undecided[place]! -= now;
    left -= now;
    n.undecided -= now;
    add(AT.decisions, now);
    if (age <= 1) add(AT.decisions_in_time, now * (model.demand.decidedNextDay / TWO_32));
  }
}
