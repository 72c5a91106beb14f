/** One compiled model, ready to run futures: warm states made once, each future a copy of one of them lived on. */
import { STAGE, type CompiledModel } from '../compiled';
import { doubtOf } from '../engine/doubt';
import { CAUSE } from '../engine/streams';
import { fromTable } from '../engine/samplers';
import type { Failure } from '../failure';
import { MEASURES } from '../measures/all';
import type { Column } from '../measures/columns';
import { splitMeasure } from '../measures/parts';
import { liveOneDay } from './day';
import { openDemand } from './demand';
import { AT, choosePoint, DAYS_COUNTED, future, takeUp, teamColumn, BY_TEAM } from './future';
import { drawStarters } from './hiring';
import { clearTally } from './counting';
import { drawLabourMarket } from './labour-market';
import { openMonth } from './month';
import { forgetWarmLuck, openWorkforce } from './people';
import { openStartingStock } from './plans';
import { openReturns } from './returns';
import { countBegunToday, startFromToday } from './today';
import type { World } from './world';

/** Runs single futures of one compiled model. */
export interface Simulator {
  /** One month in the layout's columns: the simulated baseline year before the start, the mean month of the warm states. */
  readonly baseline: Float64Array;
  /** Fills `row` (months × columns numbers) with future or echo `future`; on failure fills it with NaN and says why. */
  run(future: number, row: Float64Array): Failure | null;
}

/** A simulator whose world can be looked into between futures, for proofs of conservation. */
export interface OpenSimulator extends Simulator {
  /** The world as the last future left it. */
  readonly world: World;
}

/** Futures numbered from here on are warm-ups, never run as futures or echoes; a warm-up draws no doubt. */
const WARM_FUTURES = 0xffff0000;

/** Councils simulated up to the start; they depend on the scenario and the seed, not on the plan. */
export interface WarmStates {
  readonly key: string;
  readonly seed: number;
  readonly worlds: readonly World[];
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
  const baseline = new Float64Array(model.columns.length);
  const referenceLoad = new Float64Array(model.workforce.teams.length);
  const worlds = model.warmPoints.map((point, i) => {
    takeUp(model);
    const { warmWorlds } = model;
    future.streams.setFuture(warmWorlds?.seed ?? seed, WARM_FUTURES + (warmWorlds?.worlds[i] ?? i));
    choosePoint(model.points[point]!);
    liveUpToStart(baseline);
    startFromToday();
    return future.world.snapshot(model);
  });
  for (let i = 0; i < baseline.length; i++) baseline[i]! /= 12 * worlds.length;
  model.workforce.teams.forEach((_, team) => {
    const holders = baseline[teamColumn(team, BY_TEAM.holders)]!;
    referenceLoad[team] = holders > 0 ? baseline[teamColumn(team, BY_TEAM.cases_held)]! / holders : 0;
  });
  return { key: model.warmKey, seed, worlds, baseline, referenceLoad };
}

/**
 * Makes the simulator of a model.
 * @param seed whole number from 0 to 2^53 − 1; the same seed and model give the same bytes everywhere
 * @param warm warm states of the same key and seed, where there are some already
 */
