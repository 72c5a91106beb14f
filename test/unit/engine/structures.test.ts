import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DayEvents } from '../../../src/model/engine/day-events';
import { PriorityQueue } from '../../../src/model/engine/priority-queue';
import { RoomLists } from '../../../src/model/engine/room-lists';
import { Roster } from '../../../src/model/engine/roster';
import { Table } from '../../../src/model/engine/table';

describe('priority queue', () => {
  it('lets the lowest key out first, equals in the order they came, however it grows, whatever is taken out between', () => {
    const step = fc.oneof(
      fc.record({ push: fc.integer({ min: -5, max: 5 }) }),
      fc.constant('pop' as const),
      fc.record({ removeAt: fc.nat(40) }),
      fc.constant('copy' as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        let queue = new PriorityQueue(2);
        let truth: { key: number; id: number }[] = [];
        steps.forEach((what, id) => {
          if (what === 'pop') {
            const first = [...truth].sort((a, b) => a.key - b.key || a.id - b.id)[0];
            expect(queue.peek()).toBe(first?.id ?? -1);
            expect(queue.pop()).toBe(first?.id ?? -1);
            truth = truth.filter((entry) => entry !== first);
          } else if (what === 'copy') {
            const copy = new PriorityQueue(1);
            copy.copyFrom(queue);
            queue = copy;
          } else if ('push' in what) {
            queue.push(id, what.push);
            truth.push({ key: what.push, id });
          } else if (what.removeAt < queue.size) {
            const gone = queue.at(what.removeAt);
            queue.removeAt(what.removeAt);
            truth = truth.filter((entry) => entry.id !== gone);
          }
          const places = Array.from({ length: queue.size }, (_, place) => queue.at(place));
          expect(places.sort((a, b) => a - b)).toEqual(truth.map((entry) => entry.id).sort((a, b) => a - b));
        });
        const rest = [...truth].sort((a, b) => a.key - b.key || a.id - b.id).map((entry) => entry.id);
        expect(rest.map(() => queue.pop())).toEqual(rest);
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

describe('events of a day', () => {
  it('name the earliest minute, and of one minute what was put in first, through moves and removals', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(9), fc.option(fc.nat(70), { nil: undefined })), { maxLength: 80 }),
        (steps) => {
          const events = new DayEvents(10, 70);
          let truth: { id: number; minute: number }[] = [];
          for (const [id, minute] of steps) {
            const here = truth.find((event) => event.id === id);
            if (here?.minute !== minute || minute === undefined) truth = truth.filter((event) => event.id !== id);
            if (minute === undefined) events.remove(id);
            else {
              events.set(id, minute);
              if (here?.minute !== minute) truth.push({ id, minute });
            }
            expect(events.size).toBe(truth.length);
            if (truth.length === 0) continue;
            const first = Math.min(...truth.map((event) => event.minute));
            expect(events.nextMinute()).toBe(first);
            expect(events.firstAt(first)).toBe(truth.find((event) => event.minute === first)!.id);
          }
          events.clear();
          expect(events.size).toBe(0);
        },
      ),
    );
  });
});

describe('room lists', () => {
  it('name a worker with the most room, first come among equals, each list its own', () => {
    const rooms = new RoomLists(2, 6, 10);
    rooms.set(1, 4, 9);
    rooms.set(0, 2, 3);
    rooms.set(0, 0, 3);
    rooms.set(0, 1, 1);
    expect(rooms.roomiest(0)).toBe(2);
    rooms.set(0, 2, 2);
    expect(rooms.roomiest(0)).toBe(0);
    rooms.set(0, 0, 0);
    expect(rooms.roomiest(0)).toBe(2);
    rooms.set(0, 2, -1);
    rooms.set(0, 1, 0);
    expect(rooms.roomiest(0)).toBe(-1);
    expect(rooms.roomiest(1)).toBe(4);
  });
  it('agree with a plain search', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.integer({ min: -2, max: 12 })), { maxLength: 60 }), (steps) => {
        const rooms = new RoomLists(3, 6, 8);
        const truth = new Array<number>(6).fill(0);
        for (const [worker, room] of steps) {
          const list = worker % 3;
          rooms.set(list, worker, room);
          truth[worker] = Math.min(8, Math.max(0, room));
          const best = rooms.roomiest(list);
          const most = Math.max(...truth.filter((_, i) => i % 3 === list));
          if (most === 0) expect(best).toBe(-1);
          else expect([best % 3, truth[best]]).toEqual([list, most]);
        }
      }),
    );
  });
});

describe('tables and rosters', () => {
  it('reuse rows, grow, and copy', () => {
    const table = new Table(2, 1);
    const rows = [table.take(), table.take(), table.take()];
    rows.forEach((row, i) => {
      table.cells[row + 1] = i + 1;
    });
    table.give(rows[1]!);
    expect(table.take()).toBe(rows[1]);
    const copy = new Table(2, 1);
    copy.copyFrom(table);
    expect([...copy.cells.subarray(0, copy.high)]).toEqual([0, 1, 0, 2, 0, 3]);
    expect(copy.live).toBe(3);
    copy.give(rows[0]!);
    expect(copy.take()).toBe(rows[0]);
    expect(copy.take()).toBe(6);
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
