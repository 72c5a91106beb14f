/** The report as plain text for a terminal: the answer first, then what it rests on. */
import type { IsoMonth, PlanReport, Report, SpreadLine, TargetSummary } from '../model/index';
import { chanceShort } from '../model/notice/chances';
import { comparisonWords, costWords, historyWords } from '../model/notice/words-plans';
import { plainWords, reviewWords } from '../model/notice/words';
import { amountText, formatCell, formatExact, grouped, monthText, percent, pounds } from '../model/results/format';

/** Measures shown for every plan beside those of the targets. */
const ALWAYS = [
  'caseload_mean',
  'unallocated_count',
  'assessments_overdue',
  'vacancy_rate_dfe',
  'agency_fte',
  'in_post_fte',
];

/** Two-sided 95% point of the normal distribution. */
const Z95 = 1.96;

/** Rows of cells in columns; the first column to the left, the others to the right unless named in `left`. A rule follows the first row. */
export function columnsText(rows: readonly (readonly string[])[], left: readonly number[] = []): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]) =>
    widths
      .map((width, at) =>
        at === 0 || left.includes(at) ? (row[at] ?? '').padEnd(width) : (row[at] ?? '').padStart(width),
      )
      .join('  ')
      .trimEnd();
  const [head, ...body] = rows.map(line);
  return head === undefined ? [] : [head, '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2)), ...body];
}

function monthShort(date: string): string {
  return monthText(date).replace(/^(\w{3})\w*/, '$1');
}

function range(low: number | null, high: number | null, unit: TargetSummary['unit']): string {
  return low === null || high === null ? '–' : `${formatCell(low, unit).replace('%', '')}–${formatCell(high, unit)}`;
}

function matrix(plan: PlanReport): string[] {
  const head = [
    'Target',
    'Counted',
    'Threshold',
    'Middle',
    '8 in 10',
    ...plan.reviews.map(({ date }) => monthShort(date)),
  ];
  const rows = plan.targets.map((target) => {
    const { unit, direction, threshold } = target;
    const shown = target.due === null ? (target.atReviews.at(-1) ?? target) : target;
    return [
      `${target.label}${target.code === null ? '' : ` (${target.code})`}`,
      [
        target.basisText,
        ...(target.due === null ? ['no date in the notice'] : []),
        ...(target.illustrative ? ['illustrative, not in the source'] : []),
      ].join(', '),
      `${direction === 'at-least' ? '≥' : '≤'} ${formatExact(threshold, unit)}`,
      shown.p50 === null ? '–' : formatCell(shown.p50, unit),
      range(shown.p10, shown.p90, unit),
      ...target.atReviews.map(chanceShort),
    ];
  });
  const all = plan.reviews.map(({ probabilityAll, interval }) =>
    chanceShort({ probability: probabilityAll, interval }),
  );
  return columnsText([head, ...rows, ['All that fall due', '', '', '', '', ...all]], [1]);
}

/** First month, the months of the reviews, and the last. */
function shownMonths({ months }: Report, plan: PlanReport): IsoMonth[] {
  const reviews = plan.reviews.map(({ date }) => date.slice(0, 7));
  return months.filter((month, at) => at === 0 || at === months.length - 1 || reviews.includes(month));
}

function measures(report: Report, plan: PlanReport): string[] {
  const months = shownMonths(report, plan);
  const ids = [...new Set([...plan.targets.map(({ measure }) => measure), ...ALWAYS])];
  const rows = ids.flatMap((id) => {
    const summary = plan.measures[id];
    if (!summary) return [];
    const cells = months.map((month) => summary.p50[report.months.indexOf(month)] ?? null);
    return [[summary.label, ...cells.map((value) => (value === null ? '–' : formatCell(value, summary.unit)))]];
  });
  return columnsText([['Measure, middle estimate of the month', ...months.map(monthShort)], ...rows]);
}

function failed(count: number): string {
  const futures =
    count === 1 ? '1 future failed and counts nowhere' : `${grouped(count, 0)} futures failed and count nowhere`;
  return `${futures}; the JSON report has the list.`;
}

function planText(report: Report, plan: PlanReport): string[] {
  const judged = [...plan.reviews].reverse().find(({ targets }) => targets.length > 0) ?? plan.reviews.at(-1);
  const { futures, onlyChance = false } = report;
  const words = judged ? plainWords(reviewWords(judged, plan.targets, { futures, onlyChance })) : ['No review date'];
  const history = plan.targets.flatMap((target) => historyWords(target) ?? []);
  const cost = Object.entries(plan.cost).map(
    ([year, { mean, p10, p90 }]) => `${year} ${pounds(mean)} (${pounds(p10)} to ${pounds(p90)})`,
  );
  return [
    `${plan.name} · fingerprint ${plan.fingerprint}`,
    '',
    ...words,
    '',
    ...matrix(plan),
    '',
    ...measures(report, plan),
    ...(history.length > 0 ? ['', ...history] : []),
    ...(cost.length > 0 ? ['', `Staff cost in the months simulated, 8 in 10 range: ${cost.join('; ')}.`] : []),
    ...(plan.failures.length > 0 ? ['', failed(plan.failures.length)] : []),
  ];
}

