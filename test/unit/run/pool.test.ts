import { describe, expect, test } from 'vitest';
import { createPool, poolSize } from '../../../src/run/pool';
import type { Progress } from '../../../src/run/runner';
import { done, never, toyModel, toyWorkers } from './toy';

const request = { model: toyModel, seed: 8, first: 0, futures: 40 };

describe('the pool', () => {
  test('places rows by future number, keeps failures, gives the baseline', async () => {
    const pool = createPool({ spawn: toyWorkers().spawn, size: 2, batchFutures: 3 });
    const result = await done(pool.start({ ...request, first: 10 }));
    pool.dispose();
    expect(result.rows.length).toBe(40 * 6);
    expect([...result.rows.subarray(0, 3)]).toEqual([10001, 10002, 10003]);
    expect([...result.rows.subarray(39 * 6, 39 * 6 + 2)]).toEqual([49001, 49002]);
    expect(result.failures.map(({ future }) => future)).toEqual([13, 20, 27, 34, 41, 48]);
    expect([...result.rows.subarray(18, 24)]).toEqual([NaN, NaN, NaN, NaN, NaN, NaN]);
    expect([...result.baseline]).toEqual([0, 1, 2]);
  });

  test('gives the same bytes for 1, 2 and 3 workers, any batch size, and answers that come out of order', async () => {
    const outcomes = [];
    for (const [size, batchFutures] of [
      [1, 40],
      [2, 7],
      [3, 1],
      [3, undefined],
    ] as const) {
      const { spawn } = toyWorkers((api, _, index) => ({
        ...api,
        async batch(run, first, futures) {
          await new Promise((resolve) => setTimeout(resolve, index === 0 ? 12 : 1));
          return api.batch(run, first, futures);
        },
      }));
      const pool = createPool({ spawn, size, ...(batchFutures ? { batchFutures } : {}) });
      const { rows, failures, baseline } = await done(pool.start(request));
      outcomes.push({ rows: new Uint8Array(rows.buffer), failures, baseline });
      pool.dispose();
    }
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
  });

  test('sends a model once to each worker, also for the futures that follow and with a second plan between', async () => {
    const { spawn, workers } = toyWorkers();
    const pool = createPool({ spawn, size: 1, batchFutures: 5 });
    const second = { ...toyModel, planId: 'mine' };
    await done(pool.start(request));
    await done(pool.start({ ...request, model: second }));
    await done(pool.start({ ...request, first: 40 }));
    await done(pool.start({ ...request, model: second, first: 40 }));
    pool.dispose();
    expect(workers).toHaveLength(1);
    expect(workers[0]!.loads).toBe(2);
  });

  test('tells how far it is and how long it still takes', async () => {
    const pool = createPool({ spawn: toyWorkers().spawn, size: 1, batchFutures: 10 });
    const heard: Progress[] = [];
    await done(pool.start(request, (progress) => heard.push(progress)));
    pool.dispose();
    expect(heard.map(({ done }) => done)).toEqual([10, 20, 30, 40]);
    expect(heard.every(({ total, secondsLeft }) => total === 40 && secondsLeft !== null && secondsLeft >= 0)).toBe(
      true,
    );
    expect(heard.at(-1)!.secondsLeft).toBe(0);
  });

  test('cancelling settles at once though a worker never answers, and the next run gets fresh workers', async () => {
    const { spawn, workers } = toyWorkers((api, _, index) => (index < 2 ? { ...api, batch: never } : api));
    const pool = createPool({ spawn, size: 2, batchFutures: 5, finishMs: 10 });
    const run = pool.start(request);
    await new Promise((resolve) => setTimeout(resolve, 20));
    run.cancel();
    expect(await run.end).toEqual({ kind: 'cancelled' });
    const result = await done(pool.start(request));
    expect(workers.slice(0, 2).map(({ terminated }) => terminated)).toEqual([true, true]);
    pool.dispose();
    expect(result.failures).toHaveLength(5);
    expect(workers.length).toBeGreaterThan(2);
  });

  test('a worker that answers after a cancelled run goes on with the next one, with what it has warm', async () => {
    const { spawn, workers } = toyWorkers();
    const pool = createPool({ spawn, size: 2, batchFutures: 2 });
    const run = pool.start(request);
    run.cancel();
    expect(await run.end).toEqual({ kind: 'cancelled' });
    const result = await done(pool.start(request));
    expect(workers).toHaveLength(2);
    expect(workers.some(({ terminated }) => terminated)).toBe(false);
    expect(result.futures).toBe(request.futures);
    pool.dispose();
  });

  test('a worker that dies once: its batch is run again on a fresh one, and nothing shows', async () => {
    let crashed = false;
    const { spawn, workers } = toyWorkers((api, worker) => ({
      ...api,
      batch(run, first, futures) {
        if (first === 10 && !crashed) {
          crashed = true;
          worker.die('out of memory');
          return never();
        }
        return api.batch(run, first, futures);
      },
    }));
    const pool = createPool({ spawn, size: 2, batchFutures: 5 });
    const { failures } = await done(pool.start(request));
    pool.dispose();
    expect(crashed).toBe(true);
    expect(workers).toHaveLength(3);
    expect(failures.every(({ code }) => code === 'toy')).toBe(true);
  });

  test('a batch that kills its worker twice comes back as failures, and the other futures go on', async () => {
    const { spawn } = toyWorkers((api, worker) => ({
      ...api,
      batch(run, first, futures) {
        if (first !== 10) return api.batch(run, first, futures);
        worker.die('out of memory');
        return never();
      },
    }));
    const pool = createPool({ spawn, size: 2, batchFutures: 5 });
    const { failures, rows } = await done(pool.start(request));
    pool.dispose();
    const died = failures.filter(({ code }) => code === 'worker-died');
    expect(died.map(({ future }) => future)).toEqual([10, 11, 12, 13, 14]);
    expect(died[0]).toMatchObject({ seed: 8, day: -1 });
    expect(rows[12 * 6]).toBeNaN();
    expect(rows[15 * 6]).toBe(15001);
  });

  test('workers that cannot start at all end the run with a code', async () => {
    const pool = createPool({
      size: 2,
      spawn: () => {
        throw new Error('not allowed here');
      },
    });
    expect(await pool.start(request).end).toEqual({
      kind: 'failed',
      code: 'W1',
      message: 'no worker can start: not allowed here',
    });
    pool.dispose();
  });

  test('a bug in the worker ends the run with its message', async () => {
    const { spawn } = toyWorkers((api) => ({
      ...api,
      batch() {
        throw new Error('a bug');
      },
    }));
    const pool = createPool({ spawn, size: 2 });
    expect(await pool.start(request).end).toEqual({ kind: 'failed', code: 'W2', message: 'a bug' });
    pool.dispose();
  });

  test('disposing settles what still runs', async () => {
    const pool = createPool({ spawn: toyWorkers((api) => ({ ...api, load: never })).spawn, size: 2 });
    const run = pool.start(request);
    pool.dispose();
    expect(await run.end).toEqual({ kind: 'cancelled' });
  });

  test('takes one to four workers', () => {
    expect([undefined, 1, 2, 4, 16].map(poolSize)).toEqual([1, 1, 2, 4, 4]);
  });
});
