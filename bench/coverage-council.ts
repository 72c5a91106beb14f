/**
 * Invented councils: a tenth of the shipped one unless asked otherwise, with values drawn from the scenario's own ranges and hidden. What such a
 * council shows in a year, and what happens to it in the next, comes from one world of the engine.
 */
import { beliefsOf, rangeOf, valueAt } from '../src/decide/beliefs';
import { readFigures, statedFigures } from '../src/decide/figures';
import { PLAN_TIME_LOST } from '../src/decide/answers';
import { UNKNOWNS } from '../src/decide/unknowns';
import {
  compile,
  liveHeldStill,
  makeSimulator,
  type CompiledModel,
  type FittedPoint,
  type Scenario,
} from '../src/model/index';
import { scaled } from './scaled';

export const FORECAST_MONTHS = 12;

/**
 * A council whose year shows assessments in time outside this is drawn again. The rule reads what the tool is given and
 * nothing else, so it selects no luck and no value that the tool could not allow for.
 */
const PLAUSIBLE = { low: 0.25, high: 0.93 };
const SHOWN_IN_TIME: readonly string[] = ['ia_in_time', 'ca_in_time'];
const MOST_DRAWS = 2000;
/** Worlds whose mean is shown instead of one year's counts, where that is asked for. */
const MANY_YEARS = 64;
/** Worlds are numbered from here on where they stand beside the council's own. */
const OTHER_WORLDS = 1000;

export interface Hidden {
  readonly point: FittedPoint;
  readonly referralsPerYear: number;
}

export interface InventedCouncil {
  readonly hidden: Hidden;
  /** Draws until one was plausible. */
  readonly draws: number;
  /** What the tool is given: published figures of a year and counted referrals, nothing hidden. */
  readonly known: Scenario;
  /** Its own next months, a row of the model's columns for each. */
  readonly next: Float64Array;
  readonly model: CompiledModel;
}

/** Uniform numbers below 1 of one council: mulberry32, good enough to invent councils. */
export function lots(seed: number, council: number): () => number {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(council + 1, 0x85ebca6b)) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * What the tool is given: one year's counts; the mean of many years, to see what the noise of a year costs; or the hidden
 * values themselves, to see whether the proof would let a right forecast pass.
 */
export const GIVEN = ['year', 'many-years', 'truth'] as const;
export type Given = (typeof GIVEN)[number];

/**
 * Where hidden values come from: from what the tool believes, which is the proof; or from about the shipped council's
 * fitted values, of which the tool knows nothing: its beliefs are then off the centre, and the proof is harder than it is fair.
 */
export const HIDDEN = ['beliefs', 'about-shipped'] as const;
export type HiddenFrom = (typeof HIDDEN)[number];

export interface Invention {
  /** The shipped scenario. */
  readonly scenario: Scenario;
  readonly seed: number;
  readonly council: number;
  readonly given: Given;
  readonly hiddenFrom: HiddenFrom;
  /** Beside the shipped council, 1 being as large. */
  readonly size: number;
}

/** Invents a council; the same numbers give the same one. */
export function invent({ scenario: shipped, seed, council, given, hiddenFrom, size }: Invention): InventedCouncil {
  const small = scaled(shipped, size);
  const lot = lots(seed, council);
  const worldSeed = 2 * (seed * 100_000 + council);
  for (let draws = 1; draws <= MOST_DRAWS; draws++) {
    const hidden = hiddenFrom === 'beliefs' ? drawBelieved(small, lot) : drawAboutShipped(small, lot);
    const truth = withHidden(small, hidden);
    const model = compile(truth, asNow(truth), { horizonMonths: FORECAST_MONTHS, warmStates: 1 });
    const simulator = makeSimulator(model, worldSeed);
    const seen = given === 'many-years' ? heldStill(model, worldSeed, MANY_YEARS) : [simulator.baseline];
    const published = asPublished(truth, shipped, model, seen);
    if (!plausible(published)) continue;
    const next = new Float64Array(model.columns.length * FORECAST_MONTHS);
    const failure = simulator.run(0, next);
    if (failure) throw new Error(`council ${String(council)}: ${failure.message}`);
    return { hidden, draws, known: given === 'truth' ? truth : published, next, model };
  }
  throw new Error(`council ${String(council)}: none of ${String(MOST_DRAWS)} draws was plausible`);
}

export function asNow(scenario: Scenario): Scenario['plans'][number] {
  return scenario.plans.find(({ id }) => id === 'as-now') ?? scenario.plans[0]!;
}

