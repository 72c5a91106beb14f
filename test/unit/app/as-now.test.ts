import { expect, test, vi } from 'vitest';
import baseRates from '../../../scenarios/base-rates.json';
import birmingham from '../../../scenarios/birmingham-2009.json';
import { Session } from '../../../src/app/session.svelte';
import { makeLayout, type Scenario } from '../../../src/model/index';
import type { Runner } from '../../../src/run/runner';

const scenario = birmingham as unknown as Scenario;
const columns = makeLayout(
  [],
  scenario.workforce.teams.map(({ id }) => id),
).stride;

/** The first 200 futures are done at once, with a 1 everywhere; more never come. */
const quick: Runner = {
  workers: 1,
  dispose: () => {},
  start: ({ first, futures, model }) => ({
    cancel: () => {},
    end:
      first >= 200
        ? new Promise(() => {})
        : Promise.resolve({
            kind: 'done',
            result: {
              first,
              futures,
              rows: new Float64Array(futures * model.columns.length * model.months.length).fill(1),
              failures: [],
              baseline: new Float64Array(columns).fill(1),
            },
          }),
  }),
};

test('a copy in which nothing is set has the numbers of as now, so that they can be shown', async () => {
  const session = new Session({ scenario, runner: quick, baseRates, modelVersion: '1' });
  session.selectPlan('as-now');
  session.copyPlan();
  expect(session.isAsNow).toBe(false);
  await vi.waitFor(() => expect(session.report?.futures).toBe(200), { timeout: 30_000 });
  expect(session.report!.plans.map(({ id }) => id)).toEqual(['my-plan']);
  expect(session.asNowOnShow?.id).toBe('my-plan');
  session.stop();
}, 60_000);
