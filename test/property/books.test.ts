/** The books of one future, gone through every evening: whatever the levers and the ways of working, every sum is right. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leversSchema, type CompiledModel, type LeverId, type Levers, type Scenario } from '../../src/model/index';
import { metaOf, tree } from '../../src/model/scenario/schema-tree';
import { addressOf } from '../../src/model/simulator/memory';
import {
  assessmentAt,
  CIN,
  clearTally,
  CP,
  everybody,
  future,
  inside,
  ints,
  kindAt,
  LAC,
  onDesk,
  PERMANENT,
  planAt,
  reals,
  rowsOf,
  tallied,
  teamAt,
  waitingForAWorker,
  wholeAt,
  workerAt,
  world,
} from '../fixtures/inside';
import { lever, modelOf, set, single, surge, type World } from '../fixtures/pairs';
import { coldFuture } from '../fixtures/micro';

/** Minutes, points and counts on every desk, and the team's totals of them. */
function checkDesks(model: CompiledModel): void {
  const { day } = future;
  let onDesks = 0;
  const people = { inPost: 0, agency: 0, away: 0, present: 0 };
  for (const i of everybody()) {
    const worker = workerAt(i);
    people[worker.kind === PERMANENT ? 'inPost' : 'agency']++;
    if (worker.kind === PERMANENT && worker.awayUntil >= 0) people.away++;
    if (worker.awayUntil < 0) people.present++;
    let [load, points, urgent] = [0, 0, 0];
    for (const job of onDesk(i).map(assessmentAt)) {
      expect(job.remaining).toBeGreaterThanOrEqual(0);
      load += job.remaining;
      urgent += job.urgent * model.pathway.interrupts;
      points += model.pathway.points[job.stage]!;
    }
    points +=
      worker.cin * model.held.points[0]! + worker.cp * model.held.points[1]! + worker.lac * model.held.points[2]!;
    expect([worker.load, worker.urgent, worker.points], `worker ${i} on day ${day}`).toEqual([load, urgent, points]);
    expect(worker.pending).toBeLessThanOrEqual(load);
    expect(worker.pending).toBeGreaterThanOrEqual(0);
    expect(worker.assessments).toBeLessThanOrEqual(model.workforce.maxSlots);
    expect(worker.full).toBeLessThanOrEqual(model.clock.dayMinutes);
    // Whatever happens next to anybody is still to come.
    expect(wholeAt('NEXT_DAY', i), `worker ${i} on day ${day}`).toBeGreaterThan(day);
    onDesks += load - worker.pending;
  }
  const total = (by: Iterable<number>): number => [...by].reduce((sum, x) => sum + x, 0);
  const inTeams = (of: keyof typeof people): number => total(model.workforce.teams.map((_, team) => teamAt(team)[of]));
  expect(people).toEqual({
    inPost: inTeams('inPost'),
    agency: inTeams('agency'),
    away: inTeams('away'),
    present: inTeams('present'),
  });
  const open = total(waitingForAWorker().map((job) => assessmentAt(job).remaining));
  expect(world.openMinutes).toBe(open + onDesks);

  const sums = { open: [0, 0, 0], unheld: [0, 0, 0] };
  for (const plan of rowsOf('plans').map(planAt)) {
    if (plan.alive !== 1) continue;
    sums.open[plan.kind]!++;
    if (plan.holder < 0) sums.unheld[plan.kind]!++;
  }
  const kinds = [CIN, CP, LAC].map(kindAt);
  expect({ open: kinds.map(({ open }) => open), unheld: kinds.map(({ unheld }) => unheld) }).toEqual(sums);
  expect(world.undecided).toBe(total(ints('UNDECIDED', addressOf('DECISION_RING'))));
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
function checkTallies(model: CompiledModel): void {
  const tally = reals('TALLY', model.columns.length);
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
  const model = modelOf(worlds, { horizonMonths: 8, warmUpYears: 0 }, 0.1);
  coldFuture(model, seed);
  for (let day = 0; day < days; day++) {
    inside().liveOneDay();
    checkDesks(model);
    checkMonth();
    if (model.clock.monthEnd[future.day] === 1) {
      checkTallies(model);
      clearTally(model.columns.length);
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
