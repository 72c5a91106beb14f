/**
 * The compiled model: numbers and typed arrays only, so that it can be sent to a worker, stored and fingerprinted.
 * Time is in working-day indices and whole minutes; day 0 is the first day of the warm-up, `clock.firstDay` the
 * first working day of the run. Arrays "by month" run over the run's months.
 */
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
  /** Points of the fitted ridge; future f takes point f modulo their number, so that every run of futures is balanced over them. */
  readonly points: readonly CompiledPoint[];
  /** The same for models whose warm states are the same: it stands for all that the warm-up depends on. */
  readonly warmKey: string;
  /** Warm states: how many, from which point each. */
  readonly warmPoints: readonly number[];
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
  /** Limits in working days for work started on that day. */
  readonly initialLimit: Int32Array;
  readonly coreLimit: Int32Array;
}

export interface CompiledDemand {
  readonly startOfDay: boolean;
  /** Expected referrals by working day at level 1, season, weekday and the plan's referral lever in it. */
  readonly intensity: Float64Array;
  readonly gap: Float64Array;
  readonly monthLevel: Float64Array;
  /** Doubt about the level after the start; null where doubt is off. */
  readonly yearLevel: Float64Array | null;
  readonly marginalNeed: number;
}

export interface CompiledPathway {
  /** Limits of the measures, the notice's own days whatever the regime. */
  readonly initialMeasureDays: number;
  readonly coreMeasureDays: number;
  readonly screeningMinutes: number;
  /** Thresholds on the scale of 32-bit uniforms. */
  readonly goesOnAtBaseline: number;
  readonly initialToCore: number;
  readonly initialToCin: number;
  readonly coreToCp: number;
  readonly coreToLac: number;
  readonly coreToCin: number;
  readonly initialMinutes: number;
  readonly coreMinutes: number;
  readonly effort: Float64Array;
  /** 1 where effort is exponential instead of the table. */
  readonly effortExponential: boolean;
  readonly elapsedEarliest: number;
  readonly signOffPerManagerDay: number;
  readonly signOffManagers: number;
  readonly handoverMinutes: number;
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
  /** Minutes a working day for each plan held, reviews included, before the point's scale. */
  readonly minutesPerDay: readonly number[];
  /** Quantile tables of lifetimes in working days. */
  readonly lifetime: readonly Float64Array[];
  /** Quantile tables of remaining lifetimes, for plans open when the warm-up begins. */
  readonly remaining: readonly Float64Array[];
  readonly cpReviewBooking: number;
  /** Reviews the chairs can hold a working day. */
  readonly chairsPerDay: number;
}

export interface CompiledTeam {
  readonly id: string;
  /** 0 assessments, 1 plans, 2 sign-off, 3 none. */
  readonly holds: 0 | 1 | 2 | 3;
  readonly posts: number;
  readonly inPost: number;
  readonly ceiling: number;
}

export interface CompiledWorkforce {
  readonly teams: readonly CompiledTeam[];
  readonly maxWorkers: number;
  readonly maxSlots: number;
  /** Chance of leaving in a month, by service band (years 1–2, 3–5, later), at the baseline leaving rate. */
  readonly leavingByBand: readonly [number, number, number];
  /** Added monthly chance of leaving for each case above the team's baseline load. */
  readonly caseloadEffect: number;
  /** Quantile table of months of service at the baseline. */
  readonly service: Float64Array;
  /** Of starters in teams that hold cases at the baseline, the threshold for being newly qualified; in the warm-up they come evenly over the year. */
  readonly newlyQualifiedAmongStarters: number;
  /** Workers with more cases than this are counted. */
  readonly caseloadOver: number;
  readonly newlyQualifiedShare: number;
  readonly newlyQualifiedSupervisionMinutes: number;
  readonly rampDays: number;
  readonly leadDays: readonly [number, number];
  readonly agencyCover: number;
  readonly agencyLeadDays: number;
  readonly agencyAssignmentDays: number;
  readonly agencyMarketPerWeek: number;
  /** Mean working days between the end of a spell of sickness and the next. */
  readonly absenceGapDays: number;
  readonly longSpellShare: number;
  readonly shortSpellDays: number;
  readonly longSpellDays: number;
  /** Minutes of a full worker's day left for work, leave and training taken off. */
  readonly workMinutes: number;
  /** Pipeline: campaigns from `pipelineMonths` before the start on; Poisson thresholds by campaign month, index 0 the earliest. */
  readonly pipelineMonths: number;
  readonly hireThresholds: readonly Float64Array[];
  /** Newly qualified: working day of each September start in the run, size of the cohort offered, chance that each arrives. */
  readonly cohorts: readonly { readonly day: number; readonly size: number; readonly arrives: number }[];
}

/** What the plan's levers are worth, by month of the run. */
export interface CompiledLevers {
  /** Threshold: referrals that go on to an initial assessment. */
  readonly goesOn: Float64Array;
  readonly leavingFactor: Float64Array;
  readonly agencyCover: Float64Array;
  readonly hoursFactor: Float64Array;
  readonly assessmentCeiling: Float64Array;
  readonly planCeiling: Float64Array;
  readonly assessmentPosts: Float64Array;
  readonly longerTermPosts: Float64Array;
  /** Weight from 0 (as fitted) to 1 (the plan's value), and the plan's value. */
  readonly reviewBookingWeight: Float64Array;
  readonly reviewBooking: number;
  readonly participationWeight: Float64Array;
  readonly participation: number;
}

export interface CompiledMoney {
  readonly permanentPerMonth: number;
  readonly newlyQualifiedPerMonth: number;
  readonly agencyPerMonth: number;
  readonly perHire: number;
  /** Cost a month of the plan's retention for each member of staff, by month. */
  readonly retention: Float64Array;
  /** Cost a month of hours freed for each case holder, by month. */
  readonly hoursFreed: Float64Array;
  /** Agency workers at the start; the uplift applies to those beyond it, to retention and to hours freed. */
  readonly baselineAgency: number;
  readonly uplift: number;
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
  /** Elapsed time as a share of the limit, quantile tables. */
  readonly elapsedInitial: Float64Array;
  readonly elapsedCore: Float64Array;
  readonly effortScale: number;
  /** Threshold: workers who work nearest deadline first. */
  readonly deadlineFirst: number;
  readonly planEffortScale: number;
  readonly reviewBooking: number;
  readonly participation: number;
}
