/** What is known of the morning of the start takes the place of the equilibrium: counts exactly, everything else as it was. */
import { describe, expect, it } from 'vitest';
import { makeSimulator, type Scenario } from '../../../src/model/index';
import { JOB, PLAN, rowOf, WORKER } from '../../../src/model/domain/rows';
import { warmUp } from '../../../src/model/domain/simulator';
import { AGENCY, PERMANENT, type World } from '../../../src/model/domain/world';
import { tenthOfBirmingham } from '../../fixtures/council';
import { compiled, meanAndError } from '../../fixtures/worlds';

type Today = NonNullable<Scenario['today']>;
const known = (value: number) => ({ value, source: 'MODEL', grade: 'A' as const });
const line = (
  stage: 'initial' | 'core',
  fromAge: number,
  toAge: number,
  open: number,
  unallocated?: number,
): NonNullable<Today['openAssessments']>[number] => ({
  stage,
  fromAge,
  toAge,
  open: known(open),
  ...(unallocated === undefined ? {} : { unallocated: known(unallocated) }),
});

function modelWith(today: Today | undefined, months = 6) {
  const scenario = tenthOfBirmingham();
  if (today) scenario.today = today;
  return compiled(scenario, 'as-now', { horizonMonths: months, warmStates: 2, onlyChance: true });
}

/** Open assessments of a warm state by stage and age, and how many of them wait. */
function assessmentsOf(model: ReturnType<typeof modelWith>, world: World) {
  const a = world.assessments.cells;
  const waiting = new Set(world.queues.flatMap((queue) => Array.from({ length: queue.size }, (_, i) => queue.at(i))));
  const held: number[] = [];
  for (let worker = 0; worker < world.workerCount; worker++)
    for (let i = 0; i < world.workers.cells[rowOf(worker) + WORKER.assessments]!; i++)
      held.push(world.slots[worker * model.workforce.maxSlots + i]!);
  return (stage: number, from: number, to: number) => {
    const inLine = (job: number) => {
      const age = model.clock.firstDay - a[job + JOB.clockStart]!;
      return a[job + JOB.stage] === stage && age >= from && age <= to;
    };
    const waits = [...waiting].filter(inLine).length;
    return { open: waits + held.filter(inLine).length, unallocated: waits };
  };
}

function peopleOf(model: ReturnType<typeof modelWith>, world: World, team: string) {
  const w = world.workers.cells;
  const index = model.workforce.teams.findIndex(({ id }) => id === team);
  const rows = Array.from({ length: world.workerCount }, (_, worker) => rowOf(worker)).filter(
    (row) => w[row + WORKER.team] === index,
  );
  const permanent = rows.filter((row) => w[row + WORKER.kind] === PERMANENT);
  return {
    permanent: permanent.length,
    agency: rows.filter((row) => w[row + WORKER.kind] === AGENCY).length,
    newlyQualified: permanent.filter((row) => w[row + WORKER.newUntil]! >= model.clock.firstDay).length,
    away: permanent.filter((row) => w[row + WORKER.awayUntil]! >= 0).length,
  };
}

const TODAY: Today = {
  openAssessments: [
    line('initial', 0, 7, 30, 4),
    line('initial', 8, 30, 60, 25),
    line('core', 0, 35, 20),
    line('core', 36, 80, 0),
  ],
  heldPlans: { cin: known(300), lac: known(230) },
  workers: [
    { team: 'assessment', permanent: known(11), newlyQualified: known(4), agency: known(3), away: known(2) },
    { team: 'longer-term', permanent: known(18), agency: known(0) },
  ],
};

