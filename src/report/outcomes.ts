import { limitsOf, measureById, type IsoMonth, type OutcomeLine, type PlanReport, type Scenario } from '../model/index';
import { measureLabel } from '../model/results/measure-series';

/** Figures reported for later months beside what each plan was simulated to come to then; months beyond the run are left out. */
export function outcomeLines(
  scenario: Scenario,
  plans: readonly PlanReport[],
  months: readonly IsoMonth[],
): readonly OutcomeLine[] {
  const limits = limitsOf(scenario);
  return (scenario.outcomes ?? []).flatMap(({ measure, month, value, source, grade, note = null }) => {
    const at = months.indexOf(month);
    const definition = measureById(measure.split('@')[0] ?? measure);
    if (at < 0 || !definition) return [];
    return [
      {
        measure,
        label: measureLabel({ formulas: [] }, measure, limits),
        unit: definition.unit,
        month,
        reported: value,
        source,
        grade,
        note,
        plans: plans.map(({ id, measures }) => ({
          plan: id,
          p10: measures[measure]?.p10[at] ?? null,
          p50: measures[measure]?.p50[at] ?? null,
          p90: measures[measure]?.p90[at] ?? null,
        })),
      },
    ];
  });
}
