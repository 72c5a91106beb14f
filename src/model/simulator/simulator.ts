/** One compiled model, ready to run futures: warm states made once, each future a copy of one of them lived on. */
import type { CompiledModel } from '../compiled';
import type { Failure } from '../failure';
import { doubtOf } from './doubt';
import { failureInMemory, orSayWhy } from './failures';
import { choosePoint, forgetModel, isLoaded, placeFor, takeUp } from './load';
import { addressOf, engine, readField, realsInMemory } from './memory';
import { keepWorld, takeUpWorld, type KeptWorld } from './warm-worlds';

/** Runs single futures of one compiled model. */
export interface Simulator {
  /** One month in the layout's columns: the simulated baseline year before the start, the mean month of the warm states. */
  readonly baseline: Float64Array;
  /** Fills `row` (months × columns numbers) with future or echo `future`; on failure fills it with NaN and says why. */
  run(future: number, row: Float64Array): Failure | null;
}

/** Futures numbered from here on are warm-ups, never run as futures or echoes; a warm-up draws no doubt. */
const WARM_FUTURES = 0xffff0000;

/** Councils simulated up to the start; they depend on the scenario and the seed, not on the plan. */
export interface WarmStates {
  readonly key: string;
  readonly seed: number;
  readonly worlds: readonly KeptWorld[];
  readonly baseline: Float64Array;
  /** Mean load by team, on which the caseload effect is centred. */
  readonly referenceLoad: Float64Array;
}

/** One council held still: a point of the ridge, and the number of its world. */
export interface HeldStill {
  readonly point: number;
  readonly world: number;
}

/** Makes the warm states of a model, four simulated years each. */
export function warmUp(model: CompiledModel, seed: number): WarmStates {
  takeUp(model);
  const columns = model.columns.length;
  const counted = placeFor(columns);
  realsAt(counted, columns).fill(0);
  const { warmWorlds } = model;
  const worlds = model.warmPoints.map((point, i) => {
    takeUp(model);
    setFuture(warmWorlds?.seed ?? seed, WARM_FUTURES + (warmWorlds?.worlds[i] ?? i));
    choosePoint(model, model.points[point]!);
    orSayWhy(() => {
      engine().liveUpToStart(counted, columns);
      engine().startFromToday();
    });
    return keepWorld();
  });
  const baseline = realsAt(counted, columns).map((sum) => sum / (12 * worlds.length));
  forgetModel();
  const referenceLoad = Float64Array.from(model.workforce.teams, ({ id }) => {
    const holders = baseline[model.columns.indexOf(`holders@${id}`)]!;
    return holders > 0 ? baseline[model.columns.indexOf(`cases_held@${id}`)]! / holders : 0;
  });
  return { key: model.warmKey, seed, worlds, baseline, referenceLoad };
}

/**
 * Makes the simulator of a model.
 * @param seed whole number from 0 to 2^53 − 1; the same seed and model give the same bytes everywhere
 * @param warm warm states of the same key and seed, where there are some already
 */
export function makeSimulator(model: CompiledModel, seed: number, warm = warmUp(model, seed)): Simulator {
  if (warm.key !== model.warmKey || warm.seed !== seed) throw new Error('these warm states belong to another model');
  const { worlds, baseline, referenceLoad } = warm;
  return {
    baseline,
    run(number, row) {
      try {
        if (!isLoaded(model)) takeUp(model);
        const place = warmStateOf(number, model.warmPoints);
        takeUpWorld(worlds[place]!);
        realsInMemory().set(referenceLoad, addressOf('REFERENCE_LOAD') / 8);
        setFuture(seed, number);
        choosePoint(model, model.points[model.warmPoints[place]!]!);
        engine().live();
        row.set(realsAt(readField('Future', addressOf('FUTURE'), 'row'), row.length));
        return null;
      } catch (error) {
        row.fill(NaN);
        return failureInMemory(number, seed, error);
      }
    },
  };
}

/**
 * The warm state from which a future begins: of future f, f modulo their number. An echo has the doubt of its future but
 * not its luck: it begins from the next warm state of the same point, or from the same one where the point has no other.
 * @param points the point of each warm state
 */
export function warmStateOf(number: number, points: readonly number[]): number {
  const own = doubtOf(number) % points.length;
  if (doubtOf(number) === number) return own;
  let place = own;
  do place = (place + 1) % points.length;
  while (points[place] !== points[own]);
  return place;
}

/** A maker of simulators that remembers the latest warm states, so that plans of one scenario share them. */
export function simulatorMaker(): (model: CompiledModel, seed: number) => Simulator {
  let latest: WarmStates | undefined;
  return (model, seed) => {
    if (latest?.key !== model.warmKey || latest.seed !== seed) latest = warmUp(model, seed);
    return makeSimulator(model, seed, latest);
  };
}

/**
 * A council lived up to the start with its inputs held still, as a warm state is, and then let go.
 * @param council which point of the model, and which world: the same world has the same luck at every point
 * @param years how many of the last years before the start are counted; the model's warm-up must be longer
 * @returns `years × columns` numbers: the mean month of each year, the earliest first
 */
export function liveHeldStill(model: CompiledModel, seed: number, council: HeldStill, years: number): Float64Array {
  takeUp(model);
  setFuture(seed, WARM_FUTURES + council.world);
  choosePoint(model, model.points[council.point]!);
  const numbers = years * model.columns.length;
  const counted = placeFor(numbers);
  realsAt(counted, numbers).fill(0);
  orSayWhy(() => {
    engine().liveUpToStart(counted, numbers);
  });
  forgetModel();
  return realsAt(counted, numbers).map((sum) => sum / 12);
}

/** Real numbers of the engine's memory; not to be kept beyond the next call of it. */
function realsAt(address: number, count: number): Float64Array {
  return realsInMemory().subarray(address / 8, address / 8 + count);
}

/** Takes the key of a future, or an echo, and of its doubt. */
function setFuture(seed: number, number: number): void {
  engine().setFuture(seed >>> 0, Math.floor(seed / 4294967296) >>> 0, number >>> 0, doubtOf(number));
}
