/**
 * How a world is cleared, kept and taken up again. Most of it stands in memory at addresses that never change: a kept world
 * has a copy of each such piece. What may move (queues, lists of rows given back) is written out apart. See
 * `simulator/warm-worlds.ts` for who keeps them.
 */
import { Ints } from '../engine/cells';
import { clearEvents } from '../engine/day-events';
import { MOST_LISTS, MOST_ROOM, MOST_WORKERS, ROOM_ENDS, ROOM_MOST, ROOM_PLACES } from '../engine/layout';
import { clearRooms } from '../engine/room-lists';
import { beginRoom, takeRoom } from '../engine/room';
import { BLOCK, Table } from '../engine/table';
import {
  AGENCY_ARRIVALS,
  COMING_BACK,
  DECISION_RING,
  DIARY,
  ENDS,
  FREE_WORKERS,
  KIND,
  KINDS,
  NEXT_DAY,
  ORDER_RING,
  QUEUES,
  ROSTER,
  ROSTER_IDS,
  ROSTER_PLACES,
  ROSTERS,
  RULES_END,
  SCALARS,
  SLOTS,
  TABLE,
  TABLES,
  TEAM,
  UNDECIDED,
  WORKERS,
} from './layout';
import { future } from './future';
import { model } from './model';
import { Assessment, Plan, Return, Reviews, WORKER_BITS } from './rows';
import { assessments, Kind, plans, queueOf, returns, reviewed, rosterOf, TeamState, world, World } from './world';

/** Makes everything that is made once. */
export function prepare(): void {
  beginRoom(RULES_END);
  assessments.begin(offsetof<Assessment>());
  plans.begin(offsetof<Plan>());
  reviewed.begin(offsetof<Reviews>());
  returns.begin(offsetof<Return>());
  for (let i = 0; i < QUEUES; i++) queueOf(i).begin();
  for (let i = 0; i < ROSTERS; i++) {
    const roster = rosterOf(i);
    roster.ids = changetype<Ints>(ROSTER_IDS + 4 * <usize>(i * MOST_WORKERS));
    roster.place = changetype<Ints>(ROSTER_PLACES + 4 * <usize>(i * MOST_WORKERS));
  }
  list = takeRoom(16 * MOST_SEGMENTS);
}

/** Bytes of what a team, and a kind of plan, has of its own in a world. */
const STATE_OF_TEAM = offsetof<TeamState>('holds');
const STATE_OF_KIND = offsetof<Kind>('points');

/** A council with nobody and nothing in it. */
export function clearWorld(): void {
  memory.fill(SCALARS, 0, offsetof<World>());
  world.pressure = 1;
  world.valve = 1;
  for (let i = 0; i < TABLES; i++) tableOf(i).clear();
  for (let i = 0; i < QUEUES; i++) queueOf(i).clear();
  for (let i = 0; i < ROSTERS; i++) {
    rosterOf(i).count = 0;
    rosterOf(i).place.fill(-1, model.maxWorkers);
  }
  for (let kind = 0; kind < KINDS; kind++) memory.fill(KIND + ((<usize>kind) << 6), 0, STATE_OF_KIND);
  for (let team = 0; team < model.teams; team++) memory.fill(TEAM + ((<usize>team) << 6), 0, STATE_OF_TEAM);
  memory.fill(NEXT_DAY, 255, 4 * <usize>model.maxWorkers);
  memory.fill(ENDS, 0, 4 * <usize>model.days);
  memory.fill(DIARY, 0, 4 * <usize>model.days);
  memory.fill(COMING_BACK, 0, 4 * <usize>model.days);
  memory.fill(UNDECIDED, 0, 4 * DECISION_RING);
  memory.fill(AGENCY_ARRIVALS, 0, 4 * <usize>(ORDER_RING * model.teams));
  clearRooms(model.maxWorkers);
  clearEvents(model.maxWorkers);
}

function tableOf(number: i32): Table {
  return changetype<Table>(TABLE + ((<usize>number) << 6));
}

/** A piece of memory that a kept world has a copy of. */
@unmanaged
class Segment {
  at: usize;
  bytes: usize;
}

const MOST_SEGMENTS: usize = 8192;
let list: usize = 0;
let count: i32 = 0;

function note(at: usize, bytes: usize): void {
  if (bytes == 0) return;
  const segment = changetype<Segment>(list + ((<usize>count) << 3));
  segment.at = at;
  segment.bytes = bytes;
  count++;
}

