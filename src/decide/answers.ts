/** Which unknown answers for which figure: needed by pages that say what is fitted to, which do not calibrate. */
import type { FittedPoint } from '../model/index';

/** The figure for the share of held plans' time that cannot be given; no measure of the report, but an input of the scenario. */
export const PLAN_TIME_LOST = 'plan_time_lost';

/**
 * Figures for which an unknown can be fitted, the preferred first. It answers for the first that the scenario states and no
 * unknown further up answers for; where there is none it keeps the value it has.
 */
export const ANSWERS_FOR = {
  effortScale: ['ca_in_time', 'ia_in_time', 'sa_in_time'],
  deadlineFirstShare: ['ia_in_time'],
  planEffortScale: [PLAN_TIME_LOST],
  reviewBooking: ['lac_reviews_child'],
  participation: ['review_participation'],
  returnShare: ['rereferral_rate'],
} as const satisfies Partial<Record<keyof FittedPoint, readonly string[]>>;
export type UnknownKey = keyof typeof ANSWERS_FOR;

/**
 * The figure that each unknown answers for, of those that do.
 * @param stated ids of the figures that the scenario states
 */
export function figuresAnswered(stated: readonly string[]): Partial<Record<UnknownKey, string>> {
  const answered: Partial<Record<UnknownKey, string>> = {};
  for (const [key, figures] of Object.entries(ANSWERS_FOR) as [UnknownKey, readonly string[]][]) {
    const figure = figures.find((id) => stated.includes(id) && !Object.values(answered).includes(id));
    if (figure !== undefined) answered[key] = figure;
  }
  return answered;
}
