/** Effects worked out in the page: in workers of their own, loaded when asked for, gone when done. */
import { compile, type FormulaMeasure, type Plan, type Scenario } from '../model/index';
import { spawnBrowserWorker } from '../run/browser-workers';
import { createDirectRunner } from '../run/direct';
import { createPool, poolSize } from '../run/pool';
import type { Difference } from './compare';
import { EFFECT_FUTURES, EFFECT_FUTURES_REDUCED, workOutEffects, type Effects } from './effects';

export interface EffectsWanted {
  readonly scenario: Scenario;
  readonly formulas: readonly FormulaMeasure[];
  readonly a: Plan;
  readonly b: Plan;
  readonly differences: readonly Difference[];
  readonly review: string;
  readonly seed: number;
  /** No worker can start in this browser. */
  readonly reduced: boolean;
}

export async function effectsInPage(
  { reduced, ...wanted }: EffectsWanted,
  signal: AbortSignal,
  onProgress: (words: string) => void,
): Promise<Effects> {
  const runner = reduced
    ? createDirectRunner()
    : createPool({ spawn: spawnBrowserWorker, size: poolSize(navigator.hardwareConcurrency) });
  try {
    return await workOutEffects({
      ...wanted,
      futures: reduced ? EFFECT_FUTURES_REDUCED : EFFECT_FUTURES,
      runner,
      compile,
      signal,
      onProgress: (done, total, share) =>
        onProgress(`Run ${String(Math.min(done + 1, total))} of ${String(total)}, ${String(Math.round(100 * share))}%`),
    });
  } finally {
    runner.dispose();
  }
}
