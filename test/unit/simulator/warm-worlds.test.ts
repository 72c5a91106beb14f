/** Worlds kept outside the program's memory: what is taken up again is what was kept, to the last byte. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeUp } from '../../../src/model/simulator/load';
import { bytesInMemory } from '../../../src/model/simulator/memory';
import { makeSimulator, warmUp } from '../../../src/model/simulator/simulator';
import { keepWorld, takeUpWorld, type KeptWorld } from '../../../src/model/simulator/warm-worlds';
import { tenthOfBirmingham } from '../../fixtures/council';
import { assessmentAt, inside, TABLE, waitingIn, world } from '../../fixtures/inside';
import { compiled, queueScenario } from '../../fixtures/worlds';

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** Pieces that do not stand in memory as they were kept. */
function moved({ pieces }: KeptWorld): number[] {
  return pieces
    .filter(({ at, bytes }) => !same(bytesInMemory().subarray(at, at + bytes.length), bytes))
    .map(({ at }) => at);
}

function expectSame(again: KeptWorld, kept: KeptWorld): void {
  expect(again.pieces.map(({ at, bytes }) => [at, bytes.length])).toEqual(
    kept.pieces.map(({ at, bytes }) => [at, bytes.length]),
  );
  expect(again.pieces.every(({ bytes }, i) => same(bytes, kept.pieces[i]!.bytes))).toBe(true);
  expect(same(again.apart, kept.apart)).toBe(true);
}

describe('a council', () => {
  it('is the same one when it is taken up again after other futures, and so is the future lived from it', () => {
    const model = compiled(tenthOfBirmingham(), 'recovery', { horizonMonths: 6, warmUpYears: 1, warmStates: 2 });
    const warm = warmUp(model, 3);
    const simulator = makeSimulator(model, 3, warm);
    const live = (number: number): Float64Array => {
      const row = new Float64Array(model.columns.length * model.months.length);
      expect(simulator.run(number, row)).toBeNull();
      return row;
    };
    const rows = [0, 1].map(live);
    expect(rows[0]).not.toEqual(rows[1]);
    for (const [place, kept] of warm.worlds.entries()) {
      for (const number of [2, 3, 4]) live(number);
      expect(moved(kept)).not.toEqual([]);
      // Memory that grows has its bytes elsewhere.
      inside().takeRoom(1_000_000);
      takeUpWorld(kept);
      expect(moved(kept)).toEqual([]);
      expectSame(keepWorld(), kept);
      expect(live(place)).toEqual(rows[place]);
    }
    // The futures between have not touched what is kept.
    expect([0, 1].map(live)).toEqual(rows);
  });
});

describe('a world put together by hand', () => {
  const model = compiled(queueScenario({ servers: 20, gap: 100, service: 5, effort: 'exponential' }), 'as-now', {
    horizonMonths: 2,
    warmUpYears: 0,
  });
  const table = TABLE.assessments;

  it('has its rows, given back or in use, its queues, rosters and lists of room as they were', () => {
    takeUp(model);
    const rows = Array.from({ length: 5 }, () => inside().tableTake(table));
    rows.forEach((row, i) => (assessmentAt(row).entity = i + 1));
    inside().tableGive(table, rows[1]!);
    inside().tableGive(table, rows[3]!);
    for (const [id, key] of [5, 3, 9, 3, 1].entries()) inside().queuePush(4, id, key);
    for (const id of [7, 2, 5]) inside().rosterAdd(1, id);
    inside().setRoom(3, 2, 6);
    inside().setRoom(3, 1, 6);
    inside().putEvent(3, 100);
    world.backlogDays = 2.5;
    const kept = keepWorld();

    rows.forEach((row) => (assessmentAt(row).entity = 99));
    for (let i = 0; i < 6000; i++) inside().tableTake(table);
    for (const row of rows) inside().tableGive(table, row);
    for (let i = 0; i < 3; i++) inside().queuePop(4);
    for (let i = 0; i < 200; i++) inside().queuePush(4, 50, -i);
    inside().rosterRemove(1, 2);
    inside().rosterAdd(1, 9);
    inside().setRoom(3, 2, 0);
    inside().setRoom(3, 5, 9);
    world.backlogDays = 0;
    takeUpWorld(kept);

    expect([0, 2, 4].map((i) => assessmentAt(rows[i]!).entity)).toEqual([1, 3, 5]);
    expect([inside().tableLive(table), inside().tableHigh(table)]).toEqual([3, 5]);
    const next = Array.from({ length: 3 }, () => inside().tableTake(table));
    expect(next).toEqual([rows[3], rows[1], inside().tableAt(table, 5)]);
    expect(waitingIn(4).sort()).toEqual([0, 1, 2, 3, 4]);
    expect([0, 1, 2, 3, 4, 5].map(() => inside().queuePop(4))).toEqual([4, 1, 3, 0, 2, -1]);
    expect([0, 1, 2].map((place) => inside().rosterId(1, place))).toEqual([7, 2, 5]);
    inside().rosterAdd(1, 2);
    expect(inside().rosterCount(1)).toBe(3);
    expect(inside().roomiest(3)).toBe(2);
    inside().setRoom(3, 2, 0);
    expect(inside().roomiest(3)).toBe(1);
    // A day begins, with nothing in it.
    expect([inside().anyEvent(), inside().minuteOf(3)]).toEqual([0, -1]);
    expect(world.backlogDays).toBe(2.5);
  });

  it('is taken up over any other', () => {
    // Of a world: rows taken, those of them given back, what waits and in which order, who has room.
    const numbers = fc.array(fc.nat(19), { maxLength: 30 });
    const parts = fc.record({ taken: fc.nat(9000), given: numbers, keys: numbers, room: numbers });
    const put = ({ taken, given, keys, room }: { taken: number; given: number[]; keys: number[]; room: number[] }) => {
      const rows = Array.from({ length: 20 + taken }, () => inside().tableTake(table));
      rows.forEach((row, i) => (assessmentAt(row).entity = i));
      for (const row of new Set(given)) inside().tableGive(table, rows[row]!);
      for (const [id, key] of keys.entries()) inside().queuePush(key % 7, id, key);
      for (const [i, worker] of room.entries()) inside().setRoom(worker % 4, worker, i);
      for (const id of room) inside().rosterAdd(id % 6, id);
    };
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        takeUp(model);
        put(one);
        const kept = keepWorld();
        takeUp(model);
        put(other);
        const second = keepWorld();
        takeUpWorld(kept);
        expect(moved(kept)).toEqual([]);
        expectSame(keepWorld(), kept);
        takeUpWorld(second);
        expectSame(keepWorld(), second);
      }),
      { numRuns: 25 },
    );
  });
});
