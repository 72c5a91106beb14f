import { describe, expect, it } from 'vitest';
import { dueAt, metRange, summariseReviews } from '../../../src/model/notice/review';
import { wilson } from '../../../src/model/results/precision';
import { basis, rowsOf, targetOf, type Future } from '../results/rows';

const REVIEWS = [
  { date: '2010-02-28', label: 'February 2010' },
  { date: '2009-07-31', label: 'July 2009' },
];
const initial = targetOf({ id: 'initial', basis: basis('in-month') });
const core = targetOf({ id: 'core', measure: 'ca_in_time', basis: basis('in-month') });
const vacancies = targetOf({
  id: 'vacancies',
  measure: 'vacancy_rate_dfe',
  direction: 'at-most',
  threshold: 0.177,
  basis: basis('snapshot'),
  due: null,
});
const TARGETS = [initial, core, vacancies];

const future = (ia: number, ca: number): Future => ({
  ia_completed: 10,
  ia_in_time: ia * 10,
  ca_completed: 10,
  ca_in_time: ca * 10,
  vacant: 10,
  posts_and_in_post: 100,
});
const review = (futures: readonly Future[], targets = TARGETS) =>
  summariseReviews(rowsOf('2009-04', 11, futures), targets, REVIEWS)[1]!;

describe('what falls due at a review', () => {
  it('is dated on or before it and after the review before it', () => {
    const dated = ['2009-07-30', '2009-07-31', '2009-08-01', '2010-02-28', '2010-03-01'].map((due) =>
      targetOf({ id: due, due }),
    );
    expect(dueAt(dated, REVIEWS, '2009-07-31').map(({ id }) => id)).toEqual(['2009-07-30', '2009-07-31']);
    expect(dueAt(dated, REVIEWS, '2010-02-28').map(({ id }) => id)).toEqual(['2009-08-01', '2010-02-28']);
  });

  it('comes in order of date; where nothing is due there is no chance, only watching', () => {
    const [first, second] = summariseReviews(rowsOf('2009-04', 11, [future(0.9, 0.9)]), TARGETS, REVIEWS);
    expect(first).toEqual({
      date: '2009-07-31',
      targets: [],
      watched: ['initial', 'core', 'vacancies'],
      probabilityAll: null,
      standardError: null,
      interval: null,
      metCounts: [],
      mostMissed: null,
    });
    expect(second).toMatchObject({
      date: '2010-02-28',
      targets: ['initial', 'core'],
      watched: ['vacancies'],
      probabilityAll: 1,
    });
  });

  it('does not watch what has no value then', () => {
    const rolling = targetOf({ id: 'rolling', basis: basis('rolling-12'), due: null });
    expect(summariseReviews(rowsOf('2009-04', 11, [future(0.9, 0.9)]), [rolling], REVIEWS)[0]!.watched).toEqual([]);
  });
});

describe('the chance of all together', () => {
  it('is counted in one and the same future: half and half can be half, nothing, or a quarter', () => {
    expect(review([future(0.9, 0.9), future(0.1, 0.1)])).toMatchObject({
      probabilityAll: 0.5,
      metCounts: [0.5, 0, 0.5],
    });
    expect(review([future(0.9, 0.1), future(0.1, 0.9)])).toMatchObject({ probabilityAll: 0, metCounts: [0, 1, 0] });
    expect(review([future(0.9, 0.9), future(0.9, 0.1), future(0.1, 0.9), future(0.1, 0.1)])).toMatchObject({
      probabilityAll: 0.25,
      metCounts: [0.25, 0.5, 0.25],
    });
  });

  it('has its error and interval', () => {
    const found = review([...new Array<Future>(199).fill(future(0.1, 0.9)), future(0.1, 0.9)]);
    expect(found).toMatchObject({ probabilityAll: 0, standardError: 0, mostMissed: { id: 'initial', share: 1 } });
    expect(found.interval![1]).toBeCloseTo(0.0188, 4);
  });

  it('leaves failed futures out, and takes a missing value for not met', () => {
    const empty: Future = { ia_completed: 10, ia_in_time: 9, vacant: 10, posts_and_in_post: 100 };
    expect(review(['failed', future(0.9, 0.9), empty, 'failed'])).toMatchObject({
      probabilityAll: 0.5,
      metCounts: [0, 0.5, 0.5],
      mostMissed: { id: 'core', share: 0.5 },
    });
  });

  it('is null where a due target has no value in any future', () => {
    const late = targetOf({ id: 'late', basis: basis('rolling-12') });
    expect(review([future(0.9, 0.9)], [initial, late])).toMatchObject({
      targets: ['initial', 'late'],
      probabilityAll: null,
      metCounts: [],
      mostMissed: null,
    });
    expect(review(['failed'])).toMatchObject({ probabilityAll: null, metCounts: [] });
  });

  it('judges a target in the month of its own due date, not of the review', () => {
    const earlier = { ...initial, due: '2009-08-31' };
    const falling: Future = { ia_completed: 10, ia_in_time: [9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 1] };
    expect(review([falling], [earlier])).toMatchObject({ targets: ['initial'], probabilityAll: 1 });
  });

  it('says where the luck of the warm states leaves more error, of all targets together', () => {
    const [met, missed] = [future(0.9, 0.9), future(0.9, 0.1)];
    const futures = [met, missed, met, missed, missed, met, missed, missed];
    const data = { ...rowsOf('2009-04', 11, [...futures, 'failed']), warmPoints: [0, 0] };
    // Met in 2 of 4 from the one state and in 1 of 4 from the other: √(2 · 2 · ½²) ÷ 8 is less than the plain error.
    expect(summariseReviews(data, TARGETS, REVIEWS)[1]).toMatchObject({ standardErrorStates: null });
    const apart = { ...rowsOf('2009-04', 11, [met, missed, met, missed, 'failed']), warmPoints: [0, 0] };
    expect(summariseReviews(apart, TARGETS, REVIEWS)[1]).toMatchObject({
      probabilityAll: 0.5,
      standardError: 0.25,
      standardErrorStates: 0.5,
      intervalStates: wilson(0.5, 1),
    });
  });

  it('names what is missed most often, and nothing where nothing is missed', () => {
    expect(review([future(0.9, 0.1), future(0.9, 0.1), future(0.1, 0.9)]).mostMissed).toEqual({
      id: 'core',
      share: 2 / 3,
    });
    expect(review([future(0.9, 0.9)]).mostMissed).toBeNull();
  });
});

describe('how many are met', () => {
  it('has a middle and a range of 8 in 10 futures', () => {
    expect(metRange([0.05, 0.1, 0.2, 0.3, 0.2, 0.1, 0.05])).toEqual({ low: 1, middle: 3, high: 5 });
    expect(metRange([0.1, 0.8, 0.1])).toEqual({ low: 0, middle: 1, high: 1 });
    expect(metRange([0, 1])).toEqual({ low: 1, middle: 1, high: 1 });
    expect(metRange([])).toBeNull();
  });
});
