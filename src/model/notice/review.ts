/** A review date: which targets fall due, and the chance of meeting all of them in one and the same future. */
import { finishedFutures, type FutureRows } from '../results/measure-series';
import { chanceOf, stateErrorOfChance } from '../results/precision';
import type { ReviewChance, ReviewSummary, TargetSummary } from '../results/report';
import type { Review, Target } from '../scenario/schema';
import { monthNumber, type IsoDate } from '../units';
import { hasValue, readTarget } from './target';

/** The targets due at a review: those dated on or before it and after the review before it. ISO dates compare as text. */
export function dueAt(targets: readonly Target[], reviews: readonly Review[], date: IsoDate): Target[] {
  const earlier = reviews.map((review) => review.date).filter((other) => other < date);
  const previous = earlier.sort().at(-1) ?? '';
  return targets.filter(({ due }) => due !== null && due <= date && due > previous);
}

/**
 * The chance and range of a target at a review: of one that falls due there its own, on its own date; of any other that of
 * being there already. Null where the report has none.
 */
export function chanceAt(
  target: TargetSummary,
  review: Pick<ReviewSummary, 'date' | 'targets'>,
): Omit<ReviewChance, 'review'> | null {
  if (review.targets.includes(target.id)) return target;
  return target.atReviews.find((one) => one.review === review.date) ?? null;
}

/**
 * Every review in order of date. Due targets are judged in the month of their own due date, together, future by
 * future: a future that lacks a value for one of them has not met it, because a board cannot tick what it cannot
 * see; a failed future counts nowhere. Where nothing is due, or a due target has no value in any future (it lies
 * beyond the run), the chance is null and `metCounts` is empty. `metCounts[k]` is the share of futures that meet
 * exactly k. The watched are all other targets that have a value in the review's month.
 */
export function summariseReviews(
  data: FutureRows,
  targets: readonly Target[],
  reviews: readonly Review[],
): ReviewSummary[] {
  const finished = finishedFutures(data);
  const inOrder = [...reviews].sort((a, b) => (a.date < b.date ? -1 : 1));
  return inOrder.map(({ date }) => summariseReview(data, finished, targets, dueAt(targets, reviews, date), date));
}

function summariseReview(
  data: FutureRows,
  finished: Uint8Array,
  targets: readonly Target[],
  due: readonly Target[],
  date: IsoDate,
): ReviewSummary {
  const watched = targets.filter(
    (target) => !due.includes(target) && hasValue(readTarget(data, target, monthNumber(date))),
  );
  const base = { date, targets: due.map(({ id }) => id), watched: watched.map(({ id }) => id) };
  const readings = due.map((target) => readTarget(data, target, monthNumber(target.due ?? date)));
  if (due.length === 0 || !readings.every(hasValue)) {
    return { ...base, probabilityAll: null, standardError: null, interval: null, metCounts: [], mostMissed: null };
  }
  const allMet = Float64Array.from(finished, (ran, future) =>
    ran === 0 ? Number.NaN : readings.every(({ met }) => met[future] === 1) ? 1 : 0,
  );
  const { futures, counts, misses } = tally(
    readings.map(({ met }) => met),
    finished,
  );
  const { probability, ...error } = chanceOf(counts.at(-1) ?? 0, futures);
  const most = Math.max(...misses);
  const worst = due[misses.indexOf(most)];
  return {
    ...base,
    probabilityAll: probability,
    ...error,
    ...stateErrorOfChance(allMet, data.warmPoints),
    metCounts: counts.map((count) => count / futures),
    mostMissed: worst && most > 0 ? { id: worst.id, share: most / futures } : null,
  };
}

/** How many finished futures meet 0, 1, 2, … of the targets, and how many miss each. */
function tally(
  met: readonly Uint8Array[],
  finished: Uint8Array,
): { futures: number; counts: number[]; misses: number[] } {
  const counts = new Array<number>(met.length + 1).fill(0);
  const misses = new Array<number>(met.length).fill(0);
  let futures = 0;
  finished.forEach((ran, future) => {
    if (ran === 0) return;
    futures++;
    let held = 0;
    met.forEach((flags, target) => {
      if (flags[future] === 1) held++;
      else misses[target] = (misses[target] ?? 0) + 1;
    });
    counts[held] = (counts[held] ?? 0) + 1;
  });
  return { futures, counts, misses };
}

/** The middle number met and the range of 8 in 10 futures, from `metCounts`; null where nothing is due. */
export function metRange(
  metCounts: readonly number[],
): { readonly low: number; readonly middle: number; readonly high: number } | null {
  if (metCounts.length === 0) return null;
  // The smallest number that at least this share of futures does not exceed; the slack is for sums of shares.
  const at = (level: number) => {
    let sum = 0;
    return metCounts.findIndex((share) => (sum += share) >= level - 1e-9);
  };
  return { low: at(0.1), middle: at(0.5), high: at(0.9) };
}
