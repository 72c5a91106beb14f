/** The place for a future is cleared for another model. */
import {
  ceilings,
  daysByStart,
  future,
  marketLeaving,
  marketRecruits,
  now,
  posts,
  referenceLoad,
  supervision,
  tally,
} from './future';
import { clearStarters } from './hiring';
import { clearWorld } from './keeping';
import { DAYS_COUNTED, MOST_COLUMNS, MOST_TEAMS, MOST_YEARS } from './layout';
import { model } from './model';

/** A council with nobody and nothing in it, in the warm-up, before its first month. */
export function takeUp(): void {
  clearWorld();
  future.warm = 1;
  future.day = 0;
  future.month = 0;
  future.level = 1;
  future.yearLevel = 1;
  tally.fill(0, MOST_COLUMNS);
  marketLeaving.fill(1, MOST_YEARS);
  marketRecruits.fill(1, MOST_YEARS);
  referenceLoad.fill(0, MOST_TEAMS);
  supervision.fill(0, MOST_TEAMS);
  ceilings.fill(0, MOST_TEAMS);
  posts.fill(0, MOST_TEAMS);
  daysByStart.fill(0, model.months * DAYS_COUNTED);
  clearStarters();
  beforeTheFirstMonth();
}

/** What a month's levers are worth before the first month. */
function beforeTheFirstMonth(): void {
  now.goesOn = 0;
  now.leavingFactor = 1;
  now.agencyCover = 0;
  now.hoursFactor = 1;
  now.strikeWorkers = 0;
  now.conversion = 0;
  now.stepDown = 1;
  now.lateLast = 0;
  now.section47 = 1;
  now.reviewBooking = 1;
  now.participation = 1;
}
