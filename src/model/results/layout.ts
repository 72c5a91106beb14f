import { COLUMNS, GRADE_COLUMNS, STAFF_GRADES, TEAM_COLUMNS } from '../measures/columns';
import type { FormulaMeasure } from '../measures/definition';
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
  /** Measures that the scenario adds: they have no columns, and are worked out from those that have. */
  readonly formulas: readonly FormulaMeasure[];
}

/** The layout for these months and team ids. */
export function makeLayout(
  months: readonly IsoMonth[],
  teams: readonly string[],
  formulas: readonly FormulaMeasure[] = [],
): RowLayout {
  const columns = [
    ...COLUMNS,
    ...teams.flatMap((team) => TEAM_COLUMNS.map((column) => `${column}@${team}`)),
    ...STAFF_GRADES.flatMap((grade) => GRADE_COLUMNS.map((column) => `${column}@${grade}`)),
  ];
  return layoutWith(months, columns, formulas);
}

/** Position of a column within a month; throws for an unknown name, which is a bug. */
export function columnIndex(layout: RowLayout, column: string): number {
  const index = layout.columns.indexOf(column);
  if (index < 0) throw new Error(`no column "${column}" in this layout`);
  return index;
}

/** The layout of rows with these columns. */
export function layoutWith(
  months: readonly IsoMonth[],
  columns: readonly string[],
  formulas: readonly FormulaMeasure[] = [],
): RowLayout {
  return { months, columns, stride: columns.length, length: columns.length * months.length, formulas };
}
