import { copyStart } from './table';

/**
 * Workers by the room they have, on several lists; a worker is on one of them at most. `roomiest(list)` is its least-loaded
 * worker with room, first come among equals. Doubly linked lists per room count; every operation takes constant time, or the
 * few steps to the next count.
 */
export class RoomLists {
  private readonly next: Int32Array;
  private readonly previous: Int32Array;
  private readonly roomOf: Int32Array;
  /** First and last worker of a list with so much room, at `list × counts + room`. */
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
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
    this.next = new Int32Array(workers).fill(-1);
    this.previous = new Int32Array(workers).fill(-1);
    this.roomOf = new Int32Array(workers);
    this.head = new Int32Array(lists * this.counts).fill(-1);
    this.tail = new Int32Array(lists * this.counts).fill(-1);
    this.most = new Int32Array(lists);
  }

  /** The worker of a list with the most room, or -1 where nobody has any. */
  roomiest(list: number): number {
    const base = list * this.counts;
    let room = this.most[list]!;
    while (room > 0 && this.head[base + room]! < 0) room--;
    this.most[list] = room;
    return room > 0 ? this.head[base + room]! : -1;
  }

  /** Says how much room a worker of a list has; 0 or less takes the worker off it. */
  set(list: number, worker: number, room: number): void {
    const now = room <= 0 ? 0 : room > this.maximum ? this.maximum : room;
    const was = this.roomOf[worker]!;
    if (was === now) return;
    const base = list * this.counts;
    if (was > 0) {
      const before = this.previous[worker]!;
      const after = this.next[worker]!;
      if (before < 0) this.head[base + was] = after;
      else this.next[before] = after;
      if (after < 0) this.tail[base + was] = before;
      else this.previous[after] = before;
    }
    this.roomOf[worker] = now;
    if (now === 0) return;
    const last = this.tail[base + now]!;
    this.previous[worker] = last;
    this.next[worker] = -1;
    if (last < 0) this.head[base + now] = worker;
    else this.next[last] = worker;
    this.tail[base + now] = worker;
    if (now > this.most[list]!) this.most[list] = now;
  }

  copyFrom(other: RoomLists): void {
    copyStart(this.next, other.next);
    copyStart(this.previous, other.previous);
    copyStart(this.roomOf, other.roomOf);
    copyStart(this.head, other.head);
    copyStart(this.tail, other.tail);
    copyStart(this.most, other.most);
  }
}
