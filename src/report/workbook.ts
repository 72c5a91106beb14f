/** The whole result as the sheets of a workbook: a cover, notes, the numbers, and what they rest on. */
import {
  leversSchema,
  type LeverId,
  type Plan,
  type PlanReport,
  type RegisteredFigure,
  type Report,
  type Scenario,
} from '../model/index';
import { neighbourReader, type NeighbourTable } from '../model/notice/neighbours';
import { dayText, grouped } from '../model/results/format';
import { cell, type Cell, type Table } from './cells';
import { DATA_KEY, scorecard, TRAVEL_KEY } from './scorecard';
import { scorecardTable } from './scorecard-table';
import { bandsTable, chancesTable, measuresTable, targetsTable } from './tables';

export interface WorkbookInput {
  readonly report: Report;
  readonly scenario: Scenario;
  /** The plan the workbook is about, and its results. */
  readonly plan: Plan;
  readonly result: PlanReport;
  /** Names and values that make the result repeatable. */
  readonly record: readonly (readonly [name: string, value: string | number])[];
  readonly figures: readonly RegisteredFigure[];
  /** What was changed since the fitted points were found, in words; empty where nothing was. */
  readonly changed: string;
  /** What was published of other councils. */
  readonly neighbours?: NeighbourTable;
  /** Place of the month that the scorecard and the measures look at: that of a review, or the last where there is none. */
  readonly at: number;
}

const PURPOSE =
  'In how many simulated futures the plan meets each target of the notice, counted as the notice counts it, and all of them together.';

/** The sheets in order. */
export function workbookTables(input: WorkbookInput): readonly Table[] {
  const { report, scenario, result, figures, at } = input;
  const review = result.reviews.find(({ date }) => date.slice(0, 7) === report.months[at]);
  const sheets = [
    notes(input),
    targetsTable(report.plans),
    chancesTable(report.plans),
    bandsTable(report),
    ...(review
      ? [scorecardTable(scorecard(report, result, scenario, review, neighbourReader(scenario, input.neighbours)))]
      : []),
    measuresTable(report, result, at),
    settings(input),
    assumptions(figures),
    recordTable(input),
  ];
  return [cover(input, sheets), ...sheets];
}

/** Title of the document. */
export const workbookTitle = ({ scenario, plan }: Pick<WorkbookInput, 'scenario' | 'plan'>) =>
  `${scenario.name}: ${plan.name}`;

const CONTENTS: Readonly<Record<string, string>> = {
  Notes: 'How to read the numbers, and what they do not count',
  Targets: 'Each target, its chance and range when due',
  Chances: 'Each target at each review, and all due together',
  'Monthly bands': 'Every measure in every month',
  Scorecard: 'Each target as a board’s scorecard has it, at the review',
  Measures: 'Every measure at the start and at the review, as now beside it',
  Plan: 'The settings of the plan',
  Assumptions: 'Every figure the simulation rests on, with range, source and grade',
  'Run record': 'What is needed to get the same numbers again',
};

function cover(input: WorkbookInput, sheets: readonly Table[]): Table {
  const { scenario, report } = input;
  return {
    name: 'Cover',
    columns: [
      { header: 'About this workbook', width: 26 },
      { header: 'Text', width: 90 },
    ],
    rows: [
      ['Title', workbookTitle(input)],
      ['Purpose', PURPOSE],
      ['Council and notice', scenario.name],
      ['Plans', report.plans.map(({ name }) => name).join('; ')],
      ['Simulated futures', grouped(report.futures, 0)],
      ...input.record.map(([name, value]): Cell[] => [`Run record: ${name}`, String(value)]),
      ...sheets.map(({ name }): Cell[] => [`Sheet: ${name}`, CONTENTS[name] ?? name]),
    ],
  };
}

