import * as Comlink from 'comlink';
import { createSimulationApi } from './simulation';
import type { SimulationApi } from './simulation-api';

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

Comlink.expose(exposed);
