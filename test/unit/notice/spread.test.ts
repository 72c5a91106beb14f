import { describe, expect, it } from 'vitest';
import { spreadLines } from '../../../src/model/notice/spread';
import { basis, rowsOf, targetOf } from '../results/rows';

const REVIEWS = [
  { date: '2009-07-31', label: 'July 2009' },
  { date: '2010-02-28', label: 'February 2010' },
];

/** Councils with these vacancies in February 2010 and none of them before. */
const vacant = (numbers: readonly number[]) =>
  rowsOf(
    '2009-02',
    24,
    numbers.map((n) => ({
      vacant: Array.from({ length: 24 }, (_, month) => (month === 12 ? n : 0)),
      posts_and_in_post: 100,
    })),
  );
const vacancies = targetOf({
  id: 'vacancies',
  label: 'Vacancies',
  measure: 'vacancy_rate_dfe',
  direction: 'at-most',
  threshold: 0.177,
  basis: basis('snapshot'),
});
const data = vacant([10, 50, 90, 50]);
const echoes = vacant([20, 60, 100]);

describe('the spread of a target', () => {
  it('is taken apart on its basis at its due date', () => {
    const [line] = spreadLines({ plan: 'as-now', data, echoes }, [vacancies], REVIEWS);
    expect(line).toMatchObject({
      measure: 'vacancy_rate_dfe',
      target: 'vacancies',
      label: 'Vacancies',
      unit: 'share',
      plan: 'as-now',
      basis: 'snapshot',
      basisText: 'on 28 February 2010',
      date: '2010-02-28',
      futures: 4,
      pairs: 3,
      simulationStates: null,
    });
    // As 1, 5, 9 and 2, 6, 10: B 32, W ½.
    expect(line!.doubt).toBeCloseTo(31.5 / 32.5, 12);
    expect(line!.mean).toBeCloseTo(0.5, 12);
    expect(line!.simulation).toBeCloseTo(Math.sqrt(0.32 / 3 / 4), 12);
  });

  it('is all chance without doubt', () => {
    const [line] = spreadLines({ plan: 'as-now', data, echoes: null }, [vacancies], REVIEWS);
    expect(line).toMatchObject({ chance: 1, doubt: 0, standardError: 0, pairs: 0, futures: 4 });
  });

  it('is read at the last review where the target has no date, and not at all without one', () => {
    const undated = { ...vacancies, due: null };
    const rows = { plan: 'as-now', data, echoes };
    expect(spreadLines(rows, [undated], [...REVIEWS].reverse())).toMatchObject([{ date: '2010-02-28', pairs: 3 }]);
    expect(spreadLines(rows, [undated], [])).toEqual([]);
  });

  it('is not known beyond the run', () => {
    const late = { ...vacancies, due: '2012-02-28' };
    expect(spreadLines({ plan: 'as-now', data, echoes }, [late], REVIEWS)).toMatchObject([
      { chance: null, doubt: null, simulation: null, mean: null, futures: 0, pairs: 0 },
    ]);
  });

  it('says where the warm states leave more error', () => {
    const states = { ...vacant([10, 30, 10, 30]), warmPoints: [0, 0] };
    const [line] = spreadLines({ plan: 'as-now', data: states, echoes }, [vacancies], REVIEWS);
    expect(line!.simulationStates).toBeCloseTo(0.1, 12);
    expect(line!.simulation).toBeLessThan(0.1);
  });
});
