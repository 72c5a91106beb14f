/**
 * The state of one future: everybody and every open case, as tables of whole numbers. A warm state is a world;
 * a future begins as a copy of one.
 */
import type { CompiledModel } from '../compiled';
import { Columns } from '../engine/columns';
import { IndexedHeap } from '../engine/indexed-heap';
import { PriorityQueue } from '../engine/priority-queue';
import { RoomList } from '../engine/room-list';
import { Roster } from '../engine/roster';

export const EMPTY = 0;
export const PERMANENT = 1;
export const AGENCY = 2;

/** Where a worker's team spends its time. */
export const HOLDS = { assessments: 0, plans: 1, signOff: 2, none: 3 } as const;

/** Days for which agency orders are kept: the longest lead, in working days. */
export const ORDER_RING = 512;

export const INITIAL = 0;
export const CORE = 1;

export const CIN = 0;
export const CP = 1;
export const LAC = 2;

/** One row a worker, by slot; a slot is used again after its worker has left. */
const WORKER = [
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
  'deadlineFirst',
  /** Open assessments in hand, and the one whose turn it is when the day is shared. */
  'assessments',
  'turn',
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
const ASSESSMENT = [
  'stage',
  'entity',
  'marginal',
  'clockStart',
  'deadline',
  /** Absolute working minute of the referral, for waits. */
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
] as const;

/** One row a plan held. */
const PLAN = [
  'kind',
  'entity',
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

export type WorkerColumn = (typeof WORKER)[number];

/** Everything that a future carries from day to day. */
export class World {
  readonly workers: Columns<WorkerColumn>;
  readonly assessments = new Columns(ASSESSMENT, 2048);
  readonly plans = new Columns(PLAN, 8192);
  /** Assessments in each worker's hands: `slots[worker × maxSlots + i]`. */
  readonly slots: Int32Array;
  /** Assessments waiting for a worker, and plans waiting for one of the longer-term team. */
  readonly queue = new PriorityQueue(1024);
  readonly transfer = new PriorityQueue(1024);
  /** Assessments done but for the manager's sign-off. */
  readonly signOff = new PriorityQueue(256);
  readonly assessmentRoom: RoomList;
  readonly planRoom: RoomList;
  readonly events: IndexedHeap;
  /** Workers by what their team holds: assessments, plans, sign-off, nothing (see HOLDS). */
  readonly rosters: readonly Roster[];
  /** Plan workers whose day is not as the day before: the rest of the team's totals stand. */
  readonly touched: Roster;
  /** First plan that ends, and first review that falls due, on each working day. */
  readonly ends: Int32Array;
  readonly reviews: Int32Array;
  /** Permanent staff and agency workers by team. */
  readonly inPost: Int32Array;
  readonly agency: Int32Array;
  /** Agency workers ordered but not here yet, by team, and by the day they come (a ring of days × teams). */
  readonly agencyOrders: Int32Array;
  readonly agencyArrivals: Int32Array;
  /** Agency workers a team has had: the address of its next. */
  readonly agencySequence: Int32Array;
  /** Scalars. */
  readonly n: Record<Scalar, number>;

  constructor(model: CompiledModel) {
    const { workforce, clock } = model;
    this.workers = new Columns(WORKER, workforce.maxWorkers);
    this.slots = new Int32Array(workforce.maxWorkers * workforce.maxSlots);
    this.assessmentRoom = new RoomList(workforce.maxWorkers, 200);
    this.planRoom = new RoomList(workforce.maxWorkers, 200);
    this.events = new IndexedHeap(workforce.maxWorkers);
    this.rosters = Object.values(HOLDS).map(() => new Roster(workforce.maxWorkers));
    this.touched = new Roster(workforce.maxWorkers);
    this.ends = new Int32Array(clock.days).fill(-1);
    this.reviews = new Int32Array(clock.days).fill(-1);
    this.inPost = new Int32Array(workforce.teams.length);
    this.agency = new Int32Array(workforce.teams.length);
    this.agencyOrders = new Int32Array(workforce.teams.length);
    this.agencySequence = new Int32Array(workforce.teams.length);
    this.agencyArrivals = new Int32Array(ORDER_RING * workforce.teams.length);
    this.n = { ...ZERO };
  }

  copyFrom(other: World): void {
    this.workers.copyFrom(other.workers);
    this.assessments.copyFrom(other.assessments);
    this.plans.copyFrom(other.plans);
    this.slots.set(other.slots);
    this.queue.copyFrom(other.queue);
    this.transfer.copyFrom(other.transfer);
    this.signOff.copyFrom(other.signOff);
    this.assessmentRoom.copyFrom(other.assessmentRoom);
    this.planRoom.copyFrom(other.planRoom);
    this.events.clear();
    this.rosters.forEach((roster, i) => {
      roster.copyFrom(other.rosters[i]!);
    });
    this.touched.copyFrom(other.touched);
    this.ends.set(other.ends);
    this.reviews.set(other.reviews);
    this.inPost.set(other.inPost);
    this.agency.set(other.agency);
    this.agencyOrders.set(other.agencyOrders);
    this.agencySequence.set(other.agencySequence);
    this.agencyArrivals.set(other.agencyArrivals);
    Object.assign(this.n, other.n);
  }
}

const ZERO = {
  /** Referrals since the run or the warm-up began: the address of the next. */
  arrivals: 0,
  /** Standard exponential time of the next referral, and of the beginning of today. */
  nextArrival: 0,
  /** The uniform that decides whether the next referral goes on. */
  nextGoesOn: 0,
  exposure: 0,
  /** Days of open assessment work for each day of team capacity. */
  backlogDays: 0,
  /** Minutes a day the assessment team has when all are present. */
  teamMinutes: 0,
  signOffTokens: 0,
  chairTokens: 0,
  screeningDue: 0,
  /** Minutes a day that plans without a worker are due. */
  unheldMinutes: 0,
  /** Minutes of effort left on all open assessments. */
  openMinutes: 0,
  /** Of the plan team, a day: minutes there are, minutes its plans are due, given, lost, and minutes used. */
  planAvailable: 0,
  planDue: 0,
  planLost: 0,
  planUsed: 0,
  /** Permanent staff, and those of them away sick. */
  permanent: 0,
  permanentAway: 0,
  /** Plans open, without a holder, of child protection, and of child protection with a holder. */
  plansOpen: 0,
  plansUnheld: 0,
  cpOpen: 0,
  cpHeld: 0,
  /** What is left of the week's agency market. */
  agencyMarket: 0,
  starterSequence: 0,
  /** Cases that came in and went out, for the laws of conservation. */
  casesIn: 0,
  casesOut: 0,
  peopleIn: 0,
  peopleOut: 0,
};
export type Scalar = keyof typeof ZERO;
