import { liveHeldStill, simulatorMaker, type CompiledModel, type Failure, type Simulator } from '../src/model/index';
import { KEPT_MODELS, type SimulationApi } from './simulation-api';

interface Loaded {
  readonly simulator: Simulator;
  /** Numbers in a future's row. */
  readonly length: number;
}

/** The work of a simulation worker as a plain object; whatever stands around it only carries messages. */
export function createSimulationApi(
  make: (model: CompiledModel, seed: number) => Simulator = simulatorMaker(),
  heldStill: SimulationApi['heldStill'] = liveHeldStill,
): SimulationApi {
  /** In order of use, the latest last. */
  const kept = new Map<number, Loaded>();

  function use(run: number): Loaded {
    const loaded = kept.get(run);
    if (!loaded) throw new Error(`model ${run} is not loaded in this worker`);
    kept.delete(run);
    kept.set(run, loaded);
    return loaded;
  }

  return {
    load(run, model, seed) {
      kept.set(run, { simulator: make(model, seed), length: model.columns.length * model.months.length });
      for (const old of kept.keys()) {
        if (kept.size <= KEPT_MODELS) break;
        kept.delete(old);
      }
    },
    batch(run, first, futures) {
      const { simulator, length } = use(run);
      const rows = new Float64Array(futures * length);
      const failures: Failure[] = [];
      for (let i = 0; i < futures; i++) {
        const failure = simulator.run(first + i, rows.subarray(i * length, (i + 1) * length));
        if (failure) failures.push(failure);
      }
      // The rows and the baseline are given away by transfer: the simulator keeps its own.
      return { first, rows, failures, baseline: simulator.baseline.slice() };
    },
    heldStill,
  };
}
