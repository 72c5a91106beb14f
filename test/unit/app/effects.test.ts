/** The effect of each difference between two plans by itself, together, and what the two leave over. */
import { describe, expect, it, vi } from 'vitest';
import { differencesOf } from '../../../src/app/compare';
import { settingsKey } from '../../../src/app/conductor';
import {
  effectOf,
  interactionOf,
  markOf,
  metText,
  whyOutdated,
  whyUnlike,
  withOneDifference,
  workOutEffects,
  type CountedRun,
} from '../../../src/app/effects';
import { leverSpecs } from '../../../src/app/levers';
import { compile, type Plan } from '../../../src/model/index';
import { createDirectRunner } from '../../../src/run/direct';
import type { Run, RunEnd, Runner } from '../../../src/run/runner';
import { birmingham2009, planOf } from '../../fixtures/worlds';

const scenario = birmingham2009();
const [asNow, recovery] = [planOf(scenario, 'as-now'), planOf(scenario, 'recovery')];
const mark = markOf(scenario, 1, 4);
const run = (counts: readonly number[], due = 3): CountedRun => ({ mark, due, counts: Float64Array.from(counts) });

describe('an effect', () => {
  const base = run([0, 1, 2, 3]);

  it('is the mean difference future by future, with its paired error', () => {
    const effect = effectOf(base, run([1, 2, 3, 3]));
    expect(effect).toMatchObject({ met: { difference: 0.75 }, all: { difference: 0.25 } });
    // Differences 1, 1, 1, 0: sd 0.5, over √4.
    expect(typeof effect === 'object' && effect?.met.standardError).toBeCloseTo(0.25, 12);
    expect(effectOf(base, base)).toEqual({
      met: { difference: 0, standardError: 0 },
      all: { difference: 0, standardError: 0 },
    });
  });

  it('leaves out futures without a value, and is none where there is none left', () => {
    expect(effectOf(base, run([Number.NaN, 2, 3, 4]))).toMatchObject({ met: { difference: 1 } });
    expect(effectOf(base, run([Number.NaN, Number.NaN, Number.NaN, Number.NaN]))).toBeNull();
  });

  it('of all together is that of each alone and what is left over', () => {
    const [one, other, both] = [run([1, 1, 2, 3]), run([0, 2, 2, 3]), run([2, 2, 3, 3])];
    const left = interactionOf(base, both, [one, other]);
    // Together +2 +1 +1 0, alone +1 +1 0 0: left +1 0 +1 0.
    expect(left).toMatchObject({ met: { difference: 0.5 }, all: { difference: 0.25 } });
    const sum = [one, other].map((each) => effectOf(base, each)).concat([left]);
    const met = sum.map((effect) => (typeof effect === 'object' && effect ? effect.met.difference : Number.NaN));
    const together = effectOf(base, both);
    expect(met.reduce((a, b) => a + b, 0)).toBeCloseTo(
      typeof together === 'object' && together ? together.met.difference : -1,
      12,
    );
  });

  it('is written with its error, or as too close to say', () => {
    expect(metText({ difference: 0.43, standardError: 0.05 })).toBe('+0.4 ± 0.1');
    expect(metText({ difference: -0.05, standardError: 0.01 })).toBe('−0.05 ± 0.02');
    expect(metText({ difference: 0.05, standardError: 0.04 })).toBe('too close to say');
    expect(metText({ difference: 0, standardError: 0 })).toBe('the same');
  });
});

