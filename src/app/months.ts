/** The twelve months that a council counted itself: a grid of cells, typed or pasted, symbols of official tables kept. */
import {
  HISTORY_MONTHS,
  HISTORY_MOST,
  HISTORY_SERIES,
  HISTORY_SYMBOLS,
  inOwnWords,
  isoMonth,
  limitsOf,
  measureById,
  monthNumber,
  type HistoryCell,
  type HistoryColumn,
  type HistorySeries,
  type IsoMonth,
  type Scenario,
} from '../model/index';
import { grouped } from '../model/results/format';
import { readMonth, type Read } from './notice/typed';
import { headingMonth } from './words';
import { typedNumber } from './typed-number';

/** A series with its name in the file form. */
export type Series = HistorySeries & { readonly column: HistoryColumn };

/** The measure that tells whether the council's rules know the stage that a series counts. */
const STAGE: Partial<Record<HistoryColumn, string>> = {
  ia_completed: 'ia_in_time',
  ia_in_time: 'ia_in_time',
  ca_completed: 'ca_in_time',
  ca_in_time: 'ca_in_time',
  sa_completed: 'sa_in_time',
  sa_in_time: 'sa_in_time',
};

/** The series of the grid: those of stages that the council's rules know, and any that the file already holds. */
export function seriesOf(scenario: Scenario): readonly Series[] {
  const limits = limitsOf(scenario);
  return HISTORY_SERIES.filter(({ column }) => {
    const measure = measureById(STAGE[column] ?? '');
    return !measure || inOwnWords(measure, limits) !== null || columnOf(scenario, column).some((cell) => cell !== null);
  });
}

/** The months of the grid: those of the file, else the twelve whole ones before the start. */
export function monthsOf({ history, start }: Pick<Scenario, 'history' | 'start'>): readonly IsoMonth[] {
  const first = history ? monthNumber(history.from) : monthNumber(start) - HISTORY_MONTHS;
  return Array.from({ length: HISTORY_MONTHS }, (_, i) => isoMonth(first + i));
}

const EMPTY: readonly HistoryCell[] = Array.from({ length: HISTORY_MONTHS }, () => null);

/** The twelve cells of a series; null where nothing was given. */
export function columnOf({ history }: Pick<Scenario, 'history'>, column: HistoryColumn): readonly HistoryCell[] {
  return history?.series.find((one) => one.column === column)?.values ?? EMPTY;
}

/** One cell to be set: a series, the place of the month from 0, and what stands there. */
export interface CellChange {
  readonly column: HistoryColumn;
  readonly at: number;
  readonly value: HistoryCell;
}

/** The scenario with cells set; without a history where nothing is left in it. */
export function withCells(scenario: Scenario, changes: readonly CellChange[]): Scenario {
  const series = HISTORY_SERIES.flatMap(({ column }) => {
    const values = [...columnOf(scenario, column)];
    for (const change of changes) if (change.column === column) values[change.at] = change.value;
    return values.some((cell) => cell !== null) ? [{ column, values }] : [];
  });
  const { history: _, ...rest } = scenario;
  return series.length === 0 ? rest : { ...rest, history: { from: monthsOf(scenario)[0] ?? '', series } };
}

/** The scenario with its twelve months begun at another; only where there is a history. */
export function movedTo(scenario: Scenario, from: IsoMonth): Scenario {
  return scenario.history ? { ...scenario, history: { ...scenario.history, from } } : scenario;
}

/** A cell as the grid shows it. */
export function cellShown(cell: HistoryCell): string {
  return typeof cell === 'number' ? String(cell) : (cell ?? '');
}

