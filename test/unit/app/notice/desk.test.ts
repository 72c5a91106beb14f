import { describe, expect, test } from 'vitest';
import baseRates from '../../../../scenarios/base-rates.json';
import birmingham from '../../../../scenarios/birmingham-2009.json';
import { noticeDesk, type NoticeDesk } from '../../../../src/app/notice/desk.svelte';
import { noticeOf, noticeText } from '../../../../src/app/notice/register';
import { removeTarget } from '../../../../src/app/notice/targets';
import { Session } from '../../../../src/app/session.svelte';
import type { NoticeFile, Scenario } from '../../../../src/model/index';
import type { Runner } from '../../../../src/run/runner';

const scenario = birmingham as unknown as Scenario;

/** A session whose runs never end: only its edits are looked at. */
function open(): { session: Session; desk: NoticeDesk } {
  const runner: Runner = {
    workers: 1,
    start: () => ({ end: new Promise(() => {}), cancel: () => {} }),
    dispose: () => {},
  };
  const session = new Session({ scenario, runner, baseRates, modelVersion: 'test' });
  return { session, desk: noticeDesk(session) };
}

const due = (session: Session) => session.scenario.targets[0]!.due;

describe('editing the notice', () => {
  test('what is typed is in the scenario at once; one field is one step of undo', () => {
    const { session, desk } = open();
    desk.put(session.scenario.targets[0]!, 'threshold', '7');
    desk.put(session.scenario.targets[0]!, 'threshold', '72%');
    desk.put(session.scenario.targets[0]!, 'due', '31 Dec 2009');
    expect(session.scenario.targets[0]).toMatchObject({ threshold: 0.72, due: '2009-12-31' });
    session.undo();
    expect(session.scenario.targets[0]).toMatchObject({ threshold: 0.72, due: '2010-02-28' });
    session.undo();
    expect(session.scenario.targets[0]!.threshold).toBe(0.69);
    expect(session.canUndo).toBe(false);
    // What was understood as the value that stands there is no step of undo.
    desk.put(session.scenario.targets[0]!, 'from', 'April');
    expect(session.canUndo).toBe(false);
  });

  test('what cannot be used stays as it was typed, with the reason, until the field shows something else', () => {
    const { session, desk } = open();
    const target = session.scenario.targets[0]!;
    desk.put(target, 'due', '31 November 2009');
    desk.put(target, 'threshold', 'lots');
    expect(session.canUndo).toBe(false);
    expect(desk.wrong(target, 'due')).toMatchObject({ text: '31 November 2009' });
    expect(desk.all().map(({ place }) => place)).toEqual([
      'Initial assessments in 7 working days, threshold',
      'Initial assessments in 7 working days, date',
    ]);
    expect(session.announcement).toContain('“lots” is not a number');
    desk.put(target, 'due', '31 December 2009');
    expect(desk.all()).toHaveLength(1);
    desk.put(session.scenario.targets[0]!, 'threshold', '70');
    expect(desk.all()).toEqual([]);
    // Undone to another value, the field is no longer the one that the text was typed over.
    desk.put(session.scenario.targets[0]!, 'threshold', 'lots');
    expect(desk.all()).toHaveLength(1);
    session.undo();
    expect(desk.all()).toEqual([]);
    // The desk of a session is one and the same, so that leaving the page loses nothing.
    expect(noticeDesk(session)).toBe(desk);
  });

  test('a date beyond the run offers the months it needs, and takes the date with them', () => {
    const { session, desk } = open();
    const target = session.scenario.targets[6]!;
    desk.put(target, 'due', '31 December 2011');
    const bad = desk.wrong(target, 'due')!;
    expect(bad).toMatchObject({ months: 35, sentence: expect.stringContaining('or simulate 35 months') as string });
    desk.simulate(35, () => desk.put(target, 'due', bad.text));
    expect(session.scenario).toMatchObject({ horizonMonths: 35 });
    expect(session.scenario.targets[6]!.due).toBe('2011-12-31');
    expect(desk.all()).toEqual([]);
  });

  test('a review is moved and renamed, and two on one day are refused', () => {
    const { session, desk } = open();
    desk.putReview('2009-07-31', 'date', '28 February 2010');
    expect(session.scenario.reviews).toEqual(scenario.reviews);
    expect(desk.all()).toMatchObject([{ place: 'Review of 31 July 2009, date', text: '28 February 2010' }]);
    desk.putReview('2009-07-31', 'date', '30/9/2009');
    desk.putReview('2009-09-30', 'label', 'Halfway');
    expect(session.scenario.reviews[0]).toEqual({ date: '2009-09-30', label: 'Halfway' });
    desk.putReview('2009-09-30', 'label', ' ');
    expect(desk.all()).toMatchObject([{ sentence: 'Give the review a name, or remove it.' }]);
  });

  test('another notice is laid over the council in one step; the plans stay, and what does not fit changes nothing', async () => {
    const { session } = open();
    session.copyPlan();
    const notice: NoticeFile = {
      ...noticeOf(removeTarget(session.scenario, 'ni59')),
      formulas: [
        {
          id: 'own_rate',
          label: 'Own',
          unit: 'share',
          polarity: 'low',
          formula: 'vacant_fte / posts_fte',
          meaning: '',
        },
      ],
    };
    expect(await session.layNotice(notice)).toEqual([]);
    expect(session.scenario.targets).toHaveLength(7);
    expect(session.draft.formulas.map(({ id }) => id)).toEqual(['own_rate']);
    expect(session.plan.name).toBe('My plan');
    const late = { ...notice, reviews: [{ date: '2031-01-31', label: 'Late' }] };
    expect(await session.layNotice(late)).toMatchObject([{ code: 'beyond-horizon' }]);
    expect(session.scenario.reviews).toEqual(scenario.reviews);
    session.undo();
    expect(due(session)).toBe('2010-02-28');
    expect(session.scenario.targets).toHaveLength(8);
  });

  test('a notice file from disk is laid over the council, and the plans stay', async () => {
    const { session } = open();
    session.copyPlan();
    const text = noticeText(removeTarget(session.scenario, 'ni59'));
    await session.open(new File([text], 'notice.json'));
    expect(session.scenario.targets).toHaveLength(7);
    expect(session.plan.name).toBe('My plan');
    expect(session.announcement).toBe('The notice in notice.json is open.');
  });
});
