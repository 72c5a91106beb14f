/** The scorecard of one review: each target in the columns that boards know, as the page shows it. */
import type { IsoMonth, PlanReport, Report, ReviewSummary, Scenario, TargetSummary, Travel } from '../model/index';
import { isStated } from '../model/notice/baseline';
import { ragBand } from '../model/notice/chances';
import { chanceAt } from '../model/notice/review';
import { lagText } from '../model/notice/lag';
import type { NeighbourFigure, NeighbourReader } from '../model/notice/neighbours';
import { monthPlaces } from '../model/notice/scorecard';
import { SMALL } from '../model/notice/words';
import { formatExact } from '../model/results/format';

export interface ScorecardRow {
  readonly target: TargetSummary;
  readonly goodIs: 'high' | 'low';
  /** What a figure of it covers: "Added up", "Snapshot at month end". */
  readonly period: string;
  readonly due: boolean;
  /** What the scenario says it stood at, and for when; null where the scenario does not say. */
  readonly baseline: { readonly value: number; readonly year: string } | null;
  /** Middles of the months alone; null where a month has none or lies outside the run. */
  readonly months: readonly (number | null)[];
  readonly yearToDate: number | null;
  readonly chance: ReturnType<typeof chanceAt>;
  readonly travel: Travel | null;
  /** What its statistical neighbours manage, as the target states it, else as published; null where neither is known. */
  readonly neighbours: NeighbourFigure | null;
  /** Where the threshold comes from, and the value after it, where the scenario says so. */
  readonly setBy: string;
  readonly notes: readonly string[];
}

export interface Scorecard {
  readonly review: ReviewSummary;
  /** The months of the middle columns, the review's the last. */
  readonly months: readonly IsoMonth[];
  readonly rows: readonly ScorecardRow[];
}

const PERIODS: Readonly<Record<string, string>> = {
  cumulative: 'Added up',
  'year-to-date': 'Year to date',
  'rolling-12': '12 months together',
  'in-month': 'The month alone',
  snapshot: 'Snapshot at month end',
  'child-level': 'Child by child, 12 months',
  declared: 'Declared path',
};

/** How the bands of chance are named, written out beside them. */
export const BAND_KEY = ragBand(1).key;
/** How a direction of travel is judged. */
export const TRAVEL_KEY =
  'Direction of travel: the three months to the review against the three before. Named only where at least 75 in 100 futures move that way by at least 1 point (of anything but a percentage, by 2%), so that luck and trifles do not turn it over (our convention).';
/** What the figures of a scorecard are. */
export const DATA_KEY =
  'Baselines are data; months, year to date and ranges are simulated, not reported: middle estimates of the futures. A real return run again a month later gives slightly different figures; the same run record gives the same ones.';

/**
 * The scorecard of a plan at one of its reviews.
 * @param neighbours reads what is known of neighbours; without it nothing is said of them
 */
export function scorecard(
  report: Report,
  plan: PlanReport,
  scenario: Scenario,
  review: ReviewSummary,
  neighbours?: NeighbourReader,
): Scorecard {
  const months = monthPlaces(report.months, review.date).map((place) => report.months[place] ?? '');
  const rows = plan.targets.map((target): ScorecardRow => {
    const stated = scenario.targets.find(({ id }) => id === target.id);
    const others = (stated && neighbours?.(stated, target.unit)) ?? [];
    const line = plan.scorecard?.find((one) => one.review === review.date && one.target === target.id);
    return {
      target,
      goodIs: target.direction === 'at-least' ? 'high' : 'low',
      period: PERIODS[target.basis] ?? target.basis,
      due: review.targets.includes(target.id),
      baseline: stated && isStated(stated.baseline) ? stated.baseline : null,
      months: months.map((month) => line?.months.find((one) => one.month === month)?.p50 ?? null),
      yearToDate: line?.yearToDate?.p50 ?? null,
      chance: chanceAt(target, review),
      travel: line?.travel ?? null,
      neighbours: others[0]?.figure ?? null,
      setBy: setBy(stated, target),
      notes: [...notesOf(stated, target), ...others.map(({ words }) => words)],
    };
  });
  return { review, months, rows };
}

type Stated = Scenario['targets'][number] | undefined;

function setBy(stated: Stated, { unit }: TargetSummary): string {
  if (!stated) return '';
  const { rationale, trajectory } = stated;
  return trajectory ? `${rationale}. ${trajectory.meaning}: ${formatExact(trajectory.threshold, unit)}` : rationale;
}

function notesOf(stated: Stated, { illustrative, unit, denominator, due }: TargetSummary): string[] {
  const rounding = stated?.rounding ?? null;
  return [
    illustrative ? 'Illustrative: the source sets no such number.' : '',
    stated?.baseline.year === 'assumed' ? 'The baseline is assumed.' : '',
    due === null ? 'No date in the notice: the chance is that of being there at the review.' : '',
    rounding === null ? '' : `Rounded to ${countOf(rounding)} before it is compared.`,
    unit === 'share' && denominator !== null && denominator < SMALL ? 'Small numbers.' : '',
    stated?.recordingLag ? `Months, year to date, direction and chance are of ${lagText(stated.recordingLag)}.` : '',
    stated?.assumption ?? '',
  ].filter((note) => note !== '');
}

const countOf = (decimals: number) =>
  decimals === 0 ? 'whole numbers' : `${String(decimals)} decimal${decimals === 1 ? '' : 's'}`;

/** The band of a row's chance in words and with a shape of its own; null where no chance is known. */
export function bandOf(probability: number | null): { readonly text: string; readonly shape: string } | null {
  if (probability === null) return null;
  return {
    green: { text: 'Green', shape: '●' },
    amber: { text: 'Amber', shape: '◆' },
    red: { text: 'Red', shape: '■' },
  }[ragBand(probability).band];
}
