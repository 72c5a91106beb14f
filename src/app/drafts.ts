import { readFormulas, type Outcome } from '../model/index';
import type { StoredDraft } from '../store/keep';
import { readDraft } from '../store/read';
import { beginDraft, type Draft } from './draft';
import { select, selectedPlan } from './plans';

/** A draft as it is stored; what can be worked out again is left out. */
export function storedDraft({ scenario, desk }: Draft): StoredDraft {
  return { scenario, plans: desk.plans, selected: desk.selected };
}

/** A stored draft to go on with, or why it cannot be read. */
export async function openStored(stored: StoredDraft): Promise<Outcome<Draft>> {
  const read = readDraft(stored);
  if (!read.ok) return read;
  const { scenario, plans, selected } = read.value;
  const formulas = await readFormulas(scenario);
  if (!formulas.ok) return formulas;
  const draft = beginDraft(scenario, formulas.value);
  return { ok: true, value: { ...draft, desk: select({ ...draft.desk, plans }, selected) } };
}

/** What a piece of work is called in a list. */
export function workName({ scenario, desk }: Draft): string {
  return `${scenario.name}, ${selectedPlan(desk).name}`;
}
