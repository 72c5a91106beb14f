import type { MeasureSummary, Series, TargetSummary } from '../model/index';

/** How the numbers of a chart are written; handed in, because the words belong to the app. */
export interface Writing {
  value(value: number): string;
  exact(value: number): string;
}

/** Change smaller than this share of the width of the 8 in 10 range is no change. */
const LEVEL = 0.15;

/** First and last month of a series that have a value, up to `until`; null where there are none. */
export function ends(series: Series, until: number): { readonly first: number; readonly last: number } | null {
  const known = series.slice(0, until + 1).filter((value) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** The lowest or highest value between the ends, where it lies further outside both of them than `least`; else null. */
function turningPoint(series: Series, until: number, least: number): number | null {
  const middle = ends(series, until);
  if (!middle) return null;
  const known = series.slice(0, until + 1).filter((value) => value !== null);
  const below = Math.min(middle.first, middle.last) - Math.min(...known);
  const above = Math.max(...known) - Math.max(middle.first, middle.last);
  if (Math.max(below, above) <= least) return null;
  return below >= above ? Math.min(...known) : Math.max(...known);
}

/** What the middle of a measure does up to month `until`: "Rises from 62% to 71%". */
export function movement(measure: MeasureSummary, until: number, writing: Writing): string {
  const middle = ends(measure.p50, until);
  if (!middle) return 'No value in the months simulated';
  const width = Math.abs((ends(measure.p90, until)?.last ?? 0) - (ends(measure.p10, until)?.last ?? 0));
  const [from, to] = [writing.value(middle.first), writing.value(middle.last)];
  const turn = turningPoint(measure.p50, until, Math.max(LEVEL * width, Math.abs(middle.last - middle.first) / 2));
  if (turn !== null) return `${turn < middle.last ? 'Dips' : 'Climbs'} to ${writing.value(turn)}, then ${to}`;
  if (from === to || Math.abs(middle.last - middle.first) < LEVEL * width) return `Stays near ${to}`;
  return `${middle.last > middle.first ? 'Rises' : 'Falls'} from ${from} to ${to}`;
}

/** What the chart of a target shows, as its title. */
export function targetFinding(measure: MeasureSummary, target: TargetSummary, due: number, writing: Writing): string {
  const { probability, threshold, direction } = target;
  const moves = movement(measure, due, writing);
  if (probability === null) return moves;
  const there = `${direction === 'at-least' ? '' : 'down '}to ${writing.exact(threshold)}`;
  if (probability > 0.55) return `${moves}, and most futures get ${there}`;
  if (probability >= 0.45) return `${moves}, and about half of the futures get ${there}`;
  return `${moves}, and most futures ${direction === 'at-least' ? 'stop short of' : 'stay above'} ${writing.exact(threshold)}`;
}
