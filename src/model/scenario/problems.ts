import type { Outcome, Problem } from '../failure';

/** One step of a path: a name in an object or an index in a list. */
export type Key = string | number;

/** Most problems listed for one file; the rest are counted. */
export const MAX_PROBLEMS = 100;

/** A path as people read it: `targets[2].due`, `sources["A 1"].title`; empty for the file as a whole. */
export function pathOf(keys: readonly Key[]): string {
  let path = '';
  for (const key of keys) {
    if (typeof key === 'number') path += `[${key}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(key)) path += path === '' ? key : `.${key}`;
    else path += `[${JSON.stringify(key)}]`;
  }
  return path;
}

/** A value as it may stand in a sentence: short, on one line, never the whole of a long list. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === undefined) return 'nothing';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  if (typeof value !== 'string') return `a ${typeof value}`;
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value);
}

/** Names joined for a sentence: `"a", "b" or "c"`. */
export function oneOf(names: readonly string[]): string {
  const quoted = names.map((name) => JSON.stringify(name));
  const last = quoted.pop() ?? '';
  return quoted.length > 0 ? `${quoted.join(', ')} or ${last}` : last;
}

/** The known name that was most likely meant, or null where none is close. */
export function nearest(name: string, known: readonly string[]): string | null {
  if (name.length > 60) return null;
  const wanted = name.toLowerCase();
  let best: string | null = null;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const edits = distance(wanted, candidate.toLowerCase());
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

/** Insertions, deletions, replacements and exchanges of neighbours that turn one word into the other. */
function distance(a: string, b: string): number {
  let older: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const exchanged =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (older[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min(replaced, exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    [older, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

/** Ends an inspection: at most {@link MAX_PROBLEMS} problems, each once, and a last line that counts the others. */
export function refused(problems: readonly Problem[]): Outcome<never> {
  const seen = new Set<string>();
  const kept = problems.filter(({ path, message }) => {
    const key = `${path}\n${message}`;
    return !seen.has(key) && seen.add(key);
  });
  const more = kept.length - MAX_PROBLEMS;
  if (more <= 0) return { ok: false, problems: kept };
  const rest: Problem = {
    path: '',
    code: 'and-more',
    message: `There ${more === 1 ? 'is 1 more problem' : `are ${more} more problems`} in this file.`,
    hint: 'Mend these first; the others are listed next time.',
  };
  return { ok: false, problems: [...kept.slice(0, MAX_PROBLEMS), rest] };
}
