/**
 * The reference problem against another engine: means of 28,000 replications of the plain C program of `bench/reference`,
 * with their standard errors. `npm run bench` runs the engines side by side.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Replications } from '../../bench/reference/engine';
import { FIGURES, VARIANTS, type FigureId } from '../../bench/reference/problem';
import { trajectory } from '../../bench/reference/trajectory';

const OTHER_ENGINE: Readonly<Record<string, Readonly<Record<FigureId, readonly [number, number]>>>> = {
  'reference-problem': {
    waitA: [1.8819, 0.0014],
    waitB: [1.9973, 0.0054],
    inTimeA: [0.92148, 4e-5],
    inTimeB: [0.87247, 9e-5],
    queueA: [2.418, 0.048],
    queueB: [7.421, 0.074],
    completedA: [45470, 1.3],
    completedB: [15829, 0.7],
  },
  'near-saturation': {
    waitA: [3.3545, 0.0052],
    waitB: [9.629, 0.04],
    inTimeA: [0.87599, 0.00024],
    inTimeB: [0.7283, 0.0008],
    queueA: [12.2, 0.14],
    queueB: [43.66, 0.29],
    completedA: [45456, 1.3],
    completedB: [15790, 0.7],
  },
};
const REPLICATIONS = 200;

describe.each(VARIANTS)('$label', (variant) => {
  let rows: Replications['rows'] = [];
  beforeAll(() => {
    rows = trajectory.replicate(variant, REPLICATIONS, 1).rows;
  }, 180_000);
  test.each(FIGURES.map((figure, column) => ({ ...figure, column })))('$label', ({ id, column }) => {
    const mean = rows.reduce((sum, row) => sum + row[column]!, 0) / REPLICATIONS;
    const [expected, error] = OTHER_ENGINE[variant.id]![id];
    const tolerance = 3 * Math.sqrt(variant.sd[id] ** 2 / REPLICATIONS + error ** 2);
    expect(Math.abs(mean - expected)).toBeLessThan(tolerance);
  });
});
