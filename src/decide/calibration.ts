/** What a calibration finds, as plain data. Shares are fractions from 0 to 1; standard errors are those of the simulation alone. */
import type { FittedPoint } from '../model/index';
import type { Draw } from './draws';

/** One value of a fitted point. */
export interface FittedValue {
  readonly key: keyof FittedPoint;
  readonly label: string;
  readonly value: number;
  /** How far the luck of the point's worlds may have moved it; null where it sits on a bound or cannot be told apart. */
  readonly standardError: number | null;
  /** The bound it sits on. */
  readonly bound: 'low' | 'high' | null;
  /** The figure it answers for. */
  readonly figure: string;
}

/** A figure as simulated. */
export interface Simulated {
  /** Null where nothing was there to be counted. */
  readonly value: number | null;
  readonly standardError: number | null;
  readonly ok: boolean;
}

export interface PointFigure extends Simulated {
  readonly id: string;
  /** What is close enough: 0.004 or the standard error of the point's own worlds, whichever is larger. */
  readonly close: number;
  /** Whether an unknown answers for it; otherwise it is only looked at. */
  readonly fitted: boolean;
}

export interface PointFit {
  readonly point: FittedPoint;
  readonly values: readonly FittedValue[];
  readonly figures: readonly PointFigure[];
  /** Whether every fitted figure is close enough. */
  readonly converged: boolean;
  readonly trials: number;
}

/** A stated figure over the whole ridge. */
export interface RidgeFigure {
  readonly id: string;
  readonly label: string;
  /** A share from 0 to 1; otherwise a count. */
  readonly share: boolean;
  readonly fitted: boolean;
  readonly observed: number;
  readonly tolerance: number;
  /** Mean over the ridge on the worlds of the fit, and on other worlds that the fit has not seen. */
  readonly simulated: Simulated;
  readonly check: Simulated;
}

/** Two unknowns whose errors go together. */
export interface Together {
  readonly a: keyof FittedPoint;
  readonly b: keyof FittedPoint;
  /** Mean over the points where both are fitted. */
  readonly correlation: number;
}

export interface ToldApart {
  readonly pairs: readonly Together[];
  /**
   * Of the slopes at the middle point, figures in what is close enough and unknowns in first steps: about how much farther
   * an unknown may go astray in the worst direction than in the best. Null for no bound at all.
   */
  readonly conditionNumber: number | null;
}

/** What lateness at the baseline is laid to, at one stage. Shares of the assessments that are late. */
export interface Identification {
  readonly stage: string;
  readonly figure: string;
  readonly late: number;
  /** Late even with ample staff, because of how the work is arranged: mean, lowest and highest point of the ridge. */
  readonly arrangements: { readonly mean: number; readonly low: number; readonly high: number };
  /** The rest: too few hands. */
  readonly capacity: { readonly mean: number; readonly low: number; readonly high: number };
}

/** How far a figure moves in further years with all inputs held still, from the baseline year of the same worlds. */
export interface Stationarity {
  readonly id: string;
  readonly label: string;
  readonly share: boolean;
  readonly years: readonly {
    /** 1 for the first year after the baseline year. */
    readonly year: number;
    readonly drift: number;
    readonly standardError: number;
    readonly ok: boolean;
  }[];
  readonly ok: boolean;
}

/** What councils' own history says about change from year to year. */
export interface SpreadHistory {
  readonly measures: readonly string[];
  /** Standard deviation of the change of a council's figure from one year to the next. */
  readonly sd: number;
  readonly note: string | null;
}

/** How much a timeliness figure differs by luck alone, inputs held still. */
export interface Spread {
  readonly id: string;
  readonly label: string;
  /** Standard deviation of one year's figure between worlds of the same point. */
  readonly betweenWorlds: number;
  /** Standard deviation of the change from one year to the next in the same world, with its standard error. */
  readonly yearToYear: number;
  readonly standardError: number;
  /** The history for this measure; null where there is none. */
  readonly history: SpreadHistory | null;
  /** At most what history shows; null without history. */
  readonly ok: boolean | null;
}

/** One value of the pressure response that was tried. */
export interface PressureTrial {
  readonly kappa: number;
  readonly converged: boolean;
  readonly spread: readonly Spread[];
  /** Whether every spread with a history is at most that. */
  readonly ok: boolean;
}

export interface Calibration {
  /** Every fitted figure of every point is close enough. */
  readonly converged: boolean;
  /** The fitted points, ready for the scenario. */
  readonly points: readonly FittedPoint[];
  readonly fits: readonly PointFit[];
  /** What is known after one year with its luck: points with the worlds from which futures start. */
  readonly draws: readonly Draw[];
  readonly seed: number;
  readonly figures: readonly RidgeFigure[];
  /** Unknowns that keep their value, and why. */
  readonly kept: readonly { readonly key: keyof FittedPoint; readonly value: number; readonly why: string }[];
  readonly notToldApart: ToldApart;
  readonly identification: readonly Identification[];
  readonly stationarity: readonly Stationarity[];
  readonly spread: readonly Spread[];
  readonly pressureKappa: number;
  /** Values of the pressure response tried, where it was fitted too. */
  readonly pressure: readonly PressureTrial[] | null;
  /** What could not be fitted, told apart or held still, in sentences; empty where all is well. */
  readonly doubts: readonly string[];
  readonly method: string;
  readonly worlds: { readonly aPoint: number; readonly all: number; readonly checkAPoint: number };
  readonly spent: { readonly trials: number; readonly worldYears: number };
}
