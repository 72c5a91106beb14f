/** What a notice asks, in one headline and one line. */
import type { Scenario } from '../../model/index';
import { countWord, dayText } from '../../model/results/format';
import { capitalised } from '../../model/notice/words';
import { dueAt } from '../../model/notice/review';

const some = (count: number, thing: string) => `${countWord(count)} ${thing}${count === 1 ? '' : 's'}`;

/** "The notice asks for eight targets by 28 February 2010"; "No targets yet". */
export function noticeHeadline({ targets }: Pick<Scenario, 'targets'>): string {
  if (targets.length === 0) return 'No targets yet';
  const dates = targets.flatMap(({ due }) => due ?? []).sort();
  const last = dates.at(-1);
  const open = targets.length - dates.length;
  const asks = `The notice asks for ${some(targets.length, 'target')}`;
  if (last === undefined) return `${asks}, without a date`;
  const by = dates[0] === last ? ` by ${dayText(last)}` : `, the last by ${dayText(last)}`;
  return `${asks}${by}${open === 0 ? '' : `, ${countWord(open)} without a date`}`;
}

/** How it is judged and counted, in two short sentences. */
export function noticeLead({ targets, reviews }: Pick<Scenario, 'targets' | 'reviews'>): string {
  if (targets.length === 0) return 'Add one, or load an example notice.';
  const judged = reviews.map(({ date }) => {
    const due = dueAt(targets, reviews, date).length;
    const all =
      due === targets.length && due > 1 ? 'all fall due' : `${countWord(due)} ${due === 1 ? 'falls' : 'fall'} due`;
    return `${dayText(date)} (${due === 0 ? 'nothing falls due' : all})`;
  });
  const when = judged.length === 0 ? 'No review date is set.' : `Reviewed on ${listed(judged)}.`;
  const added = targets.filter(({ basis }) => basis.kind === 'cumulative' || basis.kind === 'year-to-date').length;
  const how =
    added === 0
      ? ''
      : `${capitalised(countWord(added))} ${added === 1 ? 'is' : 'are'} added up over months, so weak early months must be made up for.`;
  return [when, how].filter(Boolean).join(' ');
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
