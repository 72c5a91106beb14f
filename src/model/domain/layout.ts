/** Where in memory the rules keep what they act on; see `engine/layout.ts`. */
import { ENGINE_END, MOST_PLACES, MOST_WORKERS } from '../engine/layout';
import { WORKER_BITS } from './rows';

/** What a model may ask for at most; `simulator/load.ts` refuses more. */
export const MOST_DAYS: i32 = 16_384;
export const MOST_TEAMS: i32 = 64;
export const MOST_COLUMNS: i32 = 2048;
export const MOST_MONTHS: i32 = 480;
export const MOST_YEARS: i32 = 40;
/** Bytes for the tables of a model, and the months of a future. */
export const MODEL_ROOM: usize = 4 * 1024 * 1024;

/** Stages of an assessment, kinds of plan, and numbers of a quantile table. */
export const STAGES: i32 = 4;
export const KINDS: i32 = 3;
export const KNOTS: i32 = 1025;
/** Days for which agency orders are kept: the longest lead, in working days. */
export const ORDER_RING: i32 = 512;
/** Days over which undecided referrals are told apart, a power of two; older ones count as so old. */
export const DECISION_RING: i32 = 64;
/** Days that are told apart in the histogram of days taken. */
export const DAYS_COUNTED: i32 = 200;
/** Rosters: one for each thing a team may hold, and one of those whose day has changed. */
export const ROSTERS: i32 = 6;
/** Queues: of two pools, of three kinds of plan, of conferences, and of what waits for a signature. */
export const QUEUES: i32 = 7;
/** Tables: assessments, plans, reviews, returns. */
export const TABLES: i32 = 4;

// Small things, side by side.
export const FUTURE: usize = ENGINE_END;
export const NOW: usize = FUTURE + 256;
export const SCALARS: usize = NOW + 256;
export const STREAMS: usize = SCALARS + 512;
export const DOUBT: usize = STREAMS + 64;
export const POINT: usize = DOUBT + 64;
export const LEVERS: usize = POINT + 64;
export const MONEY: usize = LEVERS + 128;
export const STAGE: usize = MONEY + 128;
export const KIND: usize = STAGE + 64 * 8;
export const QUEUE: usize = KIND + 64 * 4;
export const ROSTER: usize = QUEUE + 64 * 8;
export const TABLE: usize = ROSTER + 16 * 8;
export const MODEL: usize = TABLE + 64 * 4;
const SMALL_END: usize = MODEL + 2048;

// By team.
export const TEAM: usize = SMALL_END;
export const SUPERVISION: usize = TEAM + 64 * MOST_TEAMS;
export const REFERENCE_LOAD: usize = SUPERVISION + 8 * MOST_TEAMS;
export const POSTS: usize = REFERENCE_LOAD + 8 * MOST_TEAMS;
export const CEILINGS: usize = POSTS + 8 * MOST_TEAMS;
export const LEARNERS: usize = CEILINGS + 8 * MOST_TEAMS;
export const OTHERS: usize = LEARNERS + 4 * MOST_TEAMS;
export const MOVED: usize = OTHERS + 4 * MOST_TEAMS;
export const ADVERTS: usize = MOVED + 4 * MOST_TEAMS;
export const AGENCY_ARRIVALS: usize = ADVERTS + 4 * MOST_TEAMS;

// By month and year.
export const TALLY: usize = AGENCY_ARRIVALS + 4 * MOST_TEAMS * ORDER_RING;
export const DAYS_BY_START: usize = TALLY + 8 * MOST_COLUMNS;
export const MARKET_LEAVING: usize = DAYS_BY_START + 4 * MOST_MONTHS * DAYS_COUNTED;
export const MARKET_RECRUITS: usize = MARKET_LEAVING + 8 * MOST_YEARS;
export const UNDECIDED: usize = MARKET_RECRUITS + 8 * MOST_YEARS;

// Quantile tables.
export const EFFORT: usize = UNDECIDED + 4 * DECISION_RING;
export const GAP: usize = EFFORT + 8 * KNOTS + 56;
export const ELAPSED: usize = GAP + 8 * KNOTS + 56;

// By day.
export const MONTH_OF: usize = ELAPSED + 8 * STAGES * KNOTS + 32;
export const SINGLE_ON: usize = MONTH_OF + 4 * MOST_DAYS;
export const LIMITS: usize = SINGLE_ON + 4 * MOST_DAYS;
export const ENDS: usize = LIMITS + 4 * STAGES * MOST_DAYS;
export const DIARY: usize = ENDS + 4 * MOST_DAYS;
export const COMING_BACK: usize = DIARY + 4 * MOST_DAYS;
export const STARTERS: usize = COMING_BACK + 4 * MOST_DAYS;

// By worker.
export const WORKERS: usize = (STARTERS + 4 * MOST_DAYS + 255) & ~255;
export const NEXT_DAY: usize = WORKERS + ((<usize>MOST_WORKERS) << WORKER_BITS);
export const FREE_WORKERS: usize = NEXT_DAY + 4 * MOST_WORKERS;
export const ROSTER_IDS: usize = FREE_WORKERS + 4 * MOST_WORKERS;
export const ROSTER_PLACES: usize = ROSTER_IDS + 4 * MOST_WORKERS * ROSTERS;
export const SLOTS: usize = ROSTER_PLACES + 4 * MOST_WORKERS * ROSTERS;

// The tables of a model, and room for all that grows.
export const MODEL_TABLES: usize = SLOTS + 4 * MOST_PLACES;
export const RULES_END: usize = MODEL_TABLES + MODEL_ROOM;
