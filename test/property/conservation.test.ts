/** Laws that hold in every future, whatever the luck and whatever the plan. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, makeSimulator, simulatorMaker, type Plan, type Scenario } from '../../src/model/index';
import {
  assessmentAt,
  everybody,
  inside,
  onDesk,
  planAt,
  QUEUE,
  rowsOf,
  TABLE,
  teamAt,
  waitingForAWorker,
  waitingIn,
  workerAt,
  world,
} from '../fixtures/inside';
import { birmingham2009, compiled, planOf } from '../fixtures/worlds';

function checkFuture(scenario: Scenario, plan: Plan, future: number, seed: number, months = 8): void {
  const model = compile(scenario, plan, { horizonMonths: months, warmUpYears: 1, warmStates: 2 });
  const simulator = makeSimulator(model, seed);
  const row = new Float64Array(model.months.length * model.columns.length);
  expect(simulator.run(future, row)).toBeNull();

  // Cases: what came in is what is open plus what was closed; every open case is in exactly one place.
  let openPlans = 0;
  let plansAlone = 0;
  for (const plan of rowsOf('plans').map(planAt)) {
    if (plan.alive !== 1) continue;
    openPlans++;
    if (plan.holder < 0) plansAlone++;
  }
  let inHand = 0;
  let plansHeld = 0;
  let people = 0;
  let openMinutes = 0;
  for (const i of everybody()) {
    const worker = workerAt(i);
    people++;
    inHand += worker.assessments;
    plansHeld += worker.plans;
    expect(worker.cin + worker.cp + worker.lac).toBe(worker.plans);
    let chained = 0;
    let points = 0;
    for (let at = worker.plans > 0 ? worker.firstPlan : 0; at !== 0; at = planAt(at).next) {
      const plan = planAt(at);
      expect(plan.holder).toBe(i);
      expect(plan.alive).toBe(1);
      points += model.held.points[plan.kind]!;
      chained++;
    }
    expect(chained).toBe(worker.plans);
    let load = 0;
    let urgent = 0;
    for (const job of onDesk(i).map(assessmentAt)) {
      expect(job.worker).toBe(i);
      load += job.remaining;
      urgent += job.urgent * model.pathway.interrupts;
      points += model.pathway.points[job.stage]!;
    }
    expect(worker.load).toBe(load);
    expect(worker.urgent).toBe(urgent);
    expect(worker.points).toBe(points);
    // Minutes not yet laid to an assessment never reach as far as the next that would be worked off.
    expect(load === 0 || worker.pending < worker.untilDone).toBe(true);
    openMinutes += load - worker.pending;
  }
  for (const job of waitingForAWorker()) openMinutes += assessmentAt(job).remaining;
  expect(world.openMinutes).toBe(openMinutes);
  const signOffAlone = waitingIn(QUEUE.signOff).filter((job) => assessmentAt(job).worker < 0).length;
  const openAssessments = inside().tableLive(TABLE.assessments);
  expect(openAssessments).toBe(
    inHand + waitingForAWorker().length + waitingIn(QUEUE.conferences).length + signOffAlone,
  );
  expect(openPlans).toBe(plansHeld + plansAlone);
  expect(world.casesIn - world.casesOut).toBe(openAssessments + openPlans);

  // People: in less out is here; permanent and agency add up by team.
  expect(people).toBe(world.workersLive);
  expect(world.peopleIn - world.peopleOut).toBe(people);
  const inTeams = model.workforce.teams.map((_, team) => teamAt(team).inPost + teamAt(team).agency);
  expect(inTeams.reduce((a, b) => a + b, 0)).toBe(people);

  const at = (month: number, column: string): number =>
    row[month * model.columns.length + model.columns.indexOf(column)]!;
  model.months.forEach((_, m) => {
    // Posts are filled or vacant; nothing is negative; parts are no more than wholes.
    const over = model.workforce.teams.reduce(
      (sum, team) => sum + Math.max(0, at(m, `in_post@${team.id}`) - at(m, `posts@${team.id}`)),
      0,
    );
    expect(at(m, 'in_post') + at(m, 'vacant')).toBe(at(m, 'posts') + over);
    for (const column of model.columns)
      if (!Number.isNaN(at(m, column)) && column !== 'agency_premium')
        expect(at(m, column), `${column} in month ${String(m)}`).toBeGreaterThanOrEqual(0);
    for (const [part, whole] of [
      ['ia_in_time', 'ia_completed'],
      ['ca_in_time', 'ca_completed'],
      ['lac_children_in_time', 'lac_children'],
      ['minutes_used', 'minutes_available'],
      ['plan_minutes_lost', 'plan_minutes_due'],
      ['cp_allocated', 'cp_plans'],
      ['assessments_overdue', 'assessments_open'],
      ['unallocated', 'cases_open'],
    ] as const) {
      expect(at(m, part), `${part} of ${whole}`).toBeLessThanOrEqual(at(m, whole) + 1e-9);
    }
    expect(at(m, 'late_waiting') + at(m, 'late_effort') + at(m, 'late_elapsed') + at(m, 'late_sign_off')).toBeCloseTo(
      at(m, 'late_total'),
      6,
    );
    if (m > 0) expect(at(m, 'in_post') - at(m - 1, 'in_post')).toBe(at(m, 'starters') - at(m, 'leavers'));
  });
}

describe('cases and people are kept whole in every future', () => {
  it.each(['as-now', 'recovery'])('Birmingham 2009, %s', (id) => {
    const scenario = birmingham2009();
    for (let future = 0; future < 6; future++) checkFuture(scenario, planOf(scenario, id), future, 1, 24);
  });

  it('whatever the levers', () => {
    const lever = (min: number, max: number) => fc.option(fc.double({ min, max, noNaN: true }), { nil: undefined });
    const levers = fc.record({
      hiresPerMonth: lever(0, 60),
      newlyQualifiedCohort: lever(0, 120),
      agencyCover: lever(0, 150),
      leavingRate: lever(1, 60),
      assessmentCeiling: lever(1, 20),
      planCeiling: lever(1, 60),
      referrals: lever(20, 300),
      referralToInitial: lever(5, 100),
      hoursFreed: lever(-30, 30),
      assessmentPosts: lever(-60, 80),
      longerTermPosts: lever(-120, 80),
    });
    fc.assert(
      fc.property(levers, fc.nat(1000), (values, seed) => {
        const scenario = birmingham2009();
        const set = Object.fromEntries(
          Object.entries(values)
            .filter(([, v]) => v !== undefined)
            .map(([id, value]) => [id, { value, from: '2009-03-01' }]),
        );
        const plan = { ...planOf(scenario, 'as-now'), id: 'any', levers: set } as Plan;
        checkFuture(scenario, plan, seed % 7, seed);
      }),
      { numRuns: 15, seed: 7 },
    );
  });
});

describe('paired worlds', () => {
  const run = (scenario: Scenario, plan: Plan, future: number): Float64Array => {
    const model = compile(scenario, plan, { horizonMonths: 12, warmUpYears: 1, warmStates: 2 });
    const row = new Float64Array(model.months.length * model.columns.length);
    expect(makeSimulator(model, 5).run(future, row)).toBeNull();
    return row;
  };

  it('(a) a parameter that plays no part changes nothing', () => {
    const plain = birmingham2009();
    const changed = birmingham2009();
    // Nobody sees money while working; no regime of 2030 applies; a newly qualified cohort of October does not exist.
    changed.pathway.regimes.push({ from: '2030-01-01', initialDays: 45, coreDays: 45, source: 'MODEL' });
    changed.targets = [];
    changed.name = 'Another name';
    for (const future of [0, 1, 9])
      expect(run(changed, planOf(changed, 'recovery'), future)).toEqual(run(plain, planOf(plain, 'recovery'), future));
  });

  it('(a) a mechanism switched off is no effect at all: levers set to what they are', () => {
    const scenario = birmingham2009();
    const asNow = planOf(scenario, 'as-now');
    const same = {
      ...asNow,
      id: 'same',
      levers: {
        leavingRate: { value: scenario.workforce.leavingRate.value * 100, from: '2009-03-01' },
        referrals: { value: 100, from: '2009-04-01' },
        hoursFreed: { value: 0, from: '2009-03-01' },
      },
    } as Plan;
    expect(run(scenario, same, 3)).toEqual(run(scenario, asNow, 3));
  });

  it('a future is the same whatever was run before it', () => {
    const model = compiled(birmingham2009(), 'recovery', { horizonMonths: 6, warmUpYears: 1, warmStates: 2 });
    const length = model.months.length * model.columns.length;
    const simulator = makeSimulator(model, 2);
    const alone = new Float64Array(length);
    simulator.run(17, alone);
    const after = new Float64Array(length);
    for (const future of [3, 90, 17]) simulator.run(future, after);
    expect(after).toEqual(alone);
  });
});

describe('warm states', () => {
  it('shared between plans of a scenario give the same bytes as made anew', () => {
    const scenario = birmingham2009();
    const make = simulatorMaker();
    for (const id of ['as-now', 'recovery', 'as-now']) {
      const model = compile(scenario, planOf(scenario, id), { horizonMonths: 8, warmUpYears: 1, warmStates: 2 });
      const shared = new Float64Array(model.months.length * model.columns.length);
      const anew = new Float64Array(shared.length);
      expect(make(model, 3).run(5, shared)).toBeNull();
      expect(makeSimulator(model, 3).run(5, anew)).toBeNull();
      expect(shared).toEqual(anew);
    }
  });
});
