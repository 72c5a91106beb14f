import {
  kindOfFile,
  parsePlan,
  parseScenario,
  planFits,
  readFormulas,
  type FormulaMeasure,
  type Outcome,
  type Plan,
  type Scenario,
} from '../model/index';

export type Opened =
  | { readonly kind: 'scenario'; readonly scenario: Scenario; readonly formulas: readonly FormulaMeasure[] }
  | { readonly kind: 'plan'; readonly plan: Plan };

/** Reads the text of a file from disk: a scenario, or a plan that fits the scenario at hand; else what is wrong with it. */
export async function readFile(text: string, scenario: Scenario): Promise<Outcome<Opened>> {
  if (kindOfFile(text) !== 'plan') {
    const read = parseScenario(text);
    if (!read.ok) return read;
    const formulas = await readFormulas(read.value);
    if (!formulas.ok) return formulas;
    return { ok: true, value: { kind: 'scenario', scenario: read.value, formulas: formulas.value } };
  }
  const read = parsePlan(text);
  if (!read.ok) return read;
  const problems = planFits(read.value, scenario);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { kind: 'plan', plan: read.value.plan } };
}
