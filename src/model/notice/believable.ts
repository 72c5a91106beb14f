/** Whether invented councils are as restless as real ones: the one-year change of a measure, simulated and seen. */
import { measureById } from '../measures/all';
import { measureColumns, measureLabel, monthStart, readMeasureId, type FutureRows } from '../results/measure-series';
import type { BelievableLine } from '../results/report';
import { errorOfMean } from '../results/spread';
import { monthNumber, MONTHS_PER_YEAR } from '../units';
import type { YearlyChanges } from './base-rates';
import { readBasis } from './basis';

/** Columns that hold the last 12 months, and the monthly flow they add up. */
const ROLLING: Readonly<Record<string, string>> = { leavers_year: 'leavers' };

/**
 * How much a measure changes from a run's first twelve months to its second, future by future: of events the ratio of
 * sums over each year, of a stock the end of month 24 less the end of month 12, of a rolling year its flow added up over
 * each year and divided by the stock at its end (such a column has no value of its own yet in month 12 of a run that
 * begins within a month). The first month counts as it is, although it may be partial. In the unit of the measure; NaN
 * where a future lacks a value or the run has not 24 months.
 */
export function oneYearChange(data: FutureRows, measure: string): Float64Array {
  const first = yearValues(data, measure, MONTHS_PER_YEAR - 1);
  return yearValues(data, measure, 2 * MONTHS_PER_YEAR - 1).map(
    (value, future) => value - (first[future] ?? Number.NaN),
  );
}

/** A measure over the 12 months that end with month `last` (0 is the first of the run). */
function yearValues(data: FutureRows, measure: string, last: number): Float64Array {
  const { layout, futures, rows } = data;
  const columns = measureColumns(layout, measure);
  const flow = layout.columns.indexOf(ROLLING[readMeasureId(layout, measure).definition.numerator ?? ''] ?? '');
  if (flow < 0 || !columns || last >= layout.months.length) {
    const month = monthNumber(layout.months[0] ?? '0000-01') + last;
    return readBasis(data, measure, { kind: 'rolling-12' }, month).values;
  }
  return Float64Array.from({ length: futures }, (_, future) => {
    let sum = 0;
    for (let month = last - MONTHS_PER_YEAR + 1; month <= last; month++) {
      sum += rows[monthStart(data, future, month) + flow] ?? Number.NaN;
    }
    const stock = rows[monthStart(data, future, last) + columns.denominator] ?? Number.NaN;
    return stock > 0 ? sum / stock : Number.NaN;
  });
}

/**
 * The standard deviation of the one-year change over the futures of one plan, which should be as now, beside that over
 * real councils: a ratio of 1 is as restless as they are, 2 twice as restless. Real changes have whatever councils did
 * in them, plans and recording changes too, so a ratio somewhat below 1 is no fault. One line for each measure that has
 * a history and is simulated; none where the run is shorter than 24 months.
 */
export function believableLines(data: FutureRows, { source, grade, rows }: YearlyChanges): BelievableLine[] {
  if (data.layout.months.length < 2 * MONTHS_PER_YEAR) return [];
  return rows.flatMap(({ measures, sd: observed, note }) =>
    measures
      .filter((measure) => measureById(measure) && measureColumns(data.layout, measure))
      .map((measure) => {
        const { sd: simulated, futures } = errorOfMean(oneYearChange(data, measure));
        const { unit } = readMeasureId(data.layout, measure).definition;
        const ratio = simulated === null ? null : simulated / observed;
        return {
          measure,
          label: measureLabel(data.layout, measure),
          unit,
          simulated,
          observed,
          ratio,
          futures,
          source,
          grade,
          note,
        };
      }),
  );
}
