/**
 * What the rules of the model act on: the compiled model, one world, the addressed streams, the tallies. A thread lives one
 * future at a time, from its first day to its last, and there is one place for it: `future`, which everything here knows.
 * Its parts are made once and never replaced. V8 takes what never changes for constants and builds addresses into its code,
 * which makes a future a quarter cheaper than one that is handed from function to function.
 */
import type { CompiledModel, CompiledPoint } from '../compiled';
import { FutureStreams } from '../engine/doubt';
import { COLUMNS, GRADE_COLUMNS, TEAM_COLUMNS, type Column } from '../measures/columns';
import { monthOf, option, OPTION, takeUpPoint, takeUpRules } from './rules';
import { AMPLE, fits, sizeOf, World } from './world';

/** One future on its way. */
export interface Future {
  model: CompiledModel;
  world: World;
  readonly streams: FutureStreams;
  /** Working minutes of a day, and assessments a desk has room for: the model's, near at hand. */
  dayMinutes: number;
  maxSlots: number;
  point: CompiledPoint;
  /** True in the warm-up: establishment and demand are held still at the baseline. */
  warm: boolean;
  /** Working day, and the month of the run it lies in (negative in the warm-up). */
  day: number;
  month: number;
  /** Tallies of the month so far, in the layout's columns; beyond them zero. */
  readonly tally: Float64Array;
  /** Where finished months go; `row[month × columns + column]`. */
  row: Float64Array;
  /** Level of referrals drawn for this future and month. */
  level: number;
  yearLevel: number;
  /** What the labour market of each year of the run does to leaving and recruiting. */
  readonly market: LabourMarket;
  /** Baseline load by team, on which the caseload effect is centred. */
  readonly referenceLoad: Float64Array;
  /** What the month's levers are worth. */
  readonly now: MonthSettings;
  /** Minutes a day each experienced worker of a team gives to supervision. */
  readonly supervision: Float64Array;
  /** Initial and single assessments by month of referral and working days taken, 0 to 199 and more. */
  readonly daysByStart: Int32Array;
  /** Hires on their way: working day of start → first of a chain. */
  readonly starters: Starters;
}

export interface Starters {
  readonly head: Int32Array;
  next: Int32Array;
  entity: Int32Array;
  /** How they come: see ROUTE. */
  route: Uint8Array;
  /** The team whose vacancy was advertised; -1 for whichever is shortest. */
  team: Int32Array;
  count: number;
  /** Adverts that are still to find somebody, by team: at least one for each vacancy. */
  readonly adverts: Int32Array;
}

export interface MonthSettings {
  goesOn: number;
  leavingFactor: number;
  agencyCover: number;
  hoursFactor: number;
  strikeWorkers: number;
  conversion: number;
  stepDown: number;
  lateLast: number;
  section47: number;
  /** Cases a full worker holds at most, by team. */
  readonly ceilings: Float64Array;
  readonly posts: Float64Array;
  reviewBooking: number;
  participation: number;
}

/** Factors by year of the run, on the chance of leaving and on recruits. */
export interface LabourMarket {
  readonly leaving: Float64Array;
  readonly recruits: Float64Array;
}

/** Column numbers by name. */
export const AT = Object.fromEntries(COLUMNS.map((name, i) => [name, i])) as Record<Column, number>;

/** A column kept for the whole and for each team: its number, and that of the first team's. */
export interface TeamTally {
  readonly whole: number;
  readonly firstTeam: number;
}

/** The columns kept by team, by name. */
export const BY_TEAM = Object.fromEntries(
  TEAM_COLUMNS.map((name, i) => [name, { whole: AT[name], firstTeam: COLUMNS.length + i }]),
) as Record<(typeof TEAM_COLUMNS)[number], TeamTally>;

/** Columns that each team has, each grade, and all together. */
const OF_TEAM = TEAM_COLUMNS.length;
const OF_GRADE = GRADE_COLUMNS.length;
const OF_ALL = COLUMNS.length;

/** Column number of a team's own column. */
export function teamColumn(team: number, column: TeamTally): number {
  return column.firstTeam + team * OF_TEAM;
}

/** The places of the columns kept by grade, by name. */
export const IN_GRADE = Object.fromEntries(GRADE_COLUMNS.map((name, i) => [name, i])) as Record<
  (typeof GRADE_COLUMNS)[number],
  number
>;

/** Adds to a column of the month in hand, and to the same column of a team (-1 for none). */
export function addInTeam(team: number, column: TeamTally, amount: number): void {
  addForTeam(team, column.whole, column.firstTeam, amount);
}

