/** Distributions that the scenario gives in words of its own, as quantile tables. */
import { exp, ln, power, quantileTable, TABLE_CELLS } from '../tables/tables';
import { MONTHS_PER_YEAR } from '../units';

export interface ElapsedShape {
  readonly earliest: number;
  readonly latest: number;
  readonly bunching: number;
  readonly beyond: number;
}

/**
 * Elapsed time as a share of the limit. A share `inTime` lies between `earliest` and `latest`, crowding towards the
 * latest as a power law (G7: visits and sign-offs are booked against the deadline); the rest runs over the limit by an
 * exponential with mean `beyond`.
 */
export function elapsedTable(inTime: number, shape: ElapsedShape): Float64Array {
  return quantileTable((p) => {
    if (p <= inTime) return shape.earliest + (shape.latest - shape.earliest) * power(p / inTime, 1 / shape.bunching);
    return 1.02 - shape.beyond * ln(Math.max(1e-6, 1 - (p - inTime) / (1 - inTime)));
  });
}

/** Months at which the shape of plan lifetimes is given. */
const SHAPE_MONTHS = [0, 3, 6, 12, 24] as const;

/**
 * Lifetimes with a given mean: straight lines through the shares ended within 3, 6, 12 and 24 months, an exponential
 * tail beyond, stretched so that the mean is right (stocks and starts decide the mean; published episodes only the shape).
 */
export function lifetimeTable(endedWithin: readonly number[], mean: number): Float64Array {
  const shares = [0, ...endedWithin];
  return quantileTable((p) => {
    for (let i = 1; i < shares.length; i++) {
      const before = shares[i - 1]!;
      const share = shares[i]!;
      if (p <= share)
        return SHAPE_MONTHS[i - 1]! + ((SHAPE_MONTHS[i]! - SHAPE_MONTHS[i - 1]!) * (p - before)) / (share - before);
    }
    return 24 - 24 * ln((1 - p) / (1 - shares.at(-1)!));
  }, mean);
}

/** Times until a return in working days: straight lines through the shares within 3, 6, 12 and 24 months of closing. */
export function lagTable(within: readonly number[], workingDaysPerYear: number): Float64Array {
  const shares = [0, ...within];
  const total = shares.at(-1)!;
  return quantileTable((p) => {
    for (let i = 1; i < shares.length; i++) {
      const before = shares[i - 1]! / total;
      const share = shares[i]! / total;
      if (p > share || share === before) continue;
      const from = SHAPE_MONTHS[i - 1]!;
      return (
        ((from + ((SHAPE_MONTHS[i]! - from) * (p - before)) / (share - before)) * workingDaysPerYear) / MONTHS_PER_YEAR
      );
    }
    return (SHAPE_MONTHS.at(-1)! * workingDaysPerYear) / MONTHS_PER_YEAR;
  });
}

/** What is left of a lifetime found under way: the equilibrium residual of a quantile table. */
export function residualTable(lifetime: Float64Array): Float64Array {
  const cumulative = new Float64Array(TABLE_CELLS + 1);
  for (let i = 1; i <= TABLE_CELLS; i++) {
    const alive = 1 - (i - 0.5) / TABLE_CELLS;
    cumulative[i] = cumulative[i - 1]! + alive * (lifetime[i]! - lifetime[i - 1]!);
  }
  const start = lifetime[0]!; // everyone lives at least so long
  const total = cumulative[TABLE_CELLS]! + start;
  let cell = 0;
  return quantileTable((p) => {
    const area = p * total;
    if (area <= start) return area;
    while (cell < TABLE_CELLS - 1 && cumulative[cell + 1]! + start < area) cell++;
    const width = cumulative[cell + 1]! - cumulative[cell]!;
    const into = width > 0 ? (area - start - cumulative[cell]!) / width : 0;
    return lifetime[cell]! + (lifetime[cell + 1]! - lifetime[cell]!) * Math.min(1, into);
  });
}

/** Months of service after which the last band of leaving begins. */
const LAST_BAND = 60;

/** Months of service up to which staff are spread evenly where nobody leaves. */
const IF_NOBODY_LEAVES = 480;

type MonthlyLeaving = readonly [number, number, number];

const leavingIn = (month: number, by: MonthlyLeaving): number => by[month < 24 ? 0 : month < LAST_BAND ? 1 : 2];

/** Lengths of service, in months, of a workforce that loses these monthly shares by band and is replaced as it goes. */
export function serviceTable(monthlyLeaving: MonthlyLeaving): Float64Array {
  const total = monthlyLeaving[2] > 0 ? meanService(monthlyLeaving) : IF_NOBODY_LEAVES;
  let month = 0;
  let staying = 1;
  let sum = 0;
  return quantileTable((p) => {
    while (sum + staying < p * total) {
      sum += staying;
      staying *= 1 - leavingIn(month++, monthlyLeaving);
    }
    return month + (p * total - sum) / staying;
  });
}

/** Mean months of service on leaving, for the same monthly shares, of which the last is above 0. */
export function meanService(monthlyLeaving: MonthlyLeaving): number {
  let staying = 1;
  let sum = 0;
  for (let month = 0; month < LAST_BAND; month++) {
    sum += staying;
    staying *= 1 - leavingIn(month, monthlyLeaving);
  }
  return sum + staying / monthlyLeaving[2];
}

/**
 * The scale m of an exponential time that has this mean in whole days, rounded and at least one: 1 + e^(−1.5 ÷ m) ÷ (1 − e^(−1 ÷ m))
 * is the mean. 0 for a mean of one day or less.
 */
export function scaleOfSpell(mean: number): number {
  let low = 0.01;
  let high = mean;
  for (let turn = 0; turn < 60; turn++) {
    const m = (low + high) / 2;
    if (1 + exp(-1.5 / m) / (1 - exp(-1 / m)) < mean) low = m;
    else high = m;
  }
  return mean > 1 ? (low + high) / 2 : 0;
}

/** The same of whole days begun, the first included: the mean is 1 ÷ (1 − e^(−1 ÷ m)). The mean is more than one day. */
export function scaleOfGap(mean: number): number {
  return -1 / ln(1 - 1 / mean);
}
