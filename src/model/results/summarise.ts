import { columnsByMonth } from './columns-by-month';
import {
  formulaMeasure,
  measureColumns,
  measureIds,
  measureLabel,
  monthValues,
  readMeasureId,
  type FutureRows,
} from './measure-series';
import { quantileSorted } from './quantile';
import type { MeasureSummary } from './report';

const LEVELS = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/**
 * Every measure month by month over the futures that have a value then: mean, percentiles, and how many futures
 * they rest on. A month without a value in any future is null; a measure without a value in any month is left out.
 * A failed future's row is NaN and counts nowhere. The result depends on the rows alone.
 */
export function summarise(
  data: FutureRows,
  ids: readonly string[] = measureIds(data.layout),
): Record<string, MeasureSummary> {
  const summaries: Record<string, MeasureSummary> = {};
  const gathered = columnsByMonth(data);
  for (const id of ids) {
    const summary = summariseMeasure(data, gathered, id);
    if (summary) summaries[id] = summary;
  }
  return summaries;
}

function summariseMeasure(data: FutureRows, gathered: Float64Array, id: string): MeasureSummary | undefined {
  const columns = measureColumns(data.layout, id);
  const isFormula = formulaMeasure(data.layout, id) !== undefined;
  if (!columns && !isFormula) return undefined;
  const { stride, months } = data.layout;
  const { futures } = data;
  const kept = new Float64Array(futures);
  const mean: (number | null)[] = [];
  const levels: (number | null)[][] = LEVELS.map(() => []);
  const counts: number[] = [];
  for (let month = 0; month < months.length; month++) {
    const worked = columns ? null : monthValues(data, id, month);
    const above = columns ? (month * stride + columns.numerator) * futures : 0;
    const below = columns && columns.denominator >= 0 ? (month * stride + columns.denominator) * futures : -1;
    let count = 0;
    let sum = 0;
    for (let future = 0; future < futures; future++) {
      let value = worked ? worked[future]! : gathered[above + future]!;
      if (below >= 0) {
        const denominator = gathered[below + future]!;
        value = denominator > 0 ? value / denominator : Number.NaN;
      }
      if (Number.isNaN(value)) continue;
      kept[count++] = value;
      sum += value;
    }
    const sorted = kept.subarray(0, count).sort();
    mean.push(count > 0 ? sum / count : null);
    LEVELS.forEach((p, level) => levels[level]!.push(count > 0 ? quantileSorted(sorted, count, p) : null));
    counts.push(count);
  }
  if (counts.every((count) => count === 0)) return undefined;
  const { definition } = readMeasureId(data.layout, id);
  const [p10, p25, p50, p75, p90] = levels as [typeof mean, typeof mean, typeof mean, typeof mean, typeof mean];
  const { unit, polarity, code = null } = definition;
  return { label: measureLabel(data.layout, id), unit, polarity, code, mean, p10, p25, p50, p75, p90, futures: counts };
}
