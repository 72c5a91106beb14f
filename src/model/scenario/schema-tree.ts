import type { GenericSchema } from 'valibot';
import type { Key } from './problems';

/** What a form, the data dictionary or a sentence may say about an entry; figures and levers carry all of it. */
export interface EntryMeta {
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly meaning: string;
}

/** A schema seen from outside: only what is needed to walk it beside a value. */
export interface SchemaNode {
  readonly type: string;
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly item?: SchemaNode;
  readonly value?: SchemaNode;
  readonly wrapped?: SchemaNode;
  readonly key?: string;
  /** Of a variant: its schemas. Of a picklist: its words. */
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly pipe?: readonly { readonly type: string; readonly metadata?: unknown; readonly requirement?: unknown }[];
}

/** The schema as a tree to walk. */
export function tree(schema: GenericSchema): SchemaNode {
  return schema;
}

/** Without the layers that only say "may be left out" or "may be null". */
export function bare(node: SchemaNode): SchemaNode {
  return node.wrapped ? bare(node.wrapped) : node;
}

/** The metadata written with a schema; undefined where it has none. */
export function metaOf(node: SchemaNode): EntryMeta | undefined {
  const found = bare(node).pipe?.find(({ type }) => type === 'metadata');
  return found?.metadata as EntryMeta | undefined;
}

/** The schema of a part of a value; null where the schema knows no such part. A variant is chosen by the value's own key. */
export function child(node: SchemaNode, key: Key, value: unknown): SchemaNode | null {
  const inner = chosen(bare(node), value);
  if (!inner) return null;
  if (inner.type === 'array') return typeof key === 'number' ? (inner.item ?? null) : null;
  if (inner.type === 'record') return inner.value ?? null;
  if (inner.entries && typeof key === 'string')
    return Object.hasOwn(inner.entries, key) ? (inner.entries[key] ?? null) : null;
  return null;
}

/** Of a variant the alternative that the value names; any other schema is itself. */
export function chosen(node: SchemaNode, value: unknown): SchemaNode | null {
  if (node.type !== 'variant') return node;
  const discriminator = node.key ?? '';
  const named =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[discriminator] : undefined;
  const alternatives = (node.options ?? []) as readonly SchemaNode[];
  return alternatives.find((option) => option.entries?.[discriminator]?.literal === named) ?? null;
}
