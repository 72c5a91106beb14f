import type { CellObject, Feature, Row, Sheet } from 'write-excel-file/browser';
import { MISSING, type Cell, type CellUnit, type Table } from './cells';
import { safeText } from './csv';

export interface Properties {
  readonly title: string;
  readonly subject: string;
}

type Content = File | Blob | ArrayBuffer;

/** How numbers of a unit are shown. */
const FORMATS: Readonly<Record<CellUnit, string>> = {
  share: '0.0%',
  chance: '0%',
  fte: '#,##0.0',
  count: '#,##0',
  days: '#,##0.0',
  cases: '#,##0.0',
  pounds: '"£"#,##0',
  plain: 'General',
};

/**
 * Tables as a workbook, one to a sheet from A1 on: one header row that stays in sight, text wrapped, numbers as numbers,
 * words where there is no value, nothing merged, hidden or empty. The writer is loaded when it is first used.
 */
export async function workbookFile(tables: readonly Table[], properties: Properties): Promise<Blob> {
  const { default: writeFile } = await import('write-excel-file/browser');
  const features = [documentProperties(properties)];
  return writeFile(tables.map(sheet), { fontFamily: 'Arial', fontSize: 11, features }).toBlob();
}

function sheet({ name, columns, rows }: Table): Sheet<Content> {
  const head: Row = columns.map(({ header }) => ({ ...textCell(header), fontWeight: 'bold' }));
  return {
    sheet: name,
    data: [head, ...rows.map((row) => row.map(cellOf))],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  };
}

function cellOf(one: Cell): CellObject {
  if (typeof one === 'string') return textCell(one === '' ? MISSING : one);
  if (one.value === null) return textCell(MISSING);
  const value = Number(one.value.toFixed(6));
  // A format of its own only where there is one to give.
  return one.unit === 'plain'
    ? { value, type: Number, alignVertical: 'top' }
    : { value, type: Number, format: FORMATS[one.unit], alignVertical: 'top' };
}

const textCell = (text: string): CellObject => ({
  value: safeText(text),
  type: String,
  wrap: true,
  alignVertical: 'top',
});

const CORE = 'application/vnd.openxmlformats-package.core-properties+xml';
const RELATION = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

/** Title, subject and language of the document, which readers say aloud. */
function documentProperties({ title, subject }: Properties): Feature<Content> {
  const names = [
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  ].join(' ');
  const parts = [
    `<dc:title>${escaped(title)}</dc:title>`,
    `<dc:subject>${escaped(subject)}</dc:subject>`,
    '<dc:creator>Trajectory</dc:creator>',
    '<dc:language>en-GB</dc:language>',
  ].join('');
  const core = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ${names}>${parts}</cp:coreProperties>`;
  return {
    files: {
      transform: {
        '[Content_Types].xml': { insert: () => `<Override ContentType="${CORE}" PartName="/docProps/core.xml"/>` },
        '_rels/.rels': {
          insert: () => `<Relationship Id="rId-core" Type="${RELATION}" Target="docProps/core.xml"/>`,
        },
      },
      write: { files: () => ({ 'docProps/core.xml': core }) },
    },
  };
}

/** Text for XML, without the characters that XML cannot hold. */
function escaped(text: string): string {
  const kept = Array.from(text, (letter) => (letter < ' ' ? ' ' : letter)).join('');
  return kept.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
