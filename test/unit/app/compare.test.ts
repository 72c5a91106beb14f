/** Plans side by side: where they differ in words, and how one does against another on the same futures. */
import { describe, expect, it } from 'vitest';
import birmingham from '../../../scenarios/birmingham-2009.json';
import {
  costMore,
  costRange,
  costsBetween,
  differencesOf,
  differenceText,
  pairOf,
  pairWords,
  plansWords,
} from '../../../src/app/compare';
import { createLedger } from '../../../src/app/ledger';
import { leverSpecs } from '../../../src/app/levers';
import type { Plan, Scenario } from '../../../src/model/index';
import { multiples } from '../../../src/ui/chart/multiples';
import { assembleReport } from '../../../src/report/assemble';
import { future, input, runOf } from '../report/town';
import { toyModel } from '../run/toy';

const scenario = birmingham as unknown as Scenario;
const [asNow, recovery] = scenario.plans as [Plan, Plan];

describe('settings on which plans differ', () => {
  const specs = leverSpecs(scenario);

  it('are said with their dates, and those that are alike left out', () => {
    const differences = differencesOf(specs, [asNow, recovery]);
    expect(differences.map(({ id }) => id)).toEqual(
      expect.arrayContaining(Object.keys(recovery.levers).filter((id) => specs.some((spec) => spec.id === id))),
    );
    expect(differences.find(({ id }) => id === 'hiresPerMonth')!.values).toEqual([
      '6.4, as now',
      expect.stringMatching(/^10 from \d+ \w+ 2009/) as string,
    ]);
    expect(differences.find(({ id }) => id === 'delay')!.values).toEqual(['as now', '2']);
    expect(differences.some(({ id }) => id === 'planCeiling')).toBe('planCeiling' in recovery.levers);
    expect(differencesOf(specs, [recovery, { ...recovery, id: 'twin' }])).toEqual([]);
  });

  it('count a later end and a ramp', () => {
    const setting = { value: 10, from: '2009-04-01', until: '2009-10-01', rampMonths: 3 };
    const other = { ...recovery, levers: { ...recovery.levers, strikeTeam: setting } };
    const row = differencesOf(specs, [recovery, other]).find(({ id }) => id === 'strikeTeam')!;
    expect(row.values[1]).toBe('10 from 1 April 2009 to 1 October 2009, over 3 months');
  });
});

