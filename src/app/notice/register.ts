/** The notice as files: on its own, to be laid over another council, and as a register for the board to sign off. */
import { SCHEMA_VERSION, type FormulaMeasure, type NoticeFile, type Scenario } from '../../model/index';
import { countingText } from '../../model/notice/basis';
import { dayText, formatExact, unitWord } from '../../model/results/format';
import { clauseWords } from '../../model/notice/words';
import { csvText } from '../../report/csv';
import { measureFacts } from './measures';
import { reviewOf } from './reviews';

/** What a scenario's notice asks, without the council: its targets, reviews, clauses and floors, and the sources they name. */
export function noticeOf(scenario: Scenario): NoticeFile {
  const { name, sources, formulas, targets, reviews, clauses, floors } = scenario;
  const named = new Set([...targets, ...clauses].map(({ source }) => source));
  return {
    kind: 'notice',
    schemaVersion: SCHEMA_VERSION,
    name,
    sources: Object.fromEntries(Object.entries(sources).filter(([key]) => named.has(key))),
    ...(formulas ? { formulas } : {}),
    targets,
    reviews,
    clauses,
    ...(floors ? { floors } : {}),
  };
}

/** The notice as the text of a file. */
export function noticeText(scenario: Scenario): string {
  return `${JSON.stringify(noticeOf(scenario), null, 2)}\n`;
}

const POLARITY = { high: 'high', low: 'low', neutral: 'neither' } as const;

/** The targets as a table for a spreadsheet, then the clauses that are not scored. */
export function registerCsv(scenario: Scenario, formulas: readonly FormulaMeasure[]): string {
  const head = [
    ...['Reference', 'Target', 'Code', 'Good is', 'Direction', 'Baseline', 'Baseline year', 'Threshold', 'Counted'],
    ...['Rounding', 'Due', 'Falls due at the review of', 'On trajectory to', 'Reason', 'Clause', 'Source', 'Assumed'],
  ];
  const rows = scenario.targets.map((target) => {
    const facts = measureFacts(target.measure, formulas);
    const unit = facts?.unit ?? 'count';
    const figure = (value: number) => `${formatExact(value, unit)}${unitWord(unit)}`;
    const review = reviewOf(scenario, target);
    return [
      target.id,
      target.label,
      target.code ?? '',
      POLARITY[facts?.polarity ?? 'neutral'],
      target.direction === 'at-least' ? 'or higher' : 'or lower',
      figure(target.baseline.value),
      target.baseline.year,
      figure(target.threshold),
      countingText(target, target.due),
      target.rounding === null ? 'not rounded' : `rounded to ${target.rounding} decimals`,
      target.due === null ? 'no date in the notice' : dayText(target.due),
      review === null ? '' : dayText(review),
      target.trajectory ? figure(target.trajectory.threshold) : '',
      target.rationale,
      target.clause,
      scenario.sources[target.source]?.title ?? target.source,
      target.assumption ?? '',
    ];
  });
  const clauses = scenario.clauses.map(({ paragraph, text, evidence, source }) => [
    '',
    'Clause, not scored',
    paragraph,
    text,
    clauseWords(evidence ?? 'the council’s own.'),
    scenario.sources[source]?.title ?? source,
  ]);
  // Spreadsheets take a file for another alphabet unless it begins with the mark of this one.
  return `\uFEFF${csvText([head, ...rows, ...(clauses.length > 0 ? [[], ...clauses] : [])])}`;
}

/** A name for a file of this council's. Example: "birmingham-2009-notice.json". */
export function fileName(scenario: Pick<Scenario, 'id'>, ending: string): string {
  return `${scenario.id}-${ending}`;
}
