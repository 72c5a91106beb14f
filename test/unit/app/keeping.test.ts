import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import birmingham from '../../../scenarios/birmingham-2009.json';
import { saveWords } from '../../../src/app/handing-out';
import { Keeping } from '../../../src/app/keeping.svelte';
import { openStored } from '../../../src/app/drafts';
import { Session } from '../../../src/app/session.svelte';
import { followLink, shareLink } from '../../../src/app/sharing';
import type { Scenario } from '../../../src/model/index';
import type { Runner } from '../../../src/run/runner';
import { openKeep } from '../../../src/store/database';
import type { HoldingHost } from '../../../src/store/holding';
import { freshId, noKeep, type Keep } from '../../../src/store/keep';
import older from '../../fixtures/scenario-version-1.json';
import { fakeLocks } from '../../fixtures/locks';

const scenario = birmingham as unknown as Scenario;
const alone: HoldingHost = { locks: null, channel: null };
/** Runs nothing: nobody looks at numbers here. */
const still: Runner = {
  workers: 1,
  start: () => ({ end: new Promise(() => {}), cancel: () => {} }),
  dispose: () => {},
};
const lines: BroadcastChannel[] = [];
afterEach(() => {
  for (const line of lines.splice(0)) line.close();
});

async function page(keep: Keep, { work = null as string | null, host = alone } = {}): Promise<Keeping> {
  const stored = work === null ? null : await keep.load(work);
  const draft = stored ? await openStored(stored.draft) : null;
  const session = new Session({
    scenario,
    runner: still,
    baseRates: {} as never,
    modelVersion: '1',
    ...(draft?.ok ? { draft: draft.value } : {}),
  });
  const keeping = new Keeping({ session, keep, host, work });
  await keeping.begin();
  return keeping;
}

/** Two windows of one browser. */
function windows(): HoldingHost {
  const locks = fakeLocks();
  return {
    locks,
    channel: (name) => {
      const line = new BroadcastChannel(name);
      lines.push(line);
      return line;
    },
  };
}

const hires = (keeping: Keeping) => keeping.session.plan.levers.hiresPerMonth?.value;
function setHires(keeping: Keeping, value: number): void {
  const spec = keeping.session.specs.find(({ id }) => id === 'hiresPerMonth')!;
  keeping.session.setLever(spec, value);
}

test('nothing is kept before something is changed, then every change is, and it is there again', async () => {
  const keep = await openKeep(freshId());
  const first = await page(keep);
  expect(first.state.kind).toBe('untouched');
  expect(await keep.list()).toEqual([]);
  first.session.selectPlan('recovery');
  setHires(first, 11);
  setHires(first, 12);
  first.session.copyPlan();
  await first.flush();
  expect(first.state.kind).toBe('saved');
  expect(saveWords(first.state)).toMatch(/^Saved in this browser \d\d:\d\d$/);
  const [work] = await keep.list();
  const again = await page(keep, { work: work!.id });
  expect(again.session.plans).toEqual(first.session.plans);
  expect(again.session.plan.name).toBe('My plan');
  expect(hires(again)).toBe(12);
  expect(again.recent).toMatchObject([{ open: true, name: `${scenario.name}, My plan` }]);
  expect(again.state.kind).toBe('saved');
  first.session.undo();
  await first.flush();
  expect(hires(await page(keep, { work: work!.id }))).toBe(12);
  expect((await page(keep, { work: work!.id })).session.plan.id).toBe('recovery');
});

test('a file or a link is work of its own; what was there stays kept', async () => {
  const keep = await openKeep(freshId());
  const keeping = await page(keep);
  keeping.session.selectPlan('recovery');
  setHires(keeping, 13);
  const other = { ...scenario, name: 'Another council' };
  await keeping.session.open(new File([JSON.stringify(other)], 'other.json'));
  await keeping.flush();
  await keeping.refresh();
  expect(keeping.recent.map(({ name }) => name.split(',')[0])).toEqual(
    expect.arrayContaining(['Another council', scenario.name]),
  );
  const before = keeping.recent.find(({ open }) => !open)!;
  await keeping.open(before.id);
  expect(hires(keeping)).toBe(13);
  setHires(keeping, 14);
  await keeping.flush();
  expect(await keep.list()).toHaveLength(2);
  await keeping.forget(before.id);
  expect(keeping.recent).toHaveLength(1);
});

test('a plan file and a notice are part of the work at hand', async () => {
  const keep = await openKeep(freshId());
  const keeping = await page(keep);
  keeping.session.selectPlan('recovery');
  const { plan } = keeping.session;
  const file = { kind: 'plan', schemaVersion: 2, scenario: scenario.id, plan: { ...plan, name: 'Sent to me' } };
  await keeping.session.open(new File([JSON.stringify(file)], 'plan.json'));
  await keeping.flush();
  expect((await keep.list()).map(({ name }) => name)).toEqual([`${scenario.name}, Sent to me`]);
});

