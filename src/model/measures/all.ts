/** All measures of the model, found by their ids. */
import { CHILDREN_MEASURES } from './children';
import { DEMAND_MEASURES } from './demand';
import { MONEY_MEASURES } from './money';
import { START_MEASURES } from './start';
import { TIMELINESS_MEASURES } from './timeliness';
import { WORKFORCE_MEASURES } from './workforce';
import { WORK_MEASURES } from './work';
import type { MeasureDefinition } from './definition';

/** Every measure of the model, in the order reports show them. */
export const MEASURES: readonly MeasureDefinition[] = [
  ...DEMAND_MEASURES,
  ...TIMELINESS_MEASURES,
  ...CHILDREN_MEASURES,
  ...WORKFORCE_MEASURES,
  ...WORK_MEASURES,
  ...START_MEASURES,
  ...MONEY_MEASURES,
];

const BY_ID = new Map(MEASURES.map((m) => [m.id, m]));

/** The definition of a measure id, without any team suffix; undefined where there is none. */
export function measureById(id: string): MeasureDefinition | undefined {
  return BY_ID.get(id);
}

/** Measures that are also reported by team and, where they have the columns, by grade, as `measure@team`. */
export const TEAM_MEASURES = [
  'caseload_mean',
  'caseload_over_share',
  'unallocated_count',
  'in_post_fte',
  'agency_fte',
  'posts_fte',
  'vacant_fte',
  'uncovered_fte',
  'starters_fte',
  'leavers_fte',
  'absence_rate',
  'ia_in_time',
  'ca_in_time',
  'sa_in_time',
  'assessments_overdue',
] as const;
