/**
 * The state of one future: everybody and every open case, as tables of whole numbers. A warm state is a world;
 * a future begins as a copy of one.
 */
import { STAGE, type CompiledModel } from '../compiled';
import { DayEvents } from '../engine/day-events';
import { PriorityQueue } from '../engine/priority-queue';
import { RoomLists } from '../engine/room-lists';
import { Roster } from '../engine/roster';
import { copyStart, Table } from '../engine/table';
import { JOB_CELLS, PLAN_CELLS, RETURN_CELLS, REVIEWS_CELLS, WORKER_BITS } from './rows';

export const EMPTY = 0;
export const PERMANENT = 1;
export const AGENCY = 2;

/** Where a worker's team spends its time. */
export const HOLDS = { assessments: 0, plans: 1, signOff: 2, none: 3, reviews: 4 } as const;

/** Days for which agency orders are kept: the longest lead, in working days. */
export const ORDER_RING = 512;

/** Days over which undecided referrals are told apart; older ones count as so old. */
export const DECISION_RING = 64;

export const INITIAL = STAGE.initial;
export const CORE = STAGE.core;
export const SINGLE = STAGE.single;
export const ENQUIRY = STAGE.enquiry;

/** Points are kept in quarters. */
export const QUARTERS = 4;

export const CIN = 0;
export const CP = 1;
export const LAC = 2;
/** Kinds of plan, by number. */
const KINDS = [CIN, CP, LAC] as const;

/** Pools of assessment workers: one for all stages, or another for core assessments. */
const POOLS = 2;

/** Lists of workers with room, beyond those of the pools. */
export const STRIKE_ROOM = POOLS;
export const PLAN_ROOM = POOLS + 1;

/** What a world has room for. */
export interface WorldSize {
  readonly workers: number;
  /** Places for assessments on all desks together. */
  readonly places: number;
  readonly teams: number;
  readonly minutes: number;
  readonly days: number;
  readonly assessments: number;
  readonly plans: number;
  readonly returns: number;
  /** In each queue; a power of two. */
  readonly waiting: number;
}

/** Room for ten of the largest council in England: memory that nobody touches costs nothing. */
export const AMPLE: WorldSize = {
  workers: 20_480,
  places: 524_288,
  teams: 64,
  minutes: 720,
  days: 16_384,
  assessments: 16_384,
  plans: 131_072,
  returns: 65_536,
  waiting: 4096,
};

/** A world with nothing in it, as large as a model needs; its tables grow. */
export function sizeOf({ workforce, clock }: CompiledModel): WorldSize {
  return {
    workers: workforce.maxWorkers,
    places: workforce.maxWorkers * workforce.maxSlots,
    teams: workforce.teams.length,
    minutes: clock.dayMinutes,
    days: clock.days,
    assessments: 1,
    plans: 1,
    returns: 1,
    waiting: 1,
  };
}

/** Whether a world of one size can hold what one of another can; tables and queues grow where they must. */
export function fits(inner: WorldSize, outer: WorldSize): boolean {
  const fixed = ['workers', 'places', 'teams', 'minutes', 'days'] as const;
  return fixed.every((what) => inner[what] <= outer[what]);
}

/**
 * Everything that a future carries from day to day. Whatever is reached on every step is set once, here, and never
 * replaced, but for tables and queues that outgrow their room: of fields that are set once V8 takes the values for constants.
 */
