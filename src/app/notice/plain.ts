/** What the checks of a file say, in the words of the page: dates as they are read, no names of the file's own. */
import type { Problem } from '../../model/index';
import { dayText, monthText } from '../../model/results/format';

const HINTS: Readonly<Record<string, string>> = {
  'before-start': 'Give a later date.',
  order: 'There is already a review on that day: choose another.',
};

/** A problem as one or two sentences for the page. */
export function problemWords({ code, message, hint }: Problem): string {
  const months = monthsNeeded({ code, hint });
  const right =
    months === null
      ? (HINTS[code] ?? hint.replace('Make "horizonMonths"', 'Simulate'))
      : `Give an earlier date, or simulate ${months} months.`;
  const said =
    code === 'order'
      ? ''
      : message.replace(/^"(\w)(\w*)"/, (_, first: string, rest: string) => first.toUpperCase() + rest);
  return [said, right].filter(Boolean).map(inWords).join(' ');
}

function inWords(sentence: string): string {
  return sentence
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, dayText)
    .replace(/\b\d{4}-(0[1-9]|1[0-2])\b(?!-)/g, monthText)
    .replace('Exchange "from" and "to"', 'Exchange the two months');
}

/** How many months would have to be simulated for a date beyond them; null for any other problem. */
export function monthsNeeded({ code, hint }: Pick<Problem, 'code' | 'hint'>): number | null {
  const months = code === 'beyond-horizon' ? /at least (\d+)/.exec(hint)?.[1] : undefined;
  return months === undefined ? null : Number(months);
}
