import { simulatorMaker, type CompiledModel, type Failure, type Simulator } from '../model/index';
import { gather } from './gather';
import type { Run, RunEnd, Runner } from './runner';

export interface DirectOptions {
  /** Milliseconds of work at a stretch before the thread is let go; kept under one frame so that a page stays alive. */
  readonly sliceMs?: number;
  readonly make?: (model: CompiledModel, seed: number) => Simulator;
}

const SLICE_MS = 12;
const KEPT = 2;

/** Lets the thread see to everything else that is waiting. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/**
 * Runs futures in this thread, in slices: for the command line, and for a page where no worker can start. A slice ends
 * after the future during which its time ran out; loading a model is one stretch.
 */
export function createDirectRunner(options: DirectOptions = {}): Runner {
  const { sliceMs = SLICE_MS, make = simulatorMaker() } = options;
  const kept: { model: CompiledModel; seed: number; simulator: Simulator }[] = [];
  const stops = new Set<() => void>();

  function simulatorFor(model: CompiledModel, seed: number): Simulator {
    const found = kept.find((entry) => entry.model === model && entry.seed === seed);
    if (found) return found.simulator;
    const simulator = make(model, seed);
    kept.push({ model, seed, simulator });
    if (kept.length > KEPT) kept.shift();
    return simulator;
  }

  return {
    workers: 1,
    start(request, onProgress) {
      const { model, seed, first, futures } = request;
      let stopped = false;
      let cancel = () => {};
      const cancelled = new Promise<RunEnd>((resolve) => {
        cancel = () => {
          stopped = true;
          resolve({ kind: 'cancelled' });
        };
      });

      async function work(): Promise<RunEnd> {
        await breathe();
        const gathering = gather(request, () => performance.now());
        const length = model.columns.length * model.months.length;
        const simulator = simulatorFor(model, seed);
        gathering.startClock();
        let sliceEnds = performance.now() + sliceMs;
        for (let future = first; future < first + futures; future++) {
          const rows = new Float64Array(length);
          const failure: Failure | null = simulator.run(future, rows);
          gathering.take({ first: future, rows, failures: failure ? [failure] : [], baseline: simulator.baseline });
          if (performance.now() < sliceEnds) continue;
          onProgress?.(gathering.progress());
          await breathe();
          if (stopped) return { kind: 'cancelled' };
          sliceEnds = performance.now() + sliceMs;
        }
        onProgress?.(gathering.progress());
        return { kind: 'done', result: gathering.result() };
      }

      const worked = work().catch((error: unknown): RunEnd => failed(error));
      stops.add(cancel);
      const end = Promise.race([worked, cancelled]).finally(() => stops.delete(cancel));
      return { end, cancel } satisfies Run;
    },
    dispose() {
      for (const stop of [...stops]) stop();
      kept.length = 0;
    },
  };
}

/** How a run ends on a bug in this thread: said with the code a worker's bug has. */
function failed(error: unknown): RunEnd {
  return { kind: 'failed', code: 'W2', message: error instanceof Error ? error.message : String(error) };
}
