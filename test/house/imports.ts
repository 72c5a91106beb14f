import { posix } from 'node:path';
import ts from 'typescript';
import { walk, type Source } from './sources';

export interface Import {
  readonly node: ts.Node;
  readonly specifier: string;
  /** Whether only types cross, or a worker is started by its address. */
  readonly kind: 'value' | 'type' | 'address';
  /** Values imported by name; undefined where the whole module is taken. */
  readonly names?: readonly string[];
}

function ofDeclaration(node: ts.ImportDeclaration, specifier: string): Import {
  const clause = node.importClause;
  if (!clause) return { node, specifier, kind: 'value', names: [] };
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return { node, specifier, kind: 'type' };
  const bindings = clause.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings)) return { node, specifier, kind: 'value' };
  const names = bindings.elements
    .filter((element) => !element.isTypeOnly)
    .map((element) => (element.propertyName ?? element.name).text);
  if (clause.name) names.push('default');
  return { node, specifier, kind: names.length > 0 ? 'value' : 'type', names };
}

function ofExport(node: ts.ExportDeclaration, specifier: string): Import {
  if (node.isTypeOnly) return { node, specifier, kind: 'type' };
  const clause = node.exportClause;
  if (!clause || !ts.isNamedExports(clause)) return { node, specifier, kind: 'value' };
  const names = clause.elements
    .filter((element) => !element.isTypeOnly)
    .map((element) => (element.propertyName ?? element.name).text);
  return { node, specifier, kind: names.length > 0 ? 'value' : 'type', names };
}

const isImportMeta = (node: ts.Node | undefined, name: string) =>
  node !== undefined &&
  ts.isPropertyAccessExpression(node) &&
  ts.isMetaProperty(node.expression) &&
  node.name.text === name;

function ofCall(node: ts.CallExpression): Import[] {
  const kind = 'value';
  const texts = node.arguments
    .flatMap((argument) => (ts.isArrayLiteralExpression(argument) ? [...argument.elements] : [argument]))
    .filter((argument) => ts.isStringLiteralLike(argument))
    .map((argument) => argument.text);
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    // An address put together at run time cannot be checked, so it counts as leaving the house.
    return [{ node, specifier: texts[0] ?? '(computed)', kind }];
  }
  if (isImportMeta(node.expression, 'glob')) return texts.map((specifier) => ({ node, specifier, kind }));
  return [];
}

/** Everything a file imports: declarations, re-exports, `import()`, import types, globs and addresses of workers. */
export function importsOf(file: Source): Import[] {
  const found: Import[] = [];
  walk(file.ast, (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push(ofDeclaration(node, node.moduleSpecifier.text));
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push(ofExport(node, node.moduleSpecifier.text));
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal))
        found.push({ node, specifier: node.argument.literal.text, kind: 'type' });
    } else if (ts.isCallExpression(node)) {
      found.push(...ofCall(node));
    } else if (ts.isNewExpression(node) && node.expression.getText(file.ast) === 'URL') {
      const [first, second] = node.arguments ?? [];
      if (first && ts.isStringLiteralLike(first) && isImportMeta(second, 'url'))
        found.push({ node, specifier: first.text, kind: 'address' });
    }
  });
  return found;
}

/** The name of a file in the table of rooms: no `src/`, no extension. */
export function nameOf(path: string): string {
  return path.replace(/^src\//, '').replace(/(\.svelte)?\.(ts|js|mjs|json|css|svelte)$|\.svelte$/, '');
}

/** The name that a relative specifier leads to; undefined for a package. */
export function targetOf(path: string, specifier: string): string | undefined {
  if (!/^[./]/.test(specifier)) return undefined;
  const target = nameOf(posix.join(posix.dirname(path), specifier.replace(/\?.*$/, '')));
  return target === 'model' ? 'model/index' : target;
}

/** `valibot`, `@scope/name`, or `node:*`, from a specifier that may go deeper. */
export function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:*';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function declaredNames(file: Source): string[] {
  return file.ast.statements.flatMap((statement) => {
    const exported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText(file.ast));
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
      return statement.name ? [statement.name.text] : [];
    return [];
  });
}

/** Where each value that a barrel hands on comes from: exported name → name of its file. */
export function origins(barrel: Source, files: readonly Source[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const statement of barrel.ast.statements) {
    if (!ts.isExportDeclaration(statement) || statement.isTypeOnly) continue;
    if (!statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const origin = targetOf(barrel.path, statement.moduleSpecifier.text);
    if (origin === undefined) continue;
    const clause = statement.exportClause;
    if (clause && ts.isNamedExports(clause)) {
      for (const element of clause.elements) found.set(element.name.text, origin);
    } else {
      const file = files.find(({ path }) => nameOf(path) === origin);
      for (const name of file ? declaredNames(file) : []) found.set(name, origin);
    }
  }
  return found;
}
