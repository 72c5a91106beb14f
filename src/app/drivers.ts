/** Which of the differences between two plans move the result most: in order, and the first of them in a sentence. */
import type { Difference } from './compare';
import { metText, type EffectCell, type Effects } from './effects';

/** As many are named. */
const NAMED = 3;
const AT_95 = 1.96;

/** The effect on the number of targets met where it is clear of its error; 0 where it is not, or where there is none alone. */
function clearEffect(cell: EffectCell | undefined): number {
  if (!cell || 'why' in cell) return 0;
  const { difference, standardError } = cell.met;
  return Math.abs(difference) > AT_95 * standardError ? Math.abs(difference) : 0;
}

/** The differences by their effect on the targets met, the largest first; those within their error keep their order behind. */
export function byEffect(
  differences: readonly Difference[],
  { single }: Pick<Effects, 'single'>,
): readonly Difference[] {
  return [...differences].sort((a, b) => clearEffect(single[b.id]) - clearEffect(single[a.id]));
}

/**
 * The three that move the result most. Example: "What moves the number of targets met most, each by itself: Experienced hires
 * (+0.8 ± 0.1) and Leaving rate (+0.3 ± 0.1). No other difference does so by itself beyond its error."
 */
export function driversWords(differences: readonly Difference[], { single }: Pick<Effects, 'single'>): string {
  const clear = byEffect(differences, { single }).filter(({ id }) => clearEffect(single[id]) > 0);
  const named = clear.slice(0, NAMED).flatMap(({ id, label }) => {
    const cell = single[id];
    return cell && !('why' in cell) ? [`${label} (${metText(cell.met)})`] : [];
  });
  if (named.length === 0) return 'No difference by itself moves the number of targets met by more than its error.';
  const list = named.length === 1 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1) ?? ''}`;
  const rest =
    clear.length > named.length
      ? 'The list is in the order of their effects.'
      : 'No other difference does so by itself beyond its error.';
  return `What moves the number of targets met most, each by itself: ${list}. ${rest}`;
}
