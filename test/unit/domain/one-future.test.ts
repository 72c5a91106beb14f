/** A thread has one place for the future it lives: whoever uses it after whom, the numbers are the same. */
import { afterAll, describe, expect, it } from 'vitest';
import { future } from '../../../src/model/domain/future';
import { liveHeldStill, makeSimulator, warmUp } from '../../../src/model/domain/simulator';
import type { CompiledModel } from '../../../src/model/index';
import { tenthOfBirmingham } from '../../fixtures/council';
import { compiled, queueScenario } from '../../fixtures/worlds';

const SEED = 5;
const horizon = { horizonMonths: 4, warmUpYears: 1, warmStates: 2 };

/** A council in which a load above the usual one makes people leave. */
const council = (): CompiledModel => {
  const scenario = tenthOfBirmingham();
  scenario.workforce.caseloadEffect.value = 0.01;
  return compiled(scenario, 'recovery', horizon);
};
const asNow = (): CompiledModel => compiled(tenthOfBirmingham(), 'as-now', { ...horizon, horizonMonths: 7 });
const queue = (): CompiledModel =>
  compiled(queueScenario({ servers: 3, gap: 10, service: 20, effort: { logSd: 0.5 } }), 'as-now', {
    ...horizon,
    warmUpYears: 0,
  });

/** A council whose labour market stands still. */
const steady = (): CompiledModel => {
  const scenario = tenthOfBirmingham();
  scenario.workforce.leavingDoubt.value = 0;
  scenario.workforce.recruitmentDoubt.value = 0;
  return compiled(scenario, 'recovery', horizon);
};

function rowsOf(model: CompiledModel, futures: readonly number[]): Float64Array[] {
  const simulator = makeSimulator(model, SEED);
  return futures.map((number) => run(simulator, model, number));
}

function run(simulator: ReturnType<typeof makeSimulator>, model: CompiledModel, number: number): Float64Array {
  const row = new Float64Array(model.columns.length * model.months.length);
  expect(simulator.run(number, row)).toBeNull();
  return row;
}

describe('simulators that take turns', () => {
  it('give what each gives alone, whatever was lived in between', () => {
    const models = [council(), queue(), asNow(), steady()];
    const alone = models.map((model) => rowsOf(model, [0, 1, 2]));
    const simulators = models.map((model) => makeSimulator(model, SEED));
    for (const number of [0, 1, 2]) {
      models.forEach((model, i) => {
        expect(run(simulators[i]!, model, number)).toEqual(alone[i]![number]);
        liveHeldStill(model, SEED, { point: 0, world: 9 }, 1);
        expect(run(simulators[i]!, model, number)).toEqual(alone[i]![number]);
      });
    }
  });

  it('make the same warm states before and after others', () => {
    const model = council();
    const before = warmUp(model, SEED);
    rowsOf(queue(), [0]);
    const after = warmUp(model, SEED);
    expect(after.baseline).toEqual(before.baseline);
    expect(after.worlds.map(({ n }) => n)).toEqual(before.worlds.map(({ n }) => n));
  });
});

describe('a council larger than the room kept ready', () => {
  const room = future.world;
  afterAll(() => {
    future.world = room;
  });

  it('is given more, and those after it the same numbers as before', () => {
    const small = council();
    const before = rowsOf(small, [0, 1]);
    const huge = compiled(queueScenario({ servers: 8000, gap: 1, service: 400, effort: { logSd: 0 } }), 'as-now', {
      ...horizon,
      horizonMonths: 1,
      warmUpYears: 0,
      warmStates: 1,
    });
    expect(huge.workforce.maxWorkers).toBeGreaterThan(room.size.workers);
    const [row] = rowsOf(huge, [0]);
    expect(future.world).not.toBe(room);
    expect(row![huge.columns.indexOf('ia_completed')]).toBeGreaterThan(0);
    expect(rowsOf(small, [0, 1])).toEqual(before);
  });
});
