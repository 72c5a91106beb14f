/** The search at one point of the ridge: what has been tried, what was learnt from it, what is to be tried next. */
import type { FittedPoint } from '../model/index';
import { standardError, type Figure, type Reading } from './figures';
import { boundedStep, learn, toFourDecimals, type Slopes, type Step } from './newton';
import type { Axis, Fitted, Mover } from './unknowns';

/** Shares nearer than this are the same figure, however small their error. */
export const CLOSE_ENOUGH = 0.004;
/** A move shorter than this, in first steps, is none. */
const NO_MOVE = 0.01;
/** A trial worse than the best by this factor went too far. */
const TOO_FAR = 1.3;
const LEAST_REACH = 0.25;

/** What is fitted: the unknowns with their figures, and the figures as they are read. */
export interface Problem {
  readonly fitted: readonly Fitted[];
  readonly figures: readonly Figure[];
  /** The fitted figures' places among the figures. */
  readonly at: readonly number[];
  readonly axes: readonly Axis[];
}

export interface Trial {
  readonly point: FittedPoint;
  readonly reading: Reading;
  /** Simulated − observed, and what is close enough, by fitted figure. */
  readonly misses: readonly number[];
  readonly close: readonly number[];
  /** The largest miss in units of what is close enough; at most 1 where the point fits. */
  readonly worst: number;
}

export interface PointSearch {
  /** Its worlds are numbered from here on. */
  readonly firstWorld: number;
  readonly movers: readonly Mover[];
  readonly slopes: Slopes;
  /** The best trial so far, which is given out in the end, and the latest. */
  readonly best: Trial | null;
  readonly last: Trial | null;
  /** To be tried next; null where the point fits or nothing is left to be tried. */
  readonly next: FittedPoint | null;
  /** Share of the largest steps that is allowed. */
  readonly reach: number;
  readonly trials: number;
}

/** What a reading says about the fitted figures. */
export function judge({ figures, at }: Problem, point: FittedPoint, reading: Reading): Trial {
  // A figure that nothing was counted for is as far off as can be.
  const misses = at.map((i) => (Number.isNaN(reading.values[i]!) ? 1 : reading.values[i]! - figures[i]!.observed));
  const close = at.map((i) => Math.max(CLOSE_ENOUGH, standardError(reading, i)));
  return { point, reading, misses, close, worst: Math.max(0, ...misses.map((miss, i) => Math.abs(miss) / close[i]!)) };
}

/** The search after a trial of what was next. */
export function afterTrial(problem: Problem, search: PointSearch, trial: Trial): PointSearch {
  const { last, movers } = search;
  const slopes = last ? learn(search.slopes, movers, last, trial) : search.slopes;
  const tooFar = search.best !== null && trial.worst > TOO_FAR * search.best.worst;
  const best = search.best === null || trial.worst < search.best.worst ? trial : search.best;
  const reach = tooFar ? Math.max(LEAST_REACH, search.reach / 2) : Math.min(1, search.reach * 1.5);
  const after = { ...search, slopes, best, last: trial, reach, trials: search.trials + 1, next: null };
  return trial.worst <= 1 ? after : withNext(problem, after);
}

/** The search with the next step from the best trial; with none where the step would not move. */
export function withNext(problem: Problem, search: PointSearch): PointSearch {
  const { best } = search;
  if (!best) return search;
  const { movers, slopes, step } = stepFrom(problem, search, best);
  return { ...search, movers, slopes, next: step.length < NO_MOVE ? null : step.point };
}

/**
 * A bounded step; where an unknown would have to go beyond its upper bound and something else can be moved instead, from
 * then on that is.
 */
export function stepFrom(
  { fitted, at, figures, axes }: Problem,
  { movers, slopes, reach }: Pick<PointSearch, 'movers' | 'slopes' | 'reach'>,
  from: Pick<Trial, 'point' | 'misses' | 'close'>,
): { readonly movers: readonly Mover[]; readonly slopes: Slopes; readonly step: Step } {
  const step = boundedStep(movers, slopes, from.point, from.misses, from.close, reach);
  const j = step.beyondHigh.find((i) => movers[i] === fitted[i]!.unknown && fitted[i]!.unknown.beyondHigh);
  const instead = j === undefined ? undefined : fitted[j]!.unknown.beyondHigh;
  if (j === undefined || !instead) return { movers, slopes, step };
  const { key, high } = movers[j]!;
  const axis = axes.find((one) => one.key === instead.key);
  const rows = slopes.rows.map((row, i) => {
    const mine = axis && figures[at[i]!]!.id === axis.figure;
    const slope = mine ? byArrangement(from.misses[i]! + figures[at[i]!]!.observed, from.point[axis.key]) : 0;
    return row.map((old, column) => (column === j ? slope : old));
  });
  const swapped = movers.map((mover, i) => (i === j ? instead : mover));
  const learnt = { rows, measured: rows.map((row, i) => row[i]!) };
  const point = { ...from.point, [key]: high };
  const again = boundedStep(swapped, learnt, point, from.misses, from.close, reach);
  return { movers: swapped, slopes: learnt, step: again };
}

/**
 * Slope of a figure by what ample staff would achieve. Work and arrangements must both be in time, and are nearly
 * independent of each other: the figure is nearly proportional.
 */
export function byArrangement(figure: number, arrangement: number): number {
  return Math.max(0.05, figure) / Math.max(0.05, arrangement);
}

/** A point with the values of the movers as they will be written. */
export function rounded(point: FittedPoint, movers: readonly Mover[]): FittedPoint {
  const next = { ...point };
  for (const { key, low, high } of movers) next[key] = toFourDecimals(Math.max(low, Math.min(high, point[key])));
  return next;
}
