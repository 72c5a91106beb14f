/** Worlds of a handful of cases and people, lived with the engine's own parts, every minute and date known by hand. */
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/model/index';
import { compiled, queueScenario } from '../../fixtures/worlds';
import { addressOf, readField } from '../../../src/model/simulator/memory';
import { assessmentAt, future, inside, QUEUE, reals, tallied, workerAt, world } from '../../fixtures/inside';
import { emptyFuture, hire, liveDay, refer } from '../../fixtures/micro';

/** One assessment worker, one case at a time, days of 12 minutes. */
function tinyDays(change: (scenario: Scenario) => void = () => undefined) {
  const scenario = queueScenario({ servers: 1, gap: 100, service: 5, effort: { logSd: 0 } });
  scenario.workforce.hoursPerDay.value = 12 / 60;
  change(scenario);
  const model = compiled(scenario, 'as-now', { horizonMonths: 2, warmUpYears: 0 });
  emptyFuture(model);
  hire('management', 1);
  return { model, worker: hire('assessment', 2) };
}

describe('three jobs of 5, 10 and 15 minutes at time 0, one worker, stop at 12', () => {
  const { worker } = tinyDays();
  const [first, second, third] = [5, 10, 15].map((minutes, i) => assessmentAt(refer(10 + i, minutes)));
  liveDay();

  it('the area of the queue is 17: 0, 5, and 12 of the one that waits still', () => {
    expect(tallied('initial_minutes_waiting')).toBe(5);
    const sinceArrival = future.day * 12 - third!.arrived;
    expect(tallied('initial_minutes_waiting') + sinceArrival).toBe(17);
    expect(inside().queueSize(QUEUE.pool)).toBe(1);
  });

  it('the busy area is 12', () => {
    expect(tallied('minutes_used')).toBe(12);
    expect(tallied('minutes_used')).toBeLessThan(tallied('minutes_available') + 1);
  });

  it('the first is done at 5, the second has 3 minutes left, the third all its 15', () => {
    expect(tallied('initial_minutes_in_system')).toBe(5);
    expect(first!.effortDoneDay).toBe(future.day - 1);
    expect(second!.worker).toBe(worker);
    // The day's last minutes are laid to the assessment when its worker is next seen to.
    expect(second!.remaining - workerAt(worker).pending).toBe(3);
    expect([third!.worker, third!.remaining]).toEqual([-1, 15]);
  });

  it('the second is done at minute 15 and the third at minute 30 of the working clock', () => {
    liveDay();
    expect(tallied('initial_minutes_in_system')).toBe(5 + 15);
    liveDay();
    expect(tallied('initial_minutes_in_system')).toBe(5 + 15 + 30);
    expect(tallied('minutes_used')).toBe(30);
    expect(world.openMinutes).toBe(0);
  });
});

describe('at the same minute', () => {
  it('a worker is freed before a referral is taken in: newest first takes the one that waited, not the one that comes', () => {
    const { model } = tinyDays((s) => {
      s.pathway.queueOrder = 'newest-first';
    });
    refer(10, 5);
    refer(11, 7);
    // One referral today, of 5 minutes, at minute 5: just as the first is done.
    reals(readField('Model', addressOf('MODEL'), 'intensity'), model.clock.days)[future.day] = 1;
    reals('GAP', model.demand.gap.length).fill(100);
    world.nextArrival = 5.5 / 12;
    liveDay();
    expect(tallied('referrals')).toBe(1);
    expect(tallied('initial_minutes_in_system')).toBe(5 + 12);
    expect(tallied('ia_completed')).toBe(2);
    // The second waited until 5, the one that came until the last minute, when the second is done.
    expect(tallied('initial_minutes_waiting')).toBe(5 + 7);
    expect(tallied('minutes_used')).toBe(12);
  });
});
