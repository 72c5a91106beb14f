/** One and the same climb read in two ways: each month alone, and added up; why a notice that asks for both asks twice. */
import { isoMonth, monthNumber, type IsoMonth, type Target } from '../../model/index';
import { monthText, percent } from '../../model/results/format';
import type { MeasureFacts } from './measures';
import { countedMonths } from './strip';

export interface ClimbMonth {
  readonly month: IsoMonth;
  /** The month alone, as a share. */
  readonly alone: number;
  /** All months from the first to this one together. */
  readonly together: number;
}

export interface Climb {
  readonly months: readonly ClimbMonth[];
  /** What the notice asks for, by the month it is due in. */
  readonly asked: readonly { readonly month: IsoMonth; readonly threshold: number; readonly adds: boolean }[];
  /** What the picture shows, in one sentence. */
  readonly text: string;
}

const adds = ({ basis }: Pick<Target, 'basis'>) => basis.kind === 'cumulative' || basis.kind === 'year-to-date';

/**
 * The climb for a measure that is asked for both added up and month by month: evenly from the baseline in the month before
 * the sum begins to the sum's own threshold in its last month, the same number counted each month. Null where the targets
 * have no such pair, or the measure is no percentage of events.
 * Example: from 62% before April to 80% in December, December alone is 80% and April to December together 72.0%.
 */
export function climbOf(targets: readonly Target[], { kind, unit }: MeasureFacts): Climb | null {
  const sum = targets.find((target) => adds(target) && target.due !== null);
  if (kind !== 'event' || unit !== 'share' || !sum || !targets.some((target) => !adds(target))) return null;
  const span = countedMonths(sum, sum.due ?? '');
  if (!span || span.to - span.from < 1 || span.to - span.from > 23) return null;
  const steps = span.to - span.from + 1;
  const { baseline, threshold } = sum;
  let total = 0;
  const months = Array.from({ length: steps }, (_, i): ClimbMonth => {
    const alone = baseline.value + ((threshold - baseline.value) * (i + 1)) / steps;
    total += alone;
    return { month: isoMonth(span.from + i), alone, together: total / (i + 1) };
  });
  const last = months.at(-1);
  if (!last) return null;
  const asked = targets.flatMap((target) => {
    const month = target.due === null ? null : monthNumber(target.due);
    const inside = month !== null && month >= span.from && month <= span.to;
    return inside ? [{ month: isoMonth(month), threshold: target.threshold, adds: adds(target) }] : [];
  });
  const text = `A service that climbs evenly from ${percent(baseline.value)} to ${percent(threshold)} in ${monthText(last.month)} reads ${percent(threshold)} in that month alone, and ${percent(last.together, 1)} added up from ${monthText(isoMonth(span.from))}: the sum carries the weak months with it.${sum.recordingLag ? ' Both are as they stand once all is entered.' : ''}`;
  return { months, asked, text };
}
