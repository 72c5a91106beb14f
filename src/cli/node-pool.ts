import nodeEndpoint from 'comlink/dist/esm/node-adapter';
import { Worker } from 'node:worker_threads';
import type { SpawnedWorker } from '../run/seat';

/** Starts one simulation worker in a thread of Node. Its program lies beside this one: the bundle holds both. */
export function spawnNodeWorker(): SpawnedWorker {
  const worker = new Worker(new URL('./simulation.node.js', import.meta.url));
  return {
    endpoint: nodeEndpoint(worker),
    terminate: () => void worker.terminate(),
    onDeath(listener) {
      worker.once('error', (error: Error) => listener(error.message));
      worker.once('exit', (code) => listener(`its thread ended with code ${code}`));
    },
  };
}
