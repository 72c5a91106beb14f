/**
 * A growing queue of ids ordered by (key, order of coming): the lowest key leaves first, equals first come, first served.
 * Keys mostly come in order, as work does; those stand in a row that is taken from the front. The rest stand in a heap.
 */
export class PriorityQueue {
  /** The row: a ring of a power of two. */
  private rowIds: Int32Array;
  private rowKeys: Int32Array;
  private rowOrders: Int32Array;
  private head = 0;
  private inRow = 0;
  private heapIds: Int32Array;
  private heapKeys: Int32Array;
  private heapOrders: Int32Array;
  private inHeap = 0;
  private coming = 0;
  size = 0;

  /** @param capacity places made at first; a power of two */
  constructor(capacity: number) {
    this.rowIds = new Int32Array(capacity);
    this.rowKeys = new Int32Array(capacity);
    this.rowOrders = new Int32Array(capacity);
    this.heapIds = new Int32Array(capacity);
    this.heapKeys = new Int32Array(capacity);
    this.heapOrders = new Int32Array(capacity);
  }

  push(id: number, key: number): void {
    this.size++;
    const order = this.coming++;
    const mask = this.rowIds.length - 1;
    if (this.inRow === 0 || key >= this.rowKeys[(this.head + this.inRow - 1) & mask]!) {
      if (this.inRow === this.rowIds.length) this.growRow();
      const at = (this.head + this.inRow++) & (this.rowIds.length - 1);
      this.rowIds[at] = id;
      this.rowKeys[at] = key;
      this.rowOrders[at] = order;
    } else {
      this.pushHeap(id, key, order);
    }
  }

  /** Places that its entries need; a power of two. */
  get room(): number {
    const most = Math.max(this.inRow, this.inHeap);
    return most <= 1 ? 1 : 1 << (32 - Math.clz32(most - 1));
  }

  /** The id that leaves next; -1 when empty. */
  peek(): number {
    if (this.size === 0) return -1;
    return this.rowFirst() ? this.rowIds[this.head]! : this.heapIds[0]!;
  }

  /** Takes out the next id; -1 when empty. */
  pop(): number {
    if (this.size === 0) return -1;
    this.size--;
    if (!this.rowFirst()) return this.popHeap();
    const id = this.rowIds[this.head]!;
    this.head = (this.head + 1) & (this.rowIds.length - 1);
    this.inRow--;
    return id;
  }

  /** Id at a place, 0 to size − 1, in no order that means anything: for counting over all that wait. */
  at(place: number): number {
    return place < this.inRow
      ? this.rowIds[(this.head + place) & (this.rowIds.length - 1)]!
      : this.heapIds[place - this.inRow]!;
  }

  /** Takes out the id at a place. What stands at earlier places stays there. */
  removeAt(place: number): void {
    this.size--;
    if (place >= this.inRow) {
      this.removeFromHeap(place - this.inRow);
      return;
    }
    const mask = this.rowIds.length - 1;
    for (let i = place; i < this.inRow - 1; i++) {
      const to = (this.head + i) & mask;
      const from = (to + 1) & mask;
      this.rowIds[to] = this.rowIds[from]!;
      this.rowKeys[to] = this.rowKeys[from]!;
      this.rowOrders[to] = this.rowOrders[from]!;
    }
    this.inRow--;
  }

  /** Takes out every id of which `goes` says so; it is asked once about each. */
  removeWhere(goes: (id: number) => boolean): void {
    const mask = this.rowIds.length - 1;
    let kept = 0;
    for (let i = 0; i < this.inRow; i++) {
      const from = (this.head + i) & mask;
      if (goes(this.rowIds[from]!)) continue;
      const to = (this.head + kept++) & mask;
      this.rowIds[to] = this.rowIds[from]!;
      this.rowKeys[to] = this.rowKeys[from]!;
      this.rowOrders[to] = this.rowOrders[from]!;
    }
    this.inRow = kept;
    kept = 0;
    for (let place = 0; place < this.inHeap; place++) {
      if (!goes(this.heapIds[place]!)) this.move(place, kept++);
    }
    this.inHeap = kept;
    for (let place = (kept >> 1) - 1; place >= 0; place--) {
      const id = this.heapIds[place]!;
      const key = this.heapKeys[place]!;
      const order = this.heapOrders[place]!;
      this.place(this.sink(place, kept, key, order), id, key, order);
    }
    this.size = this.inRow + this.inHeap;
  }

