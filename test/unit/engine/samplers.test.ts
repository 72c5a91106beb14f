import { describe, expect, it } from 'vitest';
import {
  elapsedTable,
  lifetimeTable,
  meanService,
  residualTable,
  serviceTable,
} from '../../../src/model/scenario/distributions';
import {
  exponentialTable,
  lognormalTable,
  normalTable,
  poissonThresholds,
  tableMean,
  tableVariance,
  threshold as tabled,
} from '../../../src/model/tables/tables';
import { exponential, fromTable, fromThresholds, threshold } from '../../fixtures/samplers';
import { streams } from '../../fixtures/streams';

const N = 200000;
function sample(draw: (u: number) => number): { mean: number; variance: number } {
  streams.setFuture(3, 1);
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < N; i++) {
    streams.draw(1, i);
    const x = draw(streams.u0);
    sum += x;
    squares += x * x;
  }
  return { mean: sum / N, variance: squares / N - (sum / N) ** 2 };
}

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
  it('thresholds stay on the scale, and are those that tables hold', () => {
    expect(threshold(-1)).toBe(0);
    expect(threshold(2)).toBe(4294967296);
    const shares = [0, 2 ** -33, 3 * 2 ** -33, 1e-9, 0.1, 0.451, 0.5, 1 - 2 ** -33, 1 - 2 ** -34, 1];
    expect(shares.map(threshold)).toEqual(shares.map(tabled));
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
