/**
 * Formulas read with the parser of mathjs, and nothing but what stands in the lists below let through. The parser's tree is
 * walked and made into one of our own; nothing of mathjs is ever evaluated. Loaded only where there is a formula.
 */
import { create, parseDependencies, type MathNode } from 'mathjs/number';
import type { FormulaTree } from '../measures/definition';
import { joinMeasure } from '../measures/parts';

/** What is wrong with a formula, and what would be right. */
export interface FormulaProblem {
  readonly message: string;
  readonly hint: string;
}

const LONGEST = 500;
const MOST_NODES = 200;

/** Operators, by what mathjs calls them. */
const OPERATORS: ReadonlySet<string> = new Set([
  'add',
  'subtract',
  'multiply',
  'divide',
  'pow',
  'unaryMinus',
  'unaryPlus',
  'smaller',
  'smallerEq',
  'larger',
  'largerEq',
  'equal',
  'unequal',
  'and',
  'or',
  'not',
]);
/** Functions, with the fewest and the most arguments. */
const FUNCTIONS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['abs', [1, 1]],
  ['floor', [1, 1]],
  ['ceil', [1, 1]],
  ['round', [1, 1]],
  ['sqrt', [1, 1]],
  ['min', [2, 10]],
  ['max', [2, 10]],
]);

const { parse } = create(parseDependencies ? { parseDependencies } : {});

class Refused extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/** mathjs calls a node what it is by this; the classes' own types leave half of it out. */
interface AnyNode {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: string;
  readonly fn?: string | AnyNode;
  readonly implicit?: boolean;
  readonly args?: readonly AnyNode[];
  readonly content?: AnyNode;
  readonly condition?: AnyNode;
  readonly trueExpr?: AnyNode;
  readonly falseExpr?: AnyNode;
}

/** What a formula may name. */
interface Names {
  readonly isMeasure: (name: string) => boolean;
  readonly nearest: (name: string) => string | undefined;
  readonly partProblem: (id: string) => FormulaProblem | null;
}

/**
 * Reads a formula in mathjs syntax. A measure stands by its id; of a team or grade, with that in quotes and brackets behind
 * it: `vacant_fte("longer-term")` is the measure vacant_fte@longer-term.
 * @param isMeasure whether a name is that of a measure a formula may use
 * @param nearest the measure that may have been meant by a name
 * @param partProblem what is wrong with the id of a measure of a team or grade; null where there is such a one
 */
export function readFormula(
  text: string,
  isMeasure: (name: string) => boolean,
  nearest: (name: string) => string | undefined,
  partProblem: (id: string) => FormulaProblem | null = () => null,
): { readonly tree: FormulaTree } | { readonly problem: FormulaProblem } {
  try {
    if (text.trim() === '')
      throw new Refused('The formula is empty.', 'Write one, for example vacant_fte / posts_fte.');
    if (text.length > LONGEST)
      throw new Refused(`The formula has ${String(text.length)} characters.`, `Use at most ${String(LONGEST)}.`);
    const node = parsed(text);
    let left = MOST_NODES;
    const read = (one: AnyNode): FormulaTree => {
      if (--left < 0) throw new Refused(`The formula has more than ${String(MOST_NODES)} parts.`, 'Make it shorter.');
      return treeOf(one, read, { isMeasure, nearest, partProblem });
    };
    return { tree: read(node) };
  } catch (error) {
    if (error instanceof Refused) return { problem: { message: error.message, hint: error.hint } };
    throw error;
  }
}

function parsed(text: string): AnyNode {
  let node: MathNode;
  try {
    node = parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Refused(
      `The formula cannot be read: ${said}.`,
      'Use measures, numbers, + - * / ^, comparisons, brackets, and a ? b : c.',
    );
  }
  return node;
}

