/** Calibration in the page: in workers of its own, loaded when it is asked for, stopped when it is no longer wanted. */
import baseRates from '../../scenarios/base-rates.json';
import { MODEL_VERSION, type Scenario } from '../model/index';
import type { Calibration } from '../decide/calibration';
import { spawnBrowserWorker } from '../run/browser-workers';
import { poolSize } from '../run/pool';

export interface Calibrated {
  readonly scenario: Scenario;
  readonly found: Calibration;
}

/** Fits a council to its stated figures. Rejects with the signal's reason, or where no worker can start. */
export async function calibrateInPage(
  scenario: Scenario,
  signal: AbortSignal,
  onProgress: (words: string) => void,
): Promise<Calibrated> {
  const [{ calibrate, withCalibration }, { createPoolEvaluator }] = await Promise.all([
    import('../decide/calibrate'),
    import('../run/pool-evaluator'),
  ]);
  const evaluator = createPoolEvaluator({ spawn: spawnBrowserWorker, size: poolSize(navigator.hardwareConcurrency) });
  const stages = {
    middle: 'finding the middle',
    ridge: 'fitting every point',
    draws: 'bringing single councils to the year seen',
    check: 'checking on other worlds',
  };
  try {
    const found = await calibrate(scenario, evaluator, {
      history: baseRates.yearlyChanges.rows,
      signal,
      onProgress: ({ stage, trial, done, total }) =>
        onProgress(`Trial ${String(trial)}, ${stages[stage]}: ${String(done)} of ${String(total)} councils`),
    });
    return { scenario: withCalibration(scenario, found, MODEL_VERSION), found };
  } finally {
    evaluator.dispose();
  }
}
