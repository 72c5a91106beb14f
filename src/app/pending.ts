import type { FormulaMeasure, Plan, PlanReport, Scenario, TargetSummary } from '../model/index';
import { dueAt } from '../model/notice/review';
import { describeTarget } from '../model/notice/target';

const NO_CHANCE = { probability: null, standardError: null, interval: null, p10: null, p50: null, p90: null } as const;

/** A result without numbers: what the notice asks and when, to be shown while the first futures run. */
export function pendingResult(scenario: Scenario, plan: Plan, formulas: readonly FormulaMeasure[] = []): PlanReport {
  const { targets } = scenario;
  const reviews = [...scenario.reviews].sort((a, b) => (a.date < b.date ? -1 : 1));
  return {
    id: plan.id,
    name: plan.name,
    fingerprint: '',
    measures: {},
    targets: targets.map((target): TargetSummary => ({
      ...NO_CHANCE,
      ...describeTarget({ formulas }, target),
      futures: 0,
      denominator: null,
      staying: {},
      baseRate: null,
      atReviews: [],
      countedAnotherWay: [],
    })),
    reviews: reviews.map(({ date }) => {
      const due = dueAt(targets, reviews, date).map(({ id }) => id);
      const watched = targets.map(({ id }) => id).filter((id) => !due.includes(id));
      return {
        date,
        targets: due,
        watched,
        metCounts: [],
        mostMissed: null,
        probabilityAll: null,
        standardError: null,
        interval: null,
      };
    }),
    cost: {},
    failures: [],
  };
}
