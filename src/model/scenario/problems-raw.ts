import type { Problem } from '../failure';
import { MAX_DEPTH, RESERVED_KEYS } from './parse-json';
import { nearest, oneOf, pathOf, show, type Key } from './problems';
import { isPlain } from './problems-loose';
import { bare, child, chosen, type SchemaNode } from './schema-tree';

/**
 * What the schema alone would not say, or not all of: every unknown name (with the one that was probably meant), names
 * that JavaScript keeps for itself, numbers that are not finite, and lists or other things where an object must stand
 * (the schema would take an empty list for an object).
 */
export function rawProblems(value: unknown, schema: SchemaNode): readonly Problem[] {
  const problems: Problem[] = [];
  walk(value, schema, [], problems);
  return problems;
}

const OBJECTS: readonly string[] = ['strict_object', 'record', 'variant'];

function walk(value: unknown, schema: SchemaNode | null, path: readonly Key[], problems: Problem[]): void {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    problems.push({
      path: pathOf(path),
      code: 'not-finite',
      message: `${lastName(path)} is ${String(value)}, which is not a number that can be used.`,
      hint: 'Write a number of ordinary size.',
    });
  }
  if (typeof value === 'object' && value !== null) {
    if (path.length > MAX_DEPTH) {
      problems.push({
        path: pathOf(path.slice(0, 4)),
        code: 'too-deep',
        message: `The value nests more than ${MAX_DEPTH} levels deep.`,
        hint: 'A scenario or plan nests fewer than ten; this is another kind of file.',
      });
      return;
    }
    if (schema && OBJECTS.includes(bare(schema).type) && !isPlain(value)) {
      problems.push({
        path: pathOf(path),
        code: 'wrong-type',
        message: `${lastName(path)} must be an object, but is ${Array.isArray(value) ? 'a list' : 'something else'}.`,
        hint: 'Write an object in braces.',
      });
    } else if (Array.isArray(value))
      value.forEach((item, index) => walk(item, schema && child(schema, index, value), [...path, index], problems));
    else walkObject(value as Record<string, unknown>, schema, path, problems);
  }
}

function walkObject(
  value: Record<string, unknown>,
  schema: SchemaNode | null,
  path: readonly Key[],
  problems: Problem[],
): void {
  const inner = schema && chosen(bare(schema), value);
  const entries = inner?.type === 'strict_object' ? inner.entries : undefined;
  const known = Object.keys(entries ?? {});
  for (const key of Object.keys(value)) {
    const keys = [...path, key];
    const reserved = RESERVED_KEYS.includes(key);
    if (reserved || (entries && !Object.hasOwn(entries, key))) {
      problems.push(
        reserved
          ? reservedName(keys, key)
          : unknownName(
              keys,
              key,
              known.filter((name) => !Object.hasOwn(value, name)),
              known,
            ),
      );
      continue;
    }
    // Beyond a mistake in the structure there is nothing to hold the parts against: their numbers are looked at all the same.
    walk(value[key], schema && child(schema, key, value), keys, problems);
  }
}

function reservedName(keys: readonly Key[], key: string): Problem {
  return {
    path: pathOf(keys),
    code: 'reserved-key',
    message: `The name ${show(key)} is not allowed.`,
    hint: 'Remove it, or choose another name.',
  };
}

function unknownName(keys: readonly Key[], key: string, missing: readonly string[], known: readonly string[]): Problem {
  const meant = nearest(key, missing) ?? nearest(key, known);
  const hint = meant
    ? `Did you mean ${show(meant)}?`
    : known.length <= 8
      ? `Known here: ${oneOf(known)}.`
      : 'Remove it, or see the data dictionary for the names that are known here.';
  return { path: pathOf(keys), code: 'unknown-key', message: `The name ${show(key)} is not known here.`, hint };
}

function lastName(path: readonly Key[]): string {
  const name = path.findLast((key) => typeof key === 'string');
  return name === undefined ? 'The value' : show(name);
}
