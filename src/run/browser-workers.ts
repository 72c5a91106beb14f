import type { SpawnedWorker } from './seat';

/** Starts one simulation worker of the browser. The address must stand literally inside `new Worker`, where the build finds it. */
export function spawnBrowserWorker(): SpawnedWorker {
  const worker = new Worker(new URL('../../workers/simulation.worker.ts', import.meta.url), { type: 'module' });
  return {
    endpoint: worker,
    terminate: () => worker.terminate(),
    onDeath(listener) {
      worker.addEventListener('error', (event) => listener(event.message || 'its program did not load'), {
        once: true,
      });
    },
  };
}
