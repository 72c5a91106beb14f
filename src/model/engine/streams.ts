/**
 * Addressed randomness: (seed, future) is a 128-bit key, (cause, entity, index) a counter, and a keyed
 * bijection turns each counter into four 32-bit uniforms. Nothing is consumed in turn, so a fact of one case
 * is the same whatever else happens, under every plan: common random numbers by construction.
 *
 * Method: Threefry-4x32 with 13 rounds (Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy
 * as 1, 2, 3"), checked against the authors' published answers. Additions, rotations and xors only.
 */
const PARITY: u32 = 0x1bd11bda;

/** The key of one future, and the four uniforms of the address last drawn. */
@unmanaged
export class Streams {
  k0: u32;
  k1: u32;
  k2: u32;
  k3: u32;
  /** The parity of the four. */
  k4: u32;

  /** Whole numbers from 0 to 2^32 − 1, uniform, independent between addresses: those of the address last drawn. */
  u0: u32;
  u1: u32;
  u2: u32;
  u3: u32;

  /** Takes a 128-bit key. */
  setKey(a: u32, b: u32, c: u32, d: u32): void {
    this.k0 = a;
    this.k1 = b;
    this.k2 = c;
    this.k3 = d;
    this.k4 = PARITY ^ a ^ b ^ c ^ d;
  }

  /** Draws the four uniforms of an address. */
  draw(cause: u32, entity: u32, index: u32, extra: u32): void {
    const k0 = this.k0;
    const k1 = this.k1;
    const k2 = this.k2;
    const k3 = this.k3;
    const k4 = this.k4;
    let a = cause + k0;
    let b = entity + k1;
    let c = index + k2;
    let d = extra + k3;
    a += b;
    b = rotl<u32>(b, 10) ^ a;
    c += d;
    d = rotl<u32>(d, 26) ^ c;
    a += d;
    d = rotl<u32>(d, 11) ^ a;
    c += b;
    b = rotl<u32>(b, 21) ^ c;
    a += b;
    b = rotl<u32>(b, 13) ^ a;
    c += d;
    d = rotl<u32>(d, 27) ^ c;
    a += d;
    d = rotl<u32>(d, 23) ^ a;
    c += b;
    b = rotl<u32>(b, 5) ^ c;
    a += k1;
    b += k2;
    c += k3;
    d += k4 + 1;
    a += b;
    b = rotl<u32>(b, 6) ^ a;
    c += d;
    d = rotl<u32>(d, 20) ^ c;
    a += d;
    d = rotl<u32>(d, 17) ^ a;
    c += b;
    b = rotl<u32>(b, 11) ^ c;
    a += b;
    b = rotl<u32>(b, 25) ^ a;
    c += d;
    d = rotl<u32>(d, 10) ^ c;
    a += d;
    d = rotl<u32>(d, 18) ^ a;
    c += b;
    b = rotl<u32>(b, 20) ^ c;
    a += k2;
    b += k3;
    c += k4;
    d += k0 + 2;
    a += b;
    b = rotl<u32>(b, 10) ^ a;
    c += d;
    d = rotl<u32>(d, 26) ^ c;
    a += d;
    d = rotl<u32>(d, 11) ^ a;
    c += b;
    b = rotl<u32>(b, 21) ^ c;
    a += b;
    b = rotl<u32>(b, 13) ^ a;
    c += d;
    d = rotl<u32>(d, 27) ^ c;
    a += d;
    d = rotl<u32>(d, 23) ^ a;
    c += b;
    b = rotl<u32>(b, 5) ^ c;
    a += k3;
    b += k4;
    c += k0;
    d += k1 + 3;
    a += b;
    b = rotl<u32>(b, 6) ^ a;
    c += d;
    d = rotl<u32>(d, 20) ^ c;
    this.u0 = a;
    this.u1 = b;
    this.u2 = c;
    this.u3 = d;
  }
}

/** What a fact is about. Numbers are part of the address: append, never reorder. */
export const enum CAUSE {
  arrivalGap = 1,
  referral = 2,
  initial = 3,
  core = 4,
  plan = 5,
  review = 6,
  worker = 7,
  absence = 8,
  leaving = 9,
  hires = 10,
  hire = 11,
  agency = 12,
  monthLevel = 13,
  yearLevel = 14,
  declared = 15,
  startingStock = 16,
  section47 = 17,
  returning = 18,
  closing = 19,
  filling = 20,
  overseas = 21,
  today = 22,
  labourMarket = 23,
}
