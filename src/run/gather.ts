import type { Batch } from '../../workers/simulation-api';
import type { Failure } from '../model/index';
import type { Progress, RunRequest, RunResult } from './runner';

/** Where the answers of one run come together: rows by future number, failures in order, progress with a pace. */
export interface Gathering {
  readonly complete: boolean;
  /** Takes a batch that a worker (or this thread) has run. */
  take(batch: Batch): void;
  /** Gives futures up: their rows stay NaN and each becomes a failure. */
  giveUp(first: number, futures: number, code: string, message: string): void;
  /** Starts the clock by which the time left is reckoned: after the models are loaded, so that warming up does not slow the pace. */
  startClock(): void;
  progress(): Progress;
  result(): RunResult;
}

/**
 * @param now milliseconds of a clock that only runs forward
 */
export function gather(request: RunRequest, now: () => number): Gathering {
  const { model, seed, first, futures } = request;
  const columns = model.columns.length;
  const length = columns * model.months.length;
  const rows = new Float64Array(futures * length).fill(NaN);
  const failures: Failure[] = [];
  let baseline: Float64Array | null = null;
  let done = 0;
  let began: number | null = null;

  return {
    get complete() {
      return done >= futures;
    },
    take(batch) {
      rows.set(batch.rows, (batch.first - first) * length);
      failures.push(...batch.failures);
      baseline ??= batch.baseline.slice();
      done += batch.rows.length / length;
    },
    giveUp(from, count, code, message) {
      for (let future = from; future < from + count; future++) failures.push({ future, seed, day: -1, code, message });
      done += count;
    },
    startClock() {
      began ??= now();
    },
    progress() {
      const seconds = began === null ? 0 : (now() - began) / 1000;
      return {
        done,
        total: futures,
        secondsLeft: done > 0 && seconds > 0 ? (seconds / done) * (futures - done) : null,
      };
    },
    result() {
      failures.sort((a, b) => a.future - b.future);
      return { first, futures, rows, failures, baseline: baseline ?? new Float64Array(columns).fill(NaN) };
    },
  };
}
