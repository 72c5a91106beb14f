/**
 * Doubt and chance kept apart: an echo of a future has its doubt (what is not known about the council) and chance of
 * its own (the luck of the draw). What a future and its echo have in common is doubt's doing.
 */
import { Streams } from './streams';

/** Futures numbered from here on are echoes: 2^31 + f has the doubt of future f. */
export const FIRST_ECHO = 0x80000000;

/** The future whose doubt a future has: its own, or of an echo the future that it echoes. Example: 2^31 + 7 has that of 7. */
export function doubtOf(future: number): number {
  return future >= FIRST_ECHO ? future - FIRST_ECHO : future;
}

/**
 * The streams of a future in which doubt has a key of its own: that of {@link doubtOf}. For a plain future both keys
 * are the same, so its numbers are those of {@link Streams} to the last bit.
 */
export class FutureStreams extends Streams {
  private readonly doubt = new Streams();
  private echo = false;

  override setFuture(seed: number, future: number): void {
    super.setFuture(seed, future);
    this.doubt.setFuture(seed, doubtOf(future));
    this.echo = doubtOf(future) !== future;
  }

  /** Draws the four uniforms of an address that is about doubt: the first is doubt, the other three are chance as everywhere. */
  drawDoubt(cause: number, entity: number, index = 0): void {
    this.draw(cause, entity, index);
    if (!this.echo) return;
    this.doubt.draw(cause, entity, index);
    this.replaceFirst(this.doubt.u0);
  }
}
