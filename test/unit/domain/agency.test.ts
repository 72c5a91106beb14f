import { describe, expect, it } from 'vitest';
import { reviewAgency, wantedAgency } from '../../../src/model/domain/agency';
import { setNextDay, start } from '../../../src/model/domain/people';
import { updateRoom } from '../../../src/model/domain/rooms';
import { rowOf, WORKER } from '../../../src/model/domain/rows';
import { AGENCY, PERMANENT } from '../../../src/model/domain/world';
import { TWO_32 } from '../../../src/model/index';
import { birmingham2009, compiled, queueScenario } from '../../fixtures/worlds';
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
    const future = emptyFuture(compiled(scenario, 'as-now', { horizonMonths: 14, warmUpYears: 1 }));
    const { agencyOrders } = future.world;
    // Nobody is in post, so the market alone limits what is ordered; a year is 252 working days of 21 to the month.
    for (let day = 0; day < 252; day++) {
      future.day++;
      if (day % 5 === 0) {
        future.now.agencyCover = 1;
        reviewAgency();
      }
    }
    const ordered = agencyOrders.reduce((sum, orders) => sum + orders, 0);
    expect(Math.abs(ordered - aYear)).toBeLessThanOrEqual(1);
  },
);

it('agency workers beyond vacancies are so many in all, however many teams share the first assessments', () => {
  const scenario = birmingham2009();
  const { teams, agencyBeyond } = scenario.workforce;
  const first = teams.find(({ holds }) => holds === 'assessments')!;
  scenario.workforce.teams = [first, { ...structuredClone(first), id: 'second' }, ...teams.filter((t) => t !== first)];
  agencyBeyond.value = 6;
  const { model, world, now } = emptyFuture(compiled(scenario, 'as-now', { horizonMonths: 2, warmUpYears: 1 }));
  // Every post is filled: there is no vacancy to cover.
  model.workforce.teams.forEach((_, team) => (world.inPost[team] = now.posts[team]!));
  expect(model.workforce.teams.map((_, team) => wantedAgency(team))).toEqual([6, 0, 0, 0, 0, 0, 0]);
});

describe('an agency worker taken on for good on the very day on which', () => {
  /** One worker whose assignment ends today where a post is vacant; `at` is laid over the worker's cells. */
  function takenOn(at: (day: number) => Partial<Record<keyof typeof WORKER, number>>) {
    const scenario = queueScenario({ servers: 2, gap: 100, service: 5, effort: { logSd: 0 }, ceiling: 4 });
    const future = emptyFuture(compiled(scenario, 'as-now', { horizonMonths: 3, warmUpYears: 0 }));
    const { world, model, now } = future;
    hire('management', 1);
    const worker = start(
      AGENCY,
      model.workforce.teams.findIndex(({ id }) => id === 'assessment'),
      2,
      future.day - 100,
      -1,
    );
    refer(10, 5000);
    liveDay();
    now.conversion = TWO_32;
    const w = world.workers.cells;
    const of = (cell: keyof typeof WORKER): number => w[rowOf(worker) + WORKER[cell]]!;
    const facts = { leaveDay: future.day, ...at(future.day) };
    for (const [cell, value] of Object.entries(facts)) w[rowOf(worker) + WORKER[cell as keyof typeof WORKER]] = value;
    if (of('awayUntil') >= 0) world.present[of('team')]!--;
    updateRoom(worker);
    future.day--;
    setNextDay(worker);
    future.day++;
    liveDay();
    expect(of('kind')).toBe(PERMANENT);
    // Whatever comes next is still to come.
    expect(world.nextDay[worker]).toBeGreaterThanOrEqual(future.day);
    return { of, day: future.day - 1, waiting: world.queues[0]!.size };
  }

  it('sickness was to begin: it begins', () => {
    const { of, day } = takenOn((today) => ({ nextAway: today, longSpell: 3 }));
    expect(of('awayUntil')).toBe(day + 3);
  });

  it('sickness was to end: it ends', () => {
    const { of } = takenOn((today) => ({ awayUntil: today, longSpell: 3 }));
    expect([of('awayUntil'), of('assessments')]).toEqual([-1, 1]);
  });

  it('the cases were to go back after five days away: they go back', () => {
    const { of, day, waiting } = takenOn((today) => ({ awayUntil: today + 15, longSpell: 20 }));
    expect([of('awayUntil'), of('assessments'), waiting]).toEqual([day + 15, 0, 1]);
  });

  it('nothing else was to happen: cases stay, and so does the sick note', () => {
    const { of, day, waiting } = takenOn((today) => ({ awayUntil: today + 18, longSpell: 20 }));
    expect([of('awayUntil'), of('assessments'), waiting]).toEqual([day + 18, 1, 0]);
  });
});
