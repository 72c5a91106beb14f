import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Columns } from '../../../src/model/engine/columns';
import { IndexedHeap } from '../../../src/model/engine/indexed-heap';
import { PriorityQueue } from '../../../src/model/engine/priority-queue';
import { RoomList } from '../../../src/model/engine/room-list';
import { Roster } from '../../../src/model/engine/roster';

describe('priority queue', () => {
  it('lets the lowest key out first, equals in the order they came, however it grows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 60 }), (keys) => {
        const queue = new PriorityQueue(2);
        keys.forEach((key, id) => {
          queue.push(id, key);
        });
        const copy = new PriorityQueue(1);
        copy.copyFrom(queue);
        const expected = keys
          .map((key, id) => ({ key, id }))
          .sort((a, b) => a.key - b.key || a.id - b.id)
          .map(({ id }) => id);
        expect(keys.map(() => queue.pop())).toEqual(expected);
        expect(keys.map(() => copy.pop())).toEqual(expected);
        expect(queue.pop()).toBe(-1);
      }),
    );
  });

  it('keeps the order of those that stay when one, or all of a kind, are taken out', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 60 }), fc.nat(59), (keys, place) => {
        const queue = new PriorityQueue(2);
        keys.forEach((key, id) => {
          queue.push(id, key);
        });
        const one = queue.at(place % keys.length);
        queue.removeAt(place % keys.length);
        const asked: number[] = [];
        queue.removeWhere((id) => {
          asked.push(id);
          return id % 3 === 0;
        });
        expect(asked.sort((a, b) => a - b)).toEqual(keys.map((_, id) => id).filter((id) => id !== one));
        const expected = keys
          .map((key, id) => ({ key, id }))
          .filter(({ id }) => id !== one && id % 3 !== 0)
          .sort((a, b) => a.key - b.key || a.id - b.id)
          .map(({ id }) => id);
        expect(queue.size).toBe(expected.length);
        expect(expected.map(() => queue.pop())).toEqual(expected);
      }),
    );
  });
});

describe('indexed heap', () => {
  it('always has the smallest key on top, ties by id, through moves and removals', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(9), fc.option(fc.nat(20), { nil: undefined })), { maxLength: 80 }),
        (steps) => {
          const heap = new IndexedHeap(10);
          const truth = new Map<number, number>();
          for (const [id, key] of steps) {
            if (key === undefined) {
              heap.remove(id);
              truth.delete(id);
            } else {
              heap.set(id, key);
              truth.set(id, key);
            }
            expect(heap.size).toBe(truth.size);
            if (truth.size > 0) {
              const [bestId, bestKey] = [...truth].sort((a, b) => a[1] - b[1] || a[0] - b[0])[0]!;
              expect([heap.top, heap.topKey]).toEqual([bestId, bestKey]);
            }
          }
        },
      ),
    );
  });
});

describe('room list', () => {
  it('names a worker with the most room, first come among equals', () => {
    const rooms = new RoomList(4, 10);
    rooms.set(2, 3);
    rooms.set(0, 3);
    rooms.set(1, 1);
    expect(rooms.roomiest()).toBe(2);
    rooms.set(2, 2);
    expect(rooms.roomiest()).toBe(0);
    rooms.set(0, 0);
    expect(rooms.roomiest()).toBe(2);
    rooms.set(2, -1);
    rooms.set(1, 0);
    expect(rooms.roomiest()).toBe(-1);
  });
  it('agrees with a plain search', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.integer({ min: -2, max: 12 })), { maxLength: 60 }), (steps) => {
        const rooms = new RoomList(6, 8);
        const truth = new Array<number>(6).fill(0);
        for (const [worker, room] of steps) {
          rooms.set(worker, room);
          truth[worker] = Math.min(8, Math.max(0, room));
          const best = rooms.roomiest();
          const most = Math.max(...truth);
          if (most === 0) expect(best).toBe(-1);
          else expect(truth[best]).toBe(most);
        }
      }),
    );
  });
});

describe('columns and rosters', () => {
  it('reuse rows, grow, and copy', () => {
    const table = new Columns(['a'], 1);
    const rows = [table.take(), table.take(), table.take()];
    rows.forEach((row, i) => {
      table.of.a[row] = i + 1;
    });
    table.give(rows[1]!);
    expect(table.take()).toBe(rows[1]);
    const copy = new Columns(['a'], 1);
    copy.copyFrom(table);
    expect([...copy.of.a.subarray(0, 3)]).toEqual([1, 2, 3]);
    expect(copy.live).toBe(3);
  });
  it('a roster holds each id once', () => {
    const roster = new Roster(5);
    roster.add(3);
    roster.add(1);
    roster.add(3);
    roster.remove(3);
    roster.remove(4);
    expect([...roster.ids.subarray(0, roster.count)]).toEqual([1]);
  });
});
