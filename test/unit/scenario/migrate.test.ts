/** Files of older versions keep their meaning: each step is tested with a file of its version as it was written then. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../src/cli/validate';
import {
  checkPlanFile,
  checkScenario,
  compile,
  makeSimulator,
  parseScenario,
  type Scenario,
} from '../../../src/model/index';
import { migrated, olderVersion } from '../../../src/model/scenario/migrate';
import { birmingham2009 } from '../../fixtures/worlds';

const VERSION_1 = readFileSync('test/fixtures/scenario-version-1.json', 'utf8');
const old = () => JSON.parse(VERSION_1) as Record<string, unknown>;

function sound(value: unknown): Scenario {
  const checked = checkScenario(value);
  if (!checked.ok) throw new Error(checked.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return checked.value;
}

describe('from version 1 to 2', () => {
  it('a scenario is read, keeps every figure it had, and what is new is without effect', () => {
    const scenario = sound(old());
    const before = old() as unknown as Scenario;
    expect(scenario.schemaVersion).toBe(2);
    expect(scenario.targets).toEqual(before.targets);
    expect(scenario.plans).toEqual(before.plans);
    expect(scenario.demand).toMatchObject(before.demand);
    expect(scenario.pathway).toMatchObject(before.pathway);
    expect(scenario.workforce).toMatchObject(before.workforce);
    expect(scenario.money).toMatchObject(before.money);
    expect(scenario.money.managerCost).toEqual(before.money.employerCost);
    const model = compile(scenario, scenario.plans[0]!, { horizonMonths: 3, warmStates: 1 });
    const row = new Float64Array(model.columns.length * 3);
    expect(makeSimulator(model, 1).run(0, row)).toBeNull();
    const sum = (column: string) =>
      [0, 1, 2].reduce((total, month) => total + row[month * model.columns.length + model.columns.indexOf(column)]!, 0);
    for (const none of [
      'rereferrals',
      'section47_started',
      'icpc',
      'sa_completed',
      'conversions',
      'leavers_to_council',
    ])
      expect(sum(none), none).toBe(0);
    expect(sum('ia_completed')).toBeGreaterThan(800);
  });

  it('does not touch the file it is given, nor one that already says more', () => {
    const file = old();
    const text = JSON.stringify(file);
    migrated(file);
    expect(JSON.stringify(file)).toBe(text);
    const more = {
      ...file,
      demand: { ...(file['demand'] as object), trend: { value: 0.1, source: 'MODEL', grade: 'A' } },
    };
    expect(sound(more).demand.trend.value).toBe(0.1);
  });

  it('leaves a plan as it is', () => {
    const [, plan] = birmingham2009().plans;
    const read = checkPlanFile({ kind: 'plan', schemaVersion: 1, scenario: 'birmingham-2009', plan });
    expect(read.ok && read.value.plan).toEqual(plan);
  });

  it('is said by validate', async () => {
    const verdict = await verdictOf(VERSION_1);
    expect(verdict.problems).toEqual([]);
    expect(verdict.notes[0]).toMatchObject({ path: 'schemaVersion', code: 'older-version' });
  });

  it('says what is wrong with a broken old file with the paths of the file', () => {
    const broken = { ...old(), demand: { referralsPerYear: { value: 'many' } }, fitted: { points: 3 } };
    const read = checkScenario(broken);
    expect(!read.ok && read.problems.map(({ path }) => path)).toContain('demand.referralsPerYear.value');
  });
});

describe('other versions', () => {
  it('a file of this version is itself, and neither a newer one nor anything else is brought up', () => {
    const now = birmingham2009();
    expect(migrated(now)).toBe(now);
    for (const other of [
      null,
      3,
      'text',
      [],
      {},
      { schemaVersion: 0 },
      { schemaVersion: 99 },
      { schemaVersion: '1' },
    ]) {
      expect(olderVersion(other)).toBeNull();
      expect(migrated(other)).toBe(other);
    }
    const newer = parseScenario(JSON.stringify({ ...now, schemaVersion: 99 }));
    expect(!newer.ok && newer.problems[0]!.code).toBe('newer-version');
  });
});
