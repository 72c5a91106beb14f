import { readFormulas, type Scenario } from '../model/index';
import { LINK_START, linkTo, readLink } from '../store/link';
import { beginDraft } from './draft';
import type { Keeping } from './keeping.svelte';
import { addPlan } from './plans';
import type { Session } from './session.svelte';

/** The address of this page with the selected plan in it; null where it would be too long for some programs. */
export function shareLink({ scenario, plan }: Session, shipped: readonly Scenario[]): Promise<string | null> {
  return linkTo({ scenario, plan }, location.href.replace(/#.*$/, ''), shipped);
}

/** Opens the plan that the address carries, as a piece of work of its own, and takes it out of the address; nothing where it carries none. */
export async function followLink(keeping: Keeping, shipped: readonly Scenario[]): Promise<void> {
  const { hash } = location;
  if (!hash.startsWith(LINK_START)) return;
  history.replaceState(history.state, '', '#results');
  const read = await readLink(hash, shipped);
  if (!read.ok) {
    keeping.session.refuse('The link', read.problems);
    return;
  }
  const { scenario, plan } = read.value;
  const formulas = await readFormulas(scenario);
  if (!formulas.ok) {
    keeping.session.refuse('The link', formulas.problems);
    return;
  }
  const draft = beginDraft(scenario, formulas.value);
  const same = draft.desk.plans.find(({ id }) => id === plan.id);
  // A plan that the council has already, as it is there, is only turned to.
  const desk =
    same && JSON.stringify(same) === JSON.stringify(plan)
      ? { ...draft.desk, selected: plan.id }
      : addPlan(draft.desk, plan);
  keeping.beginNew({ ...draft, desk });
  keeping.session.say(`The plan ${keeping.session.plan.name} is open.`);
}
