/** The scorecard as the page shows it: every figure of a row in words. */
import { travelText } from '../model/notice/scorecard';
import { chanceShort } from '../model/notice/chances';
import { formatCell, formatExact } from '../model/results/format';
import { bandOf, type ScorecardRow } from '../report/scorecard';
import { gapText, rangeText } from './words';

export { BAND_KEY, DATA_KEY, scorecard, TRAVEL_KEY, type Scorecard, type ScorecardRow } from '../report/scorecard';

export interface RowWords {
  readonly baseline: string;
  readonly year: string;
  readonly months: readonly string[];
  readonly yearToDate: string;
  readonly middle: string;
  readonly range: string;
  readonly gap: string;
  readonly chance: string;
  /** Of the chance; null where it is not known. */
  readonly band: { readonly text: string; readonly shape: string } | null;
  readonly travel: { readonly text: string; readonly shape: string };
}

/** The figures of a row as they are written; "–" where there is none. */
export function rowWords({ target, chance, baseline, months, yearToDate, travel }: ScorecardRow): RowWords {
  const value = (v: number | null | undefined) => (v == null ? '–' : formatCell(v, target.unit));
  const { p10 = null, p50 = null, p90 = null, probability = null, interval = null } = chance ?? {};
  return {
    baseline: baseline ? formatExact(baseline.value, target.unit) : '–',
    year: baseline?.year ?? '',
    months: months.map(value),
    yearToDate: value(yearToDate),
    middle: value(p50),
    range: p10 === null ? '–' : rangeText(value(p10), value(p90)),
    gap: p50 === null ? '' : gapText(p50, target),
    chance: chanceShort({ probability, interval }),
    band: bandOf(probability),
    travel: travelText(travel, target.unit),
  };
}
