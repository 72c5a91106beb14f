/** Where the spread of each target's measure comes from: chance, doubt, and the finite number of futures. */
import type { FutureRows } from '../results/measure-series';
import { largerStateError } from '../results/precision';
import type { SpreadLine } from '../results/report';
import { chanceAlone, spreadParts } from '../results/spread';
import type { Review, Target } from '../scenario/schema';
import { monthNumber } from '../units';
import { countingText } from './basis';
import { describeTarget, readTarget } from './target';

/** The futures of one plan, and the echoes of the first of them in order; null where the futures were run without doubt. */
export interface EchoedRows {
  readonly plan: string;
  readonly data: FutureRows;
  readonly echoes: FutureRows | null;
}

/**
 * A line for each target: its measure on its basis at its due date, or at the last review where it has none; a target
 * without either is left out. Shares from 0 to 1, errors in the unit of the measure; null where the date lies beyond
 * the run. Without doubt the share of chance is 1.
 */
export function spreadLines(
  { plan, data, echoes }: EchoedRows,
  targets: readonly Target[],
  reviews: readonly Review[],
): SpreadLine[] {
  const last =
    reviews
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? null;
  return targets.flatMap((target) => {
    const date = target.due ?? last;
    if (date === null) return [];
    const read = (rows: FutureRows) => readTarget(rows, target, monthNumber(date)).values;
    const values = read(data);
    const { chance, doubt, simulation, ...more } = echoes ? spreadParts(values, read(echoes)) : chanceAlone(values);
    const { measure, id, label, unit, basis } = describeTarget(data.layout, target);
    return {
      measure,
      target: id,
      chance,
      doubt,
      simulation,
      simulationStates: largerStateError(values, data.warmPoints, simulation),
      label,
      unit,
      plan,
      basis,
      basisText: countingText(target, date),
      date,
      ...more,
    };
  });
}
