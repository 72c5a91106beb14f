import { describe, expect, test } from 'vitest';
import { createDirectEvaluator, type HeldStillRequest } from '../../../src/run/evaluator';
import { createPoolEvaluator } from '../../../src/run/pool-evaluator';
import { never, toyHeldStill, toyModel, toyWorkers } from './toy';

const request: HeldStillRequest = {
  model: toyModel,
  seed: 8,
  councils: Array.from({ length: 13 }, (_, i) => ({ point: i % 3, world: 100 - i })),
  years: 2,
};

describe('councils held still', () => {
  test('are placed by their place in the request: the same bytes for this thread and 1, 2 and 3 workers, out of order', async () => {
    const expected = await createDirectEvaluator(toyHeldStill).baselines(request);
    expect(expected.length).toBe(13 * 2 * 3);
    expect([...expected.subarray(2 * 6, 2 * 6 + 6)]).toEqual([29801, 29802, 29803, 29804, 29805, 29806]);
    for (const size of [1, 2, 3]) {
      const { spawn } = toyWorkers((api) => ({
        ...api,
        async heldStill(model, seed, council, years) {
          await new Promise((resolve) => setTimeout(resolve, council.point === 0 ? 6 : 1));
          return api.heldStill(model, seed, council, years);
        },
      }));
      const pool = createPoolEvaluator({ spawn, size });
      expect(await pool.baselines(request)).toEqual(expected);
      pool.dispose();
    }
  });

  test('tell how far they are', async () => {
    for (const evaluator of [
      createDirectEvaluator(toyHeldStill),
      createPoolEvaluator({ spawn: toyWorkers().spawn, size: 2 }),
    ]) {
      const heard: number[] = [];
      await evaluator.baselines(request, { onProgress: (done, total) => heard.push(done, total) });
      evaluator.dispose();
      expect(heard).toEqual(Array.from({ length: 13 }, (_, i) => [i + 1, 13]).flat());
    }
  });

  test('share their workers: requests at the same time, no more workers than asked', async () => {
    const { spawn, workers } = toyWorkers();
    const pool = createPoolEvaluator({ spawn, size: 2 });
    const other = { ...request, seed: 16 };
    const [a, b] = await Promise.all([pool.baselines(request), pool.baselines(other)]);
    pool.dispose();
    expect(workers).toHaveLength(2);
    expect(b.map((x, i) => x - a[i]!)).toEqual(new Float64Array(a.length).fill(1));
  });

  test('stop when asked to, with the reason given, and leave the workers to the next request', async () => {
    const abort = new AbortController();
    const { spawn, workers } = toyWorkers();
    const pool = createPoolEvaluator({ spawn, size: 2 });
    const run = pool.baselines(request, { signal: abort.signal, onProgress: () => abort.abort(new Error('enough')) });
    await expect(run).rejects.toThrow('enough');
    await expect(pool.baselines(request, { signal: abort.signal })).rejects.toThrow('enough');
    expect((await pool.baselines(request)).length).toBe(13 * 6);
    pool.dispose();
    expect(workers).toHaveLength(2);

    const here = new AbortController();
    const direct = createDirectEvaluator(toyHeldStill);
    const seen: number[] = [];
    const stopped = direct.baselines(request, {
      signal: here.signal,
      onProgress: (done) => {
        seen.push(done);
        if (done === 3) here.abort(new Error('enough'));
      },
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(seen).toEqual([1, 2, 3]);
  });

  test('an aborted request settles at once though a worker never answers', async () => {
    const abort = new AbortController();
    const pool = createPoolEvaluator({
      spawn: toyWorkers((api) => ({ ...api, heldStill: never })).spawn,
      size: 1,
    });
    const run = pool.baselines(request, { signal: abort.signal });
    setTimeout(() => abort.abort(new Error('enough')), 10);
    await expect(run).rejects.toThrow('enough');
    pool.dispose();
  });

  test('a worker that dies once: its council is lived again on a fresh one, and nothing shows', async () => {
    let crashed = false;
    const { spawn, workers } = toyWorkers((api, worker) => ({
      ...api,
      heldStill(model, seed, council, years) {
        if (council.world === 95 && !crashed) {
          crashed = true;
          worker.die('out of memory');
          return never();
        }
        return api.heldStill(model, seed, council, years);
      },
    }));
    const pool = createPoolEvaluator({ spawn, size: 2 });
    expect(await pool.baselines(request)).toEqual(await createDirectEvaluator(toyHeldStill).baselines(request));
    pool.dispose();
    expect(workers).toHaveLength(3);
  });

  test('a council that kills its worker twice fails the request; so do a bug, and workers that cannot start', async () => {
    const dying = toyWorkers((api, worker) => ({
      ...api,
      heldStill(model, seed, council, years) {
        if (council.world !== 95) return api.heldStill(model, seed, council, years);
        worker.die('out of memory');
        return never();
      },
    }));
    const pool = createPoolEvaluator({ spawn: dying.spawn, size: 2 });
    await expect(pool.baselines(request)).rejects.toThrow('died twice over a council: out of memory');
    pool.dispose();

    const buggy = toyWorkers((api) => ({
      ...api,
      heldStill() {
        throw new Error('a bug');
      },
    }));
    await expect(createPoolEvaluator({ spawn: buggy.spawn, size: 2 }).baselines(request)).rejects.toThrow('a bug');

    const none = createPoolEvaluator({
      size: 2,
      spawn: () => {
        throw new Error('not allowed here');
      },
    });
    await expect(none.baselines(request)).rejects.toThrow('not allowed here');
  });

  test('disposing ends what still runs, and starts no worker again', async () => {
    const { spawn, workers } = toyWorkers((api) => ({ ...api, heldStill: never }));
    const pool = createPoolEvaluator({ spawn, size: 2 });
    const run = pool.baselines(request);
    setTimeout(() => pool.dispose(), 10);
    await expect(run).rejects.toThrow();
    expect(workers).toHaveLength(2);
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
  });
});
