/**
 * A growing table of rows of one size, used again once they are given back: how assessments and plans are kept. A row never
 * moves: a table that is full takes another block of room beside those it has, so that a row's address may be kept.
 */
import { Ints } from './cells';
import { takeRoom } from './room';

/** Rows of a block. */
export const BLOCK: i32 = 4096;
/** Blocks a table may have. */
const MOST_BLOCKS: i32 = 1024;

@unmanaged
export class Table {
  /** Bytes of a row. */
  width: usize;
  /** Rows that were ever used, and those in use. */
  high: i32;
  live: i32;
  /** Where the next row that was never used begins, and where its block ends. */
  next: usize;
  end: usize;
  /** Rows given back. */
  freeCount: i32;
  free: Ints;
  freeRoom: i32;
  /** Where each block begins. */
  blocks: Ints;
  blockCount: i32;

  /** Makes a table of rows of `width` bytes; once. */
  begin(width: usize): void {
    this.width = width;
    this.blocks = changetype<Ints>(takeRoom(4 * MOST_BLOCKS));
    this.blockCount = 0;
    this.freeRoom = 0;
    this.clear();
  }

  /** No row is in use. */
  clear(): void {
    this.live = 0;
    this.freeCount = 0;
    this.setHigh(0);
  }

  /** So many rows were ever used: the next follows them. Whoever copies rows sets it first. */
  setHigh(rows: i32): void {
    while (this.blockCount * BLOCK <= rows) {
      if (this.blockCount == MOST_BLOCKS) unreachable();
      this.blocks[this.blockCount++] = <i32>takeRoom(<usize>BLOCK * this.width);
    }
    this.high = rows;
    const block = this.blocks[rows / BLOCK];
    this.next = <usize>block + <usize>(rows % BLOCK) * this.width;
    this.end = <usize>block + <usize>BLOCK * this.width;
  }

  /** Where an unused row begins; it holds whatever was there. */
  take(): usize {
    this.live++;
    if (this.freeCount > 0) return <usize>this.free[--this.freeCount];
    if (this.next == this.end) this.setHigh(this.high);
    const row = this.next;
    this.next += this.width;
    this.high++;
    return row;
  }

  /** Gives back the row that begins here. */
  give(row: i32): void {
    this.live--;
    this.needFree(this.freeCount + 1);
    this.free[this.freeCount++] = row;
  }

  /** Makes room for so many rows that were given back. */
  needFree(count: i32): void {
    if (count <= this.freeRoom) return;
    let room = this.freeRoom == 0 ? BLOCK : this.freeRoom;
    while (room < count) room *= 2;
    const wider = takeRoom(4 * <usize>room);
    memory.copy(wider, changetype<usize>(this.free), 4 * <usize>this.freeCount);
    this.free = changetype<Ints>(wider);
    this.freeRoom = room;
  }

  /** Where the row of a number begins; rows are numbered from 0 in the order in which they were first used. */
  at(number: i32): usize {
    return <usize>this.blocks[number / BLOCK] + <usize>(number % BLOCK) * this.width;
  }
}
