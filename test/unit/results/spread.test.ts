import { describe, expect, it } from 'vitest';
import { chanceAlone, spreadParts } from '../../../src/model/results/spread';
import { normalTable } from '../../../src/model/tables/tables';
import { fromTable } from '../../fixtures/samplers';
import { streams } from '../../fixtures/streams';

const normal = normalTable();

/** Pairs with known components: doubt of standard deviation `doubt` shared by a pair, chance of `chance` for each of the two. */
function pairsOf(n: number, doubt: number, chance: number, seed: number, futures = n) {
  streams.setFuture(seed, 0);
  const values = new Float64Array(futures);
  const echoes = new Float64Array(n);
  for (let f = 0; f < futures; f++) {
    streams.draw(1, f);
    const shared = doubt * fromTable(normal, streams.u0);
    values[f] = 50 + shared + chance * fromTable(normal, streams.u1);
    if (f < n) echoes[f] = 50 + shared + chance * fromTable(normal, streams.u2);
  }
  return { values, echoes };
}

const parts = (...args: Parameters<typeof pairsOf>) => {
  const { values, echoes } = pairsOf(...args);
  return spreadParts(values, echoes);
};

describe('chance and doubt', () => {
  it('are taken apart by hand', () => {
    // Pairs (1, 2), (5, 6), (9, 10): half-differences of a half, means 1.5, 5.5, 9.5. W = 3 · ½ ÷ 3, B = 2 · 32 ÷ 2.
    const { doubt, chance, pairs } = spreadParts(Float64Array.of(1, 5, 9), Float64Array.of(2, 6, 10));
    expect(doubt).toBeCloseTo((32 - 0.5) / (32 + 0.5), 12);
    expect(chance! + doubt!).toBe(1);
    expect(pairs).toBe(3);
  });

  it.each([
    [3, 1, 0.9],
    [1, 1, 0.5],
    [1, 2, 0.2],
    [0, 1, 0],
  ])('of standard deviations %d and %d are found again', (doubt, chance, share) => {
    const found = parts(20_000, doubt, chance, 11);
    expect(Math.abs(found.doubt! - share)).toBeLessThan(Math.max(4 * found.standardError!, 1e-3));
    expect(found.standardError).toBeLessThan(0.01);
    expect(found.sd!).toBeCloseTo(Math.sqrt(doubt * doubt + chance * chance), 1);
  });

  it('have the standard error that repetition shows', () => {
    const runs = Array.from({ length: 400 }, (_, seed) => parts(100, 1, 1, 100 + seed));
    const shares = runs.map(({ doubt }) => doubt!);
    const mean = shares.reduce((a, b) => a + b) / shares.length;
    const sd = Math.sqrt(shares.reduce((a, b) => a + (b - mean) ** 2, 0) / (shares.length - 1));
    const told = runs.reduce((a, { standardError }) => a + standardError!, 0) / runs.length;
    expect(mean).toBeCloseTo(0.5, 1);
    // Normal theory: (1 − ρ²) ÷ √n = 0.075.
    expect(sd).toBeGreaterThan(0.065);
    expect(sd).toBeLessThan(0.085);
    expect(told / sd).toBeGreaterThan(0.9);
    expect(told / sd).toBeLessThan(1.1);
  });

  it('do not hang on the unit, nor on which of a pair is the echo', () => {
    const { values, echoes } = pairsOf(50, 1, 1, 3);
    const share = spreadParts(values, echoes).doubt!;
    expect(spreadParts(echoes, values).doubt).toBeCloseTo(share, 12);
    const moved = (x: Float64Array) => x.map((value) => 1e6 - 0.01 * value);
    expect(spreadParts(moved(values), moved(echoes)).doubt).toBeCloseTo(share, 6);
  });

  it('stay within nought and one', () => {
    // Echoes on the other side of the middle: a covariance below nought.
    const against = spreadParts(Float64Array.of(1, 2, 3, 4), Float64Array.of(4, 3, 2, 1));
    expect([against.doubt, against.chance]).toEqual([0, 1]);
    const alike = Float64Array.of(1, 2, 4);
    expect(spreadParts(alike, alike)).toMatchObject({ doubt: 1, chance: 0 });
  });

  it('leave out what has no value, with its pair', () => {
    const { values, echoes } = pairsOf(40, 1, 1, 5);
    const whole = spreadParts(values, echoes);
    const gap = spreadParts(Float64Array.of(...values, 7, Number.NaN), Float64Array.of(...echoes, Number.NaN, 7));
    expect([gap.doubt, gap.pairs, gap.futures]).toEqual([expect.closeTo(whole.doubt!, 12), 40, 41]);
  });

  it('cannot be told of too few pairs or where nothing varies', () => {
    const none = { chance: null, doubt: null, standardError: null };
    expect(spreadParts(Float64Array.of(1, 2), Float64Array.of(1, 3))).toMatchObject({ ...none, pairs: 2, futures: 2 });
    const same = new Float64Array(9).fill(0.1);
    expect(spreadParts(same, same)).toMatchObject({ ...none, pairs: 9, simulation: 0 });
    expect(spreadParts(new Float64Array(0), new Float64Array(0))).toMatchObject({ ...none, mean: null, sd: null });
  });
});

describe('the simulation error', () => {
  it('is the standard deviation of all futures over the root of their number, however few have echoes', () => {
    const found = parts(10, 3, 4, 8, 10_000);
    expect(found.sd!).toBeCloseTo(5, 0);
    expect(found.simulation).toBe(found.sd! / 100);
    expect(spreadParts(Float64Array.of(1, 2, 3), new Float64Array(0))).toMatchObject({ mean: 2, sd: 1, futures: 3 });
    expect(spreadParts(Float64Array.of(4), new Float64Array(0))).toMatchObject({ mean: 4, sd: null, simulation: null });
  });
});

describe('without doubt', () => {
  it('all of the spread is chance', () => {
    expect(chanceAlone(Float64Array.of(1, 2, Number.NaN, 3))).toEqual({
      chance: 1,
      doubt: 0,
      standardError: 0,
      mean: 2,
      sd: 1,
      simulation: 1 / Math.sqrt(3),
      futures: 3,
      pairs: 0,
    });
    expect(chanceAlone(Float64Array.of(Number.NaN))).toMatchObject({ chance: null, doubt: null, futures: 0 });
  });
});
