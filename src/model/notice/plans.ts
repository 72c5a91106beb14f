/** Two plans judged on the same futures, target by target and in money. */
import { comparePaired, spreadOfDifference } from '../results/compare';
import { financialYear } from '../results/format';
import type { FutureRows } from '../results/measure-series';
import { spreadOf, type Spread } from '../results/quantile';
import type { Comparison, CostComparison, CostSummary, ReviewComparison } from '../results/report';
import type { Review, Target } from '../scenario/schema';
import { monthNumber, type IsoDate } from '../units';
import { readBasis } from './basis';
import { dueAt } from './review';
import { readTarget, targetMeasure } from './target';

/** A plan's id and its futures. */
export interface PlanRows {
  readonly id: string;
  readonly data: FutureRows;
}

/**
 * Plan b against plan a on each dated target that has a value under both, future by future. The two must hold the
 * same futures over the same months; anything else is a bug and throws. Targets without a date are not compared.
 */
export function comparePlans(a: PlanRows, b: PlanRows, targets: readonly Target[]): Comparison[] {
  sameFutures(a, b);
  return targets.flatMap((target) => {
    if (target.due === null) return [];
    const [readA, readB] = [a, b].map(({ data }) => readTarget(data, target, monthNumber(target.due ?? ''))) as [
      ReturnType<typeof readTarget>,
      ReturnType<typeof readTarget>,
    ];
    const pair = comparePaired({
      valuesA: readA.values,
      valuesB: readB.values,
      metA: readA.met,
      metB: readB.met,
      direction: target.direction,
      unit: targetMeasure(a.data.layout, target).unit,
      rounding: target.rounding,
    });
    if (!pair) return [];
    const { aBetter, same, bBetter, difference, standardError } = pair;
    return [{ a: a.id, b: b.id, target: target.id, aBetter, same, bBetter, difference, standardError }];
  });
}

/**
 * Plan b against plan a on all targets due at each review at which something falls due: better in a future is to meet more
 * of them, and the difference is of the chances of meeting them all.
 */
export function compareReviews(
  a: PlanRows,
  b: PlanRows,
  targets: readonly Target[],
  reviews: readonly Review[],
): ReviewComparison[] {
  sameFutures(a, b);
  return reviews.flatMap(({ date }) => {
    const due = dueAt(targets, reviews, date);
    if (due.length === 0) return [];
    const [countsA, countsB] = [a, b].map(({ data }) => countsMet(data, due, date)) as [Float64Array, Float64Array];
    const all = (counts: Float64Array) => Uint8Array.from(counts, (count) => (count === due.length ? 1 : 0));
    const pair = comparePaired({
      valuesA: countsA,
      valuesB: countsB,
      metA: all(countsA),
      metB: all(countsB),
      direction: 'at-least',
      unit: 'count',
      rounding: null,
    });
    if (!pair) return [];
    const { futures: _, ...rest } = pair;
    return [{ a: a.id, b: b.id, review: date, ...rest }];
  });
}

/** How many of the targets due at a review each future meets; NaN where a future lacks a value for one of them. */
export function countsMet(data: FutureRows, due: readonly Target[], date: IsoDate): Float64Array {
  const readings = due.map((target) => readTarget(data, target, monthNumber(target.due ?? date)));
  return Float64Array.from({ length: data.futures }, (_, future) =>
    readings.some(({ values }) => Number.isNaN(values[future] ?? Number.NaN))
      ? Number.NaN
      : readings.reduce((sum, { met }) => sum + (met[future] ?? 0), 0),
  );
}

function sameFutures(a: PlanRows, b: PlanRows): void {
  const alike = a.data.futures === b.data.futures && a.data.layout.months.join() === b.data.layout.months.join();
  if (!alike) throw new Error(`plans "${a.id}" and "${b.id}" were not run on the same futures and months`);
}

/** The financial years a run touches, in order, each with the months of it that lie in the run: first and last may be partial. */
function financialYears(data: FutureRows): { readonly year: string; readonly from: string; readonly to: string }[] {
  const years: { year: string; from: string; to: string }[] = [];
  for (const month of data.layout.months) {
    const year = financialYear(month);
    const last = years.at(-1);
    if (last?.year === year) last.to = month;
    else years.push({ year, from: month, to: month });
  }
  return years;
}

function costs(data: FutureRows, from: string, to: string): Float64Array {
  return readBasis(data, 'staff_cost', { kind: 'cumulative', from, to }, monthNumber(to)).values;
}

function costSummary({ mean, p10, p50, p90 }: Spread): CostSummary | null {
  return mean === null || p10 === null || p50 === null || p90 === null ? null : { mean, p10, p50, p90 };
}

/**
 * Staff cost in pounds by financial year ("2009-10"), over the futures. Only months of the run are counted: a run
 * from February 2009 has two months of 2008-09 (the first itself partial), and its last year ends with the run.
 */
export function costByYear(data: FutureRows): Record<string, CostSummary> {
  const summaries: Record<string, CostSummary> = {};
  for (const { year, from, to } of financialYears(data)) {
    const summary = costSummary(spreadOf(costs(data, from, to)));
    if (summary) summaries[year] = summary;
  }
  return summaries;
}

/** What plan b costs beyond plan a, future by future: each financial year, then all of them together where there are several. */
export function compareCosts(a: PlanRows, b: PlanRows): CostComparison[] {
  sameFutures(a, b);
  const years = financialYears(a.data);
  const periods = years.map(({ year, from, to }) => ({ years: [year], from, to }));
  const [first, last] = [years[0], years.at(-1)];
  if (first && last && years.length > 1) {
    periods.push({ years: years.map(({ year }) => year), from: first.from, to: last.to });
  }
  return periods.flatMap(({ years: covered, from, to }) => {
    const summary = costSummary(spreadOfDifference(costs(a.data, from, to), costs(b.data, from, to)));
    return summary ? [{ a: a.id, b: b.id, years: covered, ...summary }] : [];
  });
}
