import { describe, expect, it } from 'vitest';
import { summariseTarget } from '../../../src/model/notice/target';
import { wilson } from '../../../src/model/results/precision';
import { assessments, basis, rowsOf, targetOf } from '../results/rows';

const REVIEWS = [
  { date: '2009-07-31', label: 'July 2009' },
  { date: '2010-02-28', label: 'February 2010' },
];

/** Months April 2009 on; one steady share each future. */
const steady = (shares: readonly number[], months = 11) =>
  rowsOf('2009-04', months, assessments(shares.map((share) => new Array<number>(months).fill(share))));

describe('the chance of a target', () => {
  it('is the share of futures that meet it, exactly reached included', () => {
    const summary = summariseTarget(steady([0.6, 0.68, 0.69, 0.8]), targetOf(), REVIEWS);
    expect(summary).toMatchObject({
      id: 'ni59',
      code: 'NI 59',
      basis: 'cumulative',
      basisText: 'cumulative, April 2009 to February 2010',
      probability: 0.5,
      standardError: 0.25,
      futures: 4,
      denominator: 1100,
      unit: 'share',
      baseRate: null,
      firstLikelyMonth: null,
    });
    expect(summary.interval![0]).toBeCloseTo(0.15, 2);
    expect(summary.p50).toBeCloseTo(0.685, 12);
  });

  it('says where the luck of the warm states leaves more error', () => {
    const shares = [0.8, 0.6, 0.8, 0.6];
    const told = (warmPoints: readonly number[]) =>
      summariseTarget({ ...steady(shares), warmPoints }, targetOf(), REVIEWS);
    expect(told([0, 0])).toMatchObject({
      standardError: 0.25,
      standardErrorStates: 0.5,
      intervalStates: wilson(0.5, 1),
    });
    // The same futures from two points that differ by design.
    expect(told([0, 1, 0, 1])).toMatchObject({ standardErrorStates: null, intervalStates: null });
    expect(summariseTarget(steady(shares), targetOf(), REVIEWS)).toMatchObject({ standardErrorStates: null });
  });

  it('turns round for at most', () => {
    const data = rowsOf(
      '2010-02',
      1,
      [16, 17.7, 18].map((vacant) => ({ vacant, posts_and_in_post: 100 })),
    );
    const target = targetOf({
      measure: 'vacancy_rate_dfe',
      direction: 'at-most',
      threshold: 0.177,
      basis: basis('snapshot'),
    });
    expect(summariseTarget(data, target, []).probability).toBeCloseTo(2 / 3, 12);
  });

  it('rests on the futures with a value: failed and empty ones count nowhere', () => {
    const data = rowsOf('2009-04', 11, ['failed', ...assessments([[...new Array<number>(11).fill(0.7)]]), {}]);
    expect(summariseTarget(data, targetOf(), REVIEWS)).toMatchObject({ probability: 1, futures: 1 });
  });

  it('is null, never nought, where no future has a value', () => {
    for (const data of [rowsOf('2009-04', 11, ['failed']), steady([0.7], 5), rowsOf('2009-04', 11, [{}])]) {
      const summary = summariseTarget(data, targetOf(), []);
      expect(summary).toMatchObject({
        probability: null,
        standardError: null,
        interval: null,
        p10: null,
        p50: null,
        p90: null,
        futures: 0,
        denominator: null,
      });
      expect(summary.staying).toEqual({ '3': null, '6': null });
    }
  });

  it('is read at every review, the period cut off at the review', () => {
    const rising = rowsOf('2009-04', 11, assessments([[0.5, 0.5, 0.5, 0.5, ...new Array<number>(7).fill(0.9)]]));
    const { atReviews } = summariseTarget(rising, targetOf(), [{ date: '2009-03-31', label: 'before' }, ...REVIEWS]);
    expect(atReviews.map(({ review, probability, p50 }) => [review, probability, p50])).toEqual([
      ['2009-03-31', null, null],
      ['2009-07-31', 0, 0.5],
      ['2010-02-28', 1, (4 * 50 + 7 * 90) / 1100],
    ]);
  });

  it('says how many children a declared percentage counts', () => {
    const data = rowsOf('2010-02', 1, [{ declared_school_absence: 0.12 }]);
    const target = targetOf({
      measure: 'school_absence',
      direction: 'at-most',
      threshold: 0.123,
      basis: basis('declared'),
    });
    expect(summariseTarget(data, target, [], { cohort: 25 })).toMatchObject({ probability: 1, denominator: 25 });
    expect(summariseTarget(data, target, []).denominator).toBeNull();
  });
});

