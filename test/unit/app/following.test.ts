/** A window that only looks on jumps over several edits of the other at once; it must never show old numbers as a plan's own. */
import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import birmingham from '../../../scenarios/birmingham-2009.json';
import baseRates from '../../../scenarios/base-rates.json';
import { openStored } from '../../../src/app/drafts';
import { Keeping } from '../../../src/app/keeping.svelte';
import { Session } from '../../../src/app/session.svelte';
import type { Scenario } from '../../../src/model/index';
import type { Runner } from '../../../src/run/runner';
import { openKeep } from '../../../src/store/database';
import type { HoldingHost } from '../../../src/store/holding';
import { freshId, type Keep } from '../../../src/store/keep';
import { fakeLocks } from '../../fixtures/locks';
import { nought } from '../../fixtures/nought';

const scenario: Scenario = { ...(birmingham as unknown as Scenario), horizonMonths: 3, targets: [], reviews: [] };
const lines: BroadcastChannel[] = [];
afterEach(() => {
  for (const line of lines.splice(0)) line.close();
});

async function look(keep: Keep, host: HoldingHost, runner: Runner, work: string | null): Promise<Keeping> {
  const stored = work === null ? null : await keep.load(work);
  const draft = stored ? await openStored(stored.draft) : null;
  const session = new Session({
    scenario,
    runner,
    baseRates,
    modelVersion: '1',
    ...(draft?.ok ? { draft: draft.value } : {}),
  });
  const keeping = new Keeping({ session, keep, host, work });
  await keeping.begin();
  return keeping;
}

test(
  'a plan that another window has changed is not compared until it has been run as it is now',
  { timeout: 60_000 },
  async () => {
    const keep = await openKeep(freshId());
    const locks = fakeLocks();
    const host: HoldingHost = {
      locks,
      channel: (name) => {
        const line = new BroadcastChannel(name);
        lines.push(line);
        return line;
      },
    };
    const third = scenario.plans[2]!.id;
    const writer = await look(
      keep,
      host,
      nought(() => new Promise(() => {})),
      null,
    );
    writer.session.selectPlan(third);
    await writer.flush();
    const work = (await keep.list())[0]!.id;

    let held = false;
    let release: () => void = () => {};
    const reader = await look(
      keep,
      host,
      nought(() => (held ? new Promise((resolve) => (release = resolve)) : Promise.resolve())),
      work,
    );
    const { session } = reader;
    expect(session.readOnly).toBe(true);
    session.setComparing(true);
    session.compare('recovery', true);
    const all = ['as-now', 'recovery', third];
    const onShow = () => session.comparedOnShow.map(({ id }) => id);
    await vi.waitFor(() => expect(session.view.phase.kind).toBe('done'), { timeout: 50_000 });
    expect(onShow()).toEqual(all);

    held = true;
    // What the page would draw right after it has followed, before a run begins.
    const drawn: { stale: boolean; reported: string[]; onShow: string[] }[] = [];
    const follow = session.follow.bind(session);
    session.follow = (draft) => {
      follow(draft);
      drawn.push({ stale: session.stale, reported: session.report!.plans.map(({ id }) => id), onShow: onShow() });
    };
    writer.session.selectPlan('recovery');
    const spec = writer.session.specs.find(({ id }) => id === 'hiresPerMonth')!;
    writer.session.setLever(spec, 30);
    writer.session.selectPlan(third);
    await writer.flush();
    const recovery = () => session.plans.find(({ id }) => id === 'recovery')!;
    await vi.waitFor(() => expect(recovery().levers.hiresPerMonth?.value).toBe(30));
    // The plan at hand is as it was, so nothing is stale; yet the recovery plan's numbers are those of its former settings.
    expect(drawn[0]).toEqual({ stale: false, reported: ['as-now', third, 'recovery'], onShow: ['as-now', third] });
    expect(onShow()).not.toContain('recovery');

    held = false;
    await vi.waitFor(
      () => {
        release();
        expect(session.view.phase.kind).toBe('done');
      },
      { timeout: 50_000 },
    );
    expect(onShow()).toEqual(all);
    session.stop();
  },
);
