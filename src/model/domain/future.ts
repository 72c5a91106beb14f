/**
 * What the rules of the model act on. A thread lives one future at a time, from its first day to its last, and there is one
 * place for it in memory, at addresses that are known beforehand: `future` and `now` here, `world` (`world.ts`), `model`.
 */
import { Ints, Reals } from '../engine/cells';
import { Streams } from '../engine/streams';
import { AT, IN_GRADE, IN_TEAM, OF_ALL, OF_GRADE, OF_TEAM } from './at';
import {
  CEILINGS,
  DAYS_BY_START,
  DOUBT,
  FUTURE,
  MARKET_LEAVING,
  MARKET_RECRUITS,
  MONTH_OF,
  NOW,
  POSTS,
  REFERENCE_LOAD,
  STREAMS,
  SUPERVISION,
  TALLY,
} from './layout';
import { model } from './model';

/** One future on its way. */
@unmanaged
export class Future {
  /** Working minutes of a day, and assessments a desk has room for. */
  dayMinutes: i32;
  maxSlots: i32;
  /** 1 in the warm-up: establishment and demand are held still at the baseline. */
  warm: i32;
  /** Working day, and the month of the run it lies in (negative in the warm-up). */
  day: i32;
  month: i32;
  /** 1 for an echo, which has the doubt of another future. */
  echo: i32;
  /** Why it went wrong, where it did; see `failing.ts`. */
  failure: i32;
  /** Level of referrals drawn for this future's month and year. */
  level: f64;
  yearLevel: f64;
  /** Where finished months go; `row[month × columns + column]`. */
  row: Reals;
}

/** What the month's levers are worth; ceilings and posts by team stand beside. */
@unmanaged
export class MonthSettings {
  goesOn: f64;
  leavingFactor: f64;
  agencyCover: f64;
  hoursFactor: f64;
  strikeWorkers: f64;
  conversion: f64;
  stepDown: f64;
  lateLast: f64;
  section47: f64;
  reviewBooking: f64;
  participation: f64;
}

export const future = changetype<Future>(FUTURE);
export const now = changetype<MonthSettings>(NOW);
export const streams = changetype<Streams>(STREAMS);
const doubt = changetype<Streams>(DOUBT);

/** Cases a full worker of a team holds at most, and its posts, this month. */
export const ceilings = changetype<Reals>(CEILINGS);
export const posts = changetype<Reals>(POSTS);
/** Tallies of the month so far, in the layout's columns. */
export const tally = changetype<Reals>(TALLY);
/** What the labour market of each year of the run does to leaving and recruiting. */
export const marketLeaving = changetype<Reals>(MARKET_LEAVING);
export const marketRecruits = changetype<Reals>(MARKET_RECRUITS);
/** Baseline load by team, on which the caseload effect is centred. */
export const referenceLoad = changetype<Reals>(REFERENCE_LOAD);
/** Minutes a day each experienced worker of a team gives to supervision. */
export const supervision = changetype<Reals>(SUPERVISION);
/** Initial and single assessments by month of referral and working days taken, 0 to 199 and more. */
export const daysByStart = changetype<Ints>(DAYS_BY_START);
/** By working day: the month of the run. */
export const monthOf = changetype<Ints>(MONTH_OF);

/** Column number of a team's own column. */
export function teamColumn(team: i32, column: IN_TEAM): i32 {
  return OF_ALL + team * OF_TEAM + column;
}

/** Column number of a grade's own column. */
export function gradeColumn(grade: i32, column: IN_GRADE): i32 {
  return OF_ALL + model.teams * OF_TEAM + grade * OF_GRADE + column;
}

/** Adds to a column of the month in hand. */
export function add(column: i32, amount: f64): void {
  tally[column] = tally[column] + amount;
}

/** Adds to a column of the month in hand, and to the same column of a team (-1 for none). */
export function addInTeam(team: i32, whole: AT, column: IN_TEAM, amount: f64): void {
  add(whole, amount);
  if (team >= 0) add(teamColumn(team, column), amount);
}

/** Adds to a column of the month in which a working day of the run lies; days before the run, and the warm-up, count nowhere. */
export function addToMonthOf(day: i32, column: i32, amount: f64): void {
  if (future.warm != 0 || day < model.firstDay) return;
  const month = monthOf[day];
  if (month == future.month) {
    add(column, amount);
  } else {
    const at = month * model.columns + column;
    const row = future.row;
    row[at] = row[at] + amount;
  }
}

/** Draws the four uniforms of an address of this future: `streams` then has them. */
export function draw(cause: i32, entity: i32, index: i32 = 0): void {
  streams.draw(cause, entity, index, 0);
}

/** Draws the four uniforms of an address that is about doubt: the first is doubt, the other three are chance as everywhere. */
export function drawDoubt(cause: i32, entity: i32, index: i32 = 0): void {
  draw(cause, entity, index);
  if (future.echo == 0) return;
  doubt.draw(cause, entity, index, 0);
  streams.u0 = doubt.u0;
}

/**
 * Takes the keys of a future and of its doubt.
 * @param low the seed's lower 32 bits, and `high` the rest
 * @param number of the future, and `doubtOf` that of the future whose doubt it has
 */
export function setFuture(low: u32, high: u32, number: u32, doubtOf: u32): void {
  streams.setKey(low, high, number, DOMAIN_WORD);
  doubt.setKey(low, high, doubtOf, DOMAIN_WORD);
  future.echo = number == doubtOf ? 0 : 1;
}

const DOMAIN_WORD: u32 = 0x54524a31; // "TRJ1": separates these keys from any other use of the generator
