import { answerLength, type Evaluator } from './evaluator';
import { Seat, WorkerDied, type Spawn } from './seat';

export interface PoolEvaluatorOptions {
  readonly spawn: Spawn;
  /** How many workers; see `poolSize`. */
  readonly size: number;
}

/** Nobody waits for the council any more: its request has failed or was aborted before its turn. */
class Forgotten extends Error {}

/**
 * Holds councils still in workers, one at a time each, in the order asked. Every council is placed by its number, so the
 * result is the same for any number of workers. A worker that dies over a council is replaced and the council lived
 * again; when it dies a second time the request fails. A request that is aborted leaves its workers to the next one as
 * soon as they have ended the council in hand.
 */
export function createPoolEvaluator({ spawn, size }: PoolEvaluatorOptions): Evaluator {
  const seats: (Seat | null)[] = Array.from({ length: size }, () => null);
  const free = seats.map((_, place) => place);
  const waiting: ((place: number) => void)[] = [];
  let disposed = false;
  const gone = (): boolean => disposed;

  const take = (): Promise<number> => {
    const place = free.shift();
    return place === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(place);
  };
  const giveBack = (place: number): void => {
    const next = waiting.shift();
    if (next) next(place);
    else free.push(place);
  };

  /** Does one piece of work on the next free worker, a second time where the worker dies. */
  async function onSeat<T>(wanted: () => boolean, work: (seat: Seat) => Promise<T>): Promise<T> {
    const place = await take();
    try {
      for (let deaths = 0; ; deaths++) {
        if (!wanted() || gone()) throw new Forgotten('nobody waits for this council');
        const seat = (seats[place] ??= new Seat(spawn));
        try {
          return await work(seat);
        } catch (error) {
          if (!(error instanceof WorkerDied)) throw error;
          if (seats[place] === seat) seats[place] = null;
          if (deaths > 0 && !gone())
            throw new Error(`a worker died twice over a council: ${error.message}`, { cause: error });
        }
      }
    } finally {
      giveBack(place);
    }
  }

  return {
    workers: size,
    async baselines(request, { signal, onProgress } = {}) {
      signal?.throwIfAborted();
      const { model, seed, councils, years } = request;
      const length = answerLength(request);
      const rows = new Float64Array(councils.length * length);
      let open = true;
      let done = 0;
      const pieces = councils.map(async (council, place) => {
        const answer = await onSeat(
          () => open,
          (seat) => seat.heldStill(model, seed, council, years),
        );
        if (!open) return;
        rows.set(answer, place * length);
        onProgress?.(++done, councils.length);
      });
      let stop = (): void => {};
      const aborted = new Promise<never>((_, reject) => {
        stop = () => reject(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
        signal?.addEventListener('abort', stop, { once: true });
      });
      try {
        await Promise.race([Promise.all(pieces), aborted]);
        return rows;
      } finally {
        open = false;
        signal?.removeEventListener('abort', stop);
        // Pieces that were not waited for settle on their own; what they have to say is known or no longer wanted.
        void Promise.allSettled(pieces);
      }
    },
    dispose() {
      disposed = true;
      for (const [place, seat] of seats.entries()) {
        seat?.terminate();
        seats[place] = null;
      }
    },
  };
}
