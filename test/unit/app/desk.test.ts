import { describe, expect, test } from 'vitest';
import birmingham from '../../../scenarios/birmingham-2009.json';
import type { Scenario } from '../../../src/model/index';
import { beginHistory, edited, redone, undone } from '../../../src/app/history';
import { firstMonthStart, leverSpecs, leverValue, readLever } from '../../../src/app/levers';
import { normalLine } from '../../../src/app/normal';
import {
  beginDesk,
  clearLevers,
  copySelected,
  removeSelected,
  select,
  selectedPlan,
  setLever,
} from '../../../src/app/plans';

const scenario = birmingham as unknown as Scenario;
const specs = leverSpecs(scenario);
const spec = (id: string) => specs.find((s) => s.id === id)!;
const asNow = select(beginDesk(scenario), 'as-now');

describe('plans', () => {
  test('editing as now makes a copy and leaves as now alone', () => {
    const desk = setLever(asNow, 'hiresPerMonth', { value: 12, from: '2009-03-01' });
    expect(selectedPlan(desk)).toMatchObject({ id: 'my-plan', name: 'My plan' });
    expect(selectedPlan(desk).levers).toEqual({ hiresPerMonth: { value: 12, from: '2009-03-01' } });
    expect(desk.plans.find(({ id }) => id === 'as-now')).toEqual(scenario.plans[0]);
    expect(selectedPlan(setLever(select(desk, 'as-now'), 'referrals', { value: 90, from: '2009-03-01' })).name).toBe(
      'My plan 2',
    );
  });

  test('a set lever keeps its date, ramp and reason, and goes back to as now', () => {
    const desk = select(asNow, 'recovery');
    const changed = setLever(desk, 'leavingRate', { value: 12, from: '2009-03-01' });
    expect(selectedPlan(changed).levers.leavingRate).toMatchObject({ value: 12, from: '2009-04-01', rampMonths: 6 });
    expect(selectedPlan(setLever(changed, 'leavingRate', null)).levers.leavingRate).toBeUndefined();
    expect(selectedPlan(clearLevers(changed)).levers).toEqual({});
    expect(clearLevers(asNow)).toBe(asNow);
  });

  test('as now cannot be removed, other plans can', () => {
    expect(removeSelected(asNow)).toBe(asNow);
    const copied = copySelected(select(asNow, 'recovery'), 'My plan');
    expect(copied.plans).toHaveLength(asNow.plans.length + 1);
    expect(removeSelected(copied)).toMatchObject({ selected: 'as-now' });
    expect(select(asNow, 'nowhere')).toBe(asNow);
  });
});

describe('undo and redo', () => {
  test('go back and forth, and a new edit forgets what was undone', () => {
    let history = edited(edited(beginHistory(1), 2, null), 3, null);
    history = undone(history);
    expect(history.present).toBe(2);
    expect(redone(history).present).toBe(3);
    history = edited(history, 4, null);
    expect(redone(history).present).toBe(4);
    expect(undone(undone(undone(history))).present).toBe(1);
  });

  test('a run of edits about one thing is one step', () => {
    const history = edited(edited(edited(beginHistory(1), 2, 'hires'), 3, 'hires'), 4, 'agency');
    expect(undone(history).present).toBe(3);
    expect(undone(undone(history)).present).toBe(1);
  });
});

describe('levers', () => {
  test('stand as now where the scenario puts them', () => {
    expect(specs).toHaveLength(24);
    expect(spec('hiresPerMonth')).toMatchObject({ label: 'Experienced hires', now: 6.4, main: true });
    expect(spec('agencyCover').now).toBeCloseTo(19.4, 0);
    expect(spec('assessmentCeiling').now).toBe(scenario.workforce.teams[0]!.ceiling.value);
    expect(spec('hoursFreed')).toMatchObject({ now: 0, main: false });
    expect(leverValue(scenario.plans[1]!.levers, spec('newlyQualifiedCohort'))).toBe(40);
  });

  test('sliders hold as now and every shipped plan, inside the limits', () => {
    for (const s of specs) {
      for (const plan of scenario.plans) {
        const value = leverValue(plan.levers, s);
        expect(value, s.id).toBeGreaterThanOrEqual(s.low);
        expect(value, s.id).toBeLessThanOrEqual(s.high);
      }
      expect(s.low).toBeGreaterThanOrEqual(s.min);
      expect(s.high).toBeLessThanOrEqual(s.max);
    }
  });

  test('read numbers as people type them, and say what would be right', () => {
    expect(readLever(' 12.5 ', spec('hiresPerMonth'))).toEqual({ ok: true, value: 12.5 });
    expect(readLever('15%', spec('leavingRate'))).toEqual({ ok: true, value: 15 });
    expect(readLever('−3', spec('hoursFreed'))).toEqual({ ok: true, value: -3 });
    expect(readLever('12..5', spec('hiresPerMonth'))).toEqual({
      ok: false,
      sentence: '“12..5” is not a number. Type a number from 0 to 200.',
    });
    expect(readLever('900', spec('hiresPerMonth'))).toMatchObject({ ok: false });
    expect(readLever('', spec('hiresPerMonth'))).toEqual({ ok: false, sentence: 'Type a number from 0 to 200.' });
  });

  test('say what is normal', () => {
    const { levers } = scenario.plans[1]!;
    expect(normalLine(scenario, specs, spec('hiresPerMonth'), levers)).toBe(
      'Now 6.4. Starters: England 16–19% of staff a year, this 30%',
    );
    expect(normalLine(scenario, specs, spec('agencyCover'), levers)).toBe(
      'Now 19.4%. About £15,000 a year more for each worker',
    );
    for (const s of specs) expect(normalLine(scenario, specs, s, levers)).not.toBe('');
    expect(firstMonthStart(scenario)).toBe('2009-03-01');
  });
});
