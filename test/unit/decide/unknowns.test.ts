import { describe, expect, it } from 'vitest';
import { PLAN_TIME_LOST } from '../../../src/decide/answers';
import { assignFigures, ridge } from '../../../src/decide/unknowns';
import { birmingham2009 } from '../../fixtures/worlds';

const pairs = (...stated: string[]) =>
  assignFigures(stated).fitted.map(({ unknown, figure }) => `${unknown.key} by ${figure}`);

describe('each unknown answers for one stated figure', () => {
  it('effort for core assessments and order of work for initial ones, where both are stated', () => {
    expect(pairs('ia_in_time', 'ca_in_time', PLAN_TIME_LOST)).toEqual([
      'effortScale by ca_in_time',
      'deadlineFirstShare by ia_in_time',
      `planEffortScale by ${PLAN_TIME_LOST}`,
    ]);
  });

  it('effort alone where there is one timeliness figure, whichever it is; order of work then keeps its value', () => {
    for (const only of ['ia_in_time', 'ca_in_time', 'sa_in_time']) {
      expect(pairs(only)).toEqual([`effortScale by ${only}`]);
      expect(assignFigures([only]).kept.map(({ key }) => key)).toContain('deadlineFirstShare');
    }
  });
});

describe('the ridge', () => {
  const scenario = birmingham2009();

  it('takes each axis evenly over the halves of its range, every place once', () => {
    const { value, low, high } = scenario.pathway.arrangementInitial;
    for (const count of [2, 5, 8, 12]) {
      const points = ridge(scenario, count);
      for (const key of ['arrangementInitial', 'arrangementCore'] as const)
        expect(new Set(points.map((point) => point[key])).size).toBe(count);
      const initial = points.map((point) => point.arrangementInitial);
      expect(initial).toEqual([...initial].sort((a, b) => a - b));
      expect(Math.min(...initial)).toBeGreaterThan(low!);
      expect(Math.max(...initial)).toBeLessThan(high!);
    }
    expect(ridge(scenario, 1)).toEqual([{ arrangementInitial: value, arrangementCore: 0.95, arrangementSingle: 0.95 }]);
  });

  it('stands at the stated value where there is no range', () => {
    delete scenario.pathway.arrangementCore.low;
    delete scenario.pathway.arrangementCore.high;
    expect(ridge(scenario, 4).map((point) => point.arrangementCore)).toEqual([0.95, 0.95, 0.95, 0.95]);
  });
});
