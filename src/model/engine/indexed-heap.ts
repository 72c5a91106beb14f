/**
 * A binary heap of small whole numbers (ids) ordered by key, then id: a total order, so that no tie is left to
 * luck. Each id stands in it at most once and can be moved or removed.
 */
export class IndexedHeap {
  private readonly ids: Int32Array;
  private readonly position: Int32Array;
  private readonly keys: Int32Array;
  size = 0;

  /** @param capacity ids run from 0 to capacity − 1 */
  constructor(capacity: number) {
    this.ids = new Int32Array(capacity);
    this.position = new Int32Array(capacity).fill(-1);
    this.keys = new Int32Array(capacity);
  }

  /** Id with the smallest key; meaningless when empty. */
  get top(): number {
    return this.ids[0]!;
  }
  /** The smallest key; meaningless when empty. */
  get topKey(): number {
    return this.keys[this.ids[0]!]!;
  }

  clear(): void {
    for (let i = 0; i < this.size; i++) this.position[this.ids[i]!] = -1;
    this.size = 0;
  }

  /** Puts an id in with a key, or moves it to a new key. */
  set(id: number, key: number): void {
    this.keys[id] = key;
    let at = this.position[id]!;
    if (at < 0) {
      at = this.size++;
      this.ids[at] = id;
      this.position[id] = at;
    }
    this.down(this.up(at));
  }

  /** Takes an id out, if it is in. */
  remove(id: number): void {
    const at = this.position[id]!;
    if (at < 0) return;
    this.position[id] = -1;
    const last = this.ids[--this.size]!;
    if (at === this.size) return;
    this.ids[at] = last;
    this.position[last] = at;
    this.down(this.up(at));
  }

  private before(a: number, b: number): boolean {
    const ka = this.keys[a]!;
    const kb = this.keys[b]!;
    return ka < kb || (ka === kb && a < b);
  }

  private up(start: number): number {
    let at = start;
    const id = this.ids[at]!;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const other = this.ids[parent]!;
      if (!this.before(id, other)) break;
      this.ids[at] = other;
      this.position[other] = at;
      at = parent;
    }
    this.ids[at] = id;
    this.position[id] = at;
    return at;
  }

  private down(start: number): void {
    let at = start;
    const id = this.ids[at]!;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && this.before(this.ids[child + 1]!, this.ids[child]!)) child++;
      const other = this.ids[child]!;
      if (!this.before(other, id)) break;
      this.ids[at] = other;
      this.position[other] = at;
      at = child;
    }
    this.ids[at] = id;
    this.position[id] = at;
  }
}
