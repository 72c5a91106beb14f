import type { CompiledClock } from '../compiled';
import { dayNumber, isoDate, lastDayOfMonth, monthOfDay, workingDays } from '../tables/calendar';
import { MINUTES_PER_HOUR, monthNumber, type IsoMonth } from '../units';
import type { Scenario } from './schema';

/** Years of warm-up: long enough to forget how it began, where one year still fits a transient. */
const WARM_UP_YEARS = 4;

/** Working days a year, the mean of England's calendar. */
export const WORKING_DAYS_PER_YEAR = 253;

/** The working days of warm-up and run, with their months and limits. */
export function compileClock(
  scenario: Scenario,
  months: readonly IsoMonth[],
  warmUpYears = WARM_UP_YEARS,
): CompiledClock {
  const start = dayNumber(scenario.start);
  const from = dayNumber(
    `${String(Number(scenario.start.slice(0, 4)) - warmUpYears)}-${scenario.start.slice(5, 7)}-01`,
  );
  const civil = workingDays(from, lastDayOfMonth(monthNumber(months.at(-1)!)));
  const startMonth = monthNumber(scenario.start);
  const days = civil.length;
  const month = Int32Array.from(civil, (d) => monthOfDay(d) - startMonth);
  const limits = Array.from(civil, (d) => {
    return regimeAt(scenario, isoDate(d));
  });
  const { initialDays, coreDays, singleDays } = measureDays(scenario);
  return {
    dayMinutes: Math.round(scenario.workforce.hoursPerDay.value * MINUTES_PER_HOUR),
    days,
    firstDay: civil.findIndex((d) => d >= start),
    workingDaysPerYear: WORKING_DAYS_PER_YEAR,
    civil,
    month,
    monthEnd: Uint8Array.from(month, (m, i) => (i === days - 1 || month[i + 1] !== m ? 1 : 0)),
    monthStart: Uint8Array.from(month, (m, i) => (i === 0 || month[i - 1] !== m ? 1 : 0)),
    // Work begun under the former rules ends under them, even where the new ones no longer know its stage.
    limits: [
      Int32Array.from(limits, (r) => r.initialDays ?? initialDays),
      Int32Array.from(limits, (r) => r.coreDays ?? coreDays),
      Int32Array.from(limits, (r) => r.singleDays ?? singleDays),
      new Int32Array(days).fill(scenario.pathway.conferenceDays),
    ],
    single: Uint8Array.from(limits, (r) => (r.singleDays === undefined ? 0 : 1)),
  };
}

/** The rules in force on a date. */
export function regimeAt(scenario: Scenario, date: string): Scenario['pathway']['regimes'][number] {
  const { regimes } = scenario.pathway;
  return regimes.filter((r) => r.from <= date).at(-1) ?? regimes[0]!;
}

/** Limits of the measures: of the rules in force at the start, or of the first later (else the last earlier) that know the stage. */
export function measureDays(scenario: Scenario): { initialDays: number; coreDays: number; singleDays: number } {
  const { regimes } = scenario.pathway;
  const now = Math.max(
    0,
    regimes.findLastIndex((r) => r.from <= scenario.start),
  );
  const order = [...regimes.slice(now), ...regimes.slice(0, now).reverse()];
  const first = (key: 'initialDays' | 'coreDays' | 'singleDays'): number =>
    order.find((r) => r[key] !== undefined)?.[key] ?? 1;
  return { initialDays: first('initialDays'), coreDays: first('coreDays'), singleDays: first('singleDays') };
}
