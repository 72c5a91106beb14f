import { describe, expect, test } from 'vitest';
import baseRates from '../../../../scenarios/base-rates.json';
import birmingham from '../../../../scenarios/birmingham-2009.json';
import worcestershire from '../../../../scenarios/worcestershire-2011.json';
import { targetChecks, twoWays } from '../../../../src/app/notice/checks';
import { addClause, removeClause } from '../../../../src/app/notice/clauses';
import { noticeDesk } from '../../../../src/app/notice/desk.svelte';
import { addFloor, chooseFloors, removeFloor, usualFloors, watchable } from '../../../../src/app/notice/floors';
import { measureFacts } from '../../../../src/app/notice/measures';
import { climbOf } from '../../../../src/app/notice/climb';
import { noticeOf, registerCsv } from '../../../../src/app/notice/register';
import { Session } from '../../../../src/app/session.svelte';
import { withNotice, type SafetyFloor, type Scenario, type Target } from '../../../../src/model/index';
import type { Runner } from '../../../../src/run/runner';

const scenario = birmingham as unknown as Scenario;

function open() {
  const runner: Runner = {
    workers: 1,
    start: () => ({ end: new Promise(() => {}), cancel: () => {} }),
    dispose: () => {},
  };
  const session = new Session({ scenario, runner, baseRates, modelVersion: 'test' });
  return { session, desk: noticeDesk(session) };
}

describe('clauses without a number', () => {
  test('are added in the paragraph of the last, changed field by field, and taken away; undo brings one back', () => {
    const { session, desk } = open();
    const count = session.scenario.clauses.length;
    desk.edit(addClause(session.scenario), null);
    const last = session.scenario.clauses.at(-1)!;
    expect(last).toMatchObject({ text: '', paragraph: session.scenario.clauses[count - 1]!.paragraph });
    desk.putClause(count, 'text', 'Supervision is recorded.');
    desk.putClause(count, 'evidence', 'Audit of 20 files');
    desk.putClause(count, 'paragraph', 'Paragraph 9');
    expect(session.scenario.clauses[count]).toMatchObject({
      text: 'Supervision is recorded.',
      evidence: 'Audit of 20 files',
      paragraph: 'Paragraph 9',
    });
    expect(registerCsv(session.scenario, [])).toContain('Not simulated. Evidence needed: Audit of 20 files');
    desk.putClause(count, 'evidence', '');
    expect(session.scenario.clauses[count]).not.toHaveProperty('evidence');
    desk.edit(removeClause(session.scenario, count), null);
    expect(session.scenario.clauses).toHaveLength(count);
    session.undo();
    expect(session.scenario.clauses).toHaveLength(count + 1);
  });

  test('emptied or too long stay as typed, with what would be right, and are listed', () => {
    const { session, desk } = open();
    const before = session.scenario.clauses[0]!;
    desk.putClause(0, 'text', '  ');
    desk.putClause(0, 'evidence', 'x'.repeat(401));
    expect(session.scenario.clauses[0]).toEqual(before);
    expect(desk.all().map(({ place, sentence }) => `${place}: ${sentence}`)).toEqual([
      'Clause 1, text: Give the words of the clause, or remove it.',
      'Clause 1, evidence needed: This has 401 characters; at most 400 are kept. Shorten it.',
    ]);
  });
});

describe('safety floors', () => {
  const shown = [
    { measure: 'cp_allocated', direction: 'at-least', level: 1, unit: 'share', levelText: 'every plan' },
    { measure: 'assessments_overdue', direction: 'at-most', level: 60.4, unit: 'count', levelText: 'ours' },
  ] as unknown as SafetyFloor[];

  test('become the board’s own with the levels on show, are changed, and go back', () => {
    const { session, desk } = open();
    desk.edit(chooseFloors(session.scenario, shown), null);
    expect(session.scenario.floors).toEqual([
      { measure: 'cp_allocated', direction: 'at-least', level: 1, reason: 'every plan' },
      { measure: 'assessments_overdue', direction: 'at-most', level: 60, reason: 'ours' },
    ]);
    desk.putFloor(0, 'level', '98');
    desk.putFloor(1, 'level', '80');
    desk.putFloor(1, 'reason', 'Board, 3 May');
    expect(session.scenario.floors).toMatchObject([{ level: 0.98 }, { level: 80, reason: 'Board, 3 May' }]);
    desk.edit(addFloor(session.scenario), null);
    expect(session.scenario.floors!.at(-1)).toEqual({
      measure: 'unallocated_count',
      direction: 'at-most',
      level: 0,
      reason: '',
    });
    desk.putFloor(2, 'measure', 'caseload_mean');
    desk.putFloor(2, 'level', '98%');
    expect(desk.all()[0]).toMatchObject({ place: 'Average caseload, level' });
    desk.edit(removeFloor(session.scenario, 2), null);
    expect(session.scenario.floors).toHaveLength(2);
    desk.edit(usualFloors(session.scenario), null);
    expect(session.scenario).not.toHaveProperty('floors');
  });

  test('lose the reason of our convention with its level, and keep the board’s own', () => {
    const { session, desk } = open();
    const overdue = { measure: 'assessments_overdue', direction: 'at-most', unit: 'count' } as const;
    const reasons = ['half as many again as in the simulated baseline year', 'Board, 3 May'];
    const own = reasons.map((levelText) => ({ ...overdue, level: 60, levelText })) as unknown as SafetyFloor[];
    desk.edit(chooseFloors(session.scenario, own), null);
    desk.putFloor(0, 'level', '60');
    expect(session.scenario.floors!.map(({ reason }) => reason)).toEqual(reasons);
    desk.putFloor(0, 'level', '80');
    desk.putFloor(1, 'level', '80');
    expect(session.scenario.floors!.map(({ reason }) => reason)).toEqual(['', 'Board, 3 May']);
  });

  test('go with the notice as a file; a notice without them leaves the council its own', () => {
    const chosen = chooseFloors(scenario, shown);
    const laid = withNotice(scenario, noticeOf(chosen));
    expect(laid.ok && laid.value.floors).toEqual(chosen.floors);
    const kept = withNotice(chosen, noticeOf(scenario));
    expect(kept.ok && kept.value.floors).toEqual(chosen.floors);
  });

  test('can watch what stands or happens, not what is declared, neutral or not done there', () => {
    const ids = watchable(scenario).map(({ id }) => id);
    expect(ids).toContain('unallocated_count');
    for (const other of ['school_absence', 'referrals', 'sa_in_time']) expect(ids).not.toContain(other);
  });
});

