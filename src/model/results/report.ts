/**
 * The report: what the command line prints as JSON and the page shows. Shares run from 0 to 1; a month
 * without a value is null; arrays run over `months`. Changed only by adding.
 */
import type { Failure } from '../failure';
import type { MeasureUnit, Polarity } from '../measures/definition';
import type { IsoDate, IsoMonth } from '../units';
import type { ScorecardLine } from './scorecard';

export type Series = readonly (number | null)[];

export interface MeasureSummary {
  readonly label: string;
  readonly unit: MeasureUnit;
  readonly polarity: Polarity;
  readonly code: string | null;
  readonly mean: Series;
  readonly p10: Series;
  readonly p25: Series;
  readonly p50: Series;
  readonly p75: Series;
  readonly p90: Series;
  /** Futures with a value, month by month. */
  readonly futures: readonly number[];
}

export interface BaseRate {
  readonly probability: number;
  readonly n: number;
  readonly text: string;
}

/** The chance of one target at one review date, due or watched. */
export interface ReviewChance {
  readonly review: IsoDate;
  readonly probability: number | null;
  readonly standardError: number | null;
  readonly interval: readonly [number, number] | null;
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
}

export interface TargetSummary {
  readonly id: string;
  readonly label: string;
  readonly code: string | null;
  readonly measure: string;
  readonly basis: string;
  /** The basis and its period in words: "cumulative, April 2009 to February 2010". */
  readonly basisText: string;
  readonly due: IsoDate | null;
  readonly threshold: number;
  readonly direction: 'at-least' | 'at-most';
  readonly unit: MeasureUnit;
  /** The source sets no such number. */
  readonly illustrative?: true;
  readonly probability: number | null;
  readonly standardError: number | null;
  readonly interval: readonly [number, number] | null;
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  /**
   * The standard error and interval with the luck of the few warm states in them, where that is more than the plain
   * ones say; null where it is not, and the plain ones hold.
   */
  readonly standardErrorStates?: number | null;
  readonly intervalStates?: readonly [number, number] | null;
  /** Futures with a value at the due date. */
  readonly futures: number;
  /** Mean denominator over the period, for the small-numbers rule; null for plain counts. */
  readonly denominator: number | null;
  /** Given that it is met when due, the chance of having stayed there in each of the next 3 and 6 months; null beyond the horizon. */
  readonly staying: Readonly<Record<string, number | null>>;
  readonly baseRate: BaseRate | null;
  /** The same target at every review, the basis cut off at the review's month. */
  readonly atReviews: readonly ReviewChance[];
  /** The same threshold counted on other bases at the due date. */
  readonly countedAnotherWay: readonly {
    readonly basis: string;
    readonly basisText: string;
    readonly probability: number | null;
    readonly p50: number | null;
  }[];
  /** Of a target without a date, the first month in which it is more likely met than not; null where there is none, and for dated targets. */
  readonly firstLikelyMonth?: IsoMonth | null;
}

export interface ReviewSummary {
  readonly date: IsoDate;
  readonly targets: readonly string[];
  readonly watched: readonly string[];
  readonly probabilityAll: number | null;
  readonly standardError: number | null;
  readonly interval: readonly [number, number] | null;
  /** As of a target. */
  readonly standardErrorStates?: number | null;
  readonly intervalStates?: readonly [number, number] | null;
  /** Share of futures meeting 0, 1, 2, … of the due targets. */
  readonly metCounts: readonly number[];
  /** The due target missed in most futures, with the share of futures missing it. */
  readonly mostMissed: { readonly id: string; readonly share: number } | null;
}

