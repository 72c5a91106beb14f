import { SCHEMA_VERSION, type Outcome, type Plan, type PlanFile, type Scenario } from '../model/index';

/** How many plans a scenario file may hold. */
const MOST_PLANS = 20;

/** A plan as a file of its own, which opens over the scenario it was made for. */
export function planFile(plan: Plan, scenario: string): PlanFile {
  return { kind: 'plan', schemaVersion: SCHEMA_VERSION, scenario, plan };
}

export function planFileText(plan: Plan, scenario: string): string {
  return fileText(planFile(plan, scenario));
}

/** The whole work as one scenario file: the council, its notice, and the plans as they are now. Refused where there are more plans than a file holds. */
export function scenarioFileText(scenario: Scenario, plans: readonly Plan[]): Outcome<string> {
  if (plans.length > MOST_PLANS) {
    const problem = {
      path: 'plans',
      code: 'too-many-plans',
      message: `There are ${plans.length} plans, and a scenario file holds at most ${MOST_PLANS}.`,
      hint: 'Save the plans you want to part with as plan files, remove them, and save again.',
    };
    return { ok: false, problems: [problem] };
  }
  return { ok: true, value: fileText({ ...scenario, plans }) };
}

/** Data as the text of a file: every digit, indented, ending with a line break. */
export function fileText(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** A name for a file from words: small letters, digits and hyphens. Example: "NI 59: to 69%" is "ni-59-to-69". */
export function fileStem(...words: readonly string[]): string {
  const stem = words
    .join(' ')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return stem === '' ? 'trajectory' : stem;
}
