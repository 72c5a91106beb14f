import type { CompiledClock, CompiledHeldWork } from '../compiled';
import { MINUTES_PER_HOUR, MONTHS_PER_YEAR } from '../units';
import { lifetimeTable, residualTable } from './distributions';
import type { Scenario } from './schema';

/** Reviews a year of a plan under way: every six months, and the two early ones of those just begun. */
const REVIEWS_A_YEAR = 2.1;

/** Plan starts a year at the baseline, by kind: child in need, child protection, looked after. */
export function planStartsPerYear(scenario: Scenario): readonly [number, number, number] {
  const p = scenario.pathway;
  const initial = scenario.demand.referralsPerYear.value * p.referralToInitial.value;
  const core = initial * p.initialToCore.value;
  return [
    (initial - core) * p.initialToCin.value + core * p.coreToCin.value,
    core * p.coreToCp.value,
    core * p.coreToLac.value,
  ];
}

/** Held work: stocks, daily minutes, and lifetimes fitted so that starts keep the stocks. */
export function compileHeldWork(scenario: Scenario, clock: CompiledClock): CompiledHeldWork {
  const { heldWork } = scenario;
  const kinds = [heldWork.cin, heldWork.cp, heldWork.lac];
  const reviewHours = [0, heldWork.cpReviewHours.value, heldWork.lacReviewHours.value];
  const starts = planStartsPerYear(scenario);
  const lifetime = kinds.map((kind, i) => {
    const mean = starts[i]! > 0 ? (kind.stock.value / starts[i]!) * clock.workingDaysPerYear : clock.workingDaysPerYear;
    return lifetimeTable(kind.durationShape.values, Math.max(1, mean));
  });
  const limits = scenario.pathway.regimes[0]!;
  const reviewsPerYear = heldWork.lac.stock.value * REVIEWS_A_YEAR;
  return {
    stock: kinds.map((kind) => Math.round(kind.stock.value)),
    minutesPerDay: kinds.map(
      (kind, i) =>
        ((kind.hoursPerMonth.value * MONTHS_PER_YEAR + reviewHours[i]! * REVIEWS_A_YEAR) * MINUTES_PER_HOUR) /
        clock.workingDaysPerYear,
    ),
    pipelineDays: [limits.initialDays, limits.initialDays + limits.coreDays, limits.initialDays + limits.coreDays].map(
      (d) => Math.round(d * 0.8),
    ),
    lifetime,
    remaining: lifetime.map(residualTable),
    cpReviewBooking: heldWork.cpReviewBooking.value,
    chairsPerDay: (reviewsPerYear * heldWork.chairCapacity.value) / clock.workingDaysPerYear,
  };
}
