/** One target over the simulated futures: met or not as the notice counts it, and the chance of it. */
import type { RowLayout } from '../results/layout';
import { readMeasureId, type FutureRows, type MeasureWords } from '../results/measure-series';
import { chanceOf, meets, stateErrorOfChance, type Chance, type StateError } from '../results/precision';
import { spreadOf } from '../results/quantile';
import type { BaseRate, ReviewChance, TargetSummary } from '../results/report';
import type { Basis, Review, Target } from '../scenario/schema';
import { isoMonth, monthNumber, type IsoDate, type IsoMonth } from '../units';
import { basisText, countingText, readBasis } from './basis';

/** What a target came to in each future, in one month and on one basis. */
export interface TargetReading {
  /** The measure on the basis; NaN where a future has no value. */
  readonly values: Float64Array;
  /** 1 where met; 0 where missed or without a value. */
  readonly met: Uint8Array;
  readonly denominators: Float64Array | null;
}

/** Months after the due date over which staying is judged. */
const STAYING_MONTHS = [3, 6] as const;

/** What a target's measure says of itself. Throws for an unknown measure, which the scenario's parser should have refused. */
export function targetMeasure(layout: Pick<RowLayout, 'formulas'>, target: Pick<Target, 'measure'>): MeasureWords {
  return readMeasureId(layout, target.measure).definition;
}

/**
 * A target in every future, read in month `month` (a month number) on its own basis or on another. A date stands for
 * its whole calendar month: rows are monthly, so a target due on the 15th is read at the end of that month.
 */
export function readTarget(
  data: FutureRows,
  target: Target,
  month: number,
  basis: Basis = target.basis,
): TargetReading {
  const { values, denominators } = readBasis(data, target.measure, basis, month, target.recordingLag);
  const { unit } = targetMeasure(data.layout, target);
  const met = new Uint8Array(data.futures);
  for (let future = 0; future < data.futures; future++) {
    met[future] = meets(values[future] ?? Number.NaN, target.direction, target.threshold, unit, target.rounding)
      ? 1
      : 0;
  }
  return { values, met, denominators };
}

/** Met (1) or missed (0) by future; NaN where there is no value to judge. */
export function judged({ values, met }: TargetReading): Float64Array {
  return values.map((value, future) => (Number.isNaN(value) ? Number.NaN : (met[future] ?? 0)));
}

function count(flags: Uint8Array): number {
  let sum = 0;
  for (const flag of flags) sum += flag;
  return sum;
}

interface ReadChance extends Chance {
  readonly futures: number;
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
}

/** Chance and range of a reading, over the futures that have a value; null throughout where none has. */
function chanceOfReading(reading: TargetReading): ReadChance {
  const { count: futures, p10, p50, p90 } = spreadOf(reading.values);
  return { ...chanceOf(count(reading.met), futures), futures, p10, p50, p90 };
}

const NOTHING: ReadChance = {
  probability: null,
  standardError: null,
  interval: null,
  futures: 0,
  p10: null,
  p50: null,
  p90: null,
};

/** What the notice does not say and the summary of a target needs. */
export interface TargetContext {
  readonly baseRate?: BaseRate | null;
  /** Children a declared percentage counts, where the measure is one. */
  readonly cohort?: number;
}

/** What a target says of itself before anything is counted. */
export function describeTarget(layout: Pick<RowLayout, 'formulas'>, target: Target) {
  return {
    id: target.id,
    label: target.label,
    code: target.code ?? null,
    measure: target.measure,
    basis: target.basis.kind,
    basisText: countingText(target, target.due),
    due: target.due,
    threshold: target.threshold,
    direction: target.direction,
    unit: targetMeasure(layout, target).unit,
    ...(target.illustrative ? { illustrative: true as const } : {}),
  };
}

/**
 * A target's chance on its date, what it comes to, whether it stays, the same at every review, and counted another
 * way. Chances are shares of the futures that have a value. Of a target without a date everything on the due date
 * is null; its chances are in `atReviews`, and `firstLikelyMonth` is when it is first more likely met than not.
 */
export function summariseTarget(
  data: FutureRows,
  target: Target,
  reviews: readonly Review[],
  context: TargetContext = {},
): TargetSummary {
  const due = target.due === null ? null : monthNumber(target.due);
  const reading = due === null ? null : readTarget(data, target, due);
  const { futures, ...chance } = reading ? chanceOfReading(reading) : NOTHING;
  const states: StateError = reading
    ? stateErrorOfChance(judged(reading), data.warmPoints)
    : { standardErrorStates: null, intervalStates: null };
  return {
    ...describeTarget(data.layout, target),
    ...chance,
    ...states,
    futures,
    denominator: reading && futures > 0 ? meanDenominator(reading, context) : null,
    staying: staying(data, target, reading),
    baseRate: context.baseRate ?? null,
    atReviews: reviews.map(({ date }) => atReview(data, target, date)),
    countedAnotherWay: target.due === null ? [] : countedAnotherWay(data, target, target.due),
    firstLikelyMonth: due === null ? firstLikelyMonth(data, target) : null,
  };
}

