/** Units and constants every room of the model shares. Nothing here is a figure about the world but the calendar's own. */

/** An ISO calendar date, `YYYY-MM-DD`. */
export type IsoDate = string;

/** A calendar month, `YYYY-MM`. */
export type IsoMonth = string;

/** A share, from 0 to 1. */
export type Share = number;

export const MINUTES_PER_HOUR = 60;
export const MONTHS_PER_YEAR = 12;

/**
 * Working days taken for a month where no month is named: England's calendar (`tables/calendar.ts`) has about 253 in a year,
 * 21.1 a month on average and never more than 3 more or fewer.
 */
export const WORKING_DAYS_PER_MONTH = 21;

/** 2^32: uniform facts are whole numbers below it, and probabilities become whole thresholds on the same scale. */
export const TWO_32 = 4294967296;

/** Month number since year 0 of an ISO date or month (`2009-02` → 24109). */
export function monthNumber(iso: IsoDate | IsoMonth): number {
  return Number(iso.slice(0, 4)) * MONTHS_PER_YEAR + Number(iso.slice(5, 7)) - 1;
}

/** The ISO month of a month number, the inverse of {@link monthNumber}. */
export function isoMonth(month: number): IsoMonth {
  const year = Math.floor(month / MONTHS_PER_YEAR);
  return `${String(year).padStart(4, '0')}-${String((month % MONTHS_PER_YEAR) + 1).padStart(2, '0')}`;
}

/** Version of the model, apart from the app's: it changes whenever the same inputs give other numbers. */
export const MODEL_VERSION = '0.2.0';
