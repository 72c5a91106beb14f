/**
 * A council made by the simulator with known unknowns, a tenth of Birmingham, is calibrated from the figures it shows on
 * worlds of its own. What is found must agree with what it was made with, within three of the errors that the calibration
 * itself states.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { calibrate } from '../../../src/decide/calibrate';
import type { Calibration } from '../../../src/decide/calibration';
import { openLaboratory } from '../../../src/decide/laboratory';
import type { FittedPoint, Scenario } from '../../../src/model/index';
import { createDirectEvaluator } from '../../../src/run/evaluator';
import { tenthOfBirmingham } from '../../fixtures/council';

const TRUE_WORLDS = 320;
const WORLDS = 48;

function truthIn(scenario: Scenario): FittedPoint {
  const { arrangementInitial, arrangementCore } = scenario.pathway;
  return {
    ...scenario.fitted.points[4]!,
    arrangementInitial: arrangementInitial.value,
    arrangementCore: arrangementCore.value,
    effortScale: 1.12,
    deadlineFirstShare: 0.6,
    planEffortScale: 0.74,
    reviewBooking: 0.965,
    participation: 0.88,
    returnShare: 0.36,
  };
}

describe('a synthetic council', () => {
  const scenario = tenthOfBirmingham();
  const truth = truthIn(scenario);
  let found: Calibration;

  beforeAll(async () => {
    const evaluator = createDirectEvaluator();
    const lab = openLaboratory(scenario, evaluator, { seed: 78 });
    const [shown] = await lab.look([{ point: truth, firstWorld: 0 }], TRUE_WORLDS, 'middle');
    lab.figures.forEach(({ id }, i) => {
      const line = scenario.observed.find(({ measure }) => measure === id) ?? scenario.heldWork.lostAtBaseline;
      line.value = shown!.values[i]!;
    });
    found = await calibrate(scenario, evaluator, { points: 1, worlds: WORLDS, seed: 4 });
  }, 300_000);

  it('is reproduced', () => {
    expect(found.converged).toBe(true);
    expect(found.figures.every(({ simulated }) => simulated.ok)).toBe(true);
  });

  it('gives back what it was made with, within three of its own errors', () => {
    const { values } = found.fits[0]!;
    expect(values.map(({ key }) => key)).toEqual([
      'effortScale',
      'deadlineFirstShare',
      'planEffortScale',
      'reviewBooking',
      'participation',
      'returnShare',
    ]);
    for (const { key, value, standardError } of values)
      expect(
        Math.abs(value - truth[key]) / standardError!,
        `${key} ${String(value)} ± ${String(standardError)}`,
      ).toBeLessThan(3);
  });

  it('with errors small enough to mean something', () => {
    const error = Object.fromEntries(found.fits[0]!.values.map(({ key, standardError }) => [key, standardError!]));
    expect(error['effortScale']!).toBeLessThan(0.03);
    expect(error['deadlineFirstShare']!).toBeLessThan(0.15);
    expect(error['planEffortScale']!).toBeLessThan(0.06);
    expect(error['reviewBooking']!).toBeLessThan(0.015);
    expect(error['participation']!).toBeLessThan(0.015);
  });
});