function comparisons({ plans, comparisons: pairs, costComparisons = [] }: Report): string[] {
  return pairs
    .flatMap((pair) => {
      const [a, b] = [pair.a, pair.b].map((id) => plans.find((plan) => plan.id === id));
      const [targetA, targetB] = [a, b].map((plan) => plan?.targets.find(({ id }) => id === pair.target));
      if (!a || !b || !targetA || !targetB) return [];
      const words = plainWords(comparisonWords(pair, { ...targetA, name: a.name }, { ...targetB, name: b.name }));
      return [`${targetA.label}: ${words.join(' ')}`];
    })
    .concat(costComparisons.map((cost) => costWords(cost, plans.find(({ id }) => id === cost.b)?.name ?? cost.b)));
}

function calibration({ calibration: lines, plans }: Report): string[] {
  const rows = lines.map(({ measure, observed, simulated, tolerance, ok }) => {
    const summary = plans[0]?.measures[measure];
    const unit = summary?.unit ?? 'share';
    const within = unit === 'share' ? `${grouped(tolerance * 100, 1)} points` : grouped(tolerance, 1);
    return [
      summary?.label ?? measure,
      formatCell(observed, unit),
      simulated === null ? '–' : formatCell(simulated, unit),
      within,
      ok ? 'yes' : 'NO',
    ];
  });
  return rows.length > 0
    ? columnsText([['Baseline figure', 'Observed', 'Simulated', 'Tolerance', 'Reproduced'], ...rows])
    : [];
}

/** What was reported later, never an input, beside what each plan comes to. */
function outcomes({ outcomes: lines = [], plans }: Report): string[] {
  const rows = lines.map(({ label, month, unit, reported, plans: by }) => [
    label,
    monthShort(month),
    formatCell(reported, unit),
    ...by.map(({ p10, p50, p90 }) => (p50 === null ? '–' : `${formatCell(p50, unit)} (${range(p10, p90, unit)})`)),
  ]);
  const head = ['Reported later, not an input', 'Month', 'Reported', ...plans.map(({ name }) => name)];
  return rows.length > 0 ? columnsText([head, ...rows]) : [];
}

/** A difference or an error of a measure: of a share in percentage points. "–" for null. */
function size(value: number | null, unit: TargetSummary['unit']): string {
  return value === null ? '–' : amountText(value, unit);
}

/** What the spread of each target's measure comes from, and how far the mean may be off. */
function spread({ spread: lines, plans, onlyChance = false }: Report): string[] {
  const [first] = lines;
  if (!first) return [];
  const name = plans.find(({ id }) => id === first.plan)?.name ?? first.plan;
  const share = (value: number | null) => (value === null ? '–' : percent(value));
  const row = ({ label, basisText, unit, ...line }: SpreadLine): string[] => [
    label,
    basisText,
    share(line.chance),
    share(line.doubt),
    line.standardError === null ? '–' : grouped(Z95 * line.standardError * 100, 0),
    size(line.simulationStates ?? line.simulation, unit),
  ];
  const head = [`Where the spread comes from, ${name}`, 'Counted', 'Chance', 'Doubt', '± points', 'Error of the mean'];
  const off = 'Doubt was switched off: its share is 0, and all of the spread is chance.';
  return [...columnsText([head, ...lines.map(row)], [1]), ...(onlyChance ? [off] : [])];
}

/** Whether measures are as restless, as now, as those of real councils. */
function believable({ believable: lines = [] }: Report): string[] {
  const rows = lines.map(({ label, unit, simulated, observed, ratio }) => [
    label,
    size(simulated, unit),
    size(observed, unit),
    ratio === null ? '–' : grouped(ratio, 2),
  ]);
  const head = ['Change in a year as now, standard deviation', 'Simulated', 'Real councils', 'Ratio'];
  return rows.length > 0 ? columnsText([head, ...rows]) : [];
}

/** The report as plain text, ending with a line break. */
export function reportTable(report: Report): string {
  const { scenario, futures, seed, modelVersion, appVersion } = report;
  const head = `${scenario.name} · ${grouped(futures, 0)} futures, seed ${String(seed)} · app ${appVersion}, model ${modelVersion}`;
  const blocks = [
    ...report.plans.map((plan) => planText(report, plan)),
    comparisons(report),
    spread(report),
    believable(report),
    calibration(report),
    outcomes(report),
  ];
  return `${[head, ...blocks.filter((lines) => lines.length > 0).map((lines) => ['', ...lines].join('\n'))].join('\n')}\n`;
}
