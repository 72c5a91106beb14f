import { checkScenario, type Scenario } from '../src/model/index';

type Figure = Scenario['demand']['referralsPerYear'];
type Levers = Scenario['plans'][number]['levers'];

/** Levers that count people, whole or a month; the others are shares and hours, the same for a council of any size. */
const COUNTING = ['hiresPerMonth', 'newlyQualifiedCohort', 'assessmentPosts', 'longerTermPosts'] as const;

/**
 * The same council so many times as large: referrals, plans held, posts, the September cohort, hires, the agency
 * market and the children counted grow; shares, hours and limits stay, and with the plans held the chairs grow.
 * @returns a scenario that has passed the parser
 */
export function scaled(scenario: Scenario, factor: number): Scenario {
  const { demand, heldWork, workforce } = scenario;
  const times = (figure: Figure): Figure => {
    const { value, low, high, ...rest } = figure;
    return {
      ...rest,
      value: value * factor,
      ...(low === undefined ? {} : { low: low * factor }),
      ...(high === undefined ? {} : { high: high * factor }),
    };
  };
  const held = <T extends { stock: Figure }>(kind: T): T => ({ ...kind, stock: times(kind.stock) });
  const larger: Scenario = {
    ...scenario,
    demand: { ...demand, referralsPerYear: times(demand.referralsPerYear) },
    heldWork: { ...heldWork, cin: held(heldWork.cin), cp: held(heldWork.cp), lac: held(heldWork.lac) },
    workforce: {
      ...workforce,
      teams: workforce.teams.map((team) => ({ ...team, posts: times(team.posts) })),
      newlyQualifiedCohort: times(workforce.newlyQualifiedCohort),
      agencyMarketPerMonth: times(workforce.agencyMarketPerMonth),
    },
    declared: scenario.declared.map((each) => ({ ...each, cohort: times(each.cohort) })),
    plans: scenario.plans.map((plan) => ({ ...plan, levers: timesLevers(plan.levers, factor) })),
  };
  const checked = checkScenario(larger);
  if (!checked.ok) throw new Error(`the scaled scenario has problems: ${JSON.stringify(checked.problems)}`);
  return checked.value;
}

function timesLevers(levers: Levers, factor: number): Levers {
  const out = { ...levers };
  for (const id of COUNTING) {
    const lever = levers[id];
    if (lever) out[id] = { ...lever, value: lever.value * factor };
  }
  return out;
}
