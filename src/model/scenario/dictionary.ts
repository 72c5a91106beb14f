import type { GenericSchema } from 'valibot';
import { MEASURES } from '../measures/all';
import type { MeasureDefinition } from '../measures/definition';
import { isKeptByGrade, isKeptByTeam } from '../measures/parts';
import { GRADE_MEANINGS, identifier, identifierOrKey, isoDate, isoMonth, measureId } from './figure';
import { basesOf } from './problems-targets';
import { HISTORY_SYMBOLS } from './schema-history';
import { leversSchema, planFileSchema, scenarioSchema, type Scenario } from './schema';
import { placedFigures } from './schema-figures';
import { bare, metaOf, tree, type SchemaNode } from './schema-tree';

/** One line of the dictionary: an entry of the file and what it may hold. */
export interface DictionaryRow {
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  /** What may stand there: a range, words to choose from, or a kind of text. */
  readonly allowed: string;
  readonly meaning: string;
}

/** One figure of a scenario with its provenance. */
export interface FigureRow {
  readonly path: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly source: string;
  readonly grade: string;
}

/** Every entry below a schema, in the order of the schema. */
export function dictionaryRows(schema: GenericSchema, path = ''): readonly DictionaryRow[] {
  return rowsOf(tree(schema), path, false);
}

/** What the entries are for that are no figures; the parts of a figure and of a target speak for themselves. */
const MEANINGS: Readonly<Record<string, string>> = {
  id: 'The name by which commands and stored results know it.',
  start: 'The first day of the run: the baseline.',
  horizonMonths: 'Calendar months from the month of the start on.',
  'sources.KEY.title': 'KEY is the short name that figures give as their source.',
  'demand.months.values': 'Shares of the year’s referrals, January to December; they add up to 1.',
  'demand.weekdays.values': 'Shares of the week’s referrals, Monday to Friday; they add up to 1.',
  'demand.arrivals': 'Whether referrals come all through the day or all at its start.',
  'pathway.regimes[].from': 'From this date on these limits hold for work that starts.',
  'pathway.regimes[].initialDays': 'Working days from referral.',
  'pathway.regimes[].coreDays': 'Working days from the start of the core assessment.',
  'pathway.effortShape': 'The distribution of effort about its mean.',
  'pathway.queueOrder': 'Who is next when a worker has room.',
  'heldWork.cin.durationShape.values': 'Shares of plans ended within 3, 6, 12 and 24 months: only the shape counts.',
  'heldWork.cp.durationShape.values': 'As above.',
  'heldWork.lac.durationShape.values': 'As above.',
  'workforce.teams[].holds': 'What its workers hold; exactly one team each for assessments, plans and sign-off.',
  'history.from': 'First of the twelve months. A history is compared with the figures, never an input of a run.',
  'history.series[].column': 'What was counted: a column of the results of a future’s month.',
  'history.series[].values': 'In the order of the months; symbols of official tables are kept, never taken for 0.',
  'observed[].measure': 'A measure that the simulated baseline must reproduce.',
  'observed[].low': 'The lowest it may have been, where it is assumed; the fit is to the value.',
  'observed[].high': 'The highest it may have been.',
  'observed[].tolerance': 'How far the simulated value may be from the observed one.',
  'outcomes[].measure': 'A measure for which a later figure is known: shown beside what is simulated, never an input.',
  'outcomes[].month': 'The month whose figure it is.',
  'fitted.modelVersion': 'The model version for which the points were fitted.',
  'fitted.method': 'How the points were found.',
  'fitted.draws.seed': 'The seed of the worlds below.',
  'fitted.draws.states[].place': 'The fitted point from which its arrangements are taken, counted from 0.',
  'fitted.draws.states[].world': 'The world whose last year before the start shows most nearly the stated figures.',
  'fitted.since[].path':
    'A figure changed since the points were found; while there is one, the fit is to what it was. Calibrate anew.',
  'fitted.since[].was': 'What it was when the points were found.',
  'targets[].threshold': 'On the measure’s own scale: a share from 0 to 1, or a count.',
  'targets[].basis.kind':
    'How the measure is read; `from` and `to` are the first and last month of a cumulative basis.',
  'targets[].due': 'The date on which it is judged; null where the notice gives none.',
  'targets[].rounding': 'Decimals of the percentage to which it is rounded before it is compared.',
  'targets[].rationale': 'Whom the threshold was taken from.',
  'targets[].clause': 'The words of the notice.',
  'targets[].assumption': 'What was assumed where the notice is silent.',
  'targets[].illustrative': 'The source sets no such number; every report says so.',
  'targets[].trajectory.threshold': 'A later level that the notice names besides.',
  'reviews[].date': 'When the board or the department looks; in the order of their dates.',
  'targets[].neighbours.average': 'What statistical neighbours manage on average, on the measure’s own scale.',
  'targets[].neighbours.best': 'What the best of them manages: a target beyond it is worth a second look.',
  'floors[].measure': 'What must not happen in any month; without the list three floors of our convention are watched.',
  'floors[].level': 'On the measure’s own scale; exactly reached is kept.',
  'clauses[].text': 'A condition of the notice that is listed and never scored.',
  'plans[].id': 'One plan must be `as-now`, without levers.',
  scenario: 'The id of the scenario it was made for.',
};

