/** The parts of a target that can be edited: how each is shown, and how what was typed is read. */
import recordingLag from '../../../scenarios/recording-lag.json';
import { joinMeasure, monthNumber, splitMeasure, type MeasureUnit, type Target } from '../../model/index';
import { dayText, monthText } from '../../model/results/format';
import { measureFacts, measureParts } from './measures';
import { basisOf, changeDue, changeMeasure, type Ground } from './targets';
import { readDate, readMonth, readText, readValue, valueText, type Read } from './typed';

export interface TargetField {
  /** What it is called in a list of what is wrong, and to screen readers. */
  readonly label: string;
  /** Its text as the field shows it. */
  readonly show: (target: Target, ground: Ground) => string;
  /** The target with what was typed in it, or what would be right. */
  readonly put: (target: Target, text: string, ground: Ground) => Read<Target>;
}

const NO_DATE = 'no date';

const unitOf = (target: Target, { formulas }: Ground) => measureFacts(target.measure, formulas)?.unit ?? 'count';

/** Reads on: what was read becomes a target. */
function then<T>(read: Read<T>, change: (value: T) => Target): Read<Target> {
  return read.ok ? { ok: true, value: change(read.value) } : read;
}

const value = (
  label: string,
  get: (target: Target) => number | undefined,
  set: (target: Target, value: number) => Target,
  unit: (target: Target, ground: Ground) => MeasureUnit = unitOf,
): TargetField => ({
  label,
  show: (target, ground) => {
    const at = get(target);
    return at === undefined ? '' : valueText(at, unit(target, ground));
  },
  put: (target, text, ground) => then(readValue(text, unit(target, ground)), (read) => set(target, read)),
});

/** A value that need not be there: an empty text takes it away, as null. */
const optionalValue = (
  label: string,
  get: (target: Target) => number | undefined,
  set: (target: Target, value: number | null) => Target,
  unit: (target: Target, ground: Ground) => MeasureUnit = unitOf,
): TargetField => {
  const field = value(label, get, set, unit);
  return {
    ...field,
    put: (target, text, ground) =>
      text.trim() === '' ? { ok: true, value: set(target, null) } : field.put(target, text, ground),
  };
};

const words = (
  label: string,
  max: number,
  get: (target: Target) => string | undefined,
  set: (target: Target, text: string) => Target,
  needed = '',
): TargetField => ({
  label,
  show: (target) => get(target) ?? '',
  put: (target, text) => then(readText(text, max, needed), (read) => set(target, read)),
});

const month = (label: string, end: 'from' | 'to'): TargetField => ({
  label,
  show: ({ basis }) => (basis.kind === 'cumulative' ? monthText(basis[end]) : ''),
  put: (target, text, { scenario }) => {
    const { basis, due } = target;
    if (basis.kind !== 'cumulative') return { ok: true, value: target };
    const latest = due ?? (end === 'from' ? basis.to : (scenario.reviews.at(-1)?.date ?? null));
    return then(readMonth(text, latest), (read) => ({ ...target, basis: { ...basis, [end]: read } }));
  },
});

/** One of the words of a list, chosen rather than typed. */
const choice = <T extends string>(
  label: string,
  get: (target: Target) => T,
  set: (target: Target, chosen: T, ground: Ground) => Target,
): TargetField => ({
  label,
  show: get,
  put: (target, text, ground) => ({ ok: true, value: set(target, text as T, ground) }),
});

/** A target without one of its optional parts. */
function without(target: Target, part: 'code' | 'trajectory' | 'assumption' | 'neighbours' | 'recordingLag'): Target {
  return Object.fromEntries(Object.entries(target).filter(([key]) => key !== part)) as Target;
}

/** Working days until late records are in, where only their share has been said: an assumption, and said to be one. */
export const ASSUMED_LAG_DAYS = recordingLag.workingDays.value;

/** With one of the neighbours' figures, or without it (null); without both there is nothing to say of them. */
function withNeighbours(target: Target, change: { average?: number | null; best?: number | null }): Target {
  const { average = null, best = null, year = 'not stated' } = { ...target.neighbours, ...change };
  if (average === null && best === null) return without(target, 'neighbours');
  const neighbours = { ...(average === null ? {} : { average }), ...(best === null ? {} : { best }), year };
  return { ...target, neighbours };
}

