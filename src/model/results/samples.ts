/** A dozen futures as they are: a band says how far they lie apart, one line shows how one of them goes up and down. */
import { monthValues, type FutureRows } from './measure-series';
import type { Series } from './report';

/** How many futures are shown one by one. */
export const SAMPLE_FUTURES = 12;

/**
 * Measures month by month in the first {@link SAMPLE_FUTURES} futures, or in all where there are fewer: by number, not
 * chosen, so that they are the same ones every time. A month without a value is null, and a failed future throughout.
 * @param ids measures of the layout, each on its natural reading, in its own unit
 */
export function sampleFutures(data: FutureRows, ids: readonly string[]): Record<string, readonly Series[]> {
  const first = Math.min(SAMPLE_FUTURES, data.futures);
  const rows = { ...data, rows: data.rows.subarray(0, first * data.layout.length), futures: first };
  return Object.fromEntries(
    [...new Set(ids)].map((id) => {
      const months = data.layout.months.map((_, month) => monthValues(rows, id, month));
      const one = (future: number): Series =>
        months.map((values) => {
          const value = values[future] ?? Number.NaN;
          return Number.isNaN(value) ? null : value;
        });
      return [id, Array.from({ length: first }, (_, future) => one(future))];
    }),
  );
}
