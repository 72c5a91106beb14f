/** Safety floors: what must not happen in any month on the way to the targets, and the chance that it does. */
import { measureColumns, measureLabel, monthStart, readMeasureId, valueAt, type FutureRows } from './measure-series';
import { chanceOf, meets, stateErrorOfChance } from './precision';
import type { FloorChance, SafetyFloor } from './report';

export type FloorDirection = 'at-least' | 'at-most';

/**
 * The chance that a measure is on the wrong side of a level at the end of any month of the run. Exactly at the level
 * is on the right side. Months without a value are passed over; a future without a value in any month counts nowhere.
 * The chance grows with the horizon: it is of a whole run, not of a month.
 * @param measure id of a measure read at month end; of one counted over the month, each month alone is judged
 * @param direction what must hold: `at-least` the level, or `at-most`
 */
export function floorChance(data: FutureRows, measure: string, level: number, direction: FloorDirection): FloorChance {
  const { months } = data.layout;
  const { unit } = readMeasureId(data.layout, measure).definition;
  const columns = measureColumns(data.layout, measure);
  const broken = new Float64Array(data.futures).fill(Number.NaN);
  const byMonth = months.map(() => 0);
  for (let future = 0; columns && future < data.futures; future++) {
    for (let month = 0; month < months.length; month++) {
      const value = valueAt(data.rows, monthStart(data, future, month), columns);
      if (Number.isNaN(value)) continue;
      const holds = meets(value, direction, level, unit, null);
      if (!holds) byMonth[month]!++;
      if (!holds || Number.isNaN(broken[future]!)) broken[future] = holds ? 0 : 1;
    }
  }
  const futures = broken.filter((flag) => !Number.isNaN(flag)).length;
  const hits = broken.filter((flag) => flag === 1).length;
  const most = Math.max(0, ...byMonth);
  const peak = most > 0 ? { month: months[byMonth.indexOf(most)]!, share: most / futures } : null;
  return { ...chanceOf(hits, futures), ...stateErrorOfChance(broken, data.warmPoints), futures, peak };
}

/** Overdue assessments may grow by half before the floor is broken, where nobody has chosen another level; our convention. */
const OVERDUE_OF_BASELINE = 1.5;

/** Working days that child protection plans may wait in a month, all together: one plan, all month long, of which no month has more than 23; our convention. */
const WAITING_DAYS = 23;

/** Why the levels of our convention are what they are; true of those levels only. */
const REASONS = {
  allocated: 'every child protection plan',
  waiting: 'as much as one plan waiting all month long',
  overdue: 'half as many again as in the simulated baseline year',
} as const;
export const USUAL_REASONS: readonly string[] = Object.values(REASONS);

/** A level that a board has chosen. */
export interface ChosenFloor {
  readonly measure: string;
  readonly direction: FloorDirection;
  readonly level: number;
  readonly reason: string;
}

/**
 * The floors that every plan is held against: those that the board chose, or ours. Ours are that child protection plans are
 * all with a worker at every month's end, and wait no more than one plan would that waits all month long; and that assessments
 * over their limit are at most half as many again as in the simulated baseline year. One whose measure or level is not there
 * is left out.
 * @param baseline one month in the layout's columns: the mean month of the baseline year
 */
export function safetyFloors(data: FutureRows, baseline: Float64Array, chosen?: readonly ChosenFloor[]): SafetyFloor[] {
  return (chosen ?? ourFloors(data, baseline)).flatMap(({ measure, direction, level, reason }) => {
    if (!measureColumns(data.layout, measure) || Number.isNaN(level)) return [];
    const label = measureLabel(data.layout, measure);
    const { unit } = readMeasureId(data.layout, measure).definition;
    const levelText = reason === '' ? 'the level the board chose' : reason;
    return [{ measure, label, unit, direction, level, levelText, ...floorChance(data, measure, level, direction) }];
  });
}

function ourFloors(data: FutureRows, baseline: Float64Array): ChosenFloor[] {
  const overdue = measureColumns(data.layout, 'assessments_overdue');
  const level = overdue ? OVERDUE_OF_BASELINE * valueAt(baseline, 0, overdue) : Number.NaN;
  return [
    { measure: 'cp_allocated', direction: 'at-least', level: 1, reason: REASONS.allocated },
    {
      measure: 'cp_waiting_days',
      direction: 'at-most',
      level: WAITING_DAYS,
      reason: REASONS.waiting,
    },
    {
      measure: 'assessments_overdue',
      direction: 'at-most',
      level,
      reason: REASONS.overdue,
    },
  ];
}
