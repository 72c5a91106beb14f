/** The small tables of one target's or measure's page. */
import type { MeasureUnit } from '../model/index';
import { monthText } from '../model/results/format';
import { cell, unitName, type Cell, type Column, type Table } from './cells';

const text = (header: string, width = 16): Column => ({ header, width });
const number = (header: string, unit: MeasureUnit): Column => ({
  header: unitName(unit) === '' ? header : `${header} (${unitName(unit)})`,
  width: 13,
});

/** One month of a period that is added up. */
export interface AskedMonth {
  readonly month: string;
  readonly middle: number;
  readonly before: number | null;
  /** What this month and those after it must average, in words. */
  readonly rest: string;
}

/** What the months of a cumulative target must be, given those before. */
export function requiredTable(months: readonly AskedMonth[]): Table {
  return {
    name: 'What the months must be',
    columns: [
      text('Month'),
      number('Middle of the month alone', 'share'),
      number('Months before it, average of middles', 'share'),
      text('From it on, every month must average', 20),
    ],
    rows: months.map(({ month, middle, before, rest }): Cell[] => [
      monthText(month),
      cell(middle, 'share'),
      before === null ? 'none' : cell(before, 'share'),
      rest,
    ]),
  };
}

/** A figure on record: of the time before the run, or reported for a month of it. */
export interface OnRecord {
  readonly when: string;
  readonly kind: 'before the run' | 'later came out, never an input';
  readonly value: number;
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly source: string;
  readonly grade: string;
  readonly note: string;
}

/** What is on record of a measure, with what was simulated for the same month where there is such a month. */
export function recordedTable(figures: readonly OnRecord[], unit: MeasureUnit): Table {
  return {
    name: 'On record',
    columns: [
      text('When', 18),
      text('What it is', 28),
      number('On record', unit),
      number('Simulated, middle', unit),
      number('Simulated, 1 in 10 below', unit),
      number('Simulated, 1 in 10 above', unit),
      text('Source', 40),
      text('Grade', 8),
      text('Note', 50),
    ],
    rows: figures.map(({ when, kind, value, p10, p50, p90, source, grade, note }): Cell[] => [
      when,
      kind,
      cell(value, unit),
      ...[p50, p10, p90].map((one) => (kind === 'before the run' ? 'not simulated' : cell(one, unit))),
      source,
      grade || 'not graded',
      note || 'none',
    ]),
  };
}
