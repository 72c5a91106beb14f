/** The search at one point of the ridge: what has been tried, what was learnt from it, what is to be tried next. */
import type { FittedPoint } from '../model/index';
import { changeBetween, standardError, type Figure, type Reading } from './figures';
import { boundedStep, learn, toFourDecimals, type Slopes, type Slot } from './newton';
import type { Axis, Fitted } from './unknowns';

/** Shares nearer than this are the same figure, however small their error. */
export const CLOSE_ENOUGH = 0.004;
/** A move shorter than this, in first steps, is none. */
const NO_MOVE = 0.01;
/** Bounds of the factor on the largest steps: more after a step that helped, less after one that did not. */
const LEAST_REACH = 0.25;
const MOST_REACH = 3;

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
  /** By fitted figure. */
  readonly slots: readonly Slot[];
  readonly slopes: Slopes;
  /** The best trial so far: from it the next step is taken, and in the end it is given out. */
  readonly best: Trial | null;
  /** To be tried next; null where the point fits or nothing is left to be tried. */
  readonly next: FittedPoint | null;
  /** Factor on the largest steps. */
  readonly reach: number;
  readonly trials: number;
}

/** The slots of a point of the ridge: what is moved beyond an unknown begins at the axis' value there. */
export function slotsAt({ fitted }: Problem, axes: Pick<FittedPoint, Axis['key']>): Slot[] {
  return fitted.map(({ unknown }) => {
    const { beyondHigh } = unknown;
    return { unknown, beyond: beyondHigh ? { ...beyondHigh, high: axes[beyondHigh.key] } : null };
  });
}

/** What a reading says about the fitted figures. */
export function judge({ figures, at }: Problem, point: FittedPoint, reading: Reading): Trial {
  // A figure that nothing was counted for is as far off as can be.
  const misses = at.map((i) => (Number.isNaN(reading.values[i]!) ? 1 : reading.values[i]! - figures[i]!.observed));
  const close = at.map((i) => Math.max(CLOSE_ENOUGH, standardError(reading, i)));
  return { point, reading, misses, close, worst: Math.max(0, ...misses.map((miss, i) => Math.abs(miss) / close[i]!)) };
}

/**
 * Whether a trial misses less than another, all figures together, each in the larger of the two units of what is close
 * enough. By the largest miss alone a figure out of reach would be the only one that counts.
 */
function isBetter(trial: Trial, than: Trial): boolean {
  const unit = trial.close.map((close, i) => Math.max(close, than.close[i]!));
  const missed = ({ misses }: Trial): number => misses.reduce((sum, miss, i) => sum + Math.abs(miss) / unit[i]!, 0);
  return missed(trial) < missed(than);
}

/** The search after a trial of what was next. */
export function afterTrial({ at }: Problem, search: PointSearch, trial: Trial): PointSearch {
  const { best: before, slots, trials } = search;
  const slopes = before
    ? learn(slots, search.slopes, before.point, trial.point, changes(at, before, trial))
    : search.slopes;
  const better = before === null || isBetter(trial, before);
  const reach = better ? Math.min(MOST_REACH, search.reach * 1.5) : Math.max(LEAST_REACH, search.reach / 2);
  const best = better ? trial : before;
  const after = { ...search, slopes, best, reach, trials: trials + 1, next: null };
  const lost = !better && search.reach <= LEAST_REACH;
  return best.worst <= 1 || lost ? after : withNext(after);
}

function changes(at: readonly number[], before: Trial, after: Trial) {
  return at.map((figure) => changeBetween(before.reading, after.reading, figure));
}

/** The search with the next step from the best trial; with none where nothing is left that could be fitted better. */
export function withNext(search: PointSearch): PointSearch {
  const { best, slots, slopes, reach } = search;
  if (!best) return search;
  const step = boundedStep(slots, slopes, best, reach);
  const reached = best.misses.every((miss, i) => step.stuck.includes(i) || Math.abs(miss) <= best.close[i]!);
  const over = step.length < NO_MOVE || (reached && step.stuck.length > 0);
  return { ...search, next: over ? null : step.point };
}

/**
 * Slope of a figure by what ample staff would achieve. Work and arrangements must both be in time, and are nearly
 * independent of each other: the figure is nearly proportional.
 */
export function byArrangement(figure: number, arrangement: number): number {
  return Math.max(0.05, figure) / Math.max(0.05, arrangement);
}

/** A point with the values of its slots as they will be written. */
export function rounded(point: FittedPoint, slots: readonly Slot[]): FittedPoint {
  const next = { ...point };
  for (const mover of slots.flatMap(({ unknown, beyond }) => (beyond ? [unknown, beyond] : [unknown])))
    next[mover.key] = toFourDecimals(Math.max(mover.low, Math.min(mover.high, point[mover.key])));
  return next;
}
