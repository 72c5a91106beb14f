import { describe, expect, it } from 'vitest';
import { placedFigures, type Plan, type Scenario } from '../../../src/model/index';
import { canonicalJson, fingerprint, fnv1a64 } from '../../../src/report/fingerprint';
import { birmingham2009, planOf } from '../../fixtures/worlds';

/** The fingerprint after a change of the scenario or its plan "recovery". */
function after(change: (scenario: Scenario, plan: Plan) => void, onlyChance = false): string {
  const scenario = birmingham2009();
  const plan = planOf(scenario, 'recovery');
  change(scenario, plan);
  return fingerprint(scenario, plan, onlyChance);
}

const same = after(() => {});

describe('a fingerprint', () => {
  it('is FNV-1a of 64 bits, as its authors publish it', () => {
    expect(fnv1a64('')).toBe('cbf29ce484222325');
    expect(fnv1a64('a')).toBe('af63dc4c8601ec8c');
    expect(fnv1a64('foobar')).toBe('85944171f73967e8');
  });

  it('does not depend on how the data were written', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}');
    expect(same).toMatch(/^[0-9a-f]{16}$/);
    expect(
      after((scenario) => {
        const { referralsPerYear, ...rest } = scenario.demand;
        scenario.demand = { ...rest, referralsPerYear };
      }),
    ).toBe(same);
  });

  it('changes with every figure of the council, its range included', () => {
    const count = placedFigures(birmingham2009()).length;
    expect(count).toBeGreaterThan(100);
    const unseen = Array.from({ length: count }, (_, place) => place).flatMap((place) => {
      const moved = (part: 'value' | 'high') =>
        after((scenario) => {
          const figure = placedFigures(scenario)[place]!.figure as { value: number; high?: number };
          figure[part] = (figure[part] ?? figure.value) + 0.25;
        });
      return new Set([same, moved('value'), moved('high')]).size === 3
        ? []
        : [placedFigures(birmingham2009())[place]!.path];
    });
    expect(unseen).toEqual([]);
  });

  it('changes with the notice, the fit, the start, the plan and doubt', () => {
    const changed = [
      after((scenario) => (scenario.targets[0]!.threshold += 0.01)),
      after((scenario) => (scenario.targets[0]!.basis = { kind: 'rolling-12' })),
      after((scenario) => (scenario.targets[0]!.recordingLag = { share: 0.2, workingDays: 10 })),
      after((scenario) => scenario.reviews.pop()),
      after((scenario) => (scenario.floors = [])),
      after((scenario) => (scenario.formulas = [])),
      after((scenario) => scenario.declared.pop()),
      after((scenario) => (scenario.observed[0]!.value += 0.01)),
      after((scenario) => (scenario.fitted.points[0]!.effortScale += 0.01)),
      after((scenario) => (scenario.fitted.draws = { seed: 1, states: [] })),
      after((scenario) => (scenario.start = '2009-05-01')),
      after((scenario) => (scenario.horizonMonths += 1)),
      after((scenario) => (scenario.today = {} as NonNullable<Scenario['today']>)),
      after((scenario) => (scenario.id = 'another')),
      after((_, plan) => (plan.id = 'another')),
      after((_, plan) => (plan.levers = {})),
      after((_, plan) => (plan.optimism.yield -= 0.1)),
      after(() => {}, true),
    ];
    expect(new Set([same, ...changed]).size).toBe(changed.length + 1);
  });

  it('does not change with names, words, other plans, or what is only shown beside results', () => {
    const renamed = [
      after((scenario) => (scenario.name = 'Another name')),
      after((_, plan) => (plan.name = 'Another name')),
      after((_, plan) => (plan.description = 'Other words')),
      after((scenario) => scenario.clauses.pop()),
      after((scenario) => (scenario.plans = scenario.plans.filter(({ id }) => id === 'as-now'))),
      after((scenario) => (scenario.fitted.method = 'Other words')),
    ];
    expect(new Set([same, ...renamed]).size).toBe(1);
  });
});
