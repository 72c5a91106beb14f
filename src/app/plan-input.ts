/** What people type for a plan's months and discounts, read or refused with a sentence that says what would be right. */
import { isoMonth, monthNumber, type Scenario } from '../model/index';
import { leverText } from './levers';

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly sentence: string };

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date as its month is typed: "2009-04-01" is "Apr 2009". */
export function monthInput(date: string): string {
  return `${SHORT[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
}

/** "Apr 2009", "April 2009", "2009-04", "04/2009" or "4.2009" as a month number; null for anything else. */
function monthOf(text: string): number | null {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const named = /^([a-z]{3,9})\.? (\d{4})$/.exec(plain);
  if (named) {
    const month = NAMES.findIndex((name) => named[1]?.startsWith(name));
    return month < 0 ? null : Number(named[2]) * 12 + month;
  }
  const [, year, month] = /^(\d{4})-(\d{1,2})(?:-\d{1,2})?$/.exec(plain) ?? [];
  const [, monthFirst, yearLast] = /^(\d{1,2})[./](\d{4})$/.exec(plain) ?? [];
  const [y, m] = year === undefined ? [yearLast, monthFirst] : [year, month];
  if (y === undefined || m === undefined || Number(m) < 1 || Number(m) > 12) return null;
  return Number(y) * 12 + Number(m) - 1;
}

/**
 * A month of the run, as the first day of it.
 * @param mayBeEmpty whether nothing typed means none
 * @param after a date after which the month must lie
 */
export function readMonth(
  text: string,
  { start, horizonMonths }: Pick<Scenario, 'start' | 'horizonMonths'>,
  mayBeEmpty: boolean,
  after?: string,
): Read<string | null> {
  if (text.trim() === '' && mayBeEmpty) return { ok: true, value: null };
  const first = monthNumber(start);
  const last = first + horizonMonths - 1;
  const right = `Type a month from ${monthInput(isoMonth(first))} to ${monthInput(isoMonth(last))}, for example ${monthInput(isoMonth(first + 1))}.`;
  const month = monthOf(text);
  if (month === null) return { ok: false, sentence: `“${text.trim()}” is not a month. ${right}` };
  if (month < first || month > last)
    return { ok: false, sentence: `${monthInput(isoMonth(month))} is not simulated. ${right}` };
  if (after !== undefined && month <= monthNumber(after))
    return { ok: false, sentence: `It must end after it begins in ${monthInput(after)}.` };
  return { ok: true, value: month === first ? start : `${isoMonth(month)}-01` };
}

const MOST_RAMP = 36;

/** Months over which a setting comes in; none or 0 at once. */
export function readRamp(text: string): Read<number | null> {
  const plain = text.trim();
  if (plain === '' || plain === '0') return { ok: true, value: null };
  const months = Number(plain);
  if (!/^\d{1,3}$/.test(plain) || months > MOST_RAMP)
    return { ok: false, sentence: `“${plain}” cannot be used. Type whole months from 0 to ${String(MOST_RAMP)}.` };
  return { ok: true, value: months };
}

/** A number from `min` to `max`, as a dial shows it. */
export function readDial(text: string, min: number, max: number): Read<number> {
  const plain = text.trim().replace(/%$/, '').trim();
  const value = Number(plain);
  if (plain === '' || !/^\d+(\.\d+)?$/.test(plain) || value < min || value > max)
    return {
      ok: false,
      sentence: `“${text.trim()}” cannot be used. Type a number from ${leverText(min)} to ${leverText(max)}.`,
    };
  return { ok: true, value };
}
