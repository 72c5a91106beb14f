/** Reading futures takes the page's thread longest of all it does: what was read of a plan is kept while nothing of it changes. */
import { beforeAll, expect, it } from 'vitest';
import type { Account } from '../../../src/app/ledger';
import { reportOf, type PlanAccount, type ReportContext } from '../../../src/app/reporting';
import { compile, makeSimulator, type Plan, type Scenario } from '../../../src/model/index';
import baseRates from '../../../scenarios/base-rates.json';
import { tenthOfBirmingham } from '../../fixtures/council';

const SEED = 4;
const FUTURES = 40;

let scenario: Scenario;
let accounts: readonly PlanAccount[];

function run(plan: Plan): PlanAccount {
  const model = compile(scenario, plan, { horizonMonths: 4, warmUpYears: 1, warmStates: 2 });
  const length = model.months.length * model.columns.length;
  const rows = new Float64Array(FUTURES * length);
  const simulator = makeSimulator(model, SEED);
  for (let future = 0; future < FUTURES; future++)
    expect(simulator.run(future, rows.subarray(future * length, (future + 1) * length))).toBeNull();
  const account: Account = { model, futures: FUTURES, rows, failures: [], baseline: simulator.baseline };
  return { plan, model, account };
}

const context = (changes: Partial<ReportContext> = {}): ReportContext => ({
  scenario,
  seed: SEED,
  workers: 2,
  modelVersion: '0',
  baseRates,
  ...changes,
});

beforeAll(() => {
  scenario = tenthOfBirmingham();
  accounts = ['recovery', 'as-now'].map((id) => run(scenario.plans.find((plan) => plan.id === id)!));
});

it('a plan is not read anew beside another that is edited', () => {
  const [, before] = reportOf(context(), accounts, FUTURES).plans;
  const recovery = accounts[0]!.plan;
  const edited = { ...recovery, levers: { ...recovery.levers, hoursFreed: { value: 1, from: scenario.start } } };
  const plans = scenario.plans.map((plan) => (plan === recovery ? edited : plan));
  const now = context({ scenario: { ...scenario, plans } });
  const [first, second] = reportOf(now, [run(edited), accounts[1]!], FUTURES).plans;
  expect(second).toBe(before);
  expect(first!.measures).not.toEqual(second!.measures);
});

it.each<[string, () => readonly [ReportContext, readonly PlanAccount[], number]]>([
  ['fewer futures', () => [context(), accounts, FUTURES - 10]],
  [
    'another target',
    () => {
      const targets = scenario.targets.map((target, i) => (i === 0 ? { ...target, threshold: 0.5 } : target));
      return [context({ scenario: { ...scenario, targets } }), accounts, FUTURES];
    },
  ],
  [
    'another name',
    () => [context(), accounts.map((one) => ({ ...one, plan: { ...one.plan, name: 'Renamed' } })), FUTURES],
  ],
  ['other base rates', () => [context({ baseRates: structuredClone(context().baseRates) }), accounts, FUTURES]],
  [
    'a failure among its futures',
    () => {
      const failures = [{ future: 3, seed: SEED, day: 9, code: 'future-failed', message: 'it broke off' } as const];
      return [context(), accounts.map((one) => ({ ...one, account: { ...one.account, failures } })), FUTURES];
    },
  ],
])('a plan is read anew for %s', (_, changed) => {
  const before = reportOf(context(), accounts, FUTURES).plans;
  const now = reportOf(...changed()).plans;
  now.forEach((plan, i) => {
    expect(plan).not.toBe(before[i]);
  });
  expect(reportOf(context(), accounts, FUTURES).plans).toEqual(before);
});
