import { describe, expect, test } from 'vitest';
import { readDate, readMonth, readText, readValue, valueText } from '../../../../src/app/notice/typed';

const said = (read: { ok: boolean; sentence?: string }) => (read.ok ? '' : read.sentence!);

describe('typed values', () => {
  test('a percentage may be typed with its sign or without, and comes to the same share', () => {
    for (const text of ['69', '69%', ' 69 % ', '69 per cent', '69.0'])
      expect(readValue(text, 'share')).toEqual({ ok: true, value: 0.69 });
    expect(readValue('17.7', 'share')).toEqual({ ok: true, value: 0.177 });
    expect(readValue('0.5%', 'share')).toEqual({ ok: true, value: 0.005 });
    expect(readValue('0', 'share')).toEqual({ ok: true, value: 0 });
  });

  test('what could be read two ways is asked about, never guessed', () => {
    expect(said(readValue('0.69', 'share'))).toBe('“0.69” could mean 0.69% or 69%. Type one of them.');
    expect(said(readValue('55.7%', 'fte'))).toContain('counted in FTE, not in per cent');
  });

  test('what is no such number is said with what would be right', () => {
    expect(said(readValue('12..5', 'share'))).toBe(
      '“12..5” is not a number. Type a percentage from 0 to 100, for example 69 or 17.7.',
    );
    expect(said(readValue('101', 'share'))).toContain('more than 100%');
    expect(said(readValue('-3', 'count'))).toContain('below nought');
    expect(said(readValue('', 'fte'))).toBe('Type a number of FTE.');
  });

  test('counts take thousands, pounds and units', () => {
    expect(readValue('1,234', 'count')).toEqual({ ok: true, value: 1234 });
    expect(readValue('55.7 FTE', 'fte')).toEqual({ ok: true, value: 55.7 });
    expect(readValue('£1,200', 'pounds')).toEqual({ ok: true, value: 1200 });
  });

  test('what a field shows is read back as the same value', () => {
    for (const value of [0, 0.69, 0.177, 0.594, 0.1234, 1])
      expect(readValue(`${valueText(value, 'share')}%`, 'share')).toEqual({ ok: true, value });
    expect(valueText(1234.5, 'count')).toBe('1,234.5');
    expect(valueText(20, 'fte')).toBe('20');
  });

  test('text is kept to its length, and may be required', () => {
    expect(readText(' a ', 3)).toEqual({ ok: true, value: 'a' });
    expect(said(readText('abcd', 3))).toBe('This has 4 characters; at most 3 are kept. Shorten it.');
    expect(said(readText('  ', 3, 'Give it a name.'))).toBe('Give it a name.');
  });
});

describe('typed dates and months', () => {
  test('dates in the usual forms', () => {
    for (const text of [
      '31 December 2009',
      '31 Dec 2009',
      '31/12/2009',
      '31.12.09',
      '2009-12-31',
      '31st December, 2009',
    ])
      expect(readDate(text), text).toEqual({ ok: true, value: '2009-12-31' });
    expect(readDate('Feb 2010')).toEqual({ ok: true, value: '2010-02-28' });
    expect(readDate('29 February 2012')).toEqual({ ok: true, value: '2012-02-29' });
  });

  test('what is no date is said, with the reason', () => {
    expect(said(readDate('31 November 2009'))).toBe(
      '“31 November 2009” is not a date: November 2009 has 30 days. Type a date like 31 December 2009.',
    );
    expect(said(readDate('29 February 2010'))).toContain('February 2010 has 28 days');
    for (const text of ['soon', '2009', '1 Marchember 2009', '13/13/2009', '1 May 1066'])
      expect(said(readDate(text)), text).toContain('is not a date. Type a date like');
  });

  test('a month without a year is the latest one before the date', () => {
    expect(readMonth('April', '2009-12')).toEqual({ ok: true, value: '2009-04' });
    expect(readMonth('December', '2009-12')).toEqual({ ok: true, value: '2009-12' });
    expect(readMonth('sept', '2010-02-28')).toEqual({ ok: true, value: '2009-09' });
    expect(readMonth('Apr 2009', null)).toEqual({ ok: true, value: '2009-04' });
    expect(readMonth('2009-04', null)).toEqual({ ok: true, value: '2009-04' });
    expect(said(readMonth('April', null))).toContain('Say the year of April');
    expect(said(readMonth('Q1', '2009-12'))).toBe('“Q1” is not a month. Type a month like April 2009.');
  });
});
