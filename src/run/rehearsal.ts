import type { SimulationApi } from '../../workers/simulation-api';
import { gather } from './gather';
import type { RunEnd, Runner } from './runner';

/**
 * Runs futures in this thread as if a thread boundary stood between: every argument and answer is cloned as a message
 * would be, so that a test without workers trips over functions, classes and anything else that is not plain data.
 */
export function createRehearsalRunner(api: SimulationApi, batchFutures = 16): Runner {
  let loads = 0;

  return {
    workers: 1,
    start(request, onProgress) {
      let stopped = false;

      async function work(): Promise<RunEnd> {
        const { model, seed, first, futures } = structuredClone(request);
        const gathering = gather(request, () => performance.now());
        const run = ++loads;
        await api.load(run, model, seed);
        gathering.startClock();
        for (let from = first; from < first + futures; from += batchFutures) {
          const batch = await api.batch(run, from, Math.min(batchFutures, first + futures - from));
          if (stopped) return { kind: 'cancelled' };
          gathering.take(structuredClone(batch));
          onProgress?.(gathering.progress());
        }
        return { kind: 'done', result: gathering.result() };
      }

      const end = work().catch((error: unknown): RunEnd => ({ kind: 'failed', code: 'W2', message: String(error) }));
      return {
        end,
        cancel: () => {
          stopped = true;
        },
      };
    },
    dispose: () => {},
  };
}
