/**
 * Doubly linked lists of workers, for those who stand at one place of many at most: each has a link of 16 bytes, each place the
 * two ends of its list. Adding at the end and taking out from anywhere take the same short time.
 */

/** Of a worker: the place, and the neighbours there; -1 for none. */
@unmanaged
export class Link {
  place: i32;
  previous: i32;
  next: i32;
  unused: i32;
}

/** First and last of a place; -1 for none. */
@unmanaged
export class Ends {
  first: i32;
  last: i32;
}

/** A worker's link among those that begin at an address. */
export function linkOf(links: usize, worker: i32): Link {
  return changetype<Link>(links + ((<usize>worker) << 4));
}

/** A place's ends among those that begin at an address. */
export function endsAt(ends: usize, place: i32): Ends {
  return changetype<Ends>(ends + ((<usize>place) << 3));
}

/** Adds a worker at the end of a list. Returns whether the list was empty. */
export function append(links: usize, ends: Ends, worker: i32): bool {
  const link = linkOf(links, worker);
  const last = ends.last;
  link.previous = last;
  link.next = -1;
  ends.last = worker;
  if (last >= 0) linkOf(links, last).next = worker;
  else ends.first = worker;
  return last < 0;
}

/** Takes a worker out of a list. Returns whether the list is empty now. */
export function unlink(links: usize, ends: Ends, worker: i32): bool {
  const link = linkOf(links, worker);
  const before = link.previous;
  const after = link.next;
  if (before >= 0) linkOf(links, before).next = after;
  else ends.first = after;
  if (after >= 0) linkOf(links, after).previous = before;
  else ends.last = before;
  return before < 0 && after < 0;
}
