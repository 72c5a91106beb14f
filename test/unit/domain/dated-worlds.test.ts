/** Small worlds in which every date is known by hand: a leaver, holidays, a change of the rules, a backlog worked off. */
import { describe, expect, it } from 'vitest';
import type { Future } from '../../../src/model/domain/future';
import { setNextDay } from '../../../src/model/domain/people';
import { openPlan } from '../../../src/model/domain/plans';
import { dayNumber, isoDate } from '../../../src/model/engine/calendar';
import type { Scenario } from '../../../src/model/index';
import { compiled, queueScenario } from '../../fixtures/worlds';
import { emptyFuture, hire, liveDay, refer, tallied } from '../../fixtures/micro';
import { JOB, PLAN, REVIEWS, rowOf, WORKER } from '../../../src/model/domain/rows';
import { CP } from '../../../src/model/domain/world';

/** A team of whoever is hired, each with up to four cases, days of 444 minutes, limits of 7 and 35 working days. */
function world(change: (scenario: Scenario) => void = () => undefined): Future {
  const scenario = queueScenario({ servers: 4, gap: 100, service: 5, effort: { logSd: 0 }, ceiling: 4 });
  change(scenario);
  const future = emptyFuture(compiled(scenario, 'as-now', { horizonMonths: 16, warmUpYears: 0 }));
  hire('management', 1);
  return future;
}

/** Lives on to a date, which is a working day. */
function until(future: Future, date: string): void {
  const day = future.model.clock.civil.indexOf(dayNumber(date));
  expect(day).toBeGreaterThanOrEqual(future.day);
  while (future.day < day) liveDay();
}

const dateOf = (future: Future, day: number): string => isoDate(future.model.clock.civil[day]!);

/** Today is the worker's last: the cases go back this morning. */
function goesToday(future: Future, worker: number): void {
  future.world.workers.cells[rowOf(worker) + WORKER.leaveDay] = future.day;
  // Whatever else was to come, this comes first.
  future.day--;
  setNextDay(worker);
  future.day++;
}

describe('a worker who leaves with three open cases', () => {
  function threeInHand() {
    const future = world((s) => (s.pathway.handoverHours.value = 2));
    const worker = hire('assessment', 2);
    const jobs = [2000, 2100, 2200].map((minutes, i) => refer(10 + i, minutes));
    liveDay();
    liveDay();
    const a = future.world.assessments.cells;
    const facts = () =>
      jobs.map((job) => [a[job + JOB.entity], a[job + JOB.clockStart], a[job + JOB.deadline], a[job + JOB.arrived]]);
    return { future, worker, jobs, a, facts, before: facts() };
  }

  it('with nobody to take them: all three are unallocated, none lost, clocks unchanged', () => {
    const { future, worker, jobs, a, facts, before } = threeInHand();
    expect(jobs.map((job) => a[job + JOB.worker])).toEqual([worker, worker, worker]);
    goesToday(future, worker);
    liveDay();
    expect(tallied('leavers')).toBe(1);
    expect(jobs.map((job) => a[job + JOB.worker])).toEqual([-1, -1, -1]);
    expect(future.world.queues[0]!.size).toBe(3);
    expect(future.world.assessments.live).toBe(3);
    expect(facts()).toEqual(before);
    // Two days of 444 minutes are done: none of it is lost, none made up.
    expect(jobs.reduce((sum, job) => sum + a[job + JOB.remaining]!, 0)).toBe(6300 - 888);
  });

  it('with a colleague who has room for two: two are held again the same morning, the third waits', () => {
    const { future, worker, jobs, a, facts, before } = threeInHand();
    const colleague = hire('assessment', 3);
    future.world.workers.cells[rowOf(colleague) + WORKER.ceiling] = 2;
    goesToday(future, worker);
    liveDay();
    expect(jobs.map((job) => a[job + JOB.worker]).sort()).toEqual([-1, colleague, colleague]);
    expect(facts()).toEqual(before);
    // The two that changed hands take two hours more each, less the day's 444 minutes.
    const w = future.world.workers.cells;
    const open = jobs.reduce((sum, job) => sum + a[job + JOB.remaining]!, 0) - w[rowOf(colleague) + WORKER.pending]!;
    expect(open).toBe(6300 - 888 + 2 * 120 - 444);
    expect(w[rowOf(colleague) + WORKER.load]).toBeGreaterThan(0);
  });

  it('who holds plans: they are with colleagues the same day, ends and reviews unchanged', () => {
    const future = world();
    const worker = hire('longer-term', 2);
    for (const entity of [10, 11, 12]) openPlan(1, entity, future.day, 0, -1);
    liveDay();
    const { cells: p, width } = future.world.plans;
    const { cells: r } = future.world.reviewed;
    const plans = [0, width, 2 * width];
    const facts = () =>
      plans.map((plan) => [
        p[plan + PLAN.entity],
        p[plan + PLAN.endDay],
        r[p[plan + PLAN.reviews]! + REVIEWS.day],
        r[p[plan + PLAN.reviews]! + REVIEWS.number],
      ]);
    const before = facts();
    expect(plans.map((plan) => p[plan + PLAN.holder])).toEqual([worker, worker, worker]);
    const colleagues = [hire('longer-term', 3), hire('longer-term', 4)];
    goesToday(future, worker);
    liveDay();
    for (const plan of plans) expect(colleagues).toContain(p[plan + PLAN.holder]);
    expect(facts()).toEqual(before);
    expect([future.world.plansOpen[CP], future.world.plansUnheld[CP], future.world.plans.live]).toEqual([3, 0, 3]);
  });
});

