/**
 * Addressed randomness: (seed, future) is a 128-bit key, (cause, entity, index) a counter, and a keyed
 * bijection turns each counter into four 32-bit uniforms. Nothing is consumed in turn, so a fact of one case
 * is the same whatever else happens, under every plan: common random numbers by construction.
 *
 * Method: Threefry-4x32 with 13 rounds (Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy
 * as 1, 2, 3"), checked against the authors' published answers. Additions, rotations and xors only: the same
 * bits in every JavaScript engine.
 */
const PARITY = 0x1bd11bda;
/** V8 keeps typed arrays of up to 64 bytes where they may move; a longer one is addressed directly. */
const STAYS_PUT = 32;
const DOMAIN_WORD = 0x54524a31; // "TRJ1": separates these keys from any other use of the generator

/** The key of one future, and the four uniforms of the address last drawn. */
export class Streams {
  /** Four words and their parity; whole 32-bit numbers in every engine, however it keeps the fields of an object. */
  private readonly key = new Int32Array(STAYS_PUT);

  /** Whole numbers from 0 to 2^32 − 1, uniform, independent between addresses: those of the address last drawn. The first four. */
  readonly uniforms = new Uint32Array(STAYS_PUT);

  get u0(): number {
    return this.uniforms[0]!;
  }
  get u1(): number {
    return this.uniforms[1]!;
  }
  get u2(): number {
    return this.uniforms[2]!;
  }
  get u3(): number {
    return this.uniforms[3]!;
  }
  /** Puts another first uniform in place of the one drawn. */
  protected replaceFirst(u: number): void {
    this.uniforms[0] = u;
  }

  /**
   * Takes the key of one future.
   * @param seed whole number from 0 to 2^53 − 1
   * @param future whole number from 0 to 2^32 − 1
   */
  setFuture(seed: number, future: number): void {
    this.setKey(seed >>> 0, Math.floor(seed / 4294967296) >>> 0, future >>> 0, DOMAIN_WORD);
  }

  /** Takes a raw 128-bit key; for the known-answer tests. */
  setKey(a: number, b: number, c: number, d: number): void {
    this.key.set([a, b, c, d, PARITY ^ a ^ b ^ c ^ d]);
  }

  /** Draws the four uniforms of an address. Each of cause, entity and index is taken modulo 2^32. */
  draw(cause: number, entity: number, index = 0, extra = 0): void {
    const { key, uniforms } = this;
    const k0 = key[0]!;
    const k1 = key[1]!;
    const k2 = key[2]!;
    const k3 = key[3]!;
    const k4 = key[4]!;
    let a = (cause + k0) | 0;
    let b = (entity + k1) | 0;
    let c = (index + k2) | 0;
    let d = (extra + k3) | 0;
    a = (a + b) | 0;
    b = ((b << 10) | (b >>> 22)) ^ a;
    c = (c + d) | 0;
    d = ((d << 26) | (d >>> 6)) ^ c;
    a = (a + d) | 0;
    d = ((d << 11) | (d >>> 21)) ^ a;
    c = (c + b) | 0;
    b = ((b << 21) | (b >>> 11)) ^ c;
    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a;
    c = (c + d) | 0;
    d = ((d << 27) | (d >>> 5)) ^ c;
    a = (a + d) | 0;
    d = ((d << 23) | (d >>> 9)) ^ a;
    c = (c + b) | 0;
    b = ((b << 5) | (b >>> 27)) ^ c;
    a = (a + k1) | 0;
    b = (b + k2) | 0;
    c = (c + k3) | 0;
    d = (d + k4 + 1) | 0;
    a = (a + b) | 0;
    b = ((b << 6) | (b >>> 26)) ^ a;
    c = (c + d) | 0;
    d = ((d << 20) | (d >>> 12)) ^ c;
    a = (a + d) | 0;
    d = ((d << 17) | (d >>> 15)) ^ a;
    c = (c + b) | 0;
    b = ((b << 11) | (b >>> 21)) ^ c;
    a = (a + b) | 0;
    b = ((b << 25) | (b >>> 7)) ^ a;
    c = (c + d) | 0;
    d = ((d << 10) | (d >>> 22)) ^ c;
    a = (a + d) | 0;
    d = ((d << 18) | (d >>> 14)) ^ a;
    c = (c + b) | 0;
    b = ((b << 20) | (b >>> 12)) ^ c;
    a = (a + k2) | 0;
    b = (b + k3) | 0;
    c = (c + k4) | 0;
    d = (d + k0 + 2) | 0;
    a = (a + b) | 0;
    b = ((b << 10) | (b >>> 22)) ^ a;
    c = (c + d) | 0;
    d = ((d << 26) | (d >>> 6)) ^ c;
    a = (a + d) | 0;
    d = ((d << 11) | (d >>> 21)) ^ a;
    c = (c + b) | 0;
    b = ((b << 21) | (b >>> 11)) ^ c;
    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a;
    c = (c + d) | 0;
    d = ((d << 27) | (d >>> 5)) ^ c;
    a = (a + d) | 0;
    d = ((d << 23) | (d >>> 9)) ^ a;
    c = (c + b) | 0;
    b = ((b << 5) | (b >>> 27)) ^ c;
    a = (a + k3) | 0;
    b = (b + k4) | 0;
    c = (c + k0) | 0;
    d = (d + k1 + 3) | 0;
    a = (a + b) | 0;
    b = ((b << 6) | (b >>> 26)) ^ a;
    c = (c + d) | 0;
    d = ((d << 20) | (d >>> 12)) ^ c;
    uniforms[0] = a;
    uniforms[1] = b;
    uniforms[2] = c;
    uniforms[3] = d;
  }
}

/** What a fact is about. Numbers are part of the address: append, never reorder. */
export const CAUSE = {
  arrivalGap: 1,
  referral: 2,
  initial: 3,
  core: 4,
  plan: 5,
  review: 6,
  worker: 7,
  absence: 8,
  leaving: 9,
  hires: 10,
  hire: 11,
  agency: 12,
  monthLevel: 13,
  yearLevel: 14,
  declared: 15,
  startingStock: 16,
  section47: 17,
  returning: 18,
  closing: 19,
  filling: 20,
  overseas: 21,
  today: 22,
  labourMarket: 23,
} as const;
