/** Kinds of file that are handed out. */
export type FileType = 'json' | 'csv' | 'svg' | 'png' | 'xlsx';

const TYPES: Readonly<Record<FileType, string>> = {
  json: 'application/json',
  // Spreadsheets take a file without this mark for one in the old letters of its country.
  csv: 'text/csv;charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const MARK = '\uFEFF';

/** Hands a file to the browser to be saved where downloads go; made here, asked of nobody. */
export function download(stem: string, type: FileType, content: string | Blob): void {
  const marked = typeof content === 'string' && type === 'csv' ? MARK + content : content;
  const address = URL.createObjectURL(new Blob([marked], { type: TYPES[type] }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${stem}.${type}`;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
