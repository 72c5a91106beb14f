import { describe, expect, test } from 'vitest';
import { agreement, estimate } from '../../../bench/reference/agreement';
import { FIGURES, VARIANTS } from '../../../bench/reference/problem';

const variant = VARIANTS[0]!;
/** Replications whose every figure is `at` on average. */
const around = (at: number, replications: number) =>
  Array.from({ length: replications }, (_, i) => FIGURES.map(() => at + (i % 2 === 0 ? 0.001 : -0.001)));

test('mean and standard error', () => {
  const { mean, standardError } = estimate([1, 2, 3]);
  expect(mean).toBe(2);
  expect(standardError).toBeCloseTo(1 / Math.sqrt(3), 12);
});

describe('two engines', () => {
  const compare = (a: number, b: number, replications = 100) =>
    agreement(variant, [
      { engine: 'c', rows: around(a, replications) },
      { engine: 'trajectory', rows: around(b, replications) },
    ])[0]!.pairs[0]!;

  test('are allowed three standard errors of their difference, by the spread fixed beforehand', () => {
    expect(compare(2, 2).allowed).toBeCloseTo(3 * variant.sd.waitA * Math.sqrt(2 / 100), 12);
  });
  test('agree just within it and disagree just beyond it', () => {
    const { allowed } = compare(2, 2);
    expect(compare(2, 2 + 0.99 * allowed).agree).toBe(true);
    expect(compare(2, 2 - 0.99 * allowed).agree).toBe(true);
    expect(compare(2, 2 + 1.01 * allowed).agree).toBe(false);
    expect(compare(2, 2 - 1.01 * allowed).agree).toBe(false);
  });
  test('do not agree on what is no number', () => {
    expect(compare(2, NaN).agree).toBe(false);
  });
});

test('every two of three engines are compared on every figure', () => {
  const figures = agreement(variant, [
    { engine: 'simpy', rows: around(1, 4) },
    { engine: 'c', rows: around(1, 4) },
    { engine: 'trajectory', rows: around(1, 4) },
  ]);
  expect(figures.map(({ figure }) => figure.id)).toEqual(FIGURES.map(({ id }) => id));
  for (const { pairs } of figures)
    expect(pairs.map(({ a, b }) => `${a}-${b}`)).toEqual(['simpy-c', 'simpy-trajectory', 'c-trajectory']);
});
