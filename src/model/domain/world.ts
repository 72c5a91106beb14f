/**
 * The state of one future: everybody and every open case, as tables of whole numbers. A warm state is a world;
 * a future begins as a copy of one.
 */
import { STAGE, type CompiledModel } from '../compiled';
import { DayEvents } from '../engine/day-events';
import { PriorityQueue } from '../engine/priority-queue';
import { RoomList } from '../engine/room-list';
import { Roster } from '../engine/roster';
import { RowList } from '../engine/row-list';
import { Table } from '../engine/table';
import { JOB_CELLS, PLAN_CELLS, RETURN_CELLS, WORKER_BITS } from './rows';

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

/** Everything that a future carries from day to day. */
export class World {
  readonly workers: Table;
  readonly assessments = new Table(JOB_CELLS, 2048);
  readonly plans = new Table(PLAN_CELLS, 8192);
  /** Assessments in each worker's hands: `slots[worker × maxSlots + i]`. */
  readonly slots: Int32Array;
  readonly returns = new Table(RETURN_CELLS, 2048);
  /** Assessments waiting for a worker, by pool, and plans waiting for one of the longer-term team. */
  readonly queues: readonly PriorityQueue[];
  readonly transfer = new PriorityQueue(1024);
  /** Enquiries whose conference waits for a chair. */
  readonly conferences = new PriorityQueue(64);
  /** Assessments done but for the manager's sign-off. */
  readonly signOff = new PriorityQueue(256);
  /** Assessment workers with room, by pool; then the strike team's and, last, plan workers. */
  readonly rooms: readonly RoomList[];
  readonly strikeRoom: RoomList;
  readonly planRoom: RoomList;
  readonly events: DayEvents;
  /** Workers by what their team holds: assessments, plans, sign-off, nothing (see HOLDS). */
  readonly rosters: readonly Roster[];
  /** The next working day on which something happens to a worker: leaving, falling sick, coming back, handing back. */
  readonly nextDay: Int32Array;
  /** By kind: plans open, and those of them that nobody holds. */
  readonly plansOpen = new Int32Array(3);
  readonly plansUnheld = new Int32Array(3);
  /** Plans of looked-after children. */
  readonly lookedAfter = new RowList();
  /** Plan workers whose day is not as the day before: the rest of the team's totals stand. */
  readonly touched: Roster;
  /** First plan that ends, and first review that falls due, on each working day. */
  readonly ends: Int32Array;
  readonly reviews: Int32Array;
  /** First return on each working day. */
  readonly comingBack: Int32Array;
  /** Permanent staff and agency workers by team. */
  readonly inPost: Int32Array;
  readonly agency: Int32Array;
  /** Permanent staff away sick, by team. */
  readonly away: Int32Array;
  /** Workers of any kind who are here today, by team. */
  readonly present: Int32Array;
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

  constructor(model: CompiledModel) {
    const { workforce, clock } = model;
    this.workers = new Table(1 << WORKER_BITS, workforce.maxWorkers);
    this.slots = new Int32Array(workforce.maxWorkers * workforce.maxSlots);
    const pools = 1 + model.pathway.pools.reduce((most, pool) => Math.max(most, pool), 0);
    this.queues = Array.from({ length: pools }, () => new PriorityQueue(1024));
    this.rooms = Array.from({ length: pools + 2 }, () => new RoomList(workforce.maxWorkers, 200));
    this.strikeRoom = this.rooms[pools]!;
    this.planRoom = this.rooms[pools + 1]!;
    this.events = new DayEvents(workforce.maxWorkers, clock.dayMinutes);
    this.rosters = Object.values(HOLDS).map(() => new Roster(workforce.maxWorkers));
    this.nextDay = new Int32Array(workforce.maxWorkers).fill(-1);
    this.touched = new Roster(workforce.maxWorkers);
    this.ends = new Int32Array(clock.days).fill(-1);
    this.reviews = new Int32Array(clock.days).fill(-1);
    this.comingBack = new Int32Array(clock.days).fill(-1);
    this.inPost = new Int32Array(workforce.teams.length);
    this.agency = new Int32Array(workforce.teams.length);
    this.away = new Int32Array(workforce.teams.length);
    this.present = new Int32Array(workforce.teams.length);
    this.agencyOrders = new Int32Array(workforce.teams.length);
    this.agencySequence = new Int32Array(workforce.teams.length);
    this.agencyArrivals = new Int32Array(ORDER_RING * workforce.teams.length);
    this.n = { ...ZERO };
  }

  /** Slots of workers ever used: workers are numbered below it. */
  get workerCount(): number {
    return this.workers.high >> WORKER_BITS;
  }

  /** Lets go of room in the tables; for warm states, of which there are many and which are only copied from. */
  trim(): void {
    for (const table of [this.workers, this.assessments, this.plans, this.returns]) table.trim();
  }

  copyFrom(other: World): void {
    this.workers.copyFrom(other.workers);
    this.assessments.copyFrom(other.assessments);
    this.plans.copyFrom(other.plans);
    this.slots.set(other.slots);
    this.returns.copyFrom(other.returns);
    this.queues.forEach((queue, i) => {
      queue.copyFrom(other.queues[i]!);
    });
    this.conferences.copyFrom(other.conferences);
    this.transfer.copyFrom(other.transfer);
    this.signOff.copyFrom(other.signOff);
    this.rooms.forEach((list, i) => {
      list.copyFrom(other.rooms[i]!);
    });
    this.events.clear();
    this.rosters.forEach((roster, i) => {
      roster.copyFrom(other.rosters[i]!);
    });
    this.nextDay.set(other.nextDay);
    this.plansOpen.set(other.plansOpen);
    this.plansUnheld.set(other.plansUnheld);
    this.lookedAfter.copyFrom(other.lookedAfter);
    this.touched.copyFrom(other.touched);
    this.ends.set(other.ends);
    this.reviews.set(other.reviews);
    this.comingBack.set(other.comingBack);
    this.nextFamily.set(other.nextFamily);
    this.undecided.set(other.undecided);
    this.inPost.set(other.inPost);
    this.agency.set(other.agency);
    this.away.set(other.away);
    this.present.set(other.present);
    this.agencyOrders.set(other.agencyOrders);
    this.agencySequence.set(other.agencySequence);
    this.agencyArrivals.set(other.agencyArrivals);
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
  /** Of the plan team, a day: minutes there are, minutes its plans are due, lost, and minutes used. */
  planAvailable: 0,
  planDue: 0,
  planLost: 0,
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
};
export type Scalar = keyof typeof ZERO;
