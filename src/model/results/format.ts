/** How values, dates and counts are written, in one place for page, command line and files. */
import type { MeasureUnit } from '../measures/definition';
import { monthNumber, type IsoDate, type IsoMonth } from '../units';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

/** A count up to nine as a word. Example: 8 is "eight", 12 is "12". */
export function countWord(count: number): string {
  return NUMBERS[count] ?? grouped(count, 0);
}

const SCALES = [1, 10, 100, 1000] as const;

/**
 * A number with thousands separated and a true minus sign, halves away from zero, to 0 to 3 decimals.
 * Example: −1234.5 to 1 decimal is "−1,234.5"; 0.85 is "0.9", although in binary it is a little less.
 */
export function grouped(value: number, decimals: 0 | 1 | 2 | 3): string {
  const scale = SCALES[decimals];
  const size = Math.floor(Math.abs(value) * scale + 0.5 + 1e-9) / scale;
  const [whole = '', part] = size.toFixed(decimals).split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part === undefined ? '' : `.${part}`);
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** A share as a percentage. Example: 0.1234 to 1 decimal is "12.3%". */
export function percent(share: number, decimals: 0 | 1 | 2 | 3 = 0): string {
  return `${grouped(share * 100, decimals)}%`;
}

/**
 * Pounds, from £100,000 up in millions to one decimal, from £10,000 up in thousands. Example: 850000 is "£0.9m", 94765 is
 * "£95,000", 4200 is "£4,200".
 */
export function pounds(value: number): string {
  const size = Math.abs(value);
  const small = size >= 9_500 ? 1000 * Math.round(size / 1000) : size;
  const text = size >= 99_500 ? `£${grouped(size / 1e6, 1)}m` : `£${grouped(small, 0)}`;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

function written(value: number | null, unit: MeasureUnit, decimals: Readonly<Record<MeasureUnit, 0 | 1>>): string {
  if (value === null || Number.isNaN(value)) return 'no value';
  if (unit === 'share') return percent(value, decimals.share);
  if (unit === 'pounds') return pounds(value);
  return grouped(value, decimals[unit]);
}

const IN_SENTENCES = { share: 0, fte: 1, count: 0, days: 0, cases: 1, pounds: 0 } as const;
const IN_TABLES = { share: 1, fte: 1, count: 0, days: 1, cases: 1, pounds: 0 } as const;

/** A value as sentences and headlines show it: whole per cent, one decimal of FTE and cases. "no value" for null. */
export function formatValue(value: number | null, unit: MeasureUnit): string {
  return written(value, unit, IN_SENTENCES);
}

/** A value as tables show it: one decimal of a per cent, of FTE, cases and days. "no value" for null. */
export function formatCell(value: number | null, unit: MeasureUnit): string {
  return written(value, unit, IN_TABLES);
}

/** A stated figure with the decimals it has and no others, up to three. Example: 0.69 is "69%", 0.177 is "17.7%". */
export function formatExact(value: number, unit: MeasureUnit): string {
  if (unit === 'pounds') return pounds(value);
  const scaled = unit === 'share' ? value * 100 : value;
  const trimmed = grouped(scaled, 3).replace(/\.?0+$/, '');
  return unit === 'share' ? `${trimmed}%` : trimmed;
}

/** A difference or an error of a measure, to one decimal: of a share in percentage points. Example: 0.021 of a share is "2.1 points". */
export function amountText(value: number, unit: MeasureUnit): string {
  if (unit === 'pounds') return pounds(value);
  return unit === 'share' ? `${grouped(value * 100, 1)} points` : `${grouped(value, 1)}${unitWord(unit)}`;
}

/** The unit to say behind a number in a sentence. Example: "fte" is " FTE", "days" is " working days". */
export function unitWord(unit: MeasureUnit): string {
  return { share: '', fte: ' FTE', count: '', days: ' working days', cases: ' cases', pounds: '' }[unit];
}

/** A month in words. Example: "2010-02" is "February 2010". */
export function monthText(month: IsoMonth): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1] ?? month} ${month.slice(0, 4)}`;
}

/** A date in words. Example: "2010-02-28" is "28 February 2010". */
export function dayText(date: IsoDate): string {
  return `${String(Number(date.slice(8, 10)))} ${monthText(date)}`;
}

/** Whether a date is the last of its month. */
export function isMonthEnd(date: IsoDate): boolean {
  const year = Number(date.slice(0, 4));
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return Number(date.slice(8, 10)) === days[Number(date.slice(5, 7)) - 1];
}

/** The financial year of a month, April to March. Example: "2010-02" is "2009-10". */
export function financialYear(month: IsoMonth): string {
  const year = Math.floor((monthNumber(month) - 3) / 12);
  return `${String(year)}-${String((year + 1) % 100).padStart(2, '0')}`;
}
