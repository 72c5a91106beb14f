import { costsBetween, RARE } from '../../app/compare';
import type { Report } from '../../model/index';
import { meanMet } from '../reading';
import { linear, tickValues, valueDomain } from './scale';

/** What a plan costs beyond the first of those compared, and what it comes to, each with a range. */
export interface CostPoint {
  readonly id: string;
  readonly name: string;
  /** Pounds beyond the first plan over all years of the run, mean and 8 in 10 range. */
  readonly cost: number;
  readonly costLow: number;
  readonly costHigh: number;
  /** The chance of meeting all targets due, or how many are met on average, with its 95% interval. */
  readonly result: number;
  readonly low: number;
  readonly high: number;
}

/** What the upright axis shows: where hardly a future meets all of them, how many are met says more. */
export type CostResult = 'chance' | 'met';

/**
 * The plans of a report as points, the first of them at no extra cost. Null where there are no targets to judge them by, or
 * no cost to tell.
 */
export function costPoints(
  report: Report,
  plans: readonly { readonly id: string; readonly name: string }[],
  review: string,
): { readonly of: CostResult; readonly points: readonly CostPoint[] } | null {
  const [first] = plans;
  if (!first || plans.length < 2) return null;
  const reviews = plans.map(({ id }) =>
    report.plans.find((plan) => plan.id === id)?.reviews.find(({ date }) => date === review),
  );
  const of = reviews.every((one) => (one?.probabilityAll ?? 0) < RARE) ? 'met' : 'chance';
  const points = plans.flatMap(({ id, name }, i): CostPoint[] => {
    const one = reviews[i];
    if (!one || one.probabilityAll === null || !one.interval) return [];
    const none = { mean: 0, p10: 0, p90: 0 };
    const cost = id === first.id ? none : costsBetween(report, first.id, id).at(-1);
    if (!cost) return [];
    const chance = { result: one.probabilityAll, low: one.interval[0], high: one.interval[1] };
    const result = of === 'chance' ? chance : metOnAverage(one.metCounts, report.futures);
    return [{ id, name, cost: cost.mean, costLow: cost.p10, costHigh: cost.p90, ...result }];
  });
  return points.length === plans.length ? { of, points } : null;
}

/** Mean number of targets met with its 95% interval over so many futures. */
function metOnAverage(metCounts: readonly number[], futures: number): Pick<CostPoint, 'result' | 'low' | 'high'> {
  const mean = meanMet(metCounts) ?? 0;
  const variance = metCounts.reduce((sum, share, count) => sum + share * (count - mean) ** 2, 0);
  const error = 1.96 * Math.sqrt(variance / Math.max(1, futures));
  return { result: mean, low: mean - error, high: mean + error };
}

export interface CostPicture {
  readonly marks: readonly {
    readonly point: CostPoint;
    readonly x: number;
    readonly xLow: number;
    readonly xHigh: number;
    readonly y: number;
    readonly yLow: number;
    readonly yHigh: number;
    /** Where its name begins or ends, so that it stays inside and clear of the others. */
    readonly labelX: number;
    readonly labelY: number;
    readonly anchor: 'start' | 'end';
  }[];
  readonly xTicks: readonly { readonly x: number; readonly value: number }[];
  readonly yTicks: readonly { readonly y: number; readonly value: number }[];
}

export const costBox = { width: 560, height: 260, left: 46, right: 14, top: 14, bottom: 34 };
const LABEL_GAP = 15;

/** Where the points and the axes of the picture lie. */
export function costPicture(points: readonly CostPoint[], of: CostResult): CostPicture {
  const { width, height, left, right, top, bottom } = costBox;
  const costs = points.flatMap(({ costLow, costHigh, cost }) => [costLow, costHigh, cost]);
  const most = Math.max(...costs, 1);
  const least = Math.min(0, ...costs);
  const margin = 0.08 * (most - least);
  const xDomain = [least - margin, most + margin] as const;
  const yDomain = valueDomain(
    points.flatMap(({ low, high }) => [low, high]),
    of === 'chance' ? 'share' : 'count',
    false,
    false,
  );
  const x = linear(xDomain, [left, width - right]);
  const y = linear(yDomain, [height - bottom, top]);
  const taken: number[] = [];
  const marks = points.map((point) => {
    const at = { x: x(point.cost), y: y(point.result) };
    const toLeft = at.x > (left + width) / 2;
    // A name that would lie on another moves down until it does not.
    let labelY = at.y - 9;
    while (taken.some((other) => Math.abs(other - labelY) < LABEL_GAP)) labelY += LABEL_GAP;
    taken.push(labelY);
    return {
      point,
      ...at,
      xLow: x(point.costLow),
      xHigh: x(point.costHigh),
      yLow: y(point.low),
      yHigh: y(point.high),
      labelX: at.x + (toLeft ? -9 : 9),
      labelY,
      anchor: toLeft ? ('end' as const) : ('start' as const),
    };
  });
  return {
    marks,
    xTicks: tickValues(xDomain, 6).map((value) => ({ x: x(value), value })),
    yTicks: tickValues(yDomain, 5).map((value) => ({ y: y(value), value })),
  };
}
