/** Tables of rows: an assessment's, a plan's, a review's, a return's. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { takeUp } from '../../../src/model/simulator/load';
import { assessmentAt, inside, ints, returnAt, rowsOf, TABLE } from '../../fixtures/inside';
import { compiled, queueScenario } from '../../fixtures/worlds';

const model = compiled(queueScenario({ servers: 20, gap: 100, service: 5, effort: 'exponential' }), 'as-now', {
  horizonMonths: 2,
  warmUpYears: 0,
});
const { assessments, returns } = TABLE;
const BLOCK = 4096;

beforeEach(() => {
  takeUp(model);
});

const takeRows = (table: number, count: number): number[] =>
  Array.from({ length: count }, () => inside().tableTake(table));

describe('a table', () => {
  it('uses rows again and grows', () => {
    const rows = takeRows(assessments, 3);
    rows.forEach((row, i) => (assessmentAt(row).entity = i + 1));
    inside().tableGive(assessments, rows[1]!);
    expect(inside().tableTake(assessments)).toBe(rows[1]);
    expect(rows.map((row) => assessmentAt(row).entity)).toEqual([1, 2, 3]);
    expect([inside().tableLive(assessments), inside().tableHigh(assessments)]).toEqual([3, 3]);
    expect(rowsOf('assessments')).toEqual(rows);
    inside().tableClear(assessments);
    expect([inside().tableLive(assessments), inside().tableHigh(assessments)]).toEqual([0, 0]);
    expect(takeRows(assessments, 4).slice(0, 3)).toEqual(rows);
  });

  it('gives out the row that was given back last, else the next that was never used', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant('take' as const), fc.nat(30)), { maxLength: 120 }), (steps) => {
        const table = inside();
        table.tableClear(returns);
        const used: number[] = [];
        const free: number[] = [];
        let high = 0;
        for (const what of steps) {
          if (what === 'take') {
            const row = table.tableTake(returns);
            expect(row).toBe(free.pop() ?? table.tableAt(returns, high++));
            expect(used).not.toContain(row);
            used.push(row);
          } else if (what < used.length) {
            const [row] = used.splice(what, 1) as [number];
            table.tableGive(returns, row);
            free.push(row);
          }
          expect([table.tableLive(returns), table.tableHigh(returns)]).toEqual([used.length, high]);
        }
      }),
    );
  });

  it('takes more than one block of rows; none of them moves, and what is in them stays', () => {
    const rows = takeRows(returns, BLOCK);
    rows.forEach((row, i) => (returnAt(row).entity = i));
    rows.push(...takeRows(returns, 2 * BLOCK + 5));
    rows.forEach((row, i) => (returnAt(row).size = 7 * i));
    expect(rowsOf('returns')).toEqual(rows);
    expect(new Set(rows).size).toBe(3 * BLOCK + 5);
    expect([inside().tableLive(returns), inside().tableHigh(returns)]).toEqual([3 * BLOCK + 5, 3 * BLOCK + 5]);
    rows.forEach((row, i) => {
      if (i < BLOCK) expect(returnAt(row).entity).toBe(i);
      expect(returnAt(row).size).toBe(7 * i);
    });
  });

  it('takes back more rows than a block has, and gives out all of them again', () => {
    const rows = takeRows(returns, 3 * BLOCK);
    rows.forEach((row, i) => (returnAt(row).size = i));
    for (const row of rows) inside().tableGive(returns, row);
    expect([inside().tableLive(returns), inside().tableHigh(returns)]).toEqual([0, 3 * BLOCK]);
    expect(takeRows(returns, 3 * BLOCK)).toEqual([...rows].reverse());
    expect(rows.map((row) => returnAt(row).size)).toEqual(rows.map((_, i) => i));
    expect(inside().tableTake(returns)).toBe(inside().tableAt(returns, 3 * BLOCK));
  });

  it('has its rows for itself, whatever else grows between', () => {
    const tables = Object.values(TABLE);
    const width = tables.map((table) => {
      const [first, second] = takeRows(table, 2) as [number, number];
      return second - first;
    });
    const rows = tables.map((): number[] => []);
    for (let i = 0; i < 2 * BLOCK; i++) {
      for (const table of tables) {
        const row = inside().tableTake(table);
        ints(row, width[table]! / 4).fill(4 * i + table);
        rows[table]!.push(row);
      }
      inside().queuePush(i % 7, i, -i);
      if (i % 1000 === 0) inside().takeRoom(100_000);
    }
    for (const table of tables) {
      rows[table]!.forEach((row, i) => {
        if (ints(row, width[table]! / 4).some((cell) => cell !== 4 * i + table))
          expect.fail(`row ${String(i)} of table ${String(table)}`);
      });
    }
  });
});
