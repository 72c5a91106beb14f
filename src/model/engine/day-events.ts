/**
 * What happens within a day, by the minute: each worker stands at one minute at most. A list for each minute and a set of
 * the minutes that have one, so that putting in, taking out and finding the next take the same short time however many there
 * are. Of one minute, who was put in first comes first.
 */
import { EVENT_BITS, EVENT_COUNT, EVENT_ENDS, EVENT_PLACES, MOST_MINUTES } from './layout';
import { append, endsAt, linkOf, unlink } from './links';

/** How many there are, and the first word of the set that may have a bit. */
@unmanaged
class Count {
  size: i32;
  word: i32;
}

const count = changetype<Count>(EVENT_COUNT);

/** One bit for each minute that has a list. */
function bitsOf(word: i32): usize {
  return EVENT_BITS + ((<usize>word) << 2);
}

/** Nothing happens; for the workers numbered below this. */
export function clearEvents(workers: i32): void {
  memory.fill(EVENT_PLACES, 255, 16 * <usize>workers);
  memory.fill(EVENT_ENDS, 255, 8 * <usize>(MOST_MINUTES + 1));
  memory.fill(EVENT_BITS, 0, 128);
  count.size = 0;
  count.word = 0;
}

export function anyEvent(): bool {
  return count.size > 0;
}

/** The earliest minute that has an event; there must be one. */
export function nextMinute(): i32 {
  let word = count.word;
  while (load<u32>(bitsOf(word)) == 0) word++;
  count.word = word;
  return (word << 5) + <i32>ctz<u32>(load<u32>(bitsOf(word)));
}

/** The first worker of a minute that has an event. */
export function firstAt(minute: i32): i32 {
  return endsAt(EVENT_ENDS, minute).first;
}

/** The minute at which a worker stands; -1 where there is none. */
export function minuteOf(worker: i32): i32 {
  return linkOf(EVENT_PLACES, worker).place;
}

/** Puts a worker at a minute, or moves the worker there. */
export function putEvent(worker: i32, minute: i32): void {
  const link = linkOf(EVENT_PLACES, worker);
  const was = link.place;
  if (was == minute) return;
  if (was >= 0) removeEvent(worker);
  link.place = minute;
  count.size++;
  if (!append(EVENT_PLACES, endsAt(EVENT_ENDS, minute), worker)) return;
  const word = minute >> 5;
  const at = bitsOf(word);
  store<u32>(at, load<u32>(at) | ((<u32>1) << (minute & 31)));
  if (word < count.word) count.word = word;
}

/** Takes a worker out, if in. */
export function removeEvent(worker: i32): void {
  const link = linkOf(EVENT_PLACES, worker);
  const minute = link.place;
  if (minute < 0) return;
  link.place = -1;
  count.size--;
  if (!unlink(EVENT_PLACES, endsAt(EVENT_ENDS, minute), worker)) return;
  const at = bitsOf(minute >> 5);
  store<u32>(at, load<u32>(at) & ~((<u32>1) << (minute & 31)));
}
