import { expect, it } from 'vitest';
import { compiled, queueScenario } from '../../fixtures/worlds';
import { assessmentAt, future, inside, QUEUE, tallied, waitingIn } from '../../fixtures/inside';
import { emptyFuture, refer } from '../../fixtures/micro';

it('closes every overdue assessment that waits where all are to be closed, in whatever order they wait', () => {
  const scenario = queueScenario({ servers: 1, gap: 100, service: 5, effort: { logSd: 0 } });
  emptyFuture(compiled(scenario, 'as-now', { horizonMonths: 2, warmUpYears: 1 }));
  const today = future.day;
  // Two in three are overdue, and waited in an order that has nothing to do with it.
  for (let i = 0; i < 400; i++) {
    const job = refer(i, 60);
    inside().queueRemoveAt(QUEUE.pool, waitingIn(QUEUE.pool).indexOf(job));
    assessmentAt(job).deadline = i % 3 === 0 ? today + 5 : today - 1 - (i % 7);
    inside().queuePush(QUEUE.pool, job, (i * 7919) % 1009);
  }
  inside().closeOverdueWaiting(1);
  const late = waitingIn(QUEUE.pool)
    .map((job) => assessmentAt(job).deadline)
    .filter((deadline) => deadline < today);
  expect(late).toEqual([]);
  expect(tallied('closed_unassessed')).toBe(400 - 134);
});
