import {
  joinMeasure,
  monthNumber,
  splitMeasure,
  type IsoMonth,
  type MeasureKind,
  type MeasureSummary,
  type PlanReport,
  type ReviewSummary,
  type TargetSummary,
} from '../model/index';

/** The review the page speaks of: the first at which something falls due, else the last. */
export function mainReview(reviews: readonly ReviewSummary[]): ReviewSummary | null {
  return reviews.find(({ targets }) => targets.length > 0) ?? reviews.at(-1) ?? null;
}

/** How many targets are met on average, from the shares of futures that meet 0, 1, 2, …; null where nothing is due. */
export function meanMet(metCounts: readonly number[]): number | null {
  return metCounts.length === 0 ? null : metCounts.reduce((sum, share, count) => sum + share * count, 0);
}

/** Place of a date's month among the months of a run; −1 where it lies outside. */
export function monthIndex(months: readonly IsoMonth[], date: string): number {
  const first = months[0];
  if (first === undefined) return -1;
  const index = monthNumber(date) - monthNumber(first);
  return index >= 0 && index < months.length ? index : -1;
}

/** Whether a target is counted otherwise than its measure is drawn month by month, so that its own range must be shown apart. */
export function countedApart(basis: string): boolean {
  return basis === 'cumulative' || basis === 'year-to-date' || basis === 'rolling-12';
}

/** Staffing and casework measures the page lists, in order; those a scenario does not have are passed over. */
const LISTED: readonly string[] = [
  'vacancy_rate_dfe',
  'in_post_fte',
  'agency_fte',
  'agency_share_workforce',
  'starters_fte',
  'turnover_rate',
  'absence_rate',
  'caseload_mean',
  'caseload_mean@assessment',
  'caseload_mean@longer-term',
  'caseload_newly_qualified',
  'unallocated_count',
  'longest_wait_days',
  'assessments_open',
  'assessments_overdue',
  'utilisation',
  'ia_in_time',
  'ca_in_time',
  'sa_in_time',
  'ia_in_time_by_start',
  'ca_in_time_by_start',
  'sa_in_time_by_start',
  'icpc_in_15',
  'cp_reviews_in_time',
  'cp_allocated',
  'lac_reviews_event',
  'review_participation',
];

export function listedMeasures(result: PlanReport): { readonly id: string; readonly measure: MeasureSummary }[] {
  const teams = Object.keys(result.measures).filter((id) => id.startsWith('caseload_mean@') && !LISTED.includes(id));
  return [...LISTED, ...teams].flatMap((id) => {
    const measure = result.measures[id];
    return measure ? [{ id, measure }] : [];
  });
}

/** The measure that stands beside a timeliness result, because finished work says nothing of what is still open; of a team, the team's own. */
export function besideTimeliness(
  target: Pick<TargetSummary, 'measure'>,
  { measures }: Pick<PlanReport, 'measures'>,
): { readonly id: string; readonly measure: MeasureSummary } | null {
  const { measure: of, part } = splitMeasure(target.measure);
  if (!['ia_in_time', 'ca_in_time', 'sa_in_time'].includes(of)) return null;
  const id = joinMeasure('assessments_overdue', part);
  const measure = measures[id];
  return measure ? { id, measure } : null;
}

/** The same work counted by the month in which it began, in the latest month up to `until` in which that is known. */
export function byStart(
  { measure }: Pick<TargetSummary, 'measure'>,
  { measures }: Pick<PlanReport, 'measures'>,
  until: number,
): { readonly id: string; readonly at: number; readonly p50: number } | null {
  const id = `${measure}_by_start`;
  const series = measures[id]?.p50.slice(0, until + 1) ?? [];
  const at = series.findLastIndex((value) => value !== null);
  const p50 = series[at];
  return p50 == null ? null : { id, at, p50 };
}

/** How the months of a measure are counted in its chart. */
export function seriesText(kind: MeasureKind): string {
  return {
    event: 'each month alone',
    flow: 'each month alone',
    snapshot: 'at each month end',
    declared: 'declared path',
    formula: 'worked out at each month end',
  }[kind];
}
