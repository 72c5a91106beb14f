import { describe, expect, it } from 'vitest';
import { basisText, basisWindow, readBasis } from '../../../src/model/notice/basis';
import type { Basis } from '../../../src/model/scenario/schema';
import { monthNumber } from '../../../src/model/units';
import { basis, rowsOf } from '../results/rows';

const APRIL_TO_JUNE: Basis = { kind: 'cumulative', from: '2009-04', to: '2009-06' };
const at = (month: string) => monthNumber(month);

// February to July 2009; in time / completed by hand.
const data = rowsOf('2009-02', 6, [
  {
    ia_completed: [10, 20, 100, 0, 50, 40],
    ia_in_time: [10, 10, 60, 0, 45, 8],
    starters: [1, 2, 3, 4, 5, 6],
    vacant: [20, 21, 22, 23, 24, 25],
    posts_and_in_post: 100,
    declared_school_absence: [0.15, 0.15, 0.14, 0.14, 0.13, 0.13],
  },
  'failed',
]);
const value = (measure: string, how: Basis, month: string) => readBasis(data, measure, how, at(month)).values[0];

describe('a measure on its basis', () => {
  it('adds up numerators and denominators from April, an empty month adding nothing', () => {
    expect(value('ia_in_time', APRIL_TO_JUNE, '2009-04')).toBe(0.6);
    expect(value('ia_in_time', APRIL_TO_JUNE, '2009-05')).toBe(0.6);
    expect(value('ia_in_time', APRIL_TO_JUNE, '2009-06')).toBe(105 / 150);
  });

  it('stops adding at the end of the period and has no value before it begins', () => {
    expect(value('ia_in_time', APRIL_TO_JUNE, '2009-07')).toBe(105 / 150);
    expect(value('ia_in_time', APRIL_TO_JUNE, '2011-01')).toBe(105 / 150);
    expect(value('ia_in_time', APRIL_TO_JUNE, '2009-03')).toBeNaN();
  });

  it('has no value for a period that begins before the run', () => {
    expect(value('ia_in_time', { kind: 'cumulative', from: '2009-01', to: '2009-06' }, '2009-06')).toBeNaN();
  });

  it('has no value for a period that is not over when the run ends', () => {
    expect(value('ia_in_time', { kind: 'cumulative', from: '2009-04', to: '2009-08' }, '2009-08')).toBeNaN();
  });

  it('reads a month alone, and has no value in an empty one', () => {
    expect(value('ia_in_time', basis('in-month'), '2009-06')).toBe(0.9);
    expect(value('ia_in_time', basis('in-month'), '2009-05')).toBeNaN();
  });

  it('counts the year from April to the month', () => {
    expect(value('ia_in_time', basis('year-to-date'), '2009-07')).toBe(113 / 190);
    expect(value('ia_in_time', basis('year-to-date'), '2009-03')).toBeNaN();
  });

  it('gives a rolling reading only when twelve months are there', () => {
    const year = rowsOf('2009-02', 13, [{ ia_completed: 10, ia_in_time: [0, ...new Array<number>(12).fill(6)] }]);
    const rolling = (month: string) => readBasis(year, 'ia_in_time', basis('rolling-12'), at(month)).values[0];
    expect(rolling('2009-12')).toBeNaN();
    expect(rolling('2010-01')).toBe(66 / 120);
    expect(rolling('2010-02')).toBe(0.6);
  });

  it('reads stocks and declared paths once, at the end of the months', () => {
    expect(value('vacancy_rate_dfe', basis('snapshot'), '2009-06')).toBe(0.24);
    expect(value('vacancy_rate_dfe', APRIL_TO_JUNE, '2009-07')).toBe(0.24);
    expect(value('school_absence', basis('declared'), '2009-04')).toBe(0.14);
    expect(value('vacancy_rate_dfe', basis('snapshot'), '2009-08')).toBeNaN();
  });

  it('adds up counts', () => {
    expect(value('starters_fte', APRIL_TO_JUNE, '2009-06')).toBe(12);
    expect(value('starters_fte', basis('in-month'), '2009-06')).toBe(5);
  });

  it('leaves out months too recent to know, but will not add up a count with a hole in it', () => {
    const recent = rowsOf('2009-04', 3, [
      { ca_from_start: [10, 10, Number.NaN], ca_from_start_in_time: [8, 6, Number.NaN], starters: [1, Number.NaN, 1] },
    ]);
    expect(readBasis(recent, 'ca_in_time_by_start', APRIL_TO_JUNE, at('2009-06')).values[0]).toBe(0.7);
    expect(readBasis(recent, 'starters_fte', APRIL_TO_JUNE, at('2009-06')).values[0]).toBeNaN();
  });

  it('gives the denominators with the values, and none for plain counts', () => {
    expect([...readBasis(data, 'ia_in_time', APRIL_TO_JUNE, at('2009-06')).denominators!]).toEqual([150, Number.NaN]);
    expect(readBasis(data, 'starters_fte', APRIL_TO_JUNE, at('2009-06')).denominators).toBeNull();
  });

  it('has no value in a failed future', () => {
    for (const measure of ['ia_in_time', 'starters_fte', 'vacancy_rate_dfe', 'school_absence']) {
      expect(readBasis(data, measure, basis('in-month'), at('2009-06')).values[1]).toBeNaN();
    }
  });

  it('opens the financial year in April', () => {
    expect(basisWindow(basis('year-to-date'), 'event', at('2010-03'))).toEqual({
      from: at('2009-04'),
      to: at('2010-03'),
    });
    expect(basisWindow(basis('year-to-date'), 'event', at('2010-04'))).toEqual({
      from: at('2010-04'),
      to: at('2010-04'),
    });
  });
});

describe('a basis in words', () => {
  const cumulative: Basis = { kind: 'cumulative', from: '2009-04', to: '2010-02' };

  it.each([
    [cumulative, '2010-02-28', 'cumulative, April 2009 to February 2010'],
    [cumulative, '2009-07-31', 'cumulative, April 2009 to July 2009'],
    [basis('snapshot'), '2010-02-28', 'on 28 February 2010'],
    [basis('snapshot'), '2010-02-10', 'at the end of February 2010'],
    [basis('in-month'), '2010-02-28', 'February 2010 alone'],
    [basis('rolling-12'), '2010-02-28', '12 months to February 2010'],
    [basis('year-to-date'), '2010-02-28', 'year to date, April 2009 to February 2010'],
    [basis('child-level'), '2010-02-28', 'child level, 12 months to February 2010'],
    [basis('declared'), '2010-02-28', 'declared path, February 2010'],
    [basis('snapshot'), null, 'at month end'],
    [cumulative, null, 'cumulative, April 2009 to February 2010'],
  ])('%j on %s', (how, date, words) => {
    expect(basisText(how, date)).toBe(words);
  });
});
