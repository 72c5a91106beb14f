/** The program with its inside open, for tests: what `index.ts` exports, the rules one by one, and the structures they stand on. */
import { Ints, Reals } from '../engine/cells';
import * as samplers from '../engine/samplers';
import { Streams } from '../engine/streams';
import { Table } from '../engine/table';
import { draw as drawHere, drawDoubt as drawDoubtHere, streams, tally } from './future';
import { TABLE } from './layout';
import { queueOf, rosterOf } from './world';

export * from './index';
export { reviewAgency, wantedAgency } from './agency';
export { assign, openAssessment } from './assessments';
export { closeOverdueWaiting } from './closing';
export { liveOneDay } from './day';
export { openDemand } from './demand';
export { openDesk, reschedule, workUntil } from './desk';
export { finishWork } from './finishing';
export { drawStarters } from './hiring';
export { decideLeavers } from './leaving';
export { openMonth } from './month';
export { chooseOrder, leave, openWorkforce, setNextDay, start } from './people';
export { openPlan, openStartingStock } from './plans';
export { updateRoom } from './rooms';
export { anyEvent, clearEvents, firstAt, minuteOf, nextMinute, putEvent, removeEvent } from '../engine/day-events';
export { clearRooms, roomiest, setRoom } from '../engine/room-lists';
export { takeRoom } from '../engine/room';

// Structures by number: queues, rosters and tables as the rules have them.

export function queueClear(queue: i32): void {
  queueOf(queue).clear();
}
export function queuePush(queue: i32, id: i32, key: i32): void {
  queueOf(queue).push(id, key);
}
export function queuePeek(queue: i32): i32 {
  return queueOf(queue).peek();
}
export function queuePop(queue: i32): i32 {
  return queueOf(queue).pop();
}
export function queueSize(queue: i32): i32 {
  return queueOf(queue).size;
}
export function queueAt(queue: i32, place: i32): i32 {
  return queueOf(queue).at(place);
}
export function queueRemoveAt(queue: i32, place: i32): void {
  queueOf(queue).removeAt(place);
}
/** Takes out every id that a number divides. Writes every id it was asked about to `list`; returns how many. */
export function queueRemoveMultiples(queue: i32, number: i32, list: usize): i32 {
  divisor = number;
  asked = changetype<Ints>(list);
  askedCount = 0;
  queueOf(queue).removeWhere(divides);
  return askedCount;
}
let divisor: i32 = 1;
let asked: Ints = changetype<Ints>(0);
let askedCount: i32 = 0;
function divides(id: i32): bool {
  asked[askedCount++] = id;
  return id % divisor == 0;
}
/** Bytes that a queue writes out; writes them to an address; takes them up again. */
export function queueBytes(queue: i32): usize {
  return queueOf(queue).bytes;
}
export function queueSave(queue: i32, to: usize): void {
  queueOf(queue).save(to);
}
export function queueRestore(queue: i32, from: usize): void {
  queueOf(queue).restore(from);
}

export function rosterAdd(roster: i32, id: i32): void {
  rosterOf(roster).add(id);
}
export function rosterRemove(roster: i32, id: i32): void {
  rosterOf(roster).remove(id);
}
export function rosterCount(roster: i32): i32 {
  return rosterOf(roster).count;
}
export function rosterId(roster: i32, place: i32): i32 {
  return rosterOf(roster).ids[place];
}

function tableOf(table: i32): Table {
  return changetype<Table>(TABLE + ((<usize>table) << 6));
}
export function tableTake(table: i32): usize {
  return tableOf(table).take();
}
export function tableGive(table: i32, row: i32): void {
  tableOf(table).give(row);
}
export function tableClear(table: i32): void {
  tableOf(table).clear();
}
/** Rows ever used, and in use; the address of a row by its number. */
export function tableHigh(table: i32): i32 {
  return tableOf(table).high;
}
export function tableLive(table: i32): i32 {
  return tableOf(table).live;
}
export function tableAt(table: i32, number: i32): usize {
  return tableOf(table).at(number);
}

// Draws: as the rules make them, and of a raw key at a whole address. `uniform` is one of the four of the address last drawn.

export function draw(cause: i32, entity: i32, index: i32): void {
  drawHere(cause, entity, index);
}
export function drawDoubt(cause: i32, entity: i32, index: i32): void {
  drawDoubtHere(cause, entity, index);
}
export function setKey(a: u32, b: u32, c: u32, d: u32): void {
  streams.setKey(a, b, c, d);
}
export function drawAddress(cause: u32, entity: u32, index: u32, extra: u32): void {
  streams.draw(cause, entity, index, extra);
}
export function uniform(word: i32): u32 {
  return load<u32>(changetype<usize>(streams) + offsetof<Streams>('u0') + ((<usize>word) << 2));
}

/** Samplers, from tables at an address. */
export function fromTable(knots: usize, u: u32): f64 {
  return samplers.fromTable(changetype<Reals>(knots), u);
}
export function exponential(knots: usize, u: u32): f64 {
  return samplers.exponential(changetype<Reals>(knots), u);
}
export function fromThresholds(thresholds: usize, count: i32, u: u32): i32 {
  return samplers.fromThresholds(changetype<Reals>(thresholds), count, u);
}
export function threshold(p: f64): f64 {
  return samplers.threshold(p);
}

export function tallied(column: i32): f64 {
  return tally[column];
}
