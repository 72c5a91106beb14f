/**
 * A growing queue of ids ordered by (key, order of coming): the lowest key leaves first, equals first come, first served.
 * Keys mostly come in order, as work does; those stand in a row that is taken from the front. The rest stand in a heap.
 */
import { takeRoom } from './room';

/** An entry's cells lie side by side. */
@unmanaged
class Entry {
  id: i32;
  key: i32;
  order: i32;
  unused: i32;

  @inline
  take(id: i32, key: i32, order: i32): void {
    this.id = id;
    this.key = key;
    this.order = order;
  }
}

const ENTRY: usize = 16;

/** Places made at first; a power of two. */
const FIRST: i32 = 64;

@unmanaged
export class PriorityQueue {
  size: i32;
  /** The row: a ring of entries, a power of two of them; the place of its first, and how many there are. */
  row: usize;
  places: i32;
  head: i32;
  inRow: i32;
  heap: usize;
  heapPlaces: i32;
  inHeap: i32;
  coming: i32;

  /** Makes a queue; once. */
  begin(): void {
    this.places = FIRST;
    this.row = takeRoom(<usize>FIRST * ENTRY);
    this.heapPlaces = FIRST;
    this.heap = takeRoom(<usize>FIRST * ENTRY);
    this.clear();
  }

  clear(): void {
    this.size = 0;
    this.head = 0;
    this.inRow = 0;
    this.inHeap = 0;
    this.coming = 0;
  }

  push(id: i32, key: i32): void {
    this.size++;
    const order = this.coming++;
    if (this.inRow > 0 && key < this.inRowAt(this.inRow - 1).key) {
      this.pushHeap(id, key, order);
      return;
    }
    if (this.inRow == this.places) this.growRow();
    this.inRowAt(this.inRow).take(id, key, order);
    this.inRow++;
  }

  /** The id that leaves next; -1 when empty. */
  peek(): i32 {
    if (this.size == 0) return -1;
    return this.rowFirst() ? this.inRowAt(0).id : this.inHeapAt(0).id;
  }

  /** Takes out the next id; -1 when empty. */
  pop(): i32 {
    if (this.size == 0) return -1;
    this.size--;
    if (!this.rowFirst()) return this.popHeap();
    const id = this.inRowAt(0).id;
    this.head = (this.head + 1) & (this.places - 1);
    this.inRow--;
    return id;
  }

  /** Id at a place, 0 to size − 1, in no order that means anything: for counting over all that wait. */
  at(place: i32): i32 {
    return place < this.inRow ? this.inRowAt(place).id : this.inHeapAt(place - this.inRow).id;
  }

  /** Takes out the id at a place. What stands at earlier places stays there. */
  removeAt(place: i32): void {
    this.size--;
    if (place >= this.inRow) {
      this.removeFromHeap(place - this.inRow);
      return;
    }
    for (let i = place; i < this.inRow - 1; i++) this.moveInRow(i + 1, i);
    this.inRow--;
  }

  /** Takes out every id of which `goes` says so; it is asked once about each. */
  removeWhere(goes: (id: i32) => bool): void {
    let kept = 0;
    for (let i = 0; i < this.inRow; i++) {
      if (!goes(this.inRowAt(i).id)) this.moveInRow(i, kept++);
    }
    this.inRow = kept;
    kept = 0;
    for (let place = 0; place < this.inHeap; place++) {
      if (!goes(this.inHeapAt(place).id)) this.move(place, kept++);
    }
    this.inHeap = kept;
    for (let place = (kept >> 1) - 1; place >= 0; place--) {
      const entry = this.inHeapAt(place);
      const id = entry.id;
      const key = entry.key;
      const order = entry.order;
      this.inHeapAt(this.sink(place, kept, key, order)).take(id, key, order);
    }
    this.size = this.inRow + this.inHeap;
  }

  /** Bytes of the row, the heap and four numbers that {@link save} writes. */
  get bytes(): usize {
    return ENTRY * <usize>(this.inRow + this.inHeap + 1);
  }

