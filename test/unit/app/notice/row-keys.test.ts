/** What was typed in a row and cannot be used stays with that row, whatever happens to the others. */
import { describe, expect, test } from 'vitest';
import baseRates from '../../../../scenarios/base-rates.json';
import birmingham from '../../../../scenarios/birmingham-2009.json';
import { noticeDesk } from '../../../../src/app/notice/desk.svelte';
import { RowKeys } from '../../../../src/app/notice/row-keys';
import { Session } from '../../../../src/app/session.svelte';
import type { Scenario } from '../../../../src/model/index';
import type { Runner } from '../../../../src/run/runner';

function open() {
  const runner: Runner = {
    workers: 1,
    start: () => ({ end: new Promise(() => {}), cancel: () => {} }),
    dispose: () => {},
  };
  const session = new Session({
    scenario: birmingham as unknown as Scenario,
    runner,
    baseRates,
    modelVersion: 'test',
  });
  const desk = noticeDesk(session);
  return { session, desk, bad: () => desk.all().map(({ place, text }) => [place, text]) };
}

describe('a text that cannot be used', () => {
  test('moves to no other row when a clause before it is taken away, and comes back with its own', async () => {
    const { session, desk, bad } = open();
    const long = 'x'.repeat(401);
    desk.putClause(1, 'evidence', long);
    await desk.removeRow('clause', 0);
    expect(bad()).toEqual([['Clause 1, evidence needed', long]]);
    await desk.removeRow('clause', 0);
    expect(bad()).toEqual([]);
    session.undo();
    expect(bad()).toEqual([['Clause 1, evidence needed', long]]);
    session.undo();
    expect(bad()).toEqual([['Clause 2, evidence needed', long]]);
  });

  test('stays in its row beside rows that hold the very same', async () => {
    const { desk, bad } = open();
    const [first, second] = [desk.ground.scenario.clauses.length, desk.ground.scenario.clauses.length + 1];
    await desk.addRow('clause');
    await desk.addRow('clause');
    const long = 'y'.repeat(1201);
    desk.putClause(first, 'text', long);
    await desk.removeRow('clause', first);
    expect(bad()).toEqual([]);
    // One that is added anew is a new one.
    await desk.addRow('clause');
    expect(bad()).toEqual([]);
    desk.putClause(second, 'text', long);
    await desk.removeRow('clause', first);
    expect(bad()).toEqual([[`Clause ${String(second)}, text`, long]]);
  });

  test('goes with its floor and with its own measure, too', async () => {
    const { desk, bad } = open();
    for (const list of ['floor', 'floor', 'formula', 'formula'] as const) await desk.addRow(list);
    desk.putFloor(1, 'level', 'many');
    await desk.putFormula(1, 'formula', 'nothing_such / 2');
    expect(bad().map(([, text]) => text)).toEqual(['many', 'nothing_such / 2']);
    const [floor, formula] = bad();
    await desk.removeRow('floor', 0);
    await desk.removeRow('formula', 0);
    expect(bad()).toEqual([floor, formula]);
    await desk.removeRow('floor', 0);
    await desk.removeRow('formula', 0);
    await desk.addRow('formula');
    expect(bad()).toEqual([]);
  });

  test('stays while another part of the same row is changed', () => {
    const { desk, bad } = open();
    desk.putClause(0, 'evidence', 'z'.repeat(401));
    desk.putClause(0, 'paragraph', 'Paragraph 12');
    expect(bad()).toHaveLength(1);
  });
});

test('rows are told apart by place while nothing moves, else by what they hold', () => {
  const keys = new RowKeys();
  const [a, b, c] = keys.of(['a', 'b', 'c']);
  expect(new Set([a, b, c]).size).toBe(3);
  expect(keys.of(['a', 'changed', 'c'])).toEqual([a, b, c]);
  expect(keys.of(['changed', 'c'])).toEqual([b, c]);
  expect(keys.of(['changed', 'new', 'c', 'd'])).toEqual([b, expect.any(Number), c, expect.any(Number)]);
  expect(keys.of(['a', 'changed', 'new', 'c', 'd'])[0]).toBe(a);
});
