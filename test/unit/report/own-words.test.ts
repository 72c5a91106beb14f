import { explained } from '../../../src/app/explain';
import { NOTICE_STARTERS } from '../../../src/app/notice/starters';
import { scorecard } from '../../../src/report/scorecard';
import { describe, expect, it } from 'vitest';
import { SHIPPED } from '../../../src/cli/inputs';
import { inOwnWords, limitsOf, measureById, MEASURES, type Scenario } from '../../../src/model/index';
import { measureLabel } from '../../../src/model/results/measure-series';
import { assembleReport } from '../../../src/report/assemble';
import { reportTable } from '../../../src/report/table';
import { targetOf } from '../results/rows';
import { input } from './town';

const shipped = (id: string): Scenario => SHIPPED[id] as Scenario;

describe('measures in the words of a scenario’s own limits', () => {
  it.each([
    ['birmingham-2009', { initial: 7, core: 35, single: null, conference: 15 }],
    ['worcestershire-2011', { initial: 10, core: 35, single: null, conference: 15 }],
    ['walsall-2012', { initial: 10, core: 35, single: 45, conference: 15 }],
    ['birmingham-2015', { initial: null, core: null, single: 45, conference: 15 }],
    ['england-today', { initial: null, core: null, single: 45, conference: 15 }],
  ])('%s', (id, limits) => {
    expect(limitsOf(shipped(id))).toEqual(limits);
  });

  it('names the days that the rules allow, in the label and in the meaning', () => {
    const limits = limitsOf(shipped('worcestershire-2011'));
    const said = (id: string) => inOwnWords(measureById(id)!, limits);
    expect(said('ia_in_time')).toMatchObject({
      label: 'Initial assessments in 10 working days',
      meaning: 'Of initial assessments completed in the period, the share within 10 working days of the referral.',
    });
    expect(said('ia_in_time_by_start')?.label).toBe('By month of start: initial assessments in 10 days');
    expect(said('ca_in_time')).toEqual(measureById('ca_in_time'));
    expect(said('sa_in_time')).toBeNull();
    expect(measureLabel({ formulas: [] }, 'ia_in_time@duty', limits)).toBe(
      'Initial assessments in 10 working days, duty team',
    );
    expect(measureLabel({ formulas: [] }, 'ia_in_time@duty')).toBe('Initial assessments in 7 working days, duty team');
  });

  it('changes no other words', () => {
    const limits = limitsOf(shipped('birmingham-2009'));
    for (const measure of MEASURES)
      if (!measure.id.startsWith('sa_in_time')) expect(inOwnWords(measure, limits), measure.id).toEqual(measure);
  });

  it('a report leaves out what the rules do not have', () => {
    const pathway = { regimes: [{ from: '2008-04-01', singleDays: 45 }], conferenceDays: 15 };
    const of = (scenario: object) => assembleReport({ ...input, scenario: { ...input.scenario, ...scenario } });
    expect(of({}).plans[0]!.measures['ia_in_time']).toBeDefined();
    expect(of({ pathway, targets: [] }).plans[0]!.measures['ia_in_time']).toBeUndefined();
    expect(of({ pathway, targets: [] }).plans[0]!.measures['vacancy_rate_dfe']).toBeDefined();
  });
});

describe('what is not in the source', () => {
  it('an illustrative target says so wherever it is shown', () => {
    const targets = [targetOf(), targetOf({ id: 'own', illustrative: true })];
    const report = assembleReport({ ...input, scenario: { ...input.scenario, targets } });
    expect(report.plans[0]!.targets.map(({ illustrative }) => illustrative)).toEqual([undefined, true]);
    expect(reportTable(report).match(/illustrative, not in the source/g)).toHaveLength(input.runs.length);
  });

  it('and so do the notes of its scorecard and the explanation of its number, and no other target’s', async () => {
    const targets = [targetOf(), targetOf({ id: 'own', illustrative: true })];
    const scenario = { ...input.scenario, targets };
    const report = assembleReport({ ...input, scenario });
    const result = report.plans[0]!;
    const { rows } = scorecard(report, result, scenario, result.reviews.at(-1)!);
    expect(rows.map(({ notes }) => notes.includes('Illustrative: the source sets no such number.'))).toEqual([
      false,
      true,
    ]);
    const terms = targets.map((stated, at) =>
      explained({
        ...{
          target: result.targets[at]!,
          stated,
          result,
          kind: 'event',
          meaning: '',
          futures: 4,
          sourceTitle: '',
          record: '',
        },
      }).map(({ term }) => term),
    );
    expect(terms[0]).toContain('Source');
    expect(terms[1]).toContain('Source, sets no such number');
    expect(terms[1]).not.toContain('Source');
    // A notice offered to begin with is tagged so where no council has ever had it.
    const tags = await Promise.all(
      NOTICE_STARTERS.map(async ({ id, tag, load }) => [
        id,
        tag,
        (await load()).targets.every((one) => one.illustrative),
      ]),
    );
    expect(tags).toContainEqual(['england-today', 'illustrative', true]);
    expect(tags).toContainEqual(['birmingham-2009', 'historic', false]);
  });

  it('a figure reported later stands beside what is simulated for its month', () => {
    const outcomes = [
      { measure: 'vacancy_rate_dfe', month: '2009-03', value: 0.1, source: 'N09', grade: 'P' as const, note: 'Later.' },
      { measure: 'vacancy_rate_dfe', month: '2031-03', value: 0.1, source: 'N09', grade: 'P' as const },
    ];
    const report = assembleReport({ ...input, scenario: { ...input.scenario, outcomes } });
    expect(report.outcomes).toHaveLength(1);
    expect(report.outcomes![0]).toMatchObject({ month: '2009-03', reported: 0.1, note: 'Later.', grade: 'P' });
    expect(report.outcomes![0]!.plans.map(({ plan }) => plan)).toEqual(input.runs.map(({ plan }) => plan.id));
    expect(report.outcomes![0]!.plans[0]!.p50).toBe(report.plans[0]!.measures['vacancy_rate_dfe']!.p50[1]);
    expect(reportTable(report)).toMatch(/Reported later, not an input +Month +Reported/);
    expect(assembleReport(input).outcomes).toBeUndefined();
  });
});

it('tells a share in time by month of start from the share in time at the first words, by any limits', () => {
  for (const stage of ['ia', 'ca', 'sa']) {
    const [whole, byStart] = [`${stage}_in_time`, `${stage}_in_time_by_start`].map((id) => measureById(id)!.label);
    expect(byStart).toMatch(/^By month of start: /);
    expect(whole!.slice(0, 4)).not.toBe(byStart!.slice(0, 4));
  }
});
