/** A plan's way month by month beside as now, on the same futures: where it is worse before it is better. */
import type { IsoMonth, MeasureDefinition, Polarity } from '../model/index';
import { monthValues, readMeasureId, type FutureRows } from '../model/results/measure-series';
import { errorOfMean } from '../model/results/spread';
import { formatCell } from '../model/results/format';
import { headingMonth } from './words';

/** The measures watched on the way, in the order in which they are said. */
export const WATCHED = [
  'caseload_mean',
  'ia_in_time',
  'sa_in_time',
  'assessments_overdue',
  'unallocated_count',
] as const;

/** By how much a plan's mean of a measure differs from as now's in each month, with the paired standard error; null where no future has a value. */
export interface PathDifference {
  readonly measure: string;
  readonly difference: readonly (number | null)[];
  readonly standardError: readonly number[];
}

/** The differences of plan b from plan a over the same futures, of the measures watched that both have. */
export function pathDifferences(a: FutureRows, b: FutureRows, ids: readonly string[]): PathDifference[] {
  return ids.map((measure) => {
    const months = a.layout.months.map((_, month) => {
      const [before, after] = [monthValues(a, measure, month), monthValues(b, measure, month)];
      return errorOfMean(after.map((value, future) => value - (before[future] ?? Number.NaN)));
    });
    return {
      measure,
      difference: months.map(({ mean }) => mean),
      standardError: months.map(({ simulation }) => simulation ?? 0),
    };
  });
}

/** Months in a row in which a plan is worse, or better, than as now. */
export interface Stretch {
  readonly way: 'worse' | 'better';
  readonly from: IsoMonth;
  readonly to: IsoMonth;
  /** The largest difference in it. */
  readonly most: number;
}

/** A difference counts beyond so many standard errors: many months are looked at, and chance alone must not speak. */
const CLEAR = 3;
/** Months that a stretch must last. */
const LEAST = 2;

/** The stretches in which the difference is clear, in order; none for a measure of which neither way is good. */
export function stretches(path: PathDifference, polarity: Polarity, months: readonly IsoMonth[]): readonly Stretch[] {
  if (polarity === 'neutral') return [];
  const ways = months.map((_, i): Stretch['way'] | null => {
    const [difference, error] = [path.difference[i] ?? 0, path.standardError[i] ?? 0];
    if (difference === 0 || Math.abs(difference) <= CLEAR * error) return null;
    return difference > 0 === (polarity === 'high') ? 'better' : 'worse';
  });
  const found: Stretch[] = [];
  for (let first = 0; first < ways.length;) {
    const way = ways[first];
    let end = first + 1;
    while (end < ways.length && ways[end] === way) end++;
    if (way != null && end - first >= LEAST) {
      const values = path.difference.slice(first, end).map((value) => value ?? 0);
      const most = values.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
      found.push({ way, from: months[first] ?? '', to: months[end - 1] ?? '', most });
    }
    first = end;
  }
  return found;
}

/** What is said of a way, and whether it gets worse first. */
export interface PathSentence {
  readonly dips: boolean;
  readonly sentence: string;
}

/** What the way of a measure is, in a sentence; null where it is nowhere clearly other than as now. */
export function pathWords(
  path: PathDifference,
  { label, polarity, unit }: Pick<MeasureDefinition, 'label' | 'polarity' | 'unit'>,
  months: readonly IsoMonth[],
): PathSentence | null {
  const found = stretches(path, polarity, months);
  if (found.length === 0) return null;
  const size = (value: number): string =>
    unit === 'share' ? `${Math.abs(100 * value).toFixed(1)} points` : formatCell(Math.abs(value), unit);
  const last = months.at(-1);
  const said = found.slice(0, 3).map(({ way, from, to, most }) => {
    const until = to === last ? `from ${headingMonth(from)} on` : `${headingMonth(from)} to ${headingMonth(to)}`;
    return `${way} ${until}, by up to ${size(most)}`;
  });
  const dips = found[0]?.way === 'worse' && found.some(({ way }) => way === 'better');
  return { dips, sentence: `${label}: ${said.join('; ')}.` };
}

/** Those of the measures watched that a layout has. */
export function watchedIn(layout: FutureRows['layout']): readonly string[] {
  return WATCHED.filter((id) => layout.columns.includes(readMeasureId(layout, id).definition.numerator ?? ''));
}
