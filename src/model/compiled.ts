/**
 * The compiled model: numbers and typed arrays only, so that it can be sent to a worker, stored and fingerprinted.
 * Time is in working-day indices and whole minutes; day 0 is the first day of the warm-up, `clock.firstDay` the
 * first working day of the run. Arrays "by month" run over the run's months.
 */
import type { CompiledWorkforce } from './compiled-people';
import type { IsoDate, IsoMonth } from './units';

export interface CompiledModel {
  readonly scenarioId: string;
  readonly planId: string;
  readonly start: IsoDate;
  /** The calendar months the run touches, the first of them partial where the start is not the 1st. */
  readonly months: readonly IsoMonth[];
  /** Columns of one month in a future's row. */
  readonly columns: readonly string[];
  readonly clock: CompiledClock;
  readonly demand: CompiledDemand;
  readonly pathway: CompiledPathway;
  readonly held: CompiledHeldWork;
  readonly workforce: CompiledWorkforce;
  readonly levers: CompiledLevers;
  readonly money: CompiledMoney;
  readonly declared: readonly CompiledDeclared[];
  readonly today: CompiledToday | null;
  /** Points of the fitted ridge; future f takes point f modulo their number, so that every run of futures is balanced over them. */
  readonly points: readonly CompiledPoint[];
  /** The same for models whose warm states are the same: it stands for all that the warm-up depends on. */
  readonly warmKey: string;
  /** Warm states: how many, from which point each. */
  readonly warmPoints: readonly number[];
  /** States of the same stratum differ by luck alone, so that their differences tell the error of having few. */
  readonly warmStrata: readonly number[];
  /** The worlds of the warm states under a seed of their own, where the scenario names them; else they are numbered under the run's. */
  readonly warmWorlds: { readonly seed: number; readonly worlds: readonly number[] } | null;
}

export interface CompiledClock {
  readonly dayMinutes: number;
  readonly days: number;
  readonly firstDay: number;
  readonly workingDaysPerYear: number;
  /** Calendar day number of each working day. */
  readonly civil: Int32Array;
  /** Month of the run each working day lies in; negative in the warm-up. */
  readonly month: Int32Array;
  /** 1 on the last working day of its month. */
  readonly monthEnd: Uint8Array;
  /** 1 on the first working day of its month. */
  readonly monthStart: Uint8Array;
  /** By stage (see STAGE): limits in working days for work started on that day. */
  readonly limits: readonly Int32Array[];
  /** 1 on days on which a referral leads to one single assessment. */
  readonly single: Uint8Array;
}

/** Stages of an assessment, in the order of all tables by stage. */
export const STAGE = { initial: 0, core: 1, single: 2, enquiry: 3 } as const;

export interface CompiledDemand {
  readonly startOfDay: boolean;
  /** Expected referrals by working day at level 1, first-time and returning; season, weekday, trend, shocks and the plan's levers in it. */
  readonly intensity: Float64Array;
  readonly gap: Float64Array;
  readonly monthLevel: Float64Array;
  /** Doubt about the level after the start; null where doubt is off. */
  readonly yearLevel: Float64Array | null;
  readonly marginalNeed: number;
  /** Of 16-bit uniforms, thresholds below which a family has one, at most two, at most three children; more have four. */
  readonly familySizes: readonly [number, number, number];
  /** Children in a family, mean. */
  readonly familyMean: number;
  /** Working days from closing to coming back, of those who come back. */
  readonly returnLag: Float64Array;
  /** How much likelier a return is for each share of effort that pressure cut, and after closing without an assessment (a factor). */
  readonly earlyClosure: number;
  readonly unassessedClosure: number;
  /** Part of the assessment teams' day that screening may take, and referrals whose decision is ready within a day (threshold). */
  readonly dutyShare: number;
  readonly decidedNextDay: number;
}

export interface CompiledPathway {
  /** By stage: limits of the measures, the notice's own days whatever the regime. */
  readonly measureDays: readonly number[];
  /** By stage: mean minutes of effort, and points on a caseload. */
  readonly minutes: readonly number[];
  readonly points: readonly number[];
  /** By stage: the queue its work waits in. */
  readonly pools: readonly number[];
  /** Pools there are. */
  readonly poolCount: number;
  readonly screeningMinutes: number;
  /** Thresholds on the scale of 32-bit uniforms. */
  readonly goesOnAtBaseline: number;
  readonly urgent: number;
  /** 1 where urgent work interrupts what is on a desk; 0 where it goes first in the queue only. */
  readonly interrupts: 0 | 1;
  readonly section47AtReferral: number;
  readonly section47After: number;
  /** Of initial assessments without section 47 enquiries. */
  readonly initialToCore: number;
  readonly initialToCin: number;
  readonly coreToCp: number;
  readonly coreToLac: number;
  readonly coreToCin: number;
  readonly singleToCin: number;
  readonly singleToLac: number;
  readonly toConference: number;
  readonly toPlan: number;
  /** Minutes to prepare, attend and write up an initial child protection conference. */
  readonly conferenceMinutes: number;
  readonly coreClock: 'initial-end' | 'section-47-decision' | 'allocation';
  readonly effort: Float64Array;
  /** 1 where effort is exponential instead of the table. */
  readonly effortExponential: boolean;
  readonly elapsedEarliest: number;
  readonly signOffPerManagerDay: number;
  readonly signOffManagers: number;
  readonly handoverMinutes: number;
  readonly transferMinutes: number;
  readonly kappa: number;
  readonly pressureFloor: number;
  readonly valve: number;
  readonly valveFromDays: number;
  readonly valveFloor: number;
  readonly queueOrder: 'oldest-first' | 'newest-first' | 'nearest-deadline-first';
}

