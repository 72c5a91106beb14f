import { beforeAll, describe, expect, it } from 'vitest';
import table from '../../../scenarios/base-rates.json';
import { COLUMNS } from '../../../src/model/measures';
import type { CompiledModel } from '../../../src/model/compiled';
import type { Plan, Scenario } from '../../../src/model/scenario/schema';
import type { Report } from '../../../src/model/results/report';
import { assembleReport, type AssembleInput, type PlanRun } from '../../../src/report/assemble';
import { csvCell, reportCsv } from '../../../src/report/csv';
import { reportJson } from '../../../src/report/json';
import { columnsText, reportTable } from '../../../src/report/table';
import { basis, rowsOf, targetOf, type Future } from '../results/rows';

const vacancies = targetOf({
  id: 'vacancies',
  label: 'Vacancies',
  measure: 'vacancy_rate_dfe',
  direction: 'at-most',
  threshold: 0.177,
  basis: basis('snapshot'),
  baseline: { value: 0.247, year: '2007-08' },
});
delete (vacancies as { code?: string }).code;

const declared = { measure: 'school_absence', cohort: { value: 1400 } };
/** Only what a report reads of a scenario. */
const scenario = {
  schemaVersion: 1,
  id: 'town-2009',
  name: 'A town, notice of 10 February 2009',
  start: '2009-02-10',
  targets: [
    targetOf(),
    vacancies,
    targetOf({
      id: 'absence',
      measure: 'school_absence',
      direction: 'at-most',
      threshold: 0.123,
      basis: basis('declared'),
    }),
  ],
  reviews: [
    { date: '2010-02-28', label: 'February 2010' },
    { date: '2009-07-31', label: 'July 2009' },
  ],
  declared: [declared],
  observed: [
    { measure: 'ia_in_time', value: 0.62, tolerance: 0.02, source: 'N09', grade: 'P' },
    { measure: 'vacancy_rate_dfe', value: 0.247, tolerance: 0.02, source: 'N09', grade: 'P' },
    { measure: 'ca_in_time', value: 0.75, tolerance: 0.02, source: 'N09', grade: 'P' },
  ],
} as unknown as Scenario;

const future = (share: number, vacant: number, cost: number): Future => ({
  ia_completed: 100,
  ia_in_time: share * 100,
  vacant,
  posts_and_in_post: 100,
  declared_school_absence: 0.12,
  cases_held: 180,
  holders: 10,
  'cases_held@duty': 40,
  'holders@duty': 2,
  staff_cost: cost,
});

function runOf(id: string, futures: readonly Future[]): PlanRun {
  const { layout, rows } = rowsOf('2009-02', 24, futures, ['duty']);
  const baseline = new Float64Array(layout.stride);
  baseline[COLUMNS.indexOf('ia_completed')] = 200;
  baseline[COLUMNS.indexOf('ia_in_time')] = 128;
  baseline[COLUMNS.indexOf('vacant')] = 30;
  baseline[COLUMNS.indexOf('posts_and_in_post')] = 100;
  const failures = futures.flatMap((row, at) =>
    row === 'failed' ? [{ future: at, seed: 7, day: 12, code: 'stuck', message: 'stopped' }] : [],
  );
  return {
    plan: { id, name: id === 'as-now' ? 'As now' : 'Recovery plan' } as Plan,
    // Of a compiled model a report reads the layout alone.
    model: { months: layout.months, columns: layout.columns } as unknown as CompiledModel,
    result: { futures: futures.length, rows, failures, baseline },
    fingerprint: `print-${id}`,
  };
}

const input: AssembleInput = {
  scenario,
  runs: [
    runOf('as-now', [future(0.6, 25, 1e6), future(0.7, 17, 1e6), 'failed', future(0.5, 20, 1e6)]),
    runOf('recovery', [future(0.7, 20, 1.1e6), future(0.7, 16, 1.2e6), 'failed', future(0.7, 15, 1.3e6)]),
  ],
  seed: 7,
  seconds: 2,
  workers: 2,
  appVersion: '0.1.0',
  modelVersion: '1',
  baseRates: table,
};

let report: Report;
beforeAll(() => {
  report = assembleReport(input);
});

describe('the report', () => {
  it('says what was run', () => {
    expect(report).toMatchObject({
      appVersion: '0.1.0',
      modelVersion: '1',
      schemaVersion: 1,
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

describe('the report as text', () => {
  it('begins with the answer and shows the matrix', () => {
    const text = reportTable(report);
    expect(text).toContain('A town, notice of 10 February 2009 · 4 futures, seed 7');
    expect(text).toContain('chance of meeting all three targets due by 28 February 2010');
    expect(text).toMatch(/Vacancies +on 28 February 2010 +≤ 17.7% +20.0% +17.6–24.0% +33% +33%/);
    expect(text).toMatch(/All that fall due +– +33%/);
    expect(text).toContain('13 in 100 were at 17.7% or less a year later');
    expect(text).toContain('1 future failed and counts nowhere');
    expect(text).toContain(
      'With the same luck, Recovery plan does better than As now in 67 of 100 futures, the same in 33, worse in 0.',
    );
    expect(text).toMatch(/Vacancies, posts without a permanent holder +24.7% +30.0% +2.0 points +NO/);
    expect(text).not.toMatch(/undefined|NaN/);
    expect(text.split('\n').every((line) => line === line.trimEnd())).toBe(true);
  });

  it('says when parameter doubt was switched off', () => {
    expect(reportTable(report)).toContain('Counts chance and the ranges you set.');
    expect(reportTable(assembleReport({ ...input, onlyChance: true }))).toContain(
      'Counts chance alone, without the ranges you set.',
    );
    expect(report).not.toHaveProperty('onlyChance');
  });

  it('lines its columns up', () => {
    expect(
      columnsText([
        ['a', 'bb'],
        ['long', '1'],
      ]),
    ).toEqual(['a     bb', '────────', 'long   1']);
  });
});
