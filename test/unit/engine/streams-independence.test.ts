/**
 * Neighbouring addresses tell nothing of each other: along every part of an address (seed, future, cause, entity, index, extra),
 * for all four words. Limits are fixed beforehand so that a perfect generator passes all of a test's comparisons together
 * with a chance of at least 999 in 1,000.
 */
import { describe, expect, it } from 'vitest';
import { chiSquare, chiSquareCritical, ONE_IN_100000 } from '../../fixtures/laws';
import { streams as s, uniforms } from '../../fixtures/streams';

const AXES = ['seed', 'future', 'cause', 'entity', 'index', 'extra'] as const;
type Axis = (typeof AXES)[number];
const TWO_32 = 4294967296;

/** The four words of an address that stands at `step` along an axis, all else as it is. */
function draw(axis: Axis, step: number): readonly [number, number, number, number] {
  const at = (other: Axis, base: number): number => (axis === other ? step : base);
  s.setFuture(at('seed', 9), at('future', 5));
  s.draw(at('cause', 2), at('entity', 11), at('index', 3), at('extra', 0));
  return uniforms();
}

/** Words of the addresses 0 to n − 1 along an axis: `words[w][i]`. */
function line(axis: Axis, n: number): Float64Array[] {
  const words = Array.from({ length: 4 }, () => new Float64Array(n));
  for (let i = 0; i < n; i++) draw(axis, i).forEach((u, w) => (words[w]![i] = u));
  return words;
}

describe.each(AXES)('along the %s', (axis) => {
  it('pairs of neighbours fill 16 × 16 cells evenly, by their first and by their last bits: chi-square below 1 in 100,000', () => {
    const pairs = 51200;
    const even = new Float64Array(256).fill(pairs / 256);
    const critical = chiSquareCritical(255, ONE_IN_100000);
    for (const word of line(axis, 2 * pairs)) {
      const [first, last] = [new Float64Array(256), new Float64Array(256)];
      for (let i = 0; i < pairs; i++) {
        const [a, b] = [word[2 * i]!, word[2 * i + 1]!];
        first[Math.floor(a / 2 ** 28) * 16 + Math.floor(b / 2 ** 28)]!++;
        last[(a & 15) * 16 + (b & 15)]!++;
      }
      expect(chiSquare(first, even)).toBeLessThan(critical);
      expect(chiSquare(last, even)).toBeLessThan(critical);
    }
  });

  it('no correlation of any word with any word 1, 2, 3, 4, 8 or 64 addresses on: within 4.5 standard errors', () => {
    const n = 50000;
    const words = line(axis, n + 64);
    for (const a of words) {
      for (const b of words) {
        for (const on of [1, 2, 3, 4, 8, 64]) {
          let sum = 0;
          for (let i = 0; i < n; i++) sum += (a[i]! / TWO_32 - 0.5) * (b[i + on]! / TWO_32 - 0.5);
          expect(Math.abs(sum * 12) / Math.sqrt(n)).toBeLessThan(4.5);
        }
      }
    }
  });

  it('rises as often as it falls: runs up and down within 4 standard errors of (2n − 1) ÷ 3', () => {
    const n = 100000;
    for (const word of line(axis, n)) {
      let runs = 1;
      for (let i = 2; i < n; i++) if (word[i]! > word[i - 1]! !== word[i - 1]! > word[i - 2]!) runs++;
      expect(Math.abs(runs - (2 * n - 1) / 3) / Math.sqrt((16 * n - 29) / 90)).toBeLessThan(4);
    }
  });

  it('birthdays: of 4,096 in a year of 2^32 days, equal spacings are Poisson(4), 256 years over within 4 standard errors', () => {
    const years = 64;
    const birthdays = 4096;
    let equal = 0;
    for (const word of line(axis, years * birthdays)) {
      for (let year = 0; year < years; year++) {
        const days = word.slice(year * birthdays, (year + 1) * birthdays).sort();
        const spacings = days
          .map((day, i) => (i === 0 ? day + TWO_32 - days[birthdays - 1]! : day - days[i - 1]!))
          .sort();
        for (let i = 1; i < birthdays; i++) if (spacings[i] === spacings[i - 1]) equal++;
      }
    }
    expect(Math.abs(equal - 4 * 4 * years) / Math.sqrt(4 * 4 * years)).toBeLessThan(4);
  });

  it('a single bit of the address turns half of the bits of all four words, each of them by itself', () => {
    const bases = 400;
    const bits = axis === 'seed' ? 48 : 32;
    for (let bit = 0; bit < bits; bit++) {
      const turned = new Float64Array(128);
      for (let i = 0; i < bases; i++) {
        const base = (i * 2654435761) % TWO_32;
        const other = Math.floor(base / 2 ** bit) % 2 === 0 ? base + 2 ** bit : base - 2 ** bit;
        const before = draw(axis, base);
        draw(axis, other).forEach((u, w) => {
          let difference = (u ^ before[w]!) >>> 0;
          for (let out = 0; difference > 0; out++, difference >>>= 1) if (difference & 1) turned[w * 32 + out]!++;
        });
      }
      const all = turned.reduce((a, b) => a + b, 0);
      expect(Math.abs(all - 64 * bases) / Math.sqrt(32 * bases)).toBeLessThan(4.5);
      for (const count of turned) expect(Math.abs(count - bases / 2) / Math.sqrt(bases / 4)).toBeLessThan(5.5);
    }
  });
});

describe('over futures, causes and entities together, as a run uses them', () => {
  it('no address has the words of another, and single words meet as often as by chance', () => {
    const [futures, causes, entities] = [32, 21, 256];
    const n = futures * causes * entities;
    const both = new Float64Array(n);
    const single = new Float64Array(n);
    let i = 0;
    for (let future = 0; future < futures; future++) {
      s.setFuture(1, future);
      for (let cause = 1; cause <= causes; cause++) {
        for (let entity = 0; entity < entities; entity++, i++) {
          s.draw(cause, entity * 8);
          single[i] = s.u0;
          both[i] = s.u0 * 2 ** 21 + (s.u1 >>> 11);
        }
      }
    }
    const meetings = (list: Float64Array): number => {
      list.sort();
      return list.reduce((count, x, at) => count + (at > 0 && x === list[at - 1] ? 1 : 0), 0);
    };
    expect(meetings(both)).toBe(0);
    // n² ÷ 2^33 = 3.4 expected; 14 or more come 1 time in 50,000.
    expect(meetings(single)).toBeLessThan(14);
  });
});
