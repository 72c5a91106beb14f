/** What belongs to one team stays with it: extra posts, caseload ceilings. */
import { describe, expect, it } from 'vitest';
import { compile, type CompiledModel, type Levers, type Scenario } from '../../../src/model/index';
import { birmingham2009, planOf } from '../../fixtures/worlds';
import { future, inside, reals, workerAt } from '../../fixtures/inside';
import { emptyFuture, hire } from '../../fixtures/micro';

/** The council with a core team and a strike team beside the initial one, each with a ceiling of its own. */
function threeTeams(): Scenario {
  const scenario = birmingham2009();
  const { teams } = scenario.workforce;
  const initial = teams.find(({ holds }) => holds === 'assessments')!;
  const strike = teams.find(({ holds }) => holds === 'overdue-assessments')!;
  strike.ceiling.value = 4;
  const core = { ...structuredClone(initial), id: 'core', stages: ['core' as const] };
  initial.stages = ['initial'];
  initial.ceiling.value = 6;
  core.ceiling.value = 9;
  scenario.workforce.teams = [initial, core, ...teams.filter((team) => team !== initial)];
  scenario.workforce.unevenness.value = 0;
  return scenario;
}

function begun(levers: Levers = {}): CompiledModel {
  const scenario = threeTeams();
  const plan = { ...planOf(scenario, 'as-now'), id: 'p', levers };
  const model = compile(scenario, plan, { horizonMonths: 2, warmUpYears: 1 });
  emptyFuture(model);
  return model;
}

const from = '2009-02-01';

describe('the ceiling of a team', () => {
  const ceilings = () =>
    ['assessment', 'core', 'strike', 'longer-term'].map((team, i) => workerAt(hire(team, 100 + i)).ceiling);
  const ceilingsUnder = (levers: Levers) => {
    begun(levers);
    return ceilings();
  };

  it('is its own, in the warm-up and in the run', () => {
    begun();
    future.warm = 1;
    inside().openMonth();
    expect(ceilings()).toEqual([6, 9, 4, 34]);
    expect(ceilingsUnder({})).toEqual([6, 9, 4, 34]);
  });

  it('follows the lever: the first team to its value, the second as much, the strike team not at all', () => {
    expect(ceilingsUnder({ assessmentCeiling: { value: 12, from } })).toEqual([12, 18, 4, 34]);
    expect(ceilingsUnder({ planCeiling: { value: 20, from } })).toEqual([6, 9, 4, 20]);
  });

  it('leaves every worker desk enough', () => {
    expect(begun({ assessmentCeiling: { value: 12, from } }).workforce.maxSlots).toBeGreaterThanOrEqual(3 * 18);
  });
});

describe('extra posts', () => {
  const funded = (levers?: Levers) => {
    const { workforce } = begun(levers);
    return [...reals('POSTS', workforce.teams.length)];
  };
  const extra = (levers: Levers) => {
    const before = funded();
    return funded(levers).map((posts, i) => posts - before[i]!);
  };

  it('are funded in one team, never in the strike team', () => {
    expect(threeTeams().workforce.teams.map(({ id }) => id)).toEqual([
      'assessment',
      'core',
      'longer-term',
      'management',
      'other',
      'reviewing',
      'strike',
    ]);
    expect(extra({ assessmentPosts: { value: 10, from } })).toEqual([10, 0, 0, 0, 0, 0, 0]);
    expect(extra({ longerTermPosts: { value: 10, from } })).toEqual([0, 0, 10, 0, 0, 0, 0]);
    expect(extra({ managementPosts: { value: 10, from } })).toEqual([0, 0, 0, 10, 0, 0, 0]);
    expect(extra({ reviewingPosts: { value: 10, from } })).toEqual([0, 0, 0, 0, 0, 10, 0]);
  });
});
