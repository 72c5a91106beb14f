/** Stocks against theory, through the same engine: plans held, posts filled. */
import { describe, expect, it } from 'vitest';
import { birmingham2009, compiled, evenly, meanAndError, queueScenario, runFutures } from '../fixtures/worlds';

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

  it('sickness takes the stated working days a year', () => {
    const model = compiled(birmingham2009(), 'as-now', { horizonMonths: 24, onlyChance: true });
    const run = runFutures(model, 30, 6);
    const { mean, error } = meanAndError(
      Array.from({ length: run.futures }, (_, f) => {
        let away = 0;
        let days = 0;
        for (let m = 0; m < 24; m++) {
          away += run.at(f, m, 'absence_days');
          days += run.at(f, m, 'workforce_days');
        }
        return (away / days) * 253;
      }),
    );
    // Spells are whole days, at least one: half a day of rounding in a mean spell of a few days.
    expect(Math.abs(mean - 24.9)).toBeLessThan(4 * error + 0.5);
  });
});
