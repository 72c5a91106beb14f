/** A thread has one place for the future it lives: whoever uses it after whom, the numbers are the same. */
import { describe, expect, it } from 'vitest';
import type { CompiledModel } from '../../../src/model/index';
import { addressOf } from '../../../src/model/simulator/memory';
import { liveHeldStill, makeSimulator, warmUp, type WarmStates } from '../../../src/model/simulator/simulator';
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
    const numbers = ({ worlds }: WarmStates) =>
      worlds.map(({ pieces }) => pieces.find(({ at }) => at === addressOf('SCALARS'))!.bytes);
    expect(numbers(after)).toEqual(numbers(before));
    // What else a world keeps has places that nobody reads, which hold whatever was there: it is lived on to see what it says.
    const lived = (warm: WarmStates) => [0, 1].map((number) => run(makeSimulator(model, SEED, warm), model, number));
    expect(lived(after)).toEqual(lived(before));
  });
});

describe('a future that is lived again', () => {
  it('has the same numbers, with adverts in a market that differs from year to year', () => {
    const scenario = tenthOfBirmingham();
    scenario.workforce.rollingAdvert.value = 3;
    const model = compiled(scenario, 'recovery', { ...horizon, horizonMonths: 15 });
    expect(model.workforce.recruitmentDoubt).not.toBeNull();
    const simulator = makeSimulator(model, SEED);
    const [first, again] = [run(simulator, model, 1), run(simulator, model, 1)];
    expect(again).toEqual(first);
  });
});

describe('a council with more people than its model allows for', () => {
  const sentence = 'more workers than the compiled model allows for';

  it('says so where it is warmed up or held still, and as the failure of a future', () => {
    const model = council();
    const tooFew = { ...model, workforce: { ...model.workforce, maxWorkers: 20 } };
    expect(() => warmUp(tooFew, SEED)).toThrow(sentence);
    expect(() => liveHeldStill(tooFew, SEED, { point: 0, world: 9 }, 1)).toThrow(sentence);
    const simulator = makeSimulator(tooFew, SEED, warmUp(model, SEED));
    const row = new Float64Array(model.columns.length * model.months.length);
    const failure = simulator.run(3, row);
    expect(failure).toMatchObject({ future: 3, seed: SEED, code: 'future-failed', message: sentence });
    expect(row.every(Number.isNaN)).toBe(true);
    expect(run(makeSimulator(model, SEED), model, 3)).toEqual(rowsOf(model, [3])[0]);
  });
});

describe('a council larger than there is room for', () => {
  it('is refused, and those after it have the same numbers as before', () => {
    const small = council();
    const before = rowsOf(small, [0, 1]);
    const huge = compiled(queueScenario({ servers: 8000, gap: 1, service: 400, effort: { logSd: 0 } }), 'as-now', {
      ...horizon,
      horizonMonths: 1,
      warmUpYears: 0,
      warmStates: 1,
    });
    const room = addressOf('MOST_WORKERS');
    const { maxWorkers } = huge.workforce;
    expect(maxWorkers).toBeGreaterThan(room);
    expect(() => makeSimulator(huge, SEED)).toThrow(
      new RangeError(`a model of ${String(maxWorkers)} workers: a future has room for ${String(room)}`),
    );
    expect(rowsOf(small, [0, 1])).toEqual(before);
  });
});
