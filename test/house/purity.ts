import ts from 'typescript';
import { finding, walk, type Source } from './sources';

/** What a model must not know of: the clock, chance of its own, the place it runs in. */
const outside = new Set(['Date', 'performance', 'console', 'globalThis', 'crypto', 'Temporal', 'Intl']);

/** Where arithmetic is to be had, in AssemblyScript under more names than one. */
const arithmetic = new Set(['Math', 'Mathf', 'NativeMath', 'NativeMathf', 'JSMath']);

/** Results the standard fixes to the last bit; all the others differ between browsers. */
const exact = new Set([
  ...['abs', 'ceil', 'floor', 'round', 'trunc', 'sign', 'min', 'max', 'sqrt', 'imul', 'clz32', 'fround'],
  ...['E', 'LN2', 'LN10', 'LOG2E', 'LOG10E', 'PI', 'SQRT1_2', 'SQRT2'],
]);

/** A name that only labels something: a key, a member of another object, a part of an import from elsewhere. */
function isLabel(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  const named =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isEnumMember(parent);
  return named && parent.name === node;
}

/** The member of Math that a node names, or `(computed)` where it is passed on whole. */
function mathMember(node: ts.Identifier): string {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node) return parent.name.text;
  if (ts.isElementAccessExpression(parent) && ts.isStringLiteralLike(parent.argumentExpression))
    return parent.argumentExpression.text;
  return '(computed)';
}

function wrongWith(node: ts.Node, buildsTables: boolean): string | undefined {
  if (ts.isIdentifier(node) && !isLabel(node)) {
    if (outside.has(node.text)) return `uses ${node.text}`;
    if (arithmetic.has(node.text)) {
      const member = mathMember(node);
      const used = `uses ${node.text}.${member}`;
      if (member === 'random' || member === '(computed)') return used;
      if (!exact.has(member) && !buildsTables) return `${used}, whose last bit differs between browsers`;
    }
  }
  const power =
    node.kind === ts.SyntaxKind.AsteriskAsteriskToken || node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken;
  if (power && !buildsTables) return 'uses **, whose last bit differs between browsers';
  return undefined;
}

/** What breaks the purity of the model in a file of it. Only the table builder may use logarithms, powers and angles. */
export function checkPurity(file: Source, tableBuilder: string): string[] {
  const findings: string[] = [];
  walk(file.ast, (node) => {
    const wrong = wrongWith(node, file.path === tableBuilder);
    if (wrong) findings.push(finding(file, node, wrong));
  });
  return findings;
}