export class World {
  readonly workers: Table;
  readonly assessments: Table;
  readonly plans: Table;
  /** Assessments in each worker's hands: `slots[worker × maxSlots + i]`. */
  readonly slots: Int32Array;
  readonly returns: Table;
  /** Assessments waiting for a worker, by pool, and plans waiting for one of the longer-term team, by kind. */
  readonly queues: readonly PriorityQueue[];
  readonly transfers: readonly PriorityQueue[];
  /** Enquiries whose conference waits for a chair. */
  readonly conferences: PriorityQueue;
  /** Assessments done but for the manager's sign-off. */
  readonly signOff: PriorityQueue;
  /** Workers with room: those who assess on a list for each pool, the strike team's and plan workers on lists of their own. */
  readonly rooms: RoomLists;
  readonly events: DayEvents;
  /** Workers by what their team holds: assessments, plans, sign-off, nothing (see HOLDS). */
  readonly rosters: readonly Roster[];
  /** The next working day on which something happens to a worker: leaving, falling sick, coming back, handing back. */
  readonly nextDay: Int32Array;
  /** By kind: plans open, and those of them that nobody holds. */
  readonly plansOpen = new Int32Array(3);
  readonly plansUnheld = new Int32Array(3);
  /** Reviews of plans, a row for each plan that is reviewed. */
  readonly reviewed: Table;
  /** Plan workers whose day is not as the day before: the rest of the team's totals stand. */
  readonly touched: Roster;
  /** First plan that ends, and first row of `reviewed` that falls due, on each working day. */
  readonly ends: Int32Array;
  readonly diary: Int32Array;
  /** First return on each working day. */
  readonly comingBack: Int32Array;
  /** Permanent staff and agency workers by team. */
  readonly inPost: Int32Array;
  readonly agency: Int32Array;
  /** Permanent staff away sick, by team. */
  readonly away: Int32Array;
  /** Workers of any kind who are here today, by team. */
  readonly present: Int32Array;
  /** Of those who hold plans only, a day: minutes that a team's plans are due, and minutes lost. */
  readonly planDue: Int32Array;
  readonly planLost: Int32Array;
  /** Agency workers ordered but not here yet, by team, and by the day they come (a ring of days × teams). */
  readonly agencyOrders: Int32Array;
  readonly agencyArrivals: Int32Array;
  /** The uniforms that decide about the family that comes next. */
  readonly nextFamily = new Uint32Array(4);
  /** Referrals nobody has decided on yet, by the day they came (a ring). */
  readonly undecided = new Int32Array(DECISION_RING);
  /** Agency workers a team has had: the address of its next. */
  readonly agencySequence: Int32Array;
  /** Scalars. */
  readonly n: Record<Scalar, number>;

  constructor(readonly size: WorldSize) {
    const { workers, teams, days, waiting } = size;
    this.workers = new Table(1 << WORKER_BITS, workers);
    this.assessments = new Table(JOB_CELLS, size.assessments);
    this.plans = new Table(PLAN_CELLS, size.plans);
    this.returns = new Table(RETURN_CELLS, size.returns);
    this.slots = new Int32Array(size.places);
    this.queues = Array.from({ length: POOLS }, () => new PriorityQueue(waiting));
    this.transfers = KINDS.map(() => new PriorityQueue(waiting));
    this.conferences = new PriorityQueue(waiting);
    this.signOff = new PriorityQueue(waiting);
    this.rooms = new RoomLists(POOLS + 2, workers, 200);
    this.events = new DayEvents(workers, size.minutes);
    this.rosters = Object.values(HOLDS).map(() => new Roster(workers));
    this.nextDay = new Int32Array(workers).fill(-1);
    this.reviewed = new Table(REVIEWS_CELLS, size.plans);
    this.touched = new Roster(workers);
    this.ends = new Int32Array(days).fill(-1);
    this.diary = new Int32Array(days).fill(-1);
    this.comingBack = new Int32Array(days).fill(-1);
    this.inPost = new Int32Array(teams);
    this.agency = new Int32Array(teams);
    this.away = new Int32Array(teams);
    this.present = new Int32Array(teams);
    this.planDue = new Int32Array(teams);
    this.planLost = new Int32Array(teams);
    this.agencyOrders = new Int32Array(teams);
    this.agencySequence = new Int32Array(teams);
    this.agencyArrivals = new Int32Array(ORDER_RING * teams);
    this.n = { ...ZERO };
  }

  /** Slots of workers ever used: workers are numbered below it. */
  get workerCount(): number {
    return this.workers.high >> WORKER_BITS;
  }