  copyFrom(other: PriorityQueue): void {
    while (this.rowIds.length < other.inRow) this.growRow();
    const mask = other.rowIds.length - 1;
    for (let i = 0; i < other.inRow; i++) {
      const from = (other.head + i) & mask;
      this.rowIds[i] = other.rowIds[from]!;
      this.rowKeys[i] = other.rowKeys[from]!;
      this.rowOrders[i] = other.rowOrders[from]!;
    }
    this.head = 0;
    this.inRow = other.inRow;
    while (this.heapIds.length < other.inHeap) this.growHeap();
    this.heapIds.set(other.heapIds.subarray(0, other.inHeap));
    this.heapKeys.set(other.heapKeys.subarray(0, other.inHeap));
    this.heapOrders.set(other.heapOrders.subarray(0, other.inHeap));
    this.inHeap = other.inHeap;
    this.coming = other.coming;
    this.size = other.size;
  }

  /** Whether the next to leave stands in the row. */
  private rowFirst(): boolean {
    if (this.inHeap === 0) return true;
    if (this.inRow === 0) return false;
    const key = this.rowKeys[this.head]!;
    const top = this.heapKeys[0]!;
    return key < top || (key === top && this.rowOrders[this.head]! < this.heapOrders[0]!);
  }

  private pushHeap(id: number, key: number, order: number): void {
    if (this.inHeap === this.heapIds.length) this.growHeap();
    this.place(this.rise(this.inHeap++, key, order), id, key, order);
  }

  private popHeap(): number {
    const first = this.heapIds[0]!;
    this.removeFromHeap(0);
    return first;
  }

  private removeFromHeap(place: number): void {
    const last = --this.inHeap;
    if (place === last) return;
    const id = this.heapIds[last]!;
    const key = this.heapKeys[last]!;
    const order = this.heapOrders[last]!;
    let at = this.rise(place, key, order);
    if (at === place) at = this.sink(place, last, key, order);
    this.place(at, id, key, order);
  }

  /** Makes way upwards from a place for an entry; returns the place it is to take. */
  private rise(from: number, key: number, order: number): number {
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
  private sink(from: number, size: number, key: number, order: number): number {
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) return at;
      if (child + 1 < size && this.before(child + 1, this.heapKeys[child]!, this.heapOrders[child]!)) child++;
      if (!this.before(child, key, order)) return at;
      this.move(child, at);
      at = child;
    }
  }

  private before(place: number, key: number, order: number): boolean {
    const k = this.heapKeys[place]!;
    return k < key || (k === key && this.heapOrders[place]! < order);
  }

  private move(from: number, to: number): void {
    this.place(to, this.heapIds[from]!, this.heapKeys[from]!, this.heapOrders[from]!);
  }

  private place(at: number, id: number, key: number, order: number): void {
    this.heapIds[at] = id;
    this.heapKeys[at] = key;
    this.heapOrders[at] = order;
  }

  private growHeap(): void {
    this.heapIds = wider(this.heapIds);
    this.heapKeys = wider(this.heapKeys);
    this.heapOrders = wider(this.heapOrders);
  }

  private growRow(): void {
    this.rowIds = unrolled(this.rowIds, this.head);
    this.rowKeys = unrolled(this.rowKeys, this.head);
    this.rowOrders = unrolled(this.rowOrders, this.head);
    this.head = 0;
  }
}

/** The same entries in an array twice as long. */
function wider(old: Int32Array): Int32Array {
  const array = new Int32Array(old.length * 2);
  array.set(old);
  return array;
}

/** A ring laid out from its head in an array twice as long. */
function unrolled(ring: Int32Array, head: number): Int32Array {
  const array = new Int32Array(ring.length * 2);
  array.set(ring.subarray(head));
  array.set(ring.subarray(0, head), ring.length - head);
  return array;
}
