/**
 * Doubt and chance kept apart: an echo of a future has its doubt (what is not known about the council) and chance of
 * its own (the luck of the draw). What a future and its echo have in common is doubt's doing.
 */
/** Futures numbered from here on are echoes: 2^31 + f has the doubt of future f. */
export const FIRST_ECHO = 0x80000000;

/** The future whose doubt a future has: its own, or of an echo the future that it echoes. Example: 2^31 + 7 has that of 7. */
export function doubtOf(future: number): number {
  return future >= FIRST_ECHO ? future - FIRST_ECHO : future;
}
