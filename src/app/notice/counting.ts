/** Arithmetic that needs no simulation: what the months that are left must average, and what luck alone asks for. */
import { isoMonth, measureById, monthNumber, type IsoMonth, type Target } from '../../model/index';
import { knownAverage, requiredAverage, type MonthVolume, type Requirement } from '../../model/notice/arithmetic';
import { lagText, recordedParts } from '../../model/notice/lag';
import { chanceObservedAtLeast, trueRateNeeded } from '../../model/notice/sampling';
import { arithmeticWords } from '../../model/notice/words-plans';
import { countedThing, plainWords } from '../../model/notice/words';
import { formatExact, grouped, monthText, percent } from '../../model/results/format';
import type { MeasureFacts } from './measures';
import { countedMonths } from './strip';
import { readValue, type Read } from './typed';
import { typedWhole } from '../typed-number';

/** The months that a percentage is added up over; empty where the target is of another kind or has no period. */
export function periodMonths(target: Target, { kind, unit }: Pick<MeasureFacts, 'kind' | 'unit'>): readonly IsoMonth[] {
  const { basis, due } = target;
  if (kind !== 'event' || unit !== 'share') return [];
  const end = due ?? (basis.kind === 'cumulative' ? basis.to : null);
  if (end === null || (basis.kind !== 'cumulative' && basis.kind !== 'year-to-date')) return [];
  const span = countedMonths(target, end);
  if (!span) return [];
  return Array.from({ length: Math.max(0, span.to - span.from + 1) }, (_, i) => isoMonth(span.from + i));
}

/** The share that is enough once it is rounded as published: with whole per cents, 68.5% counts as 69%. */
export function enough({ threshold, rounding, direction }: Target): number {
  const half = rounding === null ? 0 : 0.005 / 10 ** rounding;
  return Math.min(1, Math.max(0, direction === 'at-least' ? threshold - half : threshold + half));
}

/**
 * How much a month of the period counts in the figure that is judged, of so many counted in it: all of it, but for what is
 * not yet entered when that figure is first published.
 */
export function countedInFigure(target: Target, month: IsoMonth, volume = 1): MonthVolume {
  const measure = measureById(target.measure);
  const end = target.due ?? (target.basis.kind === 'cumulative' ? target.basis.to : month);
  if (!measure || !target.recordingLag) return { volume };
  const { above, below } = recordedParts(measure, target.recordingLag, monthNumber(end) - monthNumber(month));
  return { volume: volume * below, recorded: below > 0 ? above / below : 1 };
}

/** What the months left must average, for a cell. */
export function restText(rest: Requirement, direction: Target['direction']): string {
  if (rest.kind === 'already-met') return 'met whatever comes';
  if (rest.kind === 'out-of-reach') return 'out of reach';
  return `${percent(rest.average, 1)}${direction === 'at-least' ? '' : ' or less'}`;
}

/** What a lag makes of a sum: which figure is judged, and what the months must be once all is entered; empty without one. */
export function lagLine(target: Target, months: readonly IsoMonth[]): readonly string[] {
  if (!target.recordingLag) return [];
  const left = months.map((month) => countedInFigure(target, month));
  const whole = requiredAverage(enough(target), target.direction, [], left);
  const asks = `${whole.kind === 'needs' ? 'they must average' : 'the target is'} ${restText(whole, target.direction)}`;
  return [
    `What is judged is ${lagText(target.recordingLag)}. The single months here have every record in; so counted, ${asks}.`,
  ];
}

/** A run of months in words: "April 2009 to June 2009", "April 2009", or each by name where there are gaps. */
function monthsText(months: readonly IsoMonth[], of: readonly IsoMonth[]): string {
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined) return '';
  if (months.length === 1) return monthText(first);
  const whole = of.indexOf(last) - of.indexOf(first) + 1 === months.length;
  return whole ? `${monthText(first)} to ${monthText(last)}` : months.map(monthText).join(', ');
}

/** What is known of the months: as typed, by month. */
export type Known = (month: IsoMonth) => string;

/** Reads what was typed for a month; null where nothing was. */
export function readKnown(text: string): Read<number> | null {
  return text.trim() === '' ? null : readValue(text, 'share');
}

/** Reads how many were typed for a month; null where nothing was. */
export function readVolume(text: string): Read<number> | null {
  return text.trim() === '' ? null : readCount(text);
}

