import { COLUMNS, GRADE_COLUMNS, STAFF_GRADES, TEAM_COLUMNS } from '../measures';
import type { IsoMonth } from '../units';

/**
 * Where things stand in a future's row: `row[month * columns.length + column]`, one Float64Array per future.
 * Columns are the base columns, then for each team in order the team columns, named `column@team`, then for each grade its own.
 */
export interface RowLayout {
  readonly months: readonly IsoMonth[];
  readonly columns: readonly string[];
  /** Columns per month. */
  readonly stride: number;
  /** Numbers per future. */
  readonly length: number;
}

/** The layout for these months and team ids. */
export function makeLayout(months: readonly IsoMonth[], teams: readonly string[]): RowLayout {
  const columns = [
    ...COLUMNS,
    ...teams.flatMap((team) => TEAM_COLUMNS.map((column) => `${column}@${team}`)),
    ...STAFF_GRADES.flatMap((grade) => GRADE_COLUMNS.map((column) => `${column}@${grade}`)),
  ];
  return { months, columns, stride: columns.length, length: columns.length * months.length };
}

/** Position of a column within a month; throws for an unknown name, which is a bug. */
export function columnIndex(layout: RowLayout, column: string): number {
  const index = layout.columns.indexOf(column);
  if (index < 0) throw new Error(`no column "${column}" in this layout`);
  return index;
}
