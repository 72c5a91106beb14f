/**
 * Formula measures worked out: a tree becomes a function of the measures it names, and a value that is no number becomes
 * NaN. Sums, products, quotients, comparisons, rounding and whole powers only, so that the same rows give the same bytes.
 */
import type { FormulaTree } from '../measures/definition';

/** Values of the measures named, in the order of {@link measuresIn}, to the value of the formula. */
export type Formula = (values: ArrayLike<number>) => number;

const truth = (x: boolean): number => (x ? 1 : 0);
const UNARY: Readonly<Record<string, (x: number) => number>> = {
  unaryMinus: (x) => -x,
  unaryPlus: (x) => x,
  not: (x) => truth(x === 0),
  abs: Math.abs,
  floor: Math.floor,
  ceil: Math.ceil,
  round: Math.round,
  sqrt: Math.sqrt,
};
const BINARY: Readonly<Record<string, (x: number, y: number) => number>> = {
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  divide: (x, y) => x / y,
  pow: wholePower,
  smaller: (x, y) => truth(x < y),
  smallerEq: (x, y) => truth(x <= y),
  larger: (x, y) => truth(x > y),
  largerEq: (x, y) => truth(x >= y),
  equal: (x, y) => truth(x === y),
  unequal: (x, y) => truth(x !== y),
  and: (x, y) => truth(x !== 0 && y !== 0),
  or: (x, y) => truth(x !== 0 || y !== 0),
};
const MANY: Readonly<Record<string, (x: number, y: number) => number>> = { min: Math.min, max: Math.max };

/** x multiplied by itself; NaN for a power that is no whole number from 0 to 10. */
function wholePower(x: number, power: number): number {
  if (!Number.isInteger(power) || power < 0 || power > 10) return Number.NaN;
  let product = 1;
  for (let i = 0; i < power; i++) product *= x;
  return product;
}

/** Ids of the measures a formula names, each once, in the order of their first coming. */
export function measuresIn(tree: FormulaTree): readonly string[] {
  if (tree.kind === 'measure') return [tree.id];
  return tree.kind === 'apply' ? [...new Set(tree.parts.flatMap(measuresIn))] : [];
}

/** The function of a formula. Any measure without a value leaves it without one, but in the branch of a condition not taken. */
export function formulaOf(tree: FormulaTree): Formula {
  const closure = closureOf(tree, measuresIn(tree));
  return (values) => {
    const value = closure(values);
    return Number.isFinite(value) ? value : Number.NaN;
  };
}

function closureOf(tree: FormulaTree, names: readonly string[]): Formula {
  if (tree.kind === 'number') {
    const { value } = tree;
    return () => value;
  }
  if (tree.kind === 'measure') {
    const at = names.indexOf(tree.id);
    return (values) => values[at]!;
  }
  const parts = tree.parts.map((part) => closureOf(part, names));
  const [first, second, third] = parts as [Formula, Formula, Formula];
  if (tree.name === 'condition') {
    return (values) => {
      const which = first(values);
      return Number.isNaN(which) ? Number.NaN : which !== 0 ? second(values) : third(values);
    };
  }
  const unary = UNARY[tree.name];
  if (unary) return (values) => unary(first(values));
  const binary = BINARY[tree.name];
  if (binary) {
    return (values) => {
      const [x, y] = [first(values), second(values)];
      return Number.isNaN(x) || Number.isNaN(y) ? Number.NaN : binary(x, y);
    };
  }
  const many = MANY[tree.name]!;
  return (values) => parts.map((part) => part(values)).reduce((x, y) => many(x, y));
}
