/** The tables of the page, as data: each can be taken away as CSV or copied, and most are sheets of the workbook. */
import {
  measureById,
  type IsoMonth,
  type MeasureSummary,
  type PlanReport,
  type Report,
  type Series,
} from '../model/index';
import { chanceAt } from '../model/notice/review';
import { dayText, monthText } from '../model/results/format';
import { cell, unitName, type Cell, type CellUnit, type Column, type Table } from './cells';

const text = (header: string, width = 16): Column => ({ header, width });
const number = (header: string, unit: CellUnit | '' = '', width = 13): Column => ({
  header: unit === '' || unitName(unit) === '' ? header : `${header} (${unitName(unit)})`,
  width,
});

/** One measure month by month, and futures one by one beside it where they are given. */
export function monthsTable(
  measure: MeasureSummary,
  months: readonly IsoMonth[],
  samples: readonly Series[] = [],
): Table {
  const { unit } = measure;
  return {
    name: 'Months',
    columns: [
      text('Month'),
      number('1 in 10 below', unit),
      number('1 in 4 below', unit),
      number('Middle', unit),
      number('1 in 4 above', unit),
      number('1 in 10 above', unit),
      number('Futures with a value'),
      ...samples.map((_, future) => number(`Future ${future + 1}`, unit)),
    ],
    rows: months.map((month, at) => [
      monthText(month),
      ...[measure.p10, measure.p25, measure.p50, measure.p75, measure.p90].map((series) => cell(series[at], unit)),
      cell(measure.futures[at] ?? 0, 'count'),
      ...samples.map((series) => cell(series[at], unit)),
    ]),
  };
}

/** The targets of these plans, with the chance of each when due. */
export function targetsTable(plans: readonly PlanReport[]): Table {
  return {
    name: 'Targets',
    columns: [
      text('Plan', 18),
      text('Target', 34),
      text('Code', 9),
      text('Counted', 34),
      text('Direction', 10),
      number('Threshold, in the unit'),
      text('Unit', 14),
      text('Due', 18),
      number('Chance of meeting it', 'chance'),
      number('95% interval, low', 'chance'),
      number('95% interval, high', 'chance'),
      number('Middle, in the unit'),
      number('1 in 10 below, in the unit'),
      number('1 in 10 above, in the unit'),
      number('Futures with a value'),
      text('What councils have managed before', 50),
    ],
    rows: plans.flatMap(({ name, targets }) =>
      targets.map((target): Cell[] => [
        name,
        target.label,
        target.code ?? 'none',
        target.basisText,
        target.direction === 'at-least' ? 'at least' : 'at most',
        cell(target.threshold, target.unit),
        unitName(target.unit),
        target.due ? dayText(target.due) : 'no date in the notice',
        cell(target.probability, 'chance'),
        cell(target.interval?.[0], 'chance'),
        cell(target.interval?.[1], 'chance'),
        cell(target.p50, target.unit),
        cell(target.p10, target.unit),
        cell(target.p90, target.unit),
        cell(target.futures, 'count'),
        target.baseRate?.text ?? 'not known',
      ]),
    ),
  };
}

/** The chance of every target at every review, and of all that is due together. */
export function chancesTable(plans: readonly PlanReport[]): Table {
  return {
    name: 'Chances',
    columns: [
      text('Plan', 18),
      text('Review', 18),
      text('Target', 36),
      text('State', 18),
      number('Chance', 'chance'),
      number('95% interval, low', 'chance'),
      number('95% interval, high', 'chance'),
      number('Middle, in the unit'),
      number('1 in 10 below, in the unit'),
      number('1 in 10 above, in the unit'),
      text('Unit', 14),
    ],
    rows: plans.flatMap((plan) => plan.reviews.flatMap((review) => reviewRows(plan, review))),
  };
}

