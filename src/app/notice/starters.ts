/** Notices that were really given, to begin from. */
import {
  isoMonth,
  measureById,
  monthNumber,
  type IsoDate,
  type NoticeFile,
  type Review,
  type Scenario,
  type Target,
} from '../../model/index';
import { monthText } from '../../model/results/format';
import { EXAMPLES } from '../examples';
import { noticeOf } from './register';
import { monthEnd } from './typed';

export interface Starter {
  readonly id: string;
  readonly label: string;
  readonly tag: 'historic' | 'illustrative';
  /** What it asks, in one sentence. */
  readonly about: string;
  readonly load: () => Promise<Scenario>;
}

/** The notices shipped, loaded only when one is chosen. Shipped scenarios are checked by the tests. */
export const NOTICE_STARTERS: readonly Starter[] = [
  {
    id: 'birmingham-2009',
    label: 'Birmingham, February 2009',
    tag: 'historic' as const,
    about: 'Eight targets for February 2010, a review halfway, fourteen clauses about quality.',
  },
  {
    id: 'worcestershire-2011',
    label: 'Worcestershire, 2011',
    tag: 'historic' as const,
    about: 'Assessments in time: each month alone by June, cumulative by December; vacancies to 10%, undated.',
  },
  {
    id: 'walsall-2012',
    label: 'Walsall, 2012',
    tag: 'historic' as const,
    about: 'No numbers in the notice: a board’s own dataset and targets, reviewed at 6, 12 and 18 months.',
  },
  {
    id: 'england-today',
    label: 'A board’s dataset of today',
    tag: 'illustrative' as const,
    about: 'Single assessments in 45 days, conferences in 15, vacancies, agency and caseload.',
  },
].flatMap((starter) => {
  const example = EXAMPLES.find(({ id }) => id === starter.id);
  return example ? [{ ...starter, load: example.load }] : [];
});

/** A notice made to fit a council, and what had to be changed in it. */
export interface Fitted {
  readonly notice: NoticeFile;
  readonly changes: readonly string[];
}

/**
 * A historic notice for a council: its dates moved by whole years where the council's run begins in another year, and
 * without targets on measures that the council declares nothing about.
 */
export function fittedTo(council: Scenario, origin: Scenario): Fitted {
  const years = yearsBetween(origin, council);
  const declared = council.declared.map(({ measure }): string => measure);
  const fits = ({ measure }: Target) => measureById(measure)?.kind !== 'declared' || declared.includes(measure);
  const notice = noticeOf(origin);
  const left = notice.targets.filter((target) => !fits(target));
  const moved =
    years === 0 ? [] : [`All dates were moved by ${Math.abs(years)} ${Math.abs(years) === 1 ? 'year' : 'years'}.`];
  const without =
    left.length === 0
      ? []
      : [`Left out, because this council declares no path for it: ${left.map(({ label }) => label).join('; ')}.`];
  return {
    notice: {
      ...notice,
      targets: notice.targets.filter(fits).map((target) => movedTarget(target, years)),
      reviews: notice.reviews.map((review) => movedReview(review, years)),
    },
    changes: [...moved, ...without],
  };
}

/** The fewest whole years that bring no date of a notice before the start of a council of other years. */
function yearsBetween(origin: Scenario, council: Pick<Scenario, 'start'>): number {
  const dates = [
    ...origin.reviews.map(({ date }) => date),
    ...origin.targets.flatMap(({ due, basis }) => [due ?? [], basis.kind === 'cumulative' ? basis.from : []].flat()),
  ];
  const start = monthNumber(council.start);
  const earliest = Math.min(...dates.map(monthNumber));
  if (dates.length === 0 || (earliest >= start && Math.abs(start - monthNumber(origin.start)) < 12)) return 0;
  return Math.ceil((start - earliest) / 12);
}

const movedMonth = (month: string, years: number) => isoMonth(monthNumber(month) + 12 * years);

/** The same day some years on; the last of a month stays the last. */
function movedDate(date: IsoDate, years: number): IsoDate {
  const month = movedMonth(date, years);
  return date === monthEnd(date.slice(0, 7)) ? monthEnd(month) : `${month}${date.slice(7)}`;
}

function movedTarget(target: Target, years: number): Target {
  const { basis, due } = target;
  return {
    ...target,
    due: due === null ? null : movedDate(due, years),
    basis:
      basis.kind === 'cumulative'
        ? { ...basis, from: movedMonth(basis.from, years), to: movedMonth(basis.to, years) }
        : basis,
  };
}

function movedReview({ date, label }: Review, years: number): Review {
  const to = movedDate(date, years);
  return { date: to, label: label === monthText(date) ? monthText(to) : label };
}
