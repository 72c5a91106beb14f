import { describe, expect, it } from 'vitest';
import type { CompiledModel } from '../../../src/model/index';
import { birmingham2009, compiled } from '../../fixtures/worlds';
import { everybody, future, inside, PERMANENT, workerAt } from '../../fixtures/inside';
import { emptyFuture, hire, liveDay } from '../../fixtures/micro';

/** A longer-term team of four experienced workers; each newly qualified colleague takes 8 hours a month from them. */
function fourOfThem(): { model: CompiledModel; before: number; minutes: () => number[] } {
  const scenario = birmingham2009();
  scenario.workforce.newlyQualifiedSupervision.value = 8;
  scenario.workforce.sicknessDays.value = 0;
  const model = compiled(scenario, 'as-now', { horizonMonths: 3, warmUpYears: 1 });
  emptyFuture(model);
  const team = [0, 1, 2, 3].map((i) => hire('longer-term', 10 + i));
  const minutes = (): number[] => team.map((worker) => workerAt(worker).full);
  return { model, before: minutes()[0]!, minutes };
}

function learner(model: CompiledModel, entity: number): void {
  const until = future.day + model.clock.workingDaysPerYear;
  inside().start(PERMANENT, 1, entity, future.day, until);
}

/** 8 hours in 21 days, shared by four. */
const TAKEN = (8 * 60) / 21 / 4;

describe('supervision of newly qualified colleagues', () => {
  it('takes minutes from the experienced from the first day of the run on', () => {
    const { model, before, minutes } = fourOfThem();
    learner(model, 20);
    liveDay();
    for (const now of minutes()) expect(Math.abs(before - now - TAKEN)).toBeLessThan(1);
  });

  it('takes them within a week of a starter, and gives them back within a week of one who goes', () => {
    const { model, before, minutes } = fourOfThem();
    while (future.day % 5 !== 1) liveDay();
    const month = future.month;
    learner(model, 20);
    for (let day = 0; day < 5; day++) liveDay();
    expect(future.month).toBe(month);
    for (const now of minutes()) expect(Math.abs(before - now - TAKEN)).toBeLessThan(1);
    // Newly qualified no longer.
    for (const worker of everybody().map(workerAt)) if (worker.newUntil > 0) worker.newUntil = future.day - 1;
    for (let day = 0; day < 5; day++) liveDay();
    expect(minutes()).toEqual([before, before, before, before]);
  });
});
