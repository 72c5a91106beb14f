/** A growing list of ids, each with its luck, that can be put in the order of luck. Its room is kept for the next use. */
import { Ints, Reals } from './cells';
import { takeRoom } from './room';

/** Places made at first. */
const FIRST: i32 = 1024;

@unmanaged
export class LuckList {
  count: i32;
  room: i32;
  ids: Ints;
  luck: Reals;

  clear(): void {
    this.count = 0;
  }

  add(id: i32, luck: f64 = 0): void {
    if (this.count == this.room) this.grow();
    this.put(this.count++, id, luck);
  }

  /** Puts an id at a place that the list has already, in place of what stands there. */
  put(place: i32, id: i32, luck: f64): void {
    this.ids[place] = id;
    this.luck[place] = luck;
  }

  /** Whoever has the least luck comes first; of the same luck, the lower id. */
  sort(): void {
    for (let place = (this.count >> 1) - 1; place >= 0; place--) this.sink(place, this.count);
    for (let last = this.count - 1; last > 0; last--) {
      this.swap(0, last);
      this.sink(0, last);
    }
  }

  /** Lets what stands at a place sink to where it belongs in a heap of the first `count`, the last in order on top. */
  private sink(from: i32, count: i32): void {
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= count) return;
      if (child + 1 < count && this.before(child, child + 1)) child++;
      if (!this.before(at, child)) return;
      this.swap(at, child);
      at = child;
    }
  }

  private before(a: i32, b: i32): bool {
    const first = this.luck[a];
    const second = this.luck[b];
    return first < second || (first == second && <u32>this.ids[a] < <u32>this.ids[b]);
  }

  private swap(a: i32, b: i32): void {
    const id = this.ids[a];
    const luck = this.luck[a];
    this.put(a, this.ids[b], this.luck[b]);
    this.put(b, id, luck);
  }

  private grow(): void {
    const room = this.room == 0 ? FIRST : 2 * this.room;
    const ids = takeRoom(4 * <usize>room);
    const luck = takeRoom(8 * <usize>room);
    memory.copy(ids, changetype<usize>(this.ids), 4 * <usize>this.count);
    memory.copy(luck, changetype<usize>(this.luck), 8 * <usize>this.count);
    this.ids = changetype<Ints>(ids);
    this.luck = changetype<Reals>(luck);
    this.room = room;
  }
}
