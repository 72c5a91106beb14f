import { expect, it } from 'vitest';
import { compiled, queueScenario } from '../../fixtures/worlds';
import { inside, QUEUE, tallied } from '../../fixtures/inside';
import { emptyFuture, hire, liveDay, refer } from '../../fixtures/micro';
import type { Scenario } from '../../../src/model/index';

/** A core assessment that waits ten days for its team and then takes its worker 40 days. */
function lateBecause(coreClockStart: Scenario['pathway']['coreClockStart']) {
  const then = { share: 1, servers: 1, service: 40 * 444 };
  const scenario = queueScenario({ servers: 1, gap: 100, service: 5, effort: { logSd: 0 }, then });
  scenario.pathway.coreClockStart = coreClockStart;
  const model = compiled(scenario, 'as-now', { horizonMonths: 6, warmUpYears: 0 });
  emptyFuture(model);
  hire('management', 1);
  hire('assessment', 2);
  refer(10, 100);
  for (let day = 0; day < 10; day++) liveDay();
  expect(inside().queueSize(QUEUE.pool + 1)).toBe(1);
  hire(model.workforce.teams.find(({ pool }) => pool === 1)!.id, 3);
  while (tallied('ca_completed') === 0) liveDay();
  return ['late_total', 'late_waiting', 'late_effort'].map((column) => tallied(column as 'late_total'));
}

it('where the core clock starts at once, days over the limit are laid to the wait first', () => {
  // Ten days of waiting and the 40th day of work, 49 days after the start: 14 too many.
  expect(lateBecause('initial-end')).toEqual([14, 10, 4]);
});

it('where the core clock starts at allocation, the wait before it is none of the lateness', () => {
  expect(lateBecause('allocation')).toEqual([4, 0, 4]);
});
