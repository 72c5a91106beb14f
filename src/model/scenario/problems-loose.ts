import type { Problem } from '../failure';
import { pathOf, type Key } from './problems';

/**
 * Readers for a value that may still be wrong in other places: a check across fields looks at what is there and says
 * nothing where it is not, because the schema has said that already. So all problems come at once.
 */
export type Loose = Readonly<Record<string, unknown>>;

export function object(value: unknown): Loose {
  return isPlain(value) ? value : {};
}

/** An object as JSON has them: no list, no date, no map. */
export function isPlain(value: unknown): value is Loose {
  return Object.prototype.toString.call(value) === '[object Object]';
}

/** The objects of a list, each with its place; anything else in it is passed over. */
export function objects(value: unknown): readonly (readonly [number, Loose])[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index) =>
    typeof item === 'object' && item !== null && !Array.isArray(item) ? [[index, item as Loose] as const] : [],
  );
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A date or month as written; undefined where it has not the form of one. */
export function dateOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}(-\d{2})?$/.test(value) ? value : undefined;
}

export type Say = (path: readonly Key[], code: string, message: string, hint: string) => void;

/** Gathers what a check says. */
export function gatherProblems(check: (say: Say) => void): readonly Problem[] {
  const problems: Problem[] = [];
  check((path, code, message, hint) => problems.push({ path: pathOf(path), code, message, hint }));
  return problems;
}
