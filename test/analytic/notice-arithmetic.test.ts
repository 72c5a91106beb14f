import { describe, expect, it } from 'vitest';
import { knownAverage, requiredAverage } from '../../src/model/notice/arithmetic';

const months = (count: number) => Array.from({ length: count }, () => ({ volume: 1 }));
const needs = (threshold: number, known: number[], left = 6) => {
  const done = known.map((share) => ({ share, volume: 1 }));
  const found = requiredAverage(threshold, 'at-least', done, months(left));
  return found.kind === 'needs' ? found.average * 100 : found.kind;
};

describe('Worcestershire, cumulative over nine months with three known', () => {
  it('initial assessments: 62, 66, 70 leave 87.0 for 80%', () => {
    expect(needs(0.8, [0.62, 0.66, 0.7])).toBeCloseTo(87, 10);
  });

  it('core assessments: 40, 50, 60 leave 92.0 for 78%', () => {
    expect(needs(0.78, [0.4, 0.5, 0.6])).toBeCloseTo(92, 10);
  });

  it.each([
    [0.78, 0.4, 97],
    [0.78, 0.45, 94.5],
    [0.78, 0.5, 92],
    [0.78, 0.55, 89.5],
    [0.78, 0.6, 87],
    [0.8, 0.62, 89],
    [0.8, 0.66, 87],
    [0.8, 0.7, 85],
  ])('for %d, an average of %d so far leaves %d', (threshold, average, expected) => {
    expect(needs(threshold, [average, average, average])).toBeCloseTo(expected, 10);
  });
});

describe('what is decided already', () => {
  it('can no longer be met when even 100% is too little', () => {
    expect(needs(0.8, [0.39, 0.39, 0.39])).toBe('out-of-reach');
    expect(needs(0.8, [0.4, 0.4, 0.4])).toBeCloseTo(100, 10);
  });

  it('is already met when nothing that follows can undo it', () => {
    expect(needs(0.5, [1, 1, 1], 3)).toBe('already-met');
    expect(needs(0.5, [1, 1, 0.99], 3)).toBeCloseTo(1 / 3, 10);
  });

  it('with nothing left is met or not', () => {
    expect(needs(0.7, [0.7, 0.7], 0)).toBe('already-met');
    expect(needs(0.7, [0.7, 0.69], 0)).toBe('out-of-reach');
  });

  it('turns round where low is good', () => {
    expect(requiredAverage(0.1, 'at-most', [{ share: 0.2, volume: 1 }], months(2))).toEqual({
      kind: 'needs',
      average: expect.closeTo(0.05, 10) as number,
    });
    expect(requiredAverage(0.1, 'at-most', [{ share: 0.4, volume: 1 }], months(2)).kind).toBe('out-of-reach');
    expect(requiredAverage(0.5, 'at-most', [{ share: 0, volume: 1 }], months(1)).kind).toBe('already-met');
  });
});

describe('actual volumes', () => {
  it('weigh the months: 60% of 300 and 80% of 100, with 400 to come, leave 95% for 80%', () => {
    const known = [
      { share: 0.6, volume: 300 },
      { share: 0.8, volume: 100 },
    ];
    expect(knownAverage(known)).toBeCloseTo(0.65, 12);
    expect(requiredAverage(0.8, 'at-least', known, [{ volume: 250 }, { volume: 150 }])).toEqual({
      kind: 'needs',
      average: expect.closeTo(0.95, 10) as number,
    });
    expect(knownAverage([])).toBeNull();
  });
});
