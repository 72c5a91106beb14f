/**
 * A growing table of whole numbers, row after row in one array, rows reused: how people, assessments and plans are kept
 * without an object each. A row's cells lie side by side, and copying one table onto another is a block copy.
 */
export class Table {
  cells: Int32Array;
  /** Where rows that were never used begin. */
  high = 0;
  /** Rows in use. */
  live = 0;
  private free: Int32Array;
  private freeCount = 0;

  /**
   * @param width cells of a row
   * @param rows rows made at first
   */
  constructor(
    readonly width: number,
    rows: number,
  ) {
    this.cells = new Int32Array(Math.max(1, rows) * width);
    this.free = new Int32Array(Math.max(1, rows));
  }

  /** Where an unused row begins; its cells hold whatever was there. May replace `cells`: read it anew afterwards. */
  take(): number {
    this.live++;
    if (this.freeCount > 0) return this.free[--this.freeCount]!;
    if (this.high === this.cells.length) this.grow();
    const row = this.high;
    this.high += this.width;
    return row;
  }

  /** Gives back the row that begins here. */
  give(row: number): void {
    this.live--;
    this.free[this.freeCount++] = row;
  }

  /** Rows ever used. */
  get rows(): number {
    return this.high / this.width;
  }

  copyFrom(other: Table): void {
    while (this.cells.length < other.high) this.grow();
    this.cells.set(other.cells.subarray(0, other.high));
    this.free.set(other.free.subarray(0, other.freeCount));
    this.freeCount = other.freeCount;
    this.high = other.high;
    this.live = other.live;
  }

  private grow(): void {
    const cells = new Int32Array(this.cells.length * 2);
    cells.set(this.cells);
    this.cells = cells;
    const free = new Int32Array(this.free.length * 2);
    free.set(this.free);
    this.free = free;
  }
}

/** Copies one array onto another as far as both go. */
export function copyStart(to: Int32Array, from: Int32Array): void {
  to.set(from.length > to.length ? from.subarray(0, to.length) : from);
}
