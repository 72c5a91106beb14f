import { describe, expect, it } from 'vitest';
import { makeSimulator, type Plan } from '../../../src/model/index';
import { compiled, queueScenario } from '../../fixtures/worlds';

/** Twice the work that two workers can do, each of a team of their own, so that both teams are always full. */
function overloaded(levers: Plan['levers']) {
  const scenario = queueScenario({
    servers: 1,
    gap: 50,
    service: 100,
    effort: { logSd: 0 },
    ceiling: 2,
    then: { share: 1, servers: 1, service: 200 },
  });
  scenario.workforce.teams.find(({ id }) => id === 'second')!.ceiling.value = 5;
  scenario.plans.push({ ...scenario.plans[0]!, id: 'other', levers });
  const model = compiled(scenario, 'other', { horizonMonths: 2, warmUpYears: 1, warmStates: 1 });
  const simulator = makeSimulator(model, 1);
  const row = new Float64Array(model.months.length * model.columns.length);
  expect(simulator.run(0, row)).toBeNull();
  const column = (name: string) => model.columns.indexOf(name);
  const held = (team: string) => ({
    before: simulator.baseline[column(`cases_held@${team}`)],
    after: row[model.columns.length + column(`cases_held@${team}`)],
  });
  return { first: held('assessment'), second: held('second') };
}

describe('each team has a ceiling of its own', () => {
  it('before the start and after it', () => {
    expect(overloaded({})).toEqual({ first: { before: 2, after: 2 }, second: { before: 5, after: 5 } });
  });

  it('and the lever moves all of them in proportion', () => {
    expect(overloaded({ assessmentCeiling: { value: 3, from: '2009-01-01' } })).toEqual({
      first: { before: 2, after: 3 },
      second: { before: 5, after: 8 },
    });
  });
});