function reviewRows({ name, targets }: PlanReport, review: PlanReport['reviews'][number]): Cell[][] {
  const rows = targets.flatMap((target): Cell[][] => {
    const due = review.targets.includes(target.id);
    const at = chanceAt(target, review);
    if (!at) return [];
    const range = [at.p50, at.p10, at.p90].map((value) => cell(value, target.unit));
    const state = due ? 'due' : 'watched, not due';
    return [[name, dayText(review.date), target.label, state, ...chance(at), ...range, unitName(target.unit)]];
  });
  if (review.targets.length === 0) return rows;
  const all = { probability: review.probabilityAll, interval: review.interval };
  const none = ['not applicable', 'not applicable', 'not applicable', 'not applicable'];
  return [
    ...rows,
    [name, dayText(review.date), `All ${review.targets.length} due, together`, 'due', ...chance(all), ...none],
  ];
}

const chance = (of: { probability: number | null; interval: readonly [number, number] | null }): Cell[] => [
  cell(of.probability, 'chance'),
  cell(of.interval?.[0], 'chance'),
  cell(of.interval?.[1], 'chance'),
];

/** The same target counted on other bases. */
export function basesTable(target: PlanReport['targets'][number]): Table {
  return {
    name: 'Counted another way',
    columns: [text('Basis', 44), number('Middle', target.unit), number('Chance', 'chance')],
    rows: [target, ...target.countedAnotherWay].map(({ basisText, p50, probability }) => [
      basisText,
      cell(p50, target.unit),
      cell(probability, 'chance'),
    ]),
  };
}

/** Measures at the start and at one month, as now beside them where that is another plan. `ids` in order; all where left out. */
export function measuresTable(
  report: Report,
  plan: PlanReport,
  at: number,
  ids: readonly string[] = Object.keys(plan.measures),
): Table {
  const asNow = report.plans.find(({ id }) => id === 'as-now' && id !== plan.id);
  const last = monthText(report.months[at] ?? '');
  return {
    name: 'Measures',
    columns: [
      text('Measure', 40),
      text('Good is', 12),
      text('Unit', 20),
      number(`Middle, ${monthText(report.months[0] ?? '')}, in the unit`, '', 16),
      number(`Middle, ${last}, in the unit`, '', 16),
      number(`1 in 10 below, ${last}, in the unit`, '', 16),
      number(`1 in 10 above, ${last}, in the unit`, '', 16),
      ...(asNow ? [number(`As now, middle, ${last}, in the unit`, '', 16)] : []),
      text('What is counted', 60),
    ],
    rows: ids.flatMap((id): Cell[][] => {
      const measure = plan.measures[id];
      if (!measure) return [];
      const { unit } = measure;
      const now = asNow ? [cell(asNow.measures[id]?.p50[at], unit)] : [];
      const good = { high: 'high', low: 'low', neutral: 'neither' }[measure.polarity];
      const meaning = measureById(id.split('@')[0] ?? id)?.meaning ?? 'a formula of the scenario';
      const values = [measure.p50[0], measure.p50[at], measure.p10[at], measure.p90[at]];
      return [[measure.label, good, unitName(unit), ...values.map((v) => cell(v, unit)), ...now, meaning]];
    }),
  };
}

/** Every measure in every month. */
export function bandsTable({ months, plans }: Report): Table {
  return {
    name: 'Monthly bands',
    columns: [
      text('Plan', 18),
      text('Measure', 40),
      text('Unit', 20),
      text('Month'),
      ...['Mean', '1 in 10 below', '1 in 4 below', 'Middle', '1 in 4 above', '1 in 10 above'].map((name) =>
        number(`${name}, in the unit`),
      ),
      number('Futures with a value'),
    ],
    rows: plans.flatMap((plan) =>
      Object.values(plan.measures).flatMap((measure) =>
        months.map((month, at) => [
          plan.name,
          measure.label,
          unitName(measure.unit),
          monthText(month),
          ...[measure.mean, measure.p10, measure.p25, measure.p50, measure.p75, measure.p90].map((series) =>
            cell(series[at], measure.unit),
          ),
          cell(measure.futures[at] ?? 0, 'count'),
        ]),
      ),
    ),
  };
}
