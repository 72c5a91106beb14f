/** What is taken out is of one moment: results, and the settings and the notice they were counted from, under the names of now. */
import { beforeEach, expect, test, vi } from 'vitest';
import birmingham from '../../../scenarios/birmingham-2009.json';
import baseRates from '../../../scenarios/base-rates.json';
import { download } from '../../../src/app/download';
import { Session } from '../../../src/app/session.svelte';
import { chancesTable, takeCsv, takeLong, takeWorkbook } from '../../../src/app/taking-out';
import type { Scenario } from '../../../src/model/index';
import { nought } from '../../fixtures/nought';
import { readSheets } from '../../fixtures/unzip';

vi.mock('../../../src/app/download', () => ({ download: vi.fn() }));
const taken = vi.mocked(download);
beforeEach(() => void taken.mockClear());

const scenario: Scenario = { ...(birmingham as unknown as Scenario), horizonMonths: 14 };
const MOVED_ON = 'Taken out before the latest change on the page was counted';

/** A page with the plan "recovery" counted; `hold` makes every later run wait. */
async function counted() {
  let waits = false;
  const runner = nought(() => (waits ? new Promise(() => {}) : Promise.resolve()));
  const session = new Session({ scenario, runner, baseRates, modelVersion: '1' });
  session.selectPlan('recovery');
  await vi.waitFor(() => expect([session.view.phase.kind, session.stale]).toEqual(['done', false]), 50_000);
  return { session, hold: () => (waits = true) };
}

const setHires = (session: Session, value: number) =>
  session.setLever(
    session.specs.find(({ id }) => id === 'hiresPerMonth')!,
    value,
  );

/** The workbook as rows by sheet, with its name. */
async function workbook(session: Session) {
  await takeWorkbook(session, 11);
  const [name, , blob] = taken.mock.lastCall!;
  return { name, sheets: readSheets(Buffer.from(await (blob as Blob).arrayBuffer())) };
}

test('a workbook holds results with the settings and the notice they were counted from, and says where the page has moved on', async () => {
  const { session, hold } = await counted();
  const hires = () => session.plan.levers.hiresPerMonth?.value;
  const before = await workbook(session);
  const was = hires();
  expect(before.sheets.get('Plan')!.find(([label]) => label === 'Experienced hires')?.[1]).toBe(was);
  expect(JSON.stringify([...before.sheets])).not.toContain(MOVED_ON);
  const { fingerprint } = session.result!;

  hold();
  setHires(session, 33);
  const target = session.scenario.targets[0]!;
  const harder = { ...target, threshold: 0.99, due: null };
  expect(
    session.editScenario({ ...session.scenario, targets: [harder, ...session.scenario.targets.slice(1)] }),
  ).toEqual([]);
  expect([hires(), session.stale]).toEqual([33, true]);
  const after = await workbook(session);
  expect(after.name).toBe(`before-latest-change-${before.name}`);
  expect(after.sheets.get('Plan')).toEqual(before.sheets.get('Plan'));
  expect(after.sheets.get('Targets')).toEqual(before.sheets.get('Targets'));
  expect(after.sheets.get('Scorecard')).toEqual(before.sheets.get('Scorecard'));
  expect(after.sheets.get('Run record')!.flat()).toContain(fingerprint);
  expect(after.sheets.get('Run record')!).toContainEqual(['Later changes', `${MOVED_ON}.`]);
  expect(session.counted.scenario.targets[0]).toEqual(target);

  // With the settings back, what is on show is still of the former notice; then it is counted by the new one.
  session.restorePlan(scenario.plans.find(({ id }) => id === 'recovery')!);
  expect(session.stale).toBe(true);
  await vi.waitFor(() => expect(session.stale).toBe(false));
  expect(session.counted.scenario.targets[0]).toEqual(harder);
  expect(session.result!.targets[0]).toMatchObject({ threshold: 0.99 });
});

test('so does every table and the long CSV', async () => {
  const { session, hold } = await counted();
  const table = () => chancesTable([session.result!]);
  takeCsv(session, table(), { title: 'Chances', subtitle: '' });
  expect(taken.mock.lastCall![2]).not.toContain(MOVED_ON);
  hold();
  setHires(session, 33);
  takeCsv(session, table(), { title: 'Chances', subtitle: '' });
  expect(taken.mock.lastCall![0]).toMatch(/^before-latest-change-birmingham-2009-/);
  expect(taken.mock.lastCall![2]).toContain(MOVED_ON);
  takeLong(session);
  expect(taken.mock.lastCall![0]).toMatch(/^before-latest-change-birmingham-2009-/);
});

test('a new name of plan or scenario holds at once, counted anew or not', async () => {
  const { session, hold } = await counted();
  const names = () => [session.report!.scenario.name, session.result!.name];
  session.renamePlan('First name');
  expect(names()).toEqual([scenario.name, 'First name']);
  hold();
  setHires(session, 33);
  const { fingerprint } = session.result!;
  session.renamePlan('Second name');
  session.editScenario({ ...session.scenario, name: 'Another council' });
  expect([session.stale, ...names()]).toEqual([true, 'Another council', 'Second name']);
  expect(session.result!.fingerprint).toBe(fingerprint);
  const { sheets } = await workbook(session);
  expect(sheets.get('Cover')!.flat()).toContain('Another council: Second name');
  expect(JSON.stringify([...sheets])).not.toContain('First name');
});