function notes({ report, result, scenario, changed }: WorkbookInput): Table {
  const failed = result.failures.length;
  const lines: readonly (readonly [string, string])[] = [
    [
      'Chance',
      'The share of simulated futures that meet the target. It counts luck and the ranges of the assumptions.',
    ],
    ['Not counted', 'A change in thresholds or partners’ behaviour, and anything the assumptions leave out.'],
    ['95% interval', 'Where the chance would lie with very many futures; it counts only that their number is finite.'],
    ['Middle', 'Half of the futures lie below it and half above.'],
    ['1 in 10 below, 1 in 10 above', 'Between these two lie 8 in 10 futures.'],
    ['As now', 'The plan that changes nothing, over the same futures.'],
    ['Scorecard', DATA_KEY],
    ['Direction of travel', TRAVEL_KEY.replace('Direction of travel: the', 'The')],
    ['Watched, not due', 'The target is looked at in that review and falls due later.'],
    ['Per cent', 'Shares are numbers from 0 to 1 that are shown as per cent.'],
    ['No value', 'Words stand where there is no value; no cell is left empty.'],
    [
      'Fitted values',
      `${scenario.fitted.points.length} points, model ${scenario.fitted.modelVersion}. ${scenario.fitted.method} ${changed}`.trim(),
    ],
    [
      'Unfinished futures',
      failed === 0
        ? `None of ${grouped(report.futures, 0)}.`
        : `${failed} of ${grouped(report.futures, 0)} could not be finished and are left out.`,
    ],
    [
      'Not for',
      'Judging named workers or a named child, setting safe caseloads, or foreseeing an inspector’s judgement.',
    ],
    ['Who made it', 'Trajectory, independent of the Department for Education, Ofsted and any council.'],
  ];
  return {
    name: 'Notes',
    columns: [
      { header: 'Note', width: 30 },
      { header: 'Text', width: 90 },
    ],
    rows: lines,
  };
}

function settings({ plan }: WorkbookInput): Table {
  const { optimism } = plan;
  const rows = (Object.keys(plan.levers) as LeverId[]).flatMap((id): Cell[][] => {
    const lever = plan.levers[id];
    if (!lever) return [];
    const { label, unit } = leversSchema.entries[id].wrapped.pipe[1].metadata;
    const until = lever.until ? dayText(lever.until) : 'the end';
    const ramp = cell(lever.rampMonths ?? 0, 'plain');
    return [[label, cell(lever.value, 'plain'), unit, dayText(lever.from), until, ramp, lever.reason ?? 'none given']];
  });
  const whole = (label: string, value: number, unit: string): Cell[] => {
    const reason = optimism.reason ?? 'none given';
    return [label, cell(value, 'plain'), unit, 'the start', 'the end', cell(0, 'plain'), reason];
  };
  return {
    name: 'Plan',
    columns: [
      { header: 'Setting', width: 34 },
      { header: 'Value, in the unit', width: 12 },
      { header: 'Unit', width: 24 },
      { header: 'From', width: 18 },
      { header: 'Until', width: 18 },
      { header: 'Comes in over (months)', width: 12 },
      { header: 'Reason', width: 60 },
    ],
    rows: [
      ...rows,
      whole('Discount: every setting acts later by', optimism.delayMonths, 'months'),
      whole('Discount: share of the extra hires that arrive', optimism.yield, 'a share from 0 to 1'),
      whole('Discount: added to the cost of the plan', optimism.cost, 'a share'),
    ],
  };
}

function assumptions(figures: readonly RegisteredFigure[]): Table {
  return {
    name: 'Assumptions',
    columns: [
      { header: 'Figure', width: 36 },
      { header: 'Value, in the unit', width: 12 },
      { header: 'Low end of its range', width: 12 },
      { header: 'High end of its range', width: 12 },
      { header: 'Unit', width: 20 },
      { header: 'Source', width: 50 },
      { header: 'Grade', width: 8 },
      { header: 'What the grade says', width: 40 },
      { header: 'Note', width: 60 },
      { header: 'Why it is asked', width: 60 },
      { header: 'Place in the scenario file', width: 44 },
    ],
    rows: figures.map(({ path, label, unit, meaning, value, low, high, source, grade, gradeMeaning, note }) => [
      label,
      cell(value, 'plain'),
      low === null ? 'no range' : cell(low, 'plain'),
      high === null ? 'no range' : cell(high, 'plain'),
      unit || 'as its measure',
      source,
      grade,
      gradeMeaning || 'not graded',
      note || 'none',
      meaning || 'a stated result that the simulated baseline is fitted to or compared with',
      path,
    ]),
  };
}

function recordTable({ record }: WorkbookInput): Table {
  return {
    name: 'Run record',
    columns: [
      { header: 'Part of the run record', width: 30 },
      { header: 'Value', width: 50 },
    ],
    rows: [
      ...record.map(([name, value]): Cell[] => [name, typeof value === 'number' ? cell(value, 'plain') : value]),
      ['What it is for', 'The same record gives the same numbers, on any machine.'],
    ],
  };
}
