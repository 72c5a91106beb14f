/**
 * What happens within a day, by the minute: each id stands at one minute at most. A list for each minute and a set of the
 * minutes that have one, so that putting in, taking out and finding the next take the same short time however many there are.
 * Of one minute, what was put in first comes first.
 */
export class DayEvents {
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private readonly next: Int32Array;
  private readonly previous: Int32Array;
  /** Minute of each id; -1 where it has none. */
  private readonly minuteOf: Int32Array;
  /** One bit for each minute that has a list. */
  private readonly some: Int32Array;
  private word = 0;
  size = 0;

  /**
   * @param ids ids run from 0 to ids − 1
   * @param minutes minutes run from 0 to `minutes`, both included
   */
  constructor(ids: number, minutes: number) {
    this.first = new Int32Array(minutes + 1).fill(-1);
    this.last = new Int32Array(minutes + 1).fill(-1);
    this.next = new Int32Array(ids).fill(-1);
    this.previous = new Int32Array(ids).fill(-1);
    this.minuteOf = new Int32Array(ids).fill(-1);
    this.some = new Int32Array((minutes >> 5) + 1);
  }

  /** The earliest minute that has an event; meaningless where there is none. */
  nextMinute(): number {
    let word = this.word;
    while (this.some[word] === 0) word++;
    this.word = word;
    const bits = this.some[word]!;
    return (word << 5) + 31 - Math.clz32(bits & -bits);
  }

  /** The first id of a minute that has an event. */
  firstAt(minute: number): number {
    return this.first[minute]!;
  }

  /** Puts an id at a minute, or moves it there. */
  set(id: number, minute: number): void {
    const was = this.minuteOf[id]!;
    if (was === minute) return;
    if (was >= 0) this.remove(id);
    this.minuteOf[id] = minute;
    const end = this.last[minute]!;
    this.previous[id] = end;
    this.next[id] = -1;
    if (end < 0) {
      this.first[minute] = id;
      const word = minute >> 5;
      this.some[word]! |= 1 << (minute & 31);
      if (word < this.word) this.word = word;
    } else {
      this.next[end] = id;
    }
    this.last[minute] = id;
    this.size++;
  }

  /** Takes an id out, if it is in. */
  remove(id: number): void {
    const minute = this.minuteOf[id]!;
    if (minute < 0) return;
    this.minuteOf[id] = -1;
    this.size--;
    const before = this.previous[id]!;
    const after = this.next[id]!;
    if (before >= 0) this.next[before] = after;
    else this.first[minute] = after;
    if (after >= 0) this.previous[after] = before;
    else this.last[minute] = before;
    if (before < 0 && after < 0) this.some[minute >> 5]! &= ~(1 << (minute & 31));
  }

  /** Takes everything out; a new day begins. */
  clear(): void {
    while (this.size > 0) this.remove(this.firstAt(this.nextMinute()));
    this.word = 0;
  }
}
