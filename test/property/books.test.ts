/** The books of one future, gone through every evening: whatever the levers and the ways of working, every sum is right. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Future } from '../../src/model/domain/future';
import { leversSchema, type LeverId, type Levers, type Scenario } from '../../src/model/index';
import { metaOf, tree } from '../../src/model/scenario/schema-tree';
import { lever, modelOf, set, single, surge, type World } from '../fixtures/pairs';
import { coldFuture, tallied } from '../fixtures/micro';
import { liveOneDay } from '../../src/model/domain/day';
import { JOB, PLAN, rowOf, WORKER } from '../../src/model/domain/rows';

/** Minutes, points and counts on every desk, and the team's totals of them. */
function checkDesks({ world, model, day }: Future): void {
  const { workers, assessments, plans, n } = world;
  const w = workers.cells;
  const a = assessments.cells;
  let open = 0;
  let onDesks = 0;
  const people = { inPost: 0, agency: 0, away: 0, present: 0 };
  for (let i = 0; i < world.workerCount; i++) {
    if (w[rowOf(i) + WORKER.kind] === 0) continue;
    people[w[rowOf(i) + WORKER.kind] === 1 ? 'inPost' : 'agency']++;
    if (w[rowOf(i) + WORKER.kind] === 1 && w[rowOf(i) + WORKER.awayUntil]! >= 0) people.away++;
    if (w[rowOf(i) + WORKER.awayUntil]! < 0) people.present++;
    let [load, points, urgent] = [0, 0, 0];
    for (let s = 0; s < w[rowOf(i) + WORKER.assessments]!; s++) {
      const job = world.slots[i * model.workforce.maxSlots + s]!;
      expect(a[job + JOB.remaining]).toBeGreaterThanOrEqual(0);
      load += a[job + JOB.remaining]!;
      urgent += a[job + JOB.urgent]! * model.pathway.interrupts;
      points += model.pathway.points[a[job + JOB.stage]!]!;
    }
    points +=
      w[rowOf(i) + WORKER.cin]! * model.held.points[0]! +
      w[rowOf(i) + WORKER.cp]! * model.held.points[1]! +
      w[rowOf(i) + WORKER.lac]! * model.held.points[2]!;
    expect(
      [w[rowOf(i) + WORKER.load], w[rowOf(i) + WORKER.urgent], w[rowOf(i) + WORKER.points]],
      `worker ${i} on day ${day}`,
    ).toEqual([load, urgent, points]);
    expect(w[rowOf(i) + WORKER.pending]).toBeLessThanOrEqual(load);
    expect(w[rowOf(i) + WORKER.pending]).toBeGreaterThanOrEqual(0);
    expect(w[rowOf(i) + WORKER.assessments]).toBeLessThanOrEqual(model.workforce.maxSlots);
    expect(w[rowOf(i) + WORKER.full]).toBeLessThanOrEqual(model.clock.dayMinutes);
    // Whatever happens next to anybody is still to come.
    expect(world.nextDay[i], `worker ${i} on day ${day}`).toBeGreaterThan(day);
    onDesks += load - w[rowOf(i) + WORKER.pending]!;
  }
  const total = (by: Int32Array): number => by.reduce((sum, x) => sum + x, 0);
  expect(people).toEqual({
    inPost: total(world.inPost),
    agency: total(world.agency),
    away: total(world.away),
    present: total(world.present),
  });
  for (const queue of world.queues) for (let i = 0; i < queue.size; i++) open += a[queue.at(i) + JOB.remaining]!;
  expect(n.openMinutes).toBe(open + onDesks);

  const p = plans.cells;
  const sums = { open: [0, 0, 0], unheld: [0, 0, 0] };
  for (let plan = 0; plan < plans.high; plan += plans.width) {
    if (p[plan + PLAN.alive] !== 1) continue;
    const held = p[plan + PLAN.holder]! >= 0;
    sums.open[p[plan + PLAN.kind]!]!++;
    if (!held) sums.unheld[p[plan + PLAN.kind]!]!++;
  }
  expect({ open: [...world.plansOpen], unheld: [...world.plansUnheld] }).toEqual(sums);
  expect(n.undecided).toBe(total(world.undecided));
}

/** Of the month so far: parts are no more than wholes, nothing is negative, time used is no more than there is. */
function checkMonth(): void {
  expect(tallied('minutes_used')).toBeLessThanOrEqual(tallied('minutes_available') + 1e-6);
  expect(tallied('plan_minutes_lost')).toBeLessThanOrEqual(tallied('plan_minutes_due') + 1e-6);
  expect(tallied('decisions_in_time')).toBeLessThanOrEqual(tallied('decisions'));
  expect(tallied('rereferrals')).toBeLessThanOrEqual(tallied('referrals'));
  expect(tallied('icpc_in_time')).toBeLessThanOrEqual(tallied('icpc'));
  expect(tallied('conversions')).toBeLessThanOrEqual(tallied('starters'));
  const gone = tallied('leavers_to_council') + tallied('leavers_to_agency');
  expect(gone).toBeLessThanOrEqual(tallied('leavers'));
}

