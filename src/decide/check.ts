/** The check of a fit on worlds it has not seen: does the baseline stay with inputs held still, and how much does a year differ? */
import type { Simulated, Spread, SpreadHistory, Stationarity } from './calibration';
import { readFigures, type Figure, type Reading } from './figures';

/** Years after the baseline year in which inputs stay held. */
export const FURTHER_YEARS = 3;

/** Drift of a share that is none, whatever its error; of a count, as a share of what is observed. */
const NO_DRIFT = 0.015;
/** Drift within so many standard errors may be luck. */
const LUCK = 3;

/** `readings[point][year]`, the first year being the baseline's. */
export type YearReadings = readonly (readonly Reading[])[];

/** Reads the years of every point. */
export function readYears(figures: readonly Figure[], months: readonly Float64Array[][][]): YearReadings {
  return months.map((years) => years.map((worlds) => readFigures(figures, worlds)));
}

/** One figure over the whole ridge: mean of the points, whose worlds are independent of each other. */
export function overTheRidge(
  { observed, tolerance }: Pick<Figure, 'observed' | 'tolerance'>,
  figure: number,
  points: readonly Reading[],
): Simulated {
  const mean = points.reduce((sum, { values }) => sum + values[figure]!, 0) / points.length;
  if (!Number.isFinite(mean)) return { value: null, standardError: null, ok: false };
  const variance = points.reduce((sum, { covariance }) => sum + covariance[figure]![figure]!, 0);
  const ok = Math.abs(mean - observed) <= tolerance + 1e-9;
  return { value: mean, standardError: Math.sqrt(variance) / points.length, ok };
}

/**
 * Drift of every figure in each further year. Errors are those of the paired differences within each world. Fine is what
 * stays within 1.5 points, or within three standard errors where those are more.
 */
export function stationarity(figures: readonly Figure[], points: YearReadings): Stationarity[] {
  return figures.flatMap(({ id, label, share, observed }, figure) => {
    const least = share ? NO_DRIFT : NO_DRIFT * Math.abs(observed);
    const years = Array.from({ length: FURTHER_YEARS }, (_, i) => {
      const year = i + 1;
      const drift = mean(points.map((years) => years[year]!.values[figure]! - years[0]!.values[figure]!));
      const variance = points.map((years) => varianceOfMean(differences(years, figure, 0, year)));
      const standardError = Math.sqrt(variance.reduce((a, b) => a + b, 0)) / points.length;
      return { year, drift, standardError, ok: Math.abs(drift) <= Math.max(least, LUCK * standardError) };
    });
    if (years.some(({ drift }) => !Number.isFinite(drift))) return [];
    return [{ id, label, share, years, ok: years.every(({ ok }) => ok) }];
  });
}

/**
 * How much the timeliness figures differ by luck alone, against what history shows. The change from year to year is what
 * history counts, so that is what is held against it.
 * @param ids the timeliness figures among those stated
 */
export function spreads(
  figures: readonly Figure[],
  points: YearReadings,
  ids: readonly string[],
  histories: readonly SpreadHistory[],
): Spread[] {
  return figures.flatMap(({ id, label }, figure) => {
    if (!ids.includes(id)) return [];
    const within = points.map((years) => sumOfSquares(years[0]!.parts[figure]!));
    const changes = points.flatMap((years) =>
      Array.from({ length: FURTHER_YEARS }, (_, i) => sumOfSquares(differences(years, figure, i, i + 1))),
    );
    const { variance } = pooled(within);
    const { variance: change, freedom } = pooled(changes);
    const yearToYear = Math.sqrt(change);
    const history = histories.find(({ measures }) => measures.includes(id)) ?? null;
    return [
      {
        id,
        label,
        betweenWorlds: Math.sqrt(variance),
        yearToYear,
        standardError: freedom > 0 ? yearToYear / Math.sqrt(2 * freedom) : 0,
        history,
        ok: history ? yearToYear <= history.sd : null,
      },
    ];
  });
}

/** Each world's change of a figure between two years, less the mean change. */
function differences(years: readonly Reading[], figure: number, from: number, to: number): number[] {
  return years[to]!.parts[figure]!.map((part, world) => part - years[from]!.parts[figure]![world]!);
}

function sumOfSquares(parts: readonly number[]): { squares: number; freedom: number } {
  return { squares: parts.reduce((sum, x) => sum + x * x, 0), freedom: Math.max(0, parts.length - 1) };
}

function pooled(groups: readonly { squares: number; freedom: number }[]): { variance: number; freedom: number } {
  const freedom = groups.reduce((sum, group) => sum + group.freedom, 0);
  const squares = groups.reduce((sum, group) => sum + group.squares, 0);
  return { variance: freedom > 0 ? squares / freedom : 0, freedom };
}

function varianceOfMean(parts: readonly number[]): number {
  const { squares, freedom } = sumOfSquares(parts);
  return freedom > 0 ? squares / freedom / parts.length : 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
