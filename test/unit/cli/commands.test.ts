import { expect, test } from 'vitest';
import scenario from '../../../scenarios/birmingham-2009.json';
import { runCommand } from '../../../src/cli/commands';
import { FIRST_ECHO, type Report } from '../../../src/model/index';
import { standIn, type Ways } from './stand-in';

async function run(line: string, ways: Ways = {}) {
  const io = standIn(ways);
  const code = await runCommand(
    line.split(' ').filter((word) => word !== ''),
    io,
  );
  return { code, io, ...io.said };
}

const planFile = (change: object = {}) =>
  JSON.stringify({
    kind: 'plan',
    schemaVersion: 2,
    scenario: 'birmingham-2009',
    plan: {
      id: 'mine',
      name: 'Mine',
      description: '',
      levers: {},
      optimism: { delayMonths: 2, yield: 0.8, cost: 0.1 },
    },
    ...change,
  });

test('a shipped scenario by its id: as-now, 1,000 futures, seed 1, a table on standard output and nothing else', async () => {
  const { code, io, out, err } = await run('simulate birmingham-2009');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('Initial assessments in 7 working days');
  expect(out.endsWith('\n')).toBe(true);
  expect(io.asked).toMatchObject([
    { seed: 1, first: 0, futures: 1000, workers: 4, model: { planId: 'as-now' } },
    { seed: 1, first: FIRST_ECHO, futures: 200, workers: 4, model: { planId: 'as-now' } },
  ]);
});

test('several plans run on the same futures and are compared', async () => {
  const { code, io, out } = await run(
    'simulate birmingham-2009 --plan as-now --plan mine.json --futures 3 --seed 9 --workers 2 --months 13 --format json',
    { files: { 'mine.json': planFile() } },
  );
  const report = JSON.parse(out) as Report;
  expect(code).toBe(0);
  expect(report.plans.map(({ id }) => id)).toEqual(['as-now', 'mine']);
  expect(report.comparisons.length).toBe(scenario.targets.length);
  expect(report).toMatchObject({ seed: 9, futures: 3, horizonMonths: 13, start: '2009-02-10', timing: { workers: 2 } });
  expect(io.asked.map(({ seed, first, futures, model }) => [model.planId, seed, first, futures])).toEqual([
    ['as-now', 9, 0, 3],
    ['as-now', 9, FIRST_ECHO, 3],
    ['mine', 9, 0, 3],
  ]);
  expect(report.spread.map(({ plan, target }) => [plan, target])).toEqual(
    scenario.targets.map(({ id }) => ['as-now', id]),
  );
});

test('never more workers than futures', async () => {
  expect((await run('simulate birmingham-2009 --futures 3 --workers 8')).io.asked[0]?.workers).toBe(3);
  expect((await run('simulate birmingham-2009 --futures 1')).io.asked[0]?.workers).toBe(1);
});

test('--only-chance runs no echoes, and says that doubt has no part', async () => {
  const { io, out } = await run('simulate birmingham-2009 --futures 3 --months 13 --only-chance --format json');
  expect(io.asked.map(({ first }) => first)).toEqual([0]);
  const { onlyChance, spread } = JSON.parse(out) as Report;
  expect(onlyChance).toBe(true);
  expect(spread.length).toBe(scenario.targets.length);
  for (const { chance, doubt } of spread) expect([chance, doubt]).toEqual([1, 0]);
});

test('--only-chance compiles without doubt', async () => {
  const [doubt, chance] = await Promise.all(
    ['', '--only-chance'].map(
      async (flag) => (await run(`simulate birmingham-2009 --futures 1 --months 2 ${flag}`)).io.asked[0]?.model,
    ),
  );
  expect(JSON.stringify(doubt)).not.toBe(JSON.stringify(chance));
});

test('a scenario from a path, a report into a file', async () => {
  const { code, io, out } = await run('simulate ./own.json --futures 2 --months 3 --format csv --out report.csv', {
    files: { './own.json': JSON.stringify(scenario) },
  });
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(io.files.get('report.csv')).toMatch(/^plan,measure,month/);
});

test('problems of a scenario: on standard error with their paths, exit 2', async () => {
  const broken = JSON.stringify({ ...scenario, horizonMonths: 6, colour: 1 });
  const { code, out, err } = await run('simulate broken.json', { files: { 'broken.json': broken } });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('broken.json cannot be used');
  expect(err).toContain('colour: The name "colour" is not known here.');
  expect(err).toContain('targets[0].due: The due date is on 2010-02-28, but the run ends with 2009-07.');
});

test('problems of a plan, and a plan for another scenario: exit 2, all of them said', async () => {
  const files = { 'a.json': planFile({ scenario: 'leeds' }), 'b.json': '{"kind":"plan"' };
  const { code, out, err } = await run('simulate birmingham-2009 --plan a.json --plan b.json', { files });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('made for the scenario "leeds"');
  expect(err).toContain('b.json cannot be used');
});