function rowsOf(node: SchemaNode, path: string, optional: boolean): readonly DictionaryRow[] {
  const inner = bare(node);
  const meta = metaOf(node);
  if (meta) {
    const kind = inner.type === 'number' ? '' : inner.entries?.['from'] ? ' (lever)' : ' (figure)';
    return [
      { path, label: meta.label, unit: meta.unit, allowed: `${meta.min} to ${meta.max}${kind}`, meaning: meta.meaning },
    ];
  }
  if (inner.type === 'array' && inner.item && bare(inner.item).entries)
    return rowsOf(inner.item, `${path}[]`, optional);
  if (inner.type === 'record' && inner.value) return rowsOf(inner.value, `${path}.KEY`, optional);
  if (inner.entries) {
    return Object.entries(inner.entries).flatMap(([key, entry]) =>
      rowsOf(entry, path === '' ? key : `${path}.${key}`, entry.type === 'optional'),
    );
  }
  if (inner.type === 'variant') {
    const kinds = (inner.options ?? []) as readonly SchemaNode[];
    const one = kinds.map(({ entries = {} }) =>
      Object.entries(entries)
        .map(([key, entry]) => (key === inner.key ? `\`${String(entry.literal)}\`` : `with \`${key}\``))
        .join(' '),
    );
    return [plain(`${path}.${inner.key ?? ''}`, one.join(', '))];
  }
  const may = optional ? ', may be left out' : node.type === 'nullable' ? ', or null' : '';
  return [plain(path, allowedOf(inner) + may)];
}

const SYMBOLS = HISTORY_SYMBOLS.map((symbol) => `\`${symbol}\``).join(', ');

function plain(path: string, allowed: string): DictionaryRow {
  return { path, label: '', unit: '', allowed, meaning: MEANINGS[path] ?? '' };
}

function allowedOf(node: SchemaNode): string {
  const named: readonly (readonly [unknown, string])[] = [
    [isoDate, 'date, YYYY-MM-DD'],
    [isoMonth, 'month, YYYY-MM'],
    [identifier, 'id'],
    [measureId, 'measure'],
    [identifierOrKey, 'source key'],
  ];
  const name = named.find(([schema]) => schema === node)?.[1];
  if (name !== undefined) return name;
  if (node.type === 'picklist') return (node.options ?? []).map((word) => `\`${String(word)}\``).join(', ');
  if (node.type === 'literal') return `\`${JSON.stringify(node.literal)}\``;
  const limit = (type: string): string | undefined => {
    const bound = node.pipe?.find((action) => action.type === type)?.requirement;
    return typeof bound === 'number' ? String(bound) : undefined;
  };
  if (node.type === 'array')
    return `list of ${limit('length') ?? 'several'} numbers${node.item && bare(node.item).type === 'union' ? `, null where there is none, or ${SYMBOLS}` : ''}`;
  if (node.type === 'string')
    return limit('max_length') === undefined ? 'text' : `text of at most ${limit('max_length') ?? ''} characters`;
  const [min, max] = [limit('min_value'), limit('max_value')];
  const whole = node.pipe?.some(({ type }) => type === 'integer') ? 'whole number' : 'number';
  if (max !== undefined) return `${whole}, ${min ?? ''} to ${max}`;
  return min === undefined ? whole : `${whole}, at least ${min}`;
}

