/** Room in memory beyond what is laid out beforehand: given once and never taken back, so that whatever stands there stays. */

/** A page of memory, in bytes. */
const PAGE: usize = 65_536;

/** Where room that nobody has begins; set by the layout before anything else. */
let free: usize = 0;

/** Says from where on memory is nobody's. */
export function beginRoom(from: usize): void {
  free = from;
}

/** Gives so many bytes, all zero, beginning at a multiple of 64. Traps where there is no more memory to be had. */
export function takeRoom(bytes: usize): usize {
  const start = (free + 63) & ~63;
  free = start + bytes;
  const pages = <i32>((free + PAGE - 1) / PAGE);
  const more = pages - memory.size();
  if (more > 0 && memory.grow(more) < 0) unreachable();
  return start;
}
