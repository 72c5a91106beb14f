import type { EngineId, Variant } from './problem';

/** One of the three programs that can replicate the reference problem. */
export interface Engine {
  readonly id: EngineId;
  /** What it is called in tables. */
  readonly name: string;
  /** With what it runs here. */
  readonly version: string;
  replicate(variant: Variant, replications: number, seed: number): Replications;
}

export interface Replications {
  /** A row for each replication, of the problem's figures in order. */
  readonly rows: readonly (readonly number[])[];
  /** Seconds of processor time each took. */
  readonly seconds: readonly number[];
}

/** A program that is not on this machine: what is missing and how to get it, in one sentence. */
export interface Missing {
  readonly missing: string;
}
