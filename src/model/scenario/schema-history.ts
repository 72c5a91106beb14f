import * as v from 'valibot';
import type { Column } from '../measures/columns';
import { bounded, isoMonth } from './figure';

/** What the Department for Education writes where it has no number: kept as it is, never a 0. */
export const HISTORY_SYMBOLS = ['c', 'x', 'z', ':', 'low'] as const;

/** A series of the twelve months before the start: a column of a future's month, counted by the council. */
export interface HistorySeries {
  readonly column: Column;
  readonly label: string;
  /** How it is counted: people, or full-time equivalents. */
  readonly unit: 'number' | 'FTE';
  /** The whole of another series, of which it is a part. */
  readonly partOf?: Column;
}

/** The series that can be given, in the order of the page. */
export const HISTORY_SERIES = [
  { column: 'referrals', label: 'Referrals', unit: 'number' },
  { column: 'rereferrals', label: 'Repeat referrals', unit: 'number', partOf: 'referrals' },
  { column: 'ia_completed', label: 'Initial assessments', unit: 'number' },
  { column: 'ia_in_time', label: 'Initial in time', unit: 'number', partOf: 'ia_completed' },
  { column: 'ca_completed', label: 'Core assessments', unit: 'number' },
  { column: 'ca_in_time', label: 'Core in time', unit: 'number', partOf: 'ca_completed' },
  { column: 'sa_completed', label: 'Assessments', unit: 'number' },
  { column: 'sa_in_time', label: 'Assessments in time', unit: 'number', partOf: 'sa_completed' },
  { column: 'icpc', label: 'Conferences', unit: 'number' },
  { column: 'icpc_in_time', label: 'Conferences in time', unit: 'number', partOf: 'icpc' },
  { column: 'cp_plans', label: 'Protection plans', unit: 'number' },
  { column: 'in_post', label: 'In post, FTE', unit: 'FTE' },
  { column: 'vacant', label: 'Vacancies, FTE', unit: 'FTE' },
  { column: 'agency', label: 'Agency, FTE', unit: 'FTE' },
  { column: 'starters', label: 'Starters, FTE', unit: 'FTE' },
  { column: 'leavers', label: 'Leavers, FTE', unit: 'FTE' },
  { column: 'cases_held', label: 'Cases held', unit: 'number' },
  { column: 'holders', label: 'Case holders, FTE', unit: 'FTE' },
] as const satisfies readonly HistorySeries[];
export type HistoryColumn = (typeof HISTORY_SERIES)[number]['column'];

/** Months that a history has. */
export const HISTORY_MONTHS = 12;
/** The most that a month may hold of anything. */
export const HISTORY_MOST = 100_000;

const month = bounded({
  label: 'Month',
  unit: '(a count, or FTE)',
  min: 0,
  max: HISTORY_MOST,
  meaning: 'What the council counted in the month, or at its end.',
});

/**
 * What the council itself counted in twelve months running: shown beside the figures and compared with them, never an
 * input of a run. A month without a number holds null, or the symbol that stands there in official tables.
 */
export const historySchema = v.strictObject({
  from: isoMonth,
  series: v.pipe(
    v.array(
      v.strictObject({
        column: v.picklist(HISTORY_SERIES.map(({ column }) => column)),
        values: v.pipe(
          v.array(v.nullable(v.union([month, v.picklist(HISTORY_SYMBOLS)]))),
          v.length(HISTORY_MONTHS, `must hold ${String(HISTORY_MONTHS)} months`),
        ),
      }),
    ),
    v.maxLength(HISTORY_SERIES.length),
  ),
});

export type CouncilHistory = v.InferOutput<typeof historySchema>;
export type HistoryCell = CouncilHistory['series'][number]['values'][number];