describe('two ways of counting in one picture', () => {
  const facts = measureFacts('ia_in_time', [])!;
  const asked = (worcestershire as unknown as Scenario).targets.filter(({ measure }) => measure === 'ia_in_time');

  test('a climb that ends at the sum’s threshold in its last month is well below it added up', () => {
    const climb = climbOf(asked, facts)!;
    // From 62% in March by two points a month to 80% in December; the mean of 64, 66, … 80.
    expect(climb.months).toHaveLength(9);
    expect(climb.months.at(-1)!.alone).toBeCloseTo(0.8, 12);
    expect(climb.months.at(-1)!.together).toBeCloseTo(0.72, 12);
    expect(climb.text).toContain('reads 80% in that month alone, and 72.0% added up from April 2011');
    expect(climb.asked).toEqual([
      { month: '2011-06', threshold: 0.7, adds: false },
      { month: '2011-12', threshold: 0.8, adds: true },
    ]);
    expect(twoWays({ targets: asked }, [])[0]!.climb).toEqual(climb);
  });

  test('is not drawn where nothing is added up, or nothing alone', () => {
    expect(climbOf(asked.slice(0, 1), facts)).toBeNull();
    expect(climbOf(asked.slice(1), facts)).toBeNull();
    expect(climbOf(asked, measureFacts('vacancy_rate_dfe', [])!)).toBeNull();
  });
});

describe('a target beside what neighbours manage', () => {
  const [ni59] = scenario.targets;
  const codes = (target: Target) => targetChecks(target, scenario, []).map(({ code }) => code);

  test('is worth a look only where it asks for more than the best of them', () => {
    const best = (share: number, change: Partial<Target> = {}) =>
      codes({ ...ni59!, ...change, neighbours: { best: share, year: '2008-09' } });
    expect(best(0.69)).not.toContain('beats-best-neighbour');
    expect(best(0.68)).toContain('beats-best-neighbour');
    expect(best(0.7, { direction: 'at-most' })).toContain('beats-best-neighbour');
    expect(codes({ ...ni59!, neighbours: { average: 0.6, year: '2008-09' } })).not.toContain('beats-best-neighbour');
    const text = targetChecks({ ...ni59!, neighbours: { best: 0.68, year: '2008-09' } }, scenario, [])[0]!.text;
    expect(text).toContain('69% is above the 68% of the best of them (2008-09)');
  });

  test('figures are typed and taken away; a part of the service and late records likewise', () => {
    const { session, desk } = open();
    const target = () => session.scenario.targets[0]!;
    desk.put(target(), 'neighbourBest', '68');
    desk.put(target(), 'neighbourAverage', '64%');
    desk.put(target(), 'neighbourYear', '2008-09');
    expect(target().neighbours).toEqual({ average: 0.64, best: 0.68, year: '2008-09' });
    desk.put(target(), 'neighbourBest', '');
    desk.put(target(), 'neighbourAverage', '');
    expect(target()).not.toHaveProperty('neighbours');
    desk.put(target(), 'lagShare', '20');
    desk.put(target(), 'lagDays', '15');
    expect(target().recordingLag).toEqual({ share: 0.2, workingDays: 15 });
    desk.put(target(), 'part', 'assessment');
    expect(target()).toMatchObject({
      measure: 'ia_in_time@assessment',
      label: 'Initial assessments in 7 working days, assessment team',
      recordingLag: { share: 0.2, workingDays: 15 },
    });
    // Another measure that teams have keeps the team; one that they have not is the whole service's.
    desk.put(target(), 'measure', 'vacancy_rate_dfe');
    expect(target()).toMatchObject({ measure: 'vacancy_rate_dfe@assessment', basis: { kind: 'snapshot' } });
    expect(target()).not.toHaveProperty('recordingLag');
    desk.put(target(), 'measure', 'icpc_in_15');
    expect(target().measure).toBe('icpc_in_15');
    expect(desk.all()).toEqual([]);
  });
});

test('formulas changed at the same time are both worked out as they stand', async () => {
  const { session, desk } = open();
  await desk.addRow('formula');
  await desk.addRow('formula');
  await Promise.all([
    desk.putFormula(0, 'formula', 'agency_fte / posts_fte'),
    desk.putFormula(1, 'formula', 'in_post_fte / posts_fte'),
  ]);
  const written = ['agency_fte / posts_fte', 'in_post_fte / posts_fte'];
  expect(session.scenario.formulas!.map(({ formula }) => formula)).toEqual(written);
  expect(session.draft.formulas.map(({ formula }) => formula)).toEqual(written);
});
