/** What a board's scorecard says of a target at a review beyond its chance: the year to date, and which way it goes. */
import type { MeasureUnit } from '../measures/definition';
import { amountText } from '../results/format';
import type { FutureRows } from '../results/measure-series';
import { spreadOf } from '../results/quantile';
import type { TargetSummary } from '../results/report';
import type { ScorecardLine, Travel } from '../results/scorecard';
import type { Review, Target } from '../scenario/schema';
import { isoMonth, monthNumber, type IsoDate, type IsoMonth } from '../units';
import { countingText, financialYearStart, readBasis } from './basis';
import { targetMeasure } from './target';

/** Months that stand together on either side of a direction of travel. */
const TOGETHER = 3;

/** Share of the futures that must move the same way before a direction is named; our convention. */
export const TRAVEL_SHARE = 0.75;
/** A smaller change is none: of a share one percentage point, of anything else this part of what it was; our convention. */
const LEAST_POINTS = 0.01;
const LEAST_PART = 0.02;
const SLACK = 1e-9;

/** Months that stand one by one in a scorecard, the review's the last of them. */
const ONE_BY_ONE = 3;

/** Places of the months of a run that stand one by one at a review; the last ones where the review lies beyond the run. */
export function monthPlaces(months: readonly IsoMonth[], review: IsoDate): readonly number[] {
  const at = months.indexOf(review.slice(0, 7));
  const last = at < 0 ? months.length - 1 : at;
  return Array.from({ length: ONE_BY_ONE }, (_, i) => last - ONE_BY_ONE + 1 + i).filter((place) => place >= 0);
}

/**
 * A line for each target at each review, in the order of the reviews given; what the run does not hold is null. All of it
 * is counted as the target's chance is: of a target with a lag, each figure as it is first published at the end of its own period.
 */
export function scorecardLines(
  data: FutureRows,
  targets: readonly Target[],
  reviews: readonly Review[],
): ScorecardLine[] {
  return reviews.flatMap(({ date }) =>
    targets.map((target) => ({
      review: date,
      target: target.id,
      months: monthsAlone(data, target, date),
      yearToDate: yearToDate(data, target, monthNumber(date)),
      travel: travel(data, target, monthNumber(date)),
    })),
  );
}

/** Middles of the months one by one, each read at its own end. */
function monthsAlone(data: FutureRows, target: Target, review: IsoDate): ScorecardLine['months'] {
  const { months } = data.layout;
  return monthPlaces(months, review).map((place) => {
    const month = months[place] ?? '';
    const { values } = readBasis(data, target.measure, { kind: 'in-month' }, monthNumber(month), target.recordingLag);
    return { month, p50: spreadOf(values).p50 };
  });
}

/** The measure added up from April to a month (a month number); null for what is not added up, and where April lies before the run. */
function yearToDate(data: FutureRows, target: Target, month: number): ScorecardLine['yearToDate'] {
  const { kind } = targetMeasure(data.layout, target);
  if (kind !== 'event' && kind !== 'flow') return null;
  const basis = { kind: 'year-to-date' } as const;
  const { p10, p50, p90 } = spreadOf(readBasis(data, target.measure, basis, month, target.recordingLag).values);
  const from = isoMonth(financialYearStart(month));
  return p50 === null
    ? null
    : { from, basisText: countingText({ ...target, basis }, `${isoMonth(month)}-28`), p10, p50, p90 };
}

/**
 * Which way a target's measure goes, so that the arrow does not turn over for luck or for a trifle: the three months to
 * `month` (a month number) together against the three before them, future by future; of what is read at month end, the
 * ends of both. With a lag both spells are read at their own ends, as first published, so that like is held against like. A future moves only if it changes by at least a percentage point (of anything but a share, by 2% of
 * what the middle was), and a direction is named only where three in four futures move that way. Null where the run does
 * not hold the six months, or no future has a value in both.
 * Example: 70% of assessments in time, then 74% in three of four futures and 70% in one: better, in 0.75 of them.
 */
export function travel(data: FutureRows, target: Target, month: number): Travel | null {
  const { unit } = targetMeasure(data.layout, target);
  const read = (last: number) => {
    const basis = { kind: 'cumulative', from: isoMonth(last - TOGETHER + 1), to: isoMonth(last) } as const;
    return readBasis(data, target.measure, basis, last, target.recordingLag).values;
  };
  const [was, is] = [read(month - TOGETHER), read(month)];
  const changes = is.map((value, future) => value - (was[future] ?? Number.NaN));
  const [before, after, change] = [spreadOf(was).p50, spreadOf(is).p50, spreadOf(changes)];
  if (before === null || after === null || change.count === 0) return null;
  const least = unit === 'share' ? LEAST_POINTS : Math.abs(before) * LEAST_PART;
  const good = target.direction === 'at-least' ? 1 : -1;
  const moving = (sign: number) =>
    changes.filter((value) => sign * value >= least - SLACK && sign * value > SLACK).length / change.count;
  const [better, worse] = [moving(good), moving(-good)];
  const enough = TRAVEL_SHARE - SLACK;
  return {
    from: isoMonth(month - 2 * TOGETHER + 1),
    to: isoMonth(month),
    before,
    after,
    least,
    better,
    worse,
    direction: better >= enough ? 'better' : worse >= enough ? 'worse' : 'unclear',
  };
}

/** How far a value lies from what a target asks: "2.1 points short", "0.8 cases over", "1.3 points to spare". "–" for null. */
export function gapText(
  value: number | null,
  { threshold, direction, unit }: Pick<TargetSummary, 'threshold' | 'direction' | 'unit'>,
): string {
  const gap = gapTo(value, { threshold, direction });
  if (gap === null) return '–';
  const size = amountText(Math.abs(gap), unit);
  if (!/[1-9]/.test(size)) return `within ${amountText(unit === 'share' ? 0.001 : 0.1, unit)}`;
  return `${size} ${gap > 0 ? 'to spare' : direction === 'at-least' ? 'short' : 'over'}`;
}

/** How far beyond a target a value lies, in the unit of the measure; negative where it is missed; null for null. */
export function gapTo(
  value: number | null,
  { threshold, direction }: Pick<TargetSummary, 'threshold' | 'direction'>,
): number | null {
  return value === null ? null : (direction === 'at-least' ? 1 : -1) * (value - threshold);
}

/** A direction of travel in words and with a shape: polarity is in the word, never in the shape alone. */
export function travelText(of: Travel | null, unit: MeasureUnit): { readonly text: string; readonly shape: string } {
  if (!of) return { text: 'not known', shape: '' };
  const { direction, better, worse, before, after } = of;
  if (direction === 'unclear') return { text: 'No clear change', shape: '▬' };
  const by = amountText(Math.abs(after - before), unit);
  const [word, part] = direction === 'better' ? ['Better', better] : ['Worse', worse];
  // So many futures move that way at all, not by as much as the middle: the two are said apart.
  const text = `${word} in ${String(Math.round(part * 100))} of 100 futures, the middle by ${by}`;
  // The shape says up or down, as the figure goes.
  return { text, shape: after > before ? '▲' : '▼' };
}
