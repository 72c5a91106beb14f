/** What is on record of a measure beside what is simulated: where it stood, and what later came out. */
import { monthNumber, type IsoMonth, type MeasureUnit, type Report, type Scenario } from '../model/index';
import { isStated } from '../model/notice/baseline';
import { monthText } from '../model/results/format';
import { isFittedTo } from './fitted-figures';
import { endOfYear } from './notice/fields';

export { gradeWords } from '../model/results/grades';

/** A figure of the time before the run. */
export interface HistoryFigure {
  /** When it was, as the source says: "2007-08"; "assumed" and "not stated" too. */
  readonly when: string;
  readonly value: number;
  /** Nobody reported it. */
  readonly assumed: boolean;
  /** Title of the source, its grade (empty where it has none), and what must be said of it. */
  readonly source: string;
  readonly grade: string;
  readonly note: string;
}

/** A figure reported for a month of the run, which the run never saw. */
export interface LaterFigure {
  readonly month: IsoMonth;
  readonly value: number;
  readonly unit: MeasureUnit;
  readonly source: string;
  readonly grade: string;
  readonly note: string;
  /** What was simulated for that month. */
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
}

type Observed = Scenario['observed'][number];

const FITTED = 'fitted to';
/** Nothing that is fitted answers for it. */
const COMPARED = 'compared with';
const SAME = 1e-9;

/**
 * What the scenario states of a measure's past: the baselines of its targets, and where it is another the figure that the
 * calibration fitted or, where nothing answers for it, compared the baseline with; each once, those of a known year first
 * and in order. Where a fitted figure was changed since, it is the former one that was fitted to, and the new one stands
 * beside it; where others were, the note says which.
 * @param changed what was changed since the fit, in words; empty where nothing was
 */
export function historyOf(scenario: Scenario, measure: string, changed = ''): readonly HistoryFigure[] {
  const place = scenario.observed.findIndex((one) => one.measure === measure);
  const observed = scenario.observed[place];
  const isFitted = isFittedTo(scenario, measure);
  const former = isFitted
    ? scenario.fitted.since?.find(({ path }) => path === `observed[${String(place)}].value`)
    : undefined;
  const title = (key: string) => scenario.sources[key]?.title ?? key;
  const baselines = scenario.targets
    .filter((target) => target.measure === measure && isStated(target.baseline))
    .map(({ baseline: { value, year }, source, grade, illustrative }): HistoryFigure => {
      const same = observed && Math.abs(observed.value - value) < SAME ? observed : undefined;
      // An illustrative target is graded as an assumption; the figure it starts from may be published all the same.
      const from = same ?? { source, grade: illustrative ? '' : grade, note: '' };
      const assumed = year === 'assumed' || from.grade === 'A';
      const overlap = runsInto(year, scenario.start) ? 'Its year runs into the months simulated.' : '';
      const note = [from.note ?? '', overlap].filter(Boolean).join(' ');
      return { when: year, value, assumed, source: title(from.source), grade: from.grade, note };
    });
  const line = (
    when: string,
    { value, source, grade }: Pick<Observed, 'value' | 'source' | 'grade'>,
    note: string,
  ) => ({
    when,
    value,
    assumed: grade === 'A',
    source: title(source),
    grade,
    note: [observed?.note ?? '', note].filter(Boolean).join(' '),
  });
  const fitted: HistoryFigure[] = !observed
    ? []
    : former
      ? [
          line(FITTED, { ...former, value: former.was }, 'Changed since; the model is still fitted to this.'),
          line('changed since the fit', observed, 'Not fitted to yet: calibrate on the page Baseline.'),
        ]
      : [line(isFitted ? FITTED : COMPARED, observed, changed)];
  const all = [...baselines, ...fitted];
  const stated = (when: string) => when === FITTED || when === COMPARED;
  const once = all.filter(
    ({ value, when }, at) =>
      all.findIndex((other) => Math.abs(other.value - value) < SAME && (other.when === when || stated(when))) === at,
  );
  const order = ({ when }: HistoryFigure) => (/^\d{4}/.test(when) ? when : '9');
  return [...once].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

/** Whether a year ("2014-15", "2015") ends after a date; false for what is no year. */
function runsInto(year: string, start: string): boolean {
  const end = endOfYear(year);
  return end !== null && end >= monthNumber(start);
}

/** What was reported of a measure for months of the run, beside what this plan was simulated to come to. */
export function laterFigures(
  { outcomes = [] }: Pick<Report, 'outcomes'>,
  { sources }: Pick<Scenario, 'sources'>,
  plan: string,
  measure: string,
): readonly LaterFigure[] {
  return outcomes
    .filter((line) => line.measure === measure)
    .map(({ month, reported, unit, source, grade, note, plans }): LaterFigure => {
      const own = plans.find((one) => one.plan === plan);
      return {
        month,
        value: reported,
        unit,
        source: sources[source]?.title ?? source,
        grade,
        note: note ?? '',
        p10: own?.p10 ?? null,
        p50: own?.p50 ?? null,
        p90: own?.p90 ?? null,
      };
    });
}

/** All of it in one list, as its table shows it: what was before, then what came later. */
export function onRecord(report: Report, scenario: Scenario, plan: string, measure: string, changed = '') {
  const before = historyOf(scenario, measure, changed).map((one) => ({
    ...one,
    kind: 'before the run' as const,
    p10: null,
    p50: null,
    p90: null,
  }));
  const later = laterFigures(report, scenario, plan, measure).map(({ month, ...one }) => ({
    ...one,
    when: monthText(month),
    assumed: false,
    kind: 'later came out, never an input' as const,
  }));
  return [...before, ...later];
}