function treeOf(node: AnyNode, read: (node: AnyNode) => FormulaTree, names: Names): FormulaTree {
  const { type, value, name = '', fn, args = [] } = node;
  const partOf = (part: AnyNode | undefined): FormulaTree => {
    if (!part) throw new Error(`${type} without a part`);
    return read(part);
  };
  switch (type) {
    case 'ConstantNode':
      if (typeof value !== 'number' || !Number.isFinite(value))
        throw new Refused(`${String(value)} is not a number a formula may hold.`, 'Write ordinary numbers.');
      return { kind: 'number', value };
    case 'ParenthesisNode':
      return partOf(node.content);
    case 'SymbolNode': {
      return { kind: 'measure', id: measureNamed(name, names) };
    }
    case 'OperatorNode': {
      if (node.implicit)
        throw new Refused(
          'Two things stand side by side with nothing between them.',
          'Write * where they are to be multiplied.',
        );
      if (typeof fn !== 'string' || !OPERATORS.has(fn))
        throw new Refused(
          `The operator "${typeof fn === 'string' ? fn : type}" cannot be used.`,
          'Use + - * / ^, comparisons, and, or, not.',
        );
      if (fn === 'pow') checkPower(args[1]);
      return { kind: 'apply', name: fn, parts: args.map(read) };
    }
    case 'ConditionalNode':
      return { kind: 'apply', name: 'condition', parts: [node.condition, node.trueExpr, node.falseExpr].map(partOf) };
    case 'FunctionNode': {
      const called = typeof fn === 'object' && fn.type === 'SymbolNode' ? (fn.name ?? '') : '';
      if (names.isMeasure(called)) return { kind: 'measure', id: measureOfPart(called, args, names) };
      const bounds = FUNCTIONS.get(called);
      if (!bounds)
        throw new Refused(
          called === '' ? 'Only functions with a plain name can be used.' : `The function "${called}" cannot be used.`,
          `Use ${[...FUNCTIONS.keys()].join(', ')}.`,
        );
      const [fewest, most] = bounds;
      if (args.length < fewest || args.length > most)
        throw new Refused(
          `${called} has ${String(args.length)} arguments.`,
          fewest === most ? `Give it ${String(fewest)}.` : `Give it ${String(fewest)} to ${String(most)}.`,
        );
      return { kind: 'apply', name: called, parts: args.map(read) };
    }
    default:
      throw new Refused(
        `${type.replace(/Node$/, '')} cannot stand in a formula.`,
        'Use measures, numbers, + - * / ^, comparisons, brackets, and a ? b : c.',
      );
  }
}

/** A measure of the whole service by its name. */
function measureNamed(name: string, { isMeasure, nearest }: Names): string {
  if (isMeasure(name)) return name;
  const meant = nearest(name);
  throw new Refused(
    `There is no measure called "${name}" that a formula could use.`,
    meant === undefined ? 'The data dictionary lists the measures.' : `Did you mean "${meant}"?`,
  );
}

/** The text of a node in quotes; null for any other. */
function textIn(node: AnyNode | undefined): string | null {
  return node?.type === 'ConstantNode' && typeof node.value === 'string' ? node.value : null;
}

/** A measure of the one team or grade that stands in quotes and brackets behind its name. */
function measureOfPart(measure: string, args: readonly AnyNode[], { partProblem }: Names): string {
  const [part] = args.map(textIn);
  if (args.length !== 1 || typeof part !== 'string')
    throw new Refused(
      `In brackets behind the measure "${measure}" stands one team or grade, in quotes.`,
      `Write ${measure}("assessment"), for example, or leave the brackets out.`,
    );
  const id = joinMeasure(measure, part);
  const wrong = partProblem(id);
  if (wrong) throw new Refused(wrong.message, wrong.hint.replace(/"(\w+)@([\w-]+)"/g, '$1("$2")'));
  return id;
}

function checkPower(power: AnyNode | undefined): void {
  const value = power?.type === 'ConstantNode' ? power.value : undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 10)
    throw new Refused('A power must be a whole number from 0 to 10, written out.', 'Write ^2, for example.');
}
