import { describe, expect, it } from 'vitest';
import { exponential, fromTable, fromThresholds } from '../../../src/model/engine/samplers';
import { Streams } from '../../../src/model/engine/streams';
import {
  exp,
  exponentialTable,
  ln,
  lognormalTable,
  normalQuantile,
  normalTable,
  poissonThresholds,
  power,
  tableMean,
  tableVariance,
  threshold,
} from '../../../src/model/engine/tables';
import {
  elapsedTable,
  lifetimeTable,
  meanService,
  residualTable,
  serviceTable,
} from '../../../src/model/scenario/distributions';

const N = 200000;
function sample(draw: (u: number) => number): { mean: number; variance: number } {
  const s = new Streams();
  s.setFuture(3, 1);
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < N; i++) {
    s.draw(1, i);
    const x = draw(s.u0);
    sum += x;
    squares += x * x;
  }
  return { mean: sum / N, variance: squares / N - (sum / N) ** 2 };
}

describe('own arithmetic', () => {
  it('agrees with the machine’s functions to 1e-14', () => {
    for (const x of [1e-9, 0.003, 0.5, 1, 1.4142, 2, 17.3, 1e6, 1e12]) {
      expect(Math.abs(ln(x) - Math.log(x))).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(Math.log(x))));
      expect(power(x, 0.37) / x ** 0.37).toBeCloseTo(1, 12);
    }
    for (const x of [-40, -3.3, -1e-5, 0, 0.7, 5, 60]) expect(exp(x) / Math.exp(x)).toBeCloseTo(1, 13);
  });
  it('knows normal quantiles', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(1e-6)).toBeCloseTo(-4.753424308822899, 10);
  });
  it('refuses what has no answer', () => {
    expect(() => ln(0)).toThrow(RangeError);
    expect(() => exp(1e9)).toThrow(RangeError);
    expect(() => normalQuantile(1)).toThrow(RangeError);
  });
});

describe('samplers give their own stated moments (within 4 standard errors)', () => {
  it.each([
    ['lognormal 0.5', lognormalTable(0.5), 1],
    ['lognormal 1.2', lognormalTable(1.2), 1],
    ['normal', normalTable(), 0],
  ] as const)('%s', (_, table, mean) => {
    const seen = sample((u) => fromTable(table, u));
    expect(tableMean(table)).toBeCloseTo(mean, 9);
    expect(Math.abs(seen.mean - tableMean(table))).toBeLessThan(4 * Math.sqrt(tableVariance(table) / N));
    expect(seen.variance / tableVariance(table)).toBeCloseTo(1, 1);
  });
  it.each([0.3, 0.5, 0.8326, 1.2686])('the lognormal’s mean and variance are the theory’s: log sd %d', (logSd) => {
    const table = lognormalTable(logSd);
    expect(tableMean(table)).toBeCloseTo(1, 12);
    expect(tableVariance(table) / (Math.exp(logSd * logSd) - 1)).toBeCloseTo(1, 6);
    for (let i = 1; i < table.length; i++) expect(table[i]).toBeGreaterThan(table[i - 1]!);
  });
  it('exponential', () => {
    const table = exponentialTable();
    const seen = sample((u) => exponential(table, u));
    expect(Math.abs(seen.mean - 1)).toBeLessThan(4 / Math.sqrt(N));
    expect(Math.abs(seen.variance - 1)).toBeLessThan(4 * Math.sqrt(8 / N));
    expect(exponential(table, 0xffffffff)).toBeGreaterThan(12);
  });
  it.each([0, 0.4, 6.4, 60])('Poisson(%d)', (mean) => {
    const table = poissonThresholds(mean);
    const seen = sample((u) => fromThresholds(table, u));
    expect(Math.abs(seen.mean - mean)).toBeLessThanOrEqual(4 * Math.sqrt(mean / N));
    expect(Math.abs(seen.variance - mean)).toBeLessThanOrEqual(4 * Math.sqrt((mean + 2 * mean * mean) / N));
  });
  it('thresholds stay on the scale', () => {
    expect(threshold(-1)).toBe(0);
    expect(threshold(2)).toBe(4294967296);
  });
});

describe('distributions of the scenario', () => {
  const shape = { earliest: 0.25, latest: 1, bunching: 1.8, beyond: 0.5 };
  it('keeps the stated share of elapsed times in time, crowded below the limit', () => {
    const table = elapsedTable(0.92, shape);
    let inTime = 0;
    let justBelow = 0;
    sample((u) => {
      const x = fromTable(table, u);
      if (x <= 1) {
        inTime++;
        if (x > 0.8) justBelow++;
      }
      return x;
    });
    expect(inTime / N).toBeCloseTo(0.92, 2);
    expect(justBelow / N).toBeGreaterThan(0.92 * (0.2 / 0.75));
  });
  it('lifetimes have the wanted mean, and what is left of them in equilibrium is E[T²] ÷ 2E[T]', () => {
    const table = lifetimeTable([0.463, 0.626, 0.777, 0.902], 400);
    expect(tableMean(table)).toBeCloseTo(400, 6);
    const second = tableVariance(table) + 400 * 400;
    expect(tableMean(residualTable(table)) / (second / 800)).toBeCloseTo(1, 2);
  });
  it('service lengths: constant leaving gives the geometric law', () => {
    const monthly = [0.02, 0.02, 0.02] as const;
    expect(meanService([...monthly])).toBeCloseTo(50, 9);
    // Those who stay longer than anybody does weigh in the mean all the same.
    expect(meanService([0.002, 0.002, 0.002])).toBeCloseTo(500, 9);
    expect(tableMean(serviceTable([...monthly]))).toBeCloseTo(49.5, 0);
  });
});
