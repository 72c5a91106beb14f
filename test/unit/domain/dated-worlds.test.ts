/** Small worlds in which every date is known by hand: a leaver, holidays, a change of the rules, a backlog worked off. */
import { describe, expect, it } from 'vitest';
import { dayNumber, isoDate } from '../../../src/model/tables/calendar';
import type { CompiledModel, Scenario } from '../../../src/model/index';
import { compiled, queueScenario } from '../../fixtures/worlds';
import {
  assessmentAt,
  CORE,
  CP,
  future,
  inside,
  kindAt,
  planAt,
  QUEUE,
  reals,
  reviewsAt,
  rowsOf,
  TABLE,
  tallied,
  workerAt,
} from '../../fixtures/inside';
import { emptyFuture, hire, liveDay, refer } from '../../fixtures/micro';

/** A team of whoever is hired, each with up to four cases, days of 444 minutes, limits of 7 and 35 working days. */
function world(change: (scenario: Scenario) => void = () => undefined): CompiledModel {
  const scenario = queueScenario({ servers: 4, gap: 100, service: 5, effort: { logSd: 0 }, ceiling: 4 });
  change(scenario);
  const model = compiled(scenario, 'as-now', { horizonMonths: 16, warmUpYears: 0 });
  emptyFuture(model);
  hire('management', 1);
  return model;
}

/** Lives on to a date, which is a working day. */
function until(model: CompiledModel, date: string): void {
  const day = model.clock.civil.indexOf(dayNumber(date));
  expect(day).toBeGreaterThanOrEqual(future.day);
  while (future.day < day) liveDay();
}

const dateOf = (model: CompiledModel, day: number): string => isoDate(model.clock.civil[day]!);

/** Today is the worker's last: the cases go back this morning. */
function goesToday(worker: number): void {
  workerAt(worker).leaveDay = future.day;
  // Whatever else was to come, this comes first.
  future.day--;
  inside().setNextDay(worker);
  future.day++;
}

describe('a worker who leaves with three open cases', () => {
  function threeInHand() {
    world((s) => (s.pathway.handoverHours.value = 2));
    const worker = hire('assessment', 2);
    const jobs = [2000, 2100, 2200].map((minutes, i) => assessmentAt(refer(10 + i, minutes)));
    liveDay();
    liveDay();
    const facts = () =>
      jobs.map(({ entity, clockStart, deadline, arrived }) => [entity, clockStart, deadline, arrived]);
    return { worker, jobs, facts, before: facts() };
  }

  it('with nobody to take them: all three are unallocated, none lost, clocks unchanged', () => {
    const { worker, jobs, facts, before } = threeInHand();
    expect(jobs.map((job) => job.worker)).toEqual([worker, worker, worker]);
    goesToday(worker);
    liveDay();
    expect(tallied('leavers')).toBe(1);
    expect(jobs.map((job) => job.worker)).toEqual([-1, -1, -1]);
    expect(inside().queueSize(QUEUE.pool)).toBe(3);
    expect(inside().tableLive(TABLE.assessments)).toBe(3);
    expect(facts()).toEqual(before);
    // Two days of 444 minutes are done: none of it is lost, none made up.
    expect(jobs.reduce((sum, job) => sum + job.remaining, 0)).toBe(6300 - 888);
  });

  it('with a colleague who has room for two: two are held again the same morning, the third waits', () => {
    const { worker, jobs, facts, before } = threeInHand();
    const colleague = hire('assessment', 3);
    workerAt(colleague).ceiling = 2;
    goesToday(worker);
    liveDay();
    expect(jobs.map((job) => job.worker).sort()).toEqual([-1, colleague, colleague]);
    expect(facts()).toEqual(before);
    // The two that changed hands take two hours more each, less the day's 444 minutes.
    const open = jobs.reduce((sum, job) => sum + job.remaining, 0) - workerAt(colleague).pending;
    expect(open).toBe(6300 - 888 + 2 * 120 - 444);
    expect(workerAt(colleague).load).toBeGreaterThan(0);
  });

  it('who holds plans: they are with colleagues the same day, ends and reviews unchanged', () => {
    world();
    const worker = hire('longer-term', 2);
    for (const entity of [10, 11, 12]) inside().openPlan(CP, entity, future.day, 0, -1);
    liveDay();
    const plans = rowsOf('plans').map(planAt);
    const facts = () =>
      plans.map((plan) => {
        const { day, number } = reviewsAt(plan.reviews);
        return [plan.entity, plan.endDay, day, number];
      });
    const before = facts();
    expect(plans.map((plan) => plan.holder)).toEqual([worker, worker, worker]);
    const colleagues = [hire('longer-term', 3), hire('longer-term', 4)];
    goesToday(worker);
    liveDay();
    for (const plan of plans) expect(colleagues).toContain(plan.holder);
    expect(facts()).toEqual(before);
    expect([kindAt(CP).open, kindAt(CP).unheld, inside().tableLive(TABLE.plans)]).toEqual([3, 0, 3]);
  });
});

