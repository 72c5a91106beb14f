/** What people type for a plan's months and discounts, read or refused with a sentence that says what would be right. */
import { isoMonth, monthNumber, type Scenario } from '../model/index';
import { leverText } from './levers';
import { readMonth as readAnyMonth, type Read } from './notice/typed';
import { headingMonth } from './words';
import { typedNumber, typedWhole } from './typed-number';

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
  const right = `Type a month from ${headingMonth(isoMonth(first))} to ${headingMonth(isoMonth(last))}, for example ${headingMonth(isoMonth(first + 1))}.`;
  const read = readAnyMonth(text, null);
  if (!read.ok) return { ok: false, sentence: `“${text.trim()}” is not a month. ${right}` };
  const month = monthNumber(read.value);
  if (month < first || month > last)
    return { ok: false, sentence: `${headingMonth(isoMonth(month))} is not simulated. ${right}` };
  if (after !== undefined && month <= monthNumber(after))
    return { ok: false, sentence: `It must end after it begins in ${headingMonth(after)}.` };
  return { ok: true, value: month === first ? start : `${isoMonth(month)}-01` };
}

const MOST_RAMP = 36;

/** Months over which a setting comes in; none or 0 at once. */
export function readRamp(text: string): Read<number | null> {
  const plain = text.trim();
  if (plain === '' || plain === '0') return { ok: true, value: null };
  const months = typedWhole(plain);
  if (months === null || months < 0 || months > MOST_RAMP)
    return { ok: false, sentence: `“${plain}” cannot be used. Type whole months from 0 to ${String(MOST_RAMP)}.` };
  return { ok: true, value: months };
}

/** A number from `min` to `max`, as a dial shows it. */
export function readDial(text: string, min: number, max: number): Read<number> {
  const read = typedNumber(text);
  if (!read || !['', '%'].includes(read.behind) || read.value < min || read.value > max)
    return {
      ok: false,
      sentence: `“${text.trim()}” cannot be used. Type a number from ${leverText(min)} to ${leverText(max)}.`,
    };
  return { ok: true, value: read.value };
}
