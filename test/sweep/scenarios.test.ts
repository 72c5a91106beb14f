import { describe, expect, test } from 'vitest';
import { SHIPPED } from '../../src/cli/inputs';
import {
  compile,
  makeLayout,
  makeSimulator,
  MEASURES,
  scenarioNotes,
  checkScenario,
  leversSchema,
  type Levers,
  type Plan,
  type Scenario,
} from '../../src/model/index';
import { figureRows, type FigureRow } from '../../src/model/scenario/dictionary';
import { metaOf, tree } from '../../src/model/scenario/schema-tree';

/** Where the run is thorough: the first scenario, which every mechanism is tried on. The others take the same code with less luck. */
const THOROUGH = { months: 13, futures: 2, warmUpYears: 4 };
const BRIEF = { months: 7, futures: 1, warmUpYears: 1 };

/** A copy of the scenario with figures replaced by one of their ends. */
function moved(id: string, rows: readonly FigureRow[], end: (row: FigureRow) => number | null): unknown {
  const copy = structuredClone(SHIPPED[id]);
  for (const row of rows) {
    const keys = row.path.split(/[.[\]]+/).filter((key) => key !== '');
    let part = copy as Record<string, unknown>;
    for (const key of keys) part = part[key] as Record<string, unknown>;
    part['value'] = end(row) ?? row.value;
  }
  return copy;
}

function sound(value: unknown): Scenario {
  const outcome = checkScenario(value);
  expect(outcome.ok ? [] : outcome.problems).toEqual([]);
  if (!outcome.ok) throw new Error('the scenario has problems');
  return outcome.value;
}

/** A plan with every lever at one end of what the schema allows, from the start on. */
function extreme(end: 'min' | 'max', start: string): Plan {
  const levers = Object.entries(leversSchema.entries).map(([id, schema]) => [
    id,
    { value: metaOf(tree(schema))?.[end], from: start },
  ]);
  return {
    id: end,
    name: end,
    description: '',
    levers: Object.fromEntries(levers) as Levers,
    optimism: { delayMonths: 0, yield: 1, cost: 0 },
  };
}

/** Runs a few futures and holds every number of their rows against what it may be. */
function runs(scenario: Scenario, plan: Plan): void {
  const { months, futures, warmUpYears } = scenario.id === Object.keys(SHIPPED)[0] ? THOROUGH : BRIEF;
  const model = compile(scenario, plan, { horizonMonths: months, warmUpYears });
  const layout = makeLayout(
    model.months,
    scenario.workforce.teams.map(({ id }) => id),
  );
  const simulator = makeSimulator(model, 1);
  for (let future = 0; future < futures; future++) {
    const row = new Float64Array(layout.length);
    expect(simulator.run(future, row)).toBeNull();
    expect(row.some((value) => value === Infinity || value === -Infinity)).toBe(false);
    for (let month = 0; month < layout.months.length; month++) {
      const at = (column: string) => row[month * layout.stride + layout.columns.indexOf(column)] ?? NaN;
      for (const { id, unit, numerator, denominator } of MEASURES) {
        const [up, down] = [at(numerator), denominator === undefined ? 1 : at(denominator)];
        expect(Number.isNaN(up) || up >= 0, `${id} in month ${month}: ${up}`).toBe(true);
        // Turnover may pass 100%, and the caseload can be over any number; a share of events or of a stock may not.
        if (unit === 'share' && id !== 'turnover_rate' && id !== 'utilisation' && id !== 'referral_to_ia' && down > 0) {
          expect(up / down, `${id} in month ${month}: ${up} of ${down}`).toBeLessThanOrEqual(1 + 1e-9);
        }
      }
    }
  }
}

describe.each(Object.keys(SHIPPED))('%s', (id) => {
  const scenario = sound(SHIPPED[id]);
  const rows = figureRows(scenario);
  const asNow = scenario.plans.find((plan) => plan.id === 'as-now')!;

  test('has its own id, no problems, nothing that wants a second look, and a reason for every lever', () => {
    expect(scenario.id).toBe(id);
    // A notice may read one measure in two ways; that is the notice's own.
    expect(scenarioNotes(scenario).filter(({ code }) => code !== 'two-bases')).toEqual([]);
    for (const plan of scenario.plans)
      for (const [lever, setting] of Object.entries(plan.levers))
        expect(setting?.reason ?? '', `${plan.id} ${lever}`).not.toBe('');
  });

  test('says of every assumption how wide it is, or that it needs no range', () => {
    // A ceiling or a team of nothing is no figure to doubt, and how much a case counts for is the council's own rule.
    const open = rows.filter(
      ({ grade, low, high, path, value }) =>
        ['A', 'R-lo', 'R-med', 'S-'].includes(grade) &&
        (low === null || high === null) &&
        !(/\.(ceiling|posts)$/.test(path) && value === 0) &&
        !path.startsWith('pathway.caseWeights.'),
    );
    expect(open.map(({ path }) => path)).toEqual(['workforce.hoursPerDay']);
  });

  test('is sound and can be compiled with any figure at either end of its range', () => {
    for (const row of rows) {
      for (const end of [row.low, row.high])
        if (end !== null) compile(sound(moved(id, [row], () => end)), asNow, { horizonMonths: 2 });
    }
  });

  test('runs with every figure at its low end, and with every figure at its high end', () => {
    runs(sound(moved(id, rows, ({ low }) => low)), asNow);
    runs(sound(moved(id, rows, ({ high, path, value }) => (/^pathway\.coreTo/.test(path) ? value : high))), asNow);
  });

  test('runs with every lever as low, and with every lever as high, as the schema allows', () => {
    runs(scenario, extreme('min', scenario.start));
    runs(scenario, extreme('max', scenario.start));
  });
});
