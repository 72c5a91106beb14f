import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import birmingham from '../../../scenarios/birmingham-2009.json';
import { Conductor, settingsKey, type RunView } from '../../../src/app/conductor';
import { STAGES } from '../../../src/app/stages';
import { futuresThatFit, MOST_NUMBERS, numbersOfFuture } from '../../../src/app/room';
import { checkScenario, compile, type Plan, type Report, type Scenario } from '../../../src/model/index';
import type { Run, RunEnd, Runner, RunRequest } from '../../../src/run/runner';
import { toyModel } from '../run/toy';

const scenario = birmingham as unknown as Scenario;
const [asNow, recovery] = scenario.plans as [Plan, Plan];
const mine: Plan = { ...recovery, id: 'mine', levers: { hiresPerMonth: { value: 12, from: '2009-03-01' } } };

/** A runner whose runs end when the test says so. */
function handRunner() {
  const asked: { request: RunRequest; finish: (end?: RunEnd) => void; cancelled: boolean; ended: boolean }[] = [];
  const runner: Runner = {
    workers: 2,
    dispose: () => {},
    start(request): Run {
      let settle: (end: RunEnd) => void = () => {};
      const end = new Promise<RunEnd>((resolve) => (settle = resolve));
      const { first, futures } = request;
      const result = {
        first,
        futures,
        rows: new Float64Array(futures * 6),
        failures: [],
        baseline: new Float64Array(3),
      };
      const entry = {
        request,
        cancelled: false,
        ended: false,
        finish: (given: RunEnd = { kind: 'done', result }) => {
          entry.ended = true;
          settle(given);
        },
      };
      asked.push(entry);
      return {
        end,
        cancel() {
          entry.cancelled = true;
          entry.ended = true;
          settle({ kind: 'cancelled' });
        },
      };
    },
  };
  /** Of the runs in flight, the one that was started first. */
  const oldest = () => asked.find(({ ended }) => !ended)!;
  return { runner, asked, oldest };
}

