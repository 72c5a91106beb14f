import ts from 'typescript';
import { finding, matches, walk, type Source } from './sources';

/** A file that has grown past the ceiling. */
export function checkLength(file: Source, maxLines: number, except: readonly string[]): string[] {
  if (except.some((pattern) => matches(pattern, file.path))) return [];
  const lines = file.text.replace(/\n$/, '').split('\n').length;
  return lines > maxLines ? [`${file.path}:${maxLines + 1} has ${lines} lines, more than ${maxLines}`] : [];
}

/** A folder or file whose name says nothing of what it holds. */
export function checkNames(path: string, emptyNames: readonly string[]): string[] {
  return path
    .split('/')
    .filter((part) => emptyNames.includes(part.replace(/\..*$/, '').toLowerCase()))
    .map((part) => `${path}:1 is called ${part}`);
}

export function checkAny(file: Source): string[] {
  const findings: string[] = [];
  walk(file.ast, (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) findings.push(finding(file, node, 'uses any'));
  });
  return findings;
}

/** A file that only hands on what others export, other than the doors that are meant to. */
export function checkBarrel(file: Source, doors: readonly string[]): string[] {
  const { statements } = file.ast;
  const handsOn = (statement: ts.Statement) =>
    ts.isImportDeclaration(statement) || (ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined);
  const barrel = statements.some(ts.isExportDeclaration) && statements.every(handsOn);
  return barrel && !doors.includes(file.path) ? [`${file.path}:1 is a barrel; there are only ${doors.join(', ')}`] : [];
}

/** Entries at the top of the project that nobody agreed on. */
export function checkTopLevel(entries: readonly string[], allowed: readonly string[]): string[] {
  return entries.filter((entry) => !allowed.includes(entry)).map((entry) => `${entry}:1 is not on the agreed list`);
}
