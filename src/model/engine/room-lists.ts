/**
 * Workers by the room they have, on several lists; a worker is on one of them at most. Doubly linked lists for each count of
 * room; every operation takes constant time, or the few steps to the next count.
 */
import { Ints } from './cells';
import { MOST_LISTS, MOST_ROOM, ROOM_ENDS, ROOM_MOST, ROOM_PLACES } from './layout';

const COUNTS: i32 = MOST_ROOM + 1;

/** Of a worker: the room there is, and the neighbours among those who have as much. */
@unmanaged
class Place {
  room: i32;
  previous: i32;
  next: i32;
  unused: i32;
}

/** First and last worker of a list with so much room. */
@unmanaged
class Ends {
  first: i32;
  last: i32;
}

/** No worker of a list has more room than this. */
const most = changetype<Ints>(ROOM_MOST);

function placeOf(worker: i32): Place {
  return changetype<Place>(ROOM_PLACES + ((<usize>worker) << 4));
}

function endsOf(list: i32, room: i32): Ends {
  return changetype<Ends>(ROOM_ENDS + ((<usize>(list * COUNTS + room)) << 3));
}

/** Nobody has room. */
export function clearRooms(workers: i32): void {
  memory.fill(ROOM_PLACES, 0, 16 * <usize>workers);
  memory.fill(ROOM_ENDS, 255, 8 * <usize>(MOST_LISTS * COUNTS));
  most.fill(0, MOST_LISTS);
}

/** The worker of a list with the most room, first come among equals; -1 where nobody has any. */
export function roomiest(list: i32): i32 {
  let room = most[list];
  while (room > 0 && endsOf(list, room).first < 0) room--;
  most[list] = room;
  return room > 0 ? endsOf(list, room).first : -1;
}

/** Says how much room a worker of a list has; 0 or less takes the worker off it. */
export function setRoom(list: i32, worker: i32, room: i32): void {
  const now = room <= 0 ? 0 : room > MOST_ROOM ? MOST_ROOM : room;
  const place = placeOf(worker);
  const was = place.room;
  if (was == now) return;
  place.room = now;
  if (was > 0) {
    const before = place.previous;
    const after = place.next;
    const ends = endsOf(list, was);
    if (before < 0) ends.first = after;
    else placeOf(before).next = after;
    if (after < 0) ends.last = before;
    else placeOf(after).previous = before;
  }
  if (now == 0) return;
  const ends = endsOf(list, now);
  const last = ends.last;
  place.previous = last;
  place.next = -1;
  if (last < 0) ends.first = worker;
  else placeOf(last).next = worker;
  ends.last = worker;
  if (now > most[list]) most[list] = now;
}
