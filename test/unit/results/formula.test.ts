/** A formula is worked out from its measures, each read on the same basis, future by future. */
import { describe, expect, it } from 'vitest';
import { readBasis } from '../../../src/model/notice/basis';
import { readTarget } from '../../../src/model/notice/target';
import { formulaOf, measuresIn } from '../../../src/model/results/formula';
import { monthValues } from '../../../src/model/results/measure-series';
import { summarise } from '../../../src/model/results/summarise';
import { readFormula } from '../../../src/model/scenario/formula-read';
import type { Target } from '../../../src/model/scenario/schema';
import { monthNumber } from '../../../src/model/units';
import { rowsOf } from './rows';

const NAMES = ['a', 'b', 'c'];
function read(text: string) {
  const found = readFormula(
    text,
    (name) => NAMES.includes(name),
    () => undefined,
  );
  if ('problem' in found) throw new Error(found.problem.message);
  return found.tree;
}
function value(text: string, given: Readonly<Record<string, number>>): number {
  const tree = read(text);
  return formulaOf(tree)(measuresIn(tree).map((name) => given[name]!));
}

describe('a formula', () => {
  it.each([
    ['a + b * c', 2 + 3 * 4],
    ['(a + b) * c', 20],
    ['a / b - c', 2 / 3 - 4],
    ['-a ^ 2', -4],
    ['(2 ^ 3) ^ 2', 64],
    ['b > a ? c : a', 4],
    ['b < a ? c : a', 2],
    ['b <= 3 and not (a == c) ? 1 : 0', 1],
    ['max(a, b, c) - min(a, b)', 2],
    ['round(a / b * 10) / 10', 0.7],
    ['abs(a - c) + sqrt(c) + floor(2.9) + ceil(2.1)', 2 + 2 + 2 + 3],
    ['10% * c', 0.4],
  ])('%s', (text, expected) => {
    expect(value(text, { a: 2, b: 3, c: 4 })).toBeCloseTo(expected, 12);
  });

  it('names each measure once, and has no value where one of them has none', () => {
    expect(measuresIn(read('a / b + a * c'))).toEqual(['a', 'b', 'c']);
    expect(value('a + b', { a: 1, b: Number.NaN })).toBeNaN();
    expect(value('a / b', { a: 1, b: 0 })).toBeNaN();
    expect(value('a > 0 and b > 0 ? 1 : 0', { a: 1, b: Number.NaN })).toBeNaN();
    // The branch not taken does not matter.
    expect(value('b > 0 ? a / b : 0', { a: 1, b: 0 })).toBe(0);
  });
});

const formulas = [
  {
    id: 'early_share',
    label: 'Vacancies over the share assessed',
    unit: 'share' as const,
    polarity: 'low' as const,
    meaning: 'Made up for the test.',
    formula: 'vacancy_rate_dfe / ia_in_time',
    tree: readFormula(
      'vacancy_rate_dfe / ia_in_time',
      () => true,
      () => undefined,
    ) as never,
  },
].map((one) => ({ ...one, tree: (one.tree as { tree: ReturnType<typeof read> }).tree }));

describe('in the rows of a run', () => {
  const plain = rowsOf('2009-04', 3, [
    { ia_completed: [100, 0, 300], ia_in_time: [50, 0, 210], vacant: [10, 20, 30], posts_and_in_post: [100, 100, 100] },
    'failed',
    { ia_completed: [100, 100, 100], ia_in_time: [80, 80, 80], vacant: [8, 8, 8], posts_and_in_post: [100, 100, 100] },
  ]);
  const data = { ...plain, layout: { ...plain.layout, formulas } };

  it('is read month by month, without a value where a measure has none', () => {
    const months = [0, 1, 2].map((month) => [...monthValues(data, 'early_share', month)]);
    expect(months[0]![0]).toBeCloseTo(0.2, 12);
    expect(months[0]![1]).toBeNaN();
    expect(months[1]![0]).toBeNaN();
    expect(months[2]![2]).toBeCloseTo(0.1, 12);
    expect(summarise(data)['early_share']).toMatchObject({
      label: 'Vacancies over the share assessed',
      futures: [2, 1, 2],
      p50: [expect.closeTo(0.15, 12) as number, expect.closeTo(0.1, 12) as number, expect.any(Number) as number],
    });
    expect(summarise(plain)['early_share']).toBeUndefined();
  });

  it('is read on the basis of a target: events added up, stocks at the end', () => {
    const cumulative = { kind: 'cumulative', from: '2009-04', to: '2009-06' } as const;
    const { values } = readBasis(data, 'early_share', cumulative, monthNumber('2009-06'));
    // 30 of 100 vacant at the end; 260 of 400 in time over the three months.
    expect(values[0]).toBeCloseTo(0.3 / 0.65, 12);
    const target = {
      id: 't',
      measure: 'early_share',
      basis: cumulative,
      direction: 'at-most',
      threshold: 0.2,
      rounding: null,
      due: '2009-06-30',
    } as unknown as Target;
    expect([...readTarget(data, target, monthNumber('2009-06')).met]).toEqual([0, 0, 1]);
  });
});