describe('one plan against another', () => {
  const shares = (list: readonly number[]) => list.map((share) => future(share, 20, 1e6));
  const report = assembleReport({
    ...input,
    runs: [runOf('as-now', shares([0.6, 0.72, 0.6, 0.6])), runOf('recovery', shares([0.72, 0.72, 0.72, 0.6]))],
  });

  it('is read either way round', () => {
    const pair = pairOf(report, 'as-now', 'recovery', { target: 'ni59' })!;
    expect(pair).toMatchObject({ bBetter: 0.5, same: 0.5, aBetter: 0, difference: 0.5 });
    expect(pairOf(report, 'recovery', 'as-now', { target: 'ni59' })).toMatchObject({
      aBetter: 0.5,
      bBetter: 0,
      difference: -0.5,
    });
    expect(pairOf(report, 'recovery', 'other', { target: 'ni59' })).toBeNull();
  });

  it('so is what it costs, its range the other way round', () => {
    const costing = (costs: readonly number[]) => costs.map((cost) => future(0.6, 20, cost));
    const dearer = assembleReport({
      ...input,
      runs: [runOf('as-now', costing([1e6, 1e6, 1e6])), runOf('recovery', costing([1.1e6, 1.2e6, 1.4e6]))],
    });
    const there = costsBetween(dearer, 'as-now', 'recovery').at(-1)!;
    const back = costsBetween(dearer, 'recovery', 'as-now').at(-1)!;
    expect(there.p10).toBeLessThan(there.p90);
    expect(there.years).toEqual(['2008-09', '2009-10', '2010-11']);
    expect([back.mean, back.p10, back.p90]).toEqual([0 - there.mean, 0 - there.p90, 0 - there.p10]);
    expect(pairWords(report, 'recovery', 'as-now', '2010-02-28')!.paragraphs).toHaveLength(2);
    expect(costsBetween(report, 'recovery', 'other')).toEqual([]);
  });

  it.each([
    [1.1e6, 1.2e6, '£1.1m to £1.2m more'],
    [-2e6, -1e6, '£1.0m to £2.0m less'],
    [-2e6, 1e6, '£2.0m less to £1.0m more'],
    [0, 0, 'the same'],
  ])('costs from %d to %d are said as %s', (p10, p90, said) => {
    expect(costRange({ p10, p90 })).toBe(said);
    expect(costMore(-40_000)).toBe('£40,000 less');
  });

  it('at a review is better where it meets more of what is due', () => {
    const pair = pairOf(report, 'as-now', 'recovery', { review: '2010-02-28' })!;
    expect(pair).toMatchObject({ bBetter: 0.5, same: 0.5, aBetter: 0 });
    const words = pairWords(report, 'as-now', 'recovery', '2010-02-28')!;
    expect(words.headline).toMatch(/Recovery plan .* As now|Neither Recovery plan nor As now/);
    expect(words.paragraphs[0]!.map(({ text }) => text).join('')).toBe(
      'With the same luck, Recovery plan meets more of them than As now in 50 of 100 futures, the same in 50, worse in 0.',
    );
  });

  it('of more than two names every plan in the headline, and says each beside the first', () => {
    const date = '2010-02-28';
    /** A plan that meets all targets in so many of ten futures. */
    const planOf = (name: string, met: number, cost: number) => {
      const futures = Array.from({ length: 10 }, (_, at) =>
        at < met ? future(0.72, 17, cost) : future(0.6, 20, cost),
      );
      return { ...runOf(name, futures), plan: { id: name, name: `Plan ${name}` } as Plan };
    };
    const three = assembleReport({ ...input, runs: [planOf('a', 1, 1e6), planOf('b', 9, 2e6), planOf('c', 2, 3e6)] });
    const words = plansWords(three, ['a', 'b', 'c'], date)!;
    expect(words.headline).toBe('All three targets met: Plan b in 90 of 100 futures, Plan c in 20 and Plan a in 10');
    const said = words.paragraphs.map((spans) => spans.map(({ text }) => text).join(''));
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(
      /^With the same luck, Plan b meets more of them than Plan a in 80 of 100 .* Plan b costs £/,
    );
    expect(said[1]).toMatch(
      /^Too close to rank: With the same luck, Plan c .* than Plan a in 10 of 100 .* Plan c costs £/,
    );
    expect(plansWords(three, ['a', 'b'], date)).toEqual(pairWords(three, 'a', 'b', date));
    const none = assembleReport({ ...input, runs: ['a', 'b', 'c'].map((name) => planOf(name, 0, 1e6)) });
    expect(plansWords(none, ['a', 'b', 'c'], date)!.headline).toBe(
      'None of the three plans is likely to meet all three',
    );
    expect(plansWords(three, ['a', 'b', 'gone'], date)).toBeNull();
  });

  it('has its difference in points with its error, or says that it is too close', () => {
    const pair = { aBetter: 0, same: 0, bBetter: 0 };
    expect(differenceText({ ...pair, difference: 0.22, standardError: 0.03 })).toBe('+22 ± 6');
    expect(differenceText({ ...pair, difference: -0.22, standardError: 0.03 })).toBe('−22 ± 6');
    expect(differenceText({ ...pair, difference: 0.02, standardError: 0.02 })).toBe('too close to say');
    expect(differenceText({ ...pair, difference: 0, standardError: 0 })).toBe('the same');
  });
});

describe('small charts of several plans', () => {
  const summary = (p50: (number | null)[]) =>
    ({ p10: p50.map((x) => x && x - 0.1), p50, p90: p50.map((x) => x && x + 0.1) }) as never;

  it('share one scale, with the threshold inside it', () => {
    const drawn = multiples({
      measures: [summary([0.5, 0.6]), summary([0.2, null])],
      threshold: 0.9,
      width: 100,
      height: 50,
    });
    expect(drawn.low).toBeCloseTo(0.1, 12);
    expect(drawn.high).toBe(0.9);
    expect(drawn.rule).toBe(4);
    expect(drawn.paths).toHaveLength(2);
    // A month without a value has no point.
    expect(drawn.paths[1]!.middle).not.toContain('L');
  });
});

describe('futures of many plans', () => {
  it('are kept without room made for what may never come', () => {
    const ledger = createLedger(2000, 6);
    const length = toyModel.columns.length * toyModel.months.length;
    const add = (first: number, futures: number) =>
      ledger.add('a', toyModel, {
        first,
        futures,
        rows: Float64Array.from({ length: futures * length }, (_, i) => first * length + i),
        failures: [],
        baseline: new Float64Array(toyModel.columns.length),
      });
    add(0, 50);
    expect(ledger.account('a')!.rows.buffer.byteLength).toBe(50 * length * 8);
    for (let first = 50; first < 500; first += 50) add(first, 50);
    const { rows, futures } = ledger.account('a')!;
    expect(futures).toBe(500);
    expect(rows.every((value, i) => value === i)).toBe(true);
    expect(rows.buffer.byteLength).toBeLessThan(1000 * length * 8);
  });
});
