/**
 * Who comes, against theory: families before one worker, children who come back, months with a season and a level of their own,
 * and what becomes of referrals. The tolerance is 4 standard errors over futures, fixed beforehand.
 */
import { describe, expect, it } from 'vitest';
import { expectTheory, pooled, totals, type Estimate } from '../fixtures/estimates';
import { meanWait, runQueue } from '../fixtures/queues';
import { birmingham2009, compiled, meanAndError, queueScenario, runFutures } from '../fixtures/worlds';

describe('families who come together, before one worker', () => {
  /** A child waits for whoever came before the family, and for the siblings before it: M[X]/M/1. */
  it('λ .8, μ 1, sizes 62, 23, 10 and 5 in 100: Wq 4 + (E[X²] ÷ E[X] − 1) ÷ 2(1 − ρ) = 6.626582', () => {
    const unit = 60;
    const world = { servers: 1, gap: unit / 0.8, service: unit, effort: 'exponential' as const };
    const sizes = [0.62, 0.23, 0.1, 0.05];
    const run = runQueue(world, { futures: 60, years: 4, seed: 41 }, (s) => (s.demand.familySizes.values = sizes));
    expectTheory(meanWait(run, unit), 6.626582, 0.2);
  });
});

/** Referrals that all end at the front door: nothing but the stream of those who come. */
function frontDoor(change: (scenario: ReturnType<typeof queueScenario>) => void) {
  const scenario = queueScenario({ servers: 1, gap: 30, service: 1, effort: { logSd: 0 }, start: '2009-04-01' });
  scenario.pathway.referralToInitial.value = 0;
  change(scenario);
  return scenario;
}

describe('children who come back', () => {
  it('30 in 100 cases, 82 in 100 of them within a year: the stated number of referrals, 24.6% repeats', () => {
    const scenario = frontDoor((s) => {
      s.demand.returns.lagShape.values = [0.34, 0.56, 0.82, 1];
      s.fitted.points[0]!.returnShare = 0.3;
    });
    const model = compiled(scenario, 'as-now', { horizonMonths: 24, warmUpYears: 3, warmStates: 30 });
    const run = runFutures(model, 30, 42);
    expectTheory(pooled(totals(run, 'rereferrals'), totals(run, 'referrals')), 0.3 * 0.82, 0.002);
    const perYear: Estimate = meanAndError(totals(run, 'referrals').map((sum) => sum / 2));
    // England has 253 working days in 2009-10 and in 2010-11.
    expectTheory(perYear, scenario.demand.referralsPerYear.value, 15);
  });
});

describe('a month’s referrals', () => {
  it('have the season’s mean, and the variance of Poisson numbers whose level has log sd 0.1', () => {
    const months = [0.083, 0.08, 0.088, 0.08, 0.083, 0.086, 0.094, 0.068, 0.092, 0.088, 0.085, 0.073];
    const scenario = frontDoor((s) => {
      s.demand.months = { values: months, source: 'MODEL', grade: 'A' };
      s.demand.monthSd.value = 0.1;
    });
    const model = compiled(scenario, 'as-now', { horizonMonths: 24, warmUpYears: 1, warmStates: 1 });
    const run = runFutures(model, 200, 43);
    const squares: number[] = [];
    for (let month = 0; month < 24; month++) {
      const mean = scenario.demand.referralsPerYear.value * months[(month + 3) % 12]!;
      const variance = mean + mean * mean * (Math.exp(0.01) - 1);
      const seen = Array.from({ length: run.futures }, (_, f) => run.at(f, month, 'referrals'));
      expect(Math.abs(meanAndError(seen).mean - mean), `month ${month}`).toBeLessThan(4 * Math.sqrt(variance / 200));
      for (const x of seen) squares.push((x - mean) ** 2 / variance);
    }
    expectTheory(meanAndError(squares), 1, 0.03);
  });
});

describe('what becomes of referrals, as the shares are stated', () => {
  it('enquiries and core assessments for each initial one, conferences for each enquiry', () => {
    const scenario = birmingham2009();
    const { pathway } = scenario;
    const model = compiled(scenario, 'as-now', {
      horizonMonths: 12,
      onlyChance: true,
      warmUpYears: 1,
      warmStates: 10,
    });
    const run = runFutures(model, 10, 44);
    const atReferral = pathway.urgentShare.value * pathway.section47AtReferral.value;
    const enquiries = atReferral + (1 - atReferral) * pathway.section47AfterAssessment.value;
    const per = (a: string, b: string): Estimate => pooled(totals(run, a), totals(run, b));
    expectTheory(per('section47_started', 'ia_completed'), enquiries, 0.003);
    expectTheory(per('ca_completed', 'ia_completed'), pathway.initialToCore.value, 0.003);
    expectTheory(per('icpc', 'section47_started'), pathway.section47ToConference.value, 0.006);
  });
});
