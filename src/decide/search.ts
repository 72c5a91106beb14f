/**
 * The search for the points of the ridge. First the middle point alone is brought near, and the slopes of all figures by
 * all unknowns are measured there by finite differences; then all points move in lockstep, each from where the slopes
 * put it, each with its own Broyden updates. The same worlds (common random numbers) stand behind every trial of a point.
 */
import type { FittedPoint } from '../model/index';
import { changeBetween, standardError, type Reading } from './figures';
import type { Laboratory } from './laboratory';
import { boundedStep, boundOf, toFourDecimals, type Slot } from './newton';
import {
  afterTrial,
  byArrangement,
  CLOSE_ENOUGH,
  judge,
  rounded,
  slotsAt,
  withNext,
  type PointSearch,
  type Problem,
  type Trial,
} from './point-search';
import type { Axis } from './unknowns';

const MOST_STEPS_MIDDLE = 20;
const MOST_STEPS_RIDGE = 10;
/** The middle point need only come near: within so many times what is close enough. */
const NEAR = 3;
/** Moved by so many first steps from where the slopes were measured, the middle point has them measured again on arrival or when lost. */
const FAR = 4;
/** Moved by so many, it has them measured again in any case. */
const VERY_FAR = 30;
const MOST_MEASUREMENTS = 4;
/** How far, in largest steps, a point of the ridge may begin from the middle point. */
const START_REACH = 2;
/** A cross effect counts from so many standard errors on; below, it is taken for luck. */
const CLEAR = 3;
/** Own slope where nothing could be measured: what a first step does, in units of what is close enough. */
const FAINT = 0.05;

export interface SearchInput {
  readonly lab: Laboratory;
  readonly problem: Problem;
  /** Where the search begins, and the axes' values at every point. */
  readonly from: FittedPoint;
  readonly ridge: readonly Pick<FittedPoint, Axis['key']>[];
  /** Worlds of each point. */
  readonly worlds: number;
}

/** Fits every point of the ridge; in their order, each with a best trial. */
export async function searchRidge(input: SearchInput): Promise<readonly PointSearch[]> {
  const middle = await searchMiddle(input);
  let points: readonly PointSearch[] = input.ridge.map((_, place) => startAt(input, middle, place));
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
  if (asks.length === 0) return [...points];
  const readings = (await lab.look(asks, worlds, stage)).values();
  return points.map((search) => {
    if (!search.next) return search;
    const reading = readings.next().value as Reading;
    return afterTrial(problem, search, judge(problem, search.next, reading));
  });
}

/** The middle point of the ridge, brought near, with slopes measured near where it then is. */
async function searchMiddle(input: SearchInput): Promise<PointSearch> {
  const { from, ridge, worlds } = input;
  const place = Math.floor((ridge.length - 1) / 2);
  const axes = ridge[place]!;
  const slots = slotsAt(input.problem, axes);
  const firstWorld = place * worlds;
  let search = await measure(input, { slots, firstWorld, reach: 1 }, rounded({ ...from, ...axes }, slots));
  let measuredAt = search.best!.point;
  let measurements = 1;
  for (let step = 0; step < MOST_STEPS_MIDDLE && search.next && search.best!.worst > NEAR; step++) {
    const before = search.best;
    [search] = (await tryNext(input, [search], 'middle')) as [PointSearch];
    const { point, worst } = search.best!;
    const away = distance(slots, measuredAt, point);
    const asked = search.best === before || worst <= NEAR;
    const lost = !search.next && worst > NEAR;
    if (measurements < MOST_MEASUREMENTS && (lost || away > VERY_FAR || (away > FAR && asked))) {
      search = await measure(input, lost ? { ...search, reach: 1 } : search, point);
      measuredAt = point;
      measurements++;
    }
  }
  return search;
}

function distance(slots: readonly Slot[], a: FittedPoint, b: FittedPoint): number {
  return Math.max(...slots.map(({ unknown: { key, firstStep } }) => Math.abs(a[key] - b[key]) / firstStep));
}

/** Looks at a point and at each unknown moved by its first step, on the same worlds. */
async function measure(
  { lab, problem, worlds }: SearchInput,
  { slots, firstWorld, reach }: Pick<PointSearch, 'slots' | 'firstWorld' | 'reach'>,
  point: FittedPoint,
): Promise<PointSearch> {
  const moves = slots.map(({ unknown: { key, high, firstStep } }) =>
    point[key] + firstStep > high ? -firstStep : firstStep,
  );
  const moved = slots.map(({ unknown: { key } }, j) => ({ ...point, [key]: toFourDecimals(point[key] + moves[j]!) }));
  const asks = [point, ...moved].map((one) => ({ point: one, firstWorld }));
  const [here, ...there] = (await lab.look(asks, worlds, 'middle')) as [Reading, ...Reading[]];
  const trial = judge(problem, point, here);
  const slopes = problem.fitted.map(({ figure: id, unknown: own }, i) => {
    const figure = problem.at[i]!;
    const byUnknown = problem.fitted.map(({ unknown }, j) => {
      const { change, error } = changeBetween(here, there[j]!, figure);
      const slope = change / moves[j]!;
      if (i === j) return own.direction * Math.max(own.direction * slope, (FAINT * trial.close[i]!) / own.firstStep);
      return unknown.moves.includes(id) || Math.abs(change) > CLEAR * error ? slope : 0;
    });
    const beyond = slots.map((slot) => {
      const axis = problem.axes.find(({ key }) => key === slot.beyond?.key);
      return axis?.figure === id ? byArrangement(figureOf(problem, trial, i), point[axis.key]) : 0;
    });
    return [...byUnknown, ...beyond];
  });
  const begun = { firstWorld, slots, slopes, best: null, next: point, reach, trials: 0 };
  return { ...afterTrial(problem, begun, trial), reach };
}

/** A fitted figure as simulated. */
function figureOf({ figures, at }: Problem, { misses }: Pick<Trial, 'misses'>, i: number): number {
  return misses[i]! + figures[at[i]!]!.observed;
}

/** A point of the ridge, to be tried first where the middle point and its slopes put it. */
function startAt(input: SearchInput, middle: PointSearch, place: number): PointSearch {
  const { problem, ridge, worlds } = input;
  const { point, misses, close } = middle.best!;
  const slots = slotsAt(problem, ridge[place]!);
  const from = { ...point, ...ridge[place] };
  // What the middle point had to move beyond an unknown stays moved, as far as that is below the value given here.
  for (const { beyond } of middle.slots)
    if (beyond && boundOf(beyond, point) !== 'high') from[beyond.key] = point[beyond.key];
  const start = rounded(from, slots);
  const expected = misses.map((miss, i) => {
    const axis = problem.axes.find(({ figure }) => figure === problem.fitted[i]!.figure);
    if (!axis) return miss;
    const was = point[axis.key];
    return miss + (start[axis.key] - was) * byArrangement(figureOf(problem, middle.best!, i), was);
  });
  const step = boundedStep(slots, middle.slopes, { point: start, misses: expected, close }, START_REACH);
  const { slopes } = middle;
  return { firstWorld: place * worlds, slots, slopes, best: null, next: step.point, reach: 1, trials: 0 };
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
  const further = points.map((search) => withNext(search));
  const tried = await tryNext(input, further);
  return tried.map((search) => ({ ...search, next: null }));
}
