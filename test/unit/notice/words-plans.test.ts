import { describe, expect, it } from 'vitest';
import { requiredAverage } from '../../../src/model/notice/arithmetic';
import { plainWords } from '../../../src/model/notice/words';
import { arithmeticWords, comparisonWords, costWords, historyWords } from '../../../src/model/notice/words-plans';
import { chanceOf } from '../../../src/model/results/precision';

describe('the words of two plans', () => {
  const pair = {
    a: 'a',
    b: 'b',
    target: 'sa',
    aBetter: 0.08,
    same: 0.14,
    bBetter: 0.78,
    difference: 0.19,
    standardError: 0.01,
  };
  const a = { name: 'Plan A', ...chanceOf(1240, 2000) };
  const b = { name: 'Plan B', ...chanceOf(1620, 2000) };
  const cost = {
    a: 'a',
    b: 'b',
    years: ['2026-27', '2027-28'],
    mean: 900_000,
    p10: 600_000,
    p50: 900_000,
    p90: 1_300_000,
  };

  it('are both chances, the paired counts and the cost', () => {
    expect(plainWords(comparisonWords(pair, a, b, cost))).toEqual([
      'Plan B meets the target in 81 of 100 futures; Plan A in 62.',
      'With the same luck, Plan B does better than Plan A in 78 of 100 futures, the same in 14, worse in 8.',
      'Plan B costs £0.9m more over 2026-27 and 2027-28 (8 in 10 range £0.6m to £1.3m).',
    ]);
  });

  it('do not rank what lies within the paired error', () => {
    const close = comparisonWords({ ...pair, difference: 0.01, standardError: 0.01 }, a, b);
    expect(close.headline).toMatch(/^Too close to rank: Plan B/);
    expect(comparisonWords({ ...pair, difference: 0 }, a, a).headline).toMatch(/^Too close to rank/);
  });

  it('say so where both meet the target in the same futures', () => {
    expect(comparisonWords({ ...pair, difference: 0, standardError: 0 }, a, { ...a, name: 'Plan B' }).headline).toBe(
      'Plan B meets the target in the same futures as Plan A: 62 of 100.',
    );
  });

  it('say less, and both signs where the range has both', () => {
    expect(costWords({ ...cost, years: ['2026-27'], mean: -900_000, p10: -1_300_000, p90: -600_000 }, 'B')).toBe(
      'B costs £0.9m less in 2026-27 (8 in 10 range £0.6m to £1.3m).',
    );
    expect(costWords({ ...cost, p10: -200_000 }, 'B')).toContain('(8 in 10 range £0.2m less to £1.3m more)');
    expect(costWords({ ...cost, mean: 0, p10: 0, p90: 0 }, 'B')).toBe('B costs the same over 2026-27 and 2027-28.');
  });

  it('cannot compare what has no value', () => {
    expect(comparisonWords(pair, { ...a, ...chanceOf(0, 0) }, b).headline).toContain('cannot be compared');
  });
});

describe('the words of history', () => {
  const baseRate = { probability: 47 / 373, n: 373, text: 'Of councils, 13 in 100.' };

  it('add that a plan is more hopeful only where it is far above', () => {
    expect(historyWords({ baseRate, ...chanceOf(680, 2000) })).toBe(
      'Of councils, 13 in 100. This plan’s 34% is more hopeful than that history.',
    );
    expect(historyWords({ baseRate, ...chanceOf(340, 2000) })).toBe('Of councils, 13 in 100.');
    expect(historyWords({ baseRate: null, ...chanceOf(340, 2000) })).toBeNull();
  });
});

describe('the words of arithmetic', () => {
  const base = {
    threshold: 0.8,
    direction: 'at-least' as const,
    period: 'April to December',
    known: { period: 'April to June', average: 0.66 },
    counted: 'assessments',
    equalVolumes: true,
  };
  const words = (known: number[]) => {
    const done = known.map((share) => ({ share, volume: 1 }));
    return plainWords(arithmeticWords(requiredAverage(0.8, 'at-least', done, [{ volume: 6 }]), base));
  };

  it('are what the rest must average', () => {
    expect(words([0.62, 0.66, 0.7])).toEqual([
      'To reach 80% for April to December, the rest of the year must average 87.0% a month.',
      'April to June averaged 66.0%. This assumes the same number of assessments each month.',
    ]);
  });

  it('are that it can no longer be met, or already is', () => {
    expect(words([0.2, 0.2, 0.2])[0]).toBe(
      '80% for April to December can no longer be met, whatever the remaining months bring.',
    );
    expect(plainWords(arithmeticWords({ kind: 'already-met' }, { ...base, known: null, equalVolumes: false }))).toEqual(
      [
        '80% for April to December is already met, whatever the remaining months bring.',
        'This uses the actual numbers of assessments.',
      ],
    );
  });
});
