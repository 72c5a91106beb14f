/** The structures that the rules stand on, in the program's own memory, against the plainest thing that does the same. */
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeUp } from '../../../src/model/simulator/load';
import { addressOf } from '../../../src/model/simulator/memory';
import { inside, ints, waitingIn } from '../../fixtures/inside';
import { compiled, queueScenario } from '../../fixtures/worlds';

const model = compiled(queueScenario({ servers: 20, gap: 100, service: 5, effort: 'exponential' }), 'as-now', {
  horizonMonths: 2,
  warmUpYears: 0,
});
/** Somewhere to write lists and queues to. */
let paper = 0;
const PAPER = 65_536;

beforeAll(() => (paper = inside().takeRoom(PAPER)));
beforeEach(() => {
  takeUp(model);
});

interface Waiting {
  readonly key: number;
  readonly id: number;
}
const inOrder = (entries: readonly Waiting[]): Waiting[] => [...entries].sort((a, b) => a.key - b.key || a.id - b.id);

function copyQueue(from: number, to: number): void {
  expect(inside().queueBytes(from)).toBeLessThan(PAPER);
  inside().queueSave(from, paper);
  inside().queueRestore(to, paper);
}

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
        const queues = inside();
        let queue = 0;
        queues.queueClear(queue);
        let truth: Waiting[] = [];
        steps.forEach((what, id) => {
          if (what === 'pop') {
            const first = inOrder(truth)[0];
            expect(queues.queuePeek(queue)).toBe(first?.id ?? -1);
            expect(queues.queuePop(queue)).toBe(first?.id ?? -1);
            truth = truth.filter((entry) => entry !== first);
          } else if (what === 'copy') {
            // Into another queue, in place of what it held at the last copy.
            copyQueue(queue, 1 - queue);
            queue = 1 - queue;
          } else if ('push' in what) {
            queues.queuePush(queue, id, what.push);
            truth.push({ key: what.push, id });
          } else if (what.removeAt < queues.queueSize(queue)) {
            const gone = queues.queueAt(queue, what.removeAt);
            queues.queueRemoveAt(queue, what.removeAt);
            truth = truth.filter((entry) => entry.id !== gone);
          }
          expect(waitingIn(queue).sort((a, b) => a - b)).toEqual(truth.map((entry) => entry.id).sort((a, b) => a - b));
        });
        const rest = inOrder(truth).map((entry) => entry.id);
        expect(rest.map(() => queues.queuePop(queue))).toEqual(rest);
        expect(queues.queuePop(queue)).toBe(-1);
      }),
    );
  });

  it('does so for hundreds at a time, its row going around its end', () => {
    // As work comes: keys mostly rise. Numbers of pushes, and of pops after them.
    const turn = fc.tuple(fc.nat(90), fc.nat(90), fc.integer({ min: 0, max: 40 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(turn, { minLength: 4, maxLength: 12 }), (turns) => {
        const queues = inside();
        queues.queueClear(2);
        let truth: Waiting[] = [];
        let id = 0;
        for (const [pushes, pops, spread, copy] of turns) {
          for (let i = 0; i < pushes; i++, id++) {
            const key = id + ((id * 7919) % (spread + 1));
            queues.queuePush(2, id, key);
            truth.push({ key, id });
          }
          if (copy) copyQueue(2, 2);
          truth = inOrder(truth);
          expect(truth.splice(0, pops).find((entry) => queues.queuePop(2) !== entry.id)).toBeUndefined();
          expect(queues.queueSize(2)).toBe(truth.length);
        }
        expect(truth.find((entry) => queues.queuePop(2) !== entry.id)).toBeUndefined();
      }),
    );
  });

  it.each([
    [3, 0],
    [4, 1],
    [5, 37],
    [6, 63],
  ])('number %d, that was never full, grows beyond 64 with its first at place %d of the ring', (queue, head) => {
    const queues = inside();
    for (let i = 0; i < head; i++) queues.queuePush(queue, -2, 0);
    for (let i = 0; i < head; i++) queues.queuePop(queue);
    const ids = Array.from({ length: 300 }, (_, id) => id);
    for (const id of ids) {
      queues.queuePush(queue, id, Math.floor(id / 3));
      if ([63, 64, 65, 128, 129, 256, 257].includes(id)) expect(waitingIn(queue)).toEqual(ids.slice(0, id + 1));
    }
    // And its heap: each of these comes before all that are in it.
    for (const id of ids) queues.queuePush(queue, 1000 + id, -1 - id);
    const out = [...ids.map((id) => 1000 + id).reverse(), ...ids];
    copyQueue(queue, 0);
    expect(out.map(() => queues.queuePop(0))).toEqual(out);
    expect(out.map(() => queues.queuePop(queue))).toEqual(out);
  });

  it('keeps the order of those that stay when one, or all of a kind, are taken out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { minLength: 1, maxLength: 160 }),
        fc.nat(159),
        fc.nat(70),
        (keys, place, head) => {
          const queues = inside();
          queues.queueClear(0);
          for (let i = 0; i < head; i++) queues.queuePush(0, 0, 0);
          for (let i = 0; i < head; i++) queues.queuePop(0);
          keys.forEach((key, id) => {
            queues.queuePush(0, id, key);
          });
          const one = queues.queueAt(0, place % keys.length);
          queues.queueRemoveAt(0, place % keys.length);
          const asked = [...ints(paper, queues.queueRemoveMultiples(0, 3, paper))];
          expect(asked.sort((a, b) => a - b)).toEqual(keys.map((_, id) => id).filter((id) => id !== one));
          const expected = inOrder(keys.map((key, id) => ({ key, id })).filter(({ id }) => id !== one && id % 3 !== 0));
          expect(queues.queueSize(0)).toBe(expected.length);
          expect(expected.map(() => queues.queuePop(0))).toEqual(expected.map(({ id }) => id));
        },
      ),
    );
  });
});

