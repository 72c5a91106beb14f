/** What was fitted, and what was changed of it since: the fitted points answer for figures that may no longer be those of the file. */
import type { Scenario } from './schema';

/** A figure as it was when the points were fitted; shares from 0 to 1, like the figure itself. */
export type FormerFigure = NonNullable<Scenario['fitted']['since']>[number];

/** Figures that a council held still does not feel: what staff cost, and how far a year may come out otherwise. */
const NOT_FELT = /^(money\.|demand\.levelSd$)/;

const SAME = 1e-9;

/**
 * The fitted points after a figure was changed: with the figure as it was when they were found. One that is back where it
 * was is forgotten, and one that no fit feels is never remembered. Another calibration begins anew.
 * @param is the figure's new value
 */
export function rememberFit(
  { fitted }: Pick<Scenario, 'fitted'>,
  before: FormerFigure,
  is: number,
): Scenario['fitted'] {
  const { since = [], ...rest } = fitted;
  const first = since.find(({ path }) => path === before.path) ?? before;
  const others = since.filter(({ path }) => path !== before.path);
  const kept = Math.abs(first.was - is) < SAME || NOT_FELT.test(before.path) ? others : [...others, first];
  return kept.length > 0 ? { ...rest, since: kept } : rest;
}
