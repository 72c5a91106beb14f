import { describe, expect, test } from 'vitest';
import { createDirectRunner } from '../../../src/run/direct';
import { createPool } from '../../../src/run/pool';
import { createRehearsalRunner } from '../../../src/run/rehearsal';
import type { CompiledModel } from '../../../src/model/index';
import { createSimulationApi } from '../../../workers/simulation';
import { done, toyModel, toySimulator, toyWorkers } from './toy';

const request = { model: toyModel, seed: 8, first: 5, futures: 30 };

describe('runners in this thread', () => {
  test('the direct, the rehearsal and the pool runner give the same', async () => {
    const pool = createPool({ spawn: toyWorkers().spawn, size: 2, batchFutures: 4 });
    const expected = await done(pool.start(request));
    pool.dispose();
    expect(await done(createDirectRunner({ make: toySimulator }).start(request))).toEqual(expected);
    expect(await done(createRehearsalRunner(createSimulationApi(toySimulator), 7).start(request))).toEqual(expected);
  });

  test('the direct runner lets other work through between slices', async () => {
    const slow: typeof toySimulator = (model, seed) => {
      const inner = toySimulator(model, seed);
      return {
        ...inner,
        run(future, row) {
          const until = performance.now() + 4;
          while (performance.now() < until);
          return inner.run(future, row);
        },
      };
    };
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    await done(createDirectRunner({ make: slow, sliceMs: 8 }).start(request));
    clearInterval(timer);
    expect(ticks).toBeGreaterThanOrEqual(10);
  });

  test('the direct runner stops when told, and says a bug as a failed run', async () => {
    const runner = createDirectRunner({ make: toySimulator, sliceMs: 0 });
    const run = runner.start(request);
    run.cancel();
    expect(await run.end).toEqual({ kind: 'cancelled' });
    const broken = createDirectRunner({
      make: () => {
        throw new Error('a bug');
      },
    });
    expect(await broken.start(request).end).toEqual({ kind: 'failed', code: 'W2', message: 'a bug' });
  });

  test('the rehearsal trips over what a message cannot carry', async () => {
    const model = { ...toyModel, extra: () => 1 } as CompiledModel;
    const end = await createRehearsalRunner(createSimulationApi(toySimulator)).start({ ...request, model }).end;
    expect(end.kind).toBe('failed');
  });

  test('the rehearsal settles a cancelled run', async () => {
    const run = createRehearsalRunner(createSimulationApi(toySimulator)).start(request);
    run.cancel();
    expect((await run.end).kind).toBe('cancelled');
  });
});

describe('the work of a worker', () => {
  test('keeps two models and says when one is not there', () => {
    const api = createSimulationApi(toySimulator);
    void api.load(1, toyModel, 1);
    void api.load(2, toyModel, 2);
    void api.batch(1, 0, 1);
    void api.load(3, toyModel, 3);
    expect(() => api.batch(1, 0, 1)).not.toThrow();
    expect(() => api.batch(2, 0, 1)).toThrow('model 2 is not loaded');
  });
});
