import { describe, expect, test } from 'vitest';
import { createLedger } from '../../../src/app/ledger';
import { CHUNK, refine } from '../../../src/app/refine';
import { createDirectRunner } from '../../../src/run/direct';
import type { Runner, RunRequest } from '../../../src/run/runner';
import { toyModel, toySimulator } from '../run/toy';

const other = { ...toyModel, planId: 'mine' };
const plan = { key: 'mine', model: other };
const asNow = { key: 'as-now', model: toyModel };
const stages = [100, 200];

/** The direct runner over toy futures, keeping what it was asked. */
function recording(): { runner: Runner; asked: RunRequest[] } {
  const inner = createDirectRunner({ make: toySimulator });
  const asked: RunRequest[] = [];
  return {
    asked,
    runner: {
      ...inner,
      start(request, onProgress) {
        asked.push(request);
        return inner.start(request, onProgress);
      },
    },
  };
}

function course(runner: Runner, ledger = createLedger(200)) {
  const shown: string[] = [];
  const told: number[] = [];
  return {
    shown,
    told,
    ledger,
    runner,
    seed: 1,
    entrants: [plan, asNow],
    stages,
    onStage: (futures: number, alone: boolean) => void shown.push(`${futures}${alone ? ' alone' : ''}`),
    onProgress: ({ done }: { done: number }) => void told.push(done),
  };
}

describe('refining', () => {
  test('shows the plan first, then both, stage by stage, and runs no future twice', async () => {
    const { runner, asked } = recording();
    const it = course(runner);
    expect(await refine(it).end).toEqual({ kind: 'done' });
    expect(it.shown).toEqual(['100 alone', '100', '200']);
    expect(asked.map(({ model, first, futures }) => `${model.planId} ${first}+${futures}`)).toEqual([
      'mine 0+50',
      'mine 50+50',
      'as-now 0+50',
      'as-now 50+50',
      'mine 100+50',
      'as-now 100+50',
      'mine 150+50',
      'as-now 150+50',
    ]);
    expect(it.told.at(-1)).toBe(200);
    expect(it.told).toEqual([...it.told].sort((a, b) => a - b));
    expect(it.ledger.account('mine')).toMatchObject({ futures: 200 });
    expect(it.ledger.account('mine')!.rows[199 * 6]).toBe(199000.125);
    expect(it.ledger.account('mine')!.failures).toHaveLength(28);
  });

  test('a second plan finds the futures of as now already there', async () => {
    const { runner, asked } = recording();
    const first = course(runner);
    await refine(first).end;
    asked.length = 0;
    const second = {
      ...course(runner, first.ledger),
      entrants: [{ key: 'third', model: { ...toyModel, planId: 'third' } }, asNow],
    };
    await refine(second).end;
    expect(second.shown).toEqual(['100', '200']);
    expect(asked.every(({ model }) => model.planId === 'third')).toBe(true);
    const again = course(runner, first.ledger);
    await refine(again).end;
    expect(again.shown).toEqual(['200']);
  });

  test('stops at once, and goes on from where it was', async () => {
    const { runner, asked } = recording();
    const it = course(runner);
    const stopping: { stop?: () => void } = {};
    const going = refine({
      ...it,
      onStage(futures, alone) {
        it.onStage(futures, alone);
        stopping.stop?.();
      },
    });
    stopping.stop = () => going.stop();
    expect(await going.end).toEqual({ kind: 'stopped' });
    expect(it.shown).toEqual(['100 alone']);
    asked.length = 0;
    await refine(it).end;
    expect(asked[0]).toMatchObject({ model: asNow.model, first: 0, futures: CHUNK });
    expect(it.shown).toEqual(['100 alone', '100 alone', '100', '200']);
  });

  test('a stop frees the caller though the runner never answers', async () => {
    let cancelled = false;
    const hung: Runner = {
      workers: 1,
      dispose: () => {},
      start: () => {
        let settle: (end: { kind: 'cancelled' }) => void = () => {};
        return {
          end: new Promise((resolve) => (settle = resolve)),
          cancel: () => {
            cancelled = true;
            settle({ kind: 'cancelled' });
          },
        };
      },
    };
    const going = refine(course(hung));
    await Promise.resolve();
    going.stop();
    expect(await going.end).toEqual({ kind: 'stopped' });
    expect(cancelled).toBe(true);
  });

  test('with several workers the next run is in flight before the last one is in, and while results are shown', async () => {
    const { runner, asked } = recording();
    const seen: number[] = [];
    const it = course({ ...runner, workers: 2 });
    const going = refine({ ...it, onStage: () => void seen.push(asked.length) });
    expect(asked).toHaveLength(2);
    expect(await going.end).toEqual({ kind: 'done' });
    // At each stage everything up to it is in, and two more runs are under way.
    expect(seen).toEqual([4, 6, 8]);
    expect(it.ledger.account('mine')!.rows[199 * 6]).toBe(199000.125);
    expect(it.told).toEqual([...it.told].sort((a, b) => a - b));
  });

  test('a failure cancels what else is in flight', async () => {
    const cancelled: number[] = [];
    const broken: Runner = {
      workers: 2,
      dispose: () => {},
      start: ({ first }) => ({
        end: first === 0 ? Promise.resolve({ kind: 'failed', code: 'W2', message: 'a bug' }) : new Promise(() => {}),
        cancel: () => void cancelled.push(first),
      }),
    };
    expect(await refine(course(broken)).end).toMatchObject({ kind: 'failed', code: 'W2' });
    expect(cancelled).toContain(CHUNK);
  });

  test('hands on how a run failed', async () => {
    const broken: Runner = {
      workers: 1,
      dispose: () => {},
      start: () => ({ end: Promise.resolve({ kind: 'failed', code: 'W2', message: 'a bug' }), cancel: () => {} }),
    };
    expect(await refine(course(broken)).end).toEqual({ kind: 'failed', code: 'W2', message: 'a bug' });
  });
});

describe('the ledger', () => {
  test('keeps the plans used last', () => {
    const ledger = createLedger(10, 2);
    const result = { first: 0, futures: 1, rows: new Float64Array(6), failures: [], baseline: new Float64Array(3) };
    for (const key of ['a', 'b']) ledger.add(key, toyModel, result);
    ledger.account('a');
    ledger.add('c', toyModel, result);
    expect(ledger.account('b')).toBeNull();
    expect(ledger.account('a')).toMatchObject({ futures: 1 });
    ledger.add('a', toyModel, { ...result, first: 5 });
    expect(ledger.account('a')).toMatchObject({ futures: 1 });
  });
});
