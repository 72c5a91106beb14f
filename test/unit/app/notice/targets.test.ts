import { describe, expect, test } from 'vitest';
import birmingham from '../../../../scenarios/birmingham-2009.json';
import { TARGET_FIELDS, type FieldName } from '../../../../src/app/notice/fields';
import { isDoneHere, measureFacts, measureGroups } from '../../../../src/app/notice/measures';
import {
  addTarget,
  changeDue,
  changeMeasure,
  duplicateTarget,
  freeId,
  removeTarget,
  withTarget,
  type Ground,
} from '../../../../src/app/notice/targets';
import { checkScenario, type FormulaMeasure, type Scenario, type Target } from '../../../../src/model/index';

const scenario = birmingham as unknown as Scenario;
const cleared: Scenario = { ...scenario, targets: [] };
const ground = (of: Scenario, formulas: readonly FormulaMeasure[] = []): Ground => ({
  scenario: of,
  formulas,
  middle: (measure) => ({ icpc_in_15: 0.71234 })[measure] ?? null,
});
const byId = (id: string): Target => scenario.targets.find((target) => target.id === id)!;
const put = (target: Target, name: FieldName, text: string, of = scenario) => {
  const read = TARGET_FIELDS[name].put(target, text, ground(of));
  if (!read.ok) throw new Error(read.sentence);
  return read.value;
};

describe('a new target', () => {
  test('is one that the scenario accepts, asks for nothing yet, and says where it comes from', () => {
    const { scenario: more, id } = addTarget(ground(scenario));
    const target = more.targets.at(-1)!;
    expect(checkScenario(more)).toMatchObject({ ok: true });
    expect(target).toMatchObject({ id, measure: 'icpc_in_15', due: '2010-02-28', source: 'TYPED', grade: 'A' });
    expect(target.basis).toEqual({ kind: 'cumulative', from: '2009-04', to: '2010-02' });
    expect(target.baseline).toEqual({ value: 0.712, year: 'simulated start' });
    expect(target.threshold).toBe(target.baseline.value);
    expect(more.sources['TYPED']!.title).toContain('Typed in');
  });

  test('begins with what was observed, and never with what is not done here', () => {
    const first = addTarget(ground(cleared)).scenario.targets[0]!;
    expect(first.measure).toBe('icpc_in_15');
    const unknown = addTarget({ ...ground(cleared), middle: () => null }).scenario.targets[0]!;
    expect(unknown).toMatchObject({ measure: 'ia_in_time', baseline: { value: 0.62, year: 'not stated' } });
    expect(isDoneHere({ id: 'sa_in_time', kind: 'event' }, scenario)).toBe(false);
    expect(isDoneHere({ id: 'ia_in_time', kind: 'event' }, scenario)).toBe(true);
  });

  test('many can be added and copied, each under an id of its own', () => {
    let more = scenario;
    for (let n = 0; n < 12; n++) more = addTarget(ground(more)).scenario;
    const copy = duplicateTarget(more, 'ni59');
    expect(copy.id).toBe('ni59-2');
    expect(copy.scenario.targets[1]).toEqual({ ...byId('ni59'), id: 'ni59-2' });
    expect(new Set(copy.scenario.targets.map(({ id }) => id)).size).toBe(21);
    expect(checkScenario(copy.scenario).ok).toBe(true);
    expect(removeTarget(copy.scenario, 'ni59-2')).toEqual(more);
    const long = 'a'.repeat(60);
    const taken = {
      targets: [
        { ...byId('ni59'), id: long },
        { ...byId('ni60'), id: long.slice(0, 54) },
      ],
    };
    expect(freeId(taken, long).length).toBeLessThanOrEqual(60);
  });
});

