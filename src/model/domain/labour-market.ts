/**
 * The labour market of each year of the run, which moves all of a council's staff at once: leaving and recruiting are so
 * many times the stated, by factors with mean 1 drawn for each twelve months. Doubt, not chance; 1 throughout where off.
 */
import { Reals } from '../engine/cells';
import { fromTable } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { drawDoubt, marketLeaving, marketRecruits, streams } from './future';
import { model } from './model';

const LEAVING: i32 = 0;
const RECRUITS: i32 = 1;

const MONTHS_PER_YEAR: i32 = 12;

/** Draws the markets of a future. */
export function drawLabourMarket(): void {
  if (model.leavingInDoubt != 0) drawMarket(marketLeaving, LEAVING, model.leavingDoubt);
  if (model.recruitmentInDoubt != 0) drawMarket(marketRecruits, RECRUITS, model.recruitmentDoubt);
}

function drawMarket(factors: Reals, whose: i32, doubt: Reals): void {
  const years = (model.months + MONTHS_PER_YEAR - 1) / MONTHS_PER_YEAR;
  for (let year = 0; year < years; year++) {
    drawDoubt(CAUSE.labourMarket, year, whose);
    factors[year] = fromTable(doubt, streams.u0);
  }
}

/** Year of the run in which a month falls, for its market; months before the start have that of the first year. */
export function marketYear(month: i32): i32 {
  return max<i32>(0, month / MONTHS_PER_YEAR);
}
