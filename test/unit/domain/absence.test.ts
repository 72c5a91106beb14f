import { describe, expect, it } from 'vitest';
import { birmingham2009, compiled } from '../../fixtures/worlds';
import { future, reals, workerAt } from '../../fixtures/inside';
import { emptyFuture, hire } from '../../fixtures/micro';

/** Working days until the first spell of somebody who starts with an empty desk, in a team of ten with this many plans each. */
function untilFirstSpell(effect: number, plansEach: number): number {
  const scenario = birmingham2009();
  scenario.workforce.absenceCaseloadEffect.value = effect;
  const model = compiled(scenario, 'as-now', { horizonMonths: 2, warmUpYears: 0 });
  emptyFuture(model);
  // With the one who starts they are ten; as now they hold 27 each.
  reals('REFERENCE_LOAD', model.workforce.teams.length).fill(27);
  for (let i = 0; i < 9; i++) workerAt(hire('longer-term', 10 + i)).plans = Math.floor((plansEach * 10) / 9);
  return workerAt(hire('longer-term', 99)).nextAway - future.day;
}

describe('sickness under a caseload', () => {
  const asNow = untilFirstSpell(0, 27);

  it('comes as it did while the team carries what it did, whoever has an empty desk on the day', () => {
    expect(asNow).toBeGreaterThan(20);
    expect(untilFirstSpell(0.02, 27)).toBe(asNow);
  });

  it('comes so much oftener as the team carries more, and less often as it carries less', () => {
    // Ten cases more, 2% a case: the gap between spells is shorter by the factor 1.2.
    expect(Math.abs(untilFirstSpell(0.02, 37) - asNow / 1.2)).toBeLessThanOrEqual(1);
    expect(Math.abs(untilFirstSpell(0.02, 18) - asNow / (1 - 0.02 * 9))).toBeLessThanOrEqual(1);
    expect(untilFirstSpell(0, 37)).toBe(asNow);
  });
});
