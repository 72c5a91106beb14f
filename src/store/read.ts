import { checkPlanFile, checkScenario, type Outcome, type Plan, type Problem, type Scenario } from '../model/index';
import type { PlanVersion, StoredDraft } from './keep';

/** A stored draft that has been checked, and brought up to this version of the file form where it was older. */
export interface ReadDraft {
  readonly scenario: Scenario;
  readonly plans: readonly Plan[];
  readonly selected: string;
}

/**
 * Reads a stored draft: the council as a scenario file would be read, each plan as a plan file would be. Gives the draft, or
 * every problem; never a part of it.
 */
export function readDraft(draft: StoredDraft): Outcome<ReadDraft> {
  const { scenario, plans, selected } = draft as Partial<StoredDraft>;
  const council = checkScenario(scenario);
  if (!council.ok) return council;
  const version = schemaVersionOf(scenario);
  const read = (Array.isArray(plans) ? plans : []).map((plan) => readPlan(plan, council.value.id, version));
  const problems = read.flatMap((outcome, at): readonly Problem[] =>
    outcome.ok ? [] : outcome.problems.map((problem) => ({ ...problem, path: `plans[${at}].${problem.path}` })),
  );
  if (problems.length > 0) return { ok: false, problems };
  const checked = read.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  return {
    ok: true,
    value: {
      scenario: council.value,
      plans: checked.length > 0 ? checked : council.value.plans,
      selected: typeof selected === 'string' ? selected : '',
    },
  };
}

/** Reads a named version of a plan, of whatever version of the file form it was stored in. */
export function readVersion({ plan, schemaVersion }: PlanVersion, scenario: string): Outcome<Plan> {
  return readPlan(plan, scenario, schemaVersion);
}

function readPlan(plan: unknown, scenario: string, schemaVersion: unknown): Outcome<Plan> {
  const read = checkPlanFile({ kind: 'plan', schemaVersion, scenario, plan });
  return read.ok ? { ok: true, value: read.value.plan } : read;
}

function schemaVersionOf(scenario: unknown): unknown {
  return (scenario as { readonly schemaVersion?: unknown }).schemaVersion;
}
