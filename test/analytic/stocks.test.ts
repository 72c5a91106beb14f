/** Stocks against theory, through the same engine: plans held, posts filled. */
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/model/index';
import { expectTheory, pooled, times, totals, type Estimate } from '../fixtures/estimates';
import {
  birmingham2009,
  compiled,
  evenly,
  meanAndError,
  queueScenario,
  runFutures,
  type Rows,
} from '../fixtures/worlds';

/** A column for each person in post and year of 253 working days. */
function aYear(run: Rows, column: string): Estimate {
  return times(pooled(totals(run, column), totals(run, 'workforce_days')), 253);
}

describe('open caseload, M/G/∞', () => {
  /** Every assessment takes no time to speak of and lasts its elapsed time; the number open is Poisson with mean rate × duration. */
  it('20 a week lasting 13 weeks: mean 260, variance 260, P(more than 280) .103', () => {
    const scenario = queueScenario({
      servers: 400,
      gap: 111,
      service: 1,
      effort: { logSd: 0 },
      ceiling: 50,
      limitDays: 65,
    });
    const model = evenly(scenario, compiled(scenario, 'as-now', { horizonMonths: 12 }));
    // Every assessment lasts exactly its 65 working days.
    for (const point of model.points) point.elapsed[0]!.fill(1);
    const run = runFutures(model, 900, 3);
    const open = Array.from({ length: run.futures }, (_, f) => run.at(f, 11, 'assessments_open'));
    const { mean, error } = meanAndError(open);
    expect(error).toBeLessThan(0.7);
    // A case leaves at the start of its 65th day, so at the evening count the last 65 days' arrivals are open.
    expect(Math.abs(mean - 260)).toBeLessThan(4 * error);
    const variance = open.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (open.length - 1);
    expect(Math.abs(variance - 260)).toBeLessThan(4 * 260 * Math.sqrt(2 / open.length));
    const over = open.filter((x) => x > 280).length / open.length;
    expect(Math.abs(over - 0.10287)).toBeLessThan(4 * Math.sqrt((0.10287 * 0.89713) / open.length));
  });
});

describe('people', () => {
  it('with leaving at one rate and no hiring, those in post fall as (1 − p)^months', () => {
    const scenario = birmingham2009();
    scenario.workforce.caseloadEffect.value = 0;
    for (const band of Object.values(scenario.workforce.leavingByService)) band.value = 0.18;
    scenario.workforce.newlyQualifiedCohort.value = 0;
    scenario.start = '2009-04-01';
    const plan = {
      ...scenario.plans[0]!,
      id: 'none',
      levers: { hiresPerMonth: { value: 0, from: '2000-01-01' }, agencyConversion: { value: 0, from: '2000-01-01' } },
    };
    scenario.plans.push(plan);
    const model = compiled(scenario, 'none', { horizonMonths: 24, onlyChance: true });
    const monthly = model.workforce.leavingByBand[0];
    const run = runFutures(model, 120, 2);
    const { mean, error } = meanAndError(Array.from({ length: run.futures }, (_, f) => run.at(f, 23, 'in_post')));
    expect(Math.abs(mean - 527 * (1 - monthly) ** 24)).toBeLessThan(4 * error);
    expect(error).toBeLessThan(1.2);
    for (let f = 0; f < run.futures; f++) for (let m = 0; m < 24; m++) expect(run.at(f, m, 'starters')).toBe(0);
  });

  /** Nobody comes or goes: whoever starts is well, which takes a hundredth off the days lost. */
  function staying(): Scenario {
    const scenario = birmingham2009();
    scenario.workforce.leavingRate.value = 0;
    return scenario;
  }

  it('sickness takes the stated working days a year', () => {
    const model = compiled(staying(), 'as-now', { horizonMonths: 24, onlyChance: true });
    expectTheory(aYear(runFutures(model, 80, 6), 'absence_days'), 24.9, 0.15);
  });

  it('spells of a day, which are the shortest there are, take the stated days too', () => {
    const scenario = staying();
    scenario.workforce.sicknessDays.value = 8.9;
    scenario.workforce.shortSpellDays.value = 1;
    const model = compiled(scenario, 'as-now', { horizonMonths: 12, onlyChance: true });
    expectTheory(aYear(runFutures(model, 60, 6), 'absence_days'), 8.9, 0.15);
  });

  it.each([0.05, 0.118])('staff leave at the stated %f a year, however long some stay', (rate) => {
    const scenario = birmingham2009();
    scenario.workforce.leavingRate.value = rate;
    scenario.workforce.caseloadEffect.value = 0;
    const model = compiled(scenario, 'as-now', { horizonMonths: 12, onlyChance: true });
    expectTheory(aYear(runFutures(model, 60, 7), 'leavers'), rate, 0.03 * rate);
  });
});
