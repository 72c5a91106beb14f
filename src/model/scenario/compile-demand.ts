import type { CompiledClock, CompiledDemand } from '../compiled';
import { weekday } from '../tables/calendar';
import { exponentialTable, lognormalTable, power, threshold } from '../tables/tables';
import { monthNumber, MONTHS_PER_YEAR, type IsoMonth } from '../units';
import { WORKING_DAYS_PER_YEAR } from './compile-clock';
import { leverPath, leversAsNow } from './compile-levers';
import { lagTable } from './distributions';
import type { Plan, Scenario } from './schema';

const WEEKDAYS = 5;
const HALF_WORD = 65536;

/** Expected referrals day by day: the year's level by month, each month's by weekday over its working days; trend, surges and levers from the start on. */
export function compileDemand(
  scenario: Scenario,
  plan: Plan,
  clock: CompiledClock,
  months: readonly IsoMonth[],
  onlyChance: boolean,
): CompiledDemand {
  const { demand, pathway } = scenario;
  const even = evenDays(scenario, clock);
  const asNow = leversAsNow(scenario);
  const level = leverPath(plan, 'referrals', months, asNow.referrals);
  const diverted = leverPath(plan, 'earlyHelp', months, 0);
  const surge = shockPath(scenario, months, 'referrals');
  const sizes = demand.familySizes.values;
  const upTo = (count: number): number => Math.round(sizes.slice(0, count).reduce((sum, x) => sum + x, 0) * HALF_WORD);
  return {
    startOfDay: demand.arrivals === 'start-of-day',
    intensity: Float64Array.from(clock.month, (m, i) => {
      if (i < clock.firstDay) return even[i]!;
      const years = (i - clock.firstDay) / clock.workingDaysPerYear;
      const grown = power(1 + demand.trend.value, years);
      return even[i]! * grown * surge[m]! * (level[m]! / 100) * (1 - diverted[m]! / 100);
    }),
    gap: exponentialTable(),
    monthLevel: lognormalTable(demand.monthSd.value),
    yearLevel: onlyChance || demand.levelSd.value === 0 ? null : lognormalTable(demand.levelSd.value),
    marginalNeed: demand.marginalNeed.value,
    familySizes: [upTo(1), upTo(2), upTo(3)],
    familyMean: sizes.reduce((sum, share, i) => sum + share * (i + 1), 0),
    returnLag: lagTable(demand.returns.lagShape.values, clock.workingDaysPerYear),
    earlyClosure: demand.returns.earlyClosure.value,
    unassessedClosure: demand.returns.unassessedClosure.value,
    dutyShare: pathway.dutyShare.value,
    decidedNextDay: threshold(pathway.decidedNextDay.value),
  };
}

/** Referrals expected on each working day without trend, surge or lever. */
function evenDays(scenario: Scenario, clock: CompiledClock): Float64Array {
  const { demand } = scenario;
  const yearly = demand.referralsPerYear.value;
  const weights = Float64Array.from(clock.civil, (d) => demand.weekdays.values[weekday(d)]!);
  if (!demand.months) return weights.map((w) => (yearly / WORKING_DAYS_PER_YEAR) * w * WEEKDAYS);
  const startMonth = monthNumber(scenario.start);
  const monthWeight = new Map<number, number>();
  clock.month.forEach((m, i) => monthWeight.set(m, (monthWeight.get(m) ?? 0) + weights[i]!));
  return weights.map((w, i) => {
    const m = clock.month[i]!;
    const share = demand.months!.values[(startMonth + m + 100 * MONTHS_PER_YEAR) % MONTHS_PER_YEAR]!;
    return (yearly * share * w) / monthWeight.get(m)!;
  });
}

/** Factor of all surges on referrals or on section 47 enquiries, by month. */
export function shockPath(
  scenario: Scenario,
  months: readonly IsoMonth[],
  of: 'referrals' | 'section47',
): Float64Array {
  return Float64Array.from(months, (month) =>
    scenario.demand.shocks.reduce((factor, shock) => {
      const into = monthNumber(month) - monthNumber(shock.from);
      const rise = shock.riseMonths.value;
      const peak = shock.peakMonths.value;
      const fall = shock.fallMonths.value;
      if (into < 0) return factor;
      const share =
        into < rise
          ? (into + 1) / (rise + 1)
          : into < rise + peak
            ? 1
            : Math.max(0, 1 - (into - rise - peak + 1) / (fall + 1));
      return factor * (1 + (shock[of].value - 1) * share);
    }, 1),
  );
}
