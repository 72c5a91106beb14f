import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  bankHolidays,
  dayNumber,
  isoDate,
  lastDayOfMonth,
  weekday,
  workingDays,
} from '../../../src/model/tables/calendar';
import { WORKING_DAYS_PER_MONTH } from '../../../src/model/units';

describe('England’s working days', () => {
  it.each([
    ['2009-02-10', 7, '2009-02-19', 9],
    ['2009-04-06', 7, '2009-04-17', 11],
    ['2009-04-06', 35, '2009-05-29', 53],
    ['2009-12-14', 35, '2010-02-04', 52],
    ['2010-04-01', 10, '2010-04-19', 18],
    ['2011-04-18', 10, '2011-05-06', 18],
    ['2011-04-18', 35, '2011-06-13', 56],
    ['2011-12-19', 10, '2012-01-05', 17],
    ['2012-05-28', 35, '2012-07-18', 51],
    ['2014-12-15', 45, '2015-02-19', 66],
    ['2015-03-30', 15, '2015-04-22', 23],
  ])('%s and %i working days is %s', (start, days, deadline, calendarDays) => {
    expect(addWorkingDays(start, days)).toBe(deadline);
    expect(dayNumber(deadline) - dayNumber(start)).toBe(calendarDays);
  });

  it.each([
    [2009, 253],
    [2010, 253],
    [2011, 252],
    [2012, 250],
    [2013, 254],
    [2014, 253],
  ])('financial year %i has %i', (year, count) => {
    expect(workingDays(dayNumber(`${String(year)}-04-01`), dayNumber(`${String(year + 1)}-03-31`))).toHaveLength(count);
  });

  it('April 2011 has 18', () => {
    expect(workingDays(dayNumber('2011-04-01'), lastDayOfMonth(2011 * 12 + 3))).toHaveLength(18);
  });

  it('has 21 in a month on average, and no month is more than three off', () => {
    const months = Array.from({ length: 12 * 25 }, (_, i) => 2005 * 12 + i);
    const counts = months.map((month) => workingDays(lastDayOfMonth(month - 1) + 1, lastDayOfMonth(month)).length);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(Math.round(mean)).toBe(WORKING_DAYS_PER_MONTH);
    expect(mean).toBeCloseTo(21.1, 1);
    for (const count of counts) expect(Math.abs(count - WORKING_DAYS_PER_MONTH)).toBeLessThanOrEqual(3);
  });

  it('knows substitutes, moved and proclaimed holidays', () => {
    const named = (year: number) => [...bankHolidays(year)].sort((a, b) => a - b).map(isoDate);
    expect(named(2010)).toEqual([
      '2010-01-01',
      '2010-04-02',
      '2010-04-05',
      '2010-05-03',
      '2010-05-31',
      '2010-08-30',
      '2010-12-27',
      '2010-12-28',
    ]);
    expect(named(2012)).toContain('2012-06-04');
    expect(named(2012)).toContain('2012-06-05');
    expect(named(2012)).not.toContain('2012-05-28');
    expect(named(2021)).toEqual([
      '2021-01-01',
      '2021-04-02',
      '2021-04-05',
      '2021-05-03',
      '2021-05-31',
      '2021-08-30',
      '2021-12-27',
      '2021-12-28',
    ]);
    expect(named(2022)).toEqual([
      '2022-01-03',
      '2022-04-15',
      '2022-04-18',
      '2022-05-02',
      '2022-06-02',
      '2022-06-03',
      '2022-08-29',
      '2022-09-19',
      '2022-12-26',
      '2022-12-27',
    ]);
    expect(named(2023)).toContain('2023-05-08');
  });

  it('day numbers and dates are each other’s inverse', () => {
    for (let day = dayNumber('1990-01-01'); day <= dayNumber('2100-12-31'); day += 13)
      expect(dayNumber(isoDate(day))).toBe(day);
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(weekday(dayNumber('2009-02-10'))).toBe(1);
  });
});
