/** What is typed into the form of the baseline, or pasted over it: read, or refused with what would be right. */
import { grouped } from '../model/results/format';
import type { BaselineFigure, BaselineGroup } from './baseline';
import { typedNumber } from './typed-number';

/** Reads a number as people and Excel write it: "13,000", "24.7%", "£38,000". */
export function readNumber(
  text: string,
  { label, unit, min, max }: Pick<BaselineFigure, 'label' | 'unit' | 'min' | 'max'>,
): { readonly ok: true; readonly value: number } | { readonly ok: false; readonly sentence: string } {
  const read = typedNumber(text);
  const right = `Type a number from ${grouped(min, 2)} to ${grouped(max, 2)} ${unit}.`;
  if (!read || !['', '%'].includes(read.behind))
    return { ok: false, sentence: `${label}: “${text.trim()}” is not a number. ${right}` };
  if (read.behind === '%' && !unit.startsWith('%'))
    return { ok: false, sentence: `${label}: “${text.trim()}” is a percentage, but this is in ${unit}. ${right}` };
  const { value } = read;
  if (value < min || value > max)
    return { ok: false, sentence: `${label}: ${text.trim()} is outside what can be. ${right}` };
  return { ok: true, value };
}

export interface Pasted {
  readonly values: readonly { readonly path: string; readonly label: string; readonly value: number }[];
  /** What could not be used, with the row and the reason. */
  readonly problems: readonly string[];
}

/** Reads two columns from Excel, the label of a figure and its value; rows without a figure of that name are said. */
export function readPasted(text: string, groups: readonly BaselineGroup[]): Pasted {
  const figures = groups.flatMap((group) => group.figures);
  const values: { path: string; label: string; value: number }[] = [];
  const problems: string[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '') return;
    const [name = '', ...cells] = line.split(/\t|;/);
    if (i === 0 && name.trim().toLowerCase() === 'figure') return;
    // In the template the value stands second, and rows without one are not filled in yet.
    const cell = cells[0]?.trim() ?? '';
    if (cell === '' && cells.length > 1) return;
    const figure = figures.find(({ label, path }) =>
      [label, path].some((one) => one.toLowerCase() === name.trim().toLowerCase()),
    );
    if (!figure) problems.push(`Row ${String(i + 1)}: there is no figure called “${name.trim().slice(0, 60)}”.`);
    else {
      const read = readNumber(cell, figure);
      if (read.ok) values.push({ path: figure.path, label: figure.label, value: read.value });
      else problems.push(`Row ${String(i + 1)}: ${read.sentence}`);
    }
  });
  return { values, problems };
}
