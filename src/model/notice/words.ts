/**
 * The words of a result: one headline with the number in it, then what it rests on. Plain data, so that page, command
 * line and printed pack say the same. The rules, in the order of the product's list: whole per cent and never certain;
 * both sides, adding to 100; "or higher" from the direction, with basis and period always named; "about" where the
 * error is wide; close calls and small numbers said; the board's level in words; no invented date; clauses unscored.
 */
import { measureById } from '../measures/all';
import { countWord, dayText, formatExact, formatValue, grouped, monthText, percent, unitWord } from '../results/format';
import type { ReviewSummary, TargetSummary } from '../results/report';
import { boardStatus, chanceText, frames, freshSet } from './chances';
import { metRange } from './review';

export interface Span {
  readonly text: string;
  readonly strong?: true;
}

/** A result in words: `paragraphs` are read with the headline, `notes` are the grey lines under them. */
export interface Wording {
  readonly headline: string;
  readonly paragraphs: readonly (readonly Span[])[];
  readonly notes: readonly string[];
}

export interface WordingOptions {
  /** Simulated futures of the run. */
  readonly futures: number;
  /** Parameter doubt was switched off: the chance counts luck alone. */
  readonly onlyChance?: boolean;
  /** The level of chance the board asks for, as a share. */
  readonly boardLevel?: number;
  /** The data already in decide the target, so that no chance is involved. */
  readonly fixed?: 'already-met' | 'out-of-reach';
}