export function makeSimulator(model: CompiledModel, seed: number, warm = warmUp(model, seed)): OpenSimulator {
  if (warm.key !== model.warmKey || warm.seed !== seed) throw new Error('these warm states belong to another model');
  const { worlds, baseline, referenceLoad } = warm;
  return {
    baseline,
    get world() {
      return future.world;
    },
    run(number, row) {
      try {
        if (future.model !== model) takeUp(model);
        const place = warmStateOf(number, model.warmPoints);
        future.world.copyFrom(worlds[place]!);
        future.referenceLoad.set(referenceLoad);
        future.streams.setFuture(seed, number);
        choosePoint(model.points[model.warmPoints[place]!]!);
        future.row = row;
        live();
        return null;
      } catch (error) {
        row.fill(NaN);
        const message = error instanceof Error ? error.message : String(error);
        return { future: number, seed, day: future.day, code: 'future-failed', message };
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
  future.streams.setFuture(seed, WARM_FUTURES + council.world);
  choosePoint(model.points[council.point]!);
  const counted = new Float64Array(years * model.columns.length);
  liveUpToStart(counted);
  return counted.map((sum) => sum / 12);
}

/** Years with establishment and demand held still; the last of them are added up in `counted`, a year after the other. */
function liveUpToStart(counted: Float64Array): void {
  const { model } = future;
  const columns = model.columns.length;
  const firstCounted = -12 * (counted.length / columns);
  future.month = model.clock.month[0]!;
  future.world.n.teamMinutes = 0;
  openMonth();
  openWorkforce();
  openStartingStock();
  openDemand();
  openReturns();
  for (future.day = 0; future.day < model.clock.firstDay; future.day++) {
    liveOneDay();
    if (model.clock.monthEnd[future.day] === 1) {
      const month = model.clock.month[future.day]!;
      if (month >= firstCounted && month < 0) {
        const year = Math.floor((month - firstCounted) / 12) * columns;
        for (let i = 0; i < columns; i++) counted[year + i]! += orZero(future.tally[i]!);
      }
      clearTally();
    }
  }
  clearTally();
}

function orZero(x: number): number {
  return Number.isNaN(x) ? 0 : x;
}

/** One future from its warm state to the horizon. */
function live(): void {
  const { model, streams } = future;
  future.warm = false;
  future.row.fill(0);
  future.supervision.fill(0);
  future.daysByStart.fill(0);
  future.now.lateLast = 0;
  clearTally();
  countBegunToday();
  future.yearLevel = 1;
  if (model.demand.yearLevel) {
    streams.drawDoubt(CAUSE.yearLevel, 0);
    future.yearLevel = fromTable(model.demand.yearLevel, streams.u0);
  }
  drawLabourMarket();
  openDemand();
  drawStarters();
  forgetWarmLuck();
  for (future.day = model.clock.firstDay; future.day < model.clock.days; future.day++) {
    liveOneDay();
    if (model.clock.monthEnd[future.day] === 1) clearTally();
  }
  leaveOutUnfinishedStarts();
  leaveOutMonthWithoutDays();
}

/** Columns of what stands as a month ends. */
const AT_MONTH_END: ReadonlySet<string> = new Set(
  MEASURES.flatMap(({ kind, numerator, denominator = numerator }) =>
    kind === 'snapshot' || kind === 'declared' ? [numerator, denominator] : [],
  ),
);

/** A run may begin after the last working day of its first month: nothing was looked at as that ended, which is not nought. */
function leaveOutMonthWithoutDays(): void {
  const { model, row } = future;
  if (model.clock.month[model.clock.firstDay] === 0) return;
  model.columns.forEach((column, i) => {
    if (AT_MONTH_END.has(splitMeasure(column).measure)) row[i] = NaN;
  });
}

/** Months whose starts could not all reach their limit within the horizon have no share in time by month of start. */
function leaveOutUnfinishedStarts(): void {
  const { model, row } = future;
  const { clock } = model;
  const blank = (stage: number, columns: readonly Column[]): void => {
    const days = clock.limits[stage]!;
    for (let day = clock.firstDay; day < clock.days; day++) {
      if (day + days[day]! < clock.days) continue;
      // Nothing of the other rules begins on this day, however long their limit is.
      if (stage !== STAGE.core && (clock.single[day] === 1) !== (stage === STAGE.single)) continue;
      for (const column of columns) row[clock.month[day]! * model.columns.length + AT[column]] = NaN;
    }
  };
  blank(STAGE.initial, ['ia_from_start', 'ia_from_start_in_time']);
  blank(STAGE.core, ['ca_from_start', 'ca_from_start_in_time']);
  blank(STAGE.single, ['sa_from_start', 'sa_from_start_in_time']);
  model.months.forEach((_, month) => {
    const at = month * model.columns.length;
    row[at + AT.days_p50] = daysWithin(month, 0.5);
    row[at + AT.days_p90] = daysWithin(month, 0.9);
  });
}

/** Working days within which a share of the assessments that began with a month's referrals were done; NaN where too few are yet. */
function daysWithin(month: number, share: number): number {
  const { model, row, daysByStart } = future;
  const at = month * model.columns.length;
  const started = row[at + AT.ia_from_start]! + row[at + AT.sa_from_start]!;
  if (!(started > 0)) return NaN;
  let done = 0;
  for (let days = 0; days < DAYS_COUNTED - 1; days++) {
    done += daysByStart[month * DAYS_COUNTED + days]!;
    if (done >= share * started) return days;
  }
  return NaN;
}