/** Parts of a scenario whose figures are inputs of the model, or results stated of its baseline year. */
const FIGURE_PARTS = /^(demand|pathway|heldWork|workforce|money|declared|observed)\b/;

/** Every figure that the model goes by, with its provenance. What is known of today's work and of later months is left out. */
export function figureRows(scenario: Scenario): readonly FigureRow[] {
  return placedFigures(scenario).flatMap(({ path, figure: { value, low = null, high = null, source, grade } }) =>
    FIGURE_PARTS.test(path) ? [{ path, value, low, high, source, grade }] : [],
  );
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`)
    .join('\n');

const rowsTable = (rows: readonly DictionaryRow[]): string =>
  table(
    ['Entry', 'Name', 'Allowed', 'Unit', 'Meaning'],
    rows.map(({ path, label, unit, allowed, meaning }) => [`\`${path}\``, label, allowed, unit, meaning]),
  );

/** The text of `scenarios/README.md`: the data dictionary of the files, then sources and figures of each shipped scenario. */
export function dictionary(scenarios: readonly Scenario[]): string {
  const parts = [
    '# Scenarios',
    'The numbers about the world live here and nowhere else. A scenario is a council on a date: what arrives, how the work goes, who is there, what it costs, what was demanded of it by when, and what it may do. A figure is an object with a `value`, where it is assumed or doubtful a `low` and a `high` end, the key of its `source`, a `grade`, and a `note` where an assumption needs saying. Shares run from 0 to 1; levers of a plan are in the unit a director would say them in.',
    'This page is made from the schema and the files. After a change run `npx vitest run --project unit test/unit/scenario/dictionary.test.ts -u`. `npm run -s validate -- FILE` lists every problem of a file, and what is worth a second look.',
    '## Grades',
    table(['Grade', 'Meaning'], Object.entries(GRADE_MEANINGS)),
    '## A scenario file',
    rowsTable(dictionaryRows(scenarioSchema).filter(({ path }) => !path.startsWith('plans[].levers'))),
    '## Levers of a plan',
    'A lever is an object with `value`, `from` (a date), and if wanted `rampMonths` (0 to 36) and `reason`. A lever left out stays as now. In a scenario they stand in `plans[].levers`, in a plan file in `plan.levers`.',
    rowsTable(dictionaryRows(leversSchema)),
    '## A plan file',
    'One plan by itself, for a named scenario.',
    rowsTable(dictionaryRows(planFileSchema).filter(({ path }) => !path.startsWith('plan.levers'))),
    '## Measures',
    'What a target or an observed figure may name, and the bases on which a target may read it. Names are written with 7, 35, 45 and 15 working days; a report writes them with the limits of its own scenario, and leaves out the measures of a stage that its rules do not have.',
    table(
      ['Measure', 'Name', 'Unit', 'Bases', 'Also by', 'How it is counted'],
      MEASURES.map((m) => [`\`${m.id}\``, m.label, m.unit, basesOf(m).join(', '), alsoBy(m), m.meaning]),
    ),
    ...scenarios.flatMap(provenance),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** By which parts of the service a measure is kept, too. */
function alsoBy(measure: MeasureDefinition): string {
  return [isKeptByTeam(measure) ? 'team' : '', isKeptByGrade(measure) ? 'grade' : ''].filter(Boolean).join(', ');
}

function provenance(scenario: Scenario): readonly string[] {
  const figures = figureRows(scenario);
  const count = (of: (row: FigureRow) => boolean) => String(figures.filter(of).length);
  const grades = Object.keys(GRADE_MEANINGS).filter((grade) => figures.some((row) => row.grade === grade));
  return [
    `## ${scenario.name} (\`${scenario.id}\`)`,
    scenario.description,
    table(
      ['Source', 'Title', 'Date', 'Figures'],
      Object.entries(scenario.sources).map(([key, { title, date = '' }]) => [
        key,
        title,
        date,
        count((row) => row.source === key),
      ]),
    ),
    table(
      ['Grade', 'Figures'],
      grades.map((grade) => [grade, count((row) => row.grade === grade)]),
    ),
    table(
      ['Figure', 'Value', 'Range', 'Source', 'Grade'],
      figures.map(({ path, value, low, high, source, grade }) => [
        `\`${path}\``,
        String(value),
        low === null && high === null ? '' : `${low ?? value} to ${high ?? value}`,
        source,
        grade,
      ]),
    ),
  ];
}
