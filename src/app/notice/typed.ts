/** Reading what was typed into a field of a target or a review: a value, or a sentence that says what would be right. */
import { isoMonth, monthNumber, type IsoDate, type IsoMonth, type MeasureUnit } from '../../model/index';
import { grouped } from '../../model/results/format';
import { typedNumber } from '../typed-number';

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly sentence: string };

const good = <T>(value: T): Read<T> => ({ ok: true, value });
const bad = (sentence: string): Read<never> => ({ ok: false, sentence });

const UNIT_NAMES: Readonly<Record<MeasureUnit, string>> = {
  share: 'per cent',
  fte: 'FTE',
  count: 'number',
  days: 'working days',
  cases: 'cases',
  pounds: 'pounds',
};

/** What stands behind the field of a value. */
export function unitBehind(unit: MeasureUnit): string {
  return { share: '%', fte: 'FTE', count: '', days: 'working days', cases: 'cases', pounds: 'pounds' }[unit];
}

/** A value as its field shows it, without the unit, to three decimals at most. Example: 0.177 of a share is "17.7". */
export function valueText(value: number, unit: MeasureUnit): string {
  const text = grouped(unit === 'share' ? value * 100 : value, 3);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/**
 * A value typed with or without its unit. Shares are typed in per cent: "69", "69%" and "69 per cent" give 0.69. A bare
 * "0.69" could be either and is asked about; so is a percentage where FTE or cases are counted.
 */
export function readValue(text: string, unit: MeasureUnit): Read<number> {
  const typed = text.trim();
  const share = unit === 'share';
  const right = share ? 'Type a percentage from 0 to 100, for example 69 or 17.7.' : `Type a ${what(unit)}.`;
  if (typed === '') return bad(right);
  const read = typedNumber(typed);
  const inPerCent = /(%|per ?cent)$/i.test(typed);
  if (inPerCent && !share) return bad(`This is counted in ${UNIT_NAMES[unit]}, not in per cent. ${right}`);
  if (!read) return bad(`“${typed}” is not a number. ${right}`);
  const number = read.value;
  if (number < 0) return bad(`${typed} is below nought. ${right}`);
  if (!share) return good(number);
  if (number > 100) return bad(`${typed} is more than 100%. ${right}`);
  if (number > 0 && number < 1 && !inPerCent)
    return bad(
      `“${typed}” could mean ${String(number)}% or ${grouped(number * 100, 1).replace('.0', '')}%. Type one of them.`,
    );
  return good(Number((number / 100).toPrecision(12)));
}

function what(unit: MeasureUnit): string {
  return unit === 'count' ? 'number' : `number of ${UNIT_NAMES[unit]}`;
}

/** Text of at most `max` characters; `needed` where it must not be empty. */
export function readText(text: string, max: number, needed = ''): Read<string> {
  const typed = text.trim();
  if (typed === '' && needed !== '') return bad(needed);
  if (typed.length > max) return bad(`This has ${typed.length} characters; at most ${max} are kept. Shorten it.`);
  return good(typed);
}

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL = 'January February March April May June July August September October November December'.split(' ');

/** The number of a month, 0 for January, from its name or the first three letters or more of it; −1 otherwise. */
function monthOf(name: string): number {
  const wanted = name.toLowerCase().replace(/\.$/, '');
  const at = NAMES.indexOf(wanted.slice(0, 3));
  return at >= 0 && (FULL[at] ?? '').toLowerCase().startsWith(wanted.replace(/^sept$/, 'sep')) ? at : -1;
}

const fullYear = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text));

/** Days of a month of a year; months from 0. */
function lengthOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month] ?? 0;
}

const two = (number: number) => String(number).padStart(2, '0');

/** The last day of a month. */
export function monthEnd(month: IsoMonth): IsoDate {
  return `${month.slice(0, 7)}-${two(lengthOf(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1))}`;
}

const DATE_RIGHT = 'Type a date like 31 December 2009.';

interface Parts {
  readonly year: number;
  /** From 0. */
  readonly month: number;
  /** Null where only the month was typed. */
  readonly day: number | null;
}

function parts(text: string): Parts | null {
  const plain = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(\d)(st|nd|rd|th)\b/gi, '$1')
    .replace(/,/g, '');
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(plain);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]) - 1, day: iso[3] ? Number(iso[3]) : null };
  const figures = /^(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4}|\d{2})$/.exec(plain);
  if (figures) {
    const [, day, month = '', year = ''] = figures;
    return { year: fullYear(year), month: Number(month) - 1, day: day === undefined ? null : Number(day) };
  }
  const words = /^(?:(\d{1,2}) )?([a-z]+\.?) (\d{4}|\d{2})$/i.exec(plain);
  if (!words) return null;
  const [, day, name = '', year = ''] = words;
  const month = monthOf(name);
  return month < 0 ? null : { year: fullYear(year), month, day: day === undefined ? null : Number(day) };
}

function possible({ year, month }: Parts): boolean {
  return month >= 0 && month <= 11 && year >= 1990 && year <= 2100;
}

/** A date: "31 December 2009", "31/12/2009", "2009-12-31"; a month alone, "Dec 2009", stands for its last day. */
export function readDate(text: string): Read<IsoDate> {
  const typed = text.trim();
  if (typed === '') return bad(DATE_RIGHT);
  const read = parts(typed);
  if (!read || !possible(read)) return bad(`“${typed}” is not a date. ${DATE_RIGHT}`);
  const { year, month, day } = read;
  const days = lengthOf(year, month);
  if (day !== null && (day < 1 || day > days))
    return bad(`“${typed}” is not a date: ${FULL[month] ?? ''} ${year} has ${days} days. ${DATE_RIGHT}`);
  return good(`${year}-${two(month + 1)}-${two(day ?? days)}`);
}

/**
 * A month: "April 2009", "Apr 09", "04/2009", "2009-04". Without a year it is the latest such month that is not after
 * `latest`, where that is known.
 */
export function readMonth(text: string, latest: IsoMonth | null): Read<IsoMonth> {
  const typed = text.trim();
  const right = 'Type a month like April 2009.';
  if (typed === '') return bad(right);
  const read = parts(typed);
  if (read && possible(read)) return good(`${read.year}-${two(read.month + 1)}`);
  const name = monthOf(typed);
  if (name < 0) return bad(`“${typed}” is not a month. ${right}`);
  if (latest === null) return bad(`Say the year of ${FULL[name] ?? ''}, too: for example ${FULL[name] ?? ''} 2009.`);
  const last = monthNumber(latest);
  return good(isoMonth(last - ((((last - name) % 12) + 12) % 12)));
}
