/** What the rules of the model act on: the compiled model, one world, the addressed streams, the tallies. */
import type { CompiledModel, CompiledPoint } from '../compiled';
import type { Streams } from '../engine/streams';
import { COLUMNS, TEAM_COLUMNS, type Column } from '../measures';
import type { World } from './world';

/** One future on its way. */
export interface Future {
  readonly model: CompiledModel;
  readonly world: World;
  readonly streams: Streams;
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
  /** Baseline load by team, on which the caseload effect is centred. */
  readonly referenceLoad: Float64Array;
  /** Leavers by month of the run, for the rolling year; before the start the baseline's mean month. */
  readonly leaversByMonth: Float64Array;
  /** What the month's levers are worth. */
  readonly now: MonthSettings;
  /** Minutes a day each experienced worker of a team gives to supervision. */
  readonly supervision: Float64Array;
  /** 1 where a team's supervision changed this week. */
  readonly supervisionMoved: Uint8Array;
  /** Initial assessments of the month by working days taken, 0 to 199 and more. */
  readonly daysHistogram: Int32Array;
  /** Hires on their way: working day of start → first of a chain. */
  readonly starters: Starters;
}

export interface Starters {
  readonly head: Int32Array;
  next: Int32Array;
  entity: Int32Array;
  newlyQualified: Uint8Array;
  count: number;
}

export interface MonthSettings {
  goesOn: number;
  leavingFactor: number;
  agencyCover: number;
  hoursFactor: number;
  assessmentCeiling: number;
  planCeiling: number;
  readonly posts: Float64Array;
  reviewBooking: number;
  participation: number;
}

/** Column numbers by name. */
export const AT = Object.fromEntries(COLUMNS.map((name, i) => [name, i])) as Record<Column, number>;

/** Column number of a team's own column. */
export function teamColumn(team: number, column: (typeof TEAM_COLUMNS)[number]): number {
  return COLUMNS.length + team * TEAM_COLUMNS.length + TEAM_COLUMNS.indexOf(column);
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
