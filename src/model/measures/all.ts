/** All measures of the model, found by their ids. */
import { CHILDREN_MEASURES } from './children';
import { DEMAND_MEASURES } from './demand';
import { MONEY_MEASURES } from './money';
import { START_MEASURES } from './start';
import { TIMELINESS_MEASURES } from './timeliness';
import { WORKFORCE_MEASURES } from './workforce';
import { WORK_MEASURES } from './work';
import type { MeasureDefinition } from './definition';
import { splitMeasure } from './parts';

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

/** The definition of a measure id, with or without a team or grade behind the at sign; undefined where there is none. */
export function measureById(id: string): MeasureDefinition | undefined {
  return BY_ID.get(splitMeasure(id).measure);
}
