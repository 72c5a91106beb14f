/** Cells of an id: the minute it stands at, -1 where it has none, and its neighbours of that minute. */
const ID_BITS = 2;
const PREVIOUS = 1;
const NEXT = 2;

/**
 * What happens within a day, by the minute: each id stands at one minute at most. A list for each minute and a set of the
 * minutes that have one, so that putting in, taking out and finding the next take the same short time however many there are.
 * Of one minute, what was put in first comes first.
 */
export class DayEvents {
  private readonly ids: Int32Array;
  /** First and last id of each minute, side by side. */
  private readonly ends: Int32Array;
  /** One bit for each minute that has a list. */
  private readonly some: Int32Array;
  private word = 0;
  size = 0;

  /**
   * @param ids ids run from 0 to ids − 1
   * @param minutes minutes run from 0 to `minutes`, both included
   */
  constructor(ids: number, minutes: number) {
    this.ids = new Int32Array(ids << ID_BITS).fill(-1);
    this.ends = new Int32Array(2 * (minutes + 1)).fill(-1);
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
    return this.ends[minute << 1]!;
  }

  /** The minute at which an id stands; -1 where it has none. */
  minuteOf(id: number): number {
    return this.ids[id << ID_BITS]!;
  }

  /** Puts an id at a minute, or moves it there. */
  set(id: number, minute: number): void {
    const { ids, ends } = this;
    const cell = id << ID_BITS;
    const was = ids[cell]!;
    if (was === minute) return;
    if (was >= 0) this.remove(id);
    const end = minute << 1;
    const last = ends[end + 1]!;
    ids[cell] = minute;
    ids[cell + PREVIOUS] = last;
    ids[cell + NEXT] = -1;
    ends[end + 1] = id;
    this.size++;
    if (last >= 0) {
      ids[(last << ID_BITS) + NEXT] = id;
      return;
    }
    ends[end] = id;
    const word = minute >> 5;
    this.some[word]! |= 1 << (minute & 31);
    if (word < this.word) this.word = word;
  }

  /** Takes an id out, if it is in. */
  remove(id: number): void {
    const { ids, ends } = this;
    const cell = id << ID_BITS;
    const minute = ids[cell]!;
    if (minute < 0) return;
    const before = ids[cell + PREVIOUS]!;
    const after = ids[cell + NEXT]!;
    const end = minute << 1;
    ids[cell] = -1;
    this.size--;
    if (before >= 0) ids[(before << ID_BITS) + NEXT] = after;
    else ends[end] = after;
    if (after >= 0) ids[(after << ID_BITS) + PREVIOUS] = before;
    else ends[end + 1] = before;
    if (before < 0 && after < 0) this.some[minute >> 5]! &= ~(1 << (minute & 31));
  }

  /** Takes everything out; a new day begins. */
  clear(): void {
    while (this.size > 0) this.remove(this.firstAt(this.nextMinute()));
    this.word = 0;
  }
}
