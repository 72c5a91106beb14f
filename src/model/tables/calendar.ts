/**
 * England's working days: Monday to Friday less bank holidays, one-offs included. Plain arithmetic on day numbers
 * (days since 1 January 1970), no clock and no time zone. Valid from 1990 to 2100.
 */
import { isoMonth, monthNumber, type IsoDate } from '../units';

/** Days since 1970-01-01 of an ISO date. Method: Hinnant's days-from-civil. */
export function dayNumber(iso: IsoDate): number {
  const year = Number(iso.slice(0, 4));
  const month = Number(iso.slice(5, 7));
  return civil(year, month, Number(iso.slice(8, 10)));
}

function civil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The ISO date of a day number, the inverse of {@link dayNumber}. */
export function isoDate(day: number): IsoDate {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const dayOfMonth = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** 0 Monday … 6 Sunday. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Easter Sunday of a year, as a day number. Method: the anonymous Gregorian computus. */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return civil(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

/** Bank holidays moved or added by proclamation. */
const MOVED: Readonly<Record<string, string>> = {
  '1995-05-01': '1995-05-08',
  '2002-05-27': '2002-06-04',
  '2012-05-28': '2012-06-04',
  '2020-05-04': '2020-05-08',
  '2022-05-30': '2022-06-02',
};
const ADDED: readonly string[] = [
  '1999-12-31',
  '2002-06-03',
  '2011-04-29',
  '2012-06-05',
  '2022-06-03',
  '2022-09-19',
  '2023-05-08',
];

function firstMonday(year: number, month: number): number {
  const first = civil(year, month, 1);
  return first + ((7 - weekday(first)) % 7);
}

/** England's bank holidays of a year, as day numbers. */
export function bankHolidays(year: number): ReadonlySet<number> {
  const days = new Set<number>();
  const add = (day: number): void => {
    const moved = MOVED[isoDate(day)];
    days.add(moved ? dayNumber(moved) : day);
  };
  /** A holiday at the weekend moves to the next weekday that is not one already. */
  const substitute = (day: number): void => {
    let d = day;
    while (weekday(d) > 4 || days.has(d)) d++;
    days.add(d);
  };
  substitute(civil(year, 1, 1));
  const easter = easterSunday(year);
  add(easter - 2);
  add(easter + 1);
  add(firstMonday(year, 5));
  add(firstMonday(year, 6) - 7);
  add(firstMonday(year, 9) - 7);
  const christmas = civil(year, 12, 25);
  if (weekday(christmas) > 4) {
    days.add(christmas + (weekday(christmas) === 5 ? 3 : 2));
    substitute(christmas + 1);
  } else {
    days.add(christmas);
    substitute(christmas + 1);
  }
  for (const iso of ADDED) if (Number(iso.slice(0, 4)) === year) days.add(dayNumber(iso));
  return days;
}

/** The working days from one date to another, both included, as day numbers in order. */
export function workingDays(from: number, to: number): Int32Array {
  const days: number[] = [];
  let year = -1;
  let holidays: ReadonlySet<number> = new Set();
  for (let day = from; day <= to; day++) {
    const y = Number(isoDate(day).slice(0, 4));
    if (y !== year) {
      year = y;
      holidays = bankHolidays(y);
    }
    if (weekday(day) <= 4 && !holidays.has(day)) days.push(day);
  }
  return Int32Array.from(days);
}

/** The date `count` working days after a date (the start day is day 0). */
export function addWorkingDays(start: IsoDate, count: number): IsoDate {
  const from = dayNumber(start);
  const days = workingDays(from + 1, from + 20 + count * 2);
  return count === 0 ? start : isoDate(days[count - 1]!);
}

/** Day number of the last day of a month, given as a month number. */
export function lastDayOfMonth(month: number): number {
  return dayNumber(`${isoMonth(month + 1)}-01`) - 1;
}

/** Month number of a day number. */
export function monthOfDay(day: number): number {
  return monthNumber(isoDate(day));
}
