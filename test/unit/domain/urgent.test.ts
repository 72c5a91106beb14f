/** Urgent work goes first everywhere: in the queue, on the desk, at the signature. */
import { expect, it } from 'vitest';
import { compiled, queueScenario } from '../../fixtures/worlds';
import { assessmentAt, tallied } from '../../fixtures/inside';
import { emptyFuture, hire, liveDay, refer } from '../../fixtures/micro';

it.each([
  // The first day's 444 minutes leave two in hand, 356 minutes together; the first is done after 156, or after 355.
  ['nearest deadline first', true, 156 + 200],
  ['sharing the day', false, 355 + 200],
])('in the queue and on the desk of a worker %s', (_, deadlineFirst, inSystem) => {
  const scenario = queueScenario({ servers: 1, gap: 100, service: 5, effort: { logSd: 0 }, ceiling: 2, deadlineFirst });
  emptyFuture(compiled(scenario, 'as-now', { horizonMonths: 2, warmUpYears: 0 }));
  hire('management', 1);
  hire('assessment', 2);
  for (const entity of [10, 11, 12, 13, 14]) refer(entity, 200);
  liveDay();
  // It comes last, waits for the first desk to be free, and then has all its minutes.
  refer(20, 200, true);
  liveDay();
  liveDay();
  expect(tallied('urgent_completed')).toBe(1);
  expect(tallied('urgent_minutes_in_system')).toBe(inSystem);
});

it('at the signature: a manager who can sign one a day signs it before what waited longer', () => {
  const scenario = queueScenario({ servers: 2, gap: 100, service: 5, effort: { logSd: 0 }, ceiling: 3 });
  scenario.pathway.signOffPerManagerDay.value = 1;
  emptyFuture(compiled(scenario, 'as-now', { horizonMonths: 2, warmUpYears: 0 }));
  hire('management', 1);
  hire('assessment', 2);
  for (const entity of [10, 11, 12]) refer(entity, 5);
  liveDay();
  // One is signed, two wait; today an urgent one is done, and waits as well.
  hire('assessment', 3);
  const urgent = refer(20, 50, true);
  liveDay();
  expect(tallied('ia_completed')).toBe(2);
  expect(assessmentAt(urgent).submitted).toBe(1);
  liveDay();
  expect(tallied('ia_completed')).toBe(3);
  expect(tallied('urgent_completed')).toBe(1);
});
