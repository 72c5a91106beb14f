import {
  inOwnWords,
  limitsOf,
  measureById,
  type BelievableLine,
  type CalibrationLine,
  type CompiledModel,
  type Failure,
  type FormulaMeasure,
  type IsoMonth,
  type MeasureLimits,
  type Plan,
  type PlanReport,
  type Report,
  type RowLayout,
  type Scenario,
  type SpreadLine,
  type WorstMonth,
} from '../model/index';
import { baseRateFor, type BaseRateTable } from '../model/notice/base-rates';
import { believableLines } from '../model/notice/believable';
import { compareCosts, comparePlans, compareReviews, costByYear, type PlanRows } from '../model/notice/plans';
import { summariseReviews } from '../model/notice/review';
import { scorecardLines } from '../model/notice/scorecard';
import { spreadLines } from '../model/notice/spread';
import { summariseTarget } from '../model/notice/target';
import { safetyFloors } from '../model/results/floors';
import { layoutWith } from '../model/results/layout';
import {
  measureColumns,
  measureIds,
  measureLabel,
  readMeasureId,
  valueAt,
  type FutureRows,
} from '../model/results/measure-series';
import { sampleFutures } from '../model/results/samples';
import { summarise } from '../model/results/summarise';
import { worstMonth } from '../model/results/worst-month';
import { outcomeLines } from './outcomes';

/** What a runner hands back, as far as the report needs it. */
export interface FinishedRun {
  readonly futures: number;
  readonly rows: Float64Array;
  readonly failures: readonly Failure[];
  readonly baseline: Float64Array;
}

export interface PlanRun {
  readonly plan: Plan;
  readonly model: CompiledModel;
  readonly result: FinishedRun;
  readonly fingerprint: string;
}

export interface AssembleInput {
  readonly scenario: Scenario;
  /** The scenario's formula measures, read; without them its targets may name none. */
  readonly formulas?: readonly FormulaMeasure[];
  /** At least one; all on the same futures and months. */
  readonly runs: readonly PlanRun[];
  /** The echoes of the first futures of the first run, in order; without them the report cannot take chance and doubt apart. */
  readonly echoes?: FinishedRun;
  readonly seed: number;
  /** Wall time of all runs together. */
  readonly seconds: number;
  readonly workers: number;
  readonly appVersion: string;
  readonly modelVersion: string;
  /** What councils have managed before; without it no target has a base rate. */
  readonly baseRates?: BaseRateTable;
  /** The models were compiled without parameter doubt. */
  readonly onlyChance?: boolean;
  /** Gives the report of one plan where it is there already; else has it made. */
  readonly known?: (run: PlanRun, make: () => PlanReport) => PlanReport;
}

/** The layout of a compiled model's rows. */
export function layoutOf(
  { months, columns }: Pick<CompiledModel, 'months' | 'columns'>,
  formulas: readonly FormulaMeasure[] = [],
): RowLayout {
  return layoutWith(months, columns, formulas);
}

/** The rows of a run, ready to be read. */
export function futureRows(
  { model, result }: Pick<PlanRun, 'model' | 'result'>,
  formulas: readonly FormulaMeasure[] = [],
): FutureRows {
  return {
    layout: layoutOf(model, formulas),
    rows: result.rows,
    futures: result.futures,
    warmPoints: model.warmStrata,
  };
}

/**
 * The whole report of one or several plans on the same futures. Cost is staff cost by financial year ("2009-10"),
 * counted over the months of the run only, so the first and the last year may be partial. Comparisons are made for
 * every pair, the earlier plan being a. `spread` is of the first plan; it is empty without echoes, unless doubt was off.
 * Failed echoes are listed with the failures of that plan. `believable` is there where as-now was run for 24 months or
 * more and history is given. Apart from `timing` the report depends on the rows alone, not on who ran them. Throws
 * where there is no run, or the plans were not run on the same futures and months.
 */
export function assembleReport(input: AssembleInput): Report {
  const { scenario, runs, echoes, seed, seconds, workers, appVersion, modelVersion } = input;
  const first = runs[0];
  if (!first) throw new Error('a report needs at least one run');
  const rows = runs.map((run): PlanRows => ({ id: run.plan.id, data: futureRows(run, input.formulas) }));
  const pairs = rows.flatMap((a, at) => rows.slice(at + 1).map((b) => [a, b] as const));
  const futures = runs.reduce((sum, { result }) => sum + result.futures, echoes?.futures ?? 0);
  const believable = believableOf(input);
  const plans = runs.map((run) => {
    const make = (): PlanReport => planReport(input, run, run === first ? echoes?.failures : undefined);
    return input.known ? input.known(run, make) : make();
  });
  const outcomes = outcomeLines(scenario, plans, first.model.months);
  return {
    appVersion,
    modelVersion,
    schemaVersion: scenario.schemaVersion,
    scenario: { id: scenario.id, name: scenario.name },
    seed,
    futures: first.result.futures,
    horizonMonths: first.model.months.length,
    start: scenario.start,
    months: first.model.months,
    plans,
    comparisons: pairs.flatMap(([a, b]) => comparePlans(a, b, scenario.targets)),
    reviewComparisons: pairs.flatMap(([a, b]) => compareReviews(a, b, scenario.targets, scenario.reviews)),
    costComparisons: pairs.flatMap(([a, b]) => compareCosts(a, b)),
    calibration: calibrationLines(scenario, first),
    ...(outcomes.length > 0 ? { outcomes } : {}),
    spread: spreadOfFirst(input, first),
    ...(believable.length > 0 ? { believable } : {}),
    ...(input.onlyChance ? { onlyChance: true } : {}),
    timing: { seconds, futuresPerSecond: seconds > 0 ? futures / seconds : 0, workers },
  };
}

