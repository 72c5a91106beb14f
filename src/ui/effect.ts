/** What stands under the settings of a plan: its chance of all targets beside as now's, in words. */
import { chanceShort, countWord, headingMonth } from '../app/words';
import type { PlanReport, ReviewSummary } from '../model/index';
import { mainReview, meanMet } from './reading';

export interface EffectWords {
  readonly about: string;
  readonly chance: string;
  /** As now's chance; null where the plan is as now, or as now has not been run. */
  readonly was: string | null;
  /** Targets met on average; null where none is due. */
  readonly met: string | null;
  /** Financial year of the review, as costs name it; empty without one. */
  readonly year: string;
}

/**
 * @param result of the plan; null before the first look
 * @param asNow of as now, where the plan is another
 */
export function effectWords(
  result: Pick<PlanReport, 'reviews'> | null,
  asNow: Pick<PlanReport, 'reviews'> | null,
  { stale, running }: { readonly stale: boolean; readonly running: boolean },
): EffectWords {
  const review = result ? mainReview(result.reviews) : null;
  const before = (review && asNow?.reviews.find(({ date }) => date === review.date)) ?? null;
  const count = review?.targets.length ?? 0;
  const met = review ? meanMet(review.metCounts) : null;
  const metBefore = before ? meanMet(before.metCounts) : null;
  const none = result ? 'No targets to be met together' : `All targets, ${running ? 'calculating' : 'nothing run yet'}`;
  return {
    about:
      review && count > 0
        ? `All ${countWord(count)} by ${headingMonth(review.date)}${stale ? ', updating' : ''}`
        : none,
    chance: review ? chanceOfAll(review) : '–',
    was: before ? `was ${chanceOfAll(before)} as now` : null,
    met:
      met === null || count === 0
        ? null
        : `${met.toFixed(1)} of ${String(count)} met on average${metBefore === null ? '' : `; ${metBefore.toFixed(1)} as now`}`,
    year: review ? yearOf(review.date) : '',
  };
}

const chanceOfAll = ({ probabilityAll, interval }: ReviewSummary): string =>
  chanceShort({ probability: probabilityAll, interval });

function yearOf(date: string): string {
  const first = Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < 4 ? 1 : 0);
  return `${String(first)}-${String((first + 1) % 100).padStart(2, '0')}`;
}
