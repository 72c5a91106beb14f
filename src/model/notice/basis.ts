/**
 * Reading a measure as a notice counts it. The basis decides as much as the plan does: the same month can be 70%
 * alone and 62% added up from April, so every reading says on which basis it stands.
 */
import type { MeasureKind } from '../measures/definition';
import { dayText, isMonthEnd, monthText } from '../results/format';
import {
  formulaMeasure,
  measureColumns,
  monthStart,
  readMeasureId,
  valueAt,
  type FutureRows,
  type MeasureColumns,
} from '../results/measure-series';
import type { Basis, Target } from '../scenario/schema';
import { isoMonth, monthNumber, MONTHS_PER_YEAR, type IsoDate } from '../units';
import { recordedParts, type RecordedParts, type RecordingLag } from './lag';

/** A measure on a basis, future by future. */
export interface Reading {
  /** NaN where a future has no value. */
  readonly values: Float64Array;
  /** What the value was divided by (cases, reviews, posts …); null for plain counts and declared paths. */
  readonly denominators: Float64Array | null;
}

/** Months a reading covers, as month numbers, both ends included. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

const APRIL = 3;

/** The April that opens the financial year of a month number. */
export function financialYearStart(month: number): number {
  return Math.floor((month - APRIL) / MONTHS_PER_YEAR) * MONTHS_PER_YEAR + APRIL;
}

/**
 * The months of a basis when it is read in month `month` (a month number): the month itself; April to the month; the
 * 12 months to it; or the months named by the notice, cut off at the month where that is before their end. Null
 * where a cumulative period has not begun. A snapshot or a declared path is not added up: it is read once, at the
 * end of the months of its basis.
 */
export function basisWindow(basis: Basis, kind: MeasureKind, month: number): Window | null {
  const window = eventWindow(basis, month);
  if (!window || kind === 'event' || kind === 'flow') return window;
  return { from: window.to, to: window.to };
}

function eventWindow(basis: Basis, month: number): Window | null {
  switch (basis.kind) {
    case 'cumulative': {
      const from = monthNumber(basis.from);
      const to = Math.min(monthNumber(basis.to), month);
      return to < from ? null : { from, to };
    }
    case 'year-to-date':
      return { from: financialYearStart(month), to: month };
    case 'rolling-12':
      return { from: month - MONTHS_PER_YEAR + 1, to: month };
    default:
      // In-month, snapshot, child-level (whose 12 months are already in the month's columns) and declared.
      return { from: month, to: month };
  }
}

/**
 * A measure of every future on a basis, read in month `month` (a month number).
 *
 * An event is Σ numerator ÷ Σ denominator over the months: an empty month adds nothing, a month too recent to know
 * is left out, and without any denominator there is no value. A flow is the sum over the months, with no value where
 * one of them is unknown. NaN in every future where the run does not hold all months of the window: before the start
 * nothing is known, so a rolling or year-to-date reading begins when its window is full. The first month of a run
 * counts as it is, although it may be partial. A formula is worked out from its measures, each read on the same basis.
 * With a lag, events and flows are counted as first published at the end of `month` (see `lag.ts`).
 */
export function readBasis(data: FutureRows, measure: string, basis: Basis, month: number, lag?: RecordingLag): Reading {
  const { layout, futures } = data;
  const values = new Float64Array(futures).fill(Number.NaN);
  const worked = formulaMeasure(layout, measure);
  if (worked) {
    const from = worked.from.map((id) => readBasis(data, id, basis, month, lag).values);
    return {
      values: values.map((_, future) => worked.formula(from.map((one) => one[future] ?? Number.NaN))),
      denominators: null,
    };
  }
  const columns = measureColumns(layout, measure);
  const first = monthNumber(layout.months[0] ?? '0000-01');
  const window = columns && basisWindow(basis, columns.kind, month);
  const held = window && window.from >= first && window.to < first + layout.months.length;
  const denominators = columns && columns.denominator >= 0 ? new Float64Array(futures).fill(Number.NaN) : null;
  if (!columns || !window || !held) return { values, denominators };
  const from = window.from - first;
  const to = window.to - first;
  const parts = recordedMonths(data, measure, lag, { from, to }, month - first);
  for (let future = 0; future < futures; future++) {
    if (columns.denominator < 0) values[future] = total(data, columns, future, parts);
    else ratio(data, columns, future, parts, values, denominators);
  }
  return { values, denominators };
}