function conducted(runner = handRunner()) {
  const views: RunView[] = [];
  const fallback = handRunner();
  const conductor = new Conductor({
    runner: runner.runner,
    fallback: () => Promise.resolve(fallback.runner),
    compile: (_, plan) => ({ ...toyModel, planId: plan.id }),
    report: (_, plans, futures) =>
      ({ futures, plans: plans.map(({ plan }) => ({ id: plan.id, failures: [] })) }) as unknown as Report,
    seed: 1,
    onChange: (view) => views.push(view),
  });
  const settle = () => vi.advanceTimersByTimeAsync(200);
  /** Ends runs until none is open or the plan has as many futures. */
  async function runTo(from: ReturnType<typeof handRunner>, chunks: number) {
    for (let i = 0; i < chunks; i++) {
      from.oldest().finish();
      await vi.advanceTimersByTimeAsync(0);
    }
  }
  return { conductor, views, fallback, runner, settle, runTo, now: () => views.at(-1)! };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the conductor', () => {
  test('goes from nothing to a first look of the plan alone, then beside as now, then finer', async () => {
    const it = conducted();
    it.conductor.turnTo(scenario, recovery);
    expect(it.now()).toMatchObject({ phase: { kind: 'running', done: 0, total: 2000 }, shown: null });
    await it.settle();
    await it.runTo(it.runner, 4);
    expect(it.now().shown).toMatchObject({ planId: 'recovery', report: { futures: 200, plans: [{ id: 'recovery' }] } });
    await it.runTo(it.runner, 4);
    expect(it.now().shown?.report.plans.map(({ id }) => id)).toEqual(['as-now', 'recovery']);
    await it.runTo(it.runner, 72);
    expect(it.now()).toMatchObject({ phase: { kind: 'done', total: 2000 }, shown: { report: { futures: 2000 } } });
    expect(new Set(it.views.flatMap(({ shown }) => shown?.report.futures ?? []))).toEqual(new Set(STAGES));
  });

  test('an edit cancels what runs, keeps the old results on show, waits for a pause, and the newest wins', async () => {
    const it = conducted();
    it.conductor.turnTo(scenario, recovery);
    await it.settle();
    await it.runTo(it.runner, 8);
    const before = it.runner.asked.length;
    it.conductor.turnTo(scenario, mine);
    expect(it.runner.asked.at(-1)!.cancelled).toBe(true);
    expect(it.now()).toMatchObject({ phase: { kind: 'running', done: 0 }, shown: { key: settingsKey(recovery) } });
    await vi.advanceTimersByTimeAsync(60);
    it.conductor.turnTo(scenario, { ...mine, levers: { hiresPerMonth: { value: 13, from: '2009-03-01' } } });
    await vi.advanceTimersByTimeAsync(60);
    expect(it.runner.asked).toHaveLength(before);
    await it.settle();
    expect(it.runner.asked.slice(before).map(({ request }) => request.model.planId)).toEqual(['mine', 'mine']);
    // The first of it is seen early, and said to be rough.
    await it.runTo(it.runner, 1);
    expect(it.now().shown).toMatchObject({ planId: 'mine', report: { futures: 50 } });
    await it.runTo(it.runner, 3);
    expect(it.now().shown).toMatchObject({
      planId: 'mine',
      report: { futures: 200, plans: [{ id: 'as-now' }, { id: 'mine' }] },
    });
  });

  test('plans to be compared are run beside it, fewer futures of each, and reported together', async () => {
    const it = conducted();
    it.conductor.turnTo(scenario, recovery);
    await it.settle();
    await it.runTo(it.runner, 8);
    it.conductor.turnTo(scenario, recovery, [asNow, recovery, mine]);
    await it.settle();
    await it.runTo(it.runner, 4);
    expect(it.now().shown?.report.plans.map(({ id }) => id)).toEqual(['as-now', 'recovery', 'mine']);
    await it.runTo(it.runner, 48);
    expect(it.now()).toMatchObject({ phase: { kind: 'done', total: 1000 }, shown: { report: { futures: 1000 } } });
    // Without them it goes on where it was.
    it.conductor.turnTo(scenario, recovery);
    await it.settle();
    expect(it.now().phase).toMatchObject({ total: 2000 });
  });

  test('another notice over the same futures is counted anew and runs nothing', async () => {
    const it = conducted();
    it.conductor.turnTo(scenario, recovery);
    await it.settle();
    await it.runTo(it.runner, 80);
    const [asked, shown] = [it.runner.asked.length, it.now().shown];
    it.conductor.turnTo({ ...scenario, targets: scenario.targets.slice(1) }, recovery);
    await it.settle();
    expect(it.runner.asked).toHaveLength(asked);
    expect(it.now().shown).not.toBe(shown);
    expect(it.now()).toMatchObject({ phase: { kind: 'done' }, shown: { report: { futures: 2000 } } });
    it.conductor.turnTo({ ...scenario, horizonMonths: 12 }, recovery);
    await it.settle();
    expect(it.runner.asked).toHaveLength(asked + 2);
    expect(it.now().shown).toBeNull();
  });

  test('going back to a plan that was run shows it at once', async () => {
    const it = conducted();
    it.conductor.turnTo(scenario, recovery);
    await it.settle();
    await it.runTo(it.runner, 8);
    it.conductor.turnTo(scenario, mine);
    await it.settle();
    it.conductor.turnTo(scenario, recovery);
    await vi.advanceTimersByTimeAsync(0);
    expect(it.now().shown).toMatchObject({ planId: 'recovery', report: { futures: 200 } });
  });

  test('stops where it is with what there is, and goes on from there', async () => {
    const it = conducted();
    it.conductor.turnTo(scenario, asNow);
    await it.settle();
    await it.runTo(it.runner, 6);
    it.conductor.stop();
    expect(it.now()).toMatchObject({
      phase: { kind: 'stopped', at: 300, total: 2000 },
      shown: { report: { futures: 300 } },
    });
    it.conductor.resume();
    expect(it.runner.oldest().request).toMatchObject({ first: 300, futures: 50 });
    await it.runTo(it.runner, 34);
    expect(it.now()).toMatchObject({ phase: { kind: 'done' }, shown: { report: { futures: 2000 } } });
  });

  test('another notice is counted over the same futures at once, before as now has been run and after', async () => {
    const it = conducted();
    it.conductor.turnTo(scenario, recovery);
    await it.settle();
    await it.runTo(it.runner, 4);
    // A checked scenario has its parts in another order than the file.
    const checked = checkScenario({ ...scenario, reviews: scenario.reviews.slice(1) });
    if (!checked.ok) throw new Error('the scenario is sound');
    const first = it.now().shown!.report;
    it.conductor.turnTo(checked.value, recovery);
    expect(it.now().shown!.report).not.toBe(first);
    expect(it.now().shown!.report.plans.map(({ id }) => id)).toEqual(['recovery']);
    expect(it.runner.asked.some(({ cancelled }) => cancelled)).toBe(false);
    await it.runTo(it.runner, 4);
    const second = it.now().shown!.report;
    it.conductor.turnTo(scenario, recovery);
    expect(it.now().shown!.report).not.toBe(second);
    expect(it.now().shown!.report.plans.map(({ id }) => id)).toEqual(['as-now', 'recovery']);
    expect(it.runner.asked.some(({ cancelled }) => cancelled)).toBe(false);
  });

  test('renaming a plan runs nothing again', async () => {
    const it = conducted();
    it.conductor.turnTo(scenario, asNow);
    await it.settle();
    const { length } = it.runner.asked;
    it.conductor.turnTo(scenario, { ...asNow, name: 'Another name' });
    await it.settle();
    expect(it.runner.asked).toHaveLength(length);
    expect(it.runner.asked.at(-1)!.cancelled).toBe(false);
  });

  test('a failed run says so and can be tried again', async () => {
    const it = conducted();
    it.conductor.turnTo(scenario, asNow);
    await it.settle();
    it.runner.oldest().finish({ kind: 'failed', code: 'W2', message: 'a bug' });
    await it.settle();
    expect(it.now().phase).toEqual({ kind: 'failed', code: 'W2', message: 'a bug' });
    it.conductor.resume();
    await it.runTo(it.runner, 4);
    expect(it.now().shown?.report.futures).toBe(200);
  });

  test('where no worker can start it runs fewer futures in the page itself', async () => {
    const it = conducted();
    it.conductor.turnTo(scenario, asNow);
    await it.settle();
    it.runner.oldest().finish({ kind: 'failed', code: 'W1', message: 'no worker can start' });
    await it.settle();
    expect(it.now()).toMatchObject({ reduced: true, phase: { kind: 'running', total: 300 } });
    await it.runTo(it.fallback, 6);
    expect(it.now()).toMatchObject({ phase: { kind: 'done', total: 300 }, shown: { report: { futures: 300 } } });
  });
});

