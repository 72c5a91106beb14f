/** What the unknowns' errors say: how large they are, and which of them go together. */
import type { FittedPoint } from '../model/index';
import type { FittedValue, Together, ToldApart } from './calibration';
import { conditionNumber, type Matrix } from './matrix';
import { boundOf, errorsOf, moverAt, slopesAt } from './newton';
import type { PointSearch, Problem } from './point-search';

/** Errors that correlate more than this are as good as one. */
export const AS_ONE = 0.95;

/** Covariance of a point's fitted values, by slot; null where they cannot be told apart. Those on a bound have none. */
function valueErrors({ at }: Problem, { slots, slopes, best }: PointSearch): Matrix | null {
  const { point, reading, misses } = best!;
  // What is still missed is an error as well, beside the luck of the worlds.
  const covariance = at.map((i, a) => at.map((j, b) => reading.covariance[i]![j]! + misses[a]! * misses[b]!));
  const free = slots.map((_, i) => i).filter((i) => boundOf(moverAt(slots[i]!, point), point) === null);
  return errorsOf(slopesAt(slots, slopes, point), covariance, free);
}

/** A point's fitted values with their errors: the inverse slopes times the errors of the figures. */
export function fittedValues(problem: Problem, search: PointSearch): FittedValue[] {
  const errors = valueErrors(problem, search);
  const { point } = search.best!;
  return search.slots.map((slot, i) => {
    const mover = moverAt(slot, point);
    const { key, label } = mover;
    const bound = boundOf(mover, point);
    const standardError = errors && bound === null ? Math.sqrt(Math.max(0, errors[i]![i]!)) : null;
    return { key, label, value: point[key], standardError, bound, figure: problem.fitted[i]!.figure };
  });
}

/** Correlations of the unknowns' errors, averaged over the points, and the condition of the middle point's slopes. */
export function toldApart(problem: Problem, points: readonly PointSearch[]): ToldApart {
  const sums = new Map<string, { a: keyof FittedPoint; b: keyof FittedPoint; sum: number; n: number }>();
  for (const search of points) {
    const errors = valueErrors(problem, search);
    if (!errors) continue;
    const { slots, best } = search;
    const keys = slots.map((slot) => moverAt(slot, best!.point).key);
    keys.forEach((a, i) => {
      keys.slice(0, i).forEach((b, j) => {
        const scale = Math.sqrt(errors[i]![i]! * errors[j]![j]!);
        if (!(scale > 0)) return;
        const entry = sums.get(`${b} ${a}`) ?? { a: b, b: a, sum: 0, n: 0 };
        sums.set(`${b} ${a}`, { ...entry, sum: entry.sum + errors[i]![j]! / scale, n: entry.n + 1 });
      });
    });
  }
  const pairs: Together[] = [...sums.values()].map(({ a, b, sum, n }) => ({ a, b, correlation: sum / n }));
  const { slots, slopes, best } = points[Math.floor((points.length - 1) / 2)]!;
  const { point, close } = best!;
  const scaled = slopesAt(slots, slopes, point).map((row, i) =>
    row.map((slope, j) => (slope * moverAt(slots[j]!, point).firstStep) / close[i]!),
  );
  const condition = conditionNumber(scaled);
  return { pairs, conditionNumber: Number.isFinite(condition) ? condition : null };
}
