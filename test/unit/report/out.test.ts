import { describe, expect, test } from 'vitest';
import birmingham from '../../../scenarios/birmingham-2009.json';
import { registeredFigures, type PlanReport, type Report, type Scenario } from '../../../src/model/index';
import { assembleReport } from '../../../src/report/assemble';
import { cell, tableCsv, tableTabs, type Table } from '../../../src/report/cells';
import { csvCell, longCsv, safeText } from '../../../src/report/csv';
import { pictureSvg, wrapped } from '../../../src/report/picture';
import { scorecard } from '../../../src/report/scorecard';
import { scorecardTable } from '../../../src/report/scorecard-table';
import { basesTable, chancesTable, measuresTable, monthsTable, targetsTable } from '../../../src/report/tables';
import { workbookTables, type WorkbookInput } from '../../../src/report/workbook';
import { workbookFile } from '../../../src/report/xlsx';
import { readSheets, unzip } from '../../fixtures/unzip';
import { input as town } from './town';

const scenario = birmingham as unknown as Scenario;
const report: Report = assembleReport(town);
const result = report.plans[1]!;
const recovery = scenario.plans.find(({ id }) => id === 'recovery')!;
const record = [
  ['App version', '0.1.0'],
  ['Seed', 7],
] as const;
const input: WorkbookInput = {
  report,
  scenario,
  plan: recovery,
  result,
  record,
  figures: registeredFigures(scenario),
  changed: 'One figure was changed since.',
  at: 12,
};
const bad = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '=cmd|"/C calc"!A0'];
const file = async (tables: readonly Table[]) =>
  new Uint8Array(await (await workbookFile(tables, { title: 'A & B', subject: 'run <7>' })).arrayBuffer());

