/** Waiting assessments that are closed without being made. */
import { TWO_32 } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { AT, IN_TEAM } from './at';
import { addInTeam, draw, future, streams } from './future';
import { model } from './model';
import { returnFromClosing } from './returns';
import { addressOf, assessmentAt } from './rows';
import { assessments, queueOf, teamOf, world } from './world';

/** The share that is being closed, and the team from whose queue. */
let share: f64 = 0;
let team: i32 = 0;

/**
 * Closes waiting assessments that are past their limit without making them: each with this probability, by its own luck.
 * Counted; the children are likelier to come back.
 */
export function closeOverdueWaiting(part: f64): void {
  share = part;
  for (let pool = 0; pool < model.pools; pool++) {
    team = teamOfPool(pool);
    queueOf(pool).removeWhere(closeIfOverdue);
  }
}

/** The first team, strike teams apart, that takes work from a pool; -1 where there is none. */
export function teamOfPool(pool: i32): i32 {
  for (let t = 0; t < model.teams; t++) if (teamOf(t).pool == pool && teamOf(t).strike == 0) return t;
  return -1;
}

function closeIfOverdue(id: i32): bool {
  const job = assessmentAt(id);
  if (job.deadline >= future.day || job.urgent == 1) return false;
  draw(CAUSE.closing, job.entity, future.month + 1000);
  if (<f64>streams.u0 >= share * TWO_32) return false;
  world.openMinutes -= <f64>job.remaining;
  world.casesOut++;
  addInTeam(team, AT.closed_unassessed, IN_TEAM.closed_unassessed, 1);
  assessments.give(addressOf(job));
  returnFromClosing(job.entity, job.referred, model.unassessedClosure);
  return true;
}
