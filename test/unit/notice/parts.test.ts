/** Targets on a team or a grade: named after an at sign, read from its own columns, refused where there is none. */
import { describe, expect, it } from 'vitest';
import { checkScenario, measureById } from '../../../src/model/index';
import { readBasis } from '../../../src/model/notice/basis';
import { summariseTarget } from '../../../src/model/notice/target';
import { measureLabel, monthValues } from '../../../src/model/results/measure-series';
import { monthNumber } from '../../../src/model/units';
import { birmingham2009, compiled, planOf, runFutures } from '../../fixtures/worlds';
import { measureFacts } from '../../../src/app/notice/measures';
import { assembleReport, futureRows } from '../../../src/report/assemble';
import { basis, rowsOf, targetOf } from '../results/rows';

const data = rowsOf(
  '2009-04',
  1,
  [
    {
      vacant: 30,
      posts_and_in_post: 100,
      'vacant@duty': 5,
      'posts_and_in_post@duty': 50,
      'leavers_year@social-worker': 4,
      'in_post@social-worker': 20,
    },
  ],
  ['duty'],
);

describe('a target on a part of the service', () => {
  it('is read from the columns of the team or grade', () => {
    const value = (measure: string) => readBasis(data, measure, basis('snapshot'), monthNumber('2009-04')).values[0];
    expect(value('vacancy_rate_dfe')).toBe(0.3);
    expect(value('vacancy_rate_dfe@duty')).toBe(0.1);
    expect(value('turnover_rate@social-worker')).toBe(0.2);
    const target = targetOf({
      measure: 'vacancy_rate_dfe@duty',
      basis: basis('snapshot'),
      due: '2009-04-30',
      direction: 'at-most',
      threshold: 0.12,
    });
    expect(summariseTarget(data, target, []).probability).toBe(1);
    expect(measureLabel(data.layout, target.measure)).toBe('Vacancies, posts without a permanent holder, duty team');
  });

  it('is taken by the scenario where there is such a part, and refused with what would be right', () => {
    const scenario = birmingham2009();
    const aimed = (measure: string, kind = 'snapshot') => {
      const checked = checkScenario({
        ...scenario,
        targets: [{ ...scenario.targets[0], measure, basis: { kind } }],
      });
      return checked.ok ? 'taken' : checked.problems[0]!.hint;
    };
    expect(aimed('caseload_mean@longer-term')).toBe('taken');
    expect(aimed('caseload_mean@newly-qualified')).toBe('taken');
    expect(aimed('caseload_mean@longer-tem')).toBe('Did you mean "caseload_mean@longer-term"?');
    expect(aimed('posts_fte@team-manager')).toContain('Behind the at sign stands the team or grade: "assessment"');
    expect(aimed('cp_allocated@assessment')).toContain('for the whole service only');
    expect(aimed('caseload_mean@')).toContain('like caseload_mean@longer-term');
    expect(aimed('caseload_means@longer-term')).toContain('Did you mean');
    // The bases and scales are those of the measure.
    expect(aimed('caseload_mean@longer-term', 'in-month')).toContain('"snapshot"');
  });

  it('has the name of the measure that it is once more, and its numbers', () => {
    const [twin, own] = ['caseload_mean@newly-qualified', 'caseload_newly_qualified'];
    const model = compiled(birmingham2009(), 'recovery', { horizonMonths: 9 });
    const run = runFutures(model, 2, 1);
    const rows = futureRows({ model, result: { ...run, futures: 2, failures: [], baseline: new Float64Array() } });
    model.months.forEach((_, month) => {
      const values = monthValues(rows, own, month);
      expect(values.every((value) => value > 0)).toBe(true);
      expect(monthValues(rows, twin, month)).toEqual(values);
    });
    const label = measureLabel(rows.layout, own);
    expect(measureLabel(rows.layout, twin)).toBe(label);
    expect(measureFacts(twin, [])!.label).toBe(label);
    // A notice that asks for it by that id has its numbers all the same.
    const result = { ...run, futures: 2, failures: [], baseline: new Float64Array(model.columns.length) };
    const target = targetOf({ measure: twin, basis: basis('snapshot'), due: '2009-10-31', direction: 'at-most' });
    const scenario = { ...birmingham2009(), targets: [target] };
    const plan = planOf(scenario, 'recovery');
    const runs = [{ plan, model, result, fingerprint: '' }];
    const report = assembleReport({
      scenario,
      runs,
      seed: 1,
      seconds: 1,
      workers: 1,
      appVersion: '',
      modelVersion: '',
    });
    const { measures, targets } = report.plans[0]!;
    expect(measures[twin]!.p50).toEqual(measures[own]!.p50);
    expect(targets[0]!.p50).toBe(measures[own]!.p50.at(-1));
  });

  it('has parts that are shares of the whole in what is really simulated', () => {
    const scenario = birmingham2009();
    const model = compiled(scenario, 'as-now', { horizonMonths: 15 });
    const run = runFutures(model, 2, 1);
    const rows = futureRows({ model, result: { ...run, futures: 2, failures: [], baseline: new Float64Array() } });
    const at = (measure: string) =>
      readBasis(rows, measure, basis('snapshot'), monthNumber(model.months[14]!)).values[0]!;
    const teams = scenario.workforce.teams.map(({ id }) => id);
    const grades = ['newly-qualified', 'social-worker', 'senior-practitioner', 'team-manager', 'reviewing-officer'];
    const inPost = (part: string) => at(`in_post_fte@${part}`) || 0;
    for (const parts of [teams, grades]) {
      const left = parts.reduce(
        (sum, part) => sum + (inPost(part) > 0 ? at(`turnover_rate@${part}`) * inPost(part) : 0),
        0,
      );
      // Who left a grade that nobody is in any more is in no rate; nobody else is missing.
      expect(left).toBeCloseTo(at('turnover_rate') * at('in_post_fte'), 6);
    }
    const year = readBasis(rows, 'leavers_fte@assessment', basis('rolling-12'), monthNumber(model.months[14]!));
    expect(at('turnover_rate@assessment') * inPost('assessment')).toBeCloseTo(year.values[0]!, 6);
    const waiting = teams.map((team) => at(`longest_wait_days@${team}`));
    expect(Math.max(...waiting)).toBe(at('longest_wait_days'));
    expect(measureById('longest_wait_days@assessment')?.id).toBe('longest_wait_days');
  });
});
