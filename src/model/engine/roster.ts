import { Ints } from './cells';

/** A set of small whole numbers that can be walked through quickly; order is by history, the same in every run. */
@unmanaged
export class Roster {
  count: i32;
  ids: Ints;
  /** Where each id stands, or -1. */
  place: Ints;

  add(id: i32): void {
    if (this.place[id] >= 0) return;
    this.place[id] = this.count;
    this.ids[this.count++] = id;
  }

  remove(id: i32): void {
    const at = this.place[id];
    if (at < 0) return;
    const last = this.ids[--this.count];
    this.ids[at] = last;
    this.place[last] = at;
    this.place[id] = -1;
  }
}
