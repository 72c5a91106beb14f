import { describe, expect, it } from 'vitest';
import { start } from '../../../src/model/domain/people';
import { PERMANENT } from '../../../src/model/domain/world';
import type { Future } from '../../../src/model/domain/future';
import { birmingham2009, compiled } from '../../fixtures/worlds';
import { emptyFuture, hire, liveDay } from '../../fixtures/micro';
import { WORKER, rowOf } from '../../../src/model/domain/rows';

/** A longer-term team of four experienced workers; each newly qualified colleague takes 8 hours a month from them. */
function fourOfThem(): { future: Future; before: number; minutes: () => number[] } {
  const scenario = birmingham2009();
  scenario.workforce.newlyQualifiedSupervision.value = 8;
  scenario.workforce.sicknessDays.value = 0;
  const future = emptyFuture(compiled(scenario, 'as-now', { horizonMonths: 3, warmUpYears: 1 }));
  const team = [0, 1, 2, 3].map((i) => hire('longer-term', 10 + i));
  const minutes = (): number[] => team.map((worker) => future.world.workers.cells[rowOf(worker) + WORKER.full]!);
  return { future, before: minutes()[0]!, minutes };
}

function learner(future: Future, entity: number): void {
  const until = future.day + future.model.clock.workingDaysPerYear;
  start(PERMANENT, 1, entity, future.day, until);
}

/** 8 hours in 21 days, shared by four. */
const TAKEN = (8 * 60) / 21 / 4;

describe('supervision of newly qualified colleagues', () => {
  it('takes minutes from the experienced from the first day of the run on', () => {
    const { future, before, minutes } = fourOfThem();
    learner(future, 20);
    liveDay();
    for (const now of minutes()) expect(Math.abs(before - now - TAKEN)).toBeLessThan(1);
  });

  it('takes them within a week of a starter, and gives them back within a week of one who goes', () => {
    const { future, before, minutes } = fourOfThem();
    while (future.day % 5 !== 1) liveDay();
    const month = future.month;
    learner(future, 20);
    for (let day = 0; day < 5; day++) liveDay();
    expect(future.month).toBe(month);
    for (const now of minutes()) expect(Math.abs(before - now - TAKEN)).toBeLessThan(1);
    // Newly qualified no longer.
    const w = future.world.workers.cells;
    for (let worker = 0; worker < future.world.workerCount; worker++) {
      if (w[rowOf(worker) + WORKER.newUntil]! > 0) w[rowOf(worker) + WORKER.newUntil] = future.day - 1;
    }
    for (let day = 0; day < 5; day++) liveDay();
    expect(minutes()).toEqual([before, before, before, before]);
  });
});
