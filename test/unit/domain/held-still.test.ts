import { describe, expect, it } from 'vitest';
import { liveHeldStill, makeSimulator } from '../../../src/model/index';
import { tenthOfBirmingham } from '../../fixtures/council';
import { compiled } from '../../fixtures/worlds';

const SEED = 12;

describe('a council held still', () => {
  const scenario = tenthOfBirmingham();
  scenario.fitted.points = scenario.fitted.points.slice(0, 2);
  const model = compiled(scenario, 'as-now', { horizonMonths: 1, warmStates: 4 });
  const columns = model.columns.length;

  it('shows in its worlds what the warm states of the same numbers show', () => {
    const { baseline } = makeSimulator(model, SEED);
    const years = model.warmPoints.map((point, world) => liveHeldStill(model, SEED, { point, world }, 1));
    const mean = Float64Array.from(baseline, (_, i) => years.reduce((sum, year) => sum + year[i]!, 0) / years.length);
    mean.forEach((value, i) => expect(value, model.columns[i]).toBeCloseTo(baseline[i]!, 9));
  });

  it('gives its years one after the other, the earliest first', () => {
    const last = liveHeldStill(model, SEED, { point: 0, world: 3 }, 1);
    const three = liveHeldStill(model, SEED, { point: 0, world: 3 }, 3);
    expect(three.length).toBe(3 * columns);
    expect(three.subarray(2 * columns)).toEqual(last);
    expect(three.subarray(0, columns)).not.toEqual(last);
  });

  it('has the same luck at every point, and another in every world', () => {
    // Who comes back depends on the point; without returns, referrals are luck alone.
    for (const point of model.points as unknown as { returnShare: number; firstTimeShare: number }[]) {
      point.returnShare = 0;
      point.firstTimeShare = 1;
    }
    const referrals = (point: number, world: number): number =>
      liveHeldStill(model, SEED, { point, world }, 1)[model.columns.indexOf('referrals')]!;
    expect(referrals(1, 0)).toBe(referrals(0, 0));
    expect(referrals(0, 1)).not.toBe(referrals(0, 0));
  });
});
