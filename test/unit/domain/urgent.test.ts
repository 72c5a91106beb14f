/** Urgent work goes first everywhere: in the queue, on the desk, at the signature. */
import { expect, it } from 'vitest';
import { compiled, queueScenario } from '../../fixtures/worlds';
import { emptyFuture, hire, liveDay, refer, tallied } from '../../fixtures/micro';
import { JOB } from '../../../src/model/domain/rows';

it.each([
  // The first day's 444 minutes leave two in hand, 356 minutes together; the first is done after 156, or after 355.
  ['nearest deadline first', true, 156 + 200],
  ['sharing the day', false, 355 + 200],
])('in the queue and on the desk of a worker %s', (_, deadlineFirst, inSystem) => {
  const scenario = queueScenario({ servers: 1, gap: 100, service: 5, effort: { logSd: 0 }, ceiling: 2, deadlineFirst });
  const future = emptyFuture(compiled(scenario, 'as-now', { horizonMonths: 2, warmUpYears: 0 }));
  hire(future, 'management', 1);
  hire(future, 'assessment', 2);
  for (const entity of [10, 11, 12, 13, 14]) refer(future, entity, 200);
  liveDay(future);
  // It comes last, waits for the first desk to be free, and then has all its minutes.
  refer(future, 20, 200, true);
  liveDay(future);
  liveDay(future);
  expect(tallied(future, 'urgent_completed')).toBe(1);
  expect(tallied(future, 'urgent_minutes_in_system')).toBe(inSystem);
});

it('at the signature: a manager who can sign one a day signs it before what waited longer', () => {
  const scenario = queueScenario({ servers: 2, gap: 100, service: 5, effort: { logSd: 0 }, ceiling: 3 });
  scenario.pathway.signOffPerManagerDay.value = 1;
  const future = emptyFuture(compiled(scenario, 'as-now', { horizonMonths: 2, warmUpYears: 0 }));
  hire(future, 'management', 1);
  hire(future, 'assessment', 2);
  for (const entity of [10, 11, 12]) refer(future, entity, 5);
  liveDay(future);
  // One is signed, two wait; today an urgent one is done, and waits as well.
  hire(future, 'assessment', 3);
  const urgent = refer(future, 20, 50, true);
  liveDay(future);
  expect(tallied(future, 'ia_completed')).toBe(2);
  expect(future.world.assessments.cells[urgent + JOB.submitted]).toBe(1);
  liveDay(future);
  expect(tallied(future, 'ia_completed')).toBe(3);
  expect(tallied(future, 'urgent_completed')).toBe(1);
});
