import type { MeasureSummary, PlanReport, Report } from '../model/index';

/**
 * A text that no spreadsheet takes for a formula: one that begins with =, +, −, @, a tab or a return, or with the wide form
 * of a sign, is prefixed with an apostrophe.
 */
export function safeText(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

/**
 * One cell of a CSV file (RFC 4180). A text that a spreadsheet would take for a formula is prefixed with an
 * apostrophe; numbers are written as they are, to six decimals, and a missing value as an empty cell.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(Number(value.toFixed(6)) + 0) : '';
  const safe = safeText(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows of cells as CSV text with a line break after each row. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

type Row = readonly [plan: string, measure: string, month: string, statistic: string, value: number | null];

const STATISTICS = [
  'mean',
  'p10',
  'p25',
  'p50',
  'p75',
  'p90',
  'futures',
] as const satisfies readonly (keyof MeasureSummary)[];

/**
 * The report as one long table: plan, measure, month, statistic, value; shares from 0 to 1. After the measures come
 * the chances: each target under its measure in the month of its due date (statistic `chance of <target id>`), and
 * each review as measure `all_due`.
 */
export function reportCsv(report: Report): string {
  const rows = report.plans.flatMap((plan) => [...measureRows(report, plan), ...chanceRows(plan)]);
  return csvText([['plan', 'measure', 'month', 'statistic', 'value'], ...rows]);
}

/**
 * The report as one long table for business intelligence tools: one row for each plan, measure, month and statistic, with
 * label, unit and the run record in columns of their own. Shares run from 0 to 1; months are written as 2009-04.
 */
export function longCsv(report: Report): string {
  const head = ['plan', 'plan_name', 'measure', 'measure_name', 'unit', 'month', 'statistic', 'value'];
  // On every row, so that rows of several runs can lie in one table and be told apart.
  const record: readonly (readonly [string, string | number])[] = [
    ['app_version', report.appVersion],
    ['model_version', report.modelVersion],
    ['schema_version', report.schemaVersion],
    ['scenario', report.scenario.id],
    ['seed', report.seed],
    ['futures_run', report.futures],
  ];
  const rows = report.plans.flatMap((plan) =>
    [...measureRows(report, plan), ...chanceRows(plan)].map(([id, measure, month, statistic, value]) => {
      const summary = plan.measures[measure];
      const chance = statistic.startsWith('chance');
      const label = chance ? labelOfChance(plan, measure, statistic) : (summary?.label ?? measure);
      const unit = statistic === 'futures' ? 'count' : chance ? 'share' : (summary?.unit ?? '');
      const own = [id, plan.name, measure, label, unit, month, statistic, value];
      return [...own, plan.fingerprint, ...record.map(([, is]) => is)];
    }),
  );
  return csvText([[...head, 'fingerprint', ...record.map(([name]) => name)], ...rows]);
}

function labelOfChance({ targets }: PlanReport, measure: string, statistic: string): string {
  const id = statistic.replace('chance of ', '');
  return targets.find((target) => target.id === id)?.label ?? (measure === 'all_due' ? 'All due together' : measure);
}

function measureRows({ months }: Report, plan: PlanReport): Row[] {
  return Object.entries(plan.measures).flatMap(([id, summary]) =>
    months.flatMap((month, at) => STATISTICS.map((name): Row => [plan.id, id, month, name, summary[name][at] ?? null])),
  );
}

function chanceRows(plan: PlanReport): Row[] {
  const month = (date: string) => date.slice(0, 7);
  const targets = plan.targets.flatMap((target): Row[] =>
    target.due === null
      ? target.atReviews.map(({ review, probability }) => [
          plan.id,
          target.measure,
          month(review),
          `chance of ${target.id}`,
          probability,
        ])
      : [[plan.id, target.measure, month(target.due), `chance of ${target.id}`, target.probability]],
  );
  const reviews = plan.reviews.map((review): Row => [
    plan.id,
    'all_due',
    month(review.date),
    'chance',
    review.probabilityAll,
  ]);
  return [...targets, ...reviews];
}