/** A month of the window, with the parts of its numerator and denominator that are recorded. */
interface RecordedMonth extends RecordedParts {
  readonly month: number;
}

/** The months of a window (positions in the run), and what of them is recorded when the figure of month `read` is taken. */
function recordedMonths(
  { layout }: FutureRows,
  measure: string,
  lag: RecordingLag | undefined,
  { from, to }: Window,
  read: number,
): readonly RecordedMonth[] {
  const { definition } = readMeasureId(layout, measure);
  return Array.from({ length: to - from + 1 }, (_, i) => ({
    month: from + i,
    ...recordedParts(definition, lag, read - from - i),
  }));
}

function total(data: FutureRows, columns: MeasureColumns, future: number, months: readonly RecordedMonth[]): number {
  let sum = 0;
  for (const { month, above } of months) sum += above * valueAt(data.rows, monthStart(data, future, month), columns);
  return sum;
}

function ratio(
  data: FutureRows,
  columns: MeasureColumns,
  future: number,
  months: readonly RecordedMonth[],
  values: Float64Array,
  denominators: Float64Array | null,
): void {
  let above = 0;
  let below = 0;
  for (const part of months) {
    const start = monthStart(data, future, part.month);
    const numerator = data.rows[start + columns.numerator] ?? Number.NaN;
    const denominator = data.rows[start + columns.denominator] ?? Number.NaN;
    if (Number.isNaN(numerator) || Number.isNaN(denominator)) continue;
    above += part.above * numerator;
    below += part.below * denominator;
  }
  if (!(below > 0)) return;
  values[future] = above / below;
  if (denominators) denominators[future] = below;
}

/** How a target counts, and when, in words: its basis and period, and whether it goes by the figure first published. */
export function countingText(
  { basis, recordingLag }: Pick<Target, 'basis' | 'recordingLag'>,
  date: IsoDate | null,
): string {
  return `${basisText(basis, date)}${recordingLag ? ', as first published' : ''}`;
}

/**
 * A basis and its period in words, read on `date`; null for a target without a date.
 * Examples: "cumulative, April 2009 to February 2010"; "on 28 February 2010"; "12 months to February 2010".
 */
export function basisText(basis: Basis, date: IsoDate | null): string {
  if (date === null) return undatedText(basis);
  const month = monthText(date);
  switch (basis.kind) {
    case 'cumulative': {
      const to = isoMonth(Math.min(monthNumber(basis.to), monthNumber(date)));
      return `cumulative, ${monthText(basis.from)} to ${monthText(to < basis.from ? basis.to : to)}`;
    }
    case 'year-to-date': {
      const from = isoMonth(financialYearStart(monthNumber(date)));
      return `year to date, ${monthText(from)} to ${month}`;
    }
    case 'rolling-12':
      return `12 months to ${month}`;
    case 'in-month':
      return `${month} alone`;
    case 'snapshot':
      return isMonthEnd(date) ? `on ${dayText(date)}` : `at the end of ${month}`;
    case 'child-level':
      return `child level, 12 months to ${month}`;
    case 'declared':
      return `declared path, ${month}`;
  }
}

function undatedText(basis: Basis): string {
  switch (basis.kind) {
    case 'cumulative':
      return `cumulative, ${monthText(basis.from)} to ${monthText(basis.to)}`;
    case 'year-to-date':
      return 'year to date, from April';
    case 'rolling-12':
      return '12 months to the month read';
    case 'in-month':
      return 'each month alone';
    case 'snapshot':
      return 'at month end';
    case 'child-level':
      return 'child level, 12 months to the month read';
    case 'declared':
      return 'declared path';
  }
}
