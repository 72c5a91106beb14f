/** Whether engines agree on the reference problem: plain statistics, no engine. */
import { FIGURES, type ComparedFigure, type EngineId, type Variant } from './problem';

/** Standard errors of the difference within which two engines agree. */
export const ALLOWED_ERRORS = 3;

/** One engine's replications of one variant: a row for each, of {@link FIGURES} in order. */
export interface Replicated {
  readonly engine: EngineId;
  readonly rows: readonly (readonly number[])[];
}

export interface Estimate {
  readonly engine: EngineId;
  readonly mean: number;
  /** Of the mean, from the replications' own spread. */
  readonly standardError: number;
}

export interface Pair {
  readonly a: EngineId;
  readonly b: EngineId;
  readonly difference: number;
  /** The largest difference at which they agree: fixed by the problem's spread and the replications, not by this run. */
  readonly allowed: number;
  readonly agree: boolean;
}

export interface FigureAgreement {
  readonly figure: ComparedFigure;
  readonly estimates: readonly Estimate[];
  readonly pairs: readonly Pair[];
}

/**
 * Compares every two engines on every figure.
 * @returns one entry a figure; a figure that is no number, or a single replication, agrees with nothing
 */
export function agreement(variant: Variant, samples: readonly Replicated[]): readonly FigureAgreement[] {
  return FIGURES.map((figure, column) => {
    const estimates = samples.map(({ engine, rows }) => ({ engine, ...estimate(rows.map((row) => row[column]!)) }));
    const pairs = samples.flatMap((first, i) =>
      samples.slice(i + 1).map((second, j) => {
        const difference = estimates[i]!.mean - estimates[i + 1 + j]!.mean;
        const planned = variant.sd[figure.id] * Math.sqrt(1 / first.rows.length + 1 / second.rows.length);
        const allowed = ALLOWED_ERRORS * planned;
        return { a: first.engine, b: second.engine, difference, allowed, agree: Math.abs(difference) <= allowed };
      }),
    );
    return { figure, estimates, pairs };
  });
}

/** Mean and standard error of a list of numbers: 1, 2, 3 give 2 and 0.577. */
export function estimate(values: readonly number[]): { mean: number; standardError: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { mean, standardError: Math.sqrt(squares / (values.length - 1) / values.length) };
}
