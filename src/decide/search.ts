/**
 * The search for the points of the ridge. First the middle point alone is brought near, and the slopes of all figures by
 * all unknowns are measured there by finite differences; then all points move in lockstep, each from where the slopes
 * put it, each with its own Broyden updates. The same worlds (common random numbers) stand behind every trial of a point.
 */
import type { FittedPoint } from '../model/index';
import { standardError, type Reading } from './figures';
import type { Laboratory } from './laboratory';
import { toFourDecimals, type Slopes } from './newton';
import {
  afterTrial,
  byArrangement,
  CLOSE_ENOUGH,
  judge,
  rounded,
  stepFrom,
  withNext,
  type PointSearch,
  type Problem,
  type Trial,
} from './point-search';
import type { Mover } from './unknowns';

const MOST_STEPS_MIDDLE = 10;
const MOST_STEPS_RIDGE = 10;
/** The middle point need only come near: within so many times what is close enough. */
const NEAR = 3;
/** Moved by so many first steps from where the slopes were measured, the middle point has them measured again. */
const FAR = 4;
/** A cross effect counts from so many standard errors on; below, it is taken for luck. */
const CLEAR = 3;
/** Own slope where nothing could be measured: what a first step does, in units of what is close enough. */
const FAINT = 0.05;

export interface SearchInput {
  readonly lab: Laboratory;
  readonly problem: Problem;
  /** Where the search begins, and the axes' values at every point. */
  readonly from: FittedPoint;
  readonly ridge: readonly Partial<FittedPoint>[];
  /** Worlds of each point. */
  readonly worlds: number;
}

/** Fits every point of the ridge; in their order, each with a best trial. */
export async function searchRidge(input: SearchInput): Promise<readonly PointSearch[]> {
  const middle = await searchMiddle(input);
  let points: readonly PointSearch[] = input.ridge.map((axes, i) => startAt(input, middle, axes, i * input.worlds));
  for (let step = 0; step < MOST_STEPS_RIDGE && points.some(({ next }) => next); step++) {
    points = await tryNext(input, points);
  }
  return points.every(fits) && !evenlyFitted(input.problem, points) ? evenOut(input, points) : points;
}

const fits = ({ best }: PointSearch): boolean => best !== null && best.worst <= 1;

/** Looks at what is next, at every point that has a next. */
async function tryNext(
  { lab, problem, worlds }: SearchInput,
  points: readonly PointSearch[],
  stage: 'middle' | 'ridge' = 'ridge',
): Promise<PointSearch[]> {
  const asks = points.flatMap(({ next, firstWorld }) => (next ? [{ point: next, firstWorld }] : []));
  const readings = (await lab.look(asks, worlds, stage)).values();
  return points.map((search) => {
    if (!search.next) return search;
    const reading = readings.next().value as Reading;
    return afterTrial(problem, search, judge(problem, search.next, reading));
  });
}

/** What every point begins with: a trial that is near, and the slopes there by the unknowns themselves. */
interface Middle {
  readonly best: Trial;
  readonly movers: readonly Mover[];
  readonly slopes: Slopes;
}

/** The middle point of the ridge, brought near, with slopes measured near where it then is. */
async function searchMiddle(input: SearchInput): Promise<Middle> {
  const { from, ridge, problem, worlds } = input;
  const place = Math.floor((ridge.length - 1) / 2);
  const movers = problem.fitted.map(({ unknown }) => unknown);
  let search = await measure(input, movers, rounded({ ...from, ...ridge[place] }, movers), place * worlds);
  let measured = { at: search.best!.point, slopes: search.slopes };
  for (let step = 0; step < MOST_STEPS_MIDDLE && search.next && search.best!.worst > NEAR; step++) {
    [search] = (await tryNext(input, [search], 'middle')) as [PointSearch];
    const { best } = search;
    if (best && best.worst <= NEAR && search.movers === movers && distance(movers, measured.at, best.point) > FAR) {
      search = await measure(input, movers, best.point, place * worlds);
      measured = { at: best.point, slopes: search.slopes };
    }
  }
  // Other points may do without what had to be moved instead here, so they begin with the unknowns themselves.
  return { best: search.best!, movers, slopes: search.movers === movers ? search.slopes : measured.slopes };
}

