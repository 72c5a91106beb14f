import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../src/model/results/report';
import { assembleReport } from '../../../src/report/assemble';
import { csvCell, reportCsv } from '../../../src/report/csv';
import { reportJson } from '../../../src/report/json';
import { future, input, runOf } from './town';

let report: Report;
beforeAll(() => {
  report = assembleReport(input);
});

describe('the report', () => {
  it('scores no clause: with any number of them it is the same, byte for byte', () => {
    const clause = { text: 'Leadership must improve.', source: 'N09', grade: 'P', evidence: 'A review.' };
    const clauses = Array.from({ length: 14 }, () => clause) as unknown as typeof input.scenario.clauses;
    const scored = assembleReport({ ...input, scenario: { ...input.scenario, clauses } });
    expect(reportJson(scored)).toBe(reportJson(report));
    expect(reportJson(scored)).not.toContain('Leadership');
  });

  it('says what was run', () => {
    expect(report).toMatchObject({
      appVersion: '0.1.0',
      modelVersion: '1',
      schemaVersion: 2,
      scenario: { id: 'town-2009' },
      seed: 7,
      futures: 4,
      horizonMonths: 24,
      start: '2009-02-10',
      timing: { seconds: 2, futuresPerSecond: 4, workers: 2 },
      spread: [],
    });
    expect([report.months[0], report.months.at(-1)]).toEqual(['2009-02', '2011-01']);
    expect(report.plans.map(({ id, fingerprint }) => [id, fingerprint])).toEqual([
      ['as-now', 'print-as-now'],
      ['recovery', 'print-recovery'],
    ]);
  });

  it('summarises measures, teams and all, and leaves out what has no value', () => {
    const measures = report.plans[0]!.measures;
    expect(measures['caseload_mean@duty']).toMatchObject({
      label: 'Average caseload, duty team',
      futures: new Array<number>(24).fill(3),
    });
    expect(measures['caseload_mean@duty']!.p50[0]).toBe(20);
    expect(measures['ca_in_time']).toBeUndefined();
  });

  it('gives every target its chance, base rate and cohort', () => {
    const [initial, staff, absence] = report.plans[1]!.targets;
    expect(initial).toMatchObject({ probability: 1, futures: 3, baseRate: null, code: 'NI 59' });
    expect(staff).toMatchObject({ probability: 2 / 3, code: null, baseRate: { n: 373 } });
    expect(staff!.atReviews.map(({ review }) => review)).toEqual(['2009-07-31', '2010-02-28']);
    expect(absence).toMatchObject({ probability: 1, denominator: 1400 });
    expect(assembleReport({ ...input, baseRates: undefined as never }).plans[0]!.targets[1]!.baseRate).toBeNull();
  });

  it('gives every review, in order of date', () => {
    const [july, february] = report.plans[0]!.reviews;
    expect(july).toMatchObject({ date: '2009-07-31', targets: [], probabilityAll: null });
    expect(february).toMatchObject({ date: '2010-02-28', probabilityAll: 1 / 3, metCounts: [0, 2 / 3, 0, 1 / 3] });
  });

  it('adds up cost by financial year over the months of the run', () => {
    const { cost } = report.plans[0]!;
    expect(Object.keys(cost)).toEqual(['2008-09', '2009-10', '2010-11']);
    expect([cost['2008-09']!.mean, cost['2009-10']!.mean, cost['2010-11']!.mean]).toEqual([2e6, 12e6, 10e6]);
  });

  it('compares plans on their futures, and their cost', () => {
    expect(report.comparisons.map(({ a, b, target }) => [a, b, target])).toEqual(
      ['ni59', 'vacancies', 'absence'].map((id) => ['as-now', 'recovery', id]),
    );
    expect(report.comparisons[0]).toMatchObject({ aBetter: 0, same: 1 / 3, bBetter: 2 / 3, difference: 2 / 3 });
    expect(report.costComparisons!.at(-1)).toMatchObject({ years: ['2008-09', '2009-10', '2010-11'] });
    expect(report.costComparisons!.at(-1)!.mean).toBeCloseTo(24 * 200_000, 3);
  });

  it('holds the observed figures against the simulated baseline', () => {
    expect(report.calibration).toEqual([
      { measure: 'ia_in_time', observed: 0.62, simulated: 0.64, tolerance: 0.02, ok: true },
      { measure: 'vacancy_rate_dfe', observed: 0.247, simulated: 0.3, tolerance: 0.02, ok: false },
      { measure: 'ca_in_time', observed: 0.75, simulated: null, tolerance: 0.02, ok: false },
    ]);
  });

  it('takes the spread of the first plan apart where there are echoes, and counts them', () => {
    const echoes = runOf('as-now', [future(0.6, 26, 1e6), future(0.7, 16, 1e6), future(0, 0, 0), 'failed']).result;
    const { spread, timing, plans, futures } = assembleReport({ ...input, echoes });
    expect(spread.map(({ plan, target, pairs }) => [plan, target, pairs])).toEqual([
      ['as-now', 'ni59', 2],
      ['as-now', 'vacancies', 2],
      ['as-now', 'absence', 2],
    ]);
    expect([timing.futuresPerSecond, futures]).toEqual([6, 4]);
    expect(plans.map(({ failures }) => failures.length)).toEqual([2, 1]);
    const onlyChance = assembleReport({ ...input, onlyChance: true });
    expect(onlyChance.spread.map(({ chance, doubt }) => [chance, doubt])).toEqual([1, 1, 1].map((all) => [all, 0]));
  });

  it('holds the change in a year as now against that of real councils, over 24 months', () => {
    const line = report.believable!.find(({ measure }) => measure === 'vacancy_rate_dfe');
    expect(line).toMatchObject({ simulated: 0, observed: 0.074, ratio: 0, futures: 3 });
    expect(assembleReport({ ...input, runs: input.runs.slice(1) })).not.toHaveProperty('believable');
  });

  it('names the worst month of each measure that has a target, and the chance that a floor is broken', () => {
    const { worstMonths, floors } = report.plans[0]!;
    expect(worstMonths!.map(({ measure, month, worse }) => [measure, month, worse])).toEqual(
      ['ia_in_time', 'vacancy_rate_dfe', 'school_absence'].map((measure) => [measure, '2009-02', 0]),
    );
    expect(floors!.map(({ measure, level, probability }) => [measure, level, probability])).toEqual([
      ['cp_allocated', 1, null],
      ['cp_waiting_days', 23, 0],
      ['assessments_overdue', 0, 0],
    ]);
  });

  it('lists failures', () => {
    expect(report.plans[0]!.failures).toEqual([{ future: 2, seed: 7, day: 12, code: 'stuck', message: 'stopped' }]);
  });

  it('cannot be made of nothing', () => {
    expect(() => assembleReport({ ...input, runs: [] })).toThrow('at least one run');
  });
});

