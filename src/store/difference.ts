/** What of a value differs from another, so that an edited council fits into a link. */

/** One place, as keys from the outside in, and what stands there; without `value` nothing does. */
export interface Difference {
  readonly at: readonly (string | number)[];
  readonly value?: unknown;
}

type Branch = Readonly<Record<string, unknown>>;

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;
const alike = (a: unknown, b: unknown) =>
  isBranch(a) &&
  isBranch(b) &&
  Array.isArray(a) === Array.isArray(b) &&
  (!Array.isArray(a) || a.length === (b as unknown as unknown[]).length);

/** Where `value` differs from `base`, both plain data. A list of another length is given whole. */
export function differences(base: unknown, value: unknown, at: readonly (string | number)[] = []): Difference[] {
  if (!alike(base, value)) return Object.is(base, value) ? [] : [{ at, value }];
  const [from, to] = [base as Branch, value as Branch];
  const gone = Object.keys(from).filter((key) => to[key] === undefined && from[key] !== undefined);
  const changed = Object.keys(to).filter((key) => to[key] !== undefined);
  return [
    ...gone.map((key) => ({ at: [...at, key] })),
    ...changed.flatMap((key) => differences(from[key], to[key], [...at, key])),
  ];
}

/** `base` with the differences made; neither is changed. A place that is not there is passed over: the check of the whole tells. */
export function withDifferences(base: unknown, made: readonly Difference[]): unknown {
  return made.reduce<unknown>((value, { at, ...rest }) => withOne(value, at, rest), base);
}

function withOne(
  value: unknown,
  [key, ...deeper]: readonly (string | number)[],
  to: { readonly value?: unknown },
): unknown {
  if (key === undefined) return to.value;
  if (!isBranch(value) || (deeper.length > 0 && !Object.hasOwn(value, key))) return value;
  if (Array.isArray(value))
    return value.map((item: unknown, at) => (at === Number(key) ? withOne(item, deeper, to) : item));
  const kept = Object.entries(value).filter(([name]) => name !== String(key));
  const one = deeper.length === 0 ? to.value : withOne(value[key], deeper, to);
  return Object.fromEntries(one === undefined ? kept : [...kept, [String(key), one]]);
}
