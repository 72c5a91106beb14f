/**
 * What happens within a day, by the minute: each worker stands at one minute at most. A list for each minute and a set of
 * the minutes that have one, so that putting in, taking out and finding the next take the same short time however many there
 * are. Of one minute, who was put in first comes first.
 */
import { EVENT_BITS, EVENT_COUNT, EVENT_ENDS, EVENT_PLACES, MOST_MINUTES } from './layout';

/** Of a worker: the minute, -1 where there is none, and the neighbours of that minute. */
@unmanaged
class Event {
  minute: i32;
  previous: i32;
  next: i32;
  unused: i32;
}

/** First and last worker of a minute. */
@unmanaged
class Ends {
  first: i32;
  last: i32;
}

/** How many there are, and the first word of the set that may have a bit. */
@unmanaged
class Count {
  size: i32;
  word: i32;
}

const count = changetype<Count>(EVENT_COUNT);

function eventOf(worker: i32): Event {
  return changetype<Event>(EVENT_PLACES + ((<usize>worker) << 4));
}

function endsOf(minute: i32): Ends {
  return changetype<Ends>(EVENT_ENDS + ((<usize>minute) << 3));
}

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
  return endsOf(minute).first;
}

/** The minute at which a worker stands; -1 where there is none. */
export function minuteOf(worker: i32): i32 {
  return eventOf(worker).minute;
}

/** Puts a worker at a minute, or moves the worker there. */
export function putEvent(worker: i32, minute: i32): void {
  const event = eventOf(worker);
  const was = event.minute;
  if (was == minute) return;
  if (was >= 0) removeEvent(worker);
  const ends = endsOf(minute);
  const last = ends.last;
  event.minute = minute;
  event.previous = last;
  event.next = -1;
  ends.last = worker;
  count.size++;
  if (last >= 0) {
    eventOf(last).next = worker;
    return;
  }
  ends.first = worker;
  const word = minute >> 5;
  const at = bitsOf(word);
  store<u32>(at, load<u32>(at) | ((<u32>1) << (minute & 31)));
  if (word < count.word) count.word = word;
}

/** Takes a worker out, if in. */
export function removeEvent(worker: i32): void {
  const event = eventOf(worker);
  const minute = event.minute;
  if (minute < 0) return;
  const before = event.previous;
  const after = event.next;
  const ends = endsOf(minute);
  event.minute = -1;
  count.size--;
  if (before >= 0) eventOf(before).next = after;
  else ends.first = after;
  if (after >= 0) eventOf(after).previous = before;
  else ends.last = before;
  if (before < 0 && after < 0) {
    const at = bitsOf(minute >> 5);
    store<u32>(at, load<u32>(at) & ~((<u32>1) << (minute & 31)));
  }
}
