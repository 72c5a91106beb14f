/** Waiting assessments that are closed without being made. */
import { CAUSE } from '../engine/streams';
import { TWO_32 } from '../units';
import { addInTeam, BY_TEAM, draw, future } from './future';
import { JOB } from './rows';

/**
 * Closes waiting assessments that are past their limit without making them: each with this probability, by its own luck.
 * Counted; the children are likelier to come back.
 */
export function closeOverdueWaiting(share: number, closed: (entity: number, referred: number) => void): void {
  const { world, streams, day, month } = future;
  const a = world.assessments.cells;
  const goes = (job: number): boolean => {
    if (a[job + JOB.deadline]! >= day || a[job + JOB.urgent] === 1) return false;
    draw(CAUSE.closing, a[job + JOB.entity]!, month + 1000);
    return streams.u0 < share * TWO_32;
  };
  world.queues.forEach((queue, pool) => {
    const team = future.model.workforce.teams.findIndex((one) => one.pool === pool && !one.strike);
    queue.removeWhere((job) => {
      if (!goes(job)) return false;
      world.n.openMinutes -= a[job + JOB.remaining]!;
      world.n.casesOut++;
      addInTeam(team, BY_TEAM.closed_unassessed, 1);
      world.assessments.give(job);
      closed(a[job + JOB.entity]!, a[job + JOB.referred]!);
      return true;
    });
  });
}
