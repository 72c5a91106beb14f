import { expect, test } from 'vitest';
import { parsePlan, parseScenario, checkScenario, kindOfFile, planFits } from '../../../src/model/scenario/parse';
import type { Problem } from '../../../src/model/failure';
import { birmingham, birminghamText, edited, GONE, type Edits } from './shipped';

/** The problems of the shipped scenario after some changes. */
function after(edits: Edits): readonly Problem[] {
  return problemsOf(JSON.stringify(edited(edits)));
}

function only(problems: readonly Problem[]): Problem {
  expect(problems, JSON.stringify(problems, null, 1)).toHaveLength(1);
  return problems[0]!;
}

function problemsOf(text: string): readonly Problem[] {
  const outcome = parseScenario(text);
  return outcome.ok ? [] : outcome.problems;
}

const plan = {
  kind: 'plan',
  schemaVersion: 2,
  scenario: 'birmingham-2009',
  plan: { id: 'mine', name: 'Mine', description: '', levers: {}, optimism: { delayMonths: 2, yield: 0.8, cost: 0.1 } },
};

test('the shipped scenario is read whole, with or without a byte order mark', () => {
  const plainly = parseScenario(birminghamText);
  const marked = parseScenario(`\uFEFF${birminghamText}`);
  expect(plainly).toEqual({ ok: true, value: JSON.parse(birminghamText) as unknown });
  expect(marked).toEqual(plainly);
});

test('a plan file is read, and held against the scenario it names', () => {
  const outcome = parsePlan(JSON.stringify(plan));
  expect(outcome.ok && outcome.value.plan.id).toBe('mine');
  expect(outcome.ok && planFits(outcome.value, birmingham())).toEqual([]);
  const other = parsePlan(JSON.stringify({ ...plan, scenario: 'leeds' }));
  expect(other.ok && planFits(other.value, birmingham()).map(({ code }) => code)).toEqual(['other-scenario']);
});

test('a lever that does not exist, or beyond its range, is said with its path', () => {
  const levers = { agencyCovr: { value: 50, from: '2009-03-01' }, leavingRate: { value: 0, from: '2009-03-01' } };
  const outcome = parsePlan(JSON.stringify({ ...plan, plan: { ...plan.plan, levers } }));
  expect(outcome.ok).toBe(false);
  const problems = outcome.ok ? [] : outcome.problems;
  expect(problems.map(({ path, code }) => [path, code])).toEqual([
    ['plan.levers.agencyCovr', 'unknown-key'],
    ['plan.levers.leavingRate.value', 'out-of-range'],
  ]);
  expect(problems[0]!.hint).toBe('Did you mean "agencyCover"?');
  expect(problems[1]!.message).toBe('Leaving rate must be between 1 and 60 % a year, but is 0.');
});

test.each([
  ['', 'empty'],
  ['  \n\t ', 'empty'],
  ['\uFEFF', 'empty'],
  ['<!doctype html><html></html>', 'foreign'],
  ['PK\u0003\u0004\u0014\u0000\u0006', 'foreign'],
  ['%PDF-1.7', 'foreign'],
  ['\uFFFD\uFFFD{\0"\0k\0', 'encoding'],
  ['{\0"\0k\0i\0n\0d\0', 'encoding'],
  ['{"kind": "scenario", "name": "Caf\uFFFD"}', 'encoding'],
  ['[]', 'foreign'],
  ['[{"kind":"scenario"}]', 'foreign'],
  ['42', 'foreign'],
  ['"scenario"', 'foreign'],
  ['null', 'foreign'],
  ['true', 'foreign'],
  ['{}', 'foreign'],
  ['{"name":"trajectory","version":"0.1.0","dependencies":{"svelte":"5"}}', 'foreign'],
  ['{"kind":"plan","schemaVersion":2}', 'wrong-kind'],
  ['{"kind":"scenraio"}', 'foreign'],
  [' '.repeat(2_000_001), 'too-large'],
  ['['.repeat(100_000), 'too-deep'],
  ['{"a":'.repeat(100_000), 'too-deep'],
])('a file that is no scenario gives one problem (%#)', (text, code) => {
  expect(only(problemsOf(text))).toMatchObject({ path: code === 'wrong-kind' ? 'kind' : '', code });
});

