/** Where trials of a calibration are run: points compiled together, each in worlds of its own, read figure by figure. */
import { compile, type CompiledModel, type FittedPoint, type Scenario } from '../model/index';
import type { Evaluator } from '../run/evaluator';
import { readFigures, statedFigures, type Figure, type Reading } from './figures';

/** Years of warm-up before the baseline year ends: with one year a fit is to a transient. */
const WARM_UP_YEARS = 4;

export interface Progress {
  /** The middle point alone, all points of the ridge, single worlds brought to the year seen, or the check on other worlds. */
  readonly stage: 'middle' | 'ridge' | 'draws' | 'check';
  /** Trials begun. */
  readonly trial: number;
  /** Worlds of this trial that have been lived, and how many it has. */
  readonly done: number;
  readonly total: number;
  /** Where the pressure response is fitted too: the one being tried. */
  readonly pressureKappa?: number;
}

/** A point to be looked at, and the number of the first of its worlds. */
export interface Ask {
  readonly point: FittedPoint;
  readonly firstWorld: number;
}

export interface LaboratoryOptions {
  readonly seed: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

export interface Laboratory {
  readonly scenario: Scenario;
  readonly figures: readonly Figure[];
  /** Measures that the scenario states and this model does not count. */
  readonly notCounted: readonly string[];
  /** Trials run so far, and years lived in them by all worlds together. */
  readonly spent: { readonly trials: number; readonly worldYears: number };
  /** The last warm-up year of every point, over `worlds` worlds each, in the order asked. */
  look(asks: readonly Ask[], worlds: number, stage: Progress['stage']): Promise<Reading[]>;
  /**
   * The same year and `further` ones after it with all inputs still held, `[point][year][world]` mean months. The
   * baseline year comes after as many years as in {@link Laboratory.look}, and differs from it in calendar and luck only.
   */
  years(asks: readonly Ask[], worlds: number, further: number): Promise<Float64Array[][][]>;
}

/** Opens a laboratory. Its trials share the seed, so the same world has the same luck in each. */
export function openLaboratory(
  scenario: Scenario,
  evaluator: Evaluator,
  { seed, signal, onProgress }: LaboratoryOptions,
): Laboratory {
  const { columns } = modelOf(scenario, [scenario.fitted.points[0]!], WARM_UP_YEARS);
  const spent = { trials: 0, worldYears: 0 };

  async function live(asks: readonly Ask[], worlds: number, further: number, stage: Progress['stage']) {
    const model = modelOf(
      scenario,
      asks.map(({ point }) => point),
      WARM_UP_YEARS + further,
    );
    const councils = asks.flatMap(({ firstWorld }, point) =>
      Array.from({ length: worlds }, (_, i) => ({ point, world: firstWorld + i })),
    );
    const trial = ++spent.trials;
    spent.worldYears += councils.length * (WARM_UP_YEARS + further);
    const rows = await evaluator.baselines(
      { model, seed, councils, years: 1 + further },
      { signal, onProgress: (done, total) => onProgress?.({ stage, trial, done, total }) },
    );
    const month = (point: number, world: number, year: number): Float64Array => {
      const at = ((point * worlds + world) * (1 + further) + year) * columns.length;
      return rows.subarray(at, at + columns.length);
    };
    return asks.map((_, point) =>
      Array.from({ length: 1 + further }, (__, year) =>
        Array.from({ length: worlds }, (___, world) => month(point, world, year)),
      ),
    );
  }

  const { figures, notCounted } = statedFigures(scenario, columns);
  return {
    scenario,
    figures,
    notCounted,
    spent,
    async look(asks, worlds, stage) {
      const points = await live(asks, worlds, 0, stage);
      return points.map(([year]) => readFigures(figures, year!));
    },
    years: (asks, worlds, further) => live(asks, worlds, further, 'check'),
  };
}

/** The scenario as now at some points; the plan changes nothing before the start. */
function modelOf(scenario: Scenario, points: readonly FittedPoint[], warmUpYears: number): CompiledModel {
  const plan = scenario.plans.find(({ id }) => id === 'as-now') ?? scenario.plans[0]!;
  const fitted = { modelVersion: scenario.fitted.modelVersion, method: scenario.fitted.method, points: [...points] };
  return compile({ ...scenario, fitted }, plan, { horizonMonths: 1, warmStates: 1, warmUpYears });
}
