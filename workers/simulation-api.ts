/** What a simulation worker can do; plain data in, plain data out. */
import type { CompiledModel, Failure, HeldStill } from '../src/model/index';

export interface Batch {
  readonly first: number;
  readonly rows: Float64Array;
  readonly failures: readonly Failure[];
  readonly baseline: Float64Array;
}

/** How many loaded models a worker keeps, the latest used ones: a plan and the as-now plan it is held against. */
export const KEPT_MODELS = 2;

export interface SimulationApi {
  /** Takes a compiled model under a number; the worker keeps its warm states until {@link KEPT_MODELS} others were used since. */
  load(run: number, model: CompiledModel, seed: number): Promise<void> | void;
  /** Runs futures `first` to `first + futures − 1` of that model. */
  batch(run: number, first: number, futures: number): Promise<Batch> | Batch;
  /**
   * Lives one council up to the start and gives the mean month of each of its last `years` years, the earliest first.
   * It needs no loaded model and keeps nothing.
   */
  heldStill(
    model: CompiledModel,
    seed: number,
    council: HeldStill,
    years: number,
  ): Promise<Float64Array> | Float64Array;
}
