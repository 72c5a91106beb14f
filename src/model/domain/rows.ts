/** What stands in a row of each table of a world: workers, assessments, plans, children who will come back. */
/** One row a worker, by slot; a slot is used again after its worker has left. */
export const WORKER = [
  'kind',
  'team',
  /** Address of the worker's own facts. */
  'entity',
  /** Working day of the first day of service; negative for those who came before the warm-up. */
  'serviceStart',
  /** Last working day as newly qualified; -1 for experienced workers. */
  'newUntil',
  /** Working day of return; -1 when present. */
  'awayUntil',
  'nextAway',
  /** The next working day on which something happens to the worker: leaving, falling sick, coming back, handing back. */
  'nextDay',
  'spell',
  'longSpell',
  /** Working day of leaving; -1 where none is set. */
  'leaveDay',
  /** What is left of an exponential patience, in PATIENCE_UNITs: the worker leaves as hazards use it up. */
  'patience',
  /** 1 for a senior practitioner. */
  'senior',
  /** Nearest deadline first, or the day shared; and, where the plan has it so, late ones last. */
  'deadlineFirst',
  'lateLast',
  /** Personal factor on the ceiling, in 1,024ths. */
  'leaning',
  /** Open assessments in hand, and the one whose turn it is when the day is shared. */
  'assessments',
  'urgent',
  'turn',
  /** Points of all that is held, in quarters. */
  'points',
  /** Plans held: how many, the first of them, and by kind. */
  'plans',
  'firstPlan',
  'cin',
  'cp',
  'lac',
  /** Handover minutes still to be given. */
  'debt',
  /** Minute of the day up to which the worker's assessments are worked off, and from which there is time for them. */
  'worked',
  'windowStart',
  /** Minutes of earlier days not yet laid to the assessments in hand. */
  'pending',
  /** Minutes of effort left on all assessments in hand, and minutes until the first of them is worked off, before `pending`. */
  'load',
  'untilDone',
  /** First day on which an assessment worked off before is ready for sign-off. */
  'nextReady',
  /** Most cases the worker may hold, and minutes of a day before duty: renewed every week. */
  'ceiling',
  'full',
  /** Minutes left after duty on the last working day present, and minutes a day that the plans held are due. */
  'minutes',
  'planDue',
  /** Of a plan worker, what the team's totals hold for a day. */
  'dayAvailable',
  'dayDue',
  'dayLost',
  'dayUsed',
] as const;

/** One row an assessment, initial then core. */
export const ASSESSMENT = [
  'stage',
  'entity',
  /** Working day of the child's referral, and of the strategy discussion (-1 where there was none). */
  'referred',
  'section47Day',
  'marginal',
  'urgent',
  'clockStart',
  'deadline',
  /** Absolute working minute at which it joined the queue of its stage, for waits. */
  'arrived',
  'allocatedDay',
  'waitedDays',
  /** Working days of elapsed time from the clock start; the first day it can end. */
  'elapsed',
  'ready',
  /** Minutes of effort left; in the queue the whole of it, before pressure. */
  'remaining',
  'effortDoneDay',
  'worker',
  'handover',
  /** 1 while it waits for sign-off. */
  'submitted',
  /** Uniforms that decide what follows. */
  'fate',
  'otherFate',
  /** Effort that pressure cut, in 1,024ths. */
  'cut',
] as const;

/** One row a plan held. */
export const PLAN = [
  'kind',
  'entity',
  'referred',
  'cut',
  'holder',
  'next',
  'previous',
  'startDay',
  'endDay',
  'endNext',
  'alive',
  'queued',
  'waitingSince',
  'handover',
  'reviewNumber',
  'reviewNext',
  'reviewDay',
  'lastReviewDay',
  'lastLateDay',
  'lastMissedDay',
] as const;

/** One row a child, or a family, who will come back. */
export const RETURN = ['entity', 'size', 'referred', 'next'] as const;

/** Patience is counted in millionths. */
export const PATIENCE_UNIT = 1e-6;

export type WorkerColumn = (typeof WORKER)[number];
