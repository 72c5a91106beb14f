/** What twelve counted months say of the baseline: the figures they imply, what must agree, and what should be asked. */
import type { HistoryColumn, Scenario } from '../model/index';
import { grouped } from '../model/results/format';
import { baselineFigure, statedResults, withFigure, withStated, type BaselineFigure } from './baseline';
import { columnOf, monthsOf, seriesOf, type CellChange } from './months';
import { headingMonth } from './words';

/** How a figure follows from the months. */
interface Rule {
  readonly id: string;
  readonly label: string;
  readonly over: HistoryColumn;
  /** What it is a share or a ratio of; the mean or total of `over` itself without it. */
  readonly of?: readonly HistoryColumn[];
  /** Added up over the twelve months: all of them must be there. */
  readonly total?: true;
  /** Where it stands in the scenario. */
  readonly path?: string;
  /** The measure it is, where the council states it as a result. */
  readonly measure?: string;
}

const RULES: readonly Rule[] = [
  { id: 'referrals', label: 'Referrals a year', over: 'referrals', total: true, path: 'demand.referralsPerYear' },
  { id: 'repeat', label: 'Repeat referrals', over: 'rereferrals', of: ['referrals'], measure: 'rereferral_rate' },
  {
    id: 'assessed-initial',
    label: 'Referrals going on to initial assessment',
    over: 'ia_completed',
    of: ['referrals'],
    path: 'pathway.referralToInitial',
    measure: 'referral_to_ia',
  },
  {
    id: 'assessed-single',
    label: 'Referrals going on to assessment',
    over: 'sa_completed',
    of: ['referrals'],
    path: 'pathway.referralToInitial',
  },
  {
    id: 'initial',
    label: 'Initial assessments in time',
    over: 'ia_in_time',
    of: ['ia_completed'],
    measure: 'ia_in_time',
  },
  { id: 'core', label: 'Core assessments in time', over: 'ca_in_time', of: ['ca_completed'], measure: 'ca_in_time' },
  { id: 'single', label: 'Assessments in time', over: 'sa_in_time', of: ['sa_completed'], measure: 'sa_in_time' },
  { id: 'conferences', label: 'Conferences in time', over: 'icpc_in_time', of: ['icpc'], measure: 'icpc_in_15' },
  { id: 'protection', label: 'Child protection plans open', over: 'cp_plans', path: 'heldWork.cp.stock' },
  {
    id: 'vacancies',
    label: 'Vacancy rate',
    over: 'vacant',
    of: ['vacant', 'in_post'],
    path: 'workforce.vacancyRate',
    measure: 'vacancy_rate_dfe',
  },
  {
    id: 'agency',
    label: 'Agency share of the workforce',
    over: 'agency',
    of: ['agency', 'in_post'],
    path: 'workforce.agencyShare',
    measure: 'agency_share_workforce',
  },
  {
    id: 'leaving',
    label: 'Leaving in a year',
    over: 'leavers',
    total: true,
    path: 'workforce.leavingRate',
    measure: 'turnover_rate',
  },
  { id: 'caseload', label: 'Average caseload', over: 'cases_held', of: ['holders'], measure: 'caseload_mean' },
];

/** A figure that the months imply. */
export interface Implied {
  readonly id: string;
  readonly label: string;
  /** As shown: per cent for shares. Null where the months do not reach, with the reason in `how`. */
  readonly value: number | null;
  readonly unit: string;
  /** How it was worked out, in numbers. */
  readonly how: string;
  /** The figures that it would take the place of, as they stand now. */
  readonly figures: readonly BaselineFigure[];
  /** They differ from it as they stand. */
  readonly differs: boolean;
}

const count = (value: number): string => grouped(value, Number.isInteger(value) ? 0 : 1);
const LEAST_TOTAL = 12;

