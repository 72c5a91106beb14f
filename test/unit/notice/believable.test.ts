import { describe, expect, it } from 'vitest';
import table from '../../../scenarios/base-rates.json';
import { believableLines, oneYearChange } from '../../../src/model/notice/believable';
import { rowsOf } from '../results/rows';

/** Twelve months of one number, then twelve of another. */
const years = (first: number, second: number) =>
  Array.from({ length: 24 }, (_, month) => (month < 12 ? first : second));

describe('the change in a year', () => {
  it('of events is between the sums of two years', () => {
    // The first year has one large month: 100 of 1000 and 11 times 10 of 10 is 210 of 1110, not the mean of shares.
    const completed = years(10, 10).map((n, month) => (month === 0 ? 1000 : n));
    const inTime = years(10, 5).map((n, month) => (month === 0 ? 100 : n));
    const [change] = oneYearChange(
      rowsOf('2009-02', 24, [{ ia_completed: completed, ia_in_time: inTime }]),
      'ia_in_time',
    );
    expect(change).toBeCloseTo(0.5 - 210 / 1110, 12);
  });

  it('of stocks is from the end of month 12 to the end of month 24', () => {
    const vacant = Array.from({ length: 24 }, (_, month) => month);
    expect([...oneYearChange(rowsOf('2009-02', 24, [{ vacant, posts_and_in_post: 100 }]), 'vacancy_rate_dfe')]).toEqual(
      [expect.closeTo(0.12, 12)],
    );
  });

  it('of turnover adds up the leavers of each year, although month 12 has no rolling year yet', () => {
    const leavers = { leavers: years(1, 2), in_post: years(100, 80), leavers_year: Number.NaN };
    const [change] = oneYearChange(rowsOf('2009-02', 24, [leavers]), 'turnover_rate');
    expect(change).toBeCloseTo(24 / 80 - 12 / 100, 12);
  });

  it('is not known of a failed future, without a denominator, or in a shorter run', () => {
    const some = rowsOf('2009-02', 24, ['failed', { in_post: 0 }]);
    for (const measure of ['turnover_rate', 'ia_in_time', 'vacancy_rate_dfe'])
      expect([...oneYearChange(some, measure)]).toEqual([Number.NaN, Number.NaN]);
    const short = rowsOf('2009-02', 23, [{ leavers: 1, in_post: 100, ia_completed: 1, ia_in_time: 1 }]);
    for (const measure of ['turnover_rate', 'ia_in_time']) expect([...oneYearChange(short, measure)]).toEqual([NaN]);
  });
});

describe('believable councils', () => {
  const futures = [-1, 0, 1].map((step) => ({ vacant: years(20, 20 + 14.8 * step), posts_and_in_post: 100 }));

  it('may be twice as restless as real ones', () => {
    const lines = believableLines(rowsOf('2009-02', 24, futures), table.yearlyChanges);
    const line = lines.find(({ measure }) => measure === 'vacancy_rate_dfe')!;
    expect(line).toMatchObject({ observed: 0.074, futures: 3, grade: 'O', unit: 'share', note: null });
    expect(line.simulated).toBeCloseTo(0.148, 12);
    expect(line.ratio).toBeCloseTo(2, 12);
    expect(line.source).toContain('Local Authority Interactive Tool');
  });

  it('have a line for each measure with a history, without a ratio where nothing was simulated', () => {
    const lines = believableLines(rowsOf('2009-02', 24, futures), table.yearlyChanges);
    expect(lines.map(({ measure, observed }) => [measure, observed])).toEqual([
      ['ia_in_time', 0.085],
      ['ca_in_time', 0.085],
      ['sa_in_time', 0.085],
      ['vacancy_rate_dfe', 0.074],
      ['turnover_rate', 0.088],
      ['agency_share_workforce', 0.068],
    ]);
    expect(lines[0]).toMatchObject({ simulated: null, ratio: null, note: 'Of assessments within 45 working days.' });
  });

  it('have as ratio the standard deviation of their one-year changes over that of real ones, each by its own', () => {
    // Changes of −0.1, 0 and 0.2 in every measure: a mean of 1/30, and squares about it that add up to 7/150.
    const level = (base: number, step: number) => years(base, base + 100 * step);
    const restless = [-0.1, 0, 0.2].map((step) => ({
      ...{ ia_completed: 100, ia_in_time: level(50, step), ca_completed: 100, ca_in_time: level(50, step) },
      ...{ sa_completed: 100, sa_in_time: level(50, step), vacant: level(20, step), posts_and_in_post: 100 },
      ...{ leavers: years(1, 1 + (100 * step) / 12), in_post: 100, leavers_year: 1 },
      ...{ agency: level(20, step), workforce: 100 },
    }));
    const sd = Math.sqrt(7 / 150 / 2);
    // Real ones: timeliness 8.5 points, vacancies 7.4, turnover 8.8, agency 6.8.
    const real = [0.085, 0.085, 0.085, 0.074, 0.088, 0.068];
    const lines = believableLines(rowsOf('2009-02', 24, restless), table.yearlyChanges);
    expect(lines.map(({ ratio }) => ratio)).toEqual(real.map((one) => expect.closeTo(sd / one, 10) as number));
    expect(lines.map(({ simulated }) => simulated)).toEqual(real.map(() => expect.closeTo(sd, 10) as number));
  });

  it('need two years', () => {
    expect(believableLines(rowsOf('2009-02', 23, futures), table.yearlyChanges)).toEqual([]);
  });
});
