/** What the plan's levers are worth as a month begins, and the dated changes that come with it. */
import { closeOverdueWaiting } from './closing';
import { drawMonthLevel } from './demand';
import { future } from './future';
import { advertise } from './hiring';
import { marketYear } from './labour-market';
import { decideLeavers } from './leaving';
import { chooseOrder } from './people';
import { returnFromClosing } from './returns';
import { renewCapacity, shareSupervision } from './rooms';
import { WORKER, rowOf } from './rows';
import { EMPTY, HOLDS } from './world';

/** Takes up the month's levers, demand level and leavers. */
export function openMonth(): void {
  const { model, now, month, warm, point, world } = future;
  const { levers, workforce, pathway } = model;
  const at = Math.max(0, month);
  const lever = (by: Float64Array, asNow: number): number => (warm ? asNow : by[at]!);
  now.goesOn = lever(levers.goesOn, pathway.goesOnAtBaseline);
  now.leavingFactor = lever(levers.leavingFactor, 1) * (warm ? 1 : future.market.leaving[marketYear(month)]!);
  now.agencyCover = lever(levers.agencyCover, workforce.agencyCover);
  now.hoursFactor = lever(levers.hoursFactor, 1);
  now.strikeWorkers = lever(levers.strikeWorkers, 0);
  now.conversion = lever(levers.conversion, 0);
  now.stepDown = lever(levers.stepDown, 1);
  now.section47 = lever(levers.section47, 1);
  const booked = lever(levers.reviewBookingWeight, 0);
  now.reviewBooking = point.reviewBooking + (levers.reviewBooking - point.reviewBooking) * booked;
  const helped = lever(levers.participationWeight, 0);
  now.participation = point.participation + (levers.participation - point.participation) * helped;
  workforce.teams.forEach((team, i) => {
    // Vacancies of the establishment as now are advertised as the run begins.
    const before = month > 0 ? now.posts[i]! : team.posts;
    now.posts[i] = Math.max(0, team.posts + (team.first ? lever(levers.posts[team.holds]!, 0) : 0));
    if (!warm && workforce.fillDays > 0) advertise(i, before, now.posts[i]);
    if (team.holds <= HOLDS.plans) now.ceilings[i] = team.ceiling * (warm ? 1 : levers.ceilings[i]![at]!);
  });
  const lateLast = lever(levers.lateLast, 0);
  if (lateLast !== now.lateLast) {
    now.lateLast = lateLast;
    chooseOrder();
  }
  shareSupervision();
  for (let worker = 0; worker < world.workerCount; worker++) {
    if (world.workers.cells[rowOf(worker) + WORKER.kind] !== EMPTY) renewCapacity(worker);
  }
  drawMonthLevel();
  decideLeavers();
  const closing = lever(levers.closeUnassessed, 0);
  if (closing > 0) {
    closeOverdueWaiting(closing, (entity, referred) => {
      returnFromClosing(entity, referred, model.demand.unassessedClosure);
    });
  }
}
