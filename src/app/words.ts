/** The words and formats of results as the page uses them, and its own shorter forms for narrow columns and axes. */
export { chanceShort, chanceText, frames } from '../model/notice/chances';
export { moreHopeful } from '../model/notice/base-rates';
export { costWords } from '../model/notice/words-plans';
export { lagText } from '../model/notice/lag';
export { chanceAt, metRange } from '../model/notice/review';
export { gapText } from '../model/notice/scorecard';
export { clauseWords, plainWords, reviewWords, targetWords, thresholdText, type Wording } from '../model/notice/words';
export {
  countWord,
  dayText,
  formatCell,
  formatExact,
  formatValue,
  grouped,
  monthText,
  percent,
  pounds,
  unitWord,
} from '../model/results/format';

const MONTHS = /\b(January|February|March|April|June|July|August|September|October|November|December)\b/g;

/** A basis for a table cell: "cumulative, April 2009 to February 2010" is "cumulative, Apr 2009–Feb 2010". */
export function shortBasis(basisText: string): string {
  return basisText
    .replace(MONTHS, (name) => name.slice(0, 3))
    .replace(' to ', basisText.startsWith('child level') || basisText.startsWith('12 months') ? ' to ' : '–');
}

/** A month for an axis: "2009-02" is "Feb 09". */
export function shortMonth(month: string): string {
  return `${monthName(month)} ${month.slice(2, 4)}`;
}

/** A month for a heading: "2009-02" is "Feb 2009"; also of a date. */
export function headingMonth(month: string): string {
  return `${monthName(month)} ${month.slice(0, 4)}`;
}

function monthName(month: string): string {
  return 'JanFebMarAprMayJunJulAugSepOctNovDec'.slice(3 * (Number(month.slice(5, 7)) - 1)).slice(0, 3);
}

/** A range without the unit said twice: "58%" and "73%" give "58–73%". */
export function rangeText(low: string, high: string): string {
  if (low === high) return low;
  return low.endsWith('%') && high.endsWith('%') ? `${low.slice(0, -1)}–${high}` : `${low}–${high}`;
}

/** Half the width of the 95% interval of a chance of one half, in whole points: 200 futures leave ±7. */
export function worstError(futures: number): number {
  return Math.round(98 / Math.sqrt(futures));
}
