/** What stands in a row of each table of a world: workers, assessments, plans, their reviews, children who will come back. */

/** A day, or a minute, that does not come. */
export const NEVER: i32 = 0x7fffffff;

/** One row an assessment, initial then core. */
@unmanaged
export class Assessment {
  stage: i32;
  entity: i32;
  /** Working day of the child's referral, and of the strategy discussion (-1 where there was none). */
  referred: i32;
  section47Day: i32;
  marginal: i32;
  urgent: i32;
  clockStart: i32;
  deadline: i32;
  /** Absolute working minute at which it joined the queue of its stage, for waits. */
  arrived: i32;
  allocatedDay: i32;
  waitedDays: i32;
  /** Working days of elapsed time from the clock start; the first day it can end. */
  elapsed: i32;
  ready: i32;
  /** Minutes of effort left; in the queue the whole of it, before pressure. */
  remaining: i32;
  effortDoneDay: i32;
  /** Who has it; -1 for nobody. */
  worker: i32;
  handover: i32;
  /** 1 while it waits for sign-off. */
  submitted: i32;
  /** Uniforms that decide what follows. */
  fate: u32;
  otherFate: u32;
  /** Effort that pressure cut, in 1,024ths. */
  cut: i32;
}

/** One row a plan held: there are thousands, touched once in months, so that every cell they do without is felt. */
@unmanaged
export class Plan {
  kind: i32;
  alive: i32;
  /** Who holds it; -1 for nobody. */
  holder: i32;
  /** Neighbours among the plans of one holder, and the next that ends on the same day. */
  next: Plan | null;
  previous: Plan | null;
  endNext: Plan | null;
  queued: i32;
  entity: i32;
  referred: i32;
  cut: i32;
  handover: i32;
  /** Of a plan that is reviewed, its reviews; null where there are none. */
  reviews: Reviews | null;
  waitingSince: i32;
  endDay: i32;
}

/** One row a child protection plan or a looked-after child: what is known of the reviews. */
@unmanaged
export class Reviews {
  /** The plan; null where it has ended, until the diary comes to its next review. */
  plan: Plan | null;
  number: i32;
  /** Working day of the next review, -1 where none is in the diary, and the row that follows on that day. */
  day: i32;
  next: Reviews | null;
  /** First working day as a looked-after child; NOT_LOOKED_AFTER for all others, and where the plan has ended. */
  lookedAfterSince: i32;
  lastDay: i32;
  lastLateDay: i32;
  lastMissedDay: i32;
}

/** A day beyond all others from which every other may be taken. */
export const NOT_LOOKED_AFTER: i32 = 0x3fffffff;

/** One row a child, or a family, who will come back. */
@unmanaged
export class Return {
  entity: i32;
  size: i32;
  referred: i32;
  next: Return | null;
}

/** Rows go by their address where a queue, a list or a day of the diary refers to them; 0 stands for none. */
export function addressOf<T>(row: T): i32 {
  return <i32>changetype<usize>(row);
}
export function assessmentAt(address: i32): Assessment {
  return changetype<Assessment>(<usize>address);
}
export function planAt(address: i32): Plan | null {
  return changetype<Plan | null>(<usize>address);
}
export function reviewsAt(address: i32): Reviews | null {
  return changetype<Reviews | null>(<usize>address);
}
export function returnAt(address: i32): Return | null {
  return changetype<Return | null>(<usize>address);
}

/** One row a worker, by slot; a slot is used again after its worker has left. What every day needs stands first, side by side. */
@unmanaged
export class Worker {
  /** Working day of return; -1 when present. */
  awayUntil: i32;
  /** First day on which an assessment worked off before is ready for sign-off. */
  nextReady: i32;
  /** Minutes of a day before duty, and left after duty on the last working day present; minutes a day that the plans held are due. */
  full: i32;
  minutes: i32;
  planDue: i32;
  /** Handover minutes still to be given. */
  debt: i32;
  /** 1 for whoever takes part in screening; 0 in a strike team. */
  screens: i32;
  /** Minute of the day up to which the worker's assessments are worked off, and from which there is time for them. */
  worked: i32;
  windowStart: i32;
  /** Minutes of earlier days not yet laid to the assessments in hand. */
  pending: i32;
  /** Minutes of effort left on all assessments in hand, and minutes until the first of them is worked off, before `pending`. */
  load: i32;
  untilDone: i32;
  /** Nearest deadline first, or the day shared; and, where the plan has it so, late ones last. */
  deadlineFirst: i32;
  lateLast: i32;
  /** Open assessments in hand, and how many of them interrupt the others. */
  assessments: i32;
  urgent: i32;
  /** Which of the lists of those with room the worker is for; -1 for none. */
  list: i32;
  /** The assessment whose turn it is when the day is shared. */
  turn: i32;
  /** Points of all that is held, in quarters, and the most cases or points the worker may hold. */
  points: i32;
  ceiling: i32;
  /** What the worker is (EMPTY, PERMANENT, AGENCY), and the team. */
  kind: i32;
  team: i32;
  /** Address of the worker's own facts. */
  entity: i32;
  /** Working day of the first day of service; negative for those who came before the warm-up. */
  serviceStart: i32;
  /** Last working day as newly qualified; -1 for experienced workers. */
  newUntil: i32;
  /** Working day on which the next spell of sickness begins, its number, and its length in working days. */
  nextAway: i32;
  spell: i32;
  longSpell: i32;
  /** Working day of leaving; -1 where none is set. */
  leaveDay: i32;
  /** What is left of an exponential patience, in PATIENCE_UNITs: the worker leaves as hazards use it up. */
  patience: i32;
  /** 1 for a senior practitioner. */
  senior: i32;
  /** Personal factor on the ceiling, in 1,024ths. */
  leaning: i32;
  /** Plans held: how many, the first of them, and by kind, in the order of kinds. */
  plans: i32;
  firstPlan: Plan | null;
  cin: i32;
  cp: i32;
  lac: i32;
  /** Of a plan worker, what the team's totals hold for a day. */
  dayAvailable: i32;
  dayDue: i32;
  dayLost: i32;
  dayUsed: i32;
  /** Of a worker who keeps to deadlines, the assessment that comes first, as the desk was last left; null where none needs work. */
  first: Assessment | null;
  /** Of a permanent worker, the first working day that is not counted yet among the days in post. */
  nextCounted: i32;

  /** Plans held of a kind. */
  held(kind: i32): i32 {
    return load<i32>(changetype<usize>(this) + offsetof<Worker>('cin') + ((<usize>kind) << 2));
  }

  /** There is one plan of a kind more, or (`change` -1) less. */
  holdMore(kind: i32, change: i32): void {
    const at = changetype<usize>(this) + offsetof<Worker>('cin') + ((<usize>kind) << 2);
    store<i32>(at, load<i32>(at) + change);
  }
}

/** Rows of workers are of a power of two: the row of a worker is found by a shift. */
export const WORKER_BITS: usize = 8;

/** Patience is counted in millionths. */
export const PATIENCE_UNIT: f64 = 1e-6;