  /** Writes everything the queue holds to `to`, which has room for its `bytes`. */
  save(to: usize): void {
    changetype<Entry>(to).take(this.inRow, this.inHeap, this.coming);
    for (let i = 0; i < this.inRow; i++) {
      memory.copy(to + ENTRY * <usize>(i + 1), changetype<usize>(this.inRowAt(i)), ENTRY);
    }
    memory.copy(to + ENTRY * <usize>(this.inRow + 1), this.heap, ENTRY * <usize>this.inHeap);
  }

  /** Holds what was saved, in place of what it held. */
  restore(from: usize): void {
    const saved = changetype<Entry>(from);
    this.clear();
    while (this.places < saved.id) this.growRow();
    while (this.heapPlaces < saved.key) this.growHeap();
    this.inRow = saved.id;
    this.inHeap = saved.key;
    this.coming = saved.order;
    this.size = this.inRow + this.inHeap;
    memory.copy(this.row, from + ENTRY, ENTRY * <usize>this.inRow);
    memory.copy(this.heap, from + ENTRY * <usize>(this.inRow + 1), ENTRY * <usize>this.inHeap);
  }

  /** Whether the next to leave stands in the row. */
  private rowFirst(): bool {
    if (this.inHeap == 0) return true;
    if (this.inRow == 0) return false;
    const first = this.inRowAt(0);
    const top = this.inHeapAt(0);
    return first.key < top.key || (first.key == top.key && first.order < top.order);
  }

  @inline
  private inRowAt(place: i32): Entry {
    return changetype<Entry>(this.row + ENTRY * <usize>((this.head + place) & (this.places - 1)));
  }

  @inline
  private inHeapAt(place: i32): Entry {
    return changetype<Entry>(this.heap + ENTRY * <usize>place);
  }

  private moveInRow(from: i32, to: i32): void {
    const entry = this.inRowAt(from);
    this.inRowAt(to).take(entry.id, entry.key, entry.order);
  }

  private growRow(): void {
    const wider = takeRoom(2 * ENTRY * <usize>this.places);
    const before = ENTRY * <usize>this.head;
    const all = ENTRY * <usize>this.places;
    memory.copy(wider, this.row + before, all - before);
    memory.copy(wider + all - before, this.row, before);
    this.row = wider;
    this.places *= 2;
    this.head = 0;
  }

  private growHeap(): void {
    const wider = takeRoom(2 * ENTRY * <usize>this.heapPlaces);
    memory.copy(wider, this.heap, ENTRY * <usize>this.inHeap);
    this.heap = wider;
    this.heapPlaces *= 2;
  }

  private pushHeap(id: i32, key: i32, order: i32): void {
    if (this.inHeap == this.heapPlaces) this.growHeap();
    this.inHeapAt(this.rise(this.inHeap++, key, order)).take(id, key, order);
  }

  private popHeap(): i32 {
    const first = this.inHeapAt(0).id;
    this.removeFromHeap(0);
    return first;
  }

  private removeFromHeap(place: i32): void {
    const last = --this.inHeap;
    if (place == last) return;
    const entry = this.inHeapAt(last);
    const id = entry.id;
    const key = entry.key;
    const order = entry.order;
    let at = this.rise(place, key, order);
    if (at == place) at = this.sink(place, last, key, order);
    this.inHeapAt(at).take(id, key, order);
  }

  /** Makes way upwards from a place for an entry; returns the place it is to take. */
  private rise(from: i32, key: i32, order: i32): i32 {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.before(parent, key, order)) break;
      this.move(parent, at);
      at = parent;
    }
    return at;
  }

  /** The same downwards, among the first `size` entries. */
  private sink(from: i32, size: i32, key: i32, order: i32): i32 {
    let at = from;
    for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size) {
        const first = this.inHeapAt(child);
        if (this.before(child + 1, first.key, first.order)) child++;
      }
      if (!this.before(child, key, order)) break;
      this.move(child, at);
      at = child;
    }
    return at;
  }

  private before(place: i32, key: i32, order: i32): bool {
    const entry = this.inHeapAt(place);
    return entry.key < key || (entry.key == key && entry.order < order);
  }

  private move(from: i32, to: i32): void {
    const entry = this.inHeapAt(from);
    this.inHeapAt(to).take(entry.id, entry.key, entry.order);
  }
}