/** How many each month counts: as typed, and the average of those typed where nothing was; 1 each where nothing at all was. */
function volumesOf(months: readonly IsoMonth[], typed: Known) {
  const read = months.map((month) => readVolume(typed(month)));
  const some = read.flatMap((one) => (one?.ok ? [one.value] : []));
  const usual = some.length === 0 ? 1 : some.reduce((sum, count) => sum + count, 0) / some.length;
  const volumes = new Map(months.map((month, i) => [month, read[i]?.ok ? read[i].value : usual]));
  return { of: (month: IsoMonth) => volumes.get(month) ?? usual, typed: some.length, usual };
}

/**
 * What the months that are left must average, in one to three sentences; empty where the target adds nothing up.
 * @param typed the percentage of each month, as typed
 * @param counts how many each month counts, as typed; where none is, all months weigh the same
 */
export function arithmeticLine(
  target: Target,
  facts: MeasureFacts,
  typed: Known,
  counts: Known = () => '',
): readonly string[] {
  const months = periodMonths(target, facts);
  if (months.length === 0) return [];
  const counted = countedThing(target.measure);
  const read = months.map((month) => ({ month, read: readKnown(typed(month)) }));
  const known = read.flatMap(({ month, read: one }) => (one?.ok ? [{ month, share: one.value }] : []));
  const period = monthsText(months, months);
  const wanted = formatExact(target.threshold, 'share');
  if (known.length === 0) {
    const or = target.direction === 'at-least' ? 'or more' : 'or less';
    return [
      months.length === 1
        ? `${period} alone must reach ${wanted} ${or}.`
        : `With no month known, all of ${period} must average ${wanted} ${or} (the same number of ${counted} each month). Every weak month must be made up for later.`,
      ...lagLine(target, months),
    ];
  }
  const volumes = volumesOf(months, counts);
  const done = known.map(({ month, share }) => ({ share, ...countedInFigure(target, month, volumes.of(month)) }));
  const left = months
    .filter((month) => !known.some((one) => one.month === month))
    .map((month) => countedInFigure(target, month, volumes.of(month)));
  const equalVolumes = volumes.typed === 0;
  const wording = arithmeticWords(requiredAverage(enough(target), target.direction, done, left), {
    threshold: target.threshold,
    direction: target.direction,
    period,
    known: {
      period: monthsText(
        known.map(({ month }) => month),
        months,
      ),
      average: knownAverage(known.map(({ month, share }) => ({ share, volume: volumes.of(month) }))) ?? 0,
    },
    counted,
    equalVolumes,
  });
  const filled =
    equalVolumes || volumes.typed === months.length
      ? []
      : [`Months without a number are taken at ${grouped(volumes.usual, 0)}, the average of those typed.`];
  return [...plainWords(wording), ...filled, ...lagLine(target, months)];
}

/** The chance of meeting a target that boards like to be sure of. */
const SURE = 0.9;
const MOST = 100_000;

/** Whether luck of counting says something of a target: a percentage of events, or of children one by one. */
export function isCounted({ kind, unit }: MeasureFacts, { basis }: Target): boolean {
  return unit === 'share' && (kind === 'event' || basis.kind === 'child-level');
}

/** What is counted, in the plural: "assessments". */
export function countedWord({ measure }: Pick<Target, 'measure'>): string {
  return countedThing(measure);
}

/** How many are counted, as typed: a whole number from 1 to 100,000. */
export function readCount(text: string): Read<number> {
  const number = typedWhole(text);
  if (number !== null && number >= 1 && number <= MOST) return { ok: true, value: number };
  const typed = text.trim() === '' ? '' : `“${text.trim()}” is not such a number. `;
  return { ok: false, sentence: `${typed}Type a whole number from 1 to ${grouped(MOST, 0)}.` };
}

/**
 * How good a service must truly be for 9 chances in 10, when `count` are counted: luck alone decides about half of the
 * periods of one that is exactly as good as the target.
 */
export function samplingLine(target: Target, count: number): string {
  const wanted = enough(target);
  const least = target.direction === 'at-least';
  // At most 12% of the ones that fail is at least 88% of the others.
  const [threshold, mirrored] = least ? [wanted, (rate: number) => rate] : [1 - wanted, (rate: number) => 1 - rate];
  const exactly = chanceObservedAtLeast(threshold, count, least ? target.threshold : 1 - target.threshold);
  const needed = mirrored(trueRateNeeded(threshold, count, SURE));
  const shown = formatExact(target.threshold, 'share');
  const decimals = Math.abs(needed - target.threshold) < 0.0005 ? 2 : 1;
  return `A service that truly manages ${shown} meets the target in about ${Math.round(exactly * 100)} of 100 such periods, by luck alone. For 90 of 100 it must truly manage ${percent(needed, decimals)}${least ? '' : ' or less'}.`;
}