describe('formulas', () => {
  test('cannot come in by any text, and numbers stay numbers', async () => {
    for (const text of bad) {
      expect(safeText(text)).toBe(`'${text}`);
      expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/);
    }
    expect(safeText('Rise −3, a=b')).toBe('Rise −3, a=b');
    const table: Table = {
      name: 'Bad',
      columns: [
        { header: '=HYPERLINK("x")', width: 10 },
        { header: 'Value', width: 10 },
      ],
      rows: bad.map((text) => [text, cell(-1.5, 'fte')]),
    };
    const csv = tableCsv(table, '=record').split('\r\n');
    expect(csv[0]).toBe(`"'=HYPERLINK(""x"")",Value`);
    expect(csv[1]).toBe("'=1+1,-1.5");
    expect(csv.at(-2)).toBe('Run record: =record');
    const tabs = tableTabs(table, 'record').split('\n');
    expect(tabs).toHaveLength(bad.length + 2);
    expect(tabs[1]).toBe("'=1+1\t-1.5");
    for (const line of tabs) expect(line).toMatch(/^('|Run record)/);
    const sheets = readSheets(await file([table]));
    const [head, ...rows] = sheets.get('Bad')!;
    expect(head![0]).toBe('\'=HYPERLINK("x")');
    for (const [text, value] of rows) {
      expect(text).toMatch(/^'/);
      expect(value).toBe(-1.5);
    }
    for (const xml of unzip(await file([table])).values()) expect(xml).not.toContain('<f>');
  });
});

describe('tables', () => {
  test('hold the numbers of the report, with units in their headers', () => {
    const measure = result.measures['ia_in_time']!;
    const months = tableCsv(monthsTable(measure, report.months), 'seed 7').split('\r\n');
    expect(months[0]).toBe(
      'Month,1 in 10 below (%),1 in 4 below (%),Middle (%),1 in 4 above (%),1 in 10 above (%),Futures with a value',
    );
    expect(months[1]).toBe('February 2009,70,70,70,70,70,3');
    expect(months[25]).toBe('Run record: seed 7');
    const targets = targetsTable(report.plans);
    expect(targets.rows).toHaveLength(6);
    for (const { columns, rows } of [targets, chancesTable(report.plans), basesTable(result.targets[0]!)])
      for (const row of rows) expect(row).toHaveLength(columns.length);
    const staff = targets.rows.find((row) => row[0] === 'Recovery plan' && row[1] === 'Vacancies')!;
    expect(staff[8]).toEqual({ value: 2 / 3, unit: 'chance' });
    const together = chancesTable([result]).rows.at(-1)!;
    expect(together[2]).toBe('All 3 due, together');
    expect(together[4]).toEqual({ value: result.reviews.at(-1)!.probabilityAll, unit: 'chance' });
    const scorecard = measuresTable(report, result, 12, ['vacancy_rate_dfe', 'not there']);
    expect(scorecard.rows).toHaveLength(1);
    expect(scorecard.columns.map(({ header }) => header)).toContain('As now, middle, February 2010, in the unit');
  });

  test('give the scorecard of a review: baseline, three months, year to date, gap, band and direction', () => {
    const card = scorecard(report, result, town.scenario, result.reviews.at(-1)!);
    expect(card.months).toEqual(['2009-12', '2010-01', '2010-02']);
    const { columns, rows } = scorecardTable(card);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    const at = (row: (typeof rows)[number], header: string) =>
      row[columns.findIndex((column) => column.header.startsWith(header))];
    const [initial, vacant, absence] = rows;
    expect(initial!.slice(0, 4)).toEqual(['NI 59', 'Initial assessments in 7 working days', 'high', 'Added up']);
    expect(at(initial!, 'Baseline,')).toEqual({ value: 0.62, unit: 'share' });
    expect(at(initial!, 'Year to date')).toMatchObject({ value: expect.closeTo(0.7, 9) as number });
    expect(at(initial!, 'January 2010 alone')).toMatchObject({ value: expect.closeTo(0.7, 9) as number });
    expect(at(initial!, 'Gap')).toBe('1.0 points to spare');
    expect(at(initial!, 'Band')).toBe('Green');
    expect(at(initial!, 'Direction')).toBe('No clear change');
    expect(at(vacant!, 'Good')).toBe('low');
    expect(at(vacant!, 'Year to date')).toEqual({ value: null, unit: 'share' });
    expect(at(vacant!, 'Chance')).toEqual({ value: 2 / 3, unit: 'chance' });
    expect(at(vacant!, 'Band')).toBe('Amber');
    expect(at(absence!, 'Target')).toBe('12.3% or lower');
    // A mere nought that nobody has stated is no data.
    const nobody = { ...town.scenario.targets[0]!, baseline: { value: 0, year: 'not known' } };
    const unstated = { ...town.scenario, targets: [nobody, ...town.scenario.targets.slice(1)] };
    expect(scorecard(report, result, unstated, result.reviews.at(-1)!).rows[0]!.baseline).toBeNull();
    // Watched half a year earlier, when the months before are not yet six.
    const recordingLag = { share: 0.2, workingDays: 10 };
    const late = { ...town.scenario, targets: town.scenario.targets.map((one) => ({ ...one, recordingLag })) };
    expect(scorecard(report, result, late, result.reviews.at(-1)!).rows[0]!.notes.join(' ')).toContain(
      'Months, year to date, direction and chance are of the figure first published, which misses what is entered late: 20% of records, 10 working days after the event.',
    );
    const july = scorecard(report, result, town.scenario, result.reviews[0]!);
    expect(july.rows[0]).toMatchObject({ due: false });
    expect(july.months).toEqual(['2009-05', '2009-06', '2009-07']);
  });

  test('take the sample futures along where they are shown', () => {
    const samples = result.samples!['ia_in_time']!;
    const { columns, rows } = monthsTable(result.measures['ia_in_time']!, report.months, samples);
    expect(columns.map(({ header }) => header).slice(7)).toEqual([1, 2, 3, 4].map((n) => `Future ${n} (%)`));
    expect(rows[0]!.slice(7)).toEqual([0.7, 0.7, null, 0.7].map((value) => ({ value, unit: 'share' })));
  });

  test('are copied as the page writes them', () => {
    const [, first] = tableTabs(monthsTable(result.measures['ia_in_time']!, report.months), 'seed 7').split('\n');
    expect(first!.split('\t').slice(0, 2)).toEqual(['February 2009', '70.0%']);
  });

  test('for business intelligence are one row for each plan, measure, month and statistic, with the run record on each', () => {
    const [head, ...rows] = longCsv(report)
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
    expect(head).toEqual(
      'plan,plan_name,measure,measure_name,unit,month,statistic,value,fingerprint,app_version,model_version,schema_version,scenario,seed,futures_run'.split(
        ',',
      ),
    );
    const measures = report.plans.reduce((sum, { measures: all }) => sum + Object.keys(all).length, 0);
    const chances = rows.filter((row) => row.includes('all_due'));
    expect(chances).toHaveLength(4);
    expect(rows.filter((row) => !row.some((one) => one.startsWith('chance')))).toHaveLength(measures * 24 * 7);
    const one = rows.find((row) => row[2] === 'ia_in_time' && row[6] === 'p50' && row[0] === 'recovery')!;
    expect(one[7]).toBe('0.7');
    expect(one.slice(8)).toEqual(['print-recovery', '0.1.0', '1', String(report.schemaVersion), 'town-2009', '7', '4']);
  });
});

describe('the workbook', () => {
  test('has its sheets, each one table from A1 without a gap, words where there is no value', async () => {
    const bytes = await file(workbookTables(input));
    const sheets = readSheets(bytes);
    expect([...sheets.keys()]).toEqual([
      'Cover',
      'Notes',
      'Targets',
      'Chances',
      'Monthly bands',
      'Scorecard',
      'Measures',
      'Plan',
      'Assumptions',
      'Run record',
    ]);
    for (const [name, rows] of sheets) {
      const width = rows[0]!.length;
      expect(width, name).toBeGreaterThan(1);
      for (const [at, row] of rows.entries()) {
        expect(row, `${name} row ${at + 1}`).toHaveLength(width);
        for (const one of row) expect(one, `${name} row ${at + 1}`).not.toBe('');
      }
    }
    const files = unzip(bytes);
    for (const [name, xml] of files) {
      expect(xml, name).not.toMatch(/mergeCell|state="hidden"|hidden="1"/);
      if (/sheet\d+\.xml$/.test(name)) expect(xml).toContain('<c r="A1"');
    }
    expect(files.get('docProps/core.xml')).toContain('<dc:title>A &amp; B</dc:title>');
    expect(files.get('docProps/core.xml')).toContain('<dc:language>en-GB</dc:language>');
    const bands = sheets.get('Monthly bands')!;
    const measures = report.plans.reduce((sum, { measures: all }) => sum + Object.keys(all).length, 0);
    expect(bands).toHaveLength(1 + measures * 24);
    const middle = bands.find((row) => row[0] === 'Recovery plan' && row[1] === result.measures['ia_in_time']!.label)!;
    expect(middle[7]).toBe(0.7);
    expect(sheets.get('Cover')!.map(([name]) => name)).toEqual(
      expect.arrayContaining(['Title', 'Run record: Seed', 'Sheet: Notes']),
    );
    expect(sheets.get('Run record')).toContainEqual(['Seed', 7]);
    expect(sheets.get('Notes')!.find(([name]) => name === 'Fitted values')![1]).toContain(
      ' One figure was changed since.',
    );
  });

  test('lists every figure with value, range, source, grade and note', async () => {
    const rows = readSheets(await file(workbookTables(input))).get('Assumptions')!;
    const { rows: stated } = { rows: registeredFigures(scenario) };
    expect(rows).toHaveLength(stated.length + 1);
    expect(stated.length).toBeGreaterThan(80);
    const { leavingRate } = scenario.workforce;
    const leaving = rows.find((row) => row.at(-1) === 'workforce.leavingRate')!;
    expect(leaving.slice(1, 4)).toEqual([leavingRate.value, leavingRate.low, leavingRate.high]);
    expect(leaving[5]).toContain(scenario.sources[leavingRate.source]!.title);
    expect(leaving[6]).toBe(leavingRate.grade);
    expect(stated.filter(({ label, path }) => label === path).map(({ path }) => path)).toEqual(
      scenario.observed.map((_, at) => `observed[${at}]`),
    );
  });

  test('says in words what is missing', async () => {
    const gap = {
      ...result,
      targets: result.targets.map((one) => ({ ...one, probability: null, interval: null })),
    } as PlanReport;
    const rows = readSheets(await file([targetsTable([gap])])).get('Targets')!;
    expect(rows[1]!.slice(8, 11)).toEqual(['no value', 'no value', 'no value']);
  });
});

describe('a picture', () => {
  const picture = pictureSvg({
    title: 'Rises from 62% to 71% & <stays>',
    subtitle: 'Bands',
    record: `Run record: ${'seed 1 '.repeat(40)}`,
    width: 180,
    height: 90,
    drawing: '<circle r="3"/>',
  });

  test('carries its title, its run record and nothing from elsewhere', () => {
    expect(picture.svg).toContain('Rises from 62% to 71% &amp; &lt;stays&gt;');
    expect(picture.svg.match(/seed 1/g)!.length).toBeGreaterThanOrEqual(40);
    expect(picture.svg).toContain('<circle r="3"/>');
    expect(picture.svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|url\(|style=|<script/);
    expect(picture.width).toBeGreaterThan(400);
  });

  test('breaks its lines between words', () => {
    expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapped('incomprehensibilities a', 5)).toEqual(['incomprehensibilities', 'a']);
    expect(wrapped('', 5)).toEqual([]);
  });
});
