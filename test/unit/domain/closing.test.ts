import { expect, it } from 'vitest';
import { closeOverdueWaiting } from '../../../src/model/domain/closing';
import { compiled, queueScenario } from '../../fixtures/worlds';
import { emptyFuture, refer, tallied } from '../../fixtures/micro';
import { JOB } from '../../../src/model/domain/rows';

it('closes every overdue assessment that waits where all are to be closed, in whatever order they wait', () => {
  const scenario = queueScenario({ servers: 1, gap: 100, service: 5, effort: { logSd: 0 } });
  const future = emptyFuture(compiled(scenario, 'as-now', { horizonMonths: 2, warmUpYears: 1 }));
  const { queues, assessments } = future.world;
  const queue = queues[0]!;
  const today = future.day;
  // Two in three are overdue, and waited in an order that has nothing to do with it.
  for (let i = 0; i < 400; i++) {
    const job = refer(i, 60);
    let place = 0;
    while (queue.at(place) !== job) place++;
    queue.removeAt(place);
    assessments.cells[job + JOB.deadline] = i % 3 === 0 ? today + 5 : today - 1 - (i % 7);
    queue.push(job, (i * 7919) % 1009);
  }
  closeOverdueWaiting(1, () => undefined);
  const late = Array.from({ length: queue.size }, (_, i) => assessments.cells[queue.at(i) + JOB.deadline]!).filter(
    (deadline) => deadline < today,
  );
  expect(late).toEqual([]);
  expect(tallied('closed_unassessed')).toBe(400 - 134);
});
