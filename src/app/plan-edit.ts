/** Edits of the selected plan beyond a lever's number: when it acts and why, the discounts, name and description, presets. */
import { planSchema, type LeverId, type Levers, type Plan, type Scenario } from '../model/index';
import { AS_NOW, copySelected, setLever, type Desk } from './plans';
import type { LeverSpec } from './levers';

type Setting = NonNullable<Levers[LeverId]>;

/** What can be changed of a setting that is there: null takes a part out of it. */
export interface SettingChange {
  readonly from?: string;
  readonly until?: string | null;
  readonly rampMonths?: number | null;
  readonly reason?: string | null;
}

function changed(desk: Desk, change: (plan: Plan) => Plan): Desk {
  if (desk.selected === AS_NOW) return desk;
  return { ...desk, plans: desk.plans.map((plan) => (plan.id === desk.selected ? change(plan) : plan)) };
}

/** Changes when a lever acts, how it comes in, or why; nothing where the plan does not set it. */
export function changeSetting(desk: Desk, id: LeverId, change: SettingChange): Desk {
  return changed(desk, (plan) => {
    const setting = plan.levers[id];
    if (!setting) return plan;
    const parts = Object.entries({ ...setting, ...change }).filter(([, value]) => value !== null && value !== '');
    return { ...plan, levers: { ...plan.levers, [id]: Object.fromEntries(parts) as Setting } };
  });
}

/** Changes the discounts because plans slip. On as now there is nothing to discount. */
export function changeOptimism(desk: Desk, change: Partial<Plan['optimism']>): Desk {
  return changed(desk, (plan) => ({ ...plan, optimism: { ...plan.optimism, ...change } }));
}

/** Another name for the selected plan; nothing where it is empty or taken. */
export function renamePlan(desk: Desk, name: string): Desk {
  const plain = name.trim();
  if (plain === '' || plain.length > NAME_LENGTH || desk.plans.some((plan) => plan.name === plain)) return desk;
  return changed(desk, (plan) => ({ ...plan, name: plain }));
}

export function describePlan(desk: Desk, description: string): Desk {
  return changed(desk, (plan) => ({ ...plan, description: description.slice(0, DESCRIPTION_LENGTH) }));
}

const longest = (key: 'name' | 'description'): number =>
  planSchema.entries[key].pipe.flatMap((part) => ('requirement' in part ? [part.requirement] : []))[0] ?? 80;
export const NAME_LENGTH = longest('name');
export const DESCRIPTION_LENGTH = longest('description');

/** A plan to begin with: what it does in plain words, what it sets, and what typically goes wrong with it. */
export interface Preset {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly traps: readonly string[];
  /** The levers it sets, from where they stand as now; months from the start until each acts. */
  readonly levers: (now: (id: LeverId) => number) => Partial<
    Record<
      LeverId,
      {
        readonly value: number;
        readonly after: number;
        readonly for?: number;
        readonly ramp?: number;
        readonly reason: string;
      }
    >
  >;
}

const ROUGHLY = 'A round figure to begin with; put your own in its place.';

/** Presets in the order of the page. Their figures are round ones to be changed, relative to the council as now. */
export const PRESETS: readonly Preset[] = [
  {
    id: 'newly-qualified',
    name: 'Recruit newly qualified',
    description: 'Twice as many newly qualified workers each September.',
    traps: [
      'They carry a reduced caseload in their first year, and their colleagues’ time for supervision: things get worse before they get better.',
      'Those who leave mostly do so in their first years.',
    ],
    levers: (now) => ({
      newlyQualifiedCohort: { value: Math.max(4, 2 * now('newlyQualifiedCohort')), after: 1, reason: ROUGHLY },
    }),
  },
  {
    id: 'convert-agency',
    name: 'Convert agency',
    description: 'Four in ten agency workers are taken on when their assignment ends, where a post is vacant.',
    traps: [
      'Conversion lowers vacancies, not the number of people at work.',
      'Agency workers who are asked to convert may leave for another council instead.',
    ],
    levers: () => ({ agencyConversion: { value: 40, after: 1, ramp: 3, reason: ROUGHLY } }),
  },
  {
    id: 'retention',
    name: 'Retention first',
    description: 'A quarter fewer leave, through payment, supervision and workload.',
    traps: [
      'A year’s turnover is mostly noise: one good year is weak evidence.',
      'Payments go to those who would have stayed as well.',
    ],
    levers: (now) => ({
      leavingRate: { value: Math.round(7.5 * now('leavingRate')) / 10, after: 2, ramp: 6, reason: ROUGHLY },
    }),
  },
  {
    id: 'surge',
    name: 'Strike team, then taper',
    description: 'Ten agency workers on overdue assessments alone for six months.',
    traps: [
      'Every overdue assessment that is finished counts as late: the percentage in time falls first.',
      'The team leaves together, and the backlog comes back if nothing else has changed.',
    ],
    levers: () => ({ strikeTeam: { value: 10, after: 1, for: 6, reason: ROUGHLY } }),
  },
  {
    id: 'demand',
    name: 'Reduce demand',
    description: 'Early help makes a tenth of new referrals unnecessary, from half a year on.',
    traps: [
      'Early help takes hold slowly, and closing too early brings children back.',
      'A higher threshold is not the same as less need.',
    ],
    levers: () => ({ earlyHelp: { value: 10, after: 6, ramp: 6, reason: ROUGHLY } }),
  },
];

