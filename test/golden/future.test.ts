/**
 * Frozen numbers: a guard against accidents, no proof. A change here needs a line under *Numbers changed* in CHANGELOG.md
 * and a new MODEL_VERSION.
 */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { MODEL_VERSION } from '../../src/model/index';
import { birmingham2009, compiled, ratios, runFutures } from '../fixtures/worlds';

function digest(rows: Float64Array): string {
  return createHash('sha256').update(new Uint8Array(rows.buffer)).digest('hex').slice(0, 16);
}

it('Birmingham 2009, eight futures of 24 months, to the last bit', () => {
  const asNow = runFutures(compiled(birmingham2009(), 'as-now', { horizonMonths: 24 }), 8, 1);
  const recovery = runFutures(compiled(birmingham2009(), 'recovery', { horizonMonths: 24 }), 8, 1);
  const rounded = (x: number[]): number[] => x.map((v) => Math.round(v * 1000) / 1000);
  expect({
    model: MODEL_VERSION,
    asNow: digest(asNow.rows),
    recovery: digest(recovery.rows),
    initialInTime: rounded(ratios(asNow, 'ia_in_time', 'ia_completed')),
    recoveryInitialInTime: rounded(ratios(recovery, 'ia_in_time', 'ia_completed')),
  }).toMatchSnapshot();
});
