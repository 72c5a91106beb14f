import { describe, expect, it } from 'vitest';
import { liveHeldStill, makeSimulator } from '../../../src/model/index';
import { tenthOfBirmingham } from '../../fixtures/council';
import { compiled } from '../../fixtures/worlds';

const SEED = 12;

describe('a council held still', () => {
  const scenario = tenthOfBirmingham();
  delete scenario.fitted.draws;
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

describe('worlds that the scenario names', () => {
  const scenario = tenthOfBirmingham();
  const [first, second] = scenario.fitted.points;
  scenario.fitted.draws = {
    seed: 77,
    states: [
      { place: 0, world: 5, point: first! },
      { place: 0, world: 40_000, point: second! },
    ],
  };
  const model = compiled(scenario, 'as-now', { horizonMonths: 1 });

  it('are where futures start, whatever the seed of the run', () => {
    const years = [5, 40_000].map((world, point) => liveHeldStill(model, 77, { point, world }, 1));
    const mean = years[0]!.map((x, i) => (x + years[1]![i]!) / 2);
    for (const seed of [SEED, 99])
      makeSimulator(model, seed).baseline.forEach((value, i) =>
        expect(value, model.columns[i]).toBeCloseTo(mean[i]!, 9),
      );
    expect(makeSimulator(model, SEED).baseline).not.toEqual(
      makeSimulator(
        compiled(
          { ...scenario, fitted: { ...scenario.fitted, draws: { seed: 78, states: scenario.fitted.draws!.states } } },
          'as-now',
          { horizonMonths: 1 },
        ),
        SEED,
      ).baseline,
    );
  });

  it('are the first of them where fewer are asked for', () => {
    const fewer = compiled(scenario, 'as-now', { horizonMonths: 1, warmStates: 1 });
    expect(fewer.warmWorlds!.worlds).toEqual([5]);
    expect(fewer.warmPoints).toEqual([0]);
    expect(compiled(scenario, 'as-now', { horizonMonths: 1, warmStates: 100 }).warmWorlds!.worlds).toEqual([5, 40_000]);
  });

  it('are luck of one stratum where they share a fitted point, and play no part where doubt is off', () => {
    expect(model.warmStrata).toEqual([0, 0]);
    expect(model.warmPoints).toEqual([0, 1]);
    const { draws, ...without } = scenario.fitted;
    const chance = { horizonMonths: 1, onlyChance: true };
    expect(draws?.states).toHaveLength(2);
    expect(compiled(scenario, 'as-now', chance)).toEqual(compiled({ ...scenario, fitted: without }, 'as-now', chance));
  });
});
