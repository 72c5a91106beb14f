/** What the months must be for a target that is added up, given that those before go as the middle of the futures. */
import type { IsoMonth, Series, Target } from '../model/index';
import { knownAverage, requiredAverage, type Requirement } from '../model/notice/arithmetic';
import { countedThing } from '../model/notice/words';
import { formatExact, monthText, percent } from '../model/results/format';
import { countedInFigure, enough, lagLine, periodMonths, restText } from './notice/counting';
import type { MeasureFacts } from './notice/measures';

export interface RequiredMonth {
  readonly month: IsoMonth;
  /** The middle estimate of the month alone. */
  readonly middle: number;
  /** Average of the months of the period before it; null for the first. */
  readonly before: number | null;
  /** What this month and all after it must average. */
  readonly rest: Requirement;
}

/**
 * Month by month of a cumulative period: what is left to be averaged if every month before comes out as the middle estimate
 * of that month alone, with the same number counted each month. Empty where the target adds nothing up, or the run does not
 * hold all its months. With a lag the months are as they stand once all is entered, and the figure judged is the one first
 * published, as its chance is counted.
 */
export function requiredMonths(
  target: Target,
  facts: Pick<MeasureFacts, 'kind' | 'unit'>,
  months: readonly IsoMonth[],
  p50: Series,
): readonly RequiredMonth[] {
  const period = periodMonths(target, facts);
  const shares = period.map((month) => p50[months.indexOf(month)] ?? null);
  if (period.length < 2 || shares.some((share) => share === null)) return [];
  const middles = shares.filter((share) => share !== null);
  return period.map((month, at) => {
    const known = period.slice(0, at).map((one, i) => ({ share: middles[i] ?? 0, ...countedInFigure(target, one) }));
    const left = period.slice(at).map((one) => countedInFigure(target, one));
    return {
      month,
      middle: middles[at] ?? 0,
      before: knownAverage(known.map(({ share }) => ({ share, volume: 1 }))),
      rest: requiredAverage(enough(target), target.direction, known, left),
    };
  });
}

/** In two or three sentences: what the whole period asks, and how far that has moved in the middle of it; empty for no months. */
export function requiredWords(target: Target, path: readonly RequiredMonth[]): readonly string[] {
  const [first, last] = [path[0], path.at(-1)];
  if (!first || !last) return [];
  const or = target.direction === 'at-least' ? 'or more' : 'or less';
  const whole = `${monthText(first.month)} to ${monthText(last.month)} must average ${formatExact(target.threshold, 'share')} ${or} (the same number of ${countedThing(target.measure)} each month).`;
  const late = lagLine(
    target,
    path.map(({ month }) => month),
  );
  const half = path[Math.ceil(path.length / 2)];
  const before = path[Math.ceil(path.length / 2) - 1];
  if (!half || !before || half.before === null) return [whole, ...late];
  const so = `If ${monthText(first.month)} to ${monthText(before.month)} come out as the middle estimates, ${percent(half.before, 1)} on average,`;
  const then = {
    needs: () => `every month from ${monthText(half.month)} must average ${restText(half.rest, target.direction)}.`,
    'already-met': () => 'the target is met whatever the rest bring.',
    'out-of-reach': () => 'the target can no longer be reached, whatever the rest bring.',
  }[half.rest.kind]();
  return [whole, `${so} ${then}`, ...late];
}
