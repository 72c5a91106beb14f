import { describe, expect, test } from 'vitest';
import birmingham from '../../../../scenarios/birmingham-2009.json';
import {
  arithmeticLine,
  enough,
  isCounted,
  periodMonths,
  readCount,
  samplingLine,
} from '../../../../src/app/notice/counting';
import { measureFacts } from '../../../../src/app/notice/measures';
import { chanceObservedAtLeast } from '../../../../src/model/notice/sampling';
import type { Scenario, Target } from '../../../../src/model/index';

const scenario = birmingham as unknown as Scenario;
const ni59 = scenario.targets[0]!;
const facts = measureFacts('ia_in_time', [])!;
/** 80% for April to December, as Worcestershire was asked (domain facts, F6). */
const target: Target = {
  ...ni59,
  threshold: 0.8,
  due: '2009-12-31',
  basis: { kind: 'cumulative', from: '2009-04', to: '2009-12' },
};
const known = (texts: Record<string, string>) => (month: string) => texts[month] ?? '';
const line = (texts: Record<string, string>, of = target) => arithmeticLine(of, facts, known(texts)).join(' ');

describe('what the remaining months must average', () => {
  test('three months at 66% leave 87% for an 80% target over nine', () => {
    expect(line({ '2009-04': '62', '2009-05': '66%', '2009-06': '70' })).toBe(
      'To reach 80% for April 2009 to December 2009, the rest of the year must average 87.0% a month. April 2009 to June 2009 averaged 66.0%. This assumes the same number of assessments each month.',
    );
  });

  test('nothing known, met whatever comes, and out of reach are each said', () => {
    expect(line({})).toContain('With no month known, all of April 2009 to December 2009 must average 80% or more');
    const months = periodMonths(target, facts);
    expect(months).toHaveLength(9);
    const all = (share: string) => Object.fromEntries(months.slice(0, 8).map((month) => [month, share]));
    expect(line(all('100'))).toContain('is already met');
    expect(line(all('20'))).toContain('can no longer be met');
  });

  test('actual numbers weigh the months, and those not typed are taken at their average', () => {
    const shares = { '2009-04': '62', '2009-05': '66', '2009-06': '70' };
    const with_ = (counts: Record<string, string>) =>
      arithmeticLine(target, facts, known(shares), known(counts)).join(' ');
    // 100, 300 and 200 counted: 400 of 600 in time. The six months left count 200 each: (0.8 × 1800 − 400) ÷ 1200.
    expect(with_({ '2009-04': '100', '2009-05': '300', '2009-06': '200' })).toBe(
      'To reach 80% for April 2009 to December 2009, the rest of the year must average 86.7% a month. April 2009 to June 2009 averaged 66.7%. This uses the actual numbers of assessments. Months without a number are taken at 200, the average of those typed.',
    );
    // A heavy autumn expected: 600 each in the six months left, (0.8 × 4200 − 400) ÷ 3600.
    const autumn = Object.fromEntries(['07', '08', '09', '10', '11', '12'].map((month) => [`2009-${month}`, '600']));
    const all = with_({ '2009-04': '100', '2009-05': '300', '2009-06': '200', ...autumn });
    expect(all).toContain('must average 82.2% a month');
    expect(all).not.toContain('without a number');
    // Few left: what was enough for equal months no longer is.
    const few = Object.fromEntries(['07', '08', '09', '10', '11', '12'].map((month) => [`2009-${month}`, '40']));
    expect(with_({ '2009-04': '100', '2009-05': '300', '2009-06': '200', ...few })).toContain('can no longer be met');
    expect(with_({ '2009-04': 'many' })).toContain('This assumes the same number');
  });

  test('records that come in late are counted as they are in the chance, and it is said', () => {
    const late = { ...target, measure: 'cp_reviews_in_time', recordingLag: { share: 0.5, workingDays: 21 } };
    // Of nine months due all count, of December only half of what was done: (0.8 × 9 − 1.98) ÷ 5.5.
    expect(line({ '2009-04': '62', '2009-05': '66%', '2009-06': '70' }, late)).toContain('must average 94.9% a month');
    expect(line({}, late)).toContain(
      'What is judged is the figure first published, which misses what is entered late: 50% of records, 21 working days after the event. The single months here have every record in; so counted, they must average 84.7%.',
    );
    expect(line({})).not.toContain('first published');
  });

  test('a text that is no percentage is left out, and gaps are named', () => {
    expect(line({ '2009-04': '60', '2009-06': '60', '2009-07': 'sixty' })).toContain(
      'April 2009, June 2009 averaged 60.0%',
    );
  });

  test('only percentages added up have such months', () => {
    const months = (basis: Target['basis'], of = facts) => periodMonths({ ...target, basis }, of).length;
    expect(months({ kind: 'year-to-date' })).toBe(9);
    expect(months({ kind: 'in-month' })).toBe(0);
    expect(months({ kind: 'snapshot' }, measureFacts('vacancy_rate_dfe', []))).toBe(0);
  });

  test('rounding as published lowers what is enough', () => {
    expect(enough({ ...target, rounding: 0 })).toBeCloseTo(0.795, 12);
    expect(enough({ ...target, rounding: 1, direction: 'at-most' })).toBeCloseTo(0.8005, 12);
    expect(enough(target)).toBe(0.8);
  });
});

describe('the luck of counting', () => {
  test('says the chance of a service exactly as good as its target, and what nine chances in ten take', () => {
    const text = samplingLine({ ...target, threshold: 0.86 }, 600);
    expect(text).toContain(`in about ${Math.round(chanceObservedAtLeast(0.86, 600, 0.86) * 100)} of 100 such periods`);
    // 90% for 86% over 600 cases takes 0.8765 (the example of the model).
    expect(text).toContain('For 90 of 100 it must truly manage 87.7%.');
  });

  test('a target at most is the mirror of one at least', () => {
    const text = samplingLine({ ...target, threshold: 0.14, direction: 'at-most' }, 600);
    expect(text).toContain('For 90 of 100 it must truly manage 12.3% or less.');
    expect(text).toContain(`in about ${Math.round(chanceObservedAtLeast(0.86, 600, 0.86) * 100)} of 100`);
  });

  test('speaks of events and children, not of posts', () => {
    expect(isCounted(facts, target)).toBe(true);
    expect(isCounted(measureFacts('lac_reviews_child', [])!, scenario.targets[2]!)).toBe(true);
    expect(isCounted(measureFacts('vacancy_rate_dfe', [])!, scenario.targets[6]!)).toBe(false);
  });

  test('reads how many are counted', () => {
    expect(readCount('1,200')).toEqual({ ok: true, value: 1200 });
    for (const text of ['', '0', '1.5', 'many', '100001']) expect(readCount(text).ok, text).toBe(false);
  });
});
