/** Each basis by hand through what real years bring: a backlog cleared, rules that change, months without any, a year not over. */
import { describe, expect, it } from 'vitest';
import { readBasis } from '../../../src/model/notice/basis';
import type { Basis } from '../../../src/model/scenario/schema';
import { monthNumber } from '../../../src/model/units';
import { basis, rowsOf } from '../results/rows';

/** April 2012 to September 2013, eighteen months: numbers in time of numbers done. */
const first = '2012-04';
const year = <T>(twelve: readonly T[], six: readonly T[]) => [...twelve, ...six];
const data = rowsOf(first, 18, [
  {
    // 150 timely a month; in the autumn a backlog of 200 is cleared, 50 a month, all of it late.
    ca_completed: year([150, 150, 150, 150, 150, 150, 200, 200, 200, 200, 150, 150], [0, 0, 0, 0, 0, 0]),
    ca_in_time: year(new Array<number>(12).fill(150), [0, 0, 0, 0, 0, 0]),
    // From April 2013 on single assessments take their place; none is finished in the first month.
    sa_completed: year(new Array<number>(12).fill(0), [0, 80, 100, 0, 120, 100]),
    sa_in_time: year(new Array<number>(12).fill(0), [0, 72, 80, 0, 90, 50]),
    // Looked after children, whose twelve months are in the column already.
    lac_children: year(new Array<number>(12).fill(200), [200, 200, 200, 0, 200, 200]),
    lac_children_in_time: year(new Array<number>(12).fill(170), [170, 170, 172, 0, 180, 190]),
    starters: year([1, 0, 2, 0, 0, 12, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 9]),
    leavers_year: year(new Array<number>(11).fill(Number.NaN).concat(30), [31, 32, 33, 34, 35, 36]),
    in_post: 200,
    declared_school_absence: year(new Array<number>(12).fill(0.15), [0.14, 0.14, 0.14, 0.13, 0.13, 0.12]),
  },
]);
const read = (measure: string, how: Basis, month: string) =>
  readBasis(data, measure, how, monthNumber(month)).values[0];
const sum = (from: string, to: string): Basis => ({ kind: 'cumulative', from, to });

describe('a backlog that is cleared', () => {
  it('takes a month alone down to 75%, which is back at 100% as soon as it is cleared', () => {
    expect(read('ca_in_time', basis('in-month'), '2012-09')).toBe(1);
    expect(read('ca_in_time', basis('in-month'), '2012-10')).toBe(0.75);
    expect(read('ca_in_time', basis('in-month'), '2013-02')).toBe(1);
  });

  it('stays in a sum, a year to date and twelve months as 200 late of 2,000', () => {
    expect(read('ca_in_time', sum('2012-04', '2013-03'), '2013-03')).toBe(1800 / 2000);
    expect(read('ca_in_time', basis('year-to-date'), '2013-03')).toBe(0.9);
    expect(read('ca_in_time', basis('rolling-12'), '2013-03')).toBe(0.9);
    // Named months that leave it out do not have it: the period decides.
    expect(read('ca_in_time', sum('2012-04', '2012-09'), '2013-03')).toBe(1);
    expect(read('ca_in_time', sum('2012-10', '2013-01'), '2013-03')).toBe(0.75);
  });
});

describe('rules that change in April 2013', () => {
  it('leave the old measure without a value alone and in the new year, and with the old months over twelve', () => {
    expect(read('ca_in_time', basis('in-month'), '2013-05')).toBeNaN();
    expect(read('ca_in_time', basis('year-to-date'), '2013-05')).toBeNaN();
    // June 2012 to May 2013: ten months of the old rules, 1,500 of 1,700.
    expect(read('ca_in_time', basis('rolling-12'), '2013-05')).toBe(1500 / 1700);
    expect(read('ca_in_time', sum('2013-01', '2013-06'), '2013-06')).toBe(450 / 500);
  });

  it('give the new measure a value from the first month in which one is finished', () => {
    expect(read('sa_in_time', basis('in-month'), '2013-04')).toBeNaN();
    expect(read('sa_in_time', basis('year-to-date'), '2013-04')).toBeNaN();
    expect(read('sa_in_time', basis('year-to-date'), '2013-05')).toBe(0.9);
    expect(read('sa_in_time', basis('rolling-12'), '2013-05')).toBe(0.9);
  });
});

describe('months without any', () => {
  it('have no value alone, and add nothing above or below', () => {
    expect(read('sa_in_time', basis('in-month'), '2013-07')).toBeNaN();
    expect(read('sa_in_time', sum('2013-04', '2013-08'), '2013-08')).toBe((72 + 80 + 90) / (80 + 100 + 120));
    expect(read('sa_in_time', basis('year-to-date'), '2013-07')).toBe(152 / 180);
    expect(read('lac_reviews_child', basis('child-level'), '2013-07')).toBeNaN();
    expect(read('starters_fte', basis('in-month'), '2012-05')).toBe(0);
  });
});

describe('a period that is not over', () => {
  it('is read as far as it has come, and not at all before its first month', () => {
    const half = sum('2013-04', '2014-03');
    expect(read('sa_in_time', half, '2013-06')).toBe(152 / 180);
    expect(read('sa_in_time', half, '2013-03')).toBeNaN();
    // Beyond the months simulated nothing is made up.
    expect(read('sa_in_time', half, '2013-10')).toBeNaN();
    expect(read('sa_in_time', basis('in-month'), '2013-10')).toBeNaN();
    expect(read('vacancy_rate_dfe', basis('snapshot'), '2013-10')).toBeNaN();
  });
});

describe('what is read once', () => {
  it('is the month’s own, child level and snapshots alike, whatever came before', () => {
    expect(read('lac_reviews_child', basis('child-level'), '2013-03')).toBe(0.85);
    expect(read('lac_reviews_child', basis('child-level'), '2013-09')).toBe(0.95);
    expect(read('lac_reviews_child', basis('snapshot'), '2013-09')).toBe(0.95);
    expect(read('turnover_rate', basis('snapshot'), '2013-02')).toBeNaN();
    expect(read('turnover_rate', basis('snapshot'), '2013-09')).toBe(0.18);
    expect(read('school_absence', basis('declared'), '2013-09')).toBe(0.12);
  });

  it('and what is counted is added up over the months named', () => {
    expect(read('starters_fte', basis('year-to-date'), '2013-03')).toBe(15);
    expect(read('starters_fte', basis('rolling-12'), '2013-09')).toBe(9);
    expect(read('starters_fte', sum('2012-06', '2012-09'), '2013-09')).toBe(14);
  });
});
