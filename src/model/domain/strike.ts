/** A strike team: for a period, workers who take overdue assessments and nothing else, from the queue or from whoever holds them. */
import { assign, takeFromDesk } from './assessments';
import { reschedule, workUntil } from './desk';
import { future } from './future';
import { roomiest, updateRoom } from './rooms';
import { JOB, WORKER, rowOf } from './rows';
import { ENQUIRY, HOLDS, STRIKE_ROOM } from './world';

/** The strike team fills its desks with what is longest overdue. */
export function takeOverdue(): void {
  for (;;) {
    const striker = roomiest(STRIKE_ROOM);
    if (striker < 0) return;
    const job = longestWaiting() ?? longestInHand();
    if (job === null) return;
    assign(job, striker, 0);
  }
}

/** Takes the assessment that is longest overdue out of the queues. */
function longestWaiting(): number | null {
  const { queues, assessments } = future.world;
  const a = assessments.cells;
  let first = future.day;
  let from = -1;
  let at = -1;
  queues.forEach((queue, pool) => {
    for (let place = 0; place < queue.size; place++) {
      const job = queue.at(place);
      if (a[job + JOB.deadline]! < first && a[job + JOB.stage] !== ENQUIRY) {
        first = a[job + JOB.deadline]!;
        from = pool;
        at = place;
      }
    }
  });
  if (from < 0) return null;
  const job = queues[from]!.at(at);
  queues[from]!.removeAt(at);
  return job;
}

/** Takes the assessment that is longest overdue from its worker's desk, with minutes for the handover. */
function longestInHand(): number | null {
  const { world, model, day } = future;
  const a = world.assessments.cells;
  const { ids, count } = world.rosters[HOLDS.assessments]!;
  let first = day;
  let found = -1;
  for (let i = 0; i < count; i++) {
    const worker = ids[i]!;
    if (model.workforce.teams[world.workers.cells[rowOf(worker) + WORKER.team]!]!.strike) continue;
    const base = worker * future.maxSlots;
    for (let slot = 0; slot < world.workers.cells[rowOf(worker) + WORKER.assessments]!; slot++) {
      const job = world.slots[base + slot]!;
      if (a[job + JOB.deadline]! < first && a[job + JOB.effortDoneDay]! < 0 && a[job + JOB.stage] !== ENQUIRY) {
        first = a[job + JOB.deadline]!;
        found = job;
      }
    }
  }
  if (found < 0) return null;
  const worker = a[found + JOB.worker]!;
  workUntil(worker, 0);
  takeFromDesk(found, worker);
  a[found + JOB.handover] = model.pathway.handoverMinutes;
  a[found + JOB.allocatedDay] = day;
  updateRoom(worker);
  reschedule(worker);
  return found;
}
