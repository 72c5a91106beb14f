/**
 * The numbers of the model that every step asks for, near at hand: in arrays that are made once and never replaced, so that
 * V8 builds their addresses into its code instead of following one object to the next (see `future.ts`). `takeUpRules` takes
 * them over from a model, `takeUpPoint` from a point of its ridge.
 */
import { STAGE, type CompiledModel, type CompiledPoint } from '../compiled';
import { fromTables } from '../engine/samplers';
import { TABLE_CELLS } from '../engine/tables';
import { AMPLE } from './world';

const STAGES = Object.keys(STAGE).length;
const KNOTS = TABLE_CELLS + 1;
/** Days for which there is room, a power of two: the limit of a stage stands at `stage × DAYS + day`. */
const DAYS = AMPLE.days;
/** V8 keeps typed arrays of up to 64 bytes where they may move; a longer one is addressed directly. */
const STAYS_PUT = 32;

/** Real numbers and thresholds: their places in `rule`. See the fields of these names in `compiled.ts`. */
export const RULE = {
  goesOnAtBaseline: 0,
  urgent: 1,
  section47AtReferral: 2,
  section47After: 3,
  initialToCore: 4,
  initialToCin: 5,
  marginalNeed: 6,
  elapsedEarliest: 7,
  oneChild: 8,
  twoChildren: 9,
  threeChildren: 10,
} as const;
export const rule = new Float64Array(STAYS_PUT);

/** Whole numbers: their places in `option`. */
export const OPTION = {
  interrupts: 0,
  pools: 1,
  nearestDeadlineFirst: 2,
  newestFirst: 3,
  coreFromAllocation: 4,
  coreFromDecision: 5,
  startOfDay: 6,
  exponentialEffort: 7,
  firstDay: 8,
  daysPerYear: 9,
  teams: 10,
} as const;
export const option = new Int32Array(STAYS_PUT);

/** By stage: mean minutes of effort, points on a caseload, the queue its work waits in, the limit of its measure. */
export const minutesOf = new Float64Array(STAYS_PUT);
export const pointsOf = new Int32Array(STAYS_PUT);
export const poolOf = new Int32Array(STAYS_PUT);
export const measureDaysOf = new Int32Array(STAYS_PUT);
/** By stage: 1 where work takes elapsed time beyond its effort; and the quantile tables of it, side by side. */
const takesTime = new Int32Array(STAYS_PUT);
const elapsed = new Float64Array(STAGES * KNOTS);

/** By team: what it holds (see HOLDS), the pool it takes work from, and 1 for a strike team. */
export const heldBy = new Int32Array(AMPLE.teams);
export const poolOfTeam = new Int32Array(AMPLE.teams);
export const isStrikeTeam = new Int32Array(AMPLE.teams);

/** By kind of plan: points on a caseload, and minutes a working day before the point's scale. */
export const pointsOfPlan = new Int32Array(STAYS_PUT);
export const minutesOfPlan = new Float64Array(STAYS_PUT);

/** By working day: the month of the run, and 1 where a referral leads to one single assessment. */
export const monthOf = new Int32Array(DAYS);
export const singleOn = new Int32Array(DAYS);
const limits = new Int32Array(STAGES * DAYS);

/** Quantile tables: of the effort of an assessment, and of an exponential with mean 1. */
export const table = { effort: new Float64Array(KNOTS), gap: new Float64Array(KNOTS) };

/** Limit in working days of work of a stage that starts on a day. */
export function limitOn(stage: number, day: number): number {
  return limits[stage * DAYS + day]!;
}

/** Elapsed time of work of a stage as a share of its limit, for a uniform. */
export function elapsedShare(stage: number, u: number): number {
  if (takesTime[stage] === 0) return 0;
  return fromTables(elapsed, stage * KNOTS, u);
}

/** Takes the numbers of a model, and of its first point. */
export function takeUpRules(model: CompiledModel): void {
  const { pathway, demand, clock, workforce } = model;
  for (const name of [
    'goesOnAtBaseline',
    'urgent',
    'section47AtReferral',
    'section47After',
    'initialToCore',
    'initialToCin',
    'elapsedEarliest',
  ] as const)
    rule[RULE[name]] = pathway[name];
  rule[RULE.marginalNeed] = demand.marginalNeed;
  [rule[RULE.oneChild], rule[RULE.twoChildren], rule[RULE.threeChildren]] = demand.familySizes;
  option[OPTION.interrupts] = pathway.interrupts;
  option[OPTION.pools] = pathway.poolCount;
  option[OPTION.nearestDeadlineFirst] = pathway.queueOrder === 'nearest-deadline-first' ? 1 : 0;
  option[OPTION.newestFirst] = pathway.queueOrder === 'newest-first' ? 1 : 0;
  option[OPTION.coreFromAllocation] = pathway.coreClock === 'allocation' ? 1 : 0;
  option[OPTION.coreFromDecision] = pathway.coreClock === 'section-47-decision' ? 1 : 0;
  option[OPTION.startOfDay] = demand.startOfDay ? 1 : 0;
  option[OPTION.exponentialEffort] = pathway.effortExponential ? 1 : 0;
  option[OPTION.firstDay] = clock.firstDay;
  option[OPTION.daysPerYear] = clock.workingDaysPerYear;
  option[OPTION.teams] = workforce.teams.length;
  pointsOf.set(pathway.points);
  pointsOfPlan.set(model.held.points);
  minutesOfPlan.set(model.held.minutesPerDay);
  poolOf.set(pathway.pools);
  measureDaysOf.set(pathway.measureDays);
  workforce.teams.forEach((team, i) => {
    heldBy[i] = team.holds;
    poolOfTeam[i] = team.pool;
    isStrikeTeam[i] = team.strike ? 1 : 0;
  });
  monthOf.set(clock.month.subarray(0, clock.days));
  singleOn.set(clock.single.subarray(0, clock.days));
  clock.limits.forEach((days, stage) => {
    limits.set(days.subarray(0, clock.days), stage * DAYS);
  });
  table.effort.set(pathway.effort);
  table.gap.set(demand.gap);
  takeUpPoint(model, model.points[0]!);
}

/** Takes the numbers of a point. */
export function takeUpPoint(model: CompiledModel, point: CompiledPoint): void {
  model.pathway.minutes.forEach((minutes, stage) => {
    minutesOf[stage] = minutes * point.effortScale;
    const shares = point.elapsed[stage]!;
    takesTime[stage] = shares[KNOTS - 1]! > 0 ? 1 : 0;
    elapsed.set(shares, stage * KNOTS);
  });
}
