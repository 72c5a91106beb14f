/** What stands in which cell of a row of each table of a world: workers, assessments, plans, children who will come back. */
/** One row a worker, by slot; a slot is used again after its worker has left. What every day needs stands first, side by side. */
export const WORKER = {
  /** Working day of return; -1 when present. */
  awayUntil: 0,
  /** First day on which an assessment worked off before is ready for sign-off. */
  nextReady: 1,
  /** Minutes of a day before duty, and left after duty on the last working day present; minutes a day that the plans held are due. */
  full: 2,
  minutes: 3,
  planDue: 4,
  /** Handover minutes still to be given. */
  debt: 5,
  /** 1 for whoever takes part in screening; 0 in a strike team. */
  screens: 6,
  /** Minute of the day up to which the worker's assessments are worked off, and from which there is time for them. */
  worked: 7,
  windowStart: 8,
  /** Minutes of earlier days not yet laid to the assessments in hand. */
  pending: 9,
  /** Minutes of effort left on all assessments in hand, and minutes until the first of them is worked off, before `pending`. */
  load: 10,
  untilDone: 11,
  /** Nearest deadline first, or the day shared; and, where the plan has it so, late ones last. */
  deadlineFirst: 12,
  lateLast: 13,
  /** Open assessments in hand, and how many of them interrupt the others. */
  assessments: 14,
  urgent: 15,
  /** Which of the lists of those with room the worker is for; -1 for none. */
  list: 16,
  /** The assessment whose turn it is when the day is shared. */
  turn: 17,
  /** Points of all that is held, in quarters, and the most cases or points the worker may hold. */
  points: 18,
  ceiling: 19,
  /** What the worker is (EMPTY, PERMANENT, AGENCY), and the team. */
  kind: 20,
  team: 21,
  /** Address of the worker's own facts. */
  entity: 22,
  /** Working day of the first day of service; negative for those who came before the warm-up. */
  serviceStart: 23,
  /** Last working day as newly qualified; -1 for experienced workers. */
  newUntil: 24,
  /** Working day on which the next spell of sickness begins, its number, and its length in working days. */
  nextAway: 25,
  spell: 26,
  longSpell: 27,
  /** Working day of leaving; -1 where none is set. */
  leaveDay: 28,
  /** What is left of an exponential patience, in PATIENCE_UNITs: the worker leaves as hazards use it up. */
  patience: 29,
  /** 1 for a senior practitioner. */
  senior: 30,
  /** Personal factor on the ceiling, in 1,024ths. */
  leaning: 31,
  /** Plans held: how many, the first of them, and by kind, in the order of kinds. */
  plans: 32,
  firstPlan: 33,
  cin: 34,
  cp: 35,
  lac: 36,
  /** Of a plan worker, what the team's totals hold for a day. */
  dayAvailable: 37,
  dayDue: 38,
  dayLost: 39,
  dayUsed: 40,
  /** Of a worker who keeps to deadlines, the assessment that comes first, as the desk was last left; -1 where none needs work. */
  first: 41,
  /** Of a permanent worker, the first working day that is not counted yet among the days in post. */
  nextCounted: 42,
} as const;

/** Rows of workers are of a power of two: the row of a worker is found by a shift. */
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

/** Cells of an assessment. */
export const JOB_CELLS = 21;

/** One row a plan held: there are thousands, touched once in months, so that every cell they do without is felt. */
export const PLAN = {
  kind: 0,
  alive: 1,
  holder: 2,
  next: 3,
  previous: 4,
  endNext: 5,
  queued: 6,
  entity: 7,
  referred: 8,
  cut: 9,
  handover: 10,
  /** Of a plan that is reviewed, the row of its reviews; -1 where there are none. */
  reviews: 11,
  waitingSince: 12,
  endDay: 13,
} as const;

/** Cells of a plan. */
export const PLAN_CELLS = 14;

/** One row a child protection plan or a looked-after child: what is known of the reviews. */
export const REVIEWS = {
  /** The plan; -1 where it has ended, until the diary comes to its next review. */
  plan: 0,
  number: 1,
  /** Working day of the next review, -1 where none is in the diary, and the row that follows on that day. */
  day: 2,
  next: 3,
  /** First working day as a looked-after child; NOT_LOOKED_AFTER for all others, and where the plan has ended. */
  lookedAfterSince: 4,
  lastDay: 5,
  lastLateDay: 6,
  lastMissedDay: 7,
} as const;

/** A day beyond all others from which every other may be taken. */
export const NOT_LOOKED_AFTER = 0x3fffffff;

/** Cells of the reviews of a plan. */
export const REVIEWS_CELLS = 8;

/** A day, or a minute, that does not come. */
export const NEVER = 0x7fffffff;

/** One row a child, or a family, who will come back. */
export const RETURN = {
  entity: 0,
  size: 1,
  referred: 2,
  next: 3,
} as const;

/** Cells of a return. */
export const RETURN_CELLS = 4;

/** Patience is counted in millionths. */
export const PATIENCE_UNIT = 1e-6;

/** Where a worker's row begins; assessments, plans and returns go by where theirs does. */
export function rowOf(worker: number): number {
  return worker << WORKER_BITS;
}
