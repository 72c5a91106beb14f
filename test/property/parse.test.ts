import fc from 'fast-check';
import { expect, test } from 'vitest';
import scenario from '../../scenarios/birmingham-2009.json';
import type { Outcome } from '../../src/model/failure';
import { scenarioNotes } from '../../src/model/scenario/notes';
import { checkPlanFile, checkScenario, parsePlan, parseScenario } from '../../src/model/scenario/parse';
import { readJson } from '../../src/model/scenario/parse-json';
import { MAX_PROBLEMS } from '../../src/model/scenario/problems';

const text = JSON.stringify(scenario);

/** What every reading must give, whatever was read: a whole value, or problems that say something. */
function sound(outcome: Outcome<unknown>): void {
  if (outcome.ok) return;
  expect(outcome.problems.length).toBeGreaterThan(0);
  expect(outcome.problems.length).toBeLessThanOrEqual(MAX_PROBLEMS + 1);
  for (const { path, code, message, hint } of outcome.problems) {
    expect(typeof path).toBe('string');
    expect(code).toMatch(/^[a-z-]+$/);
    expect(message).toMatch(/\.$/);
    expect(message).not.toMatch(/undefined|\[object|Invalid/);
    expect(hint).not.toBe('');
  }
}

/** Paths of every part of the shipped scenario. */
const paths: (string | number)[][] = [];
(function visit(value: unknown, path: (string | number)[]) {
  if (path.length > 0) paths.push(path);
  if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) visit(part, [...path, Array.isArray(value) ? Number(key) : key]);
})(scenario, []);

const oddValue = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    null,
    '',
    -1,
    0,
    1e308,
    -1e-308,
    NaN,
    Infinity,
    [],
    {},
    [[]],
    '9999-99-99',
    '2009-02-30',
    '__proto__',
    'x'.repeat(3000),
    { value: {} },
    true,
    undefined,
  ),
  fc.string(),
  fc.double(),
);

/** Puts a value in the place of a part, or takes the part away. */
function replaced(path: readonly (string | number)[], value: unknown, remove: boolean): unknown {
  const copy: unknown = structuredClone(scenario);
  let part = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) part = part[key] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (remove) Reflect.deleteProperty(part, last);
  else part[last] = value;
  return copy;
}

test('any part of a valid scenario exchanged or removed: a whole scenario or problems, never a throw', () => {
  fc.assert(
    fc.property(fc.constantFrom(...paths), oddValue, fc.boolean(), (path, value, remove) => {
      const outcome = checkScenario(replaced(path, value, remove));
      sound(outcome);
      if (outcome.ok) scenarioNotes(outcome.value);
    }),
    { numRuns: 400 },
  );
});

test('any characters of a valid file exchanged, removed or doubled: never a throw', () => {
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.nat(40), fc.string({ maxLength: 8 }), (at, length, put) => {
      sound(parseScenario(text.slice(0, at) + put + text.slice(at + length)));
    }),
    { numRuns: 400 },
  );
});

test('any text and any value: never a throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.json()), (any) => {
      sound(parseScenario(any));
      sound(parsePlan(any));
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withTypedArray: true,
        withNullPrototype: true,
        withSparseArray: true,
      }),
      (any) => {
        sound(checkScenario(any));
        sound(checkPlanFile(any));
      },
    ),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(
      fc.object({
        key: fc.constantFrom(
          'kind',
          'schemaVersion',
          'targets',
          'demand',
          '__proto__',
          'constructor',
          'plans',
          'workforce',
          'id',
        ),
        maxDepth: 3,
      }),
      (any) => {
        sound(checkScenario({ ...scenario, ...any }));
      },
    ),
    { numRuns: 300 },
  );
});

test('our reader of JSON accepts exactly what the platform accepts, reserved and doubled names and huge numbers apart', () => {
  const almost = fc
    .tuple(
      fc.json({ maxDepth: 4 }),
      fc.nat(200),
      fc.constantFrom('', ',', '"', ']', '}', ':', '0', '-', 'e', '\\', ' ', 't', '.'),
    )
    .map(([json, at, put]) => json.slice(0, at) + put + json.slice(at));
  fc.assert(
    fc.property(fc.oneof(almost, fc.json()), (candidate) => {
      let platform: { readonly value: unknown } | null;
      try {
        platform = { value: JSON.parse(candidate) as unknown };
      } catch {
        platform = null;
      }
      const ours = readJson(candidate);
      const codes = ours.ok ? [] : ours.problems.map(({ code }) => code);
      if (codes.some((code) => ['duplicate-key', 'not-finite', 'encoding', 'foreign'].includes(code))) return;
      expect(ours.ok, candidate).toBe(platform !== null);
      if (ours.ok) expect(ours.value).toEqual(platform?.value);
    }),
    { numRuns: 2000 },
  );
});
