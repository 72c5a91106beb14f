import { expect, test } from 'vitest';
import birmingham from '../../../scenarios/birmingham-2009.json';
import older from '../../fixtures/scenario-version-1.json';
import { checkScenario, parsePlan, parseScenario, SCHEMA_VERSION, type Scenario } from '../../../src/model/index';
import { fileStem, planFileText, scenarioFileText } from '../../../src/store/files';
import { readDraft, readVersion } from '../../../src/store/read';

const scenario = birmingham as unknown as Scenario;
const recovery = scenario.plans.find(({ id }) => id === 'recovery')!;

test('a stored draft comes back as it was, with more plans than a file may hold', () => {
  const plans = Array.from({ length: 30 }, (_, n) => ({ ...recovery, id: `plan-${n}`, name: `Plan ${n}` }));
  const read = readDraft(structuredClone({ scenario, plans, selected: 'plan-7' }));
  expect(read).toEqual({ ok: true, value: { scenario, plans, selected: 'plan-7' } });
});

test('a stored draft of an older version is brought up to this one', () => {
  const [asNow] = older.plans;
  const read = readDraft({ scenario: older, plans: [asNow, { ...asNow, id: 'mine', name: 'Mine' }], selected: 'mine' });
  if (!read.ok) throw new Error(read.problems[0]?.message);
  expect(read.value.scenario.schemaVersion).toBe(SCHEMA_VERSION);
  expect(checkScenario(read.value.scenario).ok).toBe(true);
  expect(read.value.plans.map(({ id }) => id)).toEqual(['as-now', 'mine']);
  const version = { id: 'v', work: 'w', planId: 'mine', name: 'v', saved: 1, schemaVersion: 1, plan: asNow };
  expect(readVersion(version, scenario.id)).toMatchObject({ ok: true, value: { id: 'as-now' } });
  const newer = readVersion({ ...version, schemaVersion: 99 }, scenario.id);
  expect(newer).toMatchObject({ ok: false, problems: [{ code: 'newer-version' }] });
});

test('one that cannot be read is refused with places, never thrown and never half read', () => {
  const broken = { ...recovery, levers: { hiresPerMonth: { value: 'many', from: '2009-04-01' } } };
  const read = readDraft({ scenario, plans: [recovery, broken], selected: 'recovery' });
  expect(read.ok).toBe(false);
  if (!read.ok) expect(read.problems[0]!.path).toMatch(/^plans\[1\]\./);
  for (const scenarioValue of [null, undefined, 3, {}, { ...scenario, schemaVersion: 99 }])
    expect(readDraft({ scenario: scenarioValue, plans: [], selected: '' }).ok).toBe(false);
});

test('a plan file and a scenario file open again as what they were', () => {
  const plan = parsePlan(planFileText(recovery, scenario.id));
  expect(plan).toMatchObject({
    ok: true,
    value: { kind: 'plan', schemaVersion: SCHEMA_VERSION, scenario: scenario.id },
  });
  expect(plan.ok && plan.value.plan).toEqual(recovery);
  const plans = [...scenario.plans, { ...recovery, id: 'mine', name: 'Mine' }];
  const text = scenarioFileText(scenario, plans);
  expect(text.ok && parseScenario(text.value)).toEqual({ ok: true, value: { ...scenario, plans } });
  const many = Array.from({ length: 21 }, (_, n) => ({ ...recovery, id: `p${n}` }));
  expect(scenarioFileText(scenario, many)).toMatchObject({ ok: false, problems: [{ path: 'plans' }] });
});

test('file names are plain', () => {
  expect(fileStem('NI 59: to 69%')).toBe('ni-59-to-69');
  expect(fileStem('../../etc', 'Ünï')).toBe('etc-u-ni');
  expect(fileStem('???')).toBe('trajectory');
});
