import { describe, expect, it } from 'vitest';
import { baselineFigures, calibrate } from '../../../src/decide/calibrate';
import { birmingham2009 } from '../../fixtures/worlds';

const WORLDS = 6;
const SEED = 21;

describe('calibration', () => {
  it('finds the effort and the order of work of a council that was made with known ones', () => {
    const scenario = birmingham2009();
    const { arrangementInitial, arrangementCore } = scenario.pathway;
    const truth = {
      ...scenario.fitted.points[4]!,
      arrangementInitial: arrangementInitial.value,
      arrangementCore: arrangementCore.value,
      effortScale: 1.2,
      deadlineFirstShare: 0.7,
    };
    const figures = baselineFigures(scenario, truth, WORLDS, SEED);
    const observe = (measure: string, value: number): void => {
      scenario.observed.find((o) => o.measure === measure)!.value = value;
    };
    observe('ia_in_time', figures.initialInTime);
    observe('ca_in_time', figures.coreInTime);
    observe('lac_reviews_child', figures.lacChild);
    observe('review_participation', figures.participation);
    scenario.heldWork.lostAtBaseline.value = figures.lost;
    const { fits } = calibrate(scenario, { points: 1, worlds: WORLDS, seed: SEED });
    expect(fits[0]!.converged).toBe(true);
    expect(Math.abs(fits[0]!.point.effortScale - truth.effortScale)).toBeLessThan(0.01);
    expect(Math.abs(fits[0]!.point.deadlineFirstShare - truth.deadlineFirstShare)).toBeLessThan(0.06);
  });

  it('says so where the figures cannot be reached', () => {
    const scenario = birmingham2009();
    scenario.heldWork.lostAtBaseline.value = 0.001; // sickness alone loses more
    const { fits } = calibrate(scenario, { points: 1, worlds: 2, seed: SEED });
    expect(fits[0]!.converged).toBe(false);
  });

  it('needs the figures it fits to', () => {
    const scenario = birmingham2009();
    scenario.observed = scenario.observed.filter((o) => o.measure !== 'ca_in_time');
    expect(() => calibrate(scenario)).toThrow('ca_in_time');
  });
});
