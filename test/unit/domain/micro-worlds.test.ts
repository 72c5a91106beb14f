/** Worlds of a handful of cases and people, lived with the engine's own parts, every minute and date known by hand. */
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/model/index';
import { compiled, queueScenario } from '../../fixtures/worlds';
import { emptyFuture, hire, liveDay, refer, tallied } from '../../fixtures/micro';
import { JOB, WORKER, rowOf } from '../../../src/model/domain/rows';

/** One assessment worker, one case at a time, days of 12 minutes. */
function tinyDays(change: (scenario: Scenario) => void = () => undefined) {
  const scenario = queueScenario({ servers: 1, gap: 100, service: 5, effort: { logSd: 0 } });
  scenario.workforce.hoursPerDay.value = 12 / 60;
  change(scenario);
  const future = emptyFuture(compiled(scenario, 'as-now', { horizonMonths: 2, warmUpYears: 0 }));
  hire('management', 1);
  return { future, worker: hire('assessment', 2) };
}

describe('three jobs of 5, 10 and 15 minutes at time 0, one worker, stop at 12', () => {
  const { future, worker } = tinyDays();
  const [first, second, third] = [5, 10, 15].map((minutes, i) => refer(10 + i, minutes));
  const a = future.world.assessments.cells;
  liveDay();

  it('the area of the queue is 17: 0, 5, and 12 of the one that waits still', () => {
    expect(tallied('initial_minutes_waiting')).toBe(5);
    const sinceArrival = future.day * 12 - a[third! + JOB.arrived]!;
    expect(tallied('initial_minutes_waiting') + sinceArrival).toBe(17);
    expect(future.world.queues[0]!.size).toBe(1);
  });

  it('the busy area is 12', () => {
    expect(tallied('minutes_used')).toBe(12);
    expect(tallied('minutes_used')).toBeLessThan(tallied('minutes_available') + 1);
  });

  it('the first is done at 5, the second has 3 minutes left, the third all its 15', () => {
    expect(tallied('initial_minutes_in_system')).toBe(5);
    expect(a[first! + JOB.effortDoneDay]).toBe(future.day - 1);
    expect(a[second! + JOB.worker]).toBe(worker);
    // The day's last minutes are laid to the assessment when its worker is next seen to.
    expect(a[second! + JOB.remaining]! - future.world.workers.cells[rowOf(worker) + WORKER.pending]!).toBe(3);
    expect([a[third! + JOB.worker], a[third! + JOB.remaining]]).toEqual([-1, 15]);
  });

  it('the second is done at minute 15 and the third at minute 30 of the working clock', () => {
    liveDay();
    expect(tallied('initial_minutes_in_system')).toBe(5 + 15);
    liveDay();
    expect(tallied('initial_minutes_in_system')).toBe(5 + 15 + 30);
    expect(tallied('minutes_used')).toBe(30);
    expect(future.world.n.openMinutes).toBe(0);
  });
});

describe('at the same minute', () => {
  it('a worker is freed before a referral is taken in: newest first takes the one that waited, not the one that comes', () => {
    const { future } = tinyDays((s) => {
      s.pathway.queueOrder = 'newest-first';
    });
    refer(10, 5);
    refer(11, 7);
    // One referral today, of 5 minutes, at minute 5: just as the first is done.
    future.model.demand.intensity[future.day] = 1;
    future.model.demand.gap.fill(100);
    future.world.n.nextArrival = 5.5 / 12;
    liveDay();
    expect(tallied('referrals')).toBe(1);
    expect(tallied('initial_minutes_in_system')).toBe(5 + 12);
    expect(tallied('ia_completed')).toBe(2);
    // The second waited until 5, the one that came until the last minute, when the second is done.
    expect(tallied('initial_minutes_waiting')).toBe(5 + 7);
    expect(tallied('minutes_used')).toBe(12);
  });
});
