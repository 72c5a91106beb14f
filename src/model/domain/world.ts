/** The state of one future: everybody and every open case. A warm state is a world; a future begins as a copy of one. */
import { Ints } from '../engine/cells';
import { PriorityQueue } from '../engine/priority-queue';
import { Roster } from '../engine/roster';
import { Table } from '../engine/table';
import {
  AGENCY_ARRIVALS,
  COMING_BACK,
  DIARY,
  ENDS,
  KIND,
  NEXT_DAY,
  QUEUE,
  ROSTER,
  SCALARS,
  SLOTS,
  STAGE,
  TABLE,
  TEAM,
  UNDECIDED,
  WORKERS,
} from './layout';
import { Assessment, Worker, WORKER_BITS } from './rows';

export const EMPTY: i32 = 0;
export const PERMANENT: i32 = 1;
export const AGENCY: i32 = 2;

/** Where a worker's team spends its time. */
export const enum HOLDS {
  assessments,
  plans,
  signOff,
  none,
  reviews,
}

export const INITIAL: i32 = 0;
export const CORE: i32 = 1;
export const SINGLE: i32 = 2;
export const ENQUIRY: i32 = 3;

/** Points are kept in quarters. */
export const QUARTERS: i32 = 4;

export const CIN: i32 = 0;
export const CP: i32 = 1;
export const LAC: i32 = 2;

/** Pools of assessment workers: one for all stages, or another for core assessments. */
export const POOLS: i32 = 2;

/** Lists of workers with room, beyond those of the pools. */
export const STRIKE_ROOM: i32 = POOLS;
export const PLAN_ROOM: i32 = POOLS + 1;

/** Single numbers. */
@unmanaged
export class World {
  /** Slots of workers ever used: workers are numbered below it; those in use, and those given back. */
  workerCount: i32;
  workersLive: i32;
  freeWorkers: i32;
  /** Families first referred since the run or the warm-up began: the address of the next. */
  arrivals: i32;
  /** Minute of today at which it comes. */
  nextMinute: i32;
  /** The uniforms that decide about the family that comes next. */
  familyGoesOn: u32;
  familyConcern: u32;
  familyFacts: u32;
  /** Standard exponential time of the next referral, of the beginning of today, and what is expected today. */
  nextArrival: f64;
  exposure: f64;
  expected: f64;
  /** Days of open assessment work for each day of team capacity. */
  backlogDays: f64;
  /** Part of the effort given, and of the share assessed let through, under today's open work. */
  pressure: f64;
  valve: f64;
  /** Minutes of effort left on all open assessments. */
  openMinutes: f64;
  /** Minutes a day the assessment team has when all are present. */
  teamMinutes: f64;
  signOffTokens: f64;
  chairTokens: f64;
  /** Referrals nobody has decided on, and minutes already given to the first of them. */
  undecided: i32;
  screened: f64;
  /** Of those who hold plans only, a day: minutes there are, and minutes used. */
  planAvailable: i32;
  planUsed: i32;
  /** What is left of the week's agency market. */
  agencyMarket: f64;
  starterSequence: i32;
  /** Children whose case has ended, the latest until the start, and how much likelier than after whole work they were to return. */
  ended: f64;
  endedLikelihood: f64;
  /** Cases that came in and went out, for the laws of conservation. */
  casesIn: i32;
  casesOut: i32;
  peopleIn: i32;
  peopleOut: i32;
  /** The first working day on which people in post are not counted yet. */
  nextCounted: i32;
}

/** What is known of a team's people, and of its plans. */
@unmanaged
export class TeamState {
  /** Permanent staff and agency workers. */
  inPost: i32;
  agency: i32;
  /** Permanent staff away sick. */
  away: i32;
  /** Workers of any kind who are here today. */
  present: i32;
  /** Of those who hold plans only, a day: minutes that the team's plans are due, and minutes lost. */
  planDue: i32;
  planLost: i32;
  /** Agency workers ordered but not here yet, and those the team has had: the address of its next. */
  agencyOrders: i32;
  agencySequence: i32;
  // What the model says of the team stands beside.
  /** What it holds (see HOLDS), the pool it takes work from, 1 for a strike team. */
  holds: i32;
  pool: i32;
  strike: i32;
}

/** Of a stage: what the model says of its work. */
@unmanaged
export class Stage {
  /** Mean minutes of effort, at the point's scale. */
  minutes: f64;
  /** Points on a caseload, the queue its work waits in, the limit of its measure. */
  points: i32;
  pool: i32;
  measureDays: i32;
  /** 1 where work takes elapsed time beyond its effort. */
  takesTime: i32;
}

/** Of a kind of plan: those open, those of them that nobody holds, and what the model says of them. */
@unmanaged
export class Kind {
  open: i32;
  unheld: i32;
  points: i32;
  /** Minutes a working day before the point's scale. */
  minutesPerDay: f64;
}

export const world = changetype<World>(SCALARS);

/** Assessments waiting for a worker, by pool, and plans waiting for one of the longer-term team, by kind. */
export function queueOf(pool: i32): PriorityQueue {
  return changetype<PriorityQueue>(QUEUE + ((<usize>pool) << 6));
}
export function transfersOf(kind: i32): PriorityQueue {
  return queueOf(POOLS + kind);
}
/** Enquiries whose conference waits for a chair, and assessments done but for the manager's sign-off. */
export const conferences = changetype<PriorityQueue>(QUEUE + 64 * 5);
export const signOff = changetype<PriorityQueue>(QUEUE + 64 * 6);

/** Workers by what their team holds (see HOLDS). */
export function rosterOf(holds: i32): Roster {
  return changetype<Roster>(ROSTER + ((<usize>holds) << 4));
}
/** Plan workers whose day is not as the day before: the rest of the team's totals stand. */
export const touched = changetype<Roster>(ROSTER + 16 * 5);

export const assessments = changetype<Table>(TABLE);
export const plans = changetype<Table>(TABLE + 64);
export const reviewed = changetype<Table>(TABLE + 64 * 2);
export const returns = changetype<Table>(TABLE + 64 * 3);

/** The next working day on which something happens to a worker: leaving, falling sick, coming back, handing back. */
export const nextDay = changetype<Ints>(NEXT_DAY);
/** First plan that ends, first reviews that fall due, and first return, on each working day; 0 for none. */
export const ends = changetype<Ints>(ENDS);
export const diary = changetype<Ints>(DIARY);
export const comingBack = changetype<Ints>(COMING_BACK);
/** Agency workers ordered by the day they come (a ring of days × teams). */
export const agencyArrivals = changetype<Ints>(AGENCY_ARRIVALS);
/** Referrals nobody has decided on yet, by the day they came (a ring). */
export const undecided = changetype<Ints>(UNDECIDED);

export function workerOf(id: i32): Worker {
  return changetype<Worker>(WORKERS + ((<usize>id) << WORKER_BITS));
}

export function teamOf(team: i32): TeamState {
  return changetype<TeamState>(TEAM + ((<usize>team) << 6));
}

export function stageOf(stage: i32): Stage {
  return changetype<Stage>(STAGE + ((<usize>stage) << 6));
}

export function kindOf(kind: i32): Kind {
  return changetype<Kind>(KIND + ((<usize>kind) << 6));
}

/** Assessments in each worker's hands: at `worker × maxSlots + i`. */
export function slot(at: i32): Assessment {
  return changetype<Assessment>(<usize>load<u32>(SLOTS + ((<usize>at) << 2)));
}
export function setSlot(at: i32, job: Assessment): void {
  store<u32>(SLOTS + ((<usize>at) << 2), <u32>changetype<usize>(job));
}
