/** The baseline as a form: figures and stated results, read and set by path; and what must agree. */
import {
  inOwnWords,
  limitsOf,
  measureById,
  placedFigures,
  rememberFit,
  type FormerFigure,
  type Scenario,
} from '../model/index';
import { grouped } from '../model/results/format';
import { measureLabel } from '../model/results/measure-series';
import { isFittedTo } from './fitted-figures';

/** A figure of the scenario as the page shows it. Shares are shown as percentages. */
export interface BaselineFigure {
  /** Where it stands in the scenario: `demand.referralsPerYear`. */
  readonly path: string;
  readonly label: string;
  /** As shown: `%` for a share. */
  readonly unit: string;
  /** Why it is asked for. */
  readonly meaning: string;
  /** As shown. */
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly min: number;
  readonly max: number;
  /** What a value shown is of the value kept: 100 for shares. */
  readonly factor: number;
  readonly source: string;
  readonly grade: string;
  readonly note: string;
}

export interface BaselineGroup {
  readonly title: string;
  readonly figures: readonly BaselineFigure[];
}

/** Source key of what the user enters. */
export const ENTERED = 'ENTERED';

const GROUPS: readonly { readonly title: string; readonly paths: readonly string[] }[] = [
  {
    title: 'Demand',
    paths: [
      'demand.referralsPerYear',
      'demand.returns.share',
      'demand.levelSd',
      'pathway.referralToInitial',
      'pathway.initialToCore',
    ],
  },
  {
    title: 'Cases',
    paths: [
      'heldWork.cin.stock',
      'heldWork.cp.stock',
      'heldWork.lac.stock',
      'heldWork.lostAtBaseline',
      'pathway.initialEffort',
      'pathway.coreEffort',
      'pathway.singleEffort',
      'pathway.arrangementInitial',
      'pathway.arrangementCore',
      'pathway.arrangementSingle',
    ],
  },
  {
    title: 'People',
    paths: [
      'workforce.vacancyRate',
      'workforce.leavingRate',
      'workforce.agencyShare',
      'workforce.sicknessDays',
      'workforce.newlyQualifiedCohort',
      'workforce.leadMonths',
      'workforce.agencyMarketPerMonth',
      'workforce.recruitMarketPerMonth',
    ],
  },
  {
    title: 'Money',
    paths: [
      'money.employerCost',
      'money.newlyQualifiedCost',
      'money.seniorCost',
      'money.managerCost',
      'money.agencyCost',
      'money.recruitmentCost',
    ],
  },
];

type Keys = readonly (string | number)[];

function keysOf(path: string): Keys {
  return path
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function at(value: unknown, keys: Keys): unknown {
  return keys.reduce<unknown>(
    (part, key) =>
      typeof part === 'object' && part !== null ? (part as Record<string | number, unknown>)[key] : undefined,
    value,
  );
}

const withEntered = ({ sources }: Scenario): Scenario['sources'] => ({
  ...sources,
  [ENTERED]: { title: 'Entered by the council on the page Baseline' },
});

interface Figure {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly source: string;
  readonly grade: string;
  readonly note?: string;
}

/** A figure of a scenario with its words; null where the scenario has none at the path. */
export function baselineFigure(scenario: Scenario, path: string, all = placedFigures(scenario)): BaselineFigure | null {
  const keys = keysOf(path);
  const { figure, meta } = all.find((placed) => placed.path === path) ?? {};
  if (!figure || !meta) return null;
  const share = meta.max <= 1 && meta.min >= 0 && meta.unit.includes('share');
  const factor = share ? 100 : 1;
  const shown = (value: number): number => Number((value * factor).toPrecision(10));
  return {
    path,
    label: keys.includes('teams')
      ? `${meta.label}, ${String(at(scenario, [...keys.slice(0, -1), 'id']))} team`
      : meta.label,
    unit: meta.unit.replace(/[()]/g, '').replace(/^(a )?share( from 0 to 1)?/, share ? '%' : 'share'),
    meaning: meta.meaning,
    value: shown(figure.value),
    low: figure.low === undefined ? null : shown(figure.low),
    high: figure.high === undefined ? null : shown(figure.high),
    min: shown(meta.min),
    max: shown(meta.max),
    factor,
    source: figure.source,
    grade: figure.grade,
    note: figure.note ?? '',
  };
}

/** The figures asked for, in groups; the posts of each team among the people. */
export function baselineGroups(scenario: Scenario): readonly BaselineGroup[] {
  const posts = scenario.workforce.teams.flatMap(({ posts: { value } }, i) =>
    value > 0 ? [`workforce.teams[${String(i)}].posts`] : [],
  );
  const all = placedFigures(scenario);
  return GROUPS.map(({ title, paths }) => ({
    title,
    figures: (title === 'People' ? [...posts, ...paths] : paths).flatMap(
      (path) => baselineFigure(scenario, path, all) ?? [],
    ),
  }));
}

/**
 * The scenario with a figure the user entered: its range goes, unless it still holds the value, and its source is the
 * user. What the council is calibrated to stays as it is, and is remembered, until it is calibrated anew.
 */
export function withFigure(
  scenario: Scenario,
  path: string,
  shown: number,
  note = 'Entered on the page Baseline.',
): Scenario {
  const figure = baselineFigure(scenario, path);
  if (!figure) return scenario;
  const value = shown / figure.factor;
  const set = (part: unknown, keys: Keys): unknown => {
    const [key, ...rest] = keys;
    if (key === undefined) {
      const { low, high, ...kept } = part as Figure;
      const within = (low === undefined || low <= value) && (high === undefined || high >= value);
      const range = within ? { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) } : {};
      return { ...kept, value, ...range, source: ENTERED, grade: 'P', note };
    }
    if (Array.isArray(part)) return part.map((item: unknown, i) => (i === key ? set(item, rest) : item));
    return { ...(part as object), [key]: set((part as Record<string | number, unknown>)[key], rest) };
  };
  const { value: was, source, grade } = at(scenario, keysOf(path)) as Figure;
  const fitted = rememberFit(scenario, { path, was, source, grade } as FormerFigure, value);
  return { ...(set(scenario, keysOf(path)) as Scenario), sources: withEntered(scenario), fitted };
}

