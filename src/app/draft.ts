import type { FormulaMeasure, Scenario } from '../model/index';
import { beginDesk, type Desk } from './plans';

/** Everything that a user can change, and therefore undo: the council with its notice, and the plans on the desk. */
export interface Draft {
  /** Its own list of plans is where the desk began; what the user makes of them is on the desk. */
  readonly scenario: Scenario;
  /** The scenario's formulas, read. */
  readonly formulas: readonly FormulaMeasure[];
  readonly desk: Desk;
}

export function beginDraft(scenario: Scenario, formulas: readonly FormulaMeasure[] = []): Draft {
  return { scenario, formulas, desk: beginDesk(scenario) };
}

const worlds = new WeakMap<Scenario, string>();

/**
 * What of a scenario makes its futures, as one text: not its name, notice, counted months or plans. Scenarios with the
 * same text have the same futures, so that an edit of a target runs nothing anew.
 */
export function worldKey(scenario: Scenario): string {
  let key = worlds.get(scenario);
  if (key === undefined) {
    const { start, horizonMonths, demand, pathway, heldWork, workforce, money, today, declared, fitted } = scenario;
    const parts = [start, horizonMonths, demand, pathway, heldWork, workforce, money, today ?? null, declared];
    key = JSON.stringify([...parts, fitted.points, fitted.draws ?? null], inNameOrder);
    worlds.set(scenario, key);
  }
  return key;
}

const notices = new WeakMap<Scenario, string>();

/** By what of a scenario results are judged, as one text: targets, reviews, floors, and the council's own measures. */
export function noticeKey(scenario: Scenario): string {
  let key = notices.get(scenario);
  if (key === undefined) {
    const { targets, reviews, floors, formulas } = scenario;
    key = JSON.stringify([targets, reviews, floors ?? null, formulas ?? []], inNameOrder);
    notices.set(scenario, key);
  }
  return key;
}

/** For JSON: the entries of objects by name, because a checked scenario has them in another order than its file. */
export function inNameOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
