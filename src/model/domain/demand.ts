/**
 * Referrals: families come in a Poisson stream whose level follows season, weekday, trend, shocks, the month's own level
 * and doubt about the year's; children whose cases were closed come back beside it. Each referral is screened and decided
 * on, and either ends there or an assessment begins for every child of the family.
 */
import { exponential, fromTable, TWO_32 } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { openAssessment } from './assessments';
import { AT } from './at';
import { add, draw, future, now, streams } from './future';
import { DECISION_RING } from './layout';
import { model, point } from './model';
import { returnFromDoor } from './returns';
import { NEVER } from './rows';
import { gap } from './tables-at';
import { undecided, world } from './world';

/** No referral is left today. */
export const NO_MORE: i32 = NEVER;

/** Families of the run are numbered from here on, so that none has the address of one of the warm-up. */
const RUN_FAMILIES: i32 = 0x00100000;
/** A family's address leaves room for its children's, one after the other. */
const CHILDREN: i32 = 8;

/** Begins the stream of referrals of a run or a warm-up. */
export function openDemand(): void {
  world.arrivals = future.warm == 1 ? 0 : RUN_FAMILIES;
  world.exposure = 0;
  world.nextArrival = gapBefore();
}

/** Draws the facts of the family numbered `arrivals`, kept until it comes, and the gap before it. */
function gapBefore(): f64 {
  draw(CAUSE.referral, world.arrivals * CHILDREN);
  world.familyGoesOn = streams.u0;
  world.familyConcern = streams.u1;
  world.familyFacts = streams.u3;
  return exponential(gap, streams.u2);
}

/** Draws the level of the month that begins. */
export function drawMonthLevel(): void {
  draw(CAUSE.monthLevel, future.month + 1000);
  future.level = fromTable(model.monthLevel, streams.u0);
}

/** Begins the day's referrals: how many families are expected, and when the first comes. */
export function openDoor(): void {
  const children = model.intensity[future.day] * future.level * future.yearLevel * point.firstTimeShare;
  world.expected = children / model.familyMean;
  timeNext();
}

/** The day is over: its expected referrals have passed. */
export function closeDoor(): void {
  world.exposure += world.expected;
}

/** Sets the minute of today at which the next family comes, or NO_MORE. */
function timeNext(): void {
  const into = world.nextArrival - world.exposure;
  if (into >= world.expected) world.nextMinute = NO_MORE;
  else if (model.startOfDay == 1) world.nextMinute = 0;
  else world.nextMinute = <i32>((into / world.expected) * <f64>future.dayMinutes);
}

/** Takes in the family that comes at `nextMinute`, and sets when the next does. */
export function takeReferral(): void {
  const facts = world.familyFacts;
  const size = familySize(<f64>(facts >>> 16));
  receive(world.arrivals * CHILDREN, size, world.nextMinute, -1, world.familyGoesOn, world.familyConcern, facts);
  world.arrivals++;
  world.nextArrival += gapBefore();
  timeNext();
}

function familySize(u: f64): i32 {
  return u < model.oneChild ? 1 : u < model.twoChildren ? 2 : u < model.threeChildren ? 3 : 4;
}

/**
 * A referral is received: counted, put before whoever decides, and decided on in substance: it ends here or goes on.
 * @param before working day of the children's previous referral; -1 where there was none
 * @param goesOn a uniform that decides whether it goes on
 * @param concern of those that go on, whether it is urgent; of the others, whether it comes back
 * @param facts the lower half decides when
 */
export function receive(entity: i32, size: i32, minute: i32, before: i32, goesOn: u32, concern: u32, facts: u32): void {
  const day = future.day;
  add(AT.referrals, <f64>size);
  if (before >= 0 && day - before <= model.daysPerYear) add(AT.rereferrals, <f64>size);
  const today = day & (DECISION_RING - 1);
  undecided[today] = undecided[today] + size;
  world.undecided += size;
  if (<f64>goesOn < now.goesOn * world.valve) {
    const marginal = <f64>goesOn >= model.goesOnAtBaseline;
    const urgent = <f64>concern < model.urgent;
    for (let child = 0; child < size; child++) openAssessment(entity + child, minute, marginal, urgent);
  } else {
    returnFromDoor(entity, size, concern, facts << 16);
  }
}

/**
 * Decides on referrals, the oldest first, as far as screening minutes reach: the assessment workers present share them
 * evenly. Returns the minutes each gives today.
 */
export function screen(present: i32, teamMinutes: f64): i32 {
  const each = model.screeningMinutes;
  if (present == 0) return 0;
  if (each == 0) {
    decide(world.undecided);
    return 0;
  }
  const due = <f64>world.undecided * each - world.screened;
  const most = min<f64>(due, teamMinutes * model.dutyShare);
  const share = Math.floor(most / <f64>present);
  // What does not divide evenly is given in thought.
  const given = due - share * <f64>present < <f64>present ? due : share * <f64>present;
  const decided = min<f64>(<f64>world.undecided, Math.floor((world.screened + given) / each + 1e-9));
  world.screened += given - decided * each;
  decide(<i32>decided);
  if (world.undecided == 0) world.screened = 0;
  return <i32>share;
}

/** Counts decisions, oldest referrals first: in time within one working day where the arrangements allow it. */
function decide(count: i32): void {
  const day = future.day;
  let left = count;
  for (let age = min<i32>(day, DECISION_RING - 1); age >= 0 && left > 0; age--) {
    const place = (day - age) & (DECISION_RING - 1);
    const decided = min<i32>(left, undecided[place]);
    if (decided == 0) continue;
    undecided[place] = undecided[place] - decided;
    left -= decided;
    world.undecided -= decided;
    add(AT.decisions, <f64>decided);
    if (age <= 1) add(AT.decisions_in_time, <f64>decided * (model.decidedNextDay / TWO_32));
  }
}