describe('events of a day', () => {
  it('name the earliest minute, and of one minute what was put in first, through moves and removals', () => {
    const minutes = fc.oneof(fc.nat(70), fc.nat(addressOf('MOST_MINUTES')));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.option(minutes, { nil: undefined })), { maxLength: 80 }), (steps) => {
        const events = inside();
        events.clearEvents(10);
        let truth: { id: number; minute: number }[] = [];
        for (const [id, minute] of steps) {
          const here = truth.find((event) => event.id === id);
          if (here?.minute !== minute || minute === undefined) truth = truth.filter((event) => event.id !== id);
          if (minute === undefined) events.removeEvent(id);
          else {
            events.putEvent(id, minute);
            if (here?.minute !== minute) truth.push({ id, minute });
          }
          expect(events.anyEvent()).toBe(Number(truth.length > 0));
          for (let worker = 0; worker < 10; worker++)
            expect(events.minuteOf(worker)).toBe(truth.find((event) => event.id === worker)?.minute ?? -1);
          if (truth.length === 0) continue;
          const first = Math.min(...truth.map((event) => event.minute));
          expect(events.nextMinute()).toBe(first);
          expect(events.firstAt(first)).toBe(truth.find((event) => event.minute === first)!.id);
        }
        events.clearEvents(10);
        expect(events.anyEvent()).toBe(0);
      }),
    );
  });
});

describe('room lists', () => {
  it('name a worker with the most room, first come among equals, each list its own', () => {
    const rooms = inside();
    rooms.clearRooms(6);
    rooms.setRoom(1, 4, 9);
    rooms.setRoom(0, 2, 3);
    rooms.setRoom(0, 0, 3);
    rooms.setRoom(0, 1, 1);
    expect(rooms.roomiest(0)).toBe(2);
    rooms.setRoom(0, 2, 2);
    expect(rooms.roomiest(0)).toBe(0);
    rooms.setRoom(0, 0, 0);
    expect(rooms.roomiest(0)).toBe(2);
    rooms.setRoom(0, 2, -1);
    rooms.setRoom(0, 1, 0);
    expect(rooms.roomiest(0)).toBe(-1);
    expect(rooms.roomiest(1)).toBe(4);
  });
  it('agree with a plain search', () => {
    const most = addressOf('MOST_ROOM');
    const room = fc.oneof(fc.integer({ min: -2, max: 12 }), fc.integer({ min: most - 2, max: most + 4 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(11), room), { maxLength: 80 }), (steps) => {
        const rooms = inside();
        rooms.clearRooms(12);
        // Who has room, in the order in which they came to have as much.
        let truth: { worker: number; room: number }[] = [];
        for (const [worker, asked] of steps) {
          const list = worker % 4;
          const now = Math.min(most, Math.max(0, asked));
          rooms.setRoom(list, worker, asked);
          if (now !== (truth.find((one) => one.worker === worker)?.room ?? 0)) {
            truth = truth.filter((one) => one.worker !== worker);
            if (now > 0) truth.push({ worker, room: now });
          }
          for (let each = 0; each < 4; each++) {
            const there = truth.filter((one) => one.worker % 4 === each).sort((a, b) => b.room - a.room);
            expect(rooms.roomiest(each)).toBe(there[0]?.worker ?? -1);
          }
        }
      }),
    );
  });
});

describe('rosters', () => {
  const idsOf = (roster: number): number[] =>
    Array.from({ length: inside().rosterCount(roster) }, (_, place) => inside().rosterId(roster, place));

  it('hold each id once', () => {
    inside().rosterAdd(0, 3);
    inside().rosterAdd(0, 1);
    inside().rosterAdd(0, 3);
    inside().rosterRemove(0, 3);
    inside().rosterRemove(0, 4);
    expect(idsOf(0)).toEqual([1]);
  });
  it('hold what a plain set does, each its own', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(9), fc.boolean()), { maxLength: 80 }), (steps) => {
        takeUp(model);
        const truth = Array.from({ length: 6 }, () => new Set<number>());
        for (const [roster, id, add] of steps) {
          if (add) inside().rosterAdd(roster, id);
          else inside().rosterRemove(roster, id);
          if (add) truth[roster]!.add(id);
          else truth[roster]!.delete(id);
        }
        truth.forEach((ids, roster) => {
          expect(idsOf(roster).sort()).toEqual([...ids].sort());
        });
      }),
    );
  });
});
