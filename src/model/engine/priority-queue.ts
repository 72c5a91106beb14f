/** A growing queue of ids ordered by (key, order of coming): the lowest key leaves first, equals first come, first served. */
export class PriorityQueue {
  private ids: Int32Array;
  private keys: Int32Array;
  private arrivals: Int32Array;
  private coming = 0;
  size = 0;

  constructor(capacity: number) {
    this.ids = new Int32Array(capacity);
    this.keys = new Int32Array(capacity);
    this.arrivals = new Int32Array(capacity);
  }

  push(id: number, key: number): void {
    if (this.size === this.ids.length) this.grow();
    const order = this.coming++;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.keys[parent]! <= key) break; // a later comer never passes an equal key
      this.move(parent, at);
      at = parent;
    }
    this.place(at, id, key, order);
  }

  /** The id that leaves next; -1 when empty. */
  peek(): number {
    return this.size > 0 ? this.ids[0]! : -1;
  }

  /** Id at a place of the heap's own order, for counting over all that wait. */
  at(place: number): number {
    return this.ids[place]!;
  }

  /** Takes out the next id; -1 when empty. */
  pop(): number {
    if (this.size === 0) return -1;
    const first = this.ids[0]!;
    const last = --this.size;
    if (last === 0) return first;
    const id = this.ids[last]!;
    const key = this.keys[last]!;
    const order = this.arrivals[last]!;
    this.place(this.sink(0, last, key, order), id, key, order);
    return first;
  }

  /** Makes way downwards from a place for an entry; returns the place it is to take. */
  private sink(from: number, size: number, key: number, order: number): number {
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) return at;
      if (child + 1 < size && this.before(child + 1, this.keys[child]!, this.arrivals[child]!)) child++;
      if (!this.before(child, key, order)) return at;
      this.move(child, at);
      at = child;
    }
  }

  /** Takes out the id at a place of the heap's own order. */
  removeAt(place: number): void {
    const last = --this.size;
    if (place === last) return;
    const id = this.ids[last]!;
    const key = this.keys[last]!;
    const order = this.arrivals[last]!;
    let at = place;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.before(parent, key, order)) break;
      this.move(parent, at);
      at = parent;
    }
    if (at === place) at = this.sink(at, last, key, order);
    this.place(at, id, key, order);
  }

  /** Takes out every id of which `goes` says so; it is asked once about each. */
  removeWhere(goes: (id: number) => boolean): void {
    let kept = 0;
    for (let place = 0; place < this.size; place++) {
      if (!goes(this.ids[place]!)) this.move(place, kept++);
    }
    this.size = kept;
    for (let place = (kept >> 1) - 1; place >= 0; place--) {
      const id = this.ids[place]!;
      const key = this.keys[place]!;
      const order = this.arrivals[place]!;
      this.place(this.sink(place, kept, key, order), id, key, order);
    }
  }

  copyFrom(other: PriorityQueue): void {
    while (this.ids.length < other.size) this.grow();
    this.ids.set(other.ids.subarray(0, other.size));
    this.keys.set(other.keys.subarray(0, other.size));
    this.arrivals.set(other.arrivals.subarray(0, other.size));
    this.coming = other.coming;
    this.size = other.size;
  }

  private before(place: number, key: number, order: number): boolean {
    const k = this.keys[place]!;
    return k < key || (k === key && this.arrivals[place]! < order);
  }

  private move(from: number, to: number): void {
    this.place(to, this.ids[from]!, this.keys[from]!, this.arrivals[from]!);
  }

  private place(at: number, id: number, key: number, order: number): void {
    this.ids[at] = id;
    this.keys[at] = key;
    this.arrivals[at] = order;
  }

  private grow(): void {
    const length = this.ids.length * 2;
    const wider = (old: Int32Array): Int32Array => {
      const a = new Int32Array(length);
      a.set(old);
      return a;
    };
    this.ids = wider(this.ids);
    this.keys = wider(this.keys);
    this.arrivals = wider(this.arrivals);
  }
}