/** What must agree among the figures, in numbers. */
export function reconciled({ workforce, heldWork, demand, pathway }: Scenario): readonly string[] {
  const posts = workforce.teams.reduce((sum, team) => sum + team.posts.value, 0);
  const inPost = posts * (1 - workforce.vacancyRate.value);
  const agency = (inPost * workforce.agencyShare.value) / (1 - workforce.agencyShare.value);
  const leavers = inPost * workforce.leavingRate.value;
  const holders = workforce.teams
    .filter(({ holds }) => holds === 'plans')
    .reduce((sum, team) => sum + team.posts.value * (1 - workforce.vacancyRate.value), 0);
  const plans = heldWork.cin.stock.value + heldWork.cp.stock.value + heldWork.lac.stock.value;
  const assessed = demand.referralsPerYear.value * pathway.referralToInitial.value;
  const whole = (value: number): string => grouped(Math.round(value), 0);
  return [
    `${whole(posts)} posts less ${whole(posts - inPost)} vacancies are ${whole(inPost)} in post; agency workers are about ${whole(agency)} beside them.`,
    `${whole(inPost)} in post at ${(100 * workforce.leavingRate.value).toFixed(1)}% a year are ${whole(leavers)} leavers: as many starters are needed to stay where it is.`,
    `${whole(plans)} plans held by ${whole(holders)} permanent workers of the longer-term team are ${holders > 0 ? (plans / holders).toFixed(1) : '–'} each, before agency.`,
    `${whole(demand.referralsPerYear.value)} referrals a year, of which ${(100 * pathway.referralToInitial.value).toFixed(1)}% go on, are ${whole(assessed)} assessments, ${whole(assessed / 12)} a month.`,
  ];
}

/** The results a council states of its baseline year, fitted to or compared with; as figures of the same form. */
export function statedResults(scenario: Scenario): readonly BaselineFigure[] {
  const limits = limitsOf(scenario);
  return scenario.observed.map(({ measure, value, source, grade }, i) => {
    const known = measureById(measure);
    const definition = known && (inOwnWords(known, limits) ?? known);
    const share = definition?.unit === 'share';
    const factor = share ? 100 : 1;
    return {
      path: `observed[${String(i)}].value`,
      label: definition ? measureLabel({ formulas: [] }, measure, limits) : measure,
      unit: share ? '%' : (definition?.unit ?? ''),
      meaning: definition?.meaning ?? '',
      value: Number((value * factor).toPrecision(10)),
      low: null,
      high: null,
      min: 0,
      max: share ? 100 : 1_000_000,
      factor,
      source,
      grade,
      note: '',
    };
  });
}

/** The scenario with another stated result, entered by the user; remembered as a change since the fit where it was fitted to. */
export function withStated(scenario: Scenario, figure: BaselineFigure, shown: number): Scenario {
  const { path } = figure;
  const index = statedResults(scenario).findIndex((one) => one.path === path);
  const line = scenario.observed[index];
  if (!line) return scenario;
  const { value: was, source, grade, measure } = line;
  const value = shown / figure.factor;
  return {
    ...scenario,
    sources: withEntered(scenario),
    observed: scenario.observed.with(index, { ...line, value, source: ENTERED, grade: 'P' }),
    fitted: isFittedTo(scenario, measure)
      ? rememberFit(scenario, { path, was, source, grade }, value)
      : scenario.fitted,
  };
}