/** Every figure that the months say something about, in the order of the page. */
export function impliedFigures(scenario: Scenario): readonly Implied[] {
  const shown = new Set(seriesOf(scenario).map(({ column }) => column));
  return RULES.flatMap((rule): Implied[] => {
    if (!shown.has(rule.over)) return [];
    const figures = figuresOf(scenario, rule);
    const found = worked(scenario, rule);
    if (!found) return [];
    const share = (rule.of !== undefined && rule.id !== 'caseload') || rule.id === 'leaving';
    const exact = found.value === null ? null : found.value * (share ? 100 : 1);
    // Totals as they are; shares and means to the decimal that tables show.
    const value = exact === null || (rule.total && !share) ? exact : tidy(exact);
    const differs = value !== null && figures.some((figure) => Math.abs(figure.value - value) > 1e-9);
    return [{ id: rule.id, label: rule.label, value, unit: share ? '%' : '', how: found.how, figures, differs }];
  });
}

function figuresOf(scenario: Scenario, { path, measure }: Rule): readonly BaselineFigure[] {
  const figure = path === undefined ? null : baselineFigure(scenario, path);
  const stated = statedResults(scenario).filter((_, i) => scenario.observed[i]?.measure === measure);
  return [...(figure ? [figure] : []), ...stated];
}

/** Value and working over the months in which everything is a number; null where no month is. */
function worked(scenario: Scenario, rule: Rule): { readonly value: number | null; readonly how: string } | null {
  const { over, of, total } = rule;
  const columns = [over, ...(of ?? [])].map((column) => columnOf(scenario, column));
  const whole = Array.from({ length: 12 }, (_, i) => columns.map((cells) => cells[i])).filter((row): row is number[] =>
    row.every((cell) => typeof cell === 'number'),
  );
  if (whole.length === 0) return null;
  const months = `${String(whole.length)} of 12 months`;
  const sum = (at: number): number => whole.reduce((all, row) => all + (row[at] ?? 0), 0);
  if (total && whole.length < LEAST_TOTAL)
    return { value: null, how: `Only ${months} are numbers: a year’s total needs all of them.` };
  if (rule.id === 'leaving') {
    const last = columnOf(scenario, 'in_post').at(-1);
    if (typeof last !== 'number' || last === 0)
      return { value: null, how: 'It needs the staff in post in the last month.' };
    return { value: sum(0) / last, how: `${count(sum(0))} leavers in 12 months ÷ ${count(last)} in post in the last.` };
  }
  if (total) return { value: sum(0), how: 'Added up over the 12 months.' };
  if (!of) return { value: Math.round(sum(0) / whole.length), how: `Mean of ${months}.` };
  const below = of.reduce((all, _, i) => all + sum(i + 1), 0);
  if (below === 0) return null;
  const mean = rule.over === 'vacant' || rule.over === 'agency' || rule.over === 'cases_held';
  const [a, b] = mean ? [sum(0) / whole.length, below / whole.length] : [sum(0), below];
  return { value: sum(0) / below, how: `${count(a)} ÷ ${count(b)}${mean ? ' on average' : ''}, ${months}.` };
}

/** The scenario with what the months imply in place of the figures; those that imply no value are passed over. */
export function withImplied(scenario: Scenario, implied: readonly Implied[]): Scenario {
  const first = headingMonth(monthsOf(scenario)[0] ?? '');
  return implied.reduce((made, { value, figures }) => {
    if (value === null) return made;
    return figures.reduce(
      (next, figure) =>
        figure.path.startsWith('observed')
          ? withStated(next, figure, value)
          : withFigure(next, figure.path, value, `Worked out from the council’s twelve months from ${first}.`),
      made,
    );
  }, scenario);
}

