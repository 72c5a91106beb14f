/** Plans set side by side: where their settings differ, how they do against each other on the same futures, at what cost. */
import type { CostComparison, Plan, Report, ReviewSummary, TargetSummary } from '../model/index';
import { frames } from '../model/notice/chances';
import { capitalised, type Wording } from '../model/notice/words';
import { comparisonWords, TOO_CLOSE } from '../model/notice/words-plans';
import { countWord, dayText, pounds } from '../model/results/format';
import { leverText, leverValue, type LeverSpec } from './levers';

/** One setting on which plans differ, as each of them has it. */
export interface Difference {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly values: readonly string[];
}

/** Settings on which the plans are not all alike: levers with their dates, then the discounts because plans slip. */
export function differencesOf(specs: readonly LeverSpec[], plans: readonly Plan[]): readonly Difference[] {
  const levers = specs.map((spec): Difference => ({
    id: spec.id,
    label: spec.label,
    unit: spec.unit,
    values: plans.map((plan) => settingText(spec, plan)),
  }));
  const dial = (id: string, label: string, unit: string, value: (plan: Plan) => number): Difference => ({
    id,
    label,
    unit,
    values: plans.map((plan) => (Object.keys(plan.levers).length === 0 ? 'as now' : leverText(value(plan)))),
  });
  const dials = [
    dial('delay', 'Discount: months late', 'months', ({ optimism }) => optimism.delayMonths),
    dial('yield', 'Discount: extra hires that arrive', '%', ({ optimism }) => 100 * optimism.yield),
    dial('cost', 'Discount: plan costs more', '%', ({ optimism }) => 100 * optimism.cost),
  ];
  return [...levers, ...dials].filter(({ values }) => new Set(values).size > 1);
}

function settingText(spec: LeverSpec, plan: Plan): string {
  const setting = plan.levers[spec.id];
  if (!setting) return `${leverText(spec.now)}, as now`;
  const until = setting.until ? ` to ${dayText(setting.until)}` : '';
  const ramp = setting.rampMonths ? `, over ${leverText(setting.rampMonths)} months` : '';
  return `${leverText(leverValue(plan.levers, spec))} from ${dayText(setting.from)}${until}${ramp}`;
}

/** How plan b does against plan a, on one target or on all due at a review. */
export interface Pair {
  readonly aBetter: number;
  readonly same: number;
  readonly bBetter: number;
  readonly difference: number;
  readonly standardError: number;
}

/** A pair of the report, turned round where the report has it the other way; null where it has none. */
export function pairOf(
  report: Report,
  a: string,
  b: string,
  on: { readonly target: string } | { readonly review: string },
): Pair | null {
  const list: readonly (Pair & { a: string; b: string; target?: string; review?: string })[] =
    'target' in on ? report.comparisons : (report.reviewComparisons ?? []);
  const about = list.filter((line) => ('target' in on ? line.target === on.target : line.review === on.review));
  const found = about.find((line) => line.a === a && line.b === b);
  if (found) return found;
  const other = about.find((line) => line.a === b && line.b === a);
  return other ? { ...other, aBetter: other.bBetter, bBetter: other.aBetter, difference: 0 - other.difference } : null;
}

/** What the run says of plan b against plan a at a review: the sentence a comparison opens with. */
export function pairWords(report: Report, a: string, b: string, reviewDate: string): Wording | null {
  const [planA, planB] = [a, b].map((id) => report.plans.find((plan) => plan.id === id));
  const pair = pairOf(report, a, b, { review: reviewDate });
  const [reviewA, reviewB] = [planA, planB].map((plan) => plan?.reviews.find(({ date }) => date === reviewDate));
  if (!planA || !planB || !pair || !reviewA || !reviewB) return null;
  const named = (name: string, review: ReviewSummary) => ({
    name,
    probability: review.probabilityAll,
    interval: review.interval,
  });
  const cost = costsBetween(report, a, b).at(-1) ?? null;
  const count = reviewA.targets.length;
  const meets = count === 1 ? 'meets the target' : `meets all ${countWord(count)} targets`;
  const words = comparisonWords(
    { a, b, target: '', ...pair },
    named(planA.name, reviewA),
    named(planB.name, reviewB),
    cost,
    meets,
  );
  if (count === 1) return words;
  const inMore = { ...words, paragraphs: words.paragraphs.map((spans) => spans.map(inTargetsMet)) };
  const rare = [reviewA, reviewB].every(({ probabilityAll }) => (probabilityAll ?? 1) < RARE);
  return rare
    ? { ...inMore, headline: `Neither ${planB.name} nor ${planA.name} is likely to meet all ${countWord(count)}` }
    : inMore;
}

