/**
 * The one interface through which councils are held still, whoever does it: this thread or workers. That is what a
 * calibration asks for: what many councils show in the years up to the start, each at a point of its own and in a world
 * of its own. Answers are placed by the council's place in the request, never by arrival.
 */
import { liveHeldStill, type CompiledModel, type HeldStill } from '../model/index';

export interface HeldStillRequest {
  readonly model: CompiledModel;
  /** Whole number from 0 to 2^53 − 1. */
  readonly seed: number;
  readonly councils: readonly HeldStill[];
  /** Years counted, the last ones before the start; fewer than the model's warm-up has. */
  readonly years: number;
}

export interface Watch {
  /** Aborting rejects the request at once; late answers are ignored. */
  readonly signal?: AbortSignal | undefined;
  /** Called after every council. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface Evaluator {
  /** How many workers share the councils (1 for this thread). */
  readonly workers: number;
  /**
   * @returns `councils × years × columns` numbers: the mean month of each year, the earliest first
   * @throws the signal's reason when aborted; an error where a council cannot be lived or no worker can
   */
  baselines(request: HeldStillRequest, watch?: Watch): Promise<Float64Array>;
  dispose(): void;
}

/** Lives one council; stood in for by tests. */
export type LiveHeldStill = typeof liveHeldStill;

/** Numbers that one council's answer has. */
export function answerLength({ model, years }: Pick<HeldStillRequest, 'model' | 'years'>): number {
  return years * model.columns.length;
}

/** Holds councils still in this thread, which is let go after each of them. */
export function createDirectEvaluator(live: LiveHeldStill = liveHeldStill): Evaluator {
  return {
    workers: 1,
    async baselines(request, { signal, onProgress } = {}) {
      const { model, seed, councils, years } = request;
      const length = answerLength(request);
      const rows = new Float64Array(councils.length * length);
      for (const [place, council] of councils.entries()) {
        signal?.throwIfAborted();
        rows.set(live(model, seed, council, years), place * length);
        onProgress?.(place + 1, councils.length);
        await new Promise<void>((resolve) => setTimeout(resolve, 0));
      }
      signal?.throwIfAborted();
      return rows;
    },
    dispose: () => {},
  };
}
