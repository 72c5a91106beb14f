import { expect, it } from 'vitest';
import { makeSimulator } from '../../../src/model/index';
import { tenthOfBirmingham } from '../../fixtures/council';
import { compiled } from '../../fixtures/worlds';

it('a run that begins on the last weekend of a month has no month end to count there, which is not a council of nobody', () => {
  const scenario = tenthOfBirmingham();
  scenario.start = '2009-02-28';
  const model = compiled(scenario, 'as-now', { horizonMonths: 4, warmUpYears: 1, warmStates: 1, onlyChance: true });
  const row = new Float64Array(model.columns.length * model.months.length);
  expect(makeSimulator(model, 1).run(0, row)).toBeNull();
  const at = (month: number, column: string) => row[month * model.columns.length + model.columns.indexOf(column)]!;
  expect(model.months[0]).toBe('2009-02');
  for (const column of ['posts', 'in_post', 'vacant', 'cases_open', 'unallocated', 'longest_wait', 'lac_children'])
    expect([at(0, column), at(1, column)], column).toEqual([NaN, expect.any(Number)]);
  expect([at(0, 'posts@assessment'), at(0, 'in_post@social-worker')]).toEqual([NaN, NaN]);
  expect(at(1, 'posts')).toBe(model.workforce.teams.reduce((sum, { posts }) => sum + posts, 0));
  // What happens in a month, costs among it, did not happen in that one, and adds up over the run.
  for (const column of ['referrals', 'ia_completed', 'staff_cost', 'leavers']) expect(at(0, column), column).toBe(0);
});
