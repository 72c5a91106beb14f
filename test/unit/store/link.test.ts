import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import birmingham from '../../../scenarios/birmingham-2009.json';
import type { Scenario } from '../../../src/model/index';
import { differences, withDifferences } from '../../../src/store/difference';
import { LINK_START, linkTo, MOST_CHARACTERS, readLink } from '../../../src/store/link';

const scenario = birmingham as unknown as Scenario;
const shipped = [scenario];
const recovery = scenario.plans.find(({ id }) => id === 'recovery')!;
const page = 'https://example.org/trajectory/';
const hashOf = (address: string | null) => address!.slice(page.length);
const made = (payload: unknown) =>
  LINK_START + deflateRawSync(typeof payload === 'string' ? payload : JSON.stringify(payload)).toString('base64url');

test('a plan for a shipped council is in the address alone and comes back the same', async () => {
  const plan = { ...recovery, name: 'Ours – £, ’ and 𝄞' };
  const address = await linkTo({ scenario, plan }, page, shipped);
  expect(address).toMatch(/^https:\/\/example\.org\/trajectory\/#plan=[\w-]+$/);
  expect(address!.length).toBeLessThan(2000);
  expect(await readLink(hashOf(address), shipped)).toEqual({ ok: true, value: { scenario, plan } });
});

test('an edited council goes with it as what differs', async () => {
  const targets = scenario.targets.map((one) => (one.id === 'ni59' ? { ...one, threshold: 0.75 } : one)).slice(0, -1);
  const clauses = scenario.clauses.slice(0, 2);
  const { assumption: _, ...last } = targets.at(-1)!;
  const edited = { ...scenario, name: 'Ours', clauses, targets: [...targets.slice(0, -1), last] } as Scenario;
  const address = await linkTo({ scenario: edited, plan: recovery }, page, shipped);
  expect(await readLink(hashOf(address), shipped)).toEqual({ ok: true, value: { scenario: edited, plan: recovery } });
});

test('a council that is not shipped goes whole, or not at all where the address would be too long', async () => {
  const own = { ...scenario, id: 'elsewhere' };
  expect(await linkTo({ scenario: own, plan: recovery }, page, shipped)).toBeNull();
  const small = { ...own, clauses: [], description: '' };
  const whole = made({
    plan: { kind: 'plan', schemaVersion: 2, scenario: 'elsewhere', plan: recovery },
    scenario: small,
  });
  expect(await readLink(whole, shipped)).toMatchObject({ ok: true, value: { scenario: { id: 'elsewhere' } } });
  const long = await linkTo(
    { scenario, plan: recovery },
    `https://example.org/${'x'.repeat(MOST_CHARACTERS)}`,
    shipped,
  );
  expect(long).toBeNull();
});

test('bad links are refused with a sentence', async () => {
  const file = { kind: 'plan', schemaVersion: 2, scenario: scenario.id, plan: recovery };
  const good = made({ plan: file });
  expect((await readLink(good, shipped)).ok).toBe(true);
  const bad: [string, string][] = [
    [LINK_START, 'broken-link'],
    [`${LINK_START}%%%`, 'broken-link'],
    [good.slice(0, -20), 'broken-link'],
    [`${LINK_START}${'A'.repeat(300)}`, 'broken-link'],
    [made('no json'), 'broken-link'],
    [made('null'), 'broken-link'],
    [made(JSON.stringify({ plan: file }) + ' '.repeat(3_000_000)), 'broken-link'],
    [made({ plan: file, edits: 'all' }), 'broken-link'],
    [made({ plan: file, scenario: { ...scenario, id: 'other' } }), 'broken-link'],
    [made({ plan: { ...file, scenario: 'nowhere' } }), 'other-scenario'],
    [made({ plan: { ...file, schemaVersion: 99 } }), 'newer-version'],
  ];
  for (const [hash, code] of bad) {
    const read = await readLink(hash, shipped);
    expect(read, code).toMatchObject({ ok: false, problems: [{ code }] });
    if (!read.ok) expect(read.problems[0]!.message).toMatch(/^[A-Z].*\.$/);
  }
  expect((await readLink(made({ plan: file, edits: [{ at: ['start'], value: 'soon' }] }), shipped)).ok).toBe(false);
  expect((await readLink(made({ plan: { ...file, plan: {} } }), shipped)).ok).toBe(false);
});

test('differences are found and made, whatever changed', () => {
  const base = { a: 1, b: [1, 2, { c: 'x', d: 2 }], e: { f: null } };
  for (const value of [
    base,
    { ...base, a: 2 },
    { b: [1, 2, { c: 'y' }], e: { f: null, g: [] } },
    { a: 1, b: [1, 2], e: null },
    { a: 1, b: { 0: 1 }, e: {} },
    [],
  ])
    expect(withDifferences(base, differences(base, value))).toEqual(value);
  expect(differences(base, structuredClone(base))).toEqual([]);
  expect(withDifferences(base, [{ at: ['nowhere', 'deep'], value: 1 }])).toEqual(base);
  const proto = withDifferences({}, JSON.parse('[{"at":["__proto__","x"],"value":1}]') as []);
  expect((proto as { x?: unknown }).x).toBeUndefined();
});
