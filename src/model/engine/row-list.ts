/** A growing list of rows in no order, from which one is taken out by its place: the last takes that place. */
export class RowList {
  rows: Int32Array;
  count = 0;

  /** @param room rows there is room for at first */
  constructor(room: number) {
    this.rows = new Int32Array(Math.max(1, room));
  }

  /** Adds a row; returns its place. */
  add(row: number): number {
    if (this.count === this.rows.length) {
      const wider = new Int32Array(this.count * 2);
      wider.set(this.rows);
      this.rows = wider;
    }
    this.rows[this.count] = row;
    return this.count++;
  }

  /** Takes out what stands at a place; returns the row that stands there now (the one taken out, if it was the last). */
  removeAt(place: number): number {
    const last = this.rows[--this.count]!;
    this.rows[place] = last;
    return last;
  }

  copyFrom(other: RowList): void {
    if (this.rows.length < other.count) this.rows = new Int32Array(other.count);
    this.rows.set(other.rows.subarray(0, other.count));
    this.count = other.count;
  }
}