/** What must agree within the months, and between them and the figures, in numbers. */
export function monthsReconciled(scenario: Scenario): readonly string[] {
  const numbers = (column: HistoryColumn) => columnOf(scenario, column).map((x) => (typeof x === 'number' ? x : null));
  const ends = (column: HistoryColumn): readonly [number, number] | null => {
    const [first, last] = [numbers(column)[0], numbers(column).at(-1)];
    return first == null || last == null ? null : [first, last];
  };
  // What came in the first month is in that month's end already.
  const added = (column: HistoryColumn): number | null => {
    const later = numbers(column).slice(1);
    return later.every((x) => x !== null) ? later.reduce((sum, x) => sum + x, 0) : null;
  };
  const lines: string[] = [];
  const [post, starters, leavers] = [ends('in_post'), added('starters'), added('leavers')];
  if (post && starters !== null && leavers !== null) {
    const [moved, net] = [post[1] - post[0], starters - leavers];
    lines.push(
      `${count(starters)} starters less ${count(leavers)} leavers after the first month are ${signed(net)}; staff in post went from ${count(post[0])} to ${count(post[1])}, ${signed(moved)}: ${count(Math.abs(tidy(moved - net)))} FTE unexplained.`,
    );
  }
  const [held, holders] = [ends('cases_held'), ends('holders')];
  if (held && holders && holders[1] > 0)
    lines.push(
      `${count(held[1])} cases held ÷ ${count(holders[1])} case holders are ${(held[1] / holders[1]).toFixed(1)} each in the last month.`,
    );
  const vacant = ends('vacant');
  if (post && vacant) {
    const posts = scenario.workforce.teams.reduce((sum, team) => sum + team.posts.value, 0);
    const counted = post[1] + vacant[1];
    lines.push(
      `${count(post[1])} in post and ${count(vacant[1])} vacancies in the last month are ${count(tidy(counted))} posts; the teams above have ${count(posts)}, ${count(Math.abs(tidy(posts - counted)))} ${posts >= counted ? 'more' : 'fewer'}.`,
    );
  }
  return lines;
}

const tidy = (value: number): number => Math.round(value * 10) / 10;
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${count(Math.abs(tidy(value)))}`;

/** Something about the months that only the council can answer. */
export interface MonthsQuestion {
  readonly sentence: string;
  /** What to set where the numbers are percentages of posts; empty where that cannot be worked out. */
  readonly ifPercent: readonly CellChange[];
}

/**
 * Whether vacancies given as FTE may be percentages: asked where the numbers fit the council's vacancy rate better as per
 * cent than they fit its vacant posts as FTE, and those are off by more than half.
 */
export function vacancyQuestion(scenario: Scenario): MonthsQuestion | null {
  const cells = columnOf(scenario, 'vacant');
  const numbers = cells.filter((cell): cell is number => typeof cell === 'number' && cell > 0);
  if (numbers.length === 0 || numbers.some((value) => value >= 100)) return null;
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const rate = scenario.workforce.vacancyRate.value;
  const posts = scenario.workforce.teams.reduce((sum, team) => sum + team.posts.value, 0);
  const off = (a: number, b: number): number => Math.max(a / b, b / a);
  if (rate <= 0 || off(mean, posts * rate) < 2 || off(mean, posts * rate) < off(mean, 100 * rate)) return null;
  const inPost = columnOf(scenario, 'in_post');
  const ifPercent = cells.flatMap((cell, at): CellChange[] => {
    const staff = inPost[at];
    if (typeof cell !== 'number' || typeof staff !== 'number') return [];
    return [{ column: 'vacant', at, value: tidy((cell / (100 - cell)) * staff) }];
  });
  return {
    sentence: `Vacancies ${count(numbers[0] ?? mean)}: is that FTE or %? The figures above have about ${count(Math.round(posts * rate))} FTE vacant, ${(100 * rate).toFixed(1)}% of posts.`,
    ifPercent: ifPercent.length === numbers.length ? ifPercent : [],
  };
}

/** Months in which a part is more than its whole. */
export function impossibleMonths(scenario: Scenario): readonly string[] {
  const months = monthsOf(scenario);
  const all = seriesOf(scenario);
  return all.flatMap(({ column, label, partOf }) => {
    const whole = all.find((one) => one.column === partOf);
    if (!whole) return [];
    const [parts, wholes] = [columnOf(scenario, column), columnOf(scenario, whole.column)];
    return months.flatMap((month, i) => {
      const [a, b] = [parts[i], wholes[i]];
      if (typeof a !== 'number' || typeof b !== 'number' || a <= b) return [];
      return `${headingMonth(month)}: ${label} ${count(a)} is more than ${whole.label} ${count(b)}.`;
    });
  });
}
