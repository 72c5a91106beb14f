/** Worlds so small that every date is known by hand. */
import { describe, expect, it } from 'vitest';
import { makeSimulator } from '../../../src/model/index';
import { compiled, evenly, queueScenario, runFutures } from '../../fixtures/worlds';

describe('one worker, first come, first served, service exactly 100 minutes', () => {
  it('with a referral every day at the start of the day and time for four, nobody waits', () => {
    const scenario = queueScenario({
      servers: 1,
      gap: 444,
      service: 100,
      effort: { logSd: 0 },
      arrivals: 'start-of-day',
    });
    const model = evenly(scenario, compiled(scenario, 'as-now', { horizonMonths: 3 }));
    // Standard gaps of exactly one: one referral a day, no more, no less.
    model.demand.gap.fill(1);
    const run = runFutures(model, 1);
    for (let m = 0; m < 3; m++) {
      expect(run.at(0, m, 'initial_minutes_waiting')).toBe(0);
      expect(run.at(0, m, 'initial_minutes_in_system')).toBe(100 * run.at(0, m, 'ia_completed'));
      expect(run.at(0, m, 'ia_in_time')).toBe(run.at(0, m, 'ia_completed'));
    }
  });

  it('with work for two workers, one worker’s queue grows by half of what comes, and lateness follows', () => {
    const scenario = queueScenario({
      servers: 1,
      gap: 222,
      service: 444,
      effort: { logSd: 0 },
      arrivals: 'start-of-day',
    });
    const model = evenly(scenario, compiled(scenario, 'as-now', { horizonMonths: 2, warmUpYears: 1 }));
    model.demand.gap.fill(1);
    const simulator = makeSimulator(model, 1);
    const row = new Float64Array(model.months.length * model.columns.length);
    expect(simulator.run(0, row)).toBeNull();
    const at = (m: number, c: string): number => row[m * model.columns.length + model.columns.indexOf(c)]!;
    expect(at(1, 'referrals')).toBe(2 * at(1, 'ia_completed'));
    expect(at(1, 'assessments_open') - at(0, 'assessments_open')).toBe(at(1, 'ia_completed'));
    expect(at(1, 'ia_in_time')).toBe(0);
    expect(at(1, 'late_waiting')).toBe(at(1, 'late_total'));
    // The one assessment worker is busy every minute; the longer-term team's one worker has no plans.
    expect(2 * at(1, 'minutes_used')).toBe(at(1, 'minutes_available'));
  });
});
