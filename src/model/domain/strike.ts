/** A strike team: for a period, workers who take overdue assessments and nothing else, from the queue or from whoever holds them. */
import { roomiest } from '../engine/room-lists';
import { assign, takeFromDesk } from './assessments';
import { reschedule, workUntil } from './desk';
import { future } from './future';
import { model } from './model';
import { updateRoom } from './rooms';
import { Assessment, assessmentAt } from './rows';
import { ENQUIRY, HOLDS, POOLS, queueOf, rosterOf, slot, STRIKE_ROOM, teamOf, workerOf } from './world';

/** The strike team fills its desks with what is longest overdue. */
export function takeOverdue(): void {
  for (;;) {
    const striker = roomiest(STRIKE_ROOM);
    if (striker < 0) return;
    let job = longestWaiting();
    if (job === null) job = longestInHand();
    if (job === null) return;
    assign(job, striker, 0);
  }
}

/** Takes the assessment that is longest overdue out of the queues; null where none is. */
function longestWaiting(): Assessment | null {
  let first = future.day;
  let found: Assessment | null = null;
  let from = -1;
  let at = -1;
  for (let pool = 0; pool < POOLS; pool++) {
    const queue = queueOf(pool);
    for (let place = 0; place < queue.size; place++) {
      const job = assessmentAt(queue.at(place));
      if (job.deadline < first && job.stage != ENQUIRY) {
        first = job.deadline;
        found = job;
        from = pool;
        at = place;
      }
    }
  }
  if (found !== null) queueOf(from).removeAt(at);
  return found;
}

/** Takes the assessment that is longest overdue from its worker's desk, with minutes for the handover; null where none is. */
function longestInHand(): Assessment | null {
  const roster = rosterOf(HOLDS.assessments);
  let first = future.day;
  let found: Assessment | null = null;
  for (let i = 0; i < roster.count; i++) {
    const worker = roster.ids[i];
    const w = workerOf(worker);
    if (teamOf(w.team).strike == 1) continue;
    const base = worker * future.maxSlots;
    for (let place = 0; place < w.assessments; place++) {
      const job = slot(base + place);
      if (job.deadline < first && job.effortDoneDay < 0 && job.stage != ENQUIRY) {
        first = job.deadline;
        found = job;
      }
    }
  }
  if (found === null) return null;
  const worker = found.worker;
  workUntil(worker, 0);
  takeFromDesk(found, worker);
  found.handover = model.handoverMinutes;
  found.allocatedDay = future.day;
  updateRoom(worker);
  reschedule(worker);
  return found;
}