/** Of a month that has ended: what is kept by team and by grade adds up to the whole. */
function checkTallies({ tally, model }: Future): void {
  const at = (column: string): number => tally[model.columns.indexOf(column)]!;
  const parts = (column: string, of: RegExp): number =>
    model.columns.reduce((sum, name, i) => (name.startsWith(`${column}@`) && of.test(name) ? sum + tally[i]! : sum), 0);
  const teams = new RegExp(`@(${model.workforce.teams.map(({ id }) => id).join('|')})$`);
  const grades = /@(newly-qualified|social-worker|senior-practitioner|team-manager|reviewing-officer)$/;
  for (const column of [
    'posts',
    'in_post',
    'agency',
    'vacant',
    'leavers',
    'starters',
    'cases_held',
    'holders',
    'unallocated',
    'workforce',
    'posts_and_in_post',
    'closed_unassessed',
  ])
    expect(parts(column, teams), column).toBe(at(column));
  for (const column of ['workforce_days', 'absence_days', 'holders_over', 'plan_minutes_due', 'plan_minutes_lost'])
    expect(parts(column, teams), column).toBe(at(column));
  for (const column of [
    'in_post',
    'agency',
    'leavers',
    'starters',
    'cases_held',
    'holders',
    'holders_over',
    'workforce',
    'workforce_days',
    'absence_days',
  ])
    expect(parts(column, grades), column).toBe(at(column));
  // Who has left before the signature, and whose conference waits, is in no team any more.
  for (const column of [
    'ia_completed',
    'ca_completed',
    'sa_completed',
    'assessments_overdue',
    'assessments_open',
    'cases_open',
  ])
    expect(parts(column, teams), column).toBeLessThanOrEqual(at(column));
  const waits = model.workforce.teams.map(({ id }) => at(`longest_wait@${id}`));
  expect(Math.max(...waits)).toBe(at('longest_wait'));
  for (const [column, parted] of [
    ['leavers_year', teams],
    ['leavers_year', grades],
  ] as const)
    if (!Number.isNaN(at(column))) expect(parts(column, parted), column).toBe(at(column));
  expect(at('service_years1to2') + at('service_years3to5') + at('service_later')).toBe(at('in_post'));
}

/** Lives a council that begins cold, with the books gone through every evening. */
function goThrough(worlds: readonly World[], days: number, seed: number): void {
  const future = coldFuture(modelOf(worlds, { horizonMonths: 8, warmUpYears: 0 }, 0.1), seed);
  for (let day = 0; day < days; day++) {
    liveOneDay();
    checkDesks(future);
    checkMonth();
    if (future.model.clock.monthEnd[future.day] === 1) {
      checkTallies(future);
      future.tally.fill(0);
    }
    future.day++;
  }
}

function twoTeams(s: Scenario): void {
  const [first, ...others] = s.workforce.teams;
  const part = (posts: number) => ({ ...first!, posts: { ...first!.posts, value: posts } });
  s.workforce.teams = [{ ...part(8), stages: ['initial'] }, { ...part(4), id: 'core', stages: ['core'] }, ...others];
  s.pathway.coreClockStart = 'allocation';
}

describe('every evening the books are right', () => {
  it.each<[string, World]>([
    ['as now', {}],
    ['two teams, a core clock from allocation', { scenario: twoTeams }],
    ['single assessments', { scenario: single }],
    [
      'a surge, parked work, a strike team, closings',
      {
        scenario: surge('2009-03-01', [0, 3, 1], 2),
        levers: {
          strikeTeam: lever(6, '2009-05-01', '2009-07-01'),
          lateLast: lever(60),
          closeUnassessed: lever(30, '2009-06-01'),
        },
      },
    ],
    [
      'case weights, unevenness, adverts, agency beyond',
      {
        scenario: set({
          'pathway.caseWeights.core': 1.75,
          'pathway.caseWeights.cp': 2.5,
          'workforce.unevenness': 0.5,
          'workforce.rollingAdvert': 5,
          'workforce.agencyBeyond': 6,
          'workforce.agencyConversion': 0.5,
          'workforce.absenceCaseloadEffect': 0.1,
          'workforce.agencyAssignmentMonths': 1,
        }),
      },
    ],
    [
      'agency workers by the score, half of them taken on, much sickness',
      {
        scenario: set({
          'workforce.vacancyRate': 0.5,
          'workforce.agencyShare': 0.45,
          'workforce.agencyAssignmentMonths': 1,
          'workforce.agencyConversion': 0.5,
          'workforce.longShare': 0,
          'workforce.sicknessDays': 60,
        }),
      },
    ],
  ])('%s', (_, world) => {
    goThrough([world], 160, 11);
  });

  it('whatever the levers, from whenever to whenever', () => {
    const month = fc.integer({ min: 2, max: 9 }).map((m) => `2009-0${m}-01`);
    const one = (id: LeverId) => {
      const { min, max } = metaOf(tree(leversSchema.entries[id]))!;
      const value = fc.double({ min, max: Math.min(max, 200), noNaN: true });
      const some = fc.record({
        value,
        from: month,
        rampMonths: fc.nat(3),
        until: fc.option(month, { nil: undefined }),
      });
      return fc.option(some, { nil: undefined, freq: 1 });
    };
    const ids = Object.keys(leversSchema.entries) as LeverId[];
    const levers = fc.record(Object.fromEntries(ids.map((id) => [id, one(id)])));
    const ways = fc.subarray([twoTeams, single, surge('2009-04-01', [1, 1, 1], 2)], { maxLength: 2 });
    const order = fc.constantFrom('oldest-first', 'newest-first', 'nearest-deadline-first');
    fc.assert(
      fc.property(levers, ways, order, fc.nat(1000), (values, changes, queueOrder, seed) => {
        const set_ = Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined)) as Levers;
        const worlds = [
          ...changes.map((scenario) => ({ scenario })),
          { scenario: set({ 'pathway.queueOrder': queueOrder }), levers: set_ },
        ];
        goThrough(worlds, 110, seed);
      }),
      { numRuns: 10, seed: 3 },
    );
  });
});