function meanDenominator(reading: TargetReading, { cohort }: TargetContext): number | null {
  return reading.denominators ? spreadOf(reading.denominators).mean : (cohort ?? null);
}

function atReview(data: FutureRows, target: Target, review: IsoDate): ReviewChance {
  const { probability, standardError, interval, p10, p50, p90 } = chanceOfReading(
    readTarget(data, target, monthNumber(review)),
  );
  return { review, probability, standardError, interval, p10, p50, p90 };
}

/** A basis that adds up only ever moves slowly, so staying is judged by each month alone. */
function stayingBasis(basis: Basis): Basis {
  return basis.kind === 'cumulative' || basis.kind === 'year-to-date' ? { kind: 'in-month' } : basis;
}

/**
 * Share of all futures (those with a value when due) that meet the target when due and still meet it in each of the
 * next 3 and 6 months. A month without a value is passed over, unless none of them has one: then the future has not
 * shown that it stays. Null where the months lie beyond the run, or nothing has a value.
 */
function staying(data: FutureRows, target: Target, reading: TargetReading | null): Record<string, number | null> {
  const shares: Record<string, number | null> = {};
  const basis = stayingBasis(target.basis);
  const last = monthNumber(data.layout.months[0] ?? '0000-01') + data.layout.months.length - 1;
  const due = target.due === null ? Number.NaN : monthNumber(target.due);
  const base = reading ? spreadOf(reading.values).count : 0;
  const stayed = Uint8Array.from(reading?.met ?? []);
  const seen = new Uint8Array(data.futures);
  let month = 0;
  for (const months of STAYING_MONTHS) {
    if (!reading || base === 0 || !(due + months <= last)) {
      shares[String(months)] = null;
      continue;
    }
    while (month < months) {
      const next = readTarget(data, target, due + ++month, basis);
      next.values.forEach((value, future) => {
        if (Number.isNaN(value)) return;
        seen[future] = 1;
        if (next.met[future] === 0) stayed[future] = 0;
      });
    }
    shares[String(months)] = count(stayed.map((flag, future) => flag & (seen[future] ?? 0))) / base;
  }
  return shares;
}

/**
 * The same target as it reads once late records are in, where it is judged by the first figure; and the same percentage of
 * events on the bases the notice did not choose, which stocks, counts and declared paths have not.
 */
function countedAnotherWay(data: FutureRows, target: Target, due: IsoDate): TargetSummary['countedAnotherWay'] {
  return [...runAgain(data, target, due), ...onOtherBases(data, target, due)];
}

function runAgain(data: FutureRows, target: Target, due: IsoDate): TargetSummary['countedAnotherWay'] {
  const { recordingLag, ...again } = target;
  if (!recordingLag) return [];
  const { probability, p50 } = chanceOfReading(readTarget(data, again, monthNumber(due)));
  const text = `${basisText(target.basis, due)}, run again when all is entered`;
  return [{ basis: 'run-again', basisText: text, probability, p50 }];
}

function onOtherBases(data: FutureRows, target: Target, due: IsoDate): TargetSummary['countedAnotherWay'] {
  const { kind, unit } = targetMeasure(data.layout, target);
  if (kind !== 'event' || unit !== 'share') return [];
  const addsUp = target.basis.kind === 'cumulative' || target.basis.kind === 'year-to-date';
  const bases: Basis[] = [{ kind: 'in-month' }, { kind: 'rolling-12' }, { kind: 'year-to-date' }];
  return bases
    .filter((basis) => basis.kind !== target.basis.kind && !(addsUp && basis.kind === 'year-to-date'))
    .map((basis) => {
      const { probability, p50 } = chanceOfReading(readTarget(data, target, monthNumber(due), basis));
      return { basis: basis.kind, basisText: countingText({ ...target, basis }, due), probability, p50 };
    });
}

/** The first month of the run in which the target is met in more than half of the futures with a value; null where there is none. */
export function firstLikelyMonth(data: FutureRows, target: Target): IsoMonth | null {
  const first = monthNumber(data.layout.months[0] ?? '0000-01');
  for (let month = first; month < first + data.layout.months.length; month++) {
    const { probability } = chanceOfReading(readTarget(data, target, month));
    if (probability !== null && probability > 0.5) return isoMonth(month);
  }
  return null;
}

/** Whether a due target can be judged at all: some finished future has a value. */
export function hasValue(reading: TargetReading): boolean {
  return spreadOf(reading.values).count > 0;
}
