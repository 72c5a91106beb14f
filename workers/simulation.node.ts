import * as Comlink from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter';
import { parentPort } from 'node:worker_threads';
import { createSimulationApi } from './simulation';
import type { SimulationApi } from './simulation-api';

if (!parentPort) throw new Error('this program runs in a worker thread');

const api = createSimulationApi();

const exposed: SimulationApi = {
  load: (run, model, seed) => api.load(run, model, seed),
  async batch(run, first, futures) {
    const batch = await api.batch(run, first, futures);
    return Comlink.transfer(batch, [batch.rows.buffer, batch.baseline.buffer]);
  },
  async heldStill(model, seed, council, years) {
    const rows = await api.heldStill(model, seed, council, years);
    return Comlink.transfer(rows, [rows.buffer]);
  },
};

Comlink.expose(exposed, nodeEndpoint(parentPort));
