/** Tables as data, and how they are written for a spreadsheet, a file or the clipboard. */
import type { MeasureUnit } from '../model/index';
import { formatCell, percent } from '../model/results/format';
import { csvText, safeText } from './csv';

/** What a number is; a chance is a share that is written in whole per cent. */
export type CellUnit = MeasureUnit | 'chance' | 'plain';

/** A number with its unit. Shares and chances run from 0 to 1 and are written as per cent. */
export interface NumberCell {
  readonly value: number | null;
  readonly unit: CellUnit;
}

export type Cell = string | NumberCell;

export interface Column {
  /** With the unit, where the column has one. */
  readonly header: string;
  /** In characters. */
  readonly width: number;
}

/** One table: a header row, and rows of as many cells. */
export interface Table {
  /** At most 31 characters, as sheets of a workbook may have. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What stands where there is no value. */
export const MISSING = 'no value';

/** A number of this unit. */
export const cell = (value: number | null | undefined, unit: CellUnit): NumberCell => ({
  value: value === undefined || value === null || !Number.isFinite(value) ? null : value,
  unit,
});

const PERCENT: readonly CellUnit[] = ['share', 'chance'];

/** A unit as headers and unit columns name it. */
export function unitName(unit: CellUnit): string {
  return {
    share: '%',
    chance: '%',
    fte: 'full-time equivalents',
    count: 'number',
    days: 'working days',
    cases: 'cases',
    pounds: '£',
    plain: '',
  }[unit];
}

/** A table as CSV: numbers as numbers (per cent as 62.3), nothing where there is no value, and the run record as the last row. */
export function tableCsv({ columns, rows }: Table, record: string): string {
  const number = ({ value, unit }: NumberCell) => (value !== null && PERCENT.includes(unit) ? value * 100 : value);
  return csvText([
    columns.map(({ header }) => header),
    ...rows.map((row) => row.map((one) => (typeof one === 'string' ? one : number(one)))),
    [`Run record: ${record}`],
  ]);
}

/** A table for the clipboard: cells apart by tabs, numbers as the page writes them, and the run record as the last row. */
export function tableTabs({ columns, rows }: Table, record: string): string {
  const lines = [
    columns.map(({ header }) => safeText(header)),
    ...rows.map((row) => row.map(cellText)),
    [`Run record: ${record}`],
  ];
  return lines.map((line) => line.map(tabText).join('\t')).join('\n');
}

/** A cell as people read it: "62.3%", "1,204". */
export function cellText(one: Cell): string {
  if (typeof one === 'string') return safeText(one);
  const { value, unit } = one;
  if (value === null) return MISSING;
  if (unit === 'chance') return percent(value);
  if (unit === 'plain') return String(Number(value.toFixed(6)));
  // A true minus sign is no number to a spreadsheet.
  return formatCell(value, unit).replace('−', '-');
}

const tabText = (text: string) => text.replace(/[\t\r\n]+/g, ' ');
