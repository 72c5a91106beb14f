/**
 * The one interface through which futures are run, whoever runs them: this thread, a rehearsal of the thread
 * boundary, or a pool of workers. Rows come back placed by future number, never by arrival.
 */
import type { CompiledModel, Failure } from '../model/index';

export interface RunRequest {
  readonly model: CompiledModel;
  /** Whole number from 0 to 2^53 − 1. */
  readonly seed: number;
  /** Futures `first` to `first + futures − 1` are run. */
  readonly first: number;
  readonly futures: number;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Seconds left at the pace so far; null before the first batch. */
  readonly secondsLeft: number | null;
}

export interface RunResult {
  readonly first: number;
  readonly futures: number;
  /** `futures × layout.length` numbers; the row of future f begins at `(f − first) × layout.length`; a failed future's row is all NaN. */
  readonly rows: Float64Array;
  readonly failures: readonly Failure[];
  /** One month in the layout's columns: the simulated baseline year before the start (flows and events per month, snapshots averaged). */
  readonly baseline: Float64Array;
}

export type RunEnd =
  | { readonly kind: 'done'; readonly result: RunResult }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

export interface Run {
  /** Settles once, always: a cancelled or crashed run settles too. Never rejects. */
  readonly end: Promise<RunEnd>;
  /** Frees the caller at once; late answers are ignored. */
  cancel(): void;
}

export interface Runner {
  /** How many workers share the futures (1 for a runner in this thread). */
  readonly workers: number;
  start(request: RunRequest, onProgress?: (progress: Progress) => void): Run;
  dispose(): void;
}
