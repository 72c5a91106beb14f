/** How the figures of a baseline stand: who says them, and which are defaults to be checked; and all of them as tables. */
import type { Scenario } from '../model/index';
import { gradeWords } from '../model/results/grades';
import { csvText } from '../report/csv';
import { baselineGroups, ENTERED, statedResults, type BaselineFigure, type BaselineGroup } from './baseline';
import { cellShown, columnOf, monthsOf, seriesOf } from './months';
import { countWord, headingMonth } from './words';

/** Who says a figure. */
export type Standing = 'published' | 'entered' | 'default';

/** Published: read in, or worked out from, something that was published. Anything assumed or recalled is a default. */
export function standingOf({ source, grade }: Pick<BaselineFigure, 'source' | 'grade'>): Standing {
  if (source === ENTERED) return 'entered';
  return ['P', 'O', 'S', 'S-'].includes(grade) ? 'published' : 'default';
}

/** The tag beside a figure: "You", or its source and how good it is. */
export function provenance({ source, grade }: Pick<BaselineFigure, 'source' | 'grade'>): string {
  return source === ENTERED ? 'You' : `${source}, ${gradeWords(grade)}`;
}

/** Groups as the page shows them: what is put in, and what the council shows now. */
export function shownGroups(scenario: Scenario): readonly BaselineGroup[] {
  return [...baselineGroups(scenario), { title: 'What it shows now', figures: statedResults(scenario) }];
}

/** "12 of 36 figures are published, 2 are yours, 22 are defaults you should check." */
export function standingWords(groups: readonly BaselineGroup[]): string {
  const all = groups.flatMap(({ figures }) => figures).map(standingOf);
  const count = (standing: Standing): number => all.filter((one) => one === standing).length;
  const [published, entered, defaults] = [count('published'), count('entered'), count('default')];
  const are = (n: number): string => (n === 1 ? 'is' : 'are');
  const parts = [
    `${String(published)} of ${String(all.length)} figures ${are(published)} published`,
    ...(entered > 0 ? [`${String(entered)} ${are(entered)} yours`] : []),
    defaults === 0
      ? 'none is a default'
      : `${String(defaults)} ${are(defaults)} ${defaults === 1 ? 'a default' : 'defaults'} you should check`,
  ];
  return `${parts.join(', ')}.`;
}

/** Every figure with its range and provenance, for a spreadsheet. */
export function baselineCsv(scenario: Scenario): string {
  const head = ['Figure', 'Value', 'Unit', 'Lowest thought possible', 'Highest thought possible'];
  const rows = shownGroups(scenario).flatMap(({ title, figures }) =>
    figures.map((figure) => [
      figure.label,
      figure.value,
      figure.unit,
      figure.low,
      figure.high,
      title,
      { published: 'published', entered: 'yours', default: 'default, to be checked' }[standingOf(figure)],
      scenario.sources[figure.source]?.title ?? figure.source,
      figure.grade,
      figure.note,
    ]),
  );
  return csvText([[...head, 'Group', 'Standing', 'Source', 'Grade', 'Note'], ...rows]);
}

/** The figures to be filled in and pasted back, without values. */
export function templateCsv(scenario: Scenario): string {
  const rows = baselineGroups(scenario).flatMap(({ figures }) =>
    figures.map(({ label, unit, min, max, meaning }) => [label, null, unit, min, max, meaning]),
  );
  return csvText([['Figure', 'Value', 'Unit', 'From', 'To', 'Why we ask'], ...rows]);
}

/** The twelve months as a table for a spreadsheet, which can be pasted back; `empty` leaves the cells out. */
export function monthsCsv(scenario: Scenario, empty = false): string {
  const series = seriesOf(scenario);
  const head = ['Month', ...series.map(({ label }) => label)];
  const rows = monthsOf(scenario).map((month, at) => [
    headingMonth(month),
    ...series.map(({ column }) => {
      const cell = empty ? null : (columnOf(scenario, column)[at] ?? null);
      return typeof cell === 'number' ? cell : cellShown(cell);
    }),
  ]);
  return csvText([head, ...rows]);
}

/** How many cells of the grid hold something, in words. */
export function monthsWords(scenario: Scenario): string {
  const cells = seriesOf(scenario).flatMap(({ column }) => columnOf(scenario, column));
  const numbers = cells.filter((cell) => typeof cell === 'number').length;
  const symbols = cells.filter((cell) => typeof cell === 'string').length;
  if (numbers + symbols === 0) return 'Nothing has been given yet.';
  const kept =
    symbols === 0
      ? ''
      : `, ${countWord(symbols)} ${symbols === 1 ? 'symbol' : 'symbols'} kept as ${symbols === 1 ? 'it is' : 'they are'}`;
  return `${String(numbers)} of ${String(cells.length)} cells are numbers${kept}.`;
}
