/** What the results on show were counted from: numbers, settings and notice of one moment, under the names of now. */
import type { Plan, Scenario } from '../model/index';
import type { PageReport } from './reporting';

/** Council, notice and plans as they were when a report was made of them. */
export interface Counted {
  readonly scenario: Scenario;
  readonly plans: readonly Plan[];
}

/**
 * A report under the names that its scenario and plans have now: a name is no part of what was counted, so a new one holds at
 * once. A plan that is no longer there keeps the name it had. The same report where no name differs.
 */
export function namedAsNow(report: PageReport, { scenario, plans }: Counted): PageReport {
  const name = nameIn(plans);
  const same = report.scenario.name === scenario.name && report.plans.every((plan) => name(plan) === plan.name);
  if (same) return report;
  return {
    ...report,
    scenario: { ...report.scenario, name: scenario.name },
    plans: report.plans.map((plan) => ({ ...plan, name: name(plan) })),
  };
}

/** What was counted under the names of now. */
export function countedAsNow(counted: Counted, { scenario, plans }: Counted): Counted {
  const name = nameIn(plans);
  return {
    scenario: { ...counted.scenario, name: scenario.name, council: scenario.council },
    plans: counted.plans.map((plan) => ({ ...plan, name: name(plan) })),
  };
}

function nameIn(plans: readonly Plan[]): (plan: { readonly id: string; readonly name: string }) => string {
  return ({ id, name }) => plans.find((plan) => plan.id === id)?.name ?? name;
}
