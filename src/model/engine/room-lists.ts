/**
 * Workers by the room they have, on several lists; a worker is on one of them at most. A linked list for each count of room;
 * every operation takes constant time, or the few steps to the next count.
 */
import { Ints } from './cells';
import { MOST_LISTS, MOST_ROOM, ROOM_ENDS, ROOM_MOST, ROOM_PLACES } from './layout';
import { append, Ends, endsAt, linkOf, unlink } from './links';

const COUNTS: i32 = MOST_ROOM + 1;

/** No worker of a list has more room than this. */
const most = changetype<Ints>(ROOM_MOST);

function endsOf(list: i32, room: i32): Ends {
  return endsAt(ROOM_ENDS, list * COUNTS + room);
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
  const link = linkOf(ROOM_PLACES, worker);
  const was = link.place;
  if (was == now) return;
  link.place = now;
  if (was > 0) unlink(ROOM_PLACES, endsOf(list, was), worker);
  if (now == 0) return;
  append(ROOM_PLACES, endsOf(list, now), worker);
  if (now > most[list]) most[list] = now;
}
