/** An entry's cells lie side by side: id, key, order of coming, and one that is not used. */
const CELLS = 4;
const KEY = 1;
const ORDER = 2;

/**
 * A growing queue of ids ordered by (key, order of coming): the lowest key leaves first, equals first come, first served.
 * Keys mostly come in order, as work does; those stand in a row that is taken from the front. The rest stand in a heap.
 */
export class PriorityQueue {
  /** The row: a ring of entries, a power of two of them; `head` is the place of the first, `mask` that of the last cell. */
  private row: Int32Array;
  private mask: number;
  private head = 0;
  private inRow = 0;
  private heap: Int32Array;
  private inHeap = 0;
  private coming = 0;
  size = 0;

  /** @param capacity places made at first; a power of two */
  constructor(capacity: number) {
    this.row = new Int32Array(capacity * CELLS);
    this.mask = capacity * CELLS - 1;
    this.heap = new Int32Array(capacity * CELLS);
  }

  push(id: number, key: number): void {
    this.size++;
    const order = this.coming++;
    const end = this.head + this.inRow * CELLS;
    if (this.inRow > 0 && key < this.row[((end - CELLS) & this.mask) + KEY]!) {
      this.pushHeap(id, key, order);
      return;
    }
    if (this.inRow * CELLS === this.row.length) this.growRow();
    const at = (this.head + this.inRow * CELLS) & this.mask;
    this.row[at] = id;
    this.row[at + KEY] = key;
    this.row[at + ORDER] = order;
    this.inRow++;
  }

  /** Places that its entries need; a power of two. */
  get room(): number {
    const most = Math.max(this.inRow, this.inHeap);
    return most <= 1 ? 1 : 1 << (32 - Math.clz32(most - 1));
  }

  /** The id that leaves next; -1 when empty. */
  peek(): number {
    if (this.size === 0) return -1;
    return this.rowFirst() ? this.row[this.head]! : this.heap[0]!;
  }

  /** Takes out the next id; -1 when empty. */
  pop(): number {
    if (this.size === 0) return -1;
    this.size--;
    if (!this.rowFirst()) return this.popHeap();
    const id = this.row[this.head]!;
    this.head = (this.head + CELLS) & this.mask;
    this.inRow--;
    return id;
  }

  /** Id at a place, 0 to size − 1, in no order that means anything: for counting over all that wait. */
  at(place: number): number {
    return place < this.inRow ? this.row[this.cell(place)]! : this.heap[(place - this.inRow) * CELLS]!;
  }

  /** Takes out the id at a place. What stands at earlier places stays there. */
  removeAt(place: number): void {
    this.size--;
    if (place >= this.inRow) {
      this.removeFromHeap(place - this.inRow);
      return;
    }
    for (let i = place; i < this.inRow - 1; i++) this.moveInRow(i + 1, i);
    this.inRow--;
  }

  /** Takes out every id of which `goes` says so; it is asked once about each. */
  removeWhere(goes: (id: number) => boolean): void {
    let kept = 0;
    for (let i = 0; i < this.inRow; i++) {
      if (!goes(this.row[this.cell(i)]!)) this.moveInRow(i, kept++);
    }
    this.inRow = kept;
    kept = 0;
    for (let place = 0; place < this.inHeap; place++) {
      if (!goes(this.heap[place * CELLS]!)) this.move(place, kept++);
    }
    this.inHeap = kept;
    for (let place = (kept >> 1) - 1; place >= 0; place--) {
      const [id, key, order] = this.heap.subarray(place * CELLS) as unknown as [number, number, number];
      this.place(this.sink(place, kept, key, order), id, key, order);
    }
    this.size = this.inRow + this.inHeap;
  }

  copyFrom(other: PriorityQueue): void {
    while (this.row.length < other.inRow * CELLS) this.growRow();
    // The other's row from its head on, in two parts where it goes around the end.
    const end = other.head + other.inRow * CELLS;
    this.row.set(other.row.subarray(other.head, end));
    if (end > other.row.length) this.row.set(other.row.subarray(0, end & other.mask), other.row.length - other.head);
    this.head = 0;
    this.inRow = other.inRow;
    while (this.heap.length < other.inHeap * CELLS) this.heap = wider(this.heap);
    this.heap.set(other.heap.subarray(0, other.inHeap * CELLS));
    this.inHeap = other.inHeap;
    this.coming = other.coming;
    this.size = other.size;
  }

  /** Whether the next to leave stands in the row. */
  private rowFirst(): boolean {
    if (this.inHeap === 0) return true;
    if (this.inRow === 0) return false;
    const key = this.row[this.head + KEY]!;
    const top = this.heap[KEY]!;
    return key < top || (key === top && this.row[this.head + ORDER]! < this.heap[ORDER]!);
  }

  /** Where the entry at a place of the row begins. */
  private cell(place: number): number {
    return (this.head + place * CELLS) & this.mask;
  }

  private moveInRow(from: number, to: number): void {
    const start = this.cell(from);
    this.row.copyWithin(this.cell(to), start, start + CELLS);
  }

  private growRow(): void {
    const { row, head } = this;
    this.row = new Int32Array(row.length * 2);
    this.row.set(row.subarray(head));
    this.row.set(row.subarray(0, head), row.length - head);
    this.mask = this.row.length - 1;
    this.head = 0;
  }

  private pushHeap(id: number, key: number, order: number): void {
    if (this.inHeap * CELLS === this.heap.length) this.heap = wider(this.heap);
    this.place(this.rise(this.inHeap++, key, order), id, key, order);
  }

  private popHeap(): number {
    const first = this.heap[0]!;
    this.removeFromHeap(0);
    return first;
  }

  private removeFromHeap(place: number): void {
    const last = --this.inHeap;
    if (place === last) return;
    const from = last * CELLS;
    const id = this.heap[from]!;
    const key = this.heap[from + KEY]!;
    const order = this.heap[from + ORDER]!;
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
      if (child + 1 < size) {
        const second = (child + 1) * CELLS;
        if (this.before(child + 1, this.heap[second - CELLS + KEY]!, this.heap[second - CELLS + ORDER]!)) child++;
      }
      if (!this.before(child, key, order)) return at;
      this.move(child, at);
      at = child;
    }
  }

  private before(place: number, key: number, order: number): boolean {
    const at = place * CELLS;
    const k = this.heap[at + KEY]!;
    return k < key || (k === key && this.heap[at + ORDER]! < order);
  }

  private move(from: number, to: number): void {
    const at = from * CELLS;
    this.place(to, this.heap[at]!, this.heap[at + KEY]!, this.heap[at + ORDER]!);
  }

  private place(place: number, id: number, key: number, order: number): void {
    const at = place * CELLS;
    this.heap[at] = id;
    this.heap[at + KEY] = key;
    this.heap[at + ORDER] = order;
  }
}

/** The same entries in an array twice as long. */
function wider(old: Int32Array): Int32Array {
  const array = new Int32Array(old.length * 2);
  array.set(old);
  return array;
}