  /** A copy that takes no more room than it must, for a model: a warm state, which is only copied from. */
  snapshot(model: CompiledModel): World {
    const { queues, transfers, conferences, signOff, assessments, plans, returns } = this;
    const copy = new World({
      ...sizeOf(model),
      assessments: assessments.rows,
      plans: plans.rows,
      returns: returns.rows,
      waiting: Math.max(...[...queues, ...transfers, conferences, signOff].map((queue) => queue.room)),
    });
    copy.copyFrom(this);
    return copy;
  }

  /** Takes over what another world holds; what this one has room for beyond the other's is not looked at afterwards. */
  copyFrom(other: World): void {
    this.workers.copyFrom(other.workers);
    this.assessments.copyFrom(other.assessments);
    this.plans.copyFrom(other.plans);
    this.returns.copyFrom(other.returns);
    copyStart(this.slots, other.slots);
    this.queues.forEach((queue, pool) => {
      queue.copyFrom(other.queues[pool]!);
    });
    this.rooms.copyFrom(other.rooms);
    this.conferences.copyFrom(other.conferences);
    this.transfers.forEach((queue, kind) => {
      queue.copyFrom(other.transfers[kind]!);
    });
    this.signOff.copyFrom(other.signOff);
    this.events.clear();
    this.rosters.forEach((roster, i) => {
      roster.copyFrom(other.rosters[i]!);
    });
    copyStart(this.nextDay, other.nextDay);
    this.plansOpen.set(other.plansOpen);
    this.plansUnheld.set(other.plansUnheld);
    this.reviewed.copyFrom(other.reviewed);
    this.touched.copyFrom(other.touched);
    copyStart(this.ends, other.ends);
    copyStart(this.diary, other.diary);
    copyStart(this.comingBack, other.comingBack);
    this.nextFamily.set(other.nextFamily);
    this.undecided.set(other.undecided);
    copyStart(this.inPost, other.inPost);
    copyStart(this.agency, other.agency);
    copyStart(this.away, other.away);
    copyStart(this.present, other.present);
    copyStart(this.planDue, other.planDue);
    copyStart(this.planLost, other.planLost);
    copyStart(this.agencyOrders, other.agencyOrders);
    copyStart(this.agencySequence, other.agencySequence);
    copyStart(this.agencyArrivals, other.agencyArrivals);
    Object.assign(this.n, other.n);
  }
}

const ZERO = {
  /** Families first referred since the run or the warm-up began: the address of the next. */
  arrivals: 0,
  /** Standard exponential time of the next referral, of the beginning of today, and what is expected today. */
  nextArrival: 0,
  exposure: 0,
  expected: 0,
  /** Minute of today at which it comes. */
  nextMinute: 0,
  /** Days of open assessment work for each day of team capacity. */
  backlogDays: 0,
  /** Part of the effort given, and of the share assessed let through, under today's open work. */
  pressure: 1,
  valve: 1,
  /** Minutes of effort left on all open assessments. */
  openMinutes: 0,
  /** Minutes a day the assessment team has when all are present. */
  teamMinutes: 0,
  signOffTokens: 0,
  chairTokens: 0,
  /** Referrals nobody has decided on, and minutes already given to the first of them. */
  undecided: 0,
  screened: 0,
  /** Of those who hold plans only, a day: minutes there are, and minutes used. */
  planAvailable: 0,
  planUsed: 0,
  /** What is left of the week's agency market. */
  agencyMarket: 0,
  starterSequence: 0,
  /** Children whose case has ended, the latest until the start, and how much likelier than after whole work they were to return. */
  ended: 0,
  endedLikelihood: 0,
  /** Cases that came in and went out, for the laws of conservation. */
  casesIn: 0,
  casesOut: 0,
  peopleIn: 0,
  peopleOut: 0,
  /** The first working day on which people in post are not counted yet. */
  nextCounted: 0,
};
export type Scalar = keyof typeof ZERO;
