/** What the rules of the model act on: the compiled model, one world, the addressed streams, the tallies. */
import type { CompiledModel, CompiledPoint } from '../compiled';
import type { Streams } from '../engine/streams';
import { COLUMNS, GRADE_COLUMNS, TEAM_COLUMNS, type Column } from '../measures/columns';
import type { LabourMarket } from './labour-market';
import type { World } from './world';

/** One future on its way. */
export interface Future {
  readonly model: CompiledModel;
  readonly world: World;
  readonly streams: Streams;
  /** Working minutes of a day, and assessments a desk has room for: the model's, near at hand. */
  readonly dayMinutes: number;
  readonly maxSlots: number;
  point: CompiledPoint;
  /** True in the warm-up: establishment and demand are held still at the baseline. */
  warm: boolean;
  /** Working day, and the month of the run it lies in (negative in the warm-up). */
  day: number;
  month: number;
  /** Tallies of the month so far, in the layout's columns. */
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

/** Column numbers by name. */
export const AT = Object.fromEntries(COLUMNS.map((name, i) => [name, i])) as Record<Column, number>;

/** Column number of a team's own column. */
export function teamColumn(team: number, column: (typeof TEAM_COLUMNS)[number]): number {
  return IN_TEAM[column] + team * TEAM_COLUMNS.length;
}

const IN_TEAM = Object.fromEntries(TEAM_COLUMNS.map((name, i) => [name, COLUMNS.length + i])) as Record<
  (typeof TEAM_COLUMNS)[number],
  number
>;

/** A column kept for the whole and for each team: its number, and that of the first team's. */
export interface TeamTally {
  readonly whole: number;
  readonly firstTeam: number;
}

/** The columns kept by team, by name. */
export const BY_TEAM = Object.fromEntries(
  TEAM_COLUMNS.map((name) => [name, { whole: AT[name], firstTeam: IN_TEAM[name] }]),
) as Record<(typeof TEAM_COLUMNS)[number], TeamTally>;

/** Adds to a column of the month in hand, and to the same column of a team (-1 for none). */
export function addInTeam(future: Future, team: number, column: TeamTally, amount: number): void {
  const { tally } = future;
  tally[column.whole]! += amount;
  if (team >= 0) tally[column.firstTeam + team * TEAM_COLUMNS.length]! += amount;
}

/** Column number of a grade's own column. */
export function gradeColumn(future: Future, grade: number, column: (typeof GRADE_COLUMNS)[number]): number {
  const teams = future.model.workforce.teams.length;
  return COLUMNS.length + teams * TEAM_COLUMNS.length + grade * GRADE_COLUMNS.length + GRADE_COLUMNS.indexOf(column);
}

/** Adds to a column (one of AT) of the month in hand. */
export function add(future: Future, column: number, amount: number): void {
  future.tally[column]! += amount;
}

/** Adds to a column of the month in which a working day of the run lies; days before the run count nowhere. */
export function addToMonthOf(future: Future, day: number, column: number, amount: number): void {
  const { clock, columns } = future.model;
  if (day < clock.firstDay) return;
  const month = clock.month[day]!;
  if (month === future.month) future.tally[column]! += amount;
  else future.row[month * columns.length + column]! += amount;
}
