import { copyStart } from './table';

/** Cells of a worker: the room there is, and the neighbours among those who have as much. */
const WORKER_BITS = 2;
const PREVIOUS = 1;
const NEXT = 2;

/**
 * Workers by the room they have, on several lists; a worker is on one of them at most. `roomiest(list)` is its least-loaded
 * worker with room, first come among equals. Doubly linked lists per room count; every operation takes constant time, or the
 * few steps to the next count.
 */
export class RoomLists {
  private readonly workers: Int32Array;
  /** First and last worker of a list with so much room, side by side, at twice `list × counts + room`. */
  private readonly ends: Int32Array;
  /** No worker of a list has more room than this. */
  private readonly most: Int32Array;
  private readonly counts: number;

  /**
   * @param lists lists run from 0 to lists − 1
   * @param workers ids run from 0 to workers − 1
   * @param maximum room is counted up to this; more counts as this much
   */
  constructor(
    lists: number,
    workers: number,
    private readonly maximum: number,
  ) {
    this.counts = maximum + 1;
    this.workers = new Int32Array(workers << WORKER_BITS);
    this.ends = new Int32Array(2 * lists * this.counts).fill(-1);
    this.most = new Int32Array(lists);
  }

  /** The worker of a list with the most room, or -1 where nobody has any. */
  roomiest(list: number): number {
    const base = list * this.counts;
    let room = this.most[list]!;
    while (room > 0 && this.ends[(base + room) << 1]! < 0) room--;
    this.most[list] = room;
    return room > 0 ? this.ends[(base + room) << 1]! : -1;
  }

  /** Says how much room a worker of a list has; 0 or less takes the worker off it. */
  set(list: number, worker: number, room: number): void {
    const { workers, ends } = this;
    const now = room <= 0 ? 0 : room > this.maximum ? this.maximum : room;
    const cell = worker << WORKER_BITS;
    const was = workers[cell]!;
    if (was === now) return;
    const base = list * this.counts;
    workers[cell] = now;
    if (was > 0) {
      const before = workers[cell + PREVIOUS]!;
      const after = workers[cell + NEXT]!;
      const end = (base + was) << 1;
      if (before < 0) ends[end] = after;
      else workers[(before << WORKER_BITS) + NEXT] = after;
      if (after < 0) ends[end + 1] = before;
      else workers[(after << WORKER_BITS) + PREVIOUS] = before;
    }
    if (now === 0) return;
    const end = (base + now) << 1;
    const last = ends[end + 1]!;
    workers[cell + PREVIOUS] = last;
    workers[cell + NEXT] = -1;
    if (last < 0) ends[end] = worker;
    else workers[(last << WORKER_BITS) + NEXT] = worker;
    ends[end + 1] = worker;
    if (now > this.most[list]!) this.most[list] = now;
  }

  copyFrom(other: RoomLists): void {
    copyStart(this.workers, other.workers);
    copyStart(this.ends, other.ends);
    copyStart(this.most, other.most);
  }
}
