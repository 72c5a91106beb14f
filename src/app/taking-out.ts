/** The results taken out of the page, each with its run record. */
import neighbours from '../../scenarios/neighbours.json';
import { registeredFigures, type PlanReport, type Report } from '../model/index';
import { tableCsv, tableTabs, type Table } from '../report/cells';
import { longCsv } from '../report/csv';
import { runRecord, type RunRecord } from '../run/record';
import { fileStem } from '../store/files';
import { download } from './download';
import { fitWords } from './fit';
import { copy } from './handing-out';
import { chartPicture, picturePng } from './picture';
import type { Session } from './session.svelte';

export { basesTable, chancesTable, measuresTable, monthsTable, targetsTable } from '../report/tables';
export { scorecardTable } from '../report/scorecard-table';
export { scorecard } from './scorecard-published';
export { recordedTable, requiredTable } from '../report/tables-target';
export type { Table } from '../report/cells';

/** A chart or a table of the page, and what it is called. */
export interface Exhibit {
  readonly title: string;
  readonly subtitle: string;
}

/**
 * Stands on what is taken out while the page has moved on: numbers and settings are then of one moment, the one in which they
 * were counted.
 */
const MOVED_ON = 'Taken out before the latest change on the page was counted';

/** Whose results and which run: the line that stands on everything that is taken out. */
function recordText(session: Session): string {
  const { report, result, recordText: record, stale } = session;
  if (!report || !result) return record;
  return `${report.scenario.name}; ${result.name}. ${record}${stale ? `. ${MOVED_ON}` : ''}`;
}

function stem({ report, result, stale }: Session, ...title: string[]): string {
  const moved = stale ? ['before latest change'] : [];
  // First, because a long name is cut off at its end.
  return fileStem(...moved, report?.scenario.id ?? '', result?.name ?? '', ...title);
}

export function takeSvg(session: Session, chart: SVGSVGElement, exhibit: Exhibit): void {
  const { svg } = chartPicture(chart, { ...exhibit, record: `Run record: ${recordText(session)}` });
  download(stem(session, exhibit.title), 'svg', svg);
}

export async function takePng(session: Session, chart: SVGSVGElement, exhibit: Exhibit): Promise<void> {
  const picture = chartPicture(chart, { ...exhibit, record: `Run record: ${recordText(session)}` });
  download(stem(session, exhibit.title), 'png', await picturePng(picture));
}

export function takeCsv(session: Session, table: Table, { title }: Exhibit): void {
  download(stem(session, title), 'csv', tableCsv(table, recordText(session)));
}

/** Puts a table on the clipboard. Gives whether the browser let it. */
export function copyTable(session: Session, table: Table): Promise<boolean> {
  return copy(tableTabs(table, recordText(session)));
}

/** The whole result as one long table, for business intelligence tools. */
export function takeLong(session: Session): void {
  if (session.report) download(stem(session, 'long table'), 'csv', longCsv(session.report));
}

/** The whole result as a workbook; what makes it is loaded now. */
export async function takeWorkbook(session: Session, at: number): Promise<void> {
  const { report, result, stale } = session;
  const { scenario, plans } = session.counted;
  const plan = plans.find(({ id }) => id === result?.id);
  const record = report && result ? runRecord(report, result.id) : null;
  if (!report || !result || !plan || !record) return;
  const [{ workbookTables, workbookTitle }, { workbookFile }] = await Promise.all([
    import('../report/workbook'),
    import('../report/xlsx'),
  ]);
  const figures = registeredFigures(scenario);
  const input = {
    report,
    scenario,
    plan,
    result,
    record: [...recordRows(record, report, result), ...(stale ? [['Later changes', `${MOVED_ON}.`] as const] : [])],
    figures,
    changed: fitWords(scenario),
    neighbours,
    at,
  };
  const properties = { title: workbookTitle(input), subject: `Run record: ${recordText(session)}` };
  download(stem(session), 'xlsx', await workbookFile(workbookTables(input), properties));
}

/** The record as names and values. */
export function recordRows(
  record: RunRecord,
  { scenario, start }: Report,
  { name }: PlanReport,
): (readonly [string, string | number])[] {
  return [
    ['App version', record.appVersion],
    ['Model version', record.modelVersion],
    ['File form (schema version)', record.schemaVersion],
    ['Scenario', `${record.scenarioId}: ${scenario.name}`],
    ['Plan', `${record.planId}: ${name}`],
    ['Fingerprint of council, notice and plan', record.fingerprint],
    ['Seed', record.seed],
    ['Simulated futures', record.futures],
    ['Months', record.horizonMonths],
    ['Start', start],
  ];
}
