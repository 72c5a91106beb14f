/** The baseline as files for a spreadsheet: as it stands, and empty to be filled in and pasted back. */
import type { Scenario } from '../model/index';
import { fileStem } from '../store/files';
import { download } from './download';
import { baselineCsv, monthsCsv, templateCsv } from './standing';

export function saveBaseline(scenario: Scenario): void {
  download(fileStem(scenario.id, 'baseline'), 'csv', baselineCsv(scenario));
}

export function saveTemplate(scenario: Scenario): void {
  download(fileStem('baseline template'), 'csv', templateCsv(scenario));
}

export function saveMonths(scenario: Scenario, empty: boolean): void {
  download(fileStem(empty ? 'months template' : `${scenario.id} months`), 'csv', monthsCsv(scenario, empty));
}
