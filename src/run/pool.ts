import type { CompiledModel } from '../model/index';
import { gather, type Gathering } from './gather';
import type { Run, RunEnd, Runner } from './runner';
import { Seat, WorkerDied, type NumberedModel, type Spawn } from './seat';

export type { Spawn, SpawnedWorker } from './seat';

export interface PoolOptions {
  readonly spawn: Spawn;
  /** How many workers; see {@link poolSize}. */
  readonly size: number;
  /** Futures in a batch; where left out, as many as take about {@link BATCH_MS} at the pace so far. */
  readonly batchFutures?: number;
  /** Milliseconds a worker may take over a batch that nobody waits for any more. */
  readonly finishMs?: number;
}

interface Piece {
  readonly first: number;
  readonly futures: number;
  /** How often a worker has died over it. */
  readonly deaths: number;
}

interface Job {
  readonly numbered: NumberedModel;
  readonly gathering: Gathering;
  readonly onProgress: (() => void) | undefined;
  readonly settle: (end: RunEnd) => void;
  /** Futures from here on have not been handed out. */
  next: number;
  readonly end: number;
  readonly again: Piece[];
  open: boolean;
}

/** Long enough that messages cost nothing, short enough that cancelling and progress feel immediate. */
export const BATCH_MS = 150;
const FIRST_BATCH = 4;
const FINISH_MS = 1500;

const closed = (job: Job): boolean => !job.open;

/** The run was cancelled while its model was being loaded. */
class RunClosed extends Error {}

/** Workers for a machine that reports this many processors. */
export function poolSize(hardwareConcurrency: number | undefined): number {
  return Math.max(1, Math.min(4, hardwareConcurrency ?? 1));
}

/**
 * Runs futures in workers. Runs are served in the order they were started. Rows are placed by future number, so the
 * result is the same for any number of workers and any size of batch. Cancelling settles the run
 * at once; its workers end the batch in hand for nobody and are then free, or are ended where that takes too long.
 */
export function createPool({ spawn, size, batchFutures, finishMs = FINISH_MS }: PoolOptions): Runner {
  const seats: (Seat | null)[] = Array.from({ length: size }, () => null);
  const busy: (Job | null)[] = Array.from({ length: size }, () => null);
  const finishing: (ReturnType<typeof setTimeout> | undefined)[] = Array.from({ length: size }, () => undefined);
  const jobs: Job[] = [];
  const numbered: NumberedModel[] = [];
  let numbers = 0;
  let msPerFuture: number | null = null;
  /** Workers that died in a row without a word: they cannot start here at all. */
  let stillborn = 0;

  function numberOf(model: CompiledModel, seed: number): NumberedModel {
    const found = numbered.find((entry) => entry.model === model && entry.seed === seed);
    if (found) return found;
    const fresh = { number: ++numbers, model, seed };
    numbered.push(fresh);
    if (numbered.length > 4 + size) numbered.shift();
    return fresh;
  }

  function batchSize(job: Job): number {
    if (batchFutures !== undefined) return batchFutures;
    if (msPerFuture === null) return FIRST_BATCH;
    const fit = Math.max(1, Math.round(BATCH_MS / msPerFuture));
    return Math.min(fit, Math.max(1, Math.ceil((job.end - job.next) / size)));
  }

  function nextPiece(job: Job): Piece | null {
    const again = job.again.shift();
    if (again) return again;
    if (job.next >= job.end) return null;
    const first = job.next;
    job.next = Math.min(job.end, first + batchSize(job));
    return { first, futures: job.next - first, deaths: 0 };
  }

  function close(job: Job, end: RunEnd): void {
    if (!job.open) return;
    job.open = false;
    jobs.splice(jobs.indexOf(job), 1);
    for (let i = 0; i < size; i++) {
      if (busy[i] !== job || end.kind === 'done') continue;
      if (end.kind === 'cancelled') letFinish(i, job);
      else retire(i);
    }
    job.settle(end);
  }

  /** A cancelled run's worker may end the batch in hand, which keeps its warm states; one that takes too long is ended. */
  function letFinish(place: number, job: Job): void {
    const seat = seats[place];
    finishing[place] = setTimeout(() => {
      if (seats[place] !== seat || busy[place] !== job) return;
      retire(place);
      handOut();
    }, finishMs);
  }

  function retire(place: number): void {
    clearTimeout(finishing[place]);
    seats[place]?.terminate();
    seats[place] = null;
    busy[place] = null;
  }

  /** Gives every idle place the next piece of the oldest run that has one. */
  function handOut(): void {
    for (let place = 0; place < size; place++) {
      if (busy[place]) continue;
      for (const job of jobs) {
        const piece = nextPiece(job);
        if (!piece) continue;
        busy[place] = job;
        void work(place, job, piece);
        break;
      }
    }
  }

  async function work(place: number, job: Job, piece: Piece): Promise<void> {
    let seat: Seat | null = null;
    try {
      seat = seats[place] ??= new Seat(spawn);
      await seat.load(job.numbered);
      if (closed(job)) throw new RunClosed();
      job.gathering.startClock();
      const began = performance.now();
      const batch = await seat.batch(job.numbered.number, piece.first, piece.futures);
      stillborn = 0;
      const pace = (performance.now() - began) / piece.futures;
      msPerFuture = msPerFuture === null ? pace : 0.7 * msPerFuture + 0.3 * pace;
      if (job.open) job.gathering.take(batch);
    } catch (error) {
      if (job.open) mishap(place, seat, job, piece, error);
    }
    if (busy[place] === job) {
      busy[place] = null;
      clearTimeout(finishing[place]);
    }
    if (job.open) {
      job.onProgress?.();
      if (job.gathering.complete) close(job, { kind: 'done', result: job.gathering.result() });
    }
    handOut();
  }

  /** A worker died over a piece, could not be made, or met a bug. */
  function mishap(place: number, seat: Seat | null, job: Job, piece: Piece, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    if (seat && !(error instanceof WorkerDied)) {
      close(job, { kind: 'failed', code: 'W2', message });
      return;
    }
    if (seats[place] === seat) retire(place);
    if (!seat?.answered) stillborn++;
    if (stillborn > size) {
      close(job, { kind: 'failed', code: 'W1', message: `no worker can start: ${message}` });
    } else if (piece.deaths > 0) {
      job.gathering.giveUp(
        piece.first,
        piece.futures,
        'worker-died',
        `the worker died twice over this batch: ${message}`,
      );
    } else {
      job.again.push({ ...piece, deaths: piece.deaths + 1 });
    }
  }

  return {
    workers: size,
    start(request, onProgress) {
      const gathering = gather(request, () => performance.now());
      let settle: (end: RunEnd) => void = () => {};
      const end = new Promise<RunEnd>((resolve) => {
        settle = resolve;
      });
      const job: Job = {
        numbered: numberOf(request.model, request.seed),
        gathering,
        onProgress: onProgress && (() => onProgress(gathering.progress())),
        settle,
        next: request.first,
        end: request.first + request.futures,
        again: [],
        open: true,
      };
      jobs.push(job);
      if (gathering.complete) close(job, { kind: 'done', result: gathering.result() });
      handOut();
      return { end, cancel: () => close(job, { kind: 'cancelled' }) } satisfies Run;
    },
    dispose() {
      for (const job of [...jobs]) close(job, { kind: 'cancelled' });
      for (let place = 0; place < size; place++) retire(place);
    },
  };
}