/**
 * What the run says of several plans against the first of them: every plan in the headline, in the order given, because no two of
 * the others were held against each other; then each beside the first, with its cost. Of two plans as {@link pairWords}.
 */
export function plansWords(report: Report, [first, ...others]: readonly string[], reviewDate: string): Wording | null {
  const [second, ...more] = others;
  if (first === undefined || second === undefined) return null;
  const pairs = others.flatMap((id) => pairWords(report, first, id, reviewDate) ?? []);
  if (more.length === 0) return pairs[0] ?? null;
  const met = [...others, first].flatMap((id) => {
    const plan = report.plans.find((one) => one.id === id);
    const review = plan?.reviews.find(({ date }) => date === reviewDate);
    const framed = review && frames({ probability: review.probabilityAll, interval: review.interval });
    return plan && review && framed ? [{ name: plan.name, review, met: framed.met }] : [];
  });
  if (met.length <= others.length || pairs.length < others.length) return null;
  const count = met[0]?.review.targets.length ?? 0;
  const list = met.map(({ name, met: times }, at) => `${name} in ${times}${at === 0 ? ' of 100 futures' : ''}`);
  const rare = count > 1 && met.every(({ review }) => (review.probabilityAll ?? 1) < RARE);
  const what = count === 1 ? 'the target' : `all ${countWord(count)} targets`;
  return {
    headline: rare
      ? `None of the ${countWord(met.length)} plans is likely to meet all ${countWord(count)}`
      : `${capitalised(what)} met: ${list.slice(0, -1).join(', ')} and ${list.at(-1) ?? ''}`,
    paragraphs: pairs.map(({ headline, paragraphs }) => {
      const close = headline.startsWith(TOO_CLOSE) ? [{ text: `${TOO_CLOSE} ` }] : [];
      return [...close, ...paragraphs.flatMap((spans, at) => (at === 0 ? spans : [{ text: ' ' }, ...spans]))];
    }),
    notes: [],
  };
}

/** Below this chance of meeting all of them, how many are met says more. */
export const RARE = 0.02;

/** Better at a review is to meet more of the targets; the sentence says so. */
function inTargetsMet<T extends { readonly text: string }>(span: T): T {
  return { ...span, text: span.text.replace('does better than', 'meets more of them than') };
}

/** A difference of chances in points with its error: "+12 ± 2", "too close to say" where it is within its error. */
export function differenceText({ difference, standardError }: Pair): string {
  const points = Math.round(100 * difference);
  const error = 100 * 1.96 * standardError;
  if (difference === 0 && standardError === 0) return 'the same';
  if (Math.abs(100 * difference) <= error) return 'too close to say';
  return `${points > 0 ? '+' : '−'}${String(Math.abs(points))} ± ${error < 1 ? '1' : String(Math.round(error))}`;
}

/** What plan b costs beyond plan a, each year and then all of them; turned round where the report has it the other way. */
export function costsBetween(report: Report, a: string, b: string): readonly CostComparison[] {
  const lines = report.costComparisons ?? [];
  const found = lines.filter((line) => line.a === a && line.b === b);
  if (found.length > 0) return found;
  // From 0, so that a difference of nothing has no sign.
  const turned = ({ years, mean, p10, p50, p90 }: CostComparison): CostComparison => ({
    ...{ a, b, years },
    ...{ mean: 0 - mean, p10: 0 - p90, p50: 0 - p50, p90: 0 - p10 },
  });
  return lines.filter((line) => line.a === b && line.b === a).map(turned);
}

/** Money beyond another plan's: "£1.1m more", "£40,000 less"; "the same" for nothing. */
export function costMore(value: number): string {
  return value === 0 ? 'the same' : value < 0 ? `${pounds(-value)} less` : `${pounds(value)} more`;
}

/** An 8 in 10 range of such money, the words said once where both ends are alike: "£5.4m to £5.9m more". */
export function costRange({ p10, p90 }: Pick<CostComparison, 'p10' | 'p90'>): string {
  if (p10 >= 0 && p90 > 0) return `${pounds(p10)} to ${costMore(p90)}`;
  if (p90 <= 0 && p10 < 0) return `${pounds(-p90)} to ${costMore(p10)}`;
  return p10 === 0 && p90 === 0 ? 'the same' : `${costMore(p10)} to ${costMore(p90)}`;
}

/** A plan's chance of a target at its date. */
export function chanceOf(report: Report, plan: string, target: string): TargetSummary | null {
  return report.plans.find(({ id }) => id === plan)?.targets.find(({ id }) => id === target) ?? null;
}
