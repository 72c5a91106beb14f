import scenario from '../../../scenarios/birmingham-2009.json';
import { checkScenario } from '../../../src/model/scenario/parse';
import type { Scenario } from '../../../src/model/scenario/schema';

/** The shipped scenario as text. */
export const birminghamText = JSON.stringify(scenario);

/** A fresh copy of the shipped scenario, parsed. */
export function birmingham(): Scenario {
  const outcome = checkScenario(JSON.parse(birminghamText));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems, null, 1));
  return outcome.value;
}

/** In the place of a value: takes the entry away. */
export const GONE = Symbol('gone');

/** What to change: by path, a new value, {@link GONE}, or a function of the old value. */
export type Edits = Readonly<Record<string, unknown>>;

/** The shipped scenario with some entries changed, as it would come out of a file. */
export function edited(edits: Edits): unknown {
  const copy: unknown = JSON.parse(birminghamText);
  for (const [path, change] of Object.entries(edits)) {
    const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
    const last = keys.pop() ?? '';
    let part = copy as Record<string, unknown>;
    for (const key of keys) part = part[key] as Record<string, unknown>;
    if (change === GONE) {
      if (Array.isArray(part)) part.splice(Number(last), 1);
      else Reflect.deleteProperty(part, last);
    } else part[last] = typeof change === 'function' ? (change as (old: unknown) => unknown)(part[last]) : change;
  }
  return copy;
}