export const TARGET_FIELDS = {
  direction: choice(
    'Direction',
    ({ direction }) => direction,
    (target, direction) => ({ ...target, direction }),
  ),
  measure: choice(
    'Measure',
    ({ measure }) => splitMeasure(measure).measure,
    (target, chosen, ground) => {
      const { part } = splitMeasure(target.measure);
      const kept = measureParts(chosen, ground.scenario).some(({ id }) => id === part);
      return changeMeasure(target, joinMeasure(chosen, kept ? part : null), ground);
    },
  ),
  part: choice(
    'Whose figure',
    ({ measure }) => splitMeasure(measure).part ?? '',
    (target, chosen, ground) =>
      changeMeasure(target, joinMeasure(splitMeasure(target.measure).measure, chosen === '' ? null : chosen), ground),
  ),
  baseline: value(
    'Baseline',
    ({ baseline }) => baseline.value,
    (target, read) => ({ ...target, baseline: { ...target.baseline, value: read } }),
  ),
  baselineYear: words(
    'Year of the baseline',
    20,
    ({ baseline }) => baseline.year,
    (target, year) => ({ ...target, baseline: { ...target.baseline, year } }),
    'Say the year, for example 2008-09, or “not stated”.',
  ),
  threshold: value(
    'Threshold',
    ({ threshold }) => threshold,
    (target, threshold) => ({ ...target, threshold }),
  ),
  due: {
    label: 'Date',
    show: ({ due }) => (due === null ? NO_DATE : dayText(due)),
    put: (target, text) => {
      if (/^(|none|no date.*|undated)$/i.test(text.trim())) return { ok: true, value: changeDue(target, null) };
      const read = readDate(text);
      if (!read.ok) return { ok: false, sentence: `${read.sentence.replace(/\.$/, '')}, or “no date”.` };
      return { ok: true, value: changeDue(target, read.value) };
    },
  },
  basis: choice(
    'How it is measured',
    ({ basis }) => basis.kind,
    (target, kind, { scenario }) =>
      kind === target.basis.kind ? target : { ...target, basis: basisOf(kind, target.due, scenario) },
  ),
  from: month('First month counted', 'from'),
  to: month('Last month counted', 'to'),
  rounding: choice(
    'Rounding',
    ({ rounding }) => String(rounding ?? 'none'),
    (target, chosen) => ({ ...target, rounding: chosen === 'none' ? null : Number(chosen) }),
  ),
  rationale: words(
    'Reason',
    200,
    ({ rationale }) => rationale,
    (target, rationale) => ({ ...target, rationale }),
  ),
  trajectory: optionalValue(
    'Value to be reached later',
    ({ trajectory }) => trajectory?.threshold,
    (target, threshold) =>
      threshold === null
        ? without(target, 'trajectory')
        : {
            ...target,
            trajectory: { meaning: target.trajectory?.meaning ?? 'On trajectory to this later', threshold },
          },
  ),
  trajectoryMeaning: words(
    'What the later value is',
    200,
    ({ trajectory }) => trajectory?.meaning,
    (target, meaning) => (target.trajectory ? { ...target, trajectory: { ...target.trajectory, meaning } } : target),
  ),
  neighbourAverage: optionalValue(
    'Average of the neighbours',
    ({ neighbours }) => neighbours?.average,
    (target, average) => withNeighbours(target, { average }),
  ),
  neighbourBest: optionalValue(
    'Best neighbour',
    ({ neighbours }) => neighbours?.best,
    (target, best) => withNeighbours(target, { best }),
  ),
  neighbourYear: words(
    'Year of the neighbours’ figures',
    20,
    ({ neighbours }) => neighbours?.year,
    (target, year) => (target.neighbours ? { ...target, neighbours: { ...target.neighbours, year } } : target),
  ),
  lagShare: optionalValue(
    'Events recorded late',
    (target) => target.recordingLag?.share,
    (target, share) =>
      share === null
        ? without(target, 'recordingLag')
        : { ...target, recordingLag: { workingDays: target.recordingLag?.workingDays ?? ASSUMED_LAG_DAYS, share } },
    () => 'share',
  ),
  lagDays: optionalValue(
    'Working days until they are entered',
    (target) => target.recordingLag?.workingDays,
    (target, workingDays) =>
      target.recordingLag
        ? { ...target, recordingLag: { ...target.recordingLag, workingDays: workingDays ?? ASSUMED_LAG_DAYS } }
        : target,
    () => 'days',
  ),
  label: words(
    'Name',
    120,
    ({ label }) => label,
    (target, label) => ({ ...target, label }),
    'Give the target a name.',
  ),
  code: words(
    'Official code',
    20,
    ({ code }) => code,
    (target, code) => (code === '' ? without(target, 'code') : { ...target, code }),
  ),
  clause: words(
    'Clause of the notice',
    400,
    ({ clause }) => clause,
    (target, clause) => ({ ...target, clause }),
  ),
  source: choice(
    'Source',
    ({ source }) => source,
    (target, source) => ({ ...target, source }),
  ),
  assumption: words(
    'What was assumed',
    400,
    ({ assumption }) => assumption,
    (target, assumption) => (assumption === '' ? without(target, 'assumption') : { ...target, assumption }),
  ),
} as const satisfies Record<string, TargetField>;

export type FieldName = keyof typeof TARGET_FIELDS;

/** A year of a baseline as the month it ended in: "2007-08" ended in March 2008, "2007" in December; null for other words. */
export function endOfYear(year: string): number | null {
  const [, first, second] = /^(\d{4})(?:[-–/](\d{2}|\d{4}))?$/.exec(year.trim()) ?? [];
  if (first === undefined) return null;
  return second === undefined ? monthNumber(`${first}-12`) : monthNumber(`${Number(first) + 1}-03`);
}