describe('a bank-holiday week', () => {
  /** Referred on Christmas Eve 2009, a Thursday; 25 and 28 December and 1 January are holidays. */
  function atChristmas(minutes: number) {
    const model = world();
    until(model, '2009-12-24');
    hire('assessment', 2);
    const job = refer(10, minutes);
    return { model, deadline: dateOf(model, assessmentAt(job).deadline) };
  }

  it('a referral of Christmas Eve is due on 7 January', () => {
    expect(atChristmas(444).deadline).toBe('2010-01-07');
  });

  it('eight days of work from then on end on the last minute of that day, in time; a minute more is late', () => {
    for (const [minutes, inTime] of [
      [8 * 444, 1],
      [8 * 444 + 1, 0],
    ] as const) {
      const { model } = atChristmas(minutes);
      until(model, '2010-01-07');
      expect(tallied('ia_completed')).toBe(0);
      liveDay();
      liveDay();
      expect([tallied('ia_completed'), tallied('ia_in_time')]).toEqual([1, inTime]);
    }
  });
});

describe('the rules change on 1 April, from 7 working days to 10', () => {
  function underBoth(referred: string, minutes: number) {
    const model = world((s) =>
      s.pathway.regimes.push({ from: '2009-04-01', initialDays: 10, coreDays: 35, source: 'MODEL' }),
    );
    until(model, referred);
    hire('assessment', 2);
    const job = refer(10, minutes);
    return { model, deadline: dateOf(model, assessmentAt(job).deadline) };
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
      const { model } = underBoth('2009-03-23', days * 444);
      until(model, '2009-04-03');
      expect([tallied('ia_completed'), tallied('ia_in_time')]).toEqual([1, inTime]);
      // It is one of March, the month of its referral, whenever it is done.
      const { columns } = model;
      const march = [...reals(future.row, 2 * columns.length)].slice(columns.length);
      expect(march[columns.indexOf('ia_from_start')]).toBe(1);
      expect(march[columns.indexOf('ia_from_start_in_time')]).toBe(inTime);
    }
  });

  it('an initial assessment open as single ones come in goes on to core under the rules it began under', () => {
    const model = world((s) => {
      s.pathway.regimes.push({ from: '2009-04-01', singleDays: 45, source: 'MODEL' });
      s.pathway.initialToCore.value = 1;
    });
    until(model, '2009-03-30');
    hire('assessment', 2);
    const job = assessmentAt(refer(10, 4 * 444));
    until(model, '2009-04-03');
    expect([tallied('ia_completed'), tallied('ia_in_time'), job.stage]).toEqual([1, 1, CORE]);
    // 35 working days from 2 April, with the Easter and the two May holidays.
    expect(dateOf(model, job.deadline)).toBe('2009-05-27');
    const later = assessmentAt(refer(11, 100));
    expect([later.stage, dateOf(model, later.deadline)]).toEqual([2, '2009-06-11']);
  });
});

describe('a backlog of 200 overdue, 150 timely a month, 50 of the backlog cleared a month', () => {
  it('reports 75% in time until it is cleared, then 100%', () => {
    const scenario = queueScenario({ servers: 1, gap: 100, service: 8, effort: { logSd: 0 } });
    scenario.pathway.queueOrder = 'newest-first';
    scenario.workforce.hoursPerDay.value = 100 / 60;
    const model = compiled(scenario, 'as-now', { horizonMonths: 9, warmUpYears: 0 });
    emptyFuture(model);
    hire('management', 1);
    const { clock, columns } = model;
    for (let i = 0; i < 200; i++) {
      const job = assessmentAt(refer(i, 8));
      job.clockStart -= 60;
      job.deadline -= 60;
    }
    while (clock.month[future.day] === 0) liveDay();
    // One worker, 25 assessments in two days, the newest first: so many come on each two of a month's first 12 days, the
    // next 4 days are for the backlog, and after those 16 days the worker is away.
    const worker = hire('assessment', 2);
    let entity = 1000;
    for (let month = 1; month <= 6; month++) {
      let last = future.day;
      while (clock.monthEnd[last] !== 1) last++;
      for (let of = 1; future.day <= last; of++) {
        if (of <= 12) for (let i = 0; i < 12 + (of % 2); i++) refer(entity++, 8);
        if (of === 17) {
          workerAt(worker).awayUntil = last + 1;
          workerAt(worker).longSpell = 1;
          inside().setNextDay(worker);
        }
        liveDay();
      }
    }
    const row = [...reals(future.row, columns.length * model.months.length)];
    const at = (month: number, column: string): number => row[month * columns.length + columns.indexOf(column)]!;
    const months = [1, 2, 3, 4, 5, 6];
    expect(months.map((month) => at(month, 'ia_completed'))).toEqual([200, 200, 200, 200, 150, 150]);
    expect(months.map((month) => at(month, 'ia_in_time') / at(month, 'ia_completed'))).toEqual([
      0.75, 0.75, 0.75, 0.75, 1, 1,
    ]);
    expect(months.map((month) => at(month, 'assessments_overdue'))).toEqual([150, 100, 50, 0, 0, 0]);
  });
});