describe('the report as JSON', () => {
  it('is the same bytes for the same report, with six decimals at most', () => {
    const text = reportJson(report);
    expect(text).toBe(reportJson(assembleReport(input)));
    expect(text).not.toMatch(/\.\d{7}/);
    expect(text.endsWith('}\n')).toBe(true);
    expect((JSON.parse(text) as Report).plans[1]!.targets[1]!.probability).toBe(0.666667);
  });

  it('keeps whole numbers whole and turns minus nought and what is no number', () => {
    const odd = { seed: 9007199254740991, a: -0, b: Number.NaN, c: -1e-9, d: 12345678.123456789 };
    expect(JSON.parse(reportJson(odd as unknown as Report))).toEqual({
      seed: 9007199254740991,
      a: 0,
      b: null,
      c: 0,
      d: 12345678.123457,
    });
    expect(reportJson(odd as unknown as Report)).not.toContain('-0');
  });
});

describe('the report as CSV', () => {
  it('is one long table', () => {
    const lines = reportCsv(report).split('\r\n');
    expect(lines[0]).toBe('plan,measure,month,statistic,value');
    expect(lines).toContain('as-now,caseload_mean,2009-02,p50,18');
    expect(lines).toContain('recovery,vacancy_rate_dfe,2010-02,chance of vacancies,0.666667');
    expect(lines).toContain('as-now,all_due,2009-07,chance,');
    expect(lines).toContain('as-now,all_due,2010-02,chance,0.333333');
    expect(lines.every((line) => line === '' || line.split(',').length === 5)).toBe(true);
  });

  it('lets no text become a formula, and leaves numbers alone', () => {
    expect(['=1+1', '+1', '-1', '@a', '\ta', '\ra'].map(csvCell)).toEqual([
      "'=1+1",
      "'+1",
      "'-1",
      "'@a",
      "'\ta",
      '"\'\ra"',
    ]);
    expect(csvCell(-1.5)).toBe('-1.5');
    expect(csvCell(null)).toBe('');
    expect(csvCell(Number.NaN)).toBe('');
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
    expect(csvCell('two\nlines')).toBe('"two\nlines"');
    expect(csvCell('a-b')).toBe('a-b');
  });
});
