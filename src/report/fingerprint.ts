/** A short stable name for what was run, so that two results can be seen to come from the same inputs. */
import type { Plan, Scenario } from '../model/index';

/** JSON with the keys of every object in order of their code units, so that equal data give equal text however they were written. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value))
    return `[${value.map((item) => (item === undefined ? 'null' : canonicalJson(item))).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** FNV-1a, 64 bits, over the UTF-8 bytes of a text, as 16 hexadecimal digits. Example: "a" gives af63dc4c8601ec8c. */
export function fnv1a64(text: string): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(16, '0');
}

/** Sections of a scenario that decide no number: names and words, sources, other plans, and what is only shown beside results. */
const UNDECISIVE: readonly (keyof Scenario)[] = [
  'name',
  'council',
  'description',
  'sources',
  'history',
  'outcomes',
  'clauses',
  'plans',
  'fitted',
];

const councils = new WeakMap<Scenario, string>();

/** What of a scenario decides numbers, as a hash: all but the sections above, so that a new section counts until it is named there. */
function councilHash(scenario: Scenario): string {
  let hash = councils.get(scenario);
  if (hash === undefined) {
    const { points, draws } = scenario.fitted;
    const rest = Object.entries(scenario).filter(([key]) => !(UNDECISIVE as readonly string[]).includes(key));
    hash = fnv1a64(canonicalJson({ ...Object.fromEntries<unknown>(rest), fitted: { points, draws } }));
    councils.set(scenario, hash);
  }
  return hash;
}

/**
 * The fingerprint of what was run and how it was judged: the council's figures, the notice (targets, reviews, floors, own
 * measures), the settings of the plan, and whether doubt was off. 16 hexadecimal digits. Another value in any of them gives
 * another fingerprint; another name of plan or scenario does not. For naming, not for security. Seed, futures, months and
 * versions stand beside it in the run record.
 */
export function fingerprint(scenario: Scenario, { id, levers, optimism }: Plan, onlyChance = false): string {
  return fnv1a64(canonicalJson({ plan: { id, levers, optimism }, council: councilHash(scenario), onlyChance }));
}