describe('a council known this morning', () => {
  const model = modelWith(TODAY);
  const { worlds } = warmUp(model, 3);

  it.each([0, 1])('has the assessments, plans and people that are known (warm state %i)', (i) => {
    const world = worlds[i]!;
    const open = assessmentsOf(model, world);
    expect(open(0, 0, 7)).toEqual({ open: 30, unallocated: 4 });
    expect(open(0, 8, 30)).toEqual({ open: 60, unallocated: 25 });
    expect(open(1, 0, 35).open).toBe(20);
    expect(open(1, 36, 80).open).toBe(0);
    expect(peopleOf(model, world, 'assessment')).toEqual({ permanent: 11, newlyQualified: 4, agency: 3, away: 2 });
    expect(peopleOf(model, world, 'longer-term')).toMatchObject({ permanent: 18, agency: 0 });
    const p = world.plans.cells;
    const plans = (kind: number) => {
      let count = 0;
      for (let plan = 0; plan < world.plans.high; plan += world.plans.width)
        if (p[plan + PLAN.alive] === 1 && p[plan + PLAN.kind] === kind) count++;
      return count;
    };
    expect([plans(0), plans(2)]).toEqual([300, 230]);
  });

  it('keeps its books', () => {
    for (const world of worlds) {
      const { n } = world;
      expect(n.casesIn - n.casesOut).toBe(world.assessments.live + world.plansOpen.reduce((a, b) => a + b));
      const a = world.assessments.cells;
      const p = world.plans.cells;
      let minutes = 0;
      for (let worker = 0; worker < world.workerCount; worker++) {
        const row = rowOf(worker);
        let load = 0;
        for (let i = 0; i < world.workers.cells[row + WORKER.assessments]!; i++) {
          const job = world.slots[worker * model.workforce.maxSlots + i]!;
          expect(a[job + JOB.worker]).toBe(worker);
          load += a[job + JOB.remaining]!;
        }
        expect(world.workers.cells[row + WORKER.load]).toBe(load);
        minutes += load - world.workers.cells[row + WORKER.pending]!;
        let held = 0;
        if (world.workers.cells[row + WORKER.plans]! > 0)
          for (let plan = world.workers.cells[row + WORKER.firstPlan]!; plan >= 0; plan = p[plan + PLAN.next]!) held++;
        expect(world.workers.cells[row + WORKER.plans]).toBe(held);
      }
      for (const queue of world.queues) for (let i = 0; i < queue.size; i++) minutes += a[queue.at(i) + JOB.remaining]!;
      expect(n.openMinutes).toBe(minutes);
    }
  });

  it('lives on from there, and its backlog shows', () => {
    const run = (today: Today | undefined) => {
      const simulator = makeSimulator(modelWith(today), 3);
      const { columns, months } = modelWith(today);
      return Array.from({ length: 12 }, (_, future) => {
        const row = new Float64Array(columns.length * months.length);
        expect(simulator.run(future, row)).toBeNull();
        const sum = (name: string) => row[columns.indexOf(name)]! + row[columns.length + columns.indexOf(name)]!;
        return sum('ia_in_time') / sum('ia_completed');
      });
    };
    const [behind, even] = [run({ openAssessments: [line('initial', 10, 60, 120, 100)] }), run(undefined)];
    const { mean, error } = meanAndError(behind.map((share, i) => share - even[i]!));
    expect(mean).toBeLessThan(-3 * error);
  });
});

describe('what is left out', () => {
  it('stays as the equilibrium has it', () => {
    const [plain] = warmUp(modelWith(undefined), 3).worlds;
    const [empty] = warmUp(modelWith({}), 3).worlds;
    expect(empty!.assessments.cells).toEqual(plain!.assessments.cells);
    expect(empty!.workers.cells).toEqual(plain!.workers.cells);
    const [plans] = warmUp(modelWith({ heldPlans: { cp: known(90) } }), 3).worlds;
    expect(plans!.assessments.live).toBe(plain!.assessments.live);
    expect(plans!.plansOpen[1]).toBe(90);
    expect(plans!.plansOpen[2]).toBe(plain!.plansOpen[2]);
  });
});

describe('assessments that begin with the day of the start', () => {
  const begun = (change: (scenario: Scenario) => void = () => undefined) => {
    const scenario = tenthOfBirmingham();
    scenario.start = '2009-04-01';
    // Nobody else is referred, so that what is counted by month of start is theirs alone.
    scenario.demand.referralsPerYear.value = 1;
    scenario.today = { openAssessments: [line('initial', 0, 0, 40), line('core', 0, 0, 10)] };
    change(scenario);
    return compiled(scenario, 'as-now', { horizonMonths: 3, warmStates: 1, warmUpYears: 1, onlyChance: true });
  };

  it('are counted by month of start as begun, not only as done in time', () => {
    const model = begun();
    const row = new Float64Array(model.columns.length * model.months.length);
    expect(makeSimulator(model, 3).run(0, row)).toBeNull();
    const at = (column: string) => row[model.columns.indexOf(column)]!;
    expect(at('ia_from_start')).toBeGreaterThanOrEqual(40);
    expect(at('ia_from_start_in_time')).toBeGreaterThan(0);
    expect(at('ia_from_start_in_time')).toBeLessThanOrEqual(at('ia_from_start'));
    expect(at('ca_from_start')).toBeGreaterThanOrEqual(10);
  });

  it('write nothing into a future that was run before', () => {
    const model = begun((scenario) => delete scenario.today);
    const row = new Float64Array(model.columns.length * model.months.length);
    expect(makeSimulator(model, 3).run(0, row)).toBeNull();
    const before = row.slice();
    warmUp(begun(), 3);
    expect(row).toEqual(before);
  });
});
