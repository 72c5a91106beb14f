import { describe, expect, it } from 'vitest';
import { streams as s, uniforms } from '../../fixtures/streams';

const draws = () => uniforms().map((u) => u.toString(16).padStart(8, '0'));

describe('addressed streams', () => {
  it('give the published answers of Threefry-4x32-13', () => {
    s.setKey(0, 0, 0, 0);
    s.draw(0, 0, 0, 0);
    expect(draws()).toEqual(['531c7e4f', '39491ee5', '2c855a92', '3d6abf9a']);
    const ones = 0xffffffff;
    s.setKey(ones, ones, ones, ones);
    s.draw(ones, ones, ones, ones);
    expect(draws()).toEqual(['c4189358', '1c9cc83a', 'd5881c67', '6a0a89e0']);
    s.setKey(0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89);
    s.draw(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344);
    expect(draws()).toEqual(['4aa71d8f', '734738c2', '431fc6a8', 'ae6debf1']);
  });

  it('have no memory: an address gives the same whatever was drawn before', () => {
    s.setFuture(42, 7);
    s.draw(3, 1000, 2);
    const first = draws();
    for (let i = 0; i < 100; i++) s.draw(1, i);
    s.draw(3, 1000, 2);
    expect(draws()).toEqual(first);
  });

  it('use the whole seed', () => {
    s.setFuture(1, 0);
    s.draw(1, 1);
    const short = draws();
    s.setFuture(1 + 2 ** 40, 0);
    s.draw(1, 1);
    expect(draws()).not.toEqual(short);
  });

  /** Correlation of uniforms at neighbouring addresses: within 5 standard errors of nothing. */
  it.each(['future', 'cause', 'entity', 'index'] as const)('are independent between neighbouring %ss', (axis) => {
    const n = 40000;
    const value = (i: number, shift: number): number => {
      s.setFuture(9, axis === 'future' ? i + shift : 5);
      s.draw(axis === 'cause' ? i + shift : 2, axis === 'entity' ? i + shift : 11, axis === 'index' ? i + shift : 3);
      return s.u0 / 4294967296;
    };
    let sum = 0;
    for (let i = 0; i < n; i++) sum += (value(i, 0) - 0.5) * (value(i, 1) - 0.5);
    expect(Math.abs((sum / n) * 12)).toBeLessThan(5 / Math.sqrt(n));
  });

  it('are uniform: a chi-square over 256 cells stays within its 1 in 10,000 bounds, in every word and in high and low bits', () => {
    s.setFuture(1, 1);
    const n = 51200;
    const counts = Array.from({ length: 8 }, () => new Float64Array(256));
    for (let i = 0; i < n; i++) {
      s.draw(1, i);
      uniforms().forEach((u, w) => {
        counts[w]![u >>> 24]!++;
        counts[w + 4]![u & 255]!++;
      });
    }
    for (const cells of counts) {
      const chi = cells.reduce((sum, c) => sum + (c - n / 256) ** 2 / (n / 256), 0);
      expect(chi).toBeGreaterThan(175);
      expect(chi).toBeLessThan(348);
    }
  });
});
