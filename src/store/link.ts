import { checkPlanFile, checkScenario, type Outcome, type Plan, type Problem, type Scenario } from '../model/index';
import { differences, withDifferences, type Difference } from './difference';
import { planFile } from './files';

/** What a link carries: a plan, and its council where that is not one that ships with the program, or an edited one. */
export interface Shared {
  readonly scenario: Scenario;
  readonly plan: Plan;
}

interface Payload {
  readonly plan: unknown;
  /** What differs from the shipped scenario that the plan names. */
  readonly edits?: readonly Difference[];
  readonly scenario?: unknown;
}

/** How the part of an address after the # begins that carries a plan. */
export const LINK_START = '#plan=';
/** Longer addresses are cut off by some programs. */
export const MOST_CHARACTERS = 8000;
/** A link that unpacks to more than this is no link of ours. */
const MOST_BYTES = 2_000_000;

/**
 * The address of a page with a plan in the part that browsers keep to themselves; null where it would be too long.
 * @param page address of the page, without what follows the #
 * @param shipped scenarios that whoever opens the link has already
 */
export async function linkTo(
  { scenario, plan }: Shared,
  page: string,
  shipped: readonly Scenario[],
): Promise<string | null> {
  const base = shipped.find(({ id }) => id === scenario.id);
  const bare = { ...scenario, plans: base?.plans ?? scenario.plans };
  const edits = base ? differences(base, bare) : [];
  const payload: Payload = {
    plan: planFile(plan, scenario.id),
    ...(base ? (edits.length > 0 ? { edits } : {}) : { scenario: bare }),
  };
  const address = page + LINK_START + (await packed(JSON.stringify(payload)));
  return address.length > MOST_CHARACTERS ? null : address;
}

/** Reads what follows the # of a link; where it cannot be used, says why. Nothing is asked of the network. */
export async function readLink(hash: string, shipped: readonly Scenario[]): Promise<Outcome<Shared>> {
  const text = await unpacked(hash.slice(LINK_START.length));
  if (text === null) return unreadable();
  const payload = parsed(text);
  if (!payload) return unreadable();
  const file = checkPlanFile(payload.plan);
  if (!file.ok) return file;
  const council = scenarioOf(payload, file.value.scenario, shipped);
  if (!council.ok) return council;
  if (council.value.id !== file.value.scenario) return unreadable();
  return { ok: true, value: { scenario: council.value, plan: file.value.plan } };
}

function scenarioOf({ scenario, edits }: Payload, id: string, shipped: readonly Scenario[]): Outcome<Scenario> {
  if (scenario !== undefined) return checkScenario(scenario);
  const base = shipped.find((one) => one.id === id);
  if (!base) {
    return refused(
      'other-scenario',
      `The link is for a council called “${id}”, which this version of Trajectory does not have.`,
      'Ask for the scenario file and the plan file instead.',
    );
  }
  if (edits === undefined) return { ok: true, value: base };
  if (!Array.isArray(edits) || !edits.every((edit: unknown) => isEdit(edit))) return unreadable();
  return checkScenario(withDifferences(base, edits));
}

const isEdit = (edit: unknown): edit is Difference =>
  typeof edit === 'object' && edit !== null && Array.isArray((edit as { at?: unknown }).at);

function parsed(text: string): Payload | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Payload) : null;
  } catch {
    return null;
  }
}

function unreadable(): Outcome<never> {
  return refused(
    'broken-link',
    'The link is not whole, or not one of Trajectory.',
    'Copy it again from where it was sent, to its very end, or ask for the plan file.',
  );
}

function refused(code: string, message: string, hint: string): Outcome<never> {
  const problem: Problem = { path: '', code, message, hint };
  return { ok: false, problems: [problem] };
}

async function packed(text: string): Promise<string> {
  const bytes = await allOf(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw')), Infinity);
  let letters = '';
  for (const byte of bytes ?? []) letters += String.fromCharCode(byte);
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

async function unpacked(letters: string): Promise<string | null> {
  if (!/^[\w-]+$/.test(letters)) return null;
  try {
    const packed = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(packed, (letter) => letter.charCodeAt(0));
    const all = await allOf(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')), MOST_BYTES);
    return all && new TextDecoder('utf-8', { fatal: true }).decode(all);
  } catch {
    return null;
  }
}

/** Everything a stream gives; null where it is more than `most` bytes. */
async function allOf(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
