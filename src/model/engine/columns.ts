/**
 * Growing tables of whole numbers, one column an Int32Array, rows reused: how people, assessments and plans are
 * kept without an object each. Copying one table onto another is a few block copies.
 */
export class Columns<Name extends string> {
  capacity: number;
  /** Rows ever used; rows at or above are untouched. */
  high = 0;
  /** Rows in use. */
  live = 0;
  readonly of: Record<Name, Int32Array>;
  private free: Int32Array;
  private freeCount = 0;

  constructor(
    readonly names: readonly Name[],
    capacity: number,
  ) {
    this.capacity = capacity;
    this.of = Object.fromEntries(names.map((name) => [name, new Int32Array(capacity)])) as Record<Name, Int32Array>;
    this.free = new Int32Array(capacity);
  }

  /** A row to use; its cells hold whatever was there. May replace the arrays in `of`: read them anew afterwards. */
  take(): number {
    this.live++;
    if (this.freeCount > 0) return this.free[--this.freeCount]!;
    if (this.high === this.capacity) this.grow();
    return this.high++;
  }

  give(row: number): void {
    this.live--;
    this.free[this.freeCount++] = row;
  }

  copyFrom(other: Columns<Name>): void {
    while (this.capacity < other.high) this.grow();
    for (const name of this.names) this.of[name].set(other.of[name].subarray(0, other.high));
    this.free.set(other.free.subarray(0, other.freeCount));
    this.freeCount = other.freeCount;
    this.high = other.high;
    this.live = other.live;
  }

  private grow(): void {
    this.capacity *= 2;
    for (const name of this.names) {
      const wider = new Int32Array(this.capacity);
      wider.set(this.of[name]);
      this.of[name] = wider;
    }
    const free = new Int32Array(this.capacity);
    free.set(this.free);
    this.free = free;
  }
}