function spreadOfFirst({ scenario, formulas, echoes, onlyChance }: AssembleInput, first: PlanRun): SpreadLine[] {
  if (!echoes && !onlyChance) return [];
  const rows = {
    plan: first.plan.id,
    data: futureRows(first, formulas),
    echoes: echoes && !onlyChance ? futureRows({ model: first.model, result: echoes }, formulas) : null,
  };
  return spreadLines(rows, scenario.targets, scenario.reviews);
}

function believableOf({ scenario, runs, baseRates }: AssembleInput): BelievableLine[] {
  const asNow = runs.find(({ plan }) => plan.id === 'as-now');
  if (!asNow || !baseRates) return [];
  const limits = limitsOf(scenario);
  const data = futureRows(asNow);
  return believableLines(data, baseRates.yearlyChanges)
    .filter(({ measure }) => inOwnWords(readMeasureId(data.layout, measure).definition, limits))
    .map((line) => ({ ...line, label: measureLabel(data.layout, line.measure, limits) }));
}

function planReport(
  { scenario, formulas, baseRates }: AssembleInput,
  run: PlanRun,
  failedEchoes: readonly Failure[] = [],
): PlanReport {
  const data = futureRows(run, formulas);
  const { targets, reviews } = scenario;
  const ids = new Set([...measureIds(data.layout), ...targets.map(({ measure }) => measure)]);
  const measures = inOwnMeasures(data.layout, summarise(data, [...ids]), limitsOf(scenario));
  const inOrder = [...reviews].sort((a, b) => (a.date < b.date ? -1 : 1));
  return {
    id: run.plan.id,
    name: run.plan.name,
    fingerprint: run.fingerprint,
    measures,
    targets: targets.map((target) => {
      const cohort = scenario.declared.find(({ measure }) => measure === target.measure)?.cohort.value;
      const baseRate = baseRates ? baseRateFor(target, scenario.start, baseRates) : null;
      return summariseTarget(data, target, inOrder, { baseRate, ...(cohort === undefined ? {} : { cohort }) });
    }),
    reviews: summariseReviews(data, targets, reviews),
    cost: costByYear(data),
    scorecard: scorecardLines(data, targets, inOrder),
    samples: sampleFutures(
      data,
      targets.map(({ measure }) => measure),
    ),
    worstMonths: worstMonths(targets, measures, data.layout.months),
    floors: safetyFloors(data, run.result.baseline, scenario.floors),
    failures: [...run.result.failures, ...failedEchoes],
  };
}

/** Measures in the words of the scenario's own limits, without those of a stage that its rules do not know. */
function inOwnMeasures(
  layout: RowLayout,
  measures: PlanReport['measures'],
  limits: MeasureLimits,
): PlanReport['measures'] {
  return Object.fromEntries(
    Object.entries(measures).flatMap(([id, summary]) =>
      inOwnWords(readMeasureId(layout, id).definition, limits)
        ? [[id, { ...summary, label: measureLabel(layout, id, limits) }]]
        : [],
    ),
  );
}

/** The worst month of each measure that has a target, in the direction of the first target that it has. */
function worstMonths(
  targets: Scenario['targets'],
  measures: PlanReport['measures'],
  months: readonly IsoMonth[],
): WorstMonth[] {
  const once = targets.filter(({ measure }, at) => targets.findIndex((other) => other.measure === measure) === at);
  return once.flatMap(({ measure, direction }) => {
    const summary = measures[measure];
    return (summary && worstMonth(measure, summary, months, direction)) ?? [];
  });
}

/** Every figure that the scenario observes against the simulated baseline of the first run; a figure not simulated is null and not ok. */
function calibrationLines({ observed }: Scenario, { model, result }: PlanRun): CalibrationLine[] {
  return observed.map(({ measure, value, tolerance }) => {
    const columns = measureById(measure) && measureColumns(layoutOf(model), measure);
    const read = columns ? valueAt(result.baseline, 0, columns) : Number.NaN;
    const simulated = Number.isFinite(read) ? read : null;
    const ok = simulated !== null && Math.abs(simulated - value) <= tolerance + 1e-9;
    return { measure, observed: value, simulated, tolerance, ok };
  });
}
