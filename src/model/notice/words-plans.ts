/** The words that set a plan beside another, beside what councils have managed, and beside plain arithmetic. */
import { formatExact, percent, pounds } from '../results/format';
import type { Comparison, CostComparison, TargetSummary } from '../results/report';
import type { Requirement } from './arithmetic';
import { moreHopeful } from './base-rates';
import { chanceText, frames, outOf100, type WrittenChance } from './chances';
import type { Wording } from './words';

/** A plan's name and its chance of meeting the target. */
export interface NamedChance extends WrittenChance {
  readonly name: string;
}

/** Standard errors within which a difference of chances does not rank two plans. */
const RANKED_ABOVE = 1.96;

function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** Before what is said of two plans whose difference is within its error. */
export const TOO_CLOSE = 'Too close to rank:';

/**
 * Plan b against plan a on one target. Two chances within their paired error are not ranked. `meets` is what the
 * futures are counted by: "meets the target" unless said otherwise, "meets all eight targets" for a review.
 */
export function comparisonWords(
  { aBetter, same, bBetter, difference, standardError }: Comparison,
  a: NamedChance,
  b: NamedChance,
  cost: CostComparison | null = null,
  meets = 'meets the target',
): Wording {
  const [framesA, framesB] = [frames(a), frames(b)];
  if (!framesA || !framesB) {
    return { headline: `${b.name} and ${a.name} cannot be compared: no value on this date`, paragraphs: [], notes: [] };
  }
  const counts = `${b.name} ${meets} in ${framesB.met} of 100 futures; ${a.name} in ${framesA.met}.`;
  const alike = difference === 0 && standardError === 0;
  const ranked = Math.abs(difference) > RANKED_ABOVE * standardError;
  const headline = alike
    ? `${b.name} ${meets} in the same futures as ${a.name}: ${framesB.met} of 100.`
    : ranked
      ? counts
      : `${TOO_CLOSE} ${counts}`;
  const [better, equal, worse] = outOf100([bBetter, same, aBetter]).map(String) as [string, string, string];
  const luck = `With the same luck, ${b.name} does better than ${a.name} in ${better} of 100 futures, the same in ${equal}, worse in ${worse}.`;
  const paragraphs = [[{ text: luck }], ...(cost ? [[{ text: costWords(cost, b.name) }]] : [])];
  return { headline, paragraphs, notes: [] };
}

/** What a plan costs beyond the other: "B costs £0.9m more over 2026-27 and 2027-28 (8 in 10 range £0.6m to £1.3m)." */
export function costWords({ years, mean, p10, p90 }: CostComparison, name: string): string {
  const [more, less, sign] = mean >= 0 ? (['more', 'less', 1] as const) : (['less', 'more', -1] as const);
  const [low, high] = mean >= 0 ? [p10, p90] : [-p90, -p10];
  const from = low < 0 ? `${pounds(-low)} ${less}` : pounds(low);
  const to = low < 0 ? `${pounds(high)} ${more}` : pounds(high);
  const over = years.length === 1 ? `in ${list(years)}` : `over ${list(years)}`;
  if (p10 === 0 && p90 === 0 && mean === 0) return `${name} costs the same ${over}.`;
  return `${name} costs ${pounds(mean * sign)} ${more} ${over} (8 in 10 range ${from} to ${to}).`;
}

/** What councils have managed, and whether this plan's chance is far above it; null where no history fits the target. */
export function historyWords(target: Pick<TargetSummary, 'baseRate' | 'probability' | 'interval'>): string | null {
  const { baseRate, probability } = target;
  if (!baseRate) return null;
  const hopeful = moreHopeful(probability, baseRate)
    ? ` This plan’s ${chanceText(target)} is more hopeful than that history.`
    : '';
  return `${baseRate.text}${hopeful}`;
}

/** A cumulative target with some of its months known. */
export interface ArithmeticCase {
  readonly threshold: number;
  readonly direction: 'at-least' | 'at-most';
  /** The whole period in words: "April to December". */
  readonly period: string;
  /** The months known in words, "April to June", and their average; null where none is known. */
  readonly known: { readonly period: string; readonly average: number } | null;
  /** What is counted, in the plural: "assessments". */
  readonly counted: string;
  /** The same number each month was assumed, rather than actual volumes used. */
  readonly equalVolumes: boolean;
}

/** What the remaining months must average, before any simulation. */
export function arithmeticWords(
  requirement: Requirement,
  { threshold, direction, period, known, counted, equalVolumes }: ArithmeticCase,
): Wording {
  const target = `${formatExact(threshold, 'share')} for ${period}`;
  const limit = direction === 'at-least' ? '' : ' or less';
  const headline = {
    needs: () =>
      requirement.kind === 'needs'
        ? `To reach ${target}, the rest of the year must average ${percent(requirement.average, 1)}${limit} a month.`
        : '',
    'already-met': () => `${target} is already met, whatever the remaining months bring.`,
    'out-of-reach': () => `${target} can no longer be met, whatever the remaining months bring.`,
  }[requirement.kind]();
  const so = known ? `${known.period} averaged ${percent(known.average, 1)}. ` : '';
  const volumes = equalVolumes
    ? `This assumes the same number of ${counted} each month.`
    : `This uses the actual numbers of ${counted}.`;
  return { headline, paragraphs: [[{ text: `${so}${volumes}` }]], notes: [] };
}
