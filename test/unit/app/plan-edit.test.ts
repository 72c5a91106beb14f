/** Edits of a plan beyond a lever's number, presets, and what people type. */
import { describe, expect, it } from 'vitest';
import birmingham from '../../../scenarios/birmingham-2009.json';
import { leverSpecs } from '../../../src/app/levers';
import {
  addPreset,
  changeOptimism,
  changeSetting,
  describePlan,
  GROUPS,
  monthsAfter,
  PRESETS,
  renamePlan,
} from '../../../src/app/plan-edit';
import { readDial, readMonth, readRamp } from '../../../src/app/plan-input';
import { beginDesk, copySelected, select, selectedPlan } from '../../../src/app/plans';
import { checkScenario, type Scenario } from '../../../src/model/index';

const scenario = birmingham as unknown as Scenario;
const specs = leverSpecs(scenario);
const desk = select(beginDesk(scenario), 'recovery');
const asNow = select(desk, 'as-now');

describe('a typical plan', () => {
  it('takes the place of a copy of as now in which nothing is set yet, and of no other plan', () => {
    const copied = copySelected(asNow, 'My plan');
    const preset = PRESETS[0]!;
    const made = addPreset(copied, preset, specs, scenario);
    expect(made.plans.map(({ name }) => name)).toEqual([...asNow.plans.map(({ name }) => name), preset.name]);
    expect(selectedPlan(made).name).toBe(preset.name);
    expect(Object.keys(selectedPlan(made).levers)).toEqual(['newlyQualifiedCohort']);
    // What somebody has named or described is theirs, and stays.
    for (const own of [renamePlan(copied, 'Plan for the board'), describePlan(copied, 'Asked for by the board.')])
      expect(addPreset(own, preset, specs, scenario).plans).toHaveLength(own.plans.length + 1);
    // A plan that sets something stays beside it, and so does as now.
    expect(addPreset(desk, preset, specs, scenario).plans).toHaveLength(desk.plans.length + 1);
    expect(addPreset(asNow, preset, specs, scenario).plans.slice(0, -1)).toEqual(asNow.plans);
  });
});

describe('a setting of a plan', () => {
  it('gets a date, an end, a ramp and a reason, and loses them again', () => {
    const set = changeSetting(desk, 'leavingRate', {
      from: '2009-06-01',
      until: '2010-01-01',
      rampMonths: null,
      reason: 'Why',
    });
    expect(selectedPlan(set).levers.leavingRate).toEqual({
      value: selectedPlan(desk).levers.leavingRate!.value,
      from: '2009-06-01',
      until: '2010-01-01',
      reason: 'Why',
    });
    expect(selectedPlan(changeSetting(set, 'leavingRate', { until: null })).levers.leavingRate).not.toHaveProperty(
      'until',
    );
    expect(changeSetting(desk, 'strikeTeam', { reason: 'not set' })).toEqual(desk);
    expect(changeSetting(asNow, 'leavingRate', { reason: 'as now' })).toBe(asNow);
  });

  it('has its discounts, its name and its words', () => {
    expect(selectedPlan(changeOptimism(desk, { yield: 0.5 })).optimism).toMatchObject({ yield: 0.5, delayMonths: 2 });
    expect(changeOptimism(asNow, { yield: 0.5 })).toBe(asNow);
    expect(selectedPlan(renamePlan(desk, '  Another name ')).name).toBe('Another name');
    expect(renamePlan(desk, 'As now')).toBe(desk);
    expect(renamePlan(desk, ' ')).toBe(desk);
    expect(selectedPlan(describePlan(desk, 'x'.repeat(2000))).description).toHaveLength(800);
  });
});

describe('typical plans', () => {
  it.each(PRESETS.map((preset) => [preset.id, preset] as const))('%s is a sound plan of its own', (_, preset) => {
    const added = addPreset(desk, preset, specs, scenario);
    const plan = selectedPlan(added);
    expect(plan.name).toBe(preset.name);
    expect(Object.keys(plan.levers).length).toBeGreaterThan(0);
    for (const setting of Object.values(plan.levers)) expect(setting!.reason).not.toBe('');
    expect(plan.optimism).toMatchObject({ delayMonths: 2 });
    const checked = checkScenario({ ...scenario, plans: added.plans });
    expect(checked.ok, checked.ok ? '' : checked.problems[0]!.message).toBe(true);
  });

  it('every lever stands in one group', () => {
    const grouped = GROUPS.flatMap(({ levers }) => levers);
    expect(new Set(grouped).size).toBe(grouped.length);
    expect([...grouped].sort()).toEqual(specs.map(({ id }) => id).sort());
  });
});

describe('what is typed', () => {
  it.each([
    ['Apr 2009', '2009-04-01'],
    ['april 2009', '2009-04-01'],
    ['2009-04', '2009-04-01'],
    ['4/2009', '2009-04-01'],
    ['2009-04-15', '2009-04-01'],
    ['Feb 2009', '2009-02-10'],
  ])('%s is a month', (text, date) => {
    expect(readMonth(text, scenario, false)).toEqual({ ok: true, value: date });
  });

  it.each(['', 'soon', 'Decibel 2009', 'Apr', '2009', '13/2009', 'Jan 2009', 'Mar 2011'])(
    '“%s” is refused with what would be right',
    (text) => {
      const read = readMonth(text, scenario, false);
      expect(!read.ok && read.sentence).toContain('Type a month from Feb 2009 to Jan 2011');
    },
  );

  it('an end may be left out, but must come after the beginning', () => {
    expect(readMonth('', scenario, true)).toEqual({ ok: true, value: null });
    const read = readMonth('Mar 2009', scenario, true, '2009-04-01');
    expect(!read.ok && read.sentence).toBe('It must end after it begins in Apr 2009.');
  });

  it('numbers are read within their limits', () => {
    expect([readRamp('0'), readRamp(' 6 ')]).toEqual([
      { ok: true, value: null },
      { ok: true, value: 6 },
    ]);
    for (const wrong of ['-1', '37', '2.5', 'six']) expect(readRamp(wrong).ok).toBe(false);
    expect(readDial('80%', 0, 100)).toEqual({ ok: true, value: 80 });
    for (const wrong of ['', '101', '-1', 'x']) expect(readDial(wrong, 0, 100).ok).toBe(false);
    expect(monthsAfter('2009-11-10', 3)).toBe('2010-02-01');
  });
});
