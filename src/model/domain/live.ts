/** What lives a council: up to the start, as a warm state is made, and one future from its warm state on. */
import { Reals } from '../engine/cells';
import { fromTable } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { AT } from './at';
import { clearTally } from './counting';
import { liveOneDay } from './day';
import { openDemand } from './demand';
import { daysByStart, drawDoubt, future, monthOf, now, streams, supervision, tally } from './future';
import { drawStarters } from './hiring';
import { drawLabourMarket } from './labour-market';
import { DAYS_COUNTED, MOST_TEAMS } from './layout';
import { model } from './model';
import { openMonth } from './month';
import { forgetWarmLuck, openWorkforce } from './people';
import { openStartingStock } from './plans';
import { openReturns } from './returns';
import { limitOn, singleOn } from './tables-at';
import { countBegunToday } from './today';
import { CORE, INITIAL, SINGLE, world } from './world';

/**
 * Years with establishment and demand held still; the last of them are added up in `counted`, a year after the other.
 * @param numbers how many `counted` has: columns for each year
 */
export function liveUpToStart(counted: Reals, numbers: i32): void {
  const columns = model.columns;
  const firstCounted = -12 * (numbers / columns);
  future.month = monthOf[0];
  world.teamMinutes = 0;
  openMonth();
  openWorkforce();
  openStartingStock();
  openDemand();
  openReturns();
  for (future.day = 0; future.day < model.firstDay; future.day++) {
    liveOneDay();
    if (model.monthEnd[future.day] == 1) {
      const month = monthOf[future.day];
      if (month >= firstCounted && month < 0) {
        const year = ((month - firstCounted) / 12) * columns;
        for (let i = 0; i < columns; i++) counted[year + i] = counted[year + i] + orZero(tally[i]);
      }
      clearTally();
    }
  }
  clearTally();
}

function orZero(x: f64): f64 {
  return isNaN<f64>(x) ? 0.0 : x;
}

/** One future from its warm state to the horizon. */
export function live(): void {
  future.warm = 0;
  memory.fill(changetype<usize>(future.row), 0, 8 * <usize>(model.months * model.columns));
  memory.fill(changetype<usize>(supervision), 0, 8 * <usize>MOST_TEAMS);
  memory.fill(changetype<usize>(daysByStart), 0, 4 * <usize>(model.months * DAYS_COUNTED));
  now.lateLast = 0;
  clearTally();
  countBegunToday();
  future.yearLevel = 1;
  if (model.yearLevelInDoubt == 1) {
    drawDoubt(CAUSE.yearLevel, 0);
    future.yearLevel = fromTable(model.yearLevel, streams.u0);
  }
  drawLabourMarket();
  openDemand();
  drawStarters();
  forgetWarmLuck();
  for (future.day = model.firstDay; future.day < model.days; future.day++) {
    liveOneDay();
    if (model.monthEnd[future.day] == 1) clearTally();
  }
  leaveOutUnfinishedStarts();
  leaveOutMonthWithoutDays();
}

/** A run may begin after the last working day of its first month: nothing was looked at as that ended, which is not nought. */
function leaveOutMonthWithoutDays(): void {
  if (monthOf[model.firstDay] == 0) return;
  const row = future.row;
  for (let column = 0; column < model.columns; column++) {
    if (model.atMonthEnd[column] == 1) row[column] = NaN;
  }
}

/** Months whose starts could not all reach their limit within the horizon have no share in time by month of start. */
function leaveOutUnfinishedStarts(): void {
  leaveOutUnfinished(INITIAL, AT.ia_from_start, AT.ia_from_start_in_time);
  leaveOutUnfinished(CORE, AT.ca_from_start, AT.ca_from_start_in_time);
  leaveOutUnfinished(SINGLE, AT.sa_from_start, AT.sa_from_start_in_time);
  const row = future.row;
  for (let month = 0; month < model.months; month++) {
    const at = month * model.columns;
    row[at + AT.days_p50] = daysWithin(month, 0.5);
    row[at + AT.days_p90] = daysWithin(month, 0.9);
  }
}

/** The same of one stage: the columns of what was begun, and of what of it was done in time. */
function leaveOutUnfinished(stage: i32, begun: AT, inTime: AT): void {
  const row = future.row;
  for (let day = model.firstDay; day < model.days; day++) {
    if (day + limitOn(stage, day) < model.days) continue;
    // Nothing of the other rules begins on this day, however long their limit is.
    if (stage != CORE && (singleOn[day] == 1) != (stage == SINGLE)) continue;
    const at = monthOf[day] * model.columns;
    row[at + begun] = NaN;
    row[at + inTime] = NaN;
  }
}

/** Working days within which a share of the assessments that began with a month's referrals were done; NaN where too few are yet. */
function daysWithin(month: i32, share: f64): f64 {
  const row = future.row;
  const at = month * model.columns;
  const started = row[at + AT.ia_from_start] + row[at + AT.sa_from_start];
  if (!(started > 0)) return NaN;
  let done = 0;
  for (let days = 0; days < DAYS_COUNTED - 1; days++) {
    done += daysByStart[month * DAYS_COUNTED + days];
    if (<f64>done >= share * started) return <f64>days;
  }
  return NaN;
}