/** Evenly over the lower and the upper half of a figure's range, as the ridge of a calibration takes it. */
function within(figure: Parameters<typeof rangeOf>[0], lot: number): number {
  return valueAt(rangeOf(figure), lot);
}

/** Everything from what the tool believes before it sees a figure; evenly within its bounds where it believes nothing. */
function drawBelieved(small: Scenario, lot: () => number): Hidden {
  const beliefs = beliefsOf(small, false);
  const referralsPerYear = within(small.demand.referralsPerYear, lot());
  const point = { ...small.fitted.points[0]! };
  for (const key of Object.keys(point) as (keyof FittedPoint)[]) {
    const belief = beliefs[key];
    const bounds = UNKNOWNS.find((unknown) => unknown.key === key);
    if (belief) point[key] = valueAt(belief, lot());
    else if (bounds) point[key] = bounds.low + (bounds.high - bounds.low) * lot();
  }
  return { point, referralsPerYear };
}

/**
 * Values without a range in the scenario lie about the shipped council's own. A council with more referrals and the same
 * posts spends less on each, so that councils are hard pressed in their own way and not by their size.
 */
function drawAboutShipped({ demand, pathway, fitted }: Scenario, lot: () => number): Hidden {
  const about = (key: keyof FittedPoint, room: number): number => {
    const values = fitted.points.map((point) => point[key]);
    const [low, high] = [Math.min(...values) * (1 - room), Math.max(...values) * (1 + room)];
    return low + (high - low) * lot();
  };
  const referralsPerYear = within(demand.referralsPerYear, lot());
  const point: FittedPoint = {
    arrangementInitial: within(pathway.arrangementInitial, lot()),
    arrangementCore: within(pathway.arrangementCore, lot()),
    arrangementSingle: pathway.arrangementSingle.value,
    effortScale: (about('effortScale', 0.05) * demand.referralsPerYear.value) / referralsPerYear,
    deadlineFirstShare: 0.5 + 0.5 * lot(),
    planEffortScale: about('planEffortScale', 0.08),
    reviewBooking: Math.min(0.995, about('reviewBooking', 0.025)),
    participation: about('participation', 0.1),
    returnShare: within(demand.returns.share, lot()),
  };
  return { point, referralsPerYear };
}

function withHidden(small: Scenario, { point, referralsPerYear }: Hidden): Scenario {
  const demand = { ...small.demand, referralsPerYear: { ...small.demand.referralsPerYear, value: referralsPerYear } };
  const { modelVersion, method } = small.fitted;
  return { ...small, demand, fitted: { modelVersion, method, points: [point] } };
}

/** The mean month of the last warm-up year in worlds that are not the council's own. */
function heldStill(model: CompiledModel, seed: number, worlds: number): Float64Array[] {
  return Array.from({ length: worlds }, (_, i) => liveHeldStill(model, seed, { point: 0, world: OTHER_WORLDS + i }, 1));
}

function plausible({ observed }: Scenario): boolean {
  return observed.every(
    ({ measure, value }) => !SHOWN_IN_TIME.includes(measure) || (value > PLAUSIBLE.low && value < PLAUSIBLE.high),
  );
}

/** The scenario as somebody would write it down who knows the council's published figures, to a tenth of a per cent. */
function asPublished(
  truth: Scenario,
  shipped: Scenario,
  model: CompiledModel,
  seen: readonly Float64Array[],
): Scenario {
  const { figures } = statedFigures(truth, model.columns);
  const { values } = readFigures(figures, seen);
  const shown = (id: string): number => {
    const value = values[figures.findIndex((figure) => figure.id === id)]!;
    return Math.round(value * 1000) / 1000;
  };
  const referrals = model.columns.indexOf('referrals');
  const aMonth = seen.reduce((sum, month) => sum + month[referrals]!, 0) / seen.length;
  const referralsPerYear = { ...truth.demand.referralsPerYear, value: Math.round(12 * aMonth) };
  const referralToInitial = { ...truth.pathway.referralToInitial, value: shown('referral_to_ia') };
  const lostAtBaseline = { ...truth.heldWork.lostAtBaseline, value: shown(PLAN_TIME_LOST) };
  return {
    ...truth,
    demand: { ...truth.demand, referralsPerYear },
    pathway: { ...truth.pathway, referralToInitial },
    heldWork: { ...truth.heldWork, lostAtBaseline },
    observed: truth.observed.map((line) => ({ ...line, value: shown(line.measure) })),
    // Nothing hidden is handed on: the search begins from the shipped council's points.
    fitted: shipped.fitted,
  };
}