describe('another measure', () => {
  test('brings its name, code, direction and a basis it can be read on', () => {
    const changed = changeMeasure(byId('ni59'), 'vacancy_rate_dfe', ground(scenario));
    expect(changed).toMatchObject({
      label: 'Vacancies, posts without a permanent holder',
      direction: 'at-most',
      threshold: 0.69,
      basis: { kind: 'snapshot' },
    });
    expect(changed).not.toHaveProperty('code');
    expect(checkScenario(withTarget(scenario, changed)).ok).toBe(true);
  });

  test('keeps the digits on show where the unit changes', () => {
    const counted = changeMeasure(byId('ni59'), 'unallocated_count', ground(scenario));
    expect([counted.threshold, counted.baseline.value]).toEqual([69, 62]);
    const back = changeMeasure(counted, 'ia_in_time', ground(scenario));
    expect([back.threshold, back.baseline.value]).toEqual([0.69, 0.62]);
    expect(changeMeasure({ ...counted, threshold: 300 }, 'ia_in_time', ground(scenario)).threshold).toBe(1);
  });

  test('takes a target that nobody has set yet to its own baseline', () => {
    const fresh = addTarget(ground(cleared));
    const changed = changeMeasure(fresh.scenario.targets[0]!, 'ca_in_time', ground(fresh.scenario));
    expect(changed).toMatchObject({ threshold: 0.75, baseline: { value: 0.75 } });
    const set = put(fresh.scenario.targets[0]!, 'threshold', '80', fresh.scenario);
    expect(changeMeasure(set, 'ca_in_time', ground(fresh.scenario)).threshold).toBe(0.8);
  });

  test('the list holds what is done here, and the formulas of the council first', () => {
    const formula: FormulaMeasure = {
      ...{
        id: 'own_rate',
        label: 'Own rate',
        unit: 'share',
        polarity: 'low',
        meaning: '',
        formula: 'vacant_fte / posts_fte',
      },
      tree: { kind: 'number', value: 1 },
    };
    const { tree: _, ...line } = formula;
    const groups = measureGroups({ ...scenario, formulas: [line] }, [formula]);
    expect(groups[0]).toMatchObject({ label: 'Own to this council', measures: [{ id: 'own_rate' }] });
    const ids = groups.flatMap(({ measures }) => measures.map(({ id }) => id));
    expect(ids).toContain('school_absence');
    expect(ids).not.toContain('sa_in_time');
    expect(new Set(ids).size).toBe(ids.length);
    expect(measureFacts('own_rate', [formula])!.bases).toContain('snapshot');
    expect(measureFacts('own_rate', [formula])!.bases).not.toContain('child-level');
  });
});

describe('the fields of a target', () => {
  test('each takes back the text it shows, and nothing changes', () => {
    for (const target of scenario.targets)
      for (const name of Object.keys(TARGET_FIELDS) as FieldName[])
        expect(put(target, name, TARGET_FIELDS[name].show(target, ground(scenario))), `${target.id} ${name}`).toEqual(
          target,
        );
  });

  test('a date takes the end of its period along, and “no date” is one', () => {
    const sooner = changeDue(byId('ni59'), '2009-12-31');
    expect(sooner).toMatchObject({ due: '2009-12-31', basis: { from: '2009-04', to: '2009-12' } });
    expect(changeDue(byId('ni59'), '2009-03-31').basis).toEqual(byId('ni59').basis);
    const short: Target = { ...byId('ni59'), basis: { kind: 'cumulative', from: '2009-04', to: '2009-06' } };
    expect(changeDue(short, '2009-12-31').basis).toEqual(short.basis);
    expect(put(byId('ni59'), 'due', 'no date').due).toBeNull();
    expect(TARGET_FIELDS.due.show(put(byId('ni59'), 'due', ''))).toBe('no date');
    expect(TARGET_FIELDS.due.put(byId('ni59'), '31 June 2009')).toEqual({
      ok: false,
      sentence: '“31 June 2009” is not a date: June 2009 has 30 days. Type a date like 31 December 2009, or “no date”.',
    });
  });

  test('months may be typed without a year; the optional parts can be emptied', () => {
    expect(put(byId('ni59'), 'from', 'July').basis).toMatchObject({ from: '2009-07' });
    expect(put(byId('ni59'), 'to', 'December').basis).toMatchObject({ to: '2009-12' });
    expect(put(byId('vacancies'), 'trajectory', '')).not.toHaveProperty('trajectory');
    expect(put(byId('ni59'), 'trajectory', '75').trajectory!.threshold).toBe(0.75);
    expect(put(byId('ni59'), 'assumption', '')).not.toHaveProperty('assumption');
    expect(put(byId('ni59'), 'code', '')).not.toHaveProperty('code');
    expect(put(byId('ni59'), 'rounding', '0').rounding).toBe(0);
    expect(put(byId('ni59'), 'basis', 'rolling-12').basis).toEqual({ kind: 'rolling-12' });
  });
});