test.each([
  ['{"kind": "scenario",}', 'syntax', 'line 1, column 21', 'a name in double quotes after the comma'],
  ['{\n  "kind": "scenario"\n  "id": 1}', 'syntax', 'line 3, column 3', 'a comma or }'],
  ["{'kind': 'scenario'}", 'syntax', 'line 1, column 2', 'a name in double quotes'],
  ['{"a": \'b\'}', 'syntax', 'line 1, column 7', 'double quotes'],
  ['{"a": [1, 2,]}', 'syntax', 'line 1, column 13', 'a value'],
  ['{"a": NaN}', 'syntax', 'line 1, column 7', 'NaN and Infinity cannot be written'],
  ['{"a": 007}', 'syntax', 'line 1, column 8', 'without leading zeros'],
  ['{"a": 62%}', 'syntax', 'line 1, column 9', 'a comma or }'],
  ['{"a": 13 000}', 'syntax', 'line 1, column 10', 'a comma or }'],
  ['{"a": .5}', 'syntax', 'line 1, column 7', 'a value'],
  ['{"a": 1} x', 'syntax', 'line 1, column 10', 'the end of the file'],
  ['{"a" 1}', 'syntax', 'line 1, column 6', 'a colon after "a"'],
  ['{"a": "one\ntwo"}', 'syntax', 'line 1, column 11', 'a closing double quote on the same line'],
  ['{"a": "\\x"}', 'syntax', 'line 1, column 9', 'after a backslash'],
  ['{"a": "\\u12G4"}', 'syntax', 'line 1, column 12', 'four hexadecimal digits'],
  ['// note\n{"a": 1}', 'syntax', 'line 1, column 1', 'comments are not allowed'],
  ['{"a": tru}', 'syntax', 'line 1, column 7', 'a value'],
  ['{"kind": "scenario", "targets": [', 'truncated', 'line 1, column 34', 'a value'],
  ['{"kind": "scen', 'truncated', 'line 1, column 15', 'a closing double quote'],
])('says where and why it is not JSON: %s', (text, code, where, expected) => {
  const problem = only(problemsOf(text));
  expect(problem.code).toBe(code);
  expect(problem.message).toContain(where);
  expect(problem.message).toContain(expected);
});

test('every cut of the shipped file is refused with one problem, and never read in part', () => {
  for (let end = 1; end < birminghamText.length; end += 97) {
    expect(only(problemsOf(birminghamText.slice(0, end))).code).toBe('truncated');
  }
});

test('a newer version is one problem, not a hundred unknown names', () => {
  expect(only(after({ schemaVersion: 7, weather: {} }))).toMatchObject({
    path: 'schemaVersion',
    code: 'newer-version',
  });
});

test('a file whose kind is missing but whose parts are there is treated as a scenario', () => {
  expect(only(after({ kind: GONE }))).toMatchObject({ path: 'kind', code: 'missing', hint: 'Add it: "scenario".' });
});

test('all problems come at once, each with its own path', () => {
  const problems = after({
    targts: [],
    council: GONE,
    'demand.referralsPerYear.value': '13000',
    'workforce.vacancyRate.value': 24.7,
    'workforce.vacancyRate.colour': 1,
    'workforce.vacancyRate.shade': 1,
    'targets[2].due': '2010-02-30',
    'targets[3].basis.kind': 'cumulativ',
    'targets[4].basis': 5,
    'plans[1].levers.agencyCover.from': 5,
    'reviews[1].date': '2009-07-31',
    'pathway.queueOrder': 'nearest-deadline',
  });
  expect(problems.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
    'council missing',
    'demand.referralsPerYear.value wrong-type',
    'pathway.queueOrder not-allowed',
    'plans[1].levers.agencyCover.from wrong-type',
    'reviews[1].date order',
    'targets[2].due invalid',
    'targets[3].basis.kind not-allowed',
    'targets[4].basis wrong-type',
    'targts unknown-key',
    'workforce.vacancyRate.colour unknown-key',
    'workforce.vacancyRate.shade unknown-key',
    'workforce.vacancyRate.value out-of-range',
  ]);
});

