import type { CompiledClock } from '../compiled';
import { dayNumber, isoDate, lastDayOfMonth, monthOfDay, workingDays } from '../engine/calendar';
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
    const iso = isoDate(d);
    return scenario.pathway.regimes.filter((r) => r.from <= iso).at(-1) ?? scenario.pathway.regimes[0]!;
  });
  return {
    dayMinutes: Math.round(scenario.workforce.hoursPerDay.value * MINUTES_PER_HOUR),
    days,
    firstDay: civil.findIndex((d) => d >= start),
    workingDaysPerYear: WORKING_DAYS_PER_YEAR,
    civil,
    month,
    monthEnd: Uint8Array.from(month, (m, i) => (i === days - 1 || month[i + 1] !== m ? 1 : 0)),
    monthStart: Uint8Array.from(month, (m, i) => (i === 0 || month[i - 1] !== m ? 1 : 0)),
    initialLimit: Int32Array.from(limits, (r) => r.initialDays),
    coreLimit: Int32Array.from(limits, (r) => r.coreDays),
  };
}