describe('counted another way', () => {
  it('shows the month alone and the last twelve months beside a cumulative percentage', () => {
    const months = [...new Array<number>(11).fill(0.6), 0.6, 0.9];
    const data = rowsOf('2009-02', 13, assessments([months]));
    expect(summariseTarget(data, targetOf(), []).countedAnotherWay).toEqual([
      { basis: 'in-month', basisText: 'February 2010 alone', probability: 1, p50: 0.9 },
      { basis: 'rolling-12', basisText: '12 months to February 2010', probability: 0, p50: (11 * 60 + 90) / 1200 },
    ]);
  });

  it('leaves out the basis a target has, and says null where a basis has no value', () => {
    const other = (change: object) =>
      summariseTarget(steady([0.7]), targetOf(change), []).countedAnotherWay.map(({ basis: kind, probability }) => [
        kind,
        probability,
      ]);
    expect(other({ basis: basis('in-month') })).toEqual([
      ['rolling-12', null],
      ['year-to-date', 1],
    ]);
    expect(other({ basis: basis('year-to-date') })).toEqual([
      ['in-month', 1],
      ['rolling-12', null],
    ]);
    expect(other({ basis: basis('rolling-12') })).toEqual([
      ['in-month', 1],
      ['year-to-date', 1],
    ]);
    expect(other({ measure: 'vacancy_rate_dfe', basis: basis('snapshot') })).toEqual([]);
    expect(other({ due: null })).toEqual([]);
  });
});

describe('staying', () => {
  const after = (months: readonly (readonly number[])[]) => {
    // Met when due (February 2010, 70% throughout); then month by month.
    const shares = months.map((later) => [...new Array<number>(11).fill(0.7), ...later]);
    return summariseTarget(rowsOf('2009-04', 11 + months[0]!.length, assessments(shares)), targetOf(), []).staying;
  };

  it('asks every one of the next months alone', () => {
    expect(
      after([
        [0.7, 0.7, 0.7, 0.7, 0.7, 0.7],
        [0.7, 0.7, 0.7, 0.5, 0.9, 0.9],
        [0.9, 0.5, 0.9, 0.9, 0.9, 0.9],
        [0.7, 0.7, 0.7, 0.7, 0.7, 0.69],
      ]),
    ).toEqual({ '3': 0.75, '6': 0.5 });
  });

  it('does not count a future that missed it when due', () => {
    const shares = [
      [...new Array<number>(11).fill(0.7), 1, 1, 1],
      [...new Array<number>(11).fill(0.5), 1, 1, 1],
    ];
    expect(summariseTarget(rowsOf('2009-04', 14, assessments(shares)), targetOf(), []).staying).toEqual({
      '3': 0.5,
      '6': null,
    });
  });

  it('is null beyond the run', () => {
    expect(after([[0.7, 0.7, 0.7]])).toEqual({ '3': 1, '6': null });
    expect(after([[0.7, 0.7]])).toEqual({ '3': null, '6': null });
  });

  it('passes over a month without a value, but not over all of them', () => {
    const completed = (later: number[]) =>
      rowsOf('2009-04', 14, [
        {
          ia_completed: [...new Array<number>(11).fill(100), ...later],
          ia_in_time: [...new Array<number>(11).fill(70), ...later],
        },
      ]);
    expect(summariseTarget(completed([100, 0, 100]), targetOf(), []).staying['3']).toBe(1);
    expect(summariseTarget(completed([0, 0, 0]), targetOf(), []).staying['3']).toBe(0);
  });

  it('reads a snapshot as it is', () => {
    const data = rowsOf('2010-02', 4, [
      { vacant: [10, 10, 10, 10], posts_and_in_post: 100 },
      { vacant: [10, 10, 19, 10], posts_and_in_post: 100 },
    ]);
    const target = targetOf({
      measure: 'vacancy_rate_dfe',
      direction: 'at-most',
      threshold: 0.177,
      basis: basis('snapshot'),
    });
    expect(summariseTarget(data, target, []).staying['3']).toBe(0.5);
  });
});

describe('a target without a date', () => {
  const target = targetOf({ due: null, basis: basis('in-month') });

  it('has chances at the reviews and the first month more likely than not, and no other', () => {
    const shares = [0, 1, 2].map((late) => Array.from({ length: 11 }, (_, month) => (month >= 4 + late ? 0.8 : 0.5)));
    const summary = summariseTarget(rowsOf('2009-04', 11, assessments(shares)), target, REVIEWS);
    expect(summary).toMatchObject({
      due: null,
      probability: null,
      futures: 0,
      denominator: null,
      staying: { '3': null, '6': null },
      firstLikelyMonth: '2009-09',
    });
    expect(summary.atReviews.map(({ probability }) => probability)).toEqual([0, 1]);
    expect(summary.basisText).toBe('each month alone');
  });

  it('does not call exactly half more likely than not', () => {
    const shares = [new Array<number>(11).fill(0.8), new Array<number>(11).fill(0.5)];
    expect(summariseTarget(rowsOf('2009-04', 11, assessments(shares)), target, []).firstLikelyMonth).toBeNull();
  });
});