/** Lists the pieces that stand at addresses that never change, as they are now in use: address and bytes of each, from here on. */
export function listSegments(): usize {
  count = 0;
  const workers = <usize>world.workerCount;
  note(SCALARS, offsetof<World>());
  // What the model says of teams and kinds of plan stands beside, and stays.
  for (let team = 0; team < model.teams; team++) note(TEAM + ((<usize>team) << 6), STATE_OF_TEAM);
  for (let kind = 0; kind < KINDS; kind++) note(KIND + ((<usize>kind) << 6), STATE_OF_KIND);
  note(WORKERS, workers << WORKER_BITS);
  note(NEXT_DAY, 4 * workers);
  note(FREE_WORKERS, 4 * <usize>world.freeWorkers);
  note(SLOTS, 4 * workers * <usize>future.maxSlots);
  for (let i = 0; i < ROSTERS; i++) {
    const roster = rosterOf(i);
    note(ROSTER + ((<usize>i) << 4), 4);
    note(changetype<usize>(roster.ids), 4 * <usize>roster.count);
    note(changetype<usize>(roster.place), 4 * <usize>model.maxWorkers);
  }
  note(ROOM_PLACES, 16 * <usize>model.maxWorkers);
  note(ROOM_ENDS, 8 * MOST_LISTS * (MOST_ROOM + 1));
  note(ROOM_MOST, 4 * MOST_LISTS);
  note(ENDS, 4 * <usize>model.days);
  note(DIARY, 4 * <usize>model.days);
  note(COMING_BACK, 4 * <usize>model.days);
  note(UNDECIDED, 4 * DECISION_RING);
  note(AGENCY_ARRIVALS, 4 * <usize>(ORDER_RING * model.teams));
  for (let i = 0; i < TABLES; i++) {
    const table = tableOf(i);
    for (let first = 0; first < table.high; first += BLOCK)
      note(table.at(first), <usize>min<i32>(BLOCK, table.high - first) * table.width);
  }
  return list;
}

/** How many pieces were listed. */
export function segmentCount(): i32 {
  return count;
}

/** Room in which what may move is written out. */
let apart: usize = 0;
let apartRoom: usize = 0;

/** Room for so many bytes of what may move. */
export function roomApart(bytes: usize): usize {
  if (bytes > apartRoom) {
    apartRoom = 2 * bytes;
    apart = takeRoom(apartRoom);
  }
  return apart;
}

/** Of a table: rows ever used and in use, and those given back, which follow. */
@unmanaged
class Rows {
  high: i32;
  live: i32;
  free: i32;
  unused: i32;
}

function bytesOfFree(count: i32): usize {
  return (4 * <usize>count + 15) & ~15;
}

/** Bytes of what may move. */
export function bytesApart(): usize {
  let bytes: usize = 0;
  for (let i = 0; i < TABLES; i++) bytes += 16 + bytesOfFree(tableOf(i).freeCount);
  for (let i = 0; i < QUEUES; i++) bytes += queueOf(i).bytes;
  return bytes;
}

/** Writes out what may move; there must be room for it. */
export function saveApart(): void {
  let to = apart;
  for (let i = 0; i < TABLES; i++) {
    const table = tableOf(i);
    const rows = changetype<Rows>(to);
    rows.high = table.high;
    rows.live = table.live;
    rows.free = table.freeCount;
    memory.copy(to + 16, changetype<usize>(table.free), 4 * <usize>table.freeCount);
    to += 16 + bytesOfFree(table.freeCount);
  }
  for (let i = 0; i < QUEUES; i++) {
    queueOf(i).save(to);
    to += queueOf(i).bytes;
  }
}

/** Takes up what was written out, after the pieces are back in their places; a day begins, with nothing in it. */
export function restoreApart(): void {
  let from = apart;
  for (let i = 0; i < TABLES; i++) {
    const table = tableOf(i);
    const rows = changetype<Rows>(from);
    table.setHigh(rows.high);
    table.live = rows.live;
    table.needFree(rows.free);
    table.freeCount = rows.free;
    memory.copy(changetype<usize>(table.free), from + 16, 4 * <usize>rows.free);
    from += 16 + bytesOfFree(rows.free);
  }
  for (let i = 0; i < QUEUES; i++) {
    queueOf(i).restore(from);
    from += queueOf(i).bytes;
  }
  clearEvents(model.maxWorkers);
}
