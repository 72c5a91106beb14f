import * as Comlink from 'comlink';
import { KEPT_MODELS, type Batch, type SimulationApi } from '../../workers/simulation-api';
import type { CompiledModel, HeldStill } from '../model/index';

/** One freshly started worker, as the place that made it hands it over: a browser Worker or a thread of Node. */
export interface SpawnedWorker {
  readonly endpoint: Comlink.Endpoint;
  terminate(): void;
  /** Calls back once when the worker dies by itself: a script that does not load, an uncaught error, out of memory. */
  onDeath(listener: (reason: string) => void): void;
}

export type Spawn = () => SpawnedWorker;

/** Thrown to whoever waits on a worker that is gone. */
export class WorkerDied extends Error {
  override name = 'WorkerDied';
}

/** A model under the number by which workers know it. */
export interface NumberedModel {
  readonly number: number;
  readonly model: CompiledModel;
  readonly seed: number;
}

/** A worker in use: sends each model once, and never leaves a caller waiting on a dead worker. */
export class Seat {
  readonly #worker: SpawnedWorker;
  readonly #api: Comlink.Remote<SimulationApi>;
  readonly #death: Promise<never>;
  #die: (error: WorkerDied) => void = () => {};
  /** Numbers of the models the worker has, the latest used last; mirrors what the worker itself keeps. */
  #loaded: number[] = [];
  /** Whether it has ever answered. */
  answered = false;
  dead = false;

  constructor(spawn: Spawn) {
    this.#worker = spawn();
    this.#api = Comlink.wrap<SimulationApi>(this.#worker.endpoint);
    this.#death = new Promise<never>((_, reject) => {
      this.#die = reject;
    });
    this.#death.catch(() => {});
    this.#worker.onDeath((reason) => this.#end(reason));
  }

  async load({ number, model, seed }: NumberedModel): Promise<void> {
    const had = this.#loaded.includes(number);
    this.#loaded = [...this.#loaded.filter((n) => n !== number), number].slice(-KEPT_MODELS);
    if (had) return;
    await this.#call(this.#api.load(number, model, seed));
  }

  batch(number: number, first: number, futures: number): Promise<Batch> {
    return this.#call(this.#api.batch(number, first, futures));
  }

  heldStill(model: CompiledModel, seed: number, council: HeldStill, years: number): Promise<Float64Array> {
    return this.#call(this.#api.heldStill(model, seed, council, years));
  }

  terminate(): void {
    this.#end('ended by its pool');
  }

  #end(reason: string): void {
    if (this.dead) return;
    this.dead = true;
    this.#worker.terminate();
    this.#die(new WorkerDied(reason));
  }

  /** A call on a terminated worker never settles by itself, so every call races the worker's death. */
  async #call<T>(answer: Promise<T>): Promise<T> {
    const value = await Promise.race([answer, this.#death]);
    this.answered = true;
    return value;
  }
}
