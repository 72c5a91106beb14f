import { expect, it } from 'vitest';
import { compiled, queueScenario } from '../../fixtures/worlds';
import { future, inside, workerAt } from '../../fixtures/inside';
import { emptyFuture, hire } from '../../fixtures/micro';

/** Patience that a worker uses up in the first month of a run from a date, and in the month after it. */
function used(start: string): [first: number, second: number] {
  const scenario = queueScenario({ servers: 1, gap: 100, service: 5, effort: { logSd: 0 }, start });
  scenario.workforce.leavingRate.value = 0.2;
  const model = compiled(scenario, 'as-now', { horizonMonths: 3, warmUpYears: 0 });
  emptyFuture(model);
  const worker = workerAt(hire('assessment', 2));
  const month = (): number => {
    worker.patience = 2_000_000;
    inside().decideLeavers();
    return 2_000_000 - worker.patience;
  };
  const first = month();
  while (model.clock.month[future.day] === 0) future.day++;
  return [first, month()];
}

it.each([
  ['2011-04-01', 'a month of 18 working days'],
  ['2012-12-01', 'a month of 19 that begins on a Saturday'],
  ['2009-03-01', 'a month of 22'],
])('a run that begins with its month has a whole month of leaving: %s, %s', (start) => {
  const [first, second] = used(start);
  expect(first).toBeGreaterThan(0);
  expect(first).toBe(second);
});

it('a run that begins within a month has that part of it', () => {
  // From 10 February 2009 on, 14 of the month's 20 working days.
  const [first, second] = used('2009-02-10');
  expect(Math.abs(first / second - 14 / 20)).toBeLessThan(0.0001);
  // From 10 March on, 16 of 22.
  const [part, whole] = used('2009-03-10');
  expect(Math.abs(part / whole - 16 / 22)).toBeLessThan(0.0001);
});
