/** The months that a target counts, as a strip of twelve. */
import { isoMonth, monthNumber, type IsoDate, type IsoMonth, type Target } from '../../model/index';
import { basisWindow, financialYearStart, type Window } from '../../model/notice/basis';
import { countWord, dayText, isMonthEnd, monthText } from '../../model/results/format';

export interface StripMonth {
  readonly month: IsoMonth;
  readonly letter: string;
  readonly counts: boolean;
}

export interface Strip {
  readonly months: readonly StripMonth[];
  /** Where the date stands, in months from the left end; null for a target without one. */
  readonly due: number | null;
  /** Read once on its date rather than added up over months. */
  readonly once: boolean;
  /** All of it in words. */
  readonly text: string;
}

const LENGTH = 12;

/** The months (numbers) that go into a target read at `date`, both ends included; null where it is read once, or none has begun. */
export function countedMonths({ basis }: Pick<Target, 'basis'>, date: IsoDate): Window | null {
  const month = monthNumber(date);
  if (basis.kind === 'snapshot' || basis.kind === 'declared') return null;
  // Child by child the 12 months are in the month's own columns; a reader is told of all of them.
  return basisWindow(basis.kind === 'child-level' ? { kind: 'rolling-12' } : basis, 'event', month);
}

/**
 * The strip of a target: the financial year of its date where all its months lie in it, else the twelve months to the
 * date, or as many as it counts. A target without a date is drawn at `example`, the last review, say.
 */
export function stripOf(target: Pick<Target, 'basis' | 'due'>, example: IsoDate): Strip {
  const date = target.due ?? (target.basis.kind === 'cumulative' ? `${target.basis.to}-28` : example);
  const span = countedMonths(target, date);
  const end = monthNumber(date);
  const year = financialYearStart(end);
  const first = !span || span.from >= year ? year : Math.min(span.from, end - LENGTH + 1);
  const last = Math.max(first + LENGTH - 1, end);
  const months = Array.from({ length: last - first + 1 }, (_, i): StripMonth => {
    const number = first + i;
    const month = isoMonth(number);
    return {
      month,
      letter: monthText(month).charAt(0),
      counts: span !== null && number >= span.from && number <= span.to,
    };
  });
  const day = isMonthEnd(date) ? 1 : Number(date.slice(8, 10)) / 31;
  const due = target.due === null ? null : end - first + day;
  return {
    months,
    due,
    once: span === null && target.basis.kind !== 'cumulative',
    text: [counted(target, span, date), dueWords(target, span)].filter(Boolean).join(' '),
  };
}

function counted(target: Pick<Target, 'basis' | 'due'>, span: Window | null, date: IsoDate): string {
  const asAt =
    target.due === null && target.basis.kind !== 'cumulative' ? `, read in ${monthText(date)} for example` : '';
  if (!span && target.basis.kind === 'cumulative') {
    return `Counts nothing: its months begin in ${monthText(target.basis.from)}, after its date.`;
  }
  if (!span) {
    const once = target.due === null ? `at month end${asAt}` : `on its date, ${dayText(date)}`;
    return target.basis.kind === 'declared' ? `A path that the council declares, read ${once}.` : `Read once, ${once}.`;
  }
  const length = span.to - span.from + 1;
  const [from, to] = [monthText(isoMonth(span.from)), monthText(isoMonth(span.to))];
  if (length <= 1) return `Counts ${to} alone${asAt}.`;
  const how = target.basis.kind === 'child-level' ? ', child by child' : ' together';
  return `Counts ${countWord(length)} months${how}, ${from} to ${to}${asAt}.`;
}

function dueWords({ due }: Pick<Target, 'due'>, span: Window | null): string {
  if (due !== null && span === null) return '';
  return due === null ? 'No date in the notice.' : `Due ${dayText(due)}.`;
}
