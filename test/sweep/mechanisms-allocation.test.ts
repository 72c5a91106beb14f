/**
 * Who gets which work, and in which groups it comes: case weights, unevenness, urgent work, families, a team of its own for
 * core assessments. Each moves its measure by more than 3 paired standard errors.
 */
import { describe, expect, it } from 'vitest';
import { difference, lever, moves, Pairs, set, share, total } from '../fixtures/pairs';
import { meanAndError, type Rows } from '../fixtures/worlds';

const pairs = new Pairs(14, 24);
/** For what stands on the desks as the run begins: such worlds need warm states of their own. */
const anew = new Pairs(6, 10);

const weigh = (kind: string) => set({ [`pathway.caseWeights.${kind}`]: 2 });

describe('case weights', () => {
  it.each(['initial', 'core', 'cin', 'cp', 'lac'])('%s that weighs two: more cases that nobody has', (kind) => {
    // What is on the desks as the run begins must weigh so already.
    const heavier = anew.runAnew({ scenario: weigh(kind) });
    const { mean, error } = difference(anew.run(), heavier, share('unallocated', 'cases_open'));
    expect(mean, `${mean} ± ${error}`).toBeGreaterThan(3 * error);
  });
});

it('nearest deadline first, not the day shared: more in time', () => {
  const order = (first: number) => anew.runAnew({ scenario: set({ 'fitted.points.0.deadlineFirstShare': first }) });
  const { mean, error } = difference(order(0), order(1), share('ia_in_time', 'ia_completed'));
  expect(mean, `${mean} ± ${error}`).toBeGreaterThan(3 * error);
});

it('work shared out unevenly: more workers above the caseload watched', () => {
  const uneven = (spread: number) =>
    anew.runAnew({ scenario: set({ 'workforce.unevenness': spread, 'workforce.caseloadOver': 38 }) });
  const { mean, error } = difference(uneven(0), uneven(0.35), share('holders_over', 'holders'));
  expect(mean, `${mean} ± ${error}`).toBeGreaterThan(3 * error);
});

describe('urgent work', () => {
  it.each([
    ['on the desk too', { scenario: set({ 'pathway.urgentFirst': 'on-the-desk-too' }) }, 1],
    // Where most work waits for months, most of what urgent work saves is that wait.
    ['where the council is overrun', { levers: { referrals: lever(150) } }, 0.4],
  ])('goes first %s: it takes less time than the rest', (_, world, atMost) => {
    const run = pairs.run(world);
    const saved = Array.from({ length: run.futures }, (_, f) => {
      const [all, urgent] = [total('ia_completed')(run, f), total('urgent_completed')(run, f)];
      const minutes = total('urgent_minutes_in_system')(run, f);
      return (atMost * (total('initial_minutes_in_system')(run, f) - minutes)) / (all - urgent) - minutes / urgent;
    });
    const { mean, error } = meanAndError(saved);
    expect(mean, `${mean} ± ${error}`).toBeGreaterThan(3 * error);
  });
});

describe('families', () => {
  it('come together: months vary as sums of families do, and nothing else about their number changes', () => {
    const even = { 'demand.monthSd': 0, 'demand.months.values': new Array<number>(12).fill(1 / 12) };
    const alone = pairs.run({ scenario: set({ ...even, 'demand.familySizes.values': [1, 0, 0, 0] }) });
    const together = pairs.run({ scenario: set({ ...even, 'demand.familySizes.values': [0.4, 0.2, 0.2, 0.2] }) });
    // Variance over mean of a month's referrals: 1, and E(size²) ÷ E(size) = 6.2 ÷ 2.2.
    const dispersion = (run: Rows) =>
      meanAndError(
        Array.from({ length: run.futures }, (_, f) => {
          const months = Array.from({ length: run.months - 1 }, (__, m) => run.at(f, m + 1, 'referrals'));
          const { mean, error } = meanAndError(months);
          return (error ** 2 * months.length) / mean;
        }),
      );
    const [before, after] = [dispersion(alone), dispersion(together)];
    expect(after.mean - before.mean).toBeGreaterThan(3 * Math.hypot(before.error, after.error));
    expect(Math.abs(after.mean - 6.2 / 2.2)).toBeLessThan(4 * after.error);
    const { mean, error } = difference(alone, together, total('referrals'));
    expect(Math.abs(mean)).toBeLessThan(4 * error);
  });
});

describe('a team of its own for core assessments', () => {
  const apart = new Pairs(12, 12, {
    scenario: (s) => {
      const [first, ...others] = s.workforce.teams;
      const part = (posts: number) => ({ ...first!, posts: { ...first!.posts, value: posts } });
      s.workforce.teams = [
        { ...part(17), stages: ['initial'] },
        { ...part(6), id: 'core', stages: ['core'] },
        ...others,
      ];
      s.pathway.coreClockStart = 'initial-end';
    },
  });

  it('makes them: they wait for it, and none is made by the other', () => {
    const run = apart.run();
    for (let f = 0; f < run.futures; f++) {
      expect(total('core_minutes_waiting')(run, f)).toBeGreaterThan(0);
      expect(total('core_allocated')(run, f)).toBeGreaterThan(0.8 * total('ca_completed')(run, f));
      expect(total('ca_completed@assessment')(run, f)).toBe(0);
      expect(total('ia_completed@core')(run, f)).toBe(0);
    }
  });

  it('where the core clock starts once somebody has the case, more core assessments are in time', () => {
    moves(apart, [
      'a clock from allocation',
      { scenario: set({ 'pathway.coreClockStart': 'allocation' }) },
      'more in time',
      share('ca_in_time', 'ca_completed', 2),
      1,
    ]);
  });
});
