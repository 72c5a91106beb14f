import { describe, expect, it } from 'vitest';
import { TWO_32 } from '../../../src/model/index';
import { birmingham2009, compiled, queueScenario } from '../../fixtures/worlds';
import {
  AGENCY,
  future,
  inside,
  now,
  PERMANENT,
  QUEUE,
  realAt,
  teamAt,
  wholeAt,
  workerAt,
} from '../../fixtures/inside';
import { emptyFuture, hire, liveDay, refer } from '../../fixtures/micro';

it.each([
  [0.5, 6],
  [1.2, 14],
  [12, 144],
])(
  'a market that yields %d agency workers a month yields %d in a year, however little comes in a week',
  (aMonth, aYear) => {
    const scenario = birmingham2009();
    scenario.workforce.agencyMarketPerMonth.value = aMonth;
    const model = compiled(scenario, 'as-now', { horizonMonths: 14, warmUpYears: 1 });
    emptyFuture(model);
    // Nobody is in post, so the market alone limits what is ordered; a year is 252 working days of 21 to the month.
    for (let day = 0; day < 252; day++) {
      future.day++;
      if (day % 5 === 0) {
        now.agencyCover = 1;
        inside().reviewAgency();
      }
    }
    const ordered = model.workforce.teams.reduce((sum, _, team) => sum + teamAt(team).agencyOrders, 0);
    expect(Math.abs(ordered - aYear)).toBeLessThanOrEqual(1);
  },
);

it('agency workers beyond vacancies are so many in all, however many teams share the first assessments', () => {
  const scenario = birmingham2009();
  const { teams, agencyBeyond } = scenario.workforce;
  const first = teams.find(({ holds }) => holds === 'assessments')!;
  scenario.workforce.teams = [first, { ...structuredClone(first), id: 'second' }, ...teams.filter((t) => t !== first)];
  agencyBeyond.value = 6;
  const model = compiled(scenario, 'as-now', { horizonMonths: 2, warmUpYears: 1 });
  emptyFuture(model);
  // Every post is filled: there is no vacancy to cover.
  model.workforce.teams.forEach((_, team) => (teamAt(team).inPost = realAt('POSTS', team)));
  expect(model.workforce.teams.map((_, team) => inside().wantedAgency(team))).toEqual([6, 0, 0, 0, 0, 0, 0]);
});

describe('an agency worker taken on for good on the very day on which', () => {
  /** One worker whose assignment ends today where a post is vacant; `at` is laid over the worker's row. */
  function takenOn(at: (day: number) => Partial<ReturnType<typeof workerAt>>) {
    const scenario = queueScenario({ servers: 2, gap: 100, service: 5, effort: { logSd: 0 }, ceiling: 4 });
    const model = compiled(scenario, 'as-now', { horizonMonths: 3, warmUpYears: 0 });
    emptyFuture(model);
    hire('management', 1);
    const worker = inside().start(
      AGENCY,
      model.workforce.teams.findIndex(({ id }) => id === 'assessment'),
      2,
      future.day - 100,
      -1,
    );
    refer(10, 5000);
    liveDay();
    now.conversion = TWO_32;
    const of = workerAt(worker);
    Object.assign(of, { leaveDay: future.day, ...at(future.day) });
    if (of.awayUntil >= 0) teamAt(of.team).present--;
    inside().updateRoom(worker);
    future.day--;
    inside().setNextDay(worker);
    future.day++;
    liveDay();
    expect(of.kind).toBe(PERMANENT);
    // Whatever comes next is still to come.
    expect(wholeAt('NEXT_DAY', worker)).toBeGreaterThanOrEqual(future.day);
    return { of, day: future.day - 1, waiting: inside().queueSize(QUEUE.pool) };
  }

  it('sickness was to begin: it begins', () => {
    const { of, day } = takenOn((today) => ({ nextAway: today, longSpell: 3 }));
    expect(of.awayUntil).toBe(day + 3);
  });

  it('sickness was to end: it ends', () => {
    const { of } = takenOn((today) => ({ awayUntil: today, longSpell: 3 }));
    expect([of.awayUntil, of.assessments]).toEqual([-1, 1]);
  });

  it('the cases were to go back after five days away: they go back', () => {
    const { of, day, waiting } = takenOn((today) => ({ awayUntil: today + 15, longSpell: 20 }));
    expect([of.awayUntil, of.assessments, waiting]).toEqual([day + 15, 0, 1]);
  });

  it('nothing else was to happen: cases stay, and so does the sick note', () => {
    const { of, day, waiting } = takenOn((today) => ({ awayUntil: today + 18, longSpell: 20 }));
    expect([of.awayUntil, of.assessments, waiting]).toEqual([day + 18, 1, 0]);
  });
});