/** Reads a cell: a number, a symbol of official tables, or nothing. `place` says where it stands: "Month Aug 2026, Agency FTE". */
export function readCell(
  text: string,
  { label, unit }: HistorySeries,
  row: number,
  month: IsoMonth,
): Read<HistoryCell> {
  const typed = text.trim();
  if (typed === '') return { ok: true, value: null };
  const symbol = HISTORY_SYMBOLS.find((one) => one === typed.toLowerCase());
  if (symbol) return { ok: true, value: symbol };
  const right = `Type ${unit === 'FTE' ? 'a number such as 12.5' : 'a whole number'}, nothing, or c, x, z, : or low.`;
  const bad = (why: string): Read<never> => ({
    ok: false,
    sentence: `Row ${String(row)}: “${typed.slice(0, 40)}” ${why}. Month ${headingMonth(month)}, ${label.replace(',', '')}. ${right}`,
  });
  if (typed.endsWith('%')) return bad(`is a percentage, but this column counts ${unit === 'FTE' ? 'FTE' : 'a number'}`);
  const read = typedNumber(typed);
  if (!read || read.behind !== '') return bad('is not a number');
  const { value } = read;
  if (value < 0) return bad('is below nought');
  if (value > HISTORY_MOST) return bad(`is more than ${grouped(HISTORY_MOST, 0)}`);
  if (unit === 'number' && !Number.isInteger(value)) return bad('is not a whole number');
  return { ok: true, value };
}

/** A text that cannot be used, and the cell in which it stays. */
export interface BadCell {
  readonly column: HistoryColumn;
  readonly at: number;
  readonly text: string;
  readonly sentence: string;
}

export interface Block {
  readonly changes: readonly CellChange[];
  readonly bad: readonly BadCell[];
  /** What found no place in the grid. */
  readonly problems: readonly string[];
}

/**
 * Reads what was copied in a spreadsheet. A first row of the names of series, or a first column of months, says where
 * the cells belong; without them they fill the grid from the cell that has the focus.
 */
export function readBlock(
  text: string,
  scenario: Scenario,
  from: { readonly column: number; readonly at: number },
): Block {
  const [series, months] = [seriesOf(scenario), monthsOf(scenario)];
  const rows = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const named = (cell: string) => series.findIndex(({ label, column }) => same(cell, label) || same(cell, column));
  const head = rows[0]?.some((cell) => named(cell) >= 0) ? rows[0] : null;
  const body = rows.map((cells, i) => ({ cells, row: i + 1 })).slice(head ? 1 : 0);
  const monthOf = (cells: readonly string[]) => readMonth(cells[0] ?? '', null);
  const dated = body.length > 0 && body.every(({ cells }) => monthOf(cells).ok && !Number.isFinite(Number(cells[0])));
  const changes: CellChange[] = [];
  const bad: BadCell[] = [];
  const problems: string[] = [];
  head?.forEach((cell, i) => {
    if (named(cell) < 0 && cell.trim() !== '' && !(i === 0 && dated))
      problems.push(`Row 1: there is no series called “${cell.trim().slice(0, 60)}”. Its column was left out.`);
  });
  body.forEach(({ cells, row }, i) => {
    const read = monthOf(cells);
    const at = dated && read.ok ? months.indexOf(read.value) : from.at + i;
    const month = months[at];
    if (month === undefined) {
      const which = dated && read.ok ? headingMonth(read.value) : 'a month below the last';
      problems.push(`Row ${String(row)}: ${which} is not among the twelve months. It was left out.`);
      return;
    }
    cells.forEach((cell, j) => {
      if (dated && j === 0) return;
      const place = head ? named(head[j] ?? '') : from.column + j - (dated ? 1 : 0);
      const one = series[place];
      if (!one) {
        if (!head && cell.trim() !== '')
          problems.push(`Row ${String(row)}: there is no column for “${cell.trim().slice(0, 40)}”. It was left out.`);
        return;
      }
      const value = readCell(cell, one, row, month);
      if (value.ok) changes.push({ column: one.column, at, value: value.value });
      else bad.push({ column: one.column, at, text: cell, sentence: value.sentence });
    });
  });
  return { changes, bad, problems };
}

function same(typed: string, name: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  return bare(typed) !== '' && bare(typed) === bare(name);
}
