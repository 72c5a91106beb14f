import { describe, expect, it } from 'vitest';
import { warmStateOf } from '../../../src/model/simulator/simulator';
import { FIRST_ECHO } from '../../../src/model/index';
import { birmingham2009, compiled, runFutures, type Rows } from '../../fixtures/worlds';

/** Referrals of each future over the run. */
const referrals = (run: Rows): number[] =>
  [0, 1, 2].map((f) => [0, 1, 2].reduce((sum, month) => sum + run.at(f, month, 'referrals'), 0));

/** The largest difference between the numbers of two lists at the same place, as a share of the first. */
const apart = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((x, i) => Math.abs(x - b[i]!) / x));

describe('an echo', () => {
  // The level of referrals is doubted widely, months do not vary, and cohorts are too large to be lucky: what is left of chance is small.
  const scenario = birmingham2009();
  scenario.demand.levelSd.value = 0.8;
  scenario.demand.monthSd.value = 0;
  for (const declared of scenario.declared) {
    declared.cohort.value = 1e9;
    declared.yearlyChange.low = -0.1;
    declared.yearlyChange.high = 0.1;
  }
  const model = compiled(scenario, 'as-now', { horizonMonths: 3, warmUpYears: 1 });
  const futures = runFutures(model, 3, 4);
  const echoes = runFutures(model, 3, 4, FIRST_ECHO);

  it('has the level of referrals of its future', () => {
    const [first, second, third] = referrals(futures);
    expect(apart(referrals(futures), referrals(echoes))).toBeLessThan(0.12);
    expect(apart([first!, second!], [second!, third!])).toBeGreaterThan(0.3);
  });

  it('has the belief of its future', () => {
    const at = (run: Rows) => [0, 1, 2].map((f) => run.at(f, 2, 'declared_school_absence'));
    expect(apart(at(futures), at(echoes))).toBeLessThan(1e-3);
    expect(apart([at(futures)[0]!, at(futures)[1]!], [at(futures)[1]!, at(futures)[2]!])).toBeGreaterThan(0.01);
  });

  it('begins from the other warm state of the same point', () => {
    // Children looked after for four weeks in the month of the start all came, and have their end, from the warm state.
    const undrawn = birmingham2009();
    delete undrawn.fitted.draws;
    const now = compiled(undrawn, 'as-now', { horizonMonths: 1, warmUpYears: 1 });
    const looked = (number: number) => runFutures(now, 1, 4, number).at(0, 0, 'lac_children');
    expect(now.warmPoints[8]).toBe(now.warmPoints[0]);
    expect(looked(FIRST_ECHO)).toBe(looked(8));
    expect(looked(FIRST_ECHO)).not.toBe(looked(0));
  });

  it('has chance of its own', () => {
    const now = compiled(birmingham2009(), 'as-now', { horizonMonths: 3, warmUpYears: 1 });
    const [future, echo] = [runFutures(now, 1, 4), runFutures(now, 1, 4, FIRST_ECHO)];
    for (const column of ['referrals', 'ia_in_time', 'leavers', 'declared_school_absence', 'cases_open'])
      expect([0, 1, 2].map((m) => echo.at(0, m, column))).not.toEqual([0, 1, 2].map((m) => future.at(0, m, column)));
  });
});

describe('the warm state of a future', () => {
  const points = [0, 1, 2, 0, 1, 2];

  it('is its number modulo theirs', () => {
    expect([0, 4, 5, 6, 11].map((f) => warmStateOf(f, points))).toEqual([0, 4, 5, 0, 5]);
  });

  it('is another of the same point for an echo', () => {
    expect([0, 4, 5, 6, 11].map((f) => warmStateOf(FIRST_ECHO + f, points))).toEqual([3, 1, 2, 3, 2]);
    expect([0, 1, 2].map((f) => warmStateOf(FIRST_ECHO + f, [0, 0, 0]))).toEqual([1, 2, 0]);
  });

  it('is the same one where the point has no other', () => {
    expect([0, 1, 2].map((f) => warmStateOf(FIRST_ECHO + f, [0, 1, 0]))).toEqual([2, 1, 0]);
  });
});