describe('unlike runs', () => {
  it.each([
    [{ modelVersion: '1.4' }, 'different model versions (0.2.0 and 1.4)'],
    [{ horizonMonths: 36 }, 'different times (24 and 36 months)'],
    [{ world: 'another' }, 'different baselines'],
    [{ notice: 'another' }, 'different targets'],
    [{ seed: 2 }, 'not of the same futures'],
    [{ futures: 5 }, 'not of the same futures'],
  ])('%j are refused in words', (other, said) => {
    const b = { ...run([1, 2, 3, 3]), mark: { ...mark, ...other } };
    expect(whyUnlike(mark, b.mark)).toContain(said);
    expect(effectOf(run([0, 1, 2, 3]), b)).toContain(said);
    expect(interactionOf(run([0, 1, 2, 3]), run([0, 1, 2, 3]), [b])).toContain(said);
  });

  it('and effects of before an edit are said to be so', () => {
    const effects = {
      mark,
      plans: [settingsKey(asNow), settingsKey(recovery)] as const,
      due: 8,
      single: {},
      together: null,
      interaction: null,
    };
    expect(whyOutdated(effects, scenario, asNow, recovery)).toBeNull();
    expect(whyOutdated(effects, { ...scenario, name: 'Renamed' }, asNow, { ...recovery, name: 'Renamed' })).toBeNull();
    expect(whyOutdated(effects, scenario, asNow, { ...recovery, levers: {} })).toContain('Work them out again');
    expect(whyOutdated(effects, { ...scenario, horizonMonths: 30 }, asNow, recovery)).toContain('different times');
    expect(whyOutdated(effects, { ...scenario, targets: scenario.targets.slice(1) }, asNow, recovery)).toContain(
      'targets',
    );
  });
});

describe('one difference at a time', () => {
  const small: Plan = {
    ...recovery,
    id: 'small',
    levers: {
      schoolAbsence: { value: -20, from: '2009-03-01' },
      referralToInitial: { value: 90, from: '2009-03-01' },
    },
  };
  const specs = leverSpecs(scenario);

  it('is plan a with that one setting of plan b, discounted as they are', () => {
    const one = withOneDifference(asNow, small, 'schoolAbsence')!;
    expect(one.levers).toEqual({ schoolAbsence: small.levers.schoolAbsence });
    expect(one.optimism).toEqual(small.optimism);
    expect(withOneDifference(asNow, small, 'delay')).toBeNull();
    const back = withOneDifference(small, asNow, 'schoolAbsence')!;
    expect(back.levers).toEqual({ referralToInitial: small.levers.referralToInitial });
    expect(
      withOneDifference(small, { ...small, optimism: { ...small.optimism, delayMonths: 9 } }, 'delay')!.optimism
        .delayMonths,
    ).toBe(9);
  });

  it('is run on the same futures, with progress, and adds up', { timeout: 120_000 }, async () => {
    const onProgress = vi.fn();
    const effects = await workOutEffects({
      scenario,
      formulas: [],
      a: asNow,
      b: small,
      differences: differencesOf(specs, [asNow, small]),
      review: '2010-02-28',
      seed: 1,
      futures: 4,
      runner: createDirectRunner(),
      compile,
      signal: new AbortController().signal,
      onProgress,
    });
    expect(Object.keys(effects.single).sort()).toEqual([
      'cost',
      'delay',
      'referralToInitial',
      'schoolAbsence',
      'yield',
    ]);
    expect(effects.single['delay']).toEqual({ why: expect.stringContaining('Nothing alone') as string });
    const met = (cell: unknown) => (cell as { met: { difference: number } }).met.difference;
    expect(
      met(effects.single['schoolAbsence']) + met(effects.single['referralToInitial']) + met(effects.interaction),
    ).toBeCloseTo(met(effects.together), 12);
    expect(met(effects.together)).not.toBe(0);
    expect(onProgress).toHaveBeenLastCalledWith(4, 4, 0);
    expect(effects.mark.futures).toBe(4);
  });

  it('stops at once, and says when a run fails', async () => {
    const cancel = vi.fn();
    let settle: (end: RunEnd) => void = () => {};
    const runner: Runner = {
      workers: 1,
      dispose: () => {},
      start: (): Run => ({
        end: new Promise((resolve) => (settle = resolve)),
        cancel() {
          cancel();
          settle({ kind: 'cancelled' });
        },
      }),
    };
    const controller = new AbortController();
    const task = {
      ...{ scenario, formulas: [], a: asNow, b: small, differences: [], review: '2010-02-28', seed: 1, futures: 6 },
      ...{ runner, compile: () => ({}) as never, signal: controller.signal, onProgress: () => {} },
    };
    const stopped = workOutEffects(task);
    controller.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
    expect(cancel).toHaveBeenCalledOnce();
    const failed = workOutEffects({ ...task, signal: new AbortController().signal });
    settle({ kind: 'failed', code: 'W2', message: 'a bug' });
    await expect(failed).rejects.toThrow('code W2');
  });
});
