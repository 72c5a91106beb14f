import { describe, expect, it } from 'vitest';
import table from '../../../scenarios/base-rates.json';
import { baseRateFor, moreHopeful } from '../../../src/model/notice/base-rates';
import { basis, targetOf } from '../results/rows';

const START = '2009-02-10';
const vacancies = targetOf({
  measure: 'vacancy_rate_dfe',
  direction: 'at-most',
  threshold: 0.177,
  basis: basis('snapshot'),
  baseline: { value: 0.247, year: '2007-08' },
});
const core = (baseline: number, threshold = 0.86) =>
  targetOf({ measure: 'ca_in_time', threshold, baseline: { value: baseline, year: '2007-08' } });

describe('what councils have managed', () => {
  it('is told for the vacancies of the notice', () => {
    expect(baseRateFor(vacancies, START, table)).toEqual({
      probability: 47 / 373,
      n: 373,
      text: 'Of councils that stood at 24% vacancies or more, 13 in 100 were at 17.7% or less a year later.',
    });
  });

  it('is not told where nobody knows where the council stands', () => {
    const unknown = (value: number) => ({ ...core(value), baseline: { value, year: 'not known' } });
    expect(baseRateFor(core(0.7), START, table)).not.toBeNull();
    expect(baseRateFor(unknown(0.7), START, table)).toBeNull();
  });

  it('is told for the years there are', () => {
    const later = (due: string) => baseRateFor({ ...vacancies, due }, START, table);
    expect(later('2011-02-28')).toMatchObject({ n: 332, text: expect.stringContaining('two years later') as string });
    expect(later('2012-03-31')).toMatchObject({ n: 283, text: expect.stringContaining('24 in 100') as string });
    expect(later('2010-08-31')).toBeNull();
    expect(later('2009-06-30')).toBeNull();
    expect(later('2013-02-28')).toBeNull();
  });

  it('says that the history of core assessments is of another measure', () => {
    expect(baseRateFor(core(0.7), START, table)).toEqual({
      probability: 49 / 297,
      n: 297,
      text: 'Of councils that stood below 75% of assessments in time, 16 in 100 were at 86% or more a year later. That history is of 45-day assessments, not of core assessments in 35 days.',
    });
  });

  it('takes the row whose range begins nearest, its bound excluded', () => {
    expect(baseRateFor(core(0.74), START, table)?.n).toBe(297);
    expect(baseRateFor(core(0.75), START, table)?.n).toBe(494);
    expect(baseRateFor(core(0.8), START, table)).toBeNull();
    const ten = (value: number) =>
      baseRateFor({ ...vacancies, threshold: 0.1, baseline: { value, year: '' } }, START, table)?.n;
    expect([0.26, 0.25, 0.24, 0.2, 0.19, 0.12, 0.09].map(ten)).toEqual([346, 346, 523, 523, 265, 272, undefined]);
  });

  it('writes a range with both ends', () => {
    expect(baseRateFor({ ...vacancies, threshold: 0.1, baseline: { value: 0.17, year: '' } }, START, table)?.text).toBe(
      'Of councils that stood at 15% vacancies or more, but below 20%, 12 in 100 were at 10% or less a year later.',
    );
  });

  it('is silent where nothing fits: another threshold, measure, direction or no date', () => {
    expect(baseRateFor({ ...vacancies, threshold: 0.15 }, START, table)).toBeNull();
    expect(baseRateFor({ ...vacancies, measure: 'vacancy_rate_uncovered' }, START, table)).toBeNull();
    expect(baseRateFor({ ...vacancies, direction: 'at-least' }, START, table)).toBeNull();
    expect(baseRateFor({ ...vacancies, due: null }, START, table)).toBeNull();
    expect(baseRateFor(targetOf({ threshold: 0.86, baseline: { value: 0.62, year: '' } }), START, table)).toBeNull();
  });

  it('holds every row of the table, with counts that can be', () => {
    expect(table.rows).toHaveLength(11);
    for (const { after } of table.rows) {
      expect(after.map(({ years }) => years)).toEqual([1, 2, 3]);
      for (const { hits, n } of after) expect(hits).toBeLessThan(n);
    }
  });
});

describe('more hopeful than history', () => {
  const history = { probability: 47 / 373, n: 373, text: '' };

  it('needs ten points and more than the doubt of history itself', () => {
    expect(moreHopeful(0.34, history)).toBe(true);
    expect(moreHopeful(0.22, history)).toBe(false);
    expect(moreHopeful(0.05, history)).toBe(false);
    expect(moreHopeful(null, history)).toBe(false);
    // 2 of 10: the interval reaches to 51%, so 40% is not yet more hopeful.
    expect(moreHopeful(0.4, { probability: 0.2, n: 10, text: '' })).toBe(false);
  });
});
