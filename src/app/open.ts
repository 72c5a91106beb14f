import { kindOfFile, parsePlan, parseScenario, planFits, type Outcome, type Plan, type Scenario } from '../model/index';

export type Opened =
  { readonly kind: 'scenario'; readonly scenario: Scenario } | { readonly kind: 'plan'; readonly plan: Plan };

/** Reads the text of a file from disk: a scenario, or a plan that fits the scenario at hand; else what is wrong with it. */
export function readFile(text: string, scenario: Scenario): Outcome<Opened> {
  if (kindOfFile(text) !== 'plan') {
    const read = parseScenario(text);
    return read.ok ? { ok: true, value: { kind: 'scenario', scenario: read.value } } : read;
  }
  const read = parsePlan(text);
  if (!read.ok) return read;
  const problems = planFits(read.value, scenario);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { kind: 'plan', plan: read.value.plan } };
}
