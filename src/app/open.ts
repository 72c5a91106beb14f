import {
  kindOfFile,
  parseNotice,
  parsePlan,
  parseScenario,
  planFits,
  readFormulas,
  withNotice,
  type FormulaMeasure,
  type Outcome,
  type Plan,
  type Scenario,
} from '../model/index';

export type Opened =
  /** A notice is given as the scenario at hand with the notice laid over it. */
  | {
      readonly kind: 'scenario' | 'notice';
      readonly scenario: Scenario;
      readonly formulas: readonly FormulaMeasure[];
    }
  | { readonly kind: 'plan'; readonly plan: Plan };

/**
 * Reads the text of a file from disk: a scenario, a notice to be laid over the scenario at hand, or a plan that fits it;
 * else what is wrong with it.
 */
export async function readFile(text: string, scenario: Scenario): Promise<Outcome<Opened>> {
  const kind = kindOfFile(text);
  if (kind !== 'plan') {
    const read = kind === 'notice' ? noticeOver(text, scenario) : parseScenario(text);
    if (!read.ok) return read;
    const formulas = await readFormulas(read.value);
    if (!formulas.ok) return formulas;
    return {
      ok: true,
      value: { kind: kind === 'notice' ? kind : 'scenario', scenario: read.value, formulas: formulas.value },
    };
  }
  const read = parsePlan(text);
  if (!read.ok) return read;
  const problems = planFits(read.value, scenario);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { kind: 'plan', plan: read.value.plan } };
}

function noticeOver(text: string, scenario: Scenario): Outcome<Scenario> {
  const read = parseNotice(text);
  return read.ok ? withNotice(scenario, read.value) : read;
}
