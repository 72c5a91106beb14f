import { describe, expect, it } from 'vitest';
import * as format from '../../../src/model/results/format';

describe('how values are written', () => {
  it.each([
    [0.69, 'share', '69%', '69.0%', '69%'],
    [0.177, 'share', '18%', '17.7%', '17.7%'],
    [0.594, 'share', '59%', '59.4%', '59.4%'],
    [1, 'share', '100%', '100.0%', '100%'],
    [9.94, 'fte', '9.9', '9.9', '9.94'],
    [1234, 'count', '1,234', '1,234', '1,234'],
    [17.26, 'cases', '17.3', '17.3', '17.26'],
    [900, 'pounds', '£900', '£900', '£900'],
    [1_234_567, 'pounds', '£1.2m', '£1.2m', '£1.2m'],
  ] as const)('%d %s', (value, unit, sentence, cell, exact) => {
    expect(format.formatValue(value, unit)).toBe(sentence);
    expect(format.formatCell(value, unit)).toBe(cell);
    expect(format.formatExact(value, unit)).toBe(exact);
  });

  it('never turns a missing value into nought', () => {
    expect(format.formatValue(null, 'share')).toBe('no value');
    expect(format.formatCell(Number.NaN, 'count')).toBe('no value');
  });

  it('writes signs and thousands', () => {
    expect(format.grouped(-1234.5, 1)).toBe('−1,234.5');
    expect(format.grouped(-0.01, 1)).toBe('0.0');
    expect(format.grouped(1234567, 0)).toBe('1,234,567');
    expect(format.pounds(-850_000)).toBe('−£0.9m');
    expect(format.pounds(4200)).toBe('£4,200');
    expect(format.pounds(94_765)).toBe('£95,000');
    expect(format.pounds(99_499)).toBe('£99,000');
    expect(format.pounds(99_500)).toBe('£0.1m');
  });

  it('writes dates, years and counts', () => {
    expect(format.dayText('2010-02-08')).toBe('8 February 2010');
    expect(format.monthText('2009-12')).toBe('December 2009');
    expect(['2009-03', '2009-04', '2010-02', '1999-06'].map(format.financialYear)).toEqual([
      '2008-09',
      '2009-10',
      '2009-10',
      '1999-00',
    ]);
    expect([1, 8, 9, 10].map(format.countWord)).toEqual(['one', 'eight', 'nine', '10']);
    expect(['2010-02-28', '2012-02-28', '2012-02-29', '2011-06-30', '2011-06-29'].map(format.isMonthEnd)).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
  });
});
