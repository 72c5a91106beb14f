import type { CompiledClock, CompiledHeldWork } from '../compiled';
import { MINUTES_PER_HOUR, MONTHS_PER_YEAR } from '../units';
import { measureDays, regimeAt } from './compile-clock';
import { lifetimeTable, residualTable } from './distributions';
import type { Scenario } from './schema';

/** Points are kept in quarters. */
export const QUARTERS = 4;

/** Reviews a year of a plan under way: every six months, and the two early ones of those just begun. */
const REVIEWS_A_YEAR = 2.1;

/** Plan starts a year at the baseline, by kind: child in need, child protection, looked after. */
export function planStartsPerYear(scenario: Scenario): readonly [number, number, number] {
  const p = scenario.pathway;
  const assessed = scenario.demand.referralsPerYear.value * p.referralToInitial.value;
  const atReferral = p.urgentShare.value * p.section47AtReferral.value;
  const enquiries = assessed * (atReferral + (1 - atReferral) * p.section47AfterAssessment.value);
  const protectedChildren = enquiries * p.section47ToConference.value * p.conferenceToPlan.value;
  const single = regimeAt(scenario, scenario.start).singleDays !== undefined;
  if (single) {
    // A child already protected has no plan of another kind from the same assessment.
    const others = assessed - protectedChildren;
    return [others * p.singleToCin.value, protectedChildren, assessed * p.singleToLac.value];
  }
  const core = assessed * Math.max(p.initialToCore.value, enquiries / assessed);
  const outside = core - protectedChildren;
  return [
    (assessed - core) * p.initialToCin.value + outside * p.coreToCin.value,
    protectedChildren + outside * p.coreToCp.value,
    core * p.coreToLac.value,
  ];
}

/**
 * Held work: stocks, daily minutes, and lifetimes fitted so that starts keep the stocks.
 * @param chairs reviewing officers at work on a mean day of the baseline; 0 where they are not a team of their own
 */
export function compileHeldWork(scenario: Scenario, clock: CompiledClock, chairs: number): CompiledHeldWork {
  const { heldWork } = scenario;
  const kinds = [heldWork.cin, heldWork.cp, heldWork.lac];
  const reviewHours = [0, heldWork.cpReviewHours.value, heldWork.lacReviewHours.value];
  const starts = planStartsPerYear(scenario);
  const lifetime = kinds.map((kind, i) => {
    const mean = starts[i]! > 0 ? (kind.stock.value / starts[i]!) * clock.workingDaysPerYear : clock.workingDaysPerYear;
    return lifetimeTable(kind.durationShape.values, Math.max(1, mean));
  });
  const { initialDays, coreDays, singleDays } = measureDays(scenario);
  const single = regimeAt(scenario, scenario.start).singleDays !== undefined;
  const first = single ? singleDays : initialDays;
  const both = single ? singleDays : initialDays + coreDays;
  const conferences = starts[1] / Math.max(0.01, scenario.pathway.conferenceToPlan.value);
  const reviewsPerYear = heldWork.lac.stock.value * REVIEWS_A_YEAR + conferences;
  const chairsPerDay = (reviewsPerYear * heldWork.chairCapacity.value) / clock.workingDaysPerYear;
  const weights = scenario.pathway.caseWeights;
  return {
    stock: kinds.map((kind) => Math.round(kind.stock.value)),
    minutesPerDay: kinds.map(
      (kind, i) =>
        ((kind.hoursPerMonth.value * MONTHS_PER_YEAR + reviewHours[i]! * REVIEWS_A_YEAR) * MINUTES_PER_HOUR) /
        clock.workingDaysPerYear,
    ),
    pipelineDays: [first, scenario.pathway.conferenceDays, both].map((d) => Math.round(d * 0.8)),
    points: [weights.cin, weights.cp, weights.lac].map((w) => Math.round(w.value * QUARTERS)),
    lifetime,
    remaining: lifetime.map(residualTable),
    cpReviewBooking: heldWork.cpReviewBooking.value,
    chairsPerDay,
    reviewsPerChairDay: chairs > 0 ? chairsPerDay / chairs : 0,
  };
}
