/** Worlds kept outside the program's memory: what is taken up again is what was kept, to the last byte. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choosePoint, forgetModel, placeFor, takeUp } from '../../../src/model/simulator/load';
import { addressOf, bytesInMemory } from '../../../src/model/simulator/memory';
import { makeSimulator, warmUp } from '../../../src/model/simulator/simulator';
import { keepWorld, takeUpWorld, type KeptWorld } from '../../../src/model/simulator/warm-worlds';
import { tenthOfBirmingham } from '../../fixtures/council';
import {
  assessmentAt,
  future,
  inside,
  ints,
  kindAt,
  reals,
  TABLE,
  teamAt,
  waitingIn,
  world,
} from '../../fixtures/inside';
import { streams } from '../../fixtures/streams';
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
  const model = compiled(tenthOfBirmingham(), 'recovery', { horizonMonths: 6, warmUpYears: 1, warmStates: 2 });

  it('has the future after it was kept and taken up that it has when it is simply lived on', () => {
    const columns = model.columns.length;
    const live = (number: number): Float64Array => {
      streams.setFuture(3, number);
      choosePoint(model, model.points[0]!);
      inside().live();
      return reals(future.row, columns * model.months.length).slice();
    };
    takeUp(model);
    streams.setFuture(3, 1000);
    choosePoint(model, model.points[0]!);
    inside().liveUpToStart(placeFor(columns), columns);
    inside().startFromToday();
    const kept = keepWorld();
    const row = live(0);
    expect(live(1)).not.toEqual(row);
    takeUpWorld(kept);
    expect(live(0)).toEqual(row);
    // Over nothing at all as well.
    takeUp(model);
    takeUpWorld(kept);
    expect(live(0)).toEqual(row);
  });

  it('is the same one when it is taken up again after other futures, and so is the future lived from it', () => {
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

  it('has all that is kept by worker, by team, by kind of plan and by day as it was', () => {
    takeUp(model);
    world.workerCount = 5;
    world.freeWorkers = 3;
    const { days } = model.clock;
    const teams = model.workforce.teams.length;
    const [lastTeam, lastKind] = [teams - 1, addressOf('KINDS') - 1];
    const arrays: readonly [string | number, number][] = [
      ['WORKERS', 64 * 5],
      ['NEXT_DAY', 5],
      ['FREE_WORKERS', 3],
      ['SLOTS', 5 * model.workforce.maxSlots],
      ['TEAM', 8],
      [addressOf('TEAM') + 64 * lastTeam, 8],
      ['KIND', 2],
      [addressOf('KIND') + 64 * lastKind, 2],
      ['ENDS', days],
      ['DIARY', days],
      ['COMING_BACK', days],
      ['UNDECIDED', addressOf('DECISION_RING')],
      ['AGENCY_ARRIVALS', addressOf('ORDER_RING') * teams],
    ];
    const marks = ([name, count]: readonly [string | number, number]) =>
      Array.from({ length: count }, (_, i) => String(name).length + i);
    for (const array of arrays) ints(...array).set(marks(array));
    const kept = keepWorld();
    for (const array of arrays) ints(...array).fill(-1);
    teamAt(lastTeam).pool = 77;
    kindAt(lastKind).points = 78;
    takeUpWorld(kept);
    for (const array of arrays) expect([...ints(...array)], String(array[0])).toEqual(marks(array));
    // What the model says of teams and kinds is another plan's by now, and stays.
    expect([teamAt(lastTeam).pool, kindAt(lastKind).points]).toEqual([77, 78]);
    forgetModel();
  });

  it('is taken up over any other', () => {
    // Of a world: rows taken, those of them given back, what waits and in which order, who has room.
    const numbers = fc.array(fc.nat(19), { maxLength: 30 });
    const parts = fc.record({ taken: fc.nat(9000), given: numbers, keys: numbers, room: numbers });
    type Parts = Record<'given' | 'keys' | 'room', number[]> & { taken: number };
    const put = ({ taken, given, keys, room }: Parts, first: number): number[] => {
      const rows = Array.from({ length: 20 + taken }, () => inside().tableTake(table));
      rows.forEach((row, i) => (assessmentAt(row).entity = first + i));
      for (const row of new Set(given)) inside().tableGive(table, rows[row]!);
      for (const [id, key] of keys.entries()) inside().queuePush(key % 7, id, key);
      for (const [i, worker] of room.entries()) inside().setRoom(worker % 4, worker, i);
      for (const id of room) inside().rosterAdd(id % 6, id);
      return rows;
    };
    const changed = (rows: number[], first: number) => rows.find((row, i) => assessmentAt(row).entity !== first + i);
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        takeUp(model);
        const rows = put(one, 0);
        const kept = keepWorld();
        takeUp(model);
        const others = put(other, 100_000);
        const second = keepWorld();
        takeUpWorld(kept);
        expect(moved(kept)).toEqual([]);
        expectSame(keepWorld(), kept);
        expect(changed(rows, 0)).toBeUndefined();
        takeUpWorld(second);
        expectSame(keepWorld(), second);
        expect(changed(others, 100_000)).toBeUndefined();
      }),
      { numRuns: 25 },
    );
  });
});
