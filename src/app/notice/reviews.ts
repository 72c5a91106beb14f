/** The dates on which a notice is judged: changed, and laid out in time. */
import { isoMonth, monthNumber, type IsoDate, type Review, type Scenario, type Target } from '../../model/index';
import { dueAt } from '../../model/notice/review';
import { countWord, monthText } from '../../model/results/format';
import { monthEnd } from './typed';

const inOrder = (reviews: readonly Review[]) => [...reviews].sort((a, b) => (a.date < b.date ? -1 : 1));

/** The last day simulated. */
export function lastDay({ start, horizonMonths }: Pick<Scenario, 'start' | 'horizonMonths'>): IsoDate {
  return monthEnd(isoMonth(monthNumber(start) + horizonMonths - 1));
}

/** With one more review, half a year after the last or as near to that as can be; the same where no month is left. */
export function addReview(scenario: Scenario): Scenario {
  const { reviews, start, horizonMonths } = scenario;
  const first = monthNumber(start);
  const last = first + horizonMonths - 1;
  const taken = reviews.map(({ date }) => monthNumber(date));
  const wanted = Math.min(last, (taken.at(-1) ?? first) + 6);
  const free = Array.from({ length: horizonMonths }, (_, i) => first + i).filter((month) => !taken.includes(month));
  const month = free.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];
  if (month === undefined) return scenario;
  const date = monthEnd(isoMonth(month));
  return { ...scenario, reviews: inOrder([...reviews, { date, label: monthText(date) }]) };
}

export function removeReview(scenario: Scenario, date: IsoDate): Scenario {
  return { ...scenario, reviews: scenario.reviews.filter((review) => review.date !== date) };
}

/** With a review on another date; a label that was only its month follows it. */
export function moveReview(scenario: Scenario, from: IsoDate, to: IsoDate): Scenario {
  const moved = (review: Review): Review => ({
    date: to,
    label: review.label === monthText(from) ? monthText(to) : review.label,
  });
  const reviews = scenario.reviews.map((review) => (review.date === from ? moved(review) : review));
  return { ...scenario, reviews: inOrder(reviews) };
}

export function relabelReview(scenario: Scenario, date: IsoDate, label: string): Scenario {
  const reviews = scenario.reviews.map((review) => (review.date === date ? { ...review, label } : review));
  return { ...scenario, reviews };
}

/** The review at which a target falls due; null for one without a date, or dated after the last review. */
export function reviewOf({ reviews }: Pick<Scenario, 'reviews'>, { due }: Pick<Target, 'due'>): IsoDate | null {
  return due === null ? null : (reviews.find(({ date }) => date >= due)?.date ?? null);
}

/** What falls due at a review, in words: "All eight targets fall due", "Nothing falls due". */
export function dueWords({ targets, reviews }: Pick<Scenario, 'targets' | 'reviews'>, date: IsoDate): string {
  const due = dueAt(targets, reviews, date);
  if (due.length === 0) return 'Nothing falls due';
  if (due.length === targets.length && due.length > 2) return `All ${countWord(due.length)} targets fall due`;
  const names = due.map(({ label, code }) => code ?? label);
  return `${due.length === 1 ? 'Falls' : 'Fall'} due: ${names.join(', ')}`;
}

/** A date on the line of time, from 0 at the start to 1 at the end of the months simulated. */
export function place({ start, horizonMonths }: Pick<Scenario, 'start' | 'horizonMonths'>, date: IsoDate): number {
  const at = monthNumber(date) - monthNumber(start) + (Number(date.slice(8, 10)) - 1) / 31;
  return Math.min(1, Math.max(0, at / horizonMonths));
}