test('work of an older version is opened; one that cannot be read is said and stays kept', async () => {
  const keep = await openKeep(freshId());
  const old = { scenario: older, plans: older.plans, selected: 'recovery' };
  await keep.save({ id: 'old', name: 'Old', changed: 2, draft: old });
  const broken = { scenario: { ...older, schemaVersion: 99 }, plans: [], selected: '' };
  await keep.save({ id: 'broken', name: 'Broken', changed: 1, draft: broken });
  const keeping = await page(keep);
  await keeping.open('broken');
  expect(keeping.session.trouble).toMatchObject({ file: 'Broken (kept in this browser)' });
  expect(keeping.session.trouble!.problems[0]!.message).toContain('newer version');
  expect(keeping.recent.find(({ id }) => id === 'broken')).toMatchObject({ unreadable: true });
  expect(await keeping.stored('broken')).toEqual(broken);
  await keeping.open('old');
  expect(keeping.session.scenario.schemaVersion).toBe(2);
  expect(keeping.session.plan.id).toBe('recovery');
  expect((await keep.load('broken'))?.draft).toEqual(broken);
});

test('a full or blocked database is said, the page goes on, and closing is only a risk after a change', async () => {
  for (const [fault, words] of [
    ['full', 'Not saved: this browser’s storage is full'],
    ['blocked', 'Not saved: this browser does not keep data'],
  ] as const) {
    const keeping = await page(noKeep(fault));
    expect(keeping.state).toEqual({ kind: 'unsaved', fault });
    expect(keeping.atRisk).toBe(false);
    keeping.session.selectPlan('recovery');
    setHires(keeping, 15);
    await keeping.flush();
    expect(hires(keeping)).toBe(15);
    expect(saveWords(keeping.state)).toBe(words);
    expect(keeping.atRisk).toBe(true);
    keeping.filed('plan');
    expect(keeping.atRisk).toBe(false);
    keeping.session.copyPlan();
    await keeping.flush();
    keeping.filed('plan');
    // The file holds the copy; what was changed in the other plan would still be lost.
    expect(keeping.atRisk).toBe(true);
    keeping.filed('everything');
    expect(keeping.atRisk).toBe(false);
  }
});

test('a plan goes back to a named version, and that is undone like an edit', async () => {
  const keep = await openKeep(freshId());
  const keeping = await page(keep);
  keeping.session.selectPlan('recovery');
  setHires(keeping, 9);
  await keeping.versions.save('Before the board');
  setHires(keeping, 20);
  await keeping.flush();
  const [version] = keeping.versions.list;
  expect(version).toMatchObject({ name: 'Before the board' });
  keeping.versions.restore(version!);
  expect(hires(keeping)).toBe(9);
  keeping.session.undo();
  expect(hires(keeping)).toBe(20);
  const again = await page(keep, { work: (await keep.list())[0]!.id });
  expect(again.versions.list).toHaveLength(1);
  await again.versions.forget(version!.id);
  expect(again.versions.list).toEqual([]);
});

test('two windows on one work: the second looks on and follows, takes it over, and nothing is lost', async () => {
  const keep = await openKeep(freshId());
  const host = windows();
  const first = await page(keep, { host });
  first.session.selectPlan('recovery');
  setHires(first, 10);
  await first.flush();
  const { id } = (await keep.list())[0]!;
  const second = await page(keep, { host, work: id });
  expect([first.session.readOnly, second.session.readOnly]).toEqual([false, true]);
  setHires(second, 99);
  expect(hires(second)).toBe(10);
  expect(second.session.announcement).toContain('open in another window');

  setHires(first, 11);
  await first.flush();
  await expect.poll(() => hires(second)).toBe(11);

  // Two edits, one still waiting to be written, and the other window takes over.
  setHires(first, 12);
  setHires(first, 13);
  await second.takeOver();
  await expect.poll(() => second.session.readOnly).toBe(false);
  expect(hires(second)).toBe(13);
  expect(first.session.readOnly).toBe(true);
  setHires(second, 14);
  await second.flush();
  await expect.poll(() => hires(first)).toBe(14);
  setHires(first, 1);
  expect((await keep.load(id))!.draft.plans.find((plan) => (plan as { id: string }).id === 'recovery')).toMatchObject({
    levers: { hiresPerMonth: { value: 14 } },
  });

  // The holder turns to other work: the one that looked on has it.
  second.beginShipped(scenario);
  await expect.poll(() => first.session.readOnly).toBe(false);
  setHires(first, 15);
  expect(hires(first)).toBe(15);
});

test('a link opens as work of its own and leaves the address; a bad one is said', async () => {
  const keep = await openKeep(freshId());
  const keeping = await page(keep);
  keeping.session.selectPlan('recovery');
  setHires(keeping, 16);
  await keeping.flush();
  const place = { href: 'https://example.org/#results', hash: '' };
  const went: string[] = [];
  Object.assign(globalThis, {
    location: place,
    history: { state: null, replaceState: (_: unknown, __: string, to: string) => went.push(to) },
  });
  const link = await shareLink(keeping.session, [scenario]);
  place.hash = new URL(link!).hash;
  const other = await page(keep);
  other.session.selectPlan('as-now');
  await other.flush();
  await followLink(other, [scenario]);
  await other.flush();
  expect(went).toEqual(['#results']);
  expect(hires(other)).toBe(16);
  expect(await keep.list()).toHaveLength(3);
  place.hash = '#plan=nonsense';
  await followLink(other, [scenario]);
  expect(other.session.trouble).toMatchObject({ file: 'The link' });
  expect(hires(other)).toBe(16);
});
