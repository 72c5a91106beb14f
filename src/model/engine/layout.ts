/**
 * What a future has room for, and where in memory it stands. Places are laid out beforehand, one after the other, so that
 * every address is a number in the program: room for ten of the largest council in England. Memory that nobody touches
 * costs nothing. Rows of assessments and plans, and queues, take what they need beyond (`room.ts`).
 */

/** Workers, counted by slot, and places for assessments on all their desks together. */
export const MOST_WORKERS: i32 = 20_480;
export const MOST_PLACES: i32 = 4_194_304;
/** Working minutes of a day. */
export const MOST_MINUTES: i32 = 720;
/** Lists of workers with room. */
export const MOST_LISTS: i32 = 4;
/** Room of a worker is counted up to this; more counts as this much. */
export const MOST_ROOM: i32 = 200;

/** Everything below is not used: address 0 is nobody's. */
const START: usize = 65_536;

/** Of each worker, 16 bytes among those with room, and 16 among the events of a day. */
export const ROOM_PLACES: usize = START;
export const EVENT_PLACES: usize = ROOM_PLACES + 16 * MOST_WORKERS;
export const ROOM_ENDS: usize = EVENT_PLACES + 16 * MOST_WORKERS;
export const ROOM_MOST: usize = ROOM_ENDS + 8 * MOST_LISTS * (MOST_ROOM + 1);
export const EVENT_ENDS: usize = ROOM_MOST + 64;
export const EVENT_BITS: usize = EVENT_ENDS + 8 * (MOST_MINUTES + 1) + 56;
export const EVENT_COUNT: usize = EVENT_BITS + 128;

/** Where the rules may begin. */
export const ENGINE_END: usize = EVENT_COUNT + 64;
