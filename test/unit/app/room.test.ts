import { expect, test, vi } from 'vitest';
import birmingham from '../../../scenarios/birmingham-2009.json';
import { Conductor, type RunView } from '../../../src/app/conductor';
import type * as Room from '../../../src/app/room';
import type { Plan, Report, Scenario } from '../../../src/model/index';
import type { Runner } from '../../../src/run/runner';
import { toyModel } from '../run/toy';

/** Room for 3,400 futures of six numbers each: 2,000 of as now alone, 1,700 of each of two plans, 850 of each of four. */
vi.mock('../../../src/app/room', async (original) => ({
  ...(await original<typeof Room>()),
  MOST_NUMBERS: 3400 * 6,
  numbersOfFuture: () => 6,
  futuresThatFit: (plans: number) => Math.floor(3400 / plans / 50) * 50,
}));

const scenario = birmingham as unknown as Scenario;
const [asNow, recovery] = scenario.plans as [Plan, Plan];
const hiring = (value: number): Plan => ({
  ...recovery,
  id: `hires-${String(value)}`,
  levers: { hiresPerMonth: { value, from: '2009-03-01' } },
});

/** Every run is done at once. */
const quick: Runner = {
  workers: 2,
  dispose: () => {},
  start: ({ first, futures }) => ({
    cancel: () => {},
    end: Promise.resolve({
      kind: 'done',
      result: { first, futures, rows: new Float64Array(futures * 6), failures: [], baseline: new Float64Array(3) },
    }),
  }),
};

test('where room is short, every plan on show still has all the futures that are shown', async () => {
  let view: RunView | null = null;
  const conductor = new Conductor({
    runner: quick,
    fallback: () => Promise.resolve(quick),
    compile: (_, plan) => ({ ...toyModel, planId: plan.id }),
    report: (_, plans, futures) =>
      ({
        futures,
        plans: plans.map(({ plan, account }) => ({ id: plan.id, has: account.futures >= futures, failures: [] })),
      }) as unknown as Report,
    seed: 1,
    debounceMs: 0,
    onChange: (next) => (view = next),
  });
  const shown = async (plan: Plan, others: readonly Plan[], futures: number) => {
    conductor.turnTo(scenario, plan, others);
    await vi.waitFor(() => expect(view).toMatchObject({ phase: { kind: 'done', total: futures } }));
    const { report } = view!.shown!;
    expect(report.futures).toBe(futures);
    expect(report.plans).toEqual(report.plans.map(({ id }) => ({ id, has: true, failures: [] })));
    return report.plans.map(({ id }) => id);
  };
  expect(await shown(asNow, [], 2000)).toEqual(['as-now']);
  expect(await shown(recovery, [], 1700)).toEqual(['as-now', 'recovery']);
  const four = [asNow, recovery, hiring(11), hiring(12)];
  expect(await shown(recovery, four, 850)).toEqual(['as-now', 'recovery', 'hires-11', 'hires-12']);
  conductor.dispose();
});