test.each([
  ['', 'A command is missing.'],
  ['fly', 'There is no command "fly".'],
  ['toString', 'There is no command "toString".'],
  ['simulate', 'A scenario is missing.'],
  ['simulate leeds-2030', 'There is no scenario "leeds-2030". Shipped: birmingham-2009, worcestershire-2011, '],
  ['simulate birmingham-2009 worcester', '"worcester" is too much'],
  ['simulate birmingham-2009 --plan heroic', 'has no plan "heroic". It has as-now, recovery'],
  ['simulate birmingham-2009 --plan recovery --plan recovery', 'given twice'],
  ['simulate birmingham-2009 --futures lots', 'whole number from 1 to 100000'],
  ['simulate birmingham-2009 --months 61', 'whole number from 1 to 60'],
  ['simulate birmingham-2009 --seed 9007199254740992', 'whole number from 0 to 9007199254740991'],
  ['validate', 'A file is missing.'],
  ['validate a.json b.json', 'too much'],
])('wrong usage, exit 3 with a sentence and the usage: %s', async (line, message) => {
  const { code, out, err } = await run(line);
  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(err).toContain(message);
  expect(err).toContain('npm run -s');
});

test('a file that cannot be read or written: exit 3, one sentence, before anything is run', async () => {
  expect(await run('simulate none.json')).toMatchObject({
    code: 3,
    out: '',
    err: 'The file "none.json" cannot be read: there is no such file or folder.\n',
  });
  const locked = await run('simulate birmingham-2009 --out /locked/x.json');
  expect(locked).toMatchObject({
    code: 3,
    out: '',
    err: 'The report cannot be written to "/locked/x.json": permission is denied.\n',
  });
  expect(locked.io.asked).toEqual([]);
});

test('failed futures: a report all the same, the failures listed, exit 1', async () => {
  const failures = Array.from({ length: 25 }, (_, future) => ({
    future,
    seed: 1,
    day: 7,
    code: 'F1',
    message: 'a queue broke',
  }));
  const { code, out, err } = await run('simulate birmingham-2009 --futures 30 --months 2 --format json', { failures });
  expect(code).toBe(1);
  expect((JSON.parse(out) as Report).plans[0]?.failures).toHaveLength(25);
  expect(err).toContain('25 futures failed');
  expect(err).toContain('as-now, future 0, seed 1, day 7: a queue broke (F1)');
  expect(err).toContain('and 5 more');
});

test('a failed echo is listed with the plan whose future it echoes, exit 1', async () => {
  const failures = [{ future: FIRST_ECHO + 1, seed: 1, day: 7, code: 'F1', message: 'a queue broke' }];
  const { code, out, err } = await run('simulate birmingham-2009 --futures 3 --months 2 --format json', { failures });
  expect(code).toBe(1);
  expect((JSON.parse(out) as Report).plans[0]?.failures).toEqual(failures);
  expect(err).toContain('future 2147483649');
});

test('a run that stops is a defect, said in one sentence without a stack trace', async () => {
  const { code, out, err } = await run('simulate birmingham-2009', {
    end: { kind: 'failed', code: 'W2', message: 'the workers do not start' },
  });
  expect({ code, out, err }).toEqual({ code: 70, out: '', err: 'The run stopped: the workers do not start (W2).\n' });
});

test('progress is shown on a terminal only, and wiped', async () => {
  expect((await run('simulate birmingham-2009 --futures 2 --months 2')).err).toBe('');
  const { err } = await run('simulate birmingham-2009 --futures 2 --months 2', { terminal: true });
  expect(err).toContain('as-now: 1 of 2 futures, about 3 s left');
  expect(err.endsWith('\r\u001B[K')).toBe(true);
});

test('validate prints every problem as JSON: 0 none, 2 some', async () => {
  const sound = await run('validate birmingham-2009');
  expect(sound.code).toBe(0);
  expect(JSON.parse(sound.out)).toEqual({ file: 'birmingham-2009', kind: 'scenario', problems: [], notes: [] });
  const broken = await run('validate x.json', {
    files: { 'x.json': JSON.stringify({ ...scenario, plans: [], reviews: 3 }) },
  });
  expect(broken.code).toBe(2);
  expect(JSON.parse(broken.out)).toMatchObject({
    file: 'x.json',
    kind: 'scenario',
    problems: [{ path: 'reviews', code: 'wrong-type' }, { path: 'plans' }, { path: 'plans', code: 'no-as-now' }],
  });
  const plan = await run('validate p.json', { files: { 'p.json': planFile() } });
  expect([plan.code, (JSON.parse(plan.out) as { kind: string }).kind]).toEqual([0, 'plan']);
  const foreign = await run('validate i.html', { files: { 'i.html': '<html>' } });
  expect(JSON.parse(foreign.out)).toMatchObject({ kind: null, problems: [{ code: 'foreign' }] });
});

test('help goes to standard output, exit 0', async () => {
  expect(await run('--help')).toMatchObject({ code: 0, err: '' });
  const { code, out } = await run('simulate --help');
  expect(code).toBe(0);
  expect(out).toContain('--only-chance');
});
