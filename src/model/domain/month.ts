/** What the plan's levers are worth as a month begins, and the dated changes that come with it. */
import { Reals } from '../engine/cells';
import { closeOverdueWaiting } from './closing';
import { drawMonthLevel } from './demand';
import { ceilings, future, marketLeaving, now, posts } from './future';
import { advertise } from './hiring';
import { marketYear } from './labour-market';
import { decideLeavers } from './leaving';
import { levers, model, point } from './model';
import { chooseOrder } from './people';
import { renewCapacity, shareSupervision } from './rooms';
import { EMPTY, HOLDS, teamOf, workerOf, world } from './world';

/** Takes up the month's levers, demand level and leavers. */
export function openMonth(): void {
  now.goesOn = lever(levers.goesOn, model.goesOnAtBaseline);
  const market: f64 = future.warm != 0 ? 1 : marketLeaving[marketYear(future.month)];
  now.leavingFactor = lever(levers.leavingFactor, 1) * market;
  now.agencyCover = lever(levers.agencyCover, model.agencyCover);
  now.hoursFactor = lever(levers.hoursFactor, 1);
  now.strikeWorkers = lever(levers.strikeWorkers, 0);
  now.conversion = lever(levers.conversion, 0);
  now.stepDown = lever(levers.stepDown, 1);
  now.section47 = lever(levers.section47, 1);
  const booked = lever(levers.reviewBookingWeight, 0);
  now.reviewBooking = point.reviewBooking + (levers.reviewBooking - point.reviewBooking) * booked;
  const helped = lever(levers.participationWeight, 0);
  now.participation = point.participation + (levers.participation - point.participation) * helped;
  for (let team = 0; team < model.teams; team++) openMonthOfTeam(team);
  const lateLast = lever(levers.lateLast, 0);
  if (lateLast != now.lateLast) {
    now.lateLast = lateLast;
    chooseOrder();
  }
  shareSupervision();
  for (let worker = 0; worker < world.workerCount; worker++) {
    if (workerOf(worker).kind != EMPTY) renewCapacity(worker);
  }
  drawMonthLevel();
  decideLeavers();
  const closing = lever(levers.closeUnassessed, 0);
  if (closing > 0) closeOverdueWaiting(closing);
}

/** What a lever is worth this month; in the warm-up as now. */
function lever(by: Reals, asNow: f64, row: i32 = 0): f64 {
  return future.warm != 0 ? asNow : by[row * model.months + max<i32>(0, future.month)];
}

/** A team's posts and ceiling this month. */
function openMonthOfTeam(team: i32): void {
  const holds = teamOf(team).holds;
  // Vacancies of the establishment as now are advertised as the run begins.
  const before = future.month > 0 ? posts[team] : model.posts[team];
  const added: f64 = model.isFirst[team] != 0 ? lever(levers.posts, 0, holds) : 0;
  posts[team] = max<f64>(0, model.posts[team] + added);
  if (future.warm == 0 && model.fillDays > 0) advertise(team, before, posts[team]);
  if (holds <= HOLDS.plans) ceilings[team] = model.ceiling[team] * lever(levers.ceilings, 1, team);
}
