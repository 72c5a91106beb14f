import { describe, expect, it } from 'vitest';
import { floorChance, safetyFloors } from '../../../src/model/results/floors';
import { columnIndex } from '../../../src/model/results/layout';
import { wilson } from '../../../src/model/results/precision';
import { rowsOf } from './rows';

const plans = (held: readonly number[]) => ({ cp_plans: 100, cp_allocated: held, cp_waiting_days: 0 });
const data = rowsOf('2009-02', 3, [
  plans([100, 100, 100]),
  plans([100, 99, 100]),
  plans([100, 98, 97]),
  plans([100, 100, 100]),
  'failed',
]);

describe('a safety floor', () => {
  it('is broken by a single month, and exactly at the level it holds', () => {
    expect(floorChance(data, 'cp_allocated', 1, 'at-least')).toEqual({
      probability: 0.5,
      standardError: 0.25,
      interval: wilson(2, 4),
      standardErrorStates: null,
      intervalStates: null,
      futures: 4,
      peak: { month: '2009-03', share: 0.5 },
    });
    expect(floorChance(data, 'cp_allocated', 0.98, 'at-least')).toMatchObject({
      probability: 0.25,
      peak: { month: '2009-04', share: 0.25 },
    });
    expect(floorChance(data, 'cp_allocated', 0.5, 'at-least')).toMatchObject({ probability: 0, peak: null });
  });

  it('can be a ceiling', () => {
    const overdue = rowsOf('2009-02', 2, [{ assessments_overdue: [60, 50] }, { assessments_overdue: [10, 61] }]);
    expect(floorChance(overdue, 'assessments_overdue', 60, 'at-most')).toMatchObject({
      probability: 0.5,
      peak: { month: '2009-03' },
    });
  });

  it('passes over months and futures without a value', () => {
    const some = rowsOf('2009-02', 2, [
      { cp_plans: [0, 100], cp_allocated: [0, 100] },
      { cp_plans: [100, 0], cp_allocated: [90, 0] },
      { cp_plans: 0, cp_allocated: 0 },
    ]);
    expect(floorChance(some, 'cp_allocated', 1, 'at-least')).toMatchObject({ probability: 0.5, futures: 2 });
    const nothing = rowsOf('2009-02', 1, ['failed']);
    expect(floorChance(nothing, 'cp_allocated', 1, 'at-least')).toMatchObject({ probability: null, interval: null });
  });

  it('has the luck of the warm states in its error where they are known', () => {
    const eight = [1, 0, 1, 0, 1, 0, 0, 1].map((broken) => plans([100, 100 - broken, 100]));
    const states = { ...rowsOf('2009-02', 3, eight), warmPoints: [0, 0] };
    expect(floorChance(states, 'cp_allocated', 1, 'at-least').standardErrorStates).toBe(0.25);
  });
});

describe('the floors of every plan', () => {
  const late = rowsOf('2009-02', 2, [
    { ...plans([99, 100]), cp_waiting_days: [23, 24], assessments_overdue: [60, 61] },
  ]);
  const baseline = new Float64Array(late.layout.stride);
  baseline[columnIndex(late.layout, 'assessments_overdue')] = 40;

  it('are that child protection plans have a worker, wait no longer than one of them all month, and that overdue work grows by less than half', () => {
    expect(safetyFloors(late, baseline)).toMatchObject([
      { measure: 'cp_allocated', direction: 'at-least', level: 1, probability: 1, unit: 'share' },
      { measure: 'cp_waiting_days', direction: 'at-most', level: 23, probability: 1, peak: { month: '2009-03' } },
      { measure: 'assessments_overdue', direction: 'at-most', level: 60, probability: 1, unit: 'count' },
    ]);
    expect(
      safetyFloors(late, new Float64Array(late.layout.stride).fill(Number.NaN)).map(({ measure }) => measure),
    ).toEqual(['cp_allocated', 'cp_waiting_days']);
  });

  it('are those of the board where it has chosen, in its words or as its choice', () => {
    const own = { measure: 'assessments_overdue', direction: 'at-most', level: 61, reason: '' } as const;
    expect(safetyFloors(late, baseline, [own])).toMatchObject([
      { level: 61, probability: 0, levelText: 'the level the board chose', label: 'Overdue open assessments' },
    ]);
    expect(safetyFloors(late, baseline, [{ ...own, level: 60, reason: 'As agreed in May' }])).toMatchObject([
      { probability: 1, levelText: 'As agreed in May' },
    ]);
    expect(safetyFloors(late, baseline, [])).toEqual([]);
  });
});
