import { describe, expect, it } from 'vitest';
import { compiled, queueScenario } from '../../fixtures/worlds';
import { assessmentAt, future, inside, now, workerAt } from '../../fixtures/inside';
import { emptyFuture, hire, liveDay, refer } from '../../fixtures/micro';

/** A worker with nothing in hand yet and room for two assessments, in a day of 444 minutes. */
function deskOf(deadlineFirst: boolean) {
  const scenario = queueScenario({
    servers: 1,
    gap: 100,
    service: 5,
    effort: { logSd: 0 },
    ceiling: 2,
    deadlineFirst,
    limitDays: 20,
  });
  emptyFuture(compiled(scenario, 'as-now', { horizonMonths: 2, warmUpYears: 0 }));
  hire('management', 1);
  const worker = hire('assessment', 2);
  // The month's levers are taken up before.
  liveDay();
  return { worker };
}

/** The worker shares the day over two assessments of 600 minutes, the second due first. */
function twoInHand() {
  deskOf(false);
  const jobs = [refer(10, 600), refer(11, 600)];
  assessmentAt(jobs[1]!).deadline -= 5;
  return {
    jobs,
    first: future.day,
    done: (job: number) => assessmentAt(job).effortDoneDay,
  };
}

describe('the order of work changes', () => {
  it('not: both are done on the third day, after 1,199 and 1,200 minutes', () => {
    const { jobs, first, done } = twoInHand();
    for (let day = 0; day < 4; day++) liveDay();
    expect(jobs.map((job) => done(job) - first)).toEqual([2, 2]);
  });

  it('what was done in the old order stays done, what comes is done in the new one', () => {
    const { jobs, first, done } = twoInHand();
    liveDay();
    // Each has had 222 minutes. From now on all leave late ones to the last, nearest deadline first.
    now.lateLast = 2 ** 32;
    inside().chooseOrder();
    expect(jobs.map((job) => assessmentAt(job).remaining)).toEqual([378, 378]);
    for (let day = 0; day < 3; day++) liveDay();
    // 378 minutes of the second day; then 66 of it and 312 of the third.
    expect(jobs.map((job) => done(job) - first)).toEqual([2, 1]);
  });

  it('back again as well', () => {
    const { jobs, first, done } = twoInHand();
    now.lateLast = 2 ** 32;
    inside().chooseOrder();
    liveDay();
    now.lateLast = 0;
    inside().chooseOrder();
    // 444 minutes went to the one that is due first; its 156 take 311 minutes of the second day, shared.
    expect(jobs.map((job) => assessmentAt(job).remaining)).toEqual([600, 156]);
    for (let day = 0; day < 3; day++) liveDay();
    expect(jobs.map((job) => done(job) - first)).toEqual([2, 1]);
  });
});

describe('an assessment that comes in the very minute in which another is worked off', () => {
  it.each([true, false])('leaves that to be noted in this minute (nearest deadline first: %s)', (deadlineFirst) => {
    const { worker } = deskOf(deadlineFirst);
    const job = refer(10, 600);
    liveDay();
    const left = 600 - workerAt(worker).pending;
    inside().openDesk(worker, future.dayMinutes);
    expect(inside().nextMinute()).toBe(left);
    const next = refer(11, 600);
    inside().queuePop(0);
    inside().assign(next, worker, left);
    expect(inside().firstAt(left)).toBe(worker);
    inside().finishWork(worker, left);
    expect([assessmentAt(job).effortDoneDay, assessmentAt(next).effortDoneDay]).toEqual([future.day, -1]);
    expect(workerAt(worker).untilDone).toBe(600);
  });
});
