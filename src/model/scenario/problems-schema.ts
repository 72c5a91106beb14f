import type { BaseIssue } from 'valibot';
import type { Problem } from '../failure';
import { nearest, oneOf, pathOf, show, type Key } from './problems';
import { bare, child, chosen, metaOf, type EntryMeta, type SchemaNode } from './schema-tree';

/** Says an issue of the schema in a sentence; null for those that {@link rawProblems} says better. */
export function schemaProblem(issue: BaseIssue<unknown>, root: SchemaNode, value: unknown): Problem | null {
  const keys = (issue.path ?? []).map(({ key }) => key as Key);
  const input = keys.length === 0 ? issue.input : valueAt(value, keys);
  if (typeof input === 'number' && !Number.isFinite(input)) return null;
  if (issue.expected === 'never') return null;
  const found = describe(root, value, keys);
  const path = pathOf(keys);
  if (issue.kind === 'schema') {
    if (issue.received === 'undefined')
      return {
        path,
        code: 'missing',
        message: `${found.subject} is missing.`,
        hint: found.hint ?? `Add it${kindOfValue(found.node)}.`,
      };
    const words = wordsOf(found.node);
    if (words.length > 0 && issue.expected !== 'Object') {
      const meant = typeof input === 'string' ? nearest(input, words) : null;
      return {
        path,
        code: 'not-allowed',
        message: `${found.subject} must be ${words.length > 1 ? 'one of ' : ''}${oneOf(words)}, but is ${show(input)}.`,
        hint: meant ? `Did you mean ${show(meant)}?` : 'Write one of these words exactly.',
      };
    }
    return {
      path,
      code: 'wrong-type',
      message: `${found.subject} must be ${typeName(issue.type)}, but is ${show(input)}.`,
      hint: typeHint(issue.type, input) ?? found.hint ?? 'See the data dictionary.',
    };
  }
  const [said, advice] = predicate(issue).split('; ') as [string, string | undefined];
  const butIs = typeof input === 'object' ? '' : `, but is ${show(input)}`;
  return {
    path,
    code: codeOf(issue.type),
    message: `${found.subject} ${said}${butIs}.`,
    hint: advice ? `${capital(advice)}.` : (found.hint ?? 'See the data dictionary.'),
  };
}

interface Described {
  readonly node: SchemaNode | null;
  /** How the sentence begins: the label of the figure, or the name in the file. */
  readonly subject: string;
  readonly hint: string | null;
}

/** The schema at a path and the words to call it by. */
function describe(root: SchemaNode, value: unknown, keys: readonly Key[]): Described {
  let node: SchemaNode | null = root;
  let meta: EntryMeta | undefined;
  let part = value;
  for (const key of keys) {
    node = node && child(node, key, part);
    part = valueAt(part, [key]);
    meta = (node && metaOf(node)) ?? (key === 'value' || key === 'low' || key === 'high' ? meta : undefined);
  }
  // The key that chooses between alternatives belongs to none of them until it is right.
  node ??= discriminatorOf(root, value, keys);
  const last = keys.at(-1);
  const name =
    last === undefined
      ? 'The file'
      : typeof last === 'number'
        ? `Item ${last + 1} of ${show(String(keys.at(-2) ?? 'the list'))}`
        : show(last);
  const end = last === 'low' || last === 'high' ? ` (${last} end)` : '';
  const hint = meta ? `${meta.meaning} From ${meta.min} to ${meta.max} ${meta.unit}.` : null;
  return { node, subject: meta ? `${meta.label}${end}` : name, hint };
}

function discriminatorOf(root: SchemaNode, value: unknown, keys: readonly Key[]): SchemaNode | null {
  let node: SchemaNode | null = root;
  let part = value;
  for (const key of keys.slice(0, -1)) {
    node = node && child(node, key, part);
    part = valueAt(part, [key]);
  }
  return node && bare(node).type === 'variant' && !chosen(bare(node), part) ? bare(node) : null;
}

function wordsOf(node: SchemaNode | null): readonly string[] {
  if (!node) return [];
  const inner = bare(node);
  if (inner.type === 'picklist') return (inner.options ?? []).map(String);
  if (inner.type === 'literal' && typeof inner.literal === 'string') return [inner.literal];
  if (inner.type === 'variant')
    return (inner.options as readonly SchemaNode[]).map((option) => String(option.entries?.[inner.key ?? '']?.literal));
  return [];
}

function valueAt(value: unknown, keys: readonly Key[]): unknown {
  let part = value;
  for (const key of keys) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, key)) return undefined;
    part = (part as Record<Key, unknown>)[key];
  }
  return part;
}

/** The schema's own words after the subject; valibot's default words are replaced. */
function predicate(issue: BaseIssue<unknown>): string {
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  const bound = String(issue.requirement);
  switch (issue.type) {
    case 'min_value':
      return `must be at least ${bound}`;
    case 'max_value':
      return `must be at most ${bound}`;
    case 'min_length':
      return `must hold at least ${bound}`;
    case 'max_length':
      return `must hold at most ${bound}`;
    case 'length':
      return `must hold exactly ${bound}`;
    case 'integer':
      return 'must be a whole number';
    default:
      return 'is not as it should be';
  }
}

function codeOf(type: string): string {
  const codes: Record<string, string> = {
    min_value: 'out-of-range',
    max_value: 'out-of-range',
    min_length: 'length',
    max_length: 'length',
    length: 'length',
    integer: 'not-whole',
    regex: 'format',
    finite: 'not-finite',
  };
  return codes[type] ?? 'invalid';
}

function typeName(type: string): string {
  const names: Record<string, string> = {
    number: 'a number',
    string: 'text',
    array: 'a list',
    boolean: 'true or false',
    literal: 'the number 1',
    nullable: 'a value or null',
    union: 'a number, null, or a symbol of official tables (c, x, z, :, low)',
  };
  return names[type] ?? 'an object';
}

function typeHint(type: string, input: unknown): string | null {
  if (type === 'number' && typeof input === 'string' && input.trim() !== '' && Number.isFinite(Number(input)))
    return `Write ${Number(input)} without quotes.`;
  if (type === 'string' && typeof input === 'number') return `Write "${input}" in double quotes.`;
  if (type === 'array') return 'Write a list in square brackets.';
  return null;
}

function kindOfValue(node: SchemaNode | null): string {
  if (!node) return '';
  const words = wordsOf(node);
  return words.length > 0 ? `: ${oneOf(words)}` : `: ${typeName(bare(node).type)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
