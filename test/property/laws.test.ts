/** Laws of every run: Little's, and that more staff does no harm on average, in the same futures. */
import { describe, expect, it } from 'vitest';
import type { CompiledModel } from '../../src/model/index';
import { compiled, evenly, meanAndError, queueScenario } from '../fixtures/worlds';
import { difference, lever, modelOf, Pairs, set, share, total, type Reading, type World } from '../fixtures/pairs';
import { assessmentAt, clearTally, future, inside, QUEUE, tallied, waitingForAWorker } from '../fixtures/inside';
import { coldFuture, hire, quietFuture } from '../fixtures/micro';

/** Lives days of a model through; `evening` sees each before its month's tally is emptied. */
function live(model: CompiledModel, days: number, evening: () => void): void {
  for (let day = 0; day < days; day++) {
    inside().liveOneDay();
    evening();
    if (model.clock.monthEnd[future.day] === 1) clearTally(model.columns.length);
    future.day++;
  }
}

/** What a column has counted since the last call, whatever month it is. */
function counter(column: Parameters<typeof tallied>[0]): () => number {
  let before = 0;
  let month = future.month;
  return () => {
    const now = tallied(column);
    const since = future.month === month ? now - before : now;
    before = now;
    month = future.month;
    return since;
  };
}

/** Initial assessments that nobody has had yet on the evening of a day, and of them those referred that day; and minutes they have waited so far. */
function waiting(model: CompiledModel, day: number): { all: number; today: number; minutes: number } {
  const seen = { all: 0, today: 0, minutes: 0 };
  for (const job of waitingForAWorker().map(assessmentAt)) {
    if (job.stage !== 0 || job.allocatedDay >= 0) continue;
    seen.all++;
    if (job.arrived >= day * model.clock.dayMinutes) seen.today++;
    seen.minutes += (day + 1) * model.clock.dayMinutes - job.arrived;
  }
  return seen;
}

describe('Little: the mean number that waits is what comes, times how long it waits', () => {
  it.each([
    [0.9, 3],
    [0.97, 5],
  ])('in a queue at utilisation %d, %d workers, run by run', (load, servers) => {
    const scenario = queueScenario({ servers, gap: 100, service: 100 * servers * load, effort: 'exponential' });
    const errors: number[] = [];
    for (let seed = 1; seed <= 12; seed++) {
      const model = evenly(scenario, compiled(scenario, 'as-now', { horizonMonths: 24, warmUpYears: 0 }));
      quietFuture(model, seed);
      for (let i = 0; i < servers; i++) hire('assessment', 100 + i);
      hire('management', 99);
      const waited = counter('initial_minutes_waiting');
      let [minutes, evenings] = [0, 0];
      const days = 490;
      live(model, days, () => {
        minutes += waited();
        evenings += inside().queueSize(QUEUE.pool);
      });
      // Minutes of those who wait still are part of the time they spent; evenings are fair samples of the working clock.
      const littles = (minutes + waiting(model, future.day - 1).minutes) / (days * model.clock.dayMinutes);
      const mean = evenings / days;
      expect(Math.abs(mean - littles)).toBeLessThan(0.25 * Math.max(1, littles));
      errors.push(mean - littles);
    }
    const { mean, error } = meanAndError(errors);
    expect(Math.abs(mean), `${mean} ± ${error}`).toBeLessThan(4 * error);
  });

  it.each<[string, World]>([
    ['as now', {}],
    ['overrun', { levers: { referrals: lever(140) } }],
    ['newest first', { scenario: set({ 'pathway.queueOrder': 'newest-first' }), levers: { referrals: lever(140) } }],
  ])('in the council %s: between the numbers of mornings and evenings, exactly', (_, world) => {
    for (const seed of [1, 2, 3]) {
      const model = modelOf([world], { horizonMonths: 12, warmUpYears: 0 }, 0.1);
      coldFuture(model, seed);
      const waited = counter('initial_minutes_waiting');
      const began = counter('ia_from_start');
      let [minutes, low, high, left] = [0, 0, 0, 0];
      live(model, 200, () => {
        minutes += waited();
        const now = waiting(model, future.day);
        // All day long there are at least those who are there from morning to evening, at most all who ever are.
        low += now.all - now.today;
        high += left + began();
        left = now.all;
      });
      const area = (minutes + waiting(model, future.day - 1).minutes) / model.clock.dayMinutes;
      expect(area).toBeGreaterThanOrEqual(low);
      expect(area).toBeLessThanOrEqual(high);
      expect(high).toBeGreaterThan(0);
    }
  });
});

describe('more staff, on average over the same futures', () => {
  const pairs = new Pairs(14, 16);
  const LOADS: Record<string, World> = {
    'as now': {},
    'a fifth more work': { levers: { referrals: lever(120) } },
    overrun: { levers: { referrals: lever(150) } },
    'a fifth less work': { levers: { referrals: lever(80) } },
  };
  const STAFF: Record<string, World> = {
    'some agency cover': { levers: { agencyCover: lever(35) } },
    'much agency cover': { levers: { agencyCover: lever(90) } },
    'agency beyond vacancies': { scenario: set({ 'workforce.agencyBeyond': 3 }) },
    'more hires': { levers: { hiresPerMonth: lever(2.1) } },
    'fewer leavers': { levers: { leavingRate: lever(6) } },
  };
  const LAWS: readonly [string, Reading, 1 | -1][] = [
    ['no fewer completions', total('ia_completed', 2), 1],
    ['no fewer core completions', total('ca_completed', 2), 1],
    ['no larger open stock', total('assessments_open', 2), -1],
    ['no more overdue', total('assessments_overdue', 2), -1],
    ['no smaller share in time by month of start', share('ia_from_start_in_time', 'ia_from_start', 2, 12), 1],
    // Of assessments alone: those that end sooner bring plans sooner, and for these the longer-term team may be full.
    ['no more assessments that nobody has', total('unallocated@assessment', 2), -1],
  ];

  it.each(Object.keys(STAFF).flatMap((staff) => Object.keys(LOADS).map((load) => [staff, load] as const)))(
    '%s, %s',
    (staff, load) => {
      const [less, more] = [pairs.run(LOADS[load]!), pairs.run(LOADS[load]!, STAFF[staff]!)];
      for (const [law, reading, direction] of LAWS) {
        const { mean, error } = difference(less, more, reading);
        // Where staff makes no difference, chance alone must not be taken for harm.
        expect(mean * direction, `${law}: ${mean} ± ${error}`).toBeGreaterThanOrEqual(-2 * error);
      }
    },
  );
});