function distance(movers: readonly Mover[], a: FittedPoint, b: FittedPoint): number {
  return Math.max(...movers.map(({ key, firstStep }) => Math.abs(a[key] - b[key]) / firstStep));
}

/** Looks at a point and at each unknown moved by its first step, on the same worlds. */
async function measure(
  { lab, problem, worlds }: SearchInput,
  movers: readonly Mover[],
  point: FittedPoint,
  firstWorld: number,
): Promise<PointSearch> {
  const moves = movers.map(({ key, high, firstStep }) => (point[key] + firstStep > high ? -firstStep : firstStep));
  const moved = movers.map(({ key }, j) => ({ ...point, [key]: toFourDecimals(point[key] + moves[j]!) }));
  const asks = [point, ...moved].map((one) => ({ point: one, firstWorld }));
  const [here, ...there] = (await lab.look(asks, worlds, 'middle')) as [Reading, ...Reading[]];
  const trial = judge(problem, point, here);
  const rows = problem.at.map((figure, i) =>
    movers.map(({ firstStep }, j) => {
      const { slope, error } = slopeBetween(here, there[j]!, figure, moves[j]!);
      if (i !== j) return Math.abs(slope) > CLEAR * error ? slope : 0;
      const { direction } = problem.fitted[i]!.unknown;
      return direction * Math.max(direction * slope, 2 * error, (FAINT * trial.close[i]!) / firstStep);
    }),
  );
  const slopes: Slopes = { rows, measured: rows.map((row, i) => row[i]!) };
  const begun = { firstWorld, movers, slopes, best: null, last: null, next: point, reach: 1, trials: 0 };
  return afterTrial(problem, begun, trial);
}

/** Slope of a figure between two readings of the same worlds, with its standard error from the paired differences. */
function slopeBetween(here: Reading, there: Reading, figure: number, move: number) {
  const slope = (there.values[figure]! - here.values[figure]!) / move;
  if (!Number.isFinite(slope)) return { slope: 0, error: 0 };
  const squares = here.parts[figure]!.map((part, i) => (there.parts[figure]![i]! - part) ** 2);
  const worlds = squares.length;
  const variance = squares.reduce((sum, x) => sum + x, 0) / Math.max(1, worlds - 1) / worlds;
  return { slope, error: Math.sqrt(variance) / Math.abs(move) };
}

/** A point of the ridge, to be tried first where the middle point and its slopes put it. */
function startAt({ problem }: SearchInput, middle: Middle, axes: Partial<FittedPoint>, firstWorld: number) {
  const { best, movers } = middle;
  const { point, misses, close } = best;
  const expected = misses.map((miss, i) => {
    const axis = problem.axes.find(({ figure }) => figure === problem.fitted[i]!.figure);
    if (!axis) return miss;
    const [was, value = was] = [point[axis.key], axes[axis.key]];
    return miss + (value - was) * byArrangement(miss + problem.figures[problem.at[i]!]!.observed, was);
  });
  const begun = { firstWorld, best: null, last: null, reach: 1, trials: 0 };
  const from = { point: rounded({ ...point, ...axes }, movers), misses: expected, close };
  const { step, ...rest } = stepFrom(problem, { ...middle, reach: 2 }, from);
  return { ...begun, ...rest, next: step.point };
}

/** Whether the ridge as a whole is as near as its own worlds can tell; points may all be off to the same side. */
function evenlyFitted({ at }: Problem, points: readonly PointSearch[]): boolean {
  return at.every((figure, i) => {
    const miss = points.reduce((sum, { best }) => sum + best!.misses[i]!, 0) / points.length;
    const variance = points.reduce((sum, { best }) => sum + standardError(best!.reading, figure) ** 2, 0);
    return Math.abs(miss) <= Math.max(CLOSE_ENOUGH, Math.sqrt(variance) / points.length);
  });
}

/** One more step at every point; a point keeps what fits it better. */
async function evenOut(input: SearchInput, points: readonly PointSearch[]): Promise<readonly PointSearch[]> {
  const further = points.map((search) => ({ ...withNext(input.problem, search) }));
  const tried = await tryNext(input, further);
  return tried.map((search) => ({ ...search, next: null }));
}
