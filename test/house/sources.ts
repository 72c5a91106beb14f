import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import ts from 'typescript';

export interface Source {
  /** From the top of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Syntax of the code: of a Svelte file, of its scripts alone. */
  readonly ast: ts.SourceFile;
}

/** Blanks out everything but the scripts of a Svelte file, and keeps the line numbers. */
function scriptsOf(svelte: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  let out = '';
  let end = 0;
  for (const match of svelte.matchAll(/(<script\b[^>]*>)([\s\S]*?)<\/script>/g)) {
    const start = match.index + match[1]!.length;
    out += blank(svelte.slice(end, start)) + match[2]!;
    end = start + match[2]!.length;
  }
  return out + blank(svelte.slice(end));
}

export function source(path: string, text: string): Source {
  const code = path.endsWith('.svelte') ? scriptsOf(text) : text;
  const kind = path.endsWith('.mjs') ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  return { path, text, ast: ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, kind) };
}

/** Every file under the folders, in order of path. A folder that does not exist yet has none. */
export function filesUnder(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) => {
    let entries;
    try {
      entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    } catch {
      return [];
    }
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
      .sort();
  });
}

export function sourcesUnder(...folders: readonly string[]): Source[] {
  return filesUnder(...folders)
    .filter((file) => ['.ts', '.svelte', '.mjs', '.mts'].includes(extname(file)))
    .map((file) => source(file, readFileSync(file, 'utf8')));
}

/** Calls `visit` for every node, the outer before the inner. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** `path:line message`, the form of every finding of this folder. */
export function finding(file: Source, node: ts.Node, message: string): string {
  const { line } = file.ast.getLineAndCharacterOfPosition(node.getStart(file.ast));
  return `${file.path}:${line + 1} ${message}`;
}

/** Does the name match the pattern, where a star stands for anything? */
export function matches(pattern: string, name: string): boolean {
  const body = pattern
    .split('*')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${body}$`).test(name);
}
