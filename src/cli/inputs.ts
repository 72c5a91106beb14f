import birmingham2009 from '../../scenarios/birmingham-2009.json';
import birmingham2011 from '../../scenarios/birmingham-2011.json';
import birmingham2015 from '../../scenarios/birmingham-2015.json';
import englandToday from '../../scenarios/england-today.json';
import walsall2012 from '../../scenarios/walsall-2012.json';
import worcestershire2011 from '../../scenarios/worcestershire-2011.json';
import {
  checkScenario,
  parseNotice,
  parsePlan,
  parseScenario,
  planFits,
  withNotice,
  type Outcome,
  type Plan,
  type Problem,
  type Scenario,
} from '../model/index';
import { UsageError } from './args';
import type { Io } from './io';

/** The scenarios that come with the program, by id: the notices in the order of their dates, then today. */
export const SHIPPED: Readonly<Record<string, unknown>> = {
  'birmingham-2009': birmingham2009,
  'worcestershire-2011': worcestershire2011,
  'birmingham-2011': birmingham2011,
  'walsall-2012': walsall2012,
  'birmingham-2015': birmingham2015,
  'england-today': englandToday,
};

/** Whether an argument is the id of a shipped scenario. */
export function isShipped(name: string): boolean {
  return Object.hasOwn(SHIPPED, name);
}

/** Something given by name, with what it is called in messages. */
export interface Loaded<T> {
  readonly name: string;
  readonly outcome: Outcome<T>;
}

/** A scenario by the id of a shipped one, or by path. */
export async function loadScenario(name: string, io: Io): Promise<Loaded<Scenario>> {
  if (isShipped(name)) return { name, outcome: checkScenario(SHIPPED[name]) };
  if (!looksLikePath(name)) {
    throw new UsageError(
      `There is no scenario "${name}". Shipped: ${Object.keys(SHIPPED).join(', ')}. A path has a slash or ends in .json.`,
    );
  }
  return { name, outcome: parseScenario(await io.read(name)) };
}

/** A plan by its id inside the scenario, or by the path of a plan file. */
export async function loadPlan(name: string, scenario: Scenario, io: Io): Promise<Loaded<Plan>> {
  const inside = scenario.plans.find(({ id }) => id === name);
  if (inside) return { name, outcome: { ok: true, value: inside } };
  if (!looksLikePath(name)) {
    throw new UsageError(
      `The scenario "${scenario.id}" has no plan "${name}". It has ${scenario.plans.map(({ id }) => id).join(', ')}. A path has a slash or ends in .json.`,
    );
  }
  const read = parsePlan(await io.read(name));
  if (!read.ok) return { name, outcome: read };
  const problems = planFits(read.value, scenario);
  return { name, outcome: problems.length > 0 ? { ok: false, problems } : { ok: true, value: read.value.plan } };
}

/** A scenario with the notice of a file laid over it. */
export async function loadNotice(path: string, scenario: Scenario, io: Io): Promise<Outcome<Scenario>> {
  const read = parseNotice(await io.read(path));
  return read.ok ? withNotice(scenario, read.value) : read;
}

function looksLikePath(name: string): boolean {
  return /[/\\]|\.json$/i.test(name);
}

/** Problems as lines for standard error: where, what, and what would be right. */
export function problemLines(name: string, problems: readonly Problem[]): string {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  const lines = problems.map(
    ({ path, message, hint }) => `  ${path === '' ? '(file)' : path}: ${message}\n      ${hint}`,
  );
  return `${name} cannot be used; it has ${count}.\n${lines.join('\n')}\n`;
}
