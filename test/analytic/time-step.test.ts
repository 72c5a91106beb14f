/**
 * Cutting time finer changes nothing beyond its stated order. The length of the working day has no order at all: the same
 * minutes in days of half the length are the same minutes. Whole minutes have the second order: a service is rounded to the
 * nearest minute and takes at least one, which is Pollaczek and Khinchine's business; arrivals rounded down shift no mean.
 */
import { describe, expect, it } from 'vitest';
import { expectTheory, totals } from '../fixtures/estimates';
import { compiled, meanAndError, queueScenario, runFutures, type Rows } from '../fixtures/worlds';

type World = Parameters<typeof queueScenario>[0];

/** Begins with nobody there on 1 April 2009: the two years from then on have 253 working days each. */
function fromNothing(world: World, months: number, futures: number): Rows {
  const scenario = queueScenario({ ...world, start: '2009-04-01' });
  const model = compiled(scenario, 'as-now', { horizonMonths: months, warmUpYears: 0, warmStates: 1 });
  return runFutures(model, futures, 41);
}

describe('the length of the day', () => {
  const columns = [
    'referrals',
    'ia_completed',
    'initial_minutes_waiting',
    'initial_minutes_in_system',
    'urgent_minutes_in_system',
    'core_minutes_waiting',
  ] as const;
  const rules: [string, Partial<World>][] = [
    ['first come, first served', { ceiling: 1 }],
    ['nearest deadline first', { ceiling: 5 }],
    ['the day shared', { ceiling: 5, deadlineFirst: false }],
    ['a second team after the first', { ceiling: 1, urgentShare: 0, then: { share: 0.5, servers: 1, service: 128 } }],
  ];
  const both = (world: World): [Rows, Rows] => [
    fromNothing({ ...world, dayMinutes: 480 }, 12, 5),
    fromNothing({ ...world, dayMinutes: 240 }, 24, 5),
  ];

  it.each(rules)('%s: a year of 480 minutes a day is two years of 240, to the minute', (_, rule) => {
    const [long, short] = both({
      servers: 1,
      gap: 80,
      service: 64,
      effort: 'exponential',
      urgentShare: 0.2,
      ...rule,
    });
    for (const column of columns) expect(totals(short, column), column).toEqual(totals(long, column));
    expect(Math.min(...totals(long, 'initial_minutes_waiting'))).toBeGreaterThan(10000);
  });

  it.each(rules)('%s, two workers: the same, but for who is first of two that finish in one minute', (_, rule) => {
    const [long, short] = both({
      servers: 2,
      gap: 40,
      service: 64,
      effort: 'exponential',
      urgentShare: 0.2,
      ...rule,
    });
    expect(totals(short, 'referrals')).toEqual(totals(long, 'referrals'));
    const inSystem = totals(long, 'initial_minutes_in_system');
    totals(short, 'initial_minutes_in_system').forEach((minutes, f) => {
      expect(Math.abs(minutes / inSystem[f]! - 1)).toBeLessThan(0.005);
    });
  });
});

describe('whole minutes', () => {
  const USE = 0.8;
  const FINE = 200;

  /** Mean wait in M/G/1, in services of the law that is rounded: exponential with mean u minutes, the nearest minute, at least one. */
  function rounded(u: number): number {
    let first = 0;
    let second = 0;
    for (let k = 1; k < 60 * u; k++) {
      const chance = (k === 1 ? 1 : Math.exp((0.5 - k) / u)) - Math.exp((-0.5 - k) / u);
      first += k * chance;
      second += k * k * chance;
    }
    const rate = USE / u;
    return (rate * second) / (2 * (1 - rate * first)) / u;
  }

  /** Mean waits in services, one a future; the same luck whatever the minutes, because the day is as long in services. */
  const waits = (minutes: number): number[] => {
    const world: World = { servers: 1, gap: minutes / USE, service: minutes, effort: 'exponential' };
    const run = fromNothing({ ...world, dayMinutes: 3.6 * minutes }, 48, 60);
    const served = totals(run, 'initial_allocated');
    return totals(run, 'initial_minutes_waiting').map((x, f) => x / served[f]! / minutes);
  };
  const fine = waits(FINE);

  it.each([
    [20, 7.5, 0.0025],
    [50, 7.5, 0.001],
    [100, 7.5, 0.0008],
  ])('services of %d minutes: waits longer by %d ÷ u² services', (minutes, factor, precision) => {
    const order = (u: number): number => factor / u ** 2;
    expect(rounded(minutes) - 4).toBeCloseTo(order(minutes), 3);
    const longer = meanAndError(waits(minutes).map((x, f) => x - fine[f]!));
    expectTheory(longer, order(minutes) - order(FINE), precision);
  });
});