const say = (...sentences: readonly string[]): Span[] => [
  { text: sentences.filter((sentence) => sentence !== '').join(' ') },
];

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A label inside a sentence: without its capital, unless it begins with an abbreviation. */
function inSentence(label: string): string {
  return /^[A-Z][a-z’]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

function notCounted(onlyChance: boolean | undefined): string {
  const counted = onlyChance
    ? 'Counts chance alone, without the ranges you set.'
    : 'Counts chance and the ranges you set.';
  return `${counted} Does not count a change in thresholds or partners’ behaviour.`;
}

function notes(options: WordingOptions, interval: readonly [number, number] | null): string[] {
  return [notCounted(options.onlyChance), freshSet(grouped(options.futures, 0), interval)];
}

/** A simulated value beside a target: with one decimal of a per cent where the threshold has one, or the two could look alike. */
function beside(value: number, { unit, threshold }: TargetSummary): string {
  if (unit !== 'share') return `${formatValue(value, unit)}${unitWord(unit)}`;
  return percent(value, formatExact(threshold, unit).includes('.') ? 1 : 0);
}

/** The threshold with its direction: "69% or higher", "17.7% or lower". */
export function thresholdText({
  threshold,
  unit,
  direction,
}: Pick<TargetSummary, 'threshold' | 'unit' | 'direction'>): string {
  return `${formatExact(threshold, unit)}${unitWord(unit)} or ${direction === 'at-least' ? 'higher' : 'lower'}`;
}

/** What one target comes to on its date. A target without a date gets its chance at every review instead. */
export function targetWords(target: TargetSummary, options: WordingOptions): Wording {
  const figure = `the figure for ${inSentence(target.label)} (${target.basisText})`;
  if (options.fixed) {
    const met = options.fixed === 'already-met';
    const sentence = `${capitalised(figure)} ${met ? 'is' : 'can no longer be'} ${thresholdText(target)}, whatever the remaining months bring.`;
    return { headline: met ? 'Already met' : 'Can no longer be met', paragraphs: [say(sentence)], notes: [] };
  }
  if (target.due === null) return undatedWords(target, options);
  const both = frames(target);
  if (!both || target.probability === null) {
    const why = 'Its period lies outside the months simulated, or nothing is counted in it.';
    return { headline: 'No value for this target on its date', paragraphs: [say(why)], notes: [] };
  }
  const chance = `In ${both.met} of 100 simulated futures, ${figure} is ${thresholdText(target)}. In ${both.missed} of 100 it is not.`;
  const { boardLevel } = options;
  const status = boardLevel === undefined ? '' : `${boardStatus(target.probability, boardLevel).text}.`;
  return {
    headline: `${capitalised(chanceText(target))} chance of meeting this target on time`,
    paragraphs: [say(chance), say(range(target), closeCall(target), smallNumbers(target), status)],
    notes: notes(options, target.interval),
  };
}

function range(target: TargetSummary): string {
  const { p10, p50, p90 } = target;
  if (p10 === null || p50 === null || p90 === null) return '';
  const [low, high] = [beside(p10, target), beside(p90, target)];
  const land = low === high ? `land at ${low}` : `land between ${low} and ${high}`;
  return `Middle estimate ${beside(p50, target)}. 8 in 10 futures ${land}.`;
}

const ONE_POINT = 0.01 + 1e-9;

function closeCall({ unit, threshold, p10, p90 }: TargetSummary): string {
  if (unit !== 'share' || p10 === null || p90 === null) return '';
  const close = Math.abs(p10 - threshold) <= ONE_POINT && Math.abs(p90 - threshold) <= ONE_POINT;
  return close ? 'This is close: small data corrections would change it.' : '';
}

/** Denominators below this are small numbers, for which counts say more than percentages. */
export const SMALL = 30;

function smallNumbers({ unit, denominator, measure, p50 }: TargetSummary): string {
  if (unit !== 'share' || denominator === null || denominator >= SMALL || p50 === null) return '';
  const points = String(Math.min(100, Math.round((3 / denominator) * 100)));
  const whole = Math.max(1, Math.round(denominator));
  const counts = `The middle estimate is about ${String(Math.round(p50 * whole))} of ${String(whole)}.`;
  return `Small numbers: 3 ${countedThing(measure)} would move this by about ${points} points. ${counts}`;
}

/** What a percentage counts, in the plural. */
export function countedThing(measure: string): string {
  const column = measureById(measure.split('@')[0] ?? '')?.denominator ?? '';
  if (/^(ia|ca|sa)_/.test(column)) return 'assessments';
  if (/^(workforce_days|late_total)/.test(column)) return 'working days';
  if (/minutes/.test(column)) return 'minutes';
  if (/reviews/.test(column)) return 'reviews';
  if (/^posts/.test(column)) return 'posts';
  if (/^(in_post|workforce|holders|nq_holders)/.test(column)) return 'workers';
  if (column === 'referrals' || /^c(p_plans|ases)/.test(column)) return 'cases';
  return 'children';
}

function undatedWords(target: TargetSummary, options: WordingOptions): Wording {
  const known = target.atReviews.filter(({ probability }) => probability !== null);
  const last = known.at(-1);
  const figure = `${capitalised(inSentence(target.label))} (${target.basisText}) at ${thresholdText(target)}`;
  if (!last) {
    return {
      headline: 'No date in the notice, and no review in the months simulated',
      paragraphs: [say(`${figure}: no value.`)],
      notes: [],
    };
  }
  const each = known.map((chance) => `${chanceText(chance)} on ${dayText(chance.review)}`).join(', ');
  const first = target.firstLikelyMonth
    ? `It is first more likely than not in ${monthText(target.firstLikelyMonth)}.`
    : 'It is not more likely than not in any month simulated.';
  const both = frames(last);
  const sides = both
    ? `In ${both.met} of 100 simulated futures it is met on ${dayText(last.review)}; in ${both.missed} of 100 it is not.`
    : '';
  return {
    headline: `${capitalised(chanceText(last))} chance of meeting this target on ${dayText(last.review)} (no date in the notice)`,
    paragraphs: [say(`${figure}: ${each}.`, sides), say(first)],
    notes: notes(options, last.interval),
  };
}

/** "all eight targets", "both targets", "the target": what falls due, with numbers up to nine in words. */
function allDue(count: number): string {
  if (count === 1) return 'the target';
  return count === 2 ? 'both targets' : `all ${countWord(count)} targets`;
}

/** A review date: the chance of meeting everything due by it, how much of it, and what holds the plan back. */
export function reviewWords(
  review: ReviewSummary,
  targets: readonly TargetSummary[],
  options: WordingOptions,
): Wording {
  const due = review.targets.length;
  const on = dayText(review.date);
  if (due === 0) {
    const watched = review.watched.length;
    const watch =
      watched === 0
        ? ''
        : `${capitalised(countWord(watched))} ${watched === 1 ? 'target is' : 'targets are'} watched: the chance of being there already.`;
    return { headline: `Nothing falls due by ${on}`, paragraphs: watch === '' ? [] : [say(watch)], notes: [] };
  }
  const both = frames({ probability: review.probabilityAll, interval: review.interval });
  const met = metRange(review.metCounts);
  if (!both || !met) {
    const why =
      'At least one of them has no value in any future: its period lies outside the months simulated, or nothing is counted in it.';
    return { headline: `No chance can be given for ${allDue(due)} due by ${on}`, paragraphs: [say(why)], notes: [] };
  }
  const chance = chanceText({ probability: review.probabilityAll, interval: review.interval });
  const some = due === 1 ? 'it is missed' : 'at least one is missed';
  const sides = `In ${both.met} of 100 simulated futures ${due === 1 ? 'it is' : `${allDue(due)} are`} met; in ${both.missed} of 100 ${some}.`;
  const spread =
    met.low === met.high
      ? `8 in 10 futures meet ${String(met.low)}.`
      : `8 in 10 futures meet between ${String(met.low)} and ${String(met.high)}.`;
  const middle = due === 1 ? [] : [say(`The middle future meets ${String(met.middle)} of ${String(due)}. ${spread}`)];
  const { boardLevel } = options;
  const level =
    boardLevel === undefined || review.probabilityAll === null
      ? []
      : [say(`${boardStatus(review.probabilityAll, boardLevel).text}.`)];
  return {
    headline: `${capitalised(chance)} chance of meeting ${allDue(due)} due by ${on}`,
    paragraphs: [...middle, ...holdingBack(review, targets), say(sides), ...level],
    notes: notes(options, review.interval),
  };
}

function holdingBack({ mostMissed, targets: due }: ReviewSummary, targets: readonly TargetSummary[]): Span[][] {
  const worst = targets.find(({ id }) => id === mostMissed?.id);
  if (!mostMissed || !worst || due.length < 2) return [];
  // Said as the complement of the target's own chance, so that the two add to 100 on the page.
  const missed = frames({ probability: 1 - mostMissed.share, interval: null })?.missed ?? '';
  return [
    [
      { text: 'The one that holds you back most often: ' },
      { text: `${inSentence(worst.label)}, ${worst.basisText}`, strong: true },
      { text: ` (missed in ${missed} of 100).` },
    ],
  ];
}

/** A clause of the notice that is about quality: listed, never scored. `evidence` says what would show that it is met. */
export function clauseWords(evidence: string): string {
  return `Not simulated. Evidence needed: ${evidence}`;
}

/** A wording as plain text, paragraph by paragraph, for the command line and for screen readers. */
export function plainWords({ headline, paragraphs, notes: grey }: Wording): string[] {
  return [headline, ...paragraphs.map((spans) => spans.map(({ text }) => text).join('')), ...grey];
}
