import { MessageChannel, type MessagePort } from 'node:worker_threads';
import * as Comlink from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter';
import type { CompiledModel, Failure, HeldStill, Simulator } from '../../../src/model/index';
import type { Run, RunResult } from '../../../src/run/runner';
import type { SpawnedWorker } from '../../../src/run/seat';
import { createSimulationApi } from '../../../workers/simulation';
import type { SimulationApi } from '../../../workers/simulation-api';

/** Two months of three columns. */
export const toyModel: CompiledModel = {
  ...({} as CompiledModel),
  scenarioId: 'toy',
  planId: 'as-now',
  start: '2009-02-10',
  months: ['2009-02', '2009-03'],
  columns: ['a', 'b', 'c'],
};

/** A future's row says which future, seed and place it is; every seventh future fails. */
export function toySimulator(model: CompiledModel, seed: number): Simulator {
  return {
    baseline: Float64Array.from(model.columns, (_, i) => i),
    run(future, row): Failure | null {
      if (future % 7 === 6) {
        row.fill(NaN);
        return { future, seed, day: 3, code: 'toy', message: 'every seventh' };
      }
      for (let i = 0; i < row.length; i++) row[i] = future * 1000 + i + seed / 8;
      return null;
    },
  };
}

/** A council's answer says which point, world, seed, year and column it is. */
export function toyHeldStill(
  model: CompiledModel,
  seed: number,
  { point, world }: HeldStill,
  years: number,
): Float64Array {
  const columns = model.columns.length;
  return Float64Array.from({ length: years * columns }, (_, i) => point * 10000 + world * 100 + i + seed / 8);
}

export interface ToyWorker {
  readonly api: SimulationApi;
  /** Stops answering, and tells the pool. */
  die(reason: string): void;
  terminated: boolean;
  loads: number;
}

/** Workers in this thread behind a real message channel. `shape` may bend what a worker does. */
export function toyWorkers(
  shape: (api: SimulationApi, worker: ToyWorker, index: number) => SimulationApi = (api) => api,
) {
  const workers: ToyWorker[] = [];
  const ports: MessagePort[] = [];

  function spawn(): SpawnedWorker {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    let listener: (reason: string) => void = () => {};
    const close = () => {
      port1.close();
      port2.close();
    };
    const plain = createSimulationApi(toySimulator, toyHeldStill);
    const worker: ToyWorker = {
      api: plain,
      terminated: false,
      loads: 0,
      die(reason) {
        close();
        listener(reason);
      },
    };
    const counted: SimulationApi = {
      load(run, model, seed) {
        worker.loads++;
        return plain.load(run, model, seed);
      },
      batch: (run, first, futures) => plain.batch(run, first, futures),
      heldStill: (model, seed, council, years) => plain.heldStill(model, seed, council, years),
    };
    const index = workers.push(worker) - 1;
    Comlink.expose(shape(counted, worker, index), nodeEndpoint(port1));
    return {
      endpoint: nodeEndpoint(port2),
      terminate() {
        worker.terminated = true;
        close();
      },
      onDeath(heard) {
        listener = heard;
      },
    };
  }

  return { spawn, workers };
}

/** The result of a run that must be done. */
export async function done(run: Run): Promise<RunResult> {
  const end = await run.end;
  if (end.kind !== 'done') throw new Error(`the run ended as ${end.kind}`);
  return end.result;
}

export const never = () => new Promise<never>(() => {});
