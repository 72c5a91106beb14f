import { columnIndex, makeLayout } from '../../../src/model/results/layout';
import type { FutureRows } from '../../../src/model/results/measure-series';
import type { Basis, Target } from '../../../src/model/scenario/schema';
import { isoMonth, monthNumber } from '../../../src/model/units';

/** Months one after another, as `YYYY-MM`. */
export function monthsFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => isoMonth(monthNumber(first) + at));
}

/** One future's columns by name: a number for every month, or one number for each month. */
export type Future = Readonly<Record<string, number | readonly number[]>> | 'failed';

/** Rows written by hand: what a future does not name is zero; a failed one is NaN throughout. */
export function rowsOf(
  first: string,
  months: number,
  futures: readonly Future[],
  teams: readonly string[] = [],
): FutureRows {
  const layout = makeLayout(monthsFrom(first, months), teams);
  const rows = new Float64Array(layout.length * futures.length);
  futures.forEach((future, at) => {
    if (future === 'failed') rows.fill(Number.NaN, at * layout.length, (at + 1) * layout.length);
    else {
      for (const [column, values] of Object.entries(future)) {
        for (let month = 0; month < months; month++) {
          const value = typeof values === 'number' ? values : values[month]!;
          rows[at * layout.length + month * layout.stride + columnIndex(layout, column)] = value;
        }
      }
    }
  });
  return { layout, rows, futures: futures.length };
}

/** Futures whose initial assessments are in time `shares[f][month]` of 100 each month. */
export function assessments(shares: readonly (readonly number[])[], completed = 100): Future[] {
  return shares.map((months) => ({ ia_completed: completed, ia_in_time: months.map((share) => share * completed) }));
}

export function targetOf(change: Partial<Target> = {}): Target {
  return {
    id: 'ni59',
    label: 'Initial assessments in 7 working days',
    measure: 'ia_in_time',
    code: 'NI 59',
    direction: 'at-least',
    threshold: 0.69,
    basis: { kind: 'cumulative', from: '2009-04', to: '2010-02' },
    due: '2010-02-28',
    rounding: null,
    baseline: { value: 0.62, year: '2007-08' },
    rationale: 'Statistical neighbours',
    clause: 'Increase initial assessments in time.',
    source: 'N09',
    grade: 'P',
    ...change,
  };
}

export const basis = (kind: Exclude<Basis['kind'], 'cumulative'>): Basis => ({ kind });
