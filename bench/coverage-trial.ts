/** One council's trial: the tool is given what is published, calibrates and forecasts; then it is held against the truth. */
import { calibrate, withCalibration } from '../src/decide/calibrate';
import type { Calibration } from '../src/decide/calibration';
import { compile, makeLayout, makeSimulator, MODEL_VERSION, type FittedPoint, type Scenario } from '../src/model/index';
import { measureColumns } from '../src/model/results/measure-series';
import { spreadOf } from '../src/model/results/quantile';
import { createDirectEvaluator } from '../src/run/evaluator';
import { asNow, FORECAST_MONTHS, invent, lots, type Hidden, type Invention } from './coverage-council';

/** What is forecast, and whether over the twelve months together or as it stands at the end of them. */
export const FORECASTS = [
  { measure: 'ia_in_time', label: 'Initial assessments in time, 12 months', over: 'year' },
  { measure: 'ca_in_time', label: 'Core assessments in time, 12 months', over: 'year' },
  { measure: 'vacancy_rate_dfe', label: 'Vacancies at the end', over: 'end' },
  { measure: 'assessments_overdue', label: 'Assessments overdue at the end', over: 'end' },
  { measure: 'lac_reviews_child', label: 'Looked-after reviews, at the end', over: 'end' },
] as const;

export interface Effort {
  readonly points: number;
  readonly worlds: number;
  readonly futures: number;
}

export type TrialRequest = Effort & Invention;

export interface Forecast {
  readonly measure: string;
  readonly truth: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  /**
   * Where the truth stands among the futures, 0 to 1, ties by lot: were it one of them this would be even between 0 and 1,
   * whatever the number of futures and however coarse the measure.
   */
  readonly rank: number;
}

export interface Recovery {
  readonly key: keyof FittedPoint;
  readonly hidden: number;
  /** Mean over the draws. */
  readonly found: number;
  /** From the lowest draw to the highest. */
  readonly low: number;
  readonly high: number;
}

export interface Trial {
  readonly council: number;
  readonly hidden: Hidden;
  readonly draws: number;
  readonly observed: Readonly<Record<string, number>>;
  /** Null where nothing was calibrated. */
  readonly converged: boolean | null;
  readonly forecasts: readonly Forecast[];
  readonly recovery: readonly Recovery[];
  readonly seconds: number;
}

export async function tryCouncil(request: TrialRequest): Promise<Trial> {
  const { scenario, seed, council, given } = request;
  const began = performance.now();
  const { hidden, draws, known, next, model } = invent(request);
  const toolSeed = 2 * (seed * 100_000 + council) + 1;
  const found = given === 'truth' ? null : await calibrated(known, toolSeed, request);
  const forecast = found ? withCalibration(known, found, MODEL_VERSION) : known;
  const rows = forecastRows(forecast, toolSeed, request.futures);
  const layout = makeLayout(
    model.months,
    scenario.workforce.teams.map(({ id }) => id),
  );
  const lot = lots(seed + 1, council);
  const forecasts = FORECASTS.map(({ measure, over }) => {
    const columns = measureColumns(layout, measure)!;
    const read = (row: Float64Array): number => {
      const from = over === 'year' ? 0 : FORECAST_MONTHS - 1;
      const sum = (column: number): number => {
        let total = 0;
        for (let month = from; month < FORECAST_MONTHS; month++) total += row[month * layout.stride + column]!;
        return total;
      };
      return columns.denominator < 0 ? sum(columns.numerator) : sum(columns.numerator) / sum(columns.denominator);
    };
    return compared(measure, read(next), Float64Array.from(rows, read), lot());
  });
  return {
    council,
    hidden,
    draws,
    observed: Object.fromEntries(known.observed.map(({ measure, value }) => [measure, value])),
    converged: found ? found.converged : null,
    forecasts,
    recovery: found ? recovered(found, hidden.point) : [],
    seconds: (performance.now() - began) / 1000,
  };
}

async function calibrated(known: Scenario, seed: number, { points, worlds }: Effort): Promise<Calibration> {
  const evaluator = createDirectEvaluator();
  try {
    return await calibrate(known, evaluator, { points, worlds, seed });
  } finally {
    evaluator.dispose();
  }
}

/**
 * The next months as now, in many futures with doubt on. Where the truth is known nothing was drawn, and every future has a
 * warm state of its own, so that nothing but the proof itself is looked at.
 */
function forecastRows(scenario: Scenario, seed: number, futures: number): Float64Array[] {
  const model = compile(scenario, asNow(scenario), { horizonMonths: FORECAST_MONTHS, warmStates: futures });
  const simulator = makeSimulator(model, seed);
  return Array.from({ length: futures }, (_, future) => {
    const row = new Float64Array(model.columns.length * FORECAST_MONTHS);
    const failure = simulator.run(future, row);
    if (failure) throw new Error(`future ${String(future)}: ${failure.message}`);
    return row;
  });
}

function compared(measure: string, truth: number, values: Float64Array, lot: number): Forecast {
  const { p10, p50, p90 } = spreadOf(values);
  if (!Number.isFinite(truth) || p10 === null || p50 === null || p90 === null)
    throw new Error(`${measure} has no value in the truth or in the forecast`);
  const below = values.filter((value) => value < truth).length;
  const level = values.filter((value) => value === truth).length;
  return { measure, truth, low: p10, middle: p50, high: p90, rank: (below + lot * (level + 1)) / (values.length + 1) };
}

function recovered({ fits, draws }: Calibration, hidden: FittedPoint): Recovery[] {
  const keys = [...new Set(fits.flatMap(({ values }) => values.map(({ key }) => key)))];
  return keys.map((key) => {
    const values = draws.map(({ point }) => point[key]);
    const found = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { key, hidden: hidden[key], found, low: Math.min(...values), high: Math.max(...values) };
  });
}
