import type { CompiledClock, CompiledDemand } from '../compiled';
import { weekday } from '../engine/calendar';
import { exponentialTable, lognormalTable } from '../engine/tables';
import { monthNumber, MONTHS_PER_YEAR, type IsoMonth } from '../units';
import { leverValue, leverWeight } from './compile-levers';
import type { Plan, Scenario } from './schema';

/** Expected referrals day by day: the year's level by month, each month's by weekday over its working days. */
export function compileDemand(
  scenario: Scenario,
  plan: Plan,
  clock: CompiledClock,
  months: readonly IsoMonth[],
  onlyChance: boolean,
): CompiledDemand {
  const { demand } = scenario;
  const startMonth = monthNumber(scenario.start);
  const weights = Float64Array.from(clock.civil, (d) => demand.weekdays.values[weekday(d)]!);
  const monthWeight = new Map<number, number>();
  clock.month.forEach((m, i) => monthWeight.set(m, (monthWeight.get(m) ?? 0) + weights[i]!));
  const lever = leverWeight(plan, 'referrals', months);
  const level = leverValue(plan, 'referrals', 100) / 100;
  const intensity = Float64Array.from(clock.month, (m, i) => {
    const share = demand.months.values[(startMonth + m + 100 * MONTHS_PER_YEAR) % MONTHS_PER_YEAR]!;
    const planned = i >= clock.firstDay ? 1 + (level - 1) * lever[m]! : 1;
    return (demand.referralsPerYear.value * share * weights[i]! * planned) / monthWeight.get(m)!;
  });
  return {
    startOfDay: demand.arrivals === 'start-of-day',
    intensity,
    gap: exponentialTable(),
    monthLevel: lognormalTable(demand.monthSd.value),
    yearLevel: onlyChance || demand.levelSd.value === 0 ? null : lognormalTable(demand.levelSd.value),
    marginalNeed: demand.marginalNeed.value,
  };
}
