/**
 * Every table against the law it stands for, worked out here in closed form: mean and variance within 4 standard errors of
 * the law's, Kolmogorov's distance and chi-square over 100 cells of equal chance below what the law itself exceeds 1 time in 1,000,
 * and, without any luck, the table's own distribution function within a cell's width (1 in 1,024) of the law's.
 */
import { describe, expect, it } from 'vitest';
import {
  elapsedTable,
  lagTable,
  lifetimeTable,
  residualTable,
  serviceTable,
} from '../../../src/model/scenario/distributions';
import { exponentialTable, lognormalTable, normalTable, poissonThresholds } from '../../../src/model/tables/tables';
import {
  elapsed,
  lag,
  lifetime,
  lognormal,
  NORMAL,
  residual,
  service,
  STANDARD_EXPONENTIAL,
  type Law,
} from '../../fixtures/table-laws';
import {
  chiSquare,
  chiSquareCritical,
  kolmogorov,
  kolmogorovCritical,
  ONE_IN_1000,
  poissonChances,
} from '../../fixtures/laws';
import { exponential, fromTable, fromThresholds } from '../../fixtures/samplers';
import { streams } from '../../fixtures/streams';

const N = 200_000;
const ERRORS = 4;
const CELLS = 100;

function draws(draw: (u: number) => number, cause: number): Float64Array {
  streams.setFuture(17, 3);
  return Float64Array.from({ length: N }, (_, i) => {
    streams.draw(cause, i);
    return draw(streams.u0);
  });
}

/** A sample's mean and variance, each with its standard error. */
function moments(sample: Float64Array) {
  const mean = sample.reduce((a, b) => a + b, 0) / N;
  const variance = sample.reduce((a, x) => a + (x - mean) ** 2, 0) / N;
  const fourth = sample.reduce((a, x) => a + (x - mean) ** 4, 0) / N;
  return {
    mean,
    meanError: Math.sqrt(variance / N),
    variance,
    varianceError: Math.sqrt((fourth - variance ** 2) / N),
  };
}

const SHAPE = { earliest: 0.25, latest: 0.9, bunching: 1.8, beyond: 0.5 };
const ENDED = [0.463, 0.626, 0.777, 0.902];
const BACK = [0.3, 0.52, 0.8, 1];
const LEAVING = [0.022, 0.015, 0.009] as const;

const tables: [string, Float64Array, Law][] = [
  ['normal', normalTable(), NORMAL],
  ['lognormal, log sd .15', lognormalTable(0.15), lognormal(0.15)],
  ['lognormal, log sd .6', lognormalTable(0.6), lognormal(0.6)],
  ['lognormal, log sd 1.2', lognormalTable(1.2), lognormal(1.2)],
  ['elapsed time', elapsedTable(0.92, SHAPE), elapsed(0.92, SHAPE)],
  ['elapsed time, half of it late', elapsedTable(0.5, { ...SHAPE, beyond: 2 }), elapsed(0.5, { ...SHAPE, beyond: 2 })],
  ['lifetime', lifetimeTable(ENDED, 300), lifetime(ENDED, 300)],
  ['what is left of a lifetime', residualTable(lifetimeTable(ENDED, 300)), residual(ENDED, 300)],
  ['time until a return', lagTable(BACK, 253), lag(BACK, 253)],
  ['length of service', serviceTable(LEAVING), service(LEAVING)],
];

function checkLaw(sample: Float64Array, law: Law): void {
  const seen = moments(sample);
  expect(Math.abs(seen.mean - law.mean)).toBeLessThan(ERRORS * seen.meanError);
  expect(Math.abs(seen.variance - law.variance)).toBeLessThan(ERRORS * seen.varianceError);
  expect(seen.meanError / Math.sqrt(law.variance)).toBeLessThan(0.003);
  expect(kolmogorov(sample, law.cdf)).toBeLessThan(kolmogorovCritical(N));
  const counts = new Float64Array(CELLS);
  for (const x of sample) counts[Math.min(CELLS - 1, Math.floor(law.cdf(x) * CELLS))]!++;
  const even = new Float64Array(CELLS).fill(N / CELLS);
  expect(chiSquare(counts, even)).toBeLessThan(chiSquareCritical(CELLS - 1, ONE_IN_1000));
}

describe('tables follow their laws', () => {
  it.each(tables)('%s', (name, table, law) => {
    checkLaw(
      draws((u) => fromTable(table, u), name.length),
      law,
    );
  });

  it.each(tables)('%s: no more than a cell’s width from it anywhere', (_, table, law) => {
    let most = 0;
    for (let i = 0; i < 16384; i++) {
      const u = i * 262144 + 131072;
      most = Math.max(most, Math.abs(law.cdf(fromTable(table, u)) - u / 4294967296));
    }
    expect(most).toBeLessThan(1 / 1024);
  });

  it('exponential, far into the tail as well', () => {
    const table = exponentialTable();
    const sample = draws((u) => exponential(table, u), 1);
    checkLaw(sample, STANDARD_EXPONENTIAL);
    // Cells between 1 in 100, 1,000, 5,000 and 20,000: beyond the first of them the table is drawn from twice.
    const limits = [100, 1000, 5000, 20000].map((odds) => Math.log(odds));
    const observed = limits.map(
      (limit, i) => sample.filter((x) => x > limit && !(x > (limits[i + 1] ?? Infinity))).length,
    );
    const expected = limits.map((limit, i) => N * (Math.exp(-limit) - Math.exp(-(limits[i + 1] ?? Infinity))));
    expect(chiSquare(observed, expected)).toBeLessThan(chiSquareCritical(4, ONE_IN_1000));
  });
});

describe('thresholds follow their law', () => {
  it.each([0.05, 0.4, 2.5, 6.4, 60, 400, 1100])('Poisson(%d)', (mean) => {
    const table = poissonThresholds(mean);
    const sample = draws((u) => fromThresholds(table, u), 100 + Math.round(mean));
    const seen = moments(sample);
    expect(Math.abs(seen.mean - mean)).toBeLessThan(ERRORS * Math.sqrt(mean / N));
    expect(Math.abs(seen.variance - mean)).toBeLessThan(ERRORS * Math.sqrt((mean + 2 * mean * mean) / N));
    // Numbers expected at least ten times have a cell each; those below and above share one.
    const chances = poissonChances(mean, table.length);
    const own = chances.map((chance, k) => (chance * N >= 10 ? k : -1)).filter((k) => k >= 0);
    const [first, last] = [own[0]!, own.at(-1)!];
    const observed = new Float64Array(last - first + 2);
    const expected = new Float64Array(last - first + 2);
    const cell = (k: number): number => (k < first ? 0 : k > last ? observed.length - 1 : k - first);
    for (const k of sample) observed[cell(k)]!++;
    chances.forEach((chance, k) => (expected[cell(k)]! += chance * N));
    expect(expected.at(-1)).toBeGreaterThan(0);
    expect(chiSquare(observed, expected)).toBeLessThan(chiSquareCritical(expected.length - 1, ONE_IN_1000));
  });
});
