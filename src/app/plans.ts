import type { LeverId, Levers, Plan, Scenario } from '../model/index';

/** The id of the plan in which nothing changes: always there, never edited. */
export const AS_NOW = 'as-now';

/** The plans at hand and the one that is looked at. */
export interface Desk {
  readonly plans: readonly Plan[];
  readonly selected: string;
}

/** The plan of a scenario to begin with: the first that changes something, else as now. */
export function beginDesk(scenario: Scenario): Desk {
  const plans = scenario.plans;
  const first = plans.find(({ id }) => id !== AS_NOW) ?? plans[0];
  return { plans, selected: first?.id ?? AS_NOW };
}

export function selectedPlan(desk: Desk): Plan {
  return planById(desk, desk.selected);
}

/** The plan with this id; as now where there is none. */
export function planById(desk: Desk, id: string): Plan {
  const plan = desk.plans.find((p) => p.id === id) ?? desk.plans[0];
  if (!plan) throw new Error('a scenario has at least one plan');
  return plan;
}

export function select(desk: Desk, id: string): Desk {
  return desk.plans.some((plan) => plan.id === id) ? { ...desk, selected: id } : desk;
}

/**
 * A copy of the selected plan under a name of its own, selected. A copy of as now is discounted as the other plans are,
 * because plans slip, and as now has no discount to copy.
 */
export function copySelected(desk: Desk, name: string): Desk {
  const plan = selectedPlan(desk);
  const { optimism } = (plan.id === AS_NOW ? desk.plans.find(({ id }) => id !== AS_NOW) : null) ?? plan;
  const description = `Copied from “${plan.name}”.`;
  const copy: Plan = { ...plan, id: freeId(desk), name: freeName(desk, name), description, optimism };
  return { plans: [...desk.plans, copy], selected: copy.id };
}

/** With a plan from elsewhere, selected; under an id and a name that are free. */
export function addPlan(desk: Desk, plan: Plan): Desk {
  const taken = desk.plans.some(({ id }) => id === plan.id);
  const added: Plan = { ...plan, id: taken ? freeId(desk) : plan.id, name: freeName(desk, plan.name) };
  return { plans: [...desk.plans, added], selected: added.id };
}

/** With another plan's settings and words in the selected one's place, which keeps its id and name. */
export function putSelected(desk: Desk, plan: Plan): Desk {
  if (desk.selected === AS_NOW) return desk;
  const put = ({ id, name }: Plan): Plan => ({ ...plan, id, name });
  return { ...desk, plans: desk.plans.map((one) => (one.id === desk.selected ? put(one) : one)) };
}

/** Without the selected plan; as now stays. */
export function removeSelected(desk: Desk): Desk {
  if (desk.selected === AS_NOW) return desk;
  return { plans: desk.plans.filter(({ id }) => id !== desk.selected), selected: AS_NOW };
}

/** What to set a lever to: a value and when it begins to act. */
export interface LeverSetting {
  readonly value: number;
  readonly from: string;
}

/**
 * Sets one lever of the selected plan, or takes it back to as now (null). A lever that was set keeps its date, ramp and
 * reason. On as now the edit goes to a copy, “My plan”, because as now is what every plan is held against.
 */
export function setLever(desk: Desk, id: LeverId, setting: LeverSetting | null): Desk {
  if (desk.selected === AS_NOW) {
    if (setting === null) return desk;
    return setLever(copySelected(desk, 'My plan'), id, setting);
  }
  const plans = desk.plans.map((plan) =>
    plan.id === desk.selected ? { ...plan, levers: withLever(plan.levers, id, setting) } : plan,
  );
  return { ...desk, plans };
}

/** Takes every lever of the selected plan back to as now. */
export function clearLevers(desk: Desk): Desk {
  if (desk.selected === AS_NOW) return desk;
  return { ...desk, plans: desk.plans.map((plan) => (plan.id === desk.selected ? { ...plan, levers: {} } : plan)) };
}

function withLever(levers: Levers, id: LeverId, setting: LeverSetting | null): Levers {
  const rest = Object.fromEntries(Object.entries(levers).filter(([key]) => key !== id)) as Levers;
  if (setting === null) return rest;
  return { ...rest, [id]: { ...(levers[id] ?? { from: setting.from }), value: setting.value } };
}

function freeId(desk: Desk): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? 'my-plan' : `my-plan-${n}`;
    if (!desk.plans.some((plan) => plan.id === id)) return id;
  }
}

function freeName(desk: Desk, name: string): string {
  for (let n = 1; ; n++) {
    // Within the length a name may have in a file.
    const candidate = n === 1 ? name : `${name.slice(0, 75)} ${n}`;
    if (!desk.plans.some((plan) => plan.name === candidate)) return candidate;
  }
}
