/** A small report by hand: a town with three targets, two plans and four futures, one of them failed. */
import table from '../../../scenarios/base-rates.json';
import { COLUMNS } from '../../../src/model/measures/columns';
import type { CompiledModel } from '../../../src/model/compiled';
import type { Plan, Scenario } from '../../../src/model/scenario/schema';
import type { AssembleInput, PlanRun } from '../../../src/report/assemble';
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
  schemaVersion: 2,
  id: 'town-2009',
  name: 'A town, notice of 10 February 2009',
  start: '2009-02-10',
  pathway: { regimes: [{ from: '2008-04-01', initialDays: 7, coreDays: 35 }], conferenceDays: 15 },
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

export const future = (share: number, vacant: number, cost: number): Future => ({
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

export function runOf(id: string, futures: readonly Future[]): PlanRun {
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

export const input: AssembleInput = {
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
