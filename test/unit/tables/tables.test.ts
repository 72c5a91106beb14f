import { describe, expect, it } from 'vitest';
import {
  exp,
  ln,
  lognormalTable,
  normalQuantile,
  power,
  tableMean,
  tableVariance,
  threshold,
} from '../../../src/model/tables/tables';

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

describe('tables', () => {
  it.each([0.3, 0.5, 0.8326, 1.2686])('the lognormal’s mean and variance are the theory’s: log sd %d', (logSd) => {
    const table = lognormalTable(logSd);
    expect(tableMean(table)).toBeCloseTo(1, 12);
    expect(tableVariance(table) / (Math.exp(logSd * logSd) - 1)).toBeCloseTo(1, 6);
    for (let i = 1; i < table.length; i++) expect(table[i]).toBeGreaterThan(table[i - 1]!);
  });
  it('thresholds stay on the scale', () => {
    expect(threshold(-1)).toBe(0);
    expect(threshold(2)).toBe(4294967296);
  });
});
