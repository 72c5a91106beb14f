import { describe, expect, it } from 'vitest';
import { compareCosts, comparePlans, costByYear } from '../../../src/model/notice/plans';
import { assessments, basis, rowsOf, targetOf } from '../results/rows';

const target = targetOf({ basis: basis('in-month') });
const plan = (id: string, shares: readonly number[], cost: number | number[] = 0) => ({
  id,
  data: rowsOf(
    '2010-02',
    3,
    assessments(shares.map((share) => [share, share, share])).map((future) => ({
      ...(future as object),
      staff_cost: cost,
    })),
  ),
});

describe('plans on the same futures', () => {
  it('are compared target by target, those without a date or a value left out', () => {
    const found = comparePlans(plan('a', [0.6, 0.7]), plan('b', [0.7, 0.7]), [
      target,
      { ...target, id: 'undated', due: null },
      { ...target, id: 'core', measure: 'ca_in_time' },
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      a: 'a',
      b: 'b',
      target: 'ni59',
      aBetter: 0,
      same: 0.5,
      bBetter: 0.5,
      difference: 0.5,
    });
  });

  it('differ by exactly nothing from themselves', () => {
    const one = plan('a', [0.6, 0.7, 0.81], 3);
    expect(comparePlans(one, one, [target])[0]).toMatchObject({
      aBetter: 0,
      same: 1,
      bBetter: 0,
      difference: 0,
      standardError: 0,
    });
    expect(compareCosts(one, one)[0]).toMatchObject({ mean: 0, p10: 0, p50: 0, p90: 0 });
  });

  it('must hold the same futures', () => {
    expect(() => comparePlans(plan('a', [0.6]), plan('b', [0.6, 0.7]), [target])).toThrow(
      'not run on the same futures',
    );
  });

  it('have their cost by financial year, over the months of the run', () => {
    const data = rowsOf('2010-02', 3, [{ staff_cost: [1, 2, 10] }, { staff_cost: [3, 4, 20] }, 'failed']);
    expect(costByYear(data)).toEqual({
      '2009-10': { mean: 5, p10: 3.4, p50: 5, p90: 6.6 },
      '2010-11': { mean: 15, p10: 11, p50: 15, p90: 19 },
    });
  });

  it('have a difference of cost for each year and for all', () => {
    const found = compareCosts(plan('a', [0.6, 0.6], [1, 1, 5]), plan('b', [0.6, 0.6], [2, 2, 9]));
    expect(found.map(({ years, mean }) => [years, mean])).toEqual([
      [['2009-10'], 2],
      [['2010-11'], 4],
      [['2009-10', '2010-11'], 6],
    ]);
  });
});