export interface CostSummary {
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export interface PlanReport {
  readonly id: string;
  readonly name: string;
  /** Of council, notice and plan: 16 hexadecimal digits. */
  readonly fingerprint: string;
  readonly measures: Readonly<Record<string, MeasureSummary>>;
  readonly targets: readonly TargetSummary[];
  readonly reviews: readonly ReviewSummary[];
  readonly cost: Readonly<Record<string, CostSummary>>;
  /** Each target at each review, for the scorecard. */
  readonly scorecard?: readonly ScorecardLine[];
  /** By measure that has a target, the first 12 futures month by month, as they are. */
  readonly samples?: Readonly<Record<string, readonly Series[]>>;
  /** For each measure that has a target, the month in which the plan looks worst. */
  readonly worstMonths?: readonly WorstMonth[];
  /** The chance that the plan ever leaves what must never happen happen. */
  readonly floors?: readonly SafetyFloor[];
  readonly failures: readonly Failure[];
}

/** The month whose median is the worst of the run, and how far it lies below the first month: plans dip before they help. */
export interface WorstMonth {
  readonly measure: string;
  readonly direction: 'at-least' | 'at-most';
  readonly month: IsoMonth;
  readonly p10: number | null;
  readonly p50: number;
  readonly p90: number | null;
  /** The first month with a value, and its median. */
  readonly firstMonth: IsoMonth;
  readonly firstP50: number;
  /** How much worse than the first month, in the measure's unit, 0 or more. */
  readonly worse: number;
}

/** The chance that a floor is broken in any month of the run. */
export interface FloorChance {
  /** Null where no future has a value in any month. */
  readonly probability: number | null;
  readonly standardError: number | null;
  readonly interval: readonly [number, number] | null;
  readonly standardErrorStates: number | null;
  readonly intervalStates: readonly [number, number] | null;
  /** Futures with a value in some month. */
  readonly futures: number;
  /** The month in which the floor is broken in most futures, the earliest of several, and their share; null where it never is. */
  readonly peak: { readonly month: IsoMonth; readonly share: number } | null;
}

export interface SafetyFloor extends FloorChance {
  readonly measure: string;
  readonly label: string;
  readonly unit: MeasureUnit;
  /** The floor holds while the measure is at least, or at most, the level at the end of every month. */
  readonly direction: 'at-least' | 'at-most';
  readonly level: number;
  /** Where the level comes from, in words. */
  readonly levelText: string;
}

export interface Comparison {
  readonly a: string;
  readonly b: string;
  readonly target: string;
  readonly aBetter: number;
  readonly same: number;
  readonly bBetter: number;
  /** Chance under b less chance under a, on the same futures. */
  readonly difference: number;
  /** Paired standard error of the difference. */
  readonly standardError: number;
}

/** As a comparison on one target, of all targets due at a review: better is to meet more of them. */
export interface ReviewComparison extends Omit<Comparison, 'target'> {
  readonly review: IsoDate;
}

/** What plan b costs beyond plan a over these financial years, on the same futures. */
export interface CostComparison extends CostSummary {
  readonly a: string;
  readonly b: string;
  readonly years: readonly string[];
}

export interface CalibrationLine {
  readonly measure: string;
  readonly observed: number;
  readonly simulated: number | null;
  readonly tolerance: number;
  readonly ok: boolean;
}

/** What was reported for a later month, never an input, beside what is simulated for that month. */
export interface OutcomeLine {
  readonly measure: string;
  readonly label: string;
  readonly unit: MeasureUnit;
  readonly month: IsoMonth;
  readonly reported: number;
  readonly source: string;
  readonly grade: string;
  readonly note: string | null;
  /** Every plan of the report; null where it has no value in that month. */
  readonly plans: readonly {
    readonly plan: string;
    readonly p10: number | null;
    readonly p50: number | null;
    readonly p90: number | null;
  }[];
}

/** Where the spread of a target's measure at its due date comes from, over the futures of the first plan. */
export interface SpreadLine {
  readonly measure: string;
  readonly target: string;
  /** Shares of the variance, adding to 1; null where they cannot be told. */
  readonly chance: number | null;
  readonly doubt: number | null;
  /** Standard error of the mean from the finite number of futures, in the unit of the measure. */
  readonly simulation: number | null;
  /** The same with the luck of the few warm states in it, where that is more. */
  readonly simulationStates: number | null;
  readonly label: string;
  readonly unit: MeasureUnit;
  readonly plan: string;
  readonly basis: string;
  readonly basisText: string;
  /** The due date; of a target without one, the last review. */
  readonly date: IsoDate;
  /** Of the share of chance, and of that of doubt. */
  readonly standardError: number | null;
  readonly mean: number | null;
  readonly sd: number | null;
  /** Futures with a value, and those of them that have an echo with one. */
  readonly futures: number;
  readonly pairs: number;
}

/** Whether a measure varies from year to year, as now, about as much as it does in real councils. */
export interface BelievableLine {
  readonly measure: string;
  readonly label: string;
  readonly unit: MeasureUnit;
  /** Standard deviation of the one-year change, over the futures and over real councils, and the first ÷ the second. */
  readonly simulated: number | null;
  readonly observed: number;
  readonly ratio: number | null;
  /** Futures with a value in both years. */
  readonly futures: number;
  readonly source: string;
  readonly grade: string;
  readonly note: string | null;
}

export interface Report {
  readonly appVersion: string;
  readonly modelVersion: string;
  readonly schemaVersion: number;
  readonly scenario: { readonly id: string; readonly name: string };
  readonly seed: number;
  readonly futures: number;
  readonly horizonMonths: number;
  readonly start: IsoDate;
  readonly months: readonly IsoMonth[];
  readonly plans: readonly PlanReport[];
  readonly comparisons: readonly Comparison[];
  /** Every pair of plans at every review at which something falls due. */
  readonly reviewComparisons?: readonly ReviewComparison[];
  /** Every pair of plans: one line for each financial year, then one over all of them. */
  readonly costComparisons?: readonly CostComparison[];
  readonly calibration: readonly CalibrationLine[];
  /** Only where the scenario knows of later figures. */
  readonly outcomes?: readonly OutcomeLine[];
  /** For each target; empty where no echoes were run. */
  readonly spread: readonly SpreadLine[];
  /** Only where as-now was run for at least 24 months. */
  readonly believable?: readonly BelievableLine[];
  /** True where parameter doubt was switched off, so that chances count luck alone. */
  readonly onlyChance?: boolean;
  readonly timing: { readonly seconds: number; readonly futuresPerSecond: number; readonly workers: number };
}
