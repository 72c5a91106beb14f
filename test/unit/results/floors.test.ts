import { describe, expect, it } from 'vitest';
import { floorChance, safetyFloors } from '../../../src/model/results/floors';
import { columnIndex } from '../../../src/model/results/layout';
import { wilson } from '../../../src/model/results/precision';
import { rowsOf } from './rows';

const plans = (held: readonly number[]) => ({ cp_plans: 100, cp_allocated: held });
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
  it('are that child protection plans have a worker and that overdue work grows by less than half', () => {
    const late = rowsOf('2009-02', 2, [{ ...plans([99, 100]), assessments_overdue: [60, 61] }]);
    const baseline = new Float64Array(late.layout.stride);
    baseline[columnIndex(late.layout, 'assessments_overdue')] = 40;
    const floors = safetyFloors(late, baseline);
    expect(floors).toMatchObject([
      { measure: 'cp_allocated', direction: 'at-least', level: 1, probability: 1, unit: 'share' },
      { measure: 'assessments_overdue', direction: 'at-most', level: 60, probability: 1, unit: 'count' },
    ]);
    baseline.fill(Number.NaN);
    expect(safetyFloors(late, baseline).map(({ measure }) => measure)).toEqual(['cp_allocated']);
  });
});