describe('a bank-holiday week', () => {
  /** Referred on Christmas Eve 2009, a Thursday; 25 and 28 December and 1 January are holidays. */
  function atChristmas(minutes: number) {
    const future = world();
    until(future, '2009-12-24');
    hire('assessment', 2);
    const job = refer(10, minutes);
    return { future, deadline: dateOf(future, future.world.assessments.cells[job + JOB.deadline]!) };
  }

  it('a referral of Christmas Eve is due on 7 January', () => {
    expect(atChristmas(444).deadline).toBe('2010-01-07');
  });

  it('eight days of work from then on end on the last minute of that day, in time; a minute more is late', () => {
    for (const [minutes, inTime] of [
      [8 * 444, 1],
      [8 * 444 + 1, 0],
    ] as const) {
      const { future } = atChristmas(minutes);
      until(future, '2010-01-07');
      expect(tallied('ia_completed')).toBe(0);
      liveDay();
      liveDay();
      expect([tallied('ia_completed'), tallied('ia_in_time')]).toEqual([1, inTime]);
    }
  });
});

describe('the rules change on 1 April, from 7 working days to 10', () => {
  function underBoth(referred: string, minutes: number) {
    const future = world((s) =>
      s.pathway.regimes.push({ from: '2009-04-01', initialDays: 10, coreDays: 35, source: 'MODEL' }),
    );
    until(future, referred);
    hire('assessment', 2);
    const job = refer(10, minutes);
    return { future, deadline: dateOf(future, future.world.assessments.cells[job + JOB.deadline]!) };
  }

  it.each([
    ['2009-03-23', '2009-04-01'],
    ['2009-03-31', '2009-04-09'],
    // Good Friday and Easter Monday were the 10th and the 13th.
    ['2009-04-01', '2009-04-17'],
  ])('referred on %s, due on %s', (referred, due) => {
    expect(underBoth(referred, 444).deadline).toBe(due);
  });

  it('what is due on the day they change is in time that day and late the next', () => {
    for (const [days, inTime] of [
      [8, 1],
      [9, 0],
    ] as const) {
      const { future } = underBoth('2009-03-23', days * 444);
      until(future, '2009-04-03');
      expect([tallied('ia_completed'), tallied('ia_in_time')]).toEqual([1, inTime]);
      // It is one of March, the month of its referral, whenever it is done.
      const { columns } = future.model;
      expect(future.row[columns.length + columns.indexOf('ia_from_start')]).toBe(1);
      expect(future.row[columns.length + columns.indexOf('ia_from_start_in_time')]).toBe(inTime);
    }
  });

  it('an initial assessment open as single ones come in goes on to core under the rules it began under', () => {
    const future = world((s) => {
      s.pathway.regimes.push({ from: '2009-04-01', singleDays: 45, source: 'MODEL' });
      s.pathway.initialToCore.value = 1;
    });
    until(future, '2009-03-30');
    hire('assessment', 2);
    const job = refer(10, 4 * 444);
    until(future, '2009-04-03');
    const a = future.world.assessments.cells;
    expect([tallied('ia_completed'), tallied('ia_in_time'), a[job + JOB.stage]]).toEqual([1, 1, 1]);
    // 35 working days from 2 April, with the Easter and the two May holidays.
    expect(dateOf(future, a[job + JOB.deadline]!)).toBe('2009-05-27');
    const later = refer(11, 100);
    expect([a[later + JOB.stage], dateOf(future, a[later + JOB.deadline]!)]).toEqual([2, '2009-06-11']);
  });
});

describe('a backlog of 200 overdue, 150 timely a month, 50 of the backlog cleared a month', () => {
  it('reports 75% in time until it is cleared, then 100%', () => {
    const scenario = queueScenario({ servers: 1, gap: 100, service: 8, effort: { logSd: 0 } });
    scenario.pathway.queueOrder = 'newest-first';
    scenario.workforce.hoursPerDay.value = 100 / 60;
    const future = emptyFuture(compiled(scenario, 'as-now', { horizonMonths: 9, warmUpYears: 0 }));
    hire('management', 1);
    const { clock, columns } = future.model;
    const a = future.world.assessments.cells;
    for (let i = 0; i < 200; i++) {
      const job = refer(i, 8);
      a[job + JOB.clockStart]! -= 60;
      a[job + JOB.deadline]! -= 60;
    }
    while (clock.month[future.day] === 0) liveDay();
    // One worker, 25 assessments in two days, the newest first: so many come on each two of a month's first 12 days, the
    // next 4 days are for the backlog, and after those 16 days the worker is away.
    const worker = hire('assessment', 2);
    const w = future.world.workers.cells;
    let entity = 1000;
    for (let month = 1; month <= 6; month++) {
      let last = future.day;
      while (clock.monthEnd[last] !== 1) last++;
      for (let of = 1; future.day <= last; of++) {
        if (of <= 12) for (let i = 0; i < 12 + (of % 2); i++) refer(entity++, 8);
        if (of === 17) {
          w[rowOf(worker) + WORKER.awayUntil] = last + 1;
          w[rowOf(worker) + WORKER.longSpell] = 1;
          setNextDay(worker);
        }
        liveDay();
      }
    }
    const at = (month: number, column: string): number => future.row[month * columns.length + columns.indexOf(column)]!;
    const months = [1, 2, 3, 4, 5, 6];
    expect(months.map((month) => at(month, 'ia_completed'))).toEqual([200, 200, 200, 200, 150, 150]);
    expect(months.map((month) => at(month, 'ia_in_time') / at(month, 'ia_completed'))).toEqual([
      0.75, 0.75, 0.75, 0.75, 1, 1,
    ]);
    expect(months.map((month) => at(month, 'assessments_overdue'))).toEqual([150, 100, 50, 0, 0, 0]);
  });
});
