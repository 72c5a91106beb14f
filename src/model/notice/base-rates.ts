/** What councils have managed before: how often one that stood where this one stands was at the target some years later. */
import { countWord, formatExact } from '../results/format';
import { wilson } from '../results/precision';
import type { BaseRate } from '../results/report';
import type { Target } from '../scenario/schema';
import { monthNumber, MONTHS_PER_YEAR, type IsoDate } from '../units';
import { NOT_KNOWN } from './baseline';

/** Councils that stood from `from` up to, not at, `below` (null: no bound), and how many had reached `reach` later. Shares from 0 to 1. */
export interface BaseRateRow {
  readonly measures: readonly string[];
  /** `at-least` or `at-most`. */
  readonly direction: string;
  readonly from: number | null;
  readonly below: number | null;
  readonly reach: number;
  readonly after: readonly { readonly years: number; readonly hits: number; readonly n: number }[];
}

/** The table of `scenarios/base-rates.json`; figures about the world live there, not here. */
export interface BaseRateTable {
  readonly source: string;
  readonly grade: string;
  /** What stands behind the percentage ("24% vacancies", "75% of assessments in time"), and what must be said where the history is of another measure. */
  readonly subjects: Readonly<Record<string, { readonly of: string; readonly history: string | null } | undefined>>;
  readonly rows: readonly BaseRateRow[];
  /** How much a council's figure changes from one year to the next: standard deviations, shares as fractions. */
  readonly yearlyChanges: YearlyChanges;
}

/** Standard deviations of one-year changes over real councils, and what must be said where the history is of another measure. */
export interface YearlyChanges {
  readonly source: string;
  readonly grade: string;
  readonly rows: readonly { readonly measures: readonly string[]; readonly sd: number; readonly note: string | null }[];
}

/** Months by which the time allowed may differ from a whole number of years. */
const MONTHS_OFF = 3;

/** Difference below which two percentages count as the same figure. */
const SAME = 1e-9;

/**
 * The history that truly fits a target: the same measure and direction, a baseline inside the row's range, the row's
 * threshold exactly, and 1, 2 or 3 years (give or take 3 months) from `start` to the due date. Of several rows the one
 * whose range begins nearest the baseline. Null where none fits: a near miss is not quoted.
 * Example: vacancies from 24.7% to 17.7% in 12 months give 47 of 373.
 */
export function baseRateFor(target: Target, start: IsoDate, table: BaseRateTable): BaseRate | null {
  if (target.due === null || target.baseline.year === NOT_KNOWN) return null;
  const months = monthNumber(target.due) - monthNumber(start);
  const years = Math.round(months / MONTHS_PER_YEAR);
  if (Math.abs(months - years * MONTHS_PER_YEAR) > MONTHS_OFF) return null;
  const baseline = target.baseline.value;
  const fitting = table.rows
    .filter((row) => row.measures.includes(target.measure) && row.direction === target.direction)
    .filter((row) => Math.abs(row.reach - target.threshold) < SAME)
    .filter((row) => baseline >= (row.from ?? 0) - SAME && baseline < (row.below ?? Infinity) - SAME)
    .sort((a, b) => distance(a, baseline) - distance(b, baseline));
  const row = fitting[0];
  const after = row?.after.find((entry) => entry.years === years);
  if (!row || !after) return null;
  return { probability: after.hits / after.n, n: after.n, text: sentence(row, after, target.measure, table) };
}

/** How far the row's range reaches beyond the baseline on the side where change is asked. */
function distance({ from, below, direction }: BaseRateRow, baseline: number): number {
  return direction === 'at-most' ? baseline - (from ?? 0) : (below ?? 1) - baseline;
}

function sentence(
  row: BaseRateRow,
  after: { years: number; hits: number; n: number },
  measure: string,
  table: BaseRateTable,
): string {
  const subject = table.subjects[measure];
  const share = (value: number) => formatExact(value, 'share');
  const stood =
    row.from === null
      ? `below ${share(row.below ?? 1)} ${subject?.of ?? ''}`
      : row.below === null
        ? `at ${share(row.from)} ${subject?.of ?? ''} or more`
        : `at ${share(row.from)} ${subject?.of ?? ''} or more, but below ${share(row.below)},`;
  const reached = `${share(row.reach)} or ${row.direction === 'at-most' ? 'less' : 'more'}`;
  const later = after.years === 1 ? 'a year later' : `${countWord(after.years)} years later`;
  const hundred = Math.round((after.hits / after.n) * 100);
  const text = `Of councils that stood ${stood}, ${String(hundred)} in 100 were at ${reached} ${later}.`.replaceAll(
    ',,',
    ',',
  );
  return subject?.history ? `${text} ${subject.history}` : text;
}

/** Points by which a chance must exceed history before it is called more hopeful. */
const HOPEFUL_POINTS = 0.1;

/**
 * Whether a model's chance is far above history: at least 10 points above the historical share, and above the upper end
 * of that share's 95% interval. The second alone would not do, because the council-years overlap and the interval is
 * narrower than it should be. False where the chance is not known.
 */
export function moreHopeful(probability: number | null, { probability: history, n }: BaseRate): boolean {
  const interval = wilson(Math.round(history * n), n);
  if (probability === null || !interval) return false;
  return probability >= history + HOPEFUL_POINTS && probability > interval[1];
}
