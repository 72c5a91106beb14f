/**
 * The labour market of each year of the run, which moves all of a council's staff at once: leaving and recruiting are so
 * many times the stated, by factors with mean 1 drawn for each twelve months. Doubt, not chance; 1 throughout where off.
 */
import { fromTable } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { MONTHS_PER_YEAR } from '../units';
import { future } from './future';

const LEAVING = 0;
const RECRUITS = 1;

/** Draws the markets of a future. */
export function drawLabourMarket(): void {
  const { market, streams } = future;
  const { leavingDoubt, recruitmentDoubt } = future.model.workforce;
  const years = Math.ceil(future.model.months.length / MONTHS_PER_YEAR);
  const draw = (factors: Float64Array, of: number, doubt: Float64Array | null): void => {
    if (!doubt) return;
    for (let year = 0; year < years; year++) {
      streams.drawDoubt(CAUSE.labourMarket, year, of);
      factors[year] = fromTable(doubt, streams.u0);
    }
  };
  draw(market.leaving, LEAVING, leavingDoubt);
  draw(market.recruits, RECRUITS, recruitmentDoubt);
}

/** Year of the run in which a month falls, for its market; months before the start have that of the first year. */
export function marketYear(month: number): number {
  return Math.max(0, Math.floor(month / MONTHS_PER_YEAR));
}
