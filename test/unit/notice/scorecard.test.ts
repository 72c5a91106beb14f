import { describe, expect, it } from 'vitest';
import { chanceAt } from '../../../src/model/notice/review';
import { gapText, gapTo, scorecardLines, travel, travelText } from '../../../src/model/notice/scorecard';
import { summariseTarget } from '../../../src/model/notice/target';
import { monthNumber } from '../../../src/model/units';
import { assessments, basis, rowsOf, targetOf } from '../results/rows';

const SEPTEMBER = monthNumber('2009-09');
const REVIEWS = [
  { date: '2009-09-30', label: 'September 2009' },
  { date: '2010-02-28', label: 'February 2010' },
];
/** April to September: three months at one share, three at another, future by future. */
const turn = (pairs: readonly (readonly [number, number])[]) =>
  rowsOf('2009-04', 6, assessments(pairs.map(([was, is]) => [was, was, was, is, is, is])));
const vacancies = targetOf({ measure: 'vacancy_rate_dfe', direction: 'at-most', basis: basis('snapshot') });

describe('the direction of travel', () => {
  it('is named where three in four futures move that way, and in the word, not the arrow', () => {
    const better = travel(
      turn([
        [0.7, 0.74],
        [0.7, 0.74],
        [0.7, 0.74],
        [0.7, 0.7],
      ]),
      targetOf(),
      SEPTEMBER,
    );
    expect(better).toMatchObject({ from: '2009-04', to: '2009-09', better: 0.75, worse: 0, direction: 'better' });
    expect(better!.before).toBeCloseTo(0.7, 12);
    expect(better!.after).toBeCloseTo(0.74, 12);
    expect(travelText(better, 'share')).toEqual({
      text: 'Better in 75 of 100 futures, the middle by 4.0 points',
      shape: '▲',
    });
    const half = travel(
      turn([
        [0.7, 0.74],
        [0.7, 0.74],
        [0.7, 0.7],
        [0.7, 0.6],
      ]),
      targetOf(),
      SEPTEMBER,
    );
    expect(half).toMatchObject({ better: 0.5, worse: 0.25, direction: 'unclear' });
    expect(travelText(half, 'share')).toEqual({ text: 'No clear change', shape: '▬' });
  });

  it('does not turn over for a trifle, however many futures share it', () => {
    const all = (was: number, is: number) => travel(turn([[was, is]]), targetOf(), SEPTEMBER)!.direction;
    expect(all(0.7, 0.709)).toBe('unclear');
    expect(all(0.7, 0.691)).toBe('unclear');
    expect(all(0.7, 0.71)).toBe('better');
    expect(all(0.7, 0.69)).toBe('worse');
  });

  it('takes 2% of the level for what is no share, and no change is no direction at nought', () => {
    const cases = (was: number, is: number) =>
      travel(
        rowsOf('2009-04', 6, [{ unallocated: [0, 0, was, 0, 0, is] }]),
        targetOf({ measure: 'unallocated_count', direction: 'at-most', basis: basis('snapshot') }),
        SEPTEMBER,
      )!;
    expect(cases(100, 101).direction).toBe('unclear');
    expect(cases(100, 102)).toMatchObject({ direction: 'worse', least: 2, before: 100, after: 102 });
    expect(cases(100, 98).direction).toBe('better');
    expect(cases(0, 0).direction).toBe('unclear');
  });

  it('follows polarity: down is better for at most, and the arrow still goes down', () => {
    const data = rowsOf('2009-04', 6, [{ vacant: [20, 20, 20, 15, 15, 15], posts_and_in_post: 100 }]);
    const down = travel(data, vacancies, SEPTEMBER);
    expect(down!.direction).toBe('better');
    expect(travelText(down, 'share').shape).toBe('▼');
  });

  it('is not known without six months', () => {
    expect(travel(turn([[0.7, 0.8]]), targetOf(), monthNumber('2009-08'))).toBeNull();
    expect(travelText(null, 'share').text).toBe('not known');
  });
});

