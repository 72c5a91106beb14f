/**
 * A stock of plans: one begins a day, each ends with a chance of 1% a day, and 100 are there at the start. After t days the
 * survivors of the 100 are binomial and the others Poisson: mean 100 at all times, variance 100 (1 − e^(−.02 t)).
 */
import { describe, expect, it } from 'vitest';
import { compiled, meanAndError, queueScenario, runFutures } from '../fixtures/worlds';
import { expectTheory, type Estimate } from '../fixtures/estimates';
import { chiSquare, chiSquareCritical, ONE_IN_1000, poissonChances } from '../fixtures/laws';
import type { Scenario } from '../../src/model/index';

const DAYS = 506; // 1 April 2009 to 31 March 2011

/** One assessment a day, done in a minute, of which every one leads to a child in need plan. */
function entriesAndExits(): Scenario {
  const scenario = queueScenario({
    servers: 4,
    gap: 444,
    service: 1,
    effort: { logSd: 0 },
    limitDays: 1,
    start: '2009-04-01',
  });
  scenario.pathway.initialToCin.value = 1;
  scenario.workforce.teams.find(({ holds }) => holds === 'plans')!.posts.value = 10; // room for all: nobody else has to keep a plan
  const { cin } = scenario.heldWork;
  // 100 plans and 253 starts a year make a mean of 100 working days; the shape is that of an exponential with a mean of 24 months.
  cin.stock.value = 100;
  cin.durationShape.values = [3, 6, 12, 24].map((months) => 1 - Math.exp(-months / 24));
  return scenario;
}

describe('entries 1 a day, exits 1% a day, 100 at the start', () => {
  it('after two years mean 100 and variance 99.996, Poisson', () => {
    const model = compiled(entriesAndExits(), 'as-now', { horizonMonths: 24, warmUpYears: 0, warmStates: 100 });
    expect(model.clock.days).toBe(DAYS);
    expect(100 * (1 - Math.exp(-0.02 * DAYS))).toBeCloseTo(99.996, 3);
    const run = runFutures(model, 1500, 61);
    const open = (month: number): number[] =>
      Array.from(
        { length: run.futures },
        (_, f) => run.at(f, month, 'cases_open') - run.at(f, month, 'assessments_open'),
      );
    const variance = (list: readonly number[]): Estimate => {
      const { mean } = meanAndError(list);
      return meanAndError(list.map((x) => (x - mean) ** 2));
    };
    const end = open(23);
    expectTheory(meanAndError(end), 100, 0.3);
    expectTheory(variance(end), 99.996, 4.5);

    // The law itself: ten cells between the tenths of Poisson(100).
    const chances = poissonChances(100, 400);
    const observed: number[] = [];
    const expected: number[] = [];
    let cell = 0;
    chances.forEach((chance, k) => {
      if (expected.length === 0 || cell > 0.1) {
        expected.push(0);
        observed.push(0);
        cell = 0;
      }
      cell += chance;
      expected[expected.length - 1]! += chance * end.length;
      observed[observed.length - 1]! += end.filter((x) => x === k).length;
    });
    expect(expected.length).toBeGreaterThan(8);
    expect(chiSquare(observed, expected)).toBeLessThan(chiSquareCritical(expected.length - 1, ONE_IN_1000));
  });
});