/** The same by the numbers of the columns, where they are looked up. */
export function addForTeam(team: number, whole: number, firstTeam: number, amount: number): void {
  const { tally } = future;
  tally[whole]! += amount;
  if (team >= 0) tally[firstTeam + team * OF_TEAM]! += amount;
}

/** Column number of a grade's own column, one of IN_GRADE. */
export function gradeColumn(grade: number, column: number): number {
  return OF_ALL + option[OPTION.teams]! * OF_TEAM + grade * OF_GRADE + column;
}

/** Adds to a column (one of AT) of the month in hand. */
export function add(column: number, amount: number): void {
  future.tally[column]! += amount;
}

/** Adds to a column of the month in which a working day of the run lies; days before the run, and the warm-up, count nowhere. */
export function addToMonthOf(day: number, column: number, amount: number): void {
  if (future.warm || day < option[OPTION.firstDay]!) return;
  const month = monthOf[day]!;
  if (month === future.month) future.tally[column]! += amount;
  else future.row[month * future.model.columns.length + column]! += amount;
}

/** Takes up a point of the model's ridge. */
export function choosePoint(point: CompiledPoint): void {
  future.point = point;
  takeUpPoint(future.model, point);
}

/** Days that are told apart in the histogram of days taken. */
export const DAYS_COUNTED = 200;

/** Draws the four uniforms of an address of this future: `future.streams` then has them. */
export function draw(cause: number, entity: number, index = 0): void {
  future.streams.draw(cause, entity, index);
}

/** The most there is room for; what a scenario may say stays below. */
const MOST = { columns: 2048, teams: AMPLE.teams, months: 480, years: 40 } as const;

/** What a month's levers are worth before the first month. */
const AS_BEFORE = {
  goesOn: 0,
  leavingFactor: 1,
  agencyCover: 0,
  hoursFactor: 1,
  strikeWorkers: 0,
  conversion: 0,
  stepDown: 1,
  lateLast: 0,
  section47: 1,
  reviewBooking: 1,
  participation: 1,
};

/** The future that this thread lives, if any. */
export const future: Future = {
  // Put in place by `takeUp`, before anything happens.
  model: null as unknown as CompiledModel,
  point: null as unknown as CompiledPoint,
  world: new World(AMPLE),
  streams: new FutureStreams(),
  dayMinutes: 0,
  maxSlots: 0,
  warm: true,
  day: 0,
  month: 0,
  tally: new Float64Array(MOST.columns),
  row: new Float64Array(0),
  level: 1,
  yearLevel: 1,
  market: { leaving: new Float64Array(MOST.years), recruits: new Float64Array(MOST.years) },
  referenceLoad: new Float64Array(MOST.teams),
  now: { ...AS_BEFORE, ceilings: new Float64Array(MOST.teams), posts: new Float64Array(MOST.teams) },
  supervision: new Float64Array(MOST.teams),
  daysByStart: new Int32Array(MOST.months * DAYS_COUNTED),
  starters: {
    head: new Int32Array(AMPLE.days),
    next: new Int32Array(AMPLE.workers),
    entity: new Int32Array(AMPLE.workers),
    route: new Uint8Array(AMPLE.workers),
    team: new Int32Array(AMPLE.workers),
    count: 0,
    adverts: new Int32Array(MOST.teams),
  },
};

/**
 * Clears the place for a future of a model: a council with nobody and nothing in it, in the warm-up, under the first point.
 * @throws RangeError for a model with more columns, teams, months or days than there is room for, which no scenario file can ask for
 */
export function takeUp(model: CompiledModel): void {
  const size = sizeOf(model);
  if (
    model.columns.length > MOST.columns ||
    size.teams > MOST.teams ||
    model.months.length > MOST.months ||
    size.days > AMPLE.days
  )
    throw new RangeError('a model of more columns, teams, months or days than a future has room for');
  if (!fits(size, future.world.size)) future.world = new World(size);
  future.world.copyFrom(new World(size));
  future.model = model;
  future.point = model.points[0]!;
  takeUpRules(model);
  future.dayMinutes = model.clock.dayMinutes;
  future.maxSlots = model.workforce.maxSlots;
  future.warm = true;
  future.day = 0;
  future.month = 0;
  future.level = 1;
  future.yearLevel = 1;
  future.tally.fill(0);
  future.market.leaving.fill(1);
  future.market.recruits.fill(1);
  future.referenceLoad.fill(0);
  future.supervision.fill(0);
  future.daysByStart.fill(0);
  future.starters.head.fill(-1);
  future.starters.count = 0;
  future.starters.adverts.fill(0);
  const { now } = future;
  Object.assign(now, AS_BEFORE);
  now.ceilings.fill(0);
  now.posts.fill(0);
}