describe('the lines', () => {
  it('hold the year to date of what is added up, for each target at each review', () => {
    const data = rowsOf('2009-04', 6, [
      { ia_completed: 100, ia_in_time: [40, 50, 60, 70, 80, 90], vacant: 20, posts_and_in_post: 100 },
    ]);
    const lines = scorecardLines(data, [targetOf(), { ...vacancies, id: 'vacancies' }], REVIEWS);
    expect(lines.map(({ review, target }) => `${review} ${target}`)).toEqual([
      '2009-09-30 ni59',
      '2009-09-30 vacancies',
      '2010-02-28 ni59',
      '2010-02-28 vacancies',
    ]);
    expect(lines[0]!.yearToDate).toMatchObject({
      from: '2009-04',
      basisText: 'year to date, April 2009 to September 2009',
    });
    expect(lines[0]!.yearToDate!.p50).toBeCloseTo(0.65, 12);
    expect(lines[1]!.yearToDate).toBeNull();
    expect(lines[2]).toMatchObject({ yearToDate: null, travel: null });
    // A run that begins within the year does not know the months since April.
    const late = rowsOf('2009-06', 6, assessments([new Array<number>(6).fill(0.7)]));
    expect(scorecardLines(late, [targetOf()], REVIEWS)[0]!.yearToDate).toBeNull();
  });
});

describe('a target judged by the figure first published', () => {
  const data = rowsOf('2009-04', 6, [
    { cp_reviews: 20, cp_reviews_in_time: [10, 10, 10, 18, 18, 18], starters: [8, 8, 8, 8, 8, 8] },
  ]);
  const recordingLag = { share: 0.5, workingDays: 42 };
  const late = targetOf({ measure: 'cp_reviews_in_time', basis: basis('in-month'), recordingLag });
  const of = (target: typeof late) => scorecardLines(data, [target], REVIEWS.slice(0, 1))[0]!;

  it('has its months, year to date and direction counted as its chance is', () => {
    const months = ['2009-07', '2009-08', '2009-09'];
    expect(of(late).months).toEqual(months.map((month) => ({ month, p50: 0.45 })));
    // April to July are in; of August and September half.
    expect(of(late).yearToDate!.p50).toBeCloseTo((10 * 3 + 18 + 9 + 9) / 120, 12);
    expect(of(late).yearToDate!.basisText).toBe('year to date, April 2009 to September 2009, as first published');
    // Both spells at their own ends: of each the last two months lack half.
    const { before, after } = of(late).travel!;
    expect([before, after]).toEqual([expect.closeTo(20 / 60, 12), expect.closeTo(36 / 60, 12)]);
    const last = summariseTarget(data, { ...late, due: '2009-09-30' }, []);
    expect(last.p50).toBe(of(late).months.at(-1)!.p50);
  });

  it('is in nothing different without a lag', () => {
    const { recordingLag: _, ...prompt } = late;
    expect(of(prompt).months.map(({ p50 }) => p50)).toEqual([0.9, 0.9, 0.9]);
    expect(of(prompt).yearToDate!.p50).toBeCloseTo(0.7, 12);
    expect(of(prompt).travel).toMatchObject({ before: expect.closeTo(0.5, 12) as number });
  });
});

describe('the gap to a target', () => {
  const least = { threshold: 0.69, direction: 'at-least', unit: 'share' } as const;
  const most = { threshold: 18, direction: 'at-most', unit: 'cases' } as const;
  it('says short, over or to spare, by direction', () => {
    expect(gapText(0.669, least)).toBe('2.1 points short');
    expect(gapText(0.703, least)).toBe('1.3 points to spare');
    expect(gapText(18.8, most)).toBe('0.8 cases over');
    expect(gapText(17, most)).toBe('1.0 cases to spare');
    expect(gapText(0.68998, least)).toBe('within 0.1 points');
    expect(gapText(null, least)).toBe('–');
    expect(gapTo(17, most)).toBe(1);
  });
});

describe('the chance at a review', () => {
  it('is the target’s own where it falls due there, else that of being there already', () => {
    const data = rowsOf('2009-04', 11, assessments([new Array<number>(11).fill(0.7)]));
    const summary = summariseTarget(data, targetOf({ due: '2010-01-31' }), REVIEWS);
    expect(chanceAt(summary, { date: '2010-02-28', targets: ['ni59'] })).toBe(summary);
    expect(chanceAt(summary, { date: '2009-09-30', targets: [] })).toMatchObject({ review: '2009-09-30' });
    expect(chanceAt(summary, { date: '2012-09-30', targets: [] })).toBeNull();
  });
});