export interface CompiledHeldWork {
  /** By kind: 0 child in need, 1 child protection, 2 looked after. */
  readonly stock: readonly number[];
  /** Working days before work begun with the warm-up ends in plans; the opening stock lasts so much longer. */
  readonly pipelineDays: readonly number[];
  /** By kind: points on a caseload. */
  readonly points: readonly number[];
  /** Minutes a working day for each plan held, reviews included, before the point's scale. */
  readonly minutesPerDay: readonly number[];
  /** Quantile tables of lifetimes in working days. */
  readonly lifetime: readonly Float64Array[];
  /** Quantile tables of remaining lifetimes, for plans open when the warm-up begins. */
  readonly remaining: readonly Float64Array[];
  readonly cpReviewBooking: number;
  /** Reviews and conferences the chairs can hold a working day, and each of them where they are a team of their own. */
  readonly chairsPerDay: number;
  readonly reviewsPerChairDay: number;
}

/** What the plan's levers are worth, by month of the run. */
export interface CompiledLevers {
  /** Threshold: referrals that go on to an initial assessment. */
  readonly goesOn: Float64Array;
  readonly leavingFactor: Float64Array;
  readonly agencyCover: Float64Array;
  readonly hoursFactor: Float64Array;
  /** By team: the caseload ceiling against the team's own as now, as a factor. */
  readonly ceilings: readonly Float64Array[];
  /** Extra posts by what the team holds: assessments, plans, sign-off, nothing, reviews. */
  readonly posts: readonly Float64Array[];
  readonly strikeWorkers: Float64Array;
  /** Threshold: ending assignments that become permanent. */
  readonly conversion: Float64Array;
  /** Share of overdue waiting assessments closed without an assessment at the beginning of the month. */
  readonly closeUnassessed: Float64Array;
  /** Lifetimes of child in need plans opened in the month, as a factor. */
  readonly stepDown: Float64Array;
  /** Threshold: workers who leave late assessments to the last. */
  readonly lateLast: Float64Array;
  /** Section 47 enquiries against the baseline, as a factor. */
  readonly section47: Float64Array;
  /** Weight from 0 (as fitted) to 1 (the plan's value), and the plan's value. */
  readonly reviewBookingWeight: Float64Array;
  readonly reviewBooking: number;
  readonly participationWeight: Float64Array;
  readonly participation: number;
}

export interface CompiledMoney {
  /** Cost a month of a permanent worker and of an agency worker, by grade (see GRADES_OF_STAFF). */
  readonly permanentPerMonth: readonly number[];
  readonly agencyPerMonth: readonly number[];
  readonly perHire: number;
  /** Cost a month of the plan's retention for each member of staff, by month. */
  readonly retention: Float64Array;
  /** Cost a month of hours freed for each case holder, by month. */
  readonly hoursFreed: Float64Array;
  /** Agency workers at the start and what one costs a month; the uplift applies to those beyond it, to retention and to hours freed. */
  readonly baselineAgency: number;
  readonly uplift: number;
}

/** What is known of the morning of the start; null where nothing is, and the equilibrium stands. */
export interface CompiledToday {
  /** Open assessments by stage (see STAGE) and age in working days, both ends included. */
  readonly assessments: readonly {
    readonly stage: number;
    readonly fromAge: number;
    readonly toAge: number;
    readonly open: number;
    /** Of them those without a worker; null for as many as find no room. */
    readonly unallocated: number | null;
  }[];
  /** Plans held, by kind: in need, protection, looked after. */
  readonly plans: readonly (number | null)[];
  readonly workers: readonly {
    readonly team: number;
    readonly permanent: number | null;
    readonly newlyQualified: number | null;
    readonly agency: number | null;
    readonly away: number | null;
  }[];
}

export interface CompiledDeclared {
  readonly column: string;
  readonly base: number;
  /** Change accumulated by month under the plan, for the lowest, middle and highest belief. */
  readonly low: Float64Array;
  readonly middle: Float64Array;
  readonly high: Float64Array;
  readonly cohort: number;
  readonly normal: Float64Array;
}

export interface CompiledPoint {
  /** By stage: elapsed time as a share of the limit, quantile tables. */
  readonly elapsed: readonly Float64Array[];
  readonly effortScale: number;
  /** Threshold: workers who work nearest deadline first. */
  readonly deadlineFirst: number;
  readonly planEffortScale: number;
  readonly reviewBooking: number;
  readonly participation: number;
  /** Share of closed cases that come back within two years, and of referrals that are not such returns. */
  readonly returnShare: number;
  readonly firstTimeShare: number;
}