test.each([[[]], [[[]]], [new Map()], [new Date(0)]])('%j is no object, however it looks', (value) => {
  for (const path of ['plans[0].levers', 'sources', 'pathway', 'targets[0].basis']) {
    const outcome = checkScenario(edited({ [path]: value }));
    expect((outcome.ok ? [] : outcome.problems).map((problem) => [problem.path, problem.code])).toEqual([
      [path, 'wrong-type'],
    ]);
  }
});

test('hints say what was probably meant', () => {
  const problems = after({
    targts: [],
    'demand.referralsPerYear.value': '13000',
    'targets[3].basis.kind': 'cumulativ',
    'observed[0].source': 'N90',
    'targets[0].measure': 'ia_intime',
    'targets[1].threshold': 86,
  });
  expect(Object.fromEntries(problems.map(({ path, hint }) => [path, hint]))).toEqual({
    targts: 'Did you mean "targets"?',
    'demand.referralsPerYear.value': 'Write 13000 without quotes.',
    'targets[3].basis.kind': 'Did you mean "cumulative"?',
    'observed[0].source': 'Did you mean "N09"?',
    'targets[0].measure': 'Did you mean "ia_in_time"?',
    'targets[1].threshold': 'Write 0.86 for 86%.',
  });
});

test('names that JavaScript keeps for itself are refused wherever they stand, and change nothing', () => {
  const text = birminghamText
    .replace('"N09":{', '"__proto__":{"title":"x"},"N09":{')
    .replace('"levers":{}', '"levers":{"constructor":{"value":1,"from":"2009-03-01"}}');
  expect(problemsOf(text).map(({ path, code }) => [path, code])).toEqual([
    ['sources.__proto__', 'reserved-key'],
    ['plans[0].levers.constructor', 'reserved-key'],
    ['plans[0].levers.constructor', 'as-now-lever'],
  ]);
  expect(Reflect.get({}, 'title')).toBeUndefined();
});

test('a name written twice is refused: one of the two would be lost', () => {
  const text = birminghamText.replace('"low":11000', '"low":11000,"low":12000');
  expect(only(problemsOf(text))).toMatchObject({ path: 'demand.referralsPerYear.low', code: 'duplicate-key' });
});

test('numbers that cannot be kept are refused, in a file and in a value', () => {
  expect(only(problemsOf(birminghamText.replace('"high":16000', '"high":1e999')))).toMatchObject({
    path: 'demand.referralsPerYear.high',
    code: 'not-finite',
  });
  const outcome = checkScenario(edited({ 'targets[0].baseline.value': NaN, 'workforce.hoursPerDay.value': Infinity }));
  expect(outcome.ok ? [] : outcome.problems.map(({ path, code }) => [path, code])).toEqual([
    ['workforce.hoursPerDay.value', 'not-finite'],
    ['targets[0].baseline.value', 'not-finite'],
  ]);
});

test('a value that goes round in a circle is refused', () => {
  const round: Record<string, unknown> = {};
  round['round'] = round;
  const outcome = checkScenario(edited({ 'demand.months.values': [round] }));
  expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual(['too-deep']);
});

test('at most a hundred problems are listed, then how many more', () => {
  const problems = after(Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`sources.S${i}`, { titel: 'x' }])));
  expect(problems).toHaveLength(101);
  expect(problems.at(-1)).toMatchObject({ code: 'and-more', message: 'There are 400 more problems in this file.' });
});

test('the kind of a file is told from its own word', () => {
  expect([
    kindOfFile(birminghamText),
    kindOfFile(JSON.stringify(plan)),
    kindOfFile('{}'),
    kindOfFile('<html>'),
  ]).toEqual(['scenario', 'plan', null, null]);
});