test('plans compared that have the same settings are run once and all reported', async () => {
  const it = conducted();
  const twin = { ...recovery, id: 'twin' };
  it.conductor.turnTo(scenario, recovery, [asNow, recovery, twin]);
  await it.settle();
  await it.runTo(it.runner, 8);
  expect(new Set(it.runner.asked.map(({ request }) => request.model.planId))).toEqual(new Set(['recovery', 'as-now']));
  expect(it.now().shown?.report.plans.map(({ id }) => id)).toEqual(['as-now', 'recovery', 'twin']);
  // Another of the same settings takes its place: nothing is run for it.
  it.conductor.turnTo(scenario, recovery, [asNow, recovery, { ...recovery, id: 'other' }]);
  await it.settle();
  expect(it.now().shown?.report.plans.map(({ id }) => id)).toEqual(['as-now', 'recovery', 'other']);
});

describe('the room for futures', () => {
  test('is a limit on futures × plans × months, said where it is met', async () => {
    const long: Scenario = { ...scenario, horizonMonths: 60 };
    const fit = futuresThatFit(2, numbersOfFuture(long));
    expect(fit).toBeGreaterThan(500);
    expect(fit).toBeLessThan(2000);
    const it = conducted();
    it.conductor.turnTo(long, recovery);
    expect(it.now()).toMatchObject({
      phase: { kind: 'running', total: fit },
      cut: { futures: fit, plans: 2, months: 60 },
    });
    await it.settle();
    await it.runTo(it.runner, (2 * fit) / 50);
    expect(it.now()).toMatchObject({ phase: { kind: 'done', total: fit }, shown: { report: { futures: fit } } });
    // With the usual months all of them fit, and nothing is said.
    it.conductor.turnTo(scenario, recovery);
    expect(it.now()).toMatchObject({ phase: { kind: 'running', total: 2000 }, cut: null });
  });

  test('is counted in the numbers that a future really has', () => {
    const model = compile(scenario, recovery);
    expect(numbersOfFuture(scenario)).toBe(model.columns.length * model.months.length);
    for (const plans of [1, 2, 6])
      for (const horizonMonths of [24, 60]) {
        const numbers = numbersOfFuture({ ...scenario, horizonMonths });
        const fit = futuresThatFit(plans, numbers);
        expect(fit * plans * numbers).toBeLessThanOrEqual(MOST_NUMBERS);
        expect((fit + 50) * plans * numbers).toBeGreaterThan(MOST_NUMBERS);
      }
  });
});
