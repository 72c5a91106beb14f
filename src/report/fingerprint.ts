/** A short stable name for what was run, so that two results can be seen to come from the same inputs. */

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

/** The fingerprint of a plan within its scenario and schema version: 16 hexadecimal digits. For naming, not for security. */
export function fingerprint(plan: unknown, scenarioId: string, schemaVersion: number): string {
  return fnv1a64(canonicalJson({ plan, scenario: scenarioId, schemaVersion }));
}