/** Whether nothing has been set in a copy yet, and it still has the name and the words that it was made with. */
function isFreshCopy({ levers, name, description }: Plan): boolean {
  return Object.keys(levers).length === 0 && /^My plan( \d+)?$/.test(name) && description.startsWith('Copied from “');
}

/**
 * The desk with a preset as a plan of its own, selected; levers that the council does not have are left out. A copy of as
 * now in which nothing has been set or named yet becomes the preset, instead of staying beside it.
 */
export function addPreset(desk: Desk, preset: Preset, specs: readonly LeverSpec[], scenario: Scenario): Desk {
  const spec = (id: LeverId): LeverSpec | undefined => specs.find((one) => one.id === id);
  const untouched = desk.plans.find((plan) => plan.id === desk.selected && plan.id !== AS_NOW && isFreshCopy(plan));
  const others = untouched ? desk.plans.filter((plan) => plan !== untouched) : desk.plans;
  const copied = copySelected({ plans: others, selected: AS_NOW }, preset.name);
  const described = changed(copied, (plan) => ({
    ...plan,
    description: `${preset.description} Typical traps: ${preset.traps.join(' ')}`.slice(0, DESCRIPTION_LENGTH),
  }));
  const levers = Object.entries(preset.levers((id) => spec(id)?.now ?? 0)) as [
    LeverId,
    NonNullable<ReturnType<Preset['levers']>[LeverId]>,
  ][];
  return levers.reduce((made, [id, { value, after, for: months, ramp, reason }]) => {
    if (!spec(id)) return made;
    const from = monthsAfter(scenario.start, after);
    const set = setLever(made, id, { value, from });
    return changeSetting(set, id, {
      reason,
      ...(ramp === undefined ? {} : { rampMonths: ramp }),
      ...(months === undefined ? {} : { until: monthsAfter(scenario.start, after + months) }),
    });
  }, described);
}

/** The first day of the month so many months after a date's. */
export function monthsAfter(date: string, months: number): string {
  const at = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}-01`;
}

/** Groups of levers, in the order of the page. */
export const GROUPS: readonly { readonly title: string; readonly levers: readonly LeverId[] }[] = [
  { title: 'Recruit', levers: ['hiresPerMonth', 'newlyQualifiedCohort', 'overseasHires'] },
  { title: 'Keep', levers: ['leavingRate'] },
  { title: 'Agency', levers: ['agencyCover', 'agencyConversion', 'strikeTeam'] },
  {
    title: 'Workload',
    levers: [
      'assessmentCeiling',
      'planCeiling',
      'hoursFreed',
      'referrals',
      'earlyHelp',
      'stepDown',
      'referralToInitial',
    ],
  },
  { title: 'Posts', levers: ['assessmentPosts', 'longerTermPosts', 'managementPosts', 'reviewingPosts'] },
  { title: 'Reviews and care', levers: ['reviewBooking', 'participation', 'schoolAbsence', 'leaversAccommodation'] },
  { title: 'Shortcuts, shown beside every result', levers: ['closeUnassessed', 'lateLast'] },
];
