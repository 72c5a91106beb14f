/** What stands in which cell of a row of each table of a world: workers, assessments, plans, children who will come back. */
/** One row a worker, by slot; a slot is used again after its worker has left. */
export const WORKER = {
  kind: 0,
  team: 1,
  /** Address of the worker's own facts. */
  entity: 2,
  /** Working day of the first day of service; negative for those who came before the warm-up. */
  serviceStart: 3,
  /** Last working day as newly qualified; -1 for experienced workers. */
  newUntil: 4,
  /** Working day of return; -1 when present. */
  awayUntil: 5,
  nextAway: 6,
  /** The next working day on which something happens to the worker: leaving, falling sick, coming back, handing back. */
  nextDay: 7,
  spell: 8,
  longSpell: 9,
  /** Working day of leaving; -1 where none is set. */
  leaveDay: 10,
  /** What is left of an exponential patience, in PATIENCE_UNITs: the worker leaves as hazards use it up. */
  patience: 11,
  /** 1 for a senior practitioner. */
  senior: 12,
  /** Nearest deadline first, or the day shared; and, where the plan has it so, late ones last. */
  deadlineFirst: 13,
  lateLast: 14,
  /** Personal factor on the ceiling, in 1,024ths. */
  leaning: 15,
  /** Open assessments in hand, and the one whose turn it is when the day is shared. */
  assessments: 16,
  urgent: 17,
  turn: 18,
  /** Points of all that is held, in quarters. */
  points: 19,
  /** Plans held: how many, the first of them, and by kind. */
  plans: 20,
  firstPlan: 21,
  cin: 22,
  cp: 23,
  lac: 24,
  /** Handover minutes still to be given. */
  debt: 25,
  /** Minute of the day up to which the worker's assessments are worked off, and from which there is time for them. */
  worked: 26,
  windowStart: 27,
  /** Minutes of earlier days not yet laid to the assessments in hand. */
  pending: 28,
  /** Minutes of effort left on all assessments in hand, and minutes until the first of them is worked off, before `pending`. */
  load: 29,
  untilDone: 30,
  /** First day on which an assessment worked off before is ready for sign-off. */
  nextReady: 31,
  /** Most cases the worker may hold, and minutes of a day before duty: renewed every week. */
  ceiling: 32,
  full: 33,
  /** Minutes left after duty on the last working day present, and minutes a day that the plans held are due. */
  minutes: 34,
  planDue: 35,
  /** Of a plan worker, what the team's totals hold for a day. */
  dayAvailable: 36,
  dayDue: 37,
  dayLost: 38,
  dayUsed: 39,
} as const;

/** Cells of a worker: rows of a power of two. */
export const WORKER_BITS = 6;

/** One row an assessment, initial then core. */
export const JOB = {
  stage: 0,
  entity: 1,
  /** Working day of the child's referral, and of the strategy discussion (-1 where there was none). */
  referred: 2,
  section47Day: 3,
  marginal: 4,
  urgent: 5,
  clockStart: 6,
  deadline: 7,
  /** Absolute working minute at which it joined the queue of its stage, for waits. */
  arrived: 8,
  allocatedDay: 9,
  waitedDays: 10,
  /** Working days of elapsed time from the clock start; the first day it can end. */
  elapsed: 11,
  ready: 12,
  /** Minutes of effort left; in the queue the whole of it, before pressure. */
  remaining: 13,
  effortDoneDay: 14,
  worker: 15,
  handover: 16,
  /** 1 while it waits for sign-off. */
  submitted: 17,
  /** Uniforms that decide what follows. */
  fate: 18,
  otherFate: 19,
  /** Effort that pressure cut, in 1,024ths. */
  cut: 20,
} as const;

/** Cells of an assessment: rows of a power of two. */
export const JOB_BITS = 5;

/** One row a plan held. */
export const PLAN = {
  kind: 0,
  entity: 1,
  referred: 2,
  cut: 3,
  holder: 4,
  next: 5,
  previous: 6,
  startDay: 7,
  endDay: 8,
  endNext: 9,
  alive: 10,
  queued: 11,
  waitingSince: 12,
  handover: 13,
  reviewNumber: 14,
  reviewNext: 15,
  reviewDay: 16,
  lastReviewDay: 17,
  lastLateDay: 18,
  lastMissedDay: 19,
} as const;

/** Cells of a plan: rows of a power of two. */
export const PLAN_BITS = 5;

/** One row a child, or a family, who will come back. */
export const RETURN = {
  entity: 0,
  size: 1,
  referred: 2,
  next: 3,
} as const;

/** Cells of a return: rows of a power of two. */
export const RETURN_BITS = 2;

/** Patience is counted in millionths. */
export const PATIENCE_UNIT = 1e-6;

/** Where a worker's row begins; assessments, plans and returns go by where theirs does. */
export function rowOf(worker: number): number {
  return worker << WORKER_BITS;
}
