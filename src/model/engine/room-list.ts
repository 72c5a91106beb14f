import { copyStart } from './table';

/**
 * Workers by the room they have: `roomiest()` is the least-loaded worker with room, first come among equals.
 * Doubly linked lists per room count; every operation takes constant time, or the few steps to the next count.
 */
export class RoomList {
  private readonly next: Int32Array;
  private readonly previous: Int32Array;
  private readonly roomOf: Int32Array;
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
  private most = 0;

  /**
   * @param workers ids run from 0 to workers − 1
   * @param maximum room is counted up to this; more counts as this much
   */
  constructor(
    workers: number,
    private readonly maximum: number,
  ) {
    this.next = new Int32Array(workers).fill(-1);
    this.previous = new Int32Array(workers).fill(-1);
    this.roomOf = new Int32Array(workers);
    this.head = new Int32Array(maximum + 1).fill(-1);
    this.tail = new Int32Array(maximum + 1).fill(-1);
  }

  /** The worker with the most room, or -1 where nobody has any. */
  roomiest(): number {
    while (this.most > 0 && this.head[this.most]! < 0) this.most--;
    return this.most > 0 ? this.head[this.most]! : -1;
  }

  /** Says how much room a worker has; 0 or less takes the worker off the list. */
  set(worker: number, room: number): void {
    const now = room <= 0 ? 0 : room > this.maximum ? this.maximum : room;
    const was = this.roomOf[worker]!;
    if (was === now) return;
    if (was > 0) this.unlink(worker, was);
    this.roomOf[worker] = now;
    if (now === 0) return;
    const last = this.tail[now]!;
    this.previous[worker] = last;
    this.next[worker] = -1;
    if (last < 0) this.head[now] = worker;
    else this.next[last] = worker;
    this.tail[now] = worker;
    if (now > this.most) this.most = now;
  }

  copyFrom(other: RoomList): void {
    copyStart(this.next, other.next);
    copyStart(this.previous, other.previous);
    copyStart(this.roomOf, other.roomOf);
    copyStart(this.head, other.head);
    copyStart(this.tail, other.tail);
    this.most = other.most;
  }

  private unlink(worker: number, room: number): void {
    const before = this.previous[worker]!;
    const after = this.next[worker]!;
    if (before < 0) this.head[room] = after;
    else this.next[before] = after;
    if (after < 0) this.tail[room] = before;
    else this.previous[after] = before;
  }
}
