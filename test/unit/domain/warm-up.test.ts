/** Before the start people leave and others take their places, so that the workforce neither shrinks nor grows, nor grows old. */
import { expect, it } from 'vitest';
import { makeSimulator } from '../../../src/model/index';
import { council } from '../../fixtures/pairs';
import { compiled } from '../../fixtures/worlds';

const STATES = 12;

/** The last year before the start over all warm states, after so many years: people a month. */
function baselineAfter(warmUpYears: number) {
  const scenario = council(0.1);
  scenario.workforce.leavingRate.value = 0.25;
  scenario.workforce.caseloadEffect.value = 0;
  const model = compiled(scenario, 'as-now', { horizonMonths: 1, warmUpYears, warmStates: STATES });
  const { baseline } = makeSimulator(model, 1);
  const at = (column: string) => baseline[model.columns.indexOf(column)]!;
  const { teams, vacancyRate } = scenario.workforce;
  const posts = teams.reduce((sum, team) => sum + team.posts.value, 0);
  return {
    leavers: at('leavers'),
    starters: at('starters'),
    inPost: at('in_post'),
    stated: posts * (1 - vacancyRate.value),
  };
}

it('keeps the workforce steady in the warm-up, however long it is', () => {
  for (const years of [1, 6]) {
    const { leavers, starters, inPost, stated } = baselineAfter(years);
    // Leavers of a year in all states are counted events: their standard error is the root of their number.
    const seen = leavers * 12 * STATES;
    expect(seen).toBeGreaterThan(100);
    expect(Math.abs(seen - 0.25 * inPost * STATES)).toBeLessThan(3 * Math.sqrt(seen));
    // Whoever leaves is replaced: no more than a few are still on the way in.
    expect(Math.abs(starters - leavers) * 12 * STATES).toBeLessThan(3 * Math.sqrt(seen));
    expect(Math.abs(inPost - stated) / stated).toBeLessThan(0.04);
  }
});
