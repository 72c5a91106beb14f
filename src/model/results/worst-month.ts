import type { IsoMonth } from '../units';
import type { MeasureSummary, WorstMonth } from './report';

/**
 * The month of a run in which a measure looks worst: the lowest median of one that should be at least something, the
 * highest of one that should be at most, the earliest of equals. A month alone, on the measure's natural reading, so a
 * target counted over many months can be on course while one of them is bad. Null where no month has a value.
 * Example: medians of 62%, 55%, 70% that should rise: the second month, 7 points worse than the first.
 */
export function worstMonth(
  measure: string,
  { p10, p50, p90 }: Pick<MeasureSummary, 'p10' | 'p50' | 'p90'>,
  months: readonly IsoMonth[],
  direction: 'at-least' | 'at-most',
): WorstMonth | null {
  const sign = direction === 'at-least' ? 1 : -1;
  let first = -1;
  let worst = -1;
  p50.forEach((value, month) => {
    if (value === null) return;
    if (first < 0) first = month;
    if (worst < 0 || sign * value < sign * (p50[worst] ?? value)) worst = month;
  });
  const [firstMonth, month, firstP50, middle] = [months[first], months[worst], p50[first], p50[worst]];
  if (firstMonth === undefined || month === undefined || firstP50 == null || middle == null) return null;
  return {
    measure,
    direction,
    month,
    p10: p10[worst] ?? null,
    p50: middle,
    p90: p90[worst] ?? null,
    firstMonth,
    firstP50,
    worse: sign * (firstP50 - middle) + 0,
  };
}
