import { copyStart } from './table';

/** A set of small whole numbers that can be walked through quickly; order is by history, the same in every run. */
export class Roster {
  readonly ids: Int32Array;
  private readonly place: Int32Array;
  count = 0;

  /** @param capacity ids run from 0 to capacity − 1 */
  constructor(capacity: number) {
    this.ids = new Int32Array(capacity);
    this.place = new Int32Array(capacity).fill(-1);
  }

  add(id: number): void {
    if (this.place[id]! >= 0) return;
    this.place[id] = this.count;
    this.ids[this.count++] = id;
  }

  remove(id: number): void {
    const at = this.place[id]!;
    if (at < 0) return;
    const last = this.ids[--this.count]!;
    this.ids[at] = last;
    this.place[last] = at;
    this.place[id] = -1;
  }

  copyFrom(other: Roster): void {
    copyStart(this.ids, other.ids);
    copyStart(this.place, other.place);
    this.count = other.count;
  }
}
