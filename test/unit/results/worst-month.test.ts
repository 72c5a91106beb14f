import { describe, expect, it } from 'vitest';
import { worstMonth } from '../../../src/model/results/worst-month';

const months = ['2009-02', '2009-03', '2009-04', '2009-05'];
const series = (p50: readonly (number | null)[]) => ({
  p10: p50.map((value) => value && value - 0.1),
  p50,
  p90: p50.map((value) => value && value + 0.1),
});

describe('the worst month', () => {
  it('is the lowest median of what should rise, and says how far below the first month it lies', () => {
    expect(worstMonth('ia_in_time', series([0.625, 0.5, 0.375, 0.75]), months, 'at-least')).toEqual({
      measure: 'ia_in_time',
      direction: 'at-least',
      month: '2009-04',
      p10: 0.275,
      p50: 0.375,
      p90: 0.475,
      firstMonth: '2009-02',
      firstP50: 0.625,
      worse: 0.25,
    });
  });

  it('is the highest of what should fall', () => {
    expect(worstMonth('vacancy_rate_dfe', series([0.25, 0.5, 0.375, 0.125]), months, 'at-most')).toMatchObject({
      month: '2009-03',
      p50: 0.5,
      worse: 0.25,
    });
  });

  it('is the first month where nothing dips, and the earliest of equals', () => {
    const rising = worstMonth('ia_in_time', series([0.5, 0.625, 0.75, 0.5]), months, 'at-least');
    expect(rising).toMatchObject({ month: '2009-02', worse: 0 });
    expect(Object.is(worstMonth('a', series([0.5, 0.25]), months, 'at-most')?.worse, 0)).toBe(true);
  });

  it('counts from the first month with a value', () => {
    expect(worstMonth('turnover_rate', series([null, 0.25, null, 0.5]), months, 'at-most')).toMatchObject({
      firstMonth: '2009-03',
      firstP50: 0.25,
      month: '2009-05',
      worse: 0.25,
    });
    expect(worstMonth('turnover_rate', series([null, null, null, null]), months, 'at-most')).toBeNull();
    expect(worstMonth('turnover_rate', series([]), [], 'at-most')).toBeNull();
  });
});
