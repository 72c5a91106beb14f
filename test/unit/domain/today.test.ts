/** What is known of the morning of the start takes the place of the equilibrium: counts exactly, everything else as it was. */
import { describe, expect, it } from 'vitest';
import { makeSimulator, type CompiledModel, type Scenario } from '../../../src/model/index';
import { takeUp } from '../../../src/model/simulator/load';
import { warmUp } from '../../../src/model/simulator/simulator';
import { takeUpWorld, type KeptWorld } from '../../../src/model/simulator/warm-worlds';
import { tenthOfBirmingham } from '../../fixtures/council';
import {
  AGENCY,
  assessmentAt,
  CIN,
  CP,
  everybody,
  inside,
  kindAt,
  LAC,
  onDesk,
  PERMANENT,
  planAt,
  rowsOf,
  TABLE,
  waitingForAWorker,
  workerAt,
  world,
} from '../../fixtures/inside';
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

function modelWith(today: Today | undefined, months = 6): CompiledModel {
  const scenario = tenthOfBirmingham();
  if (today) scenario.today = today;
  return compiled(scenario, 'as-now', { horizonMonths: months, warmStates: 2, onlyChance: true });
}

/** Puts a warm state of a model in the place of the thread's future, to be looked at. */
function lookAt(model: CompiledModel, warm: KeptWorld): void {
  takeUp(model);
  takeUpWorld(warm);
}

/** Open assessments by stage and age, and how many of them wait. */
function assessmentsOf(model: CompiledModel) {
  const waiting = waitingForAWorker().map(assessmentAt);
  const held = everybody().flatMap(onDesk).map(assessmentAt);
  return (stage: number, from: number, to: number) => {
    const inLine = (job: (typeof held)[number]) => {
      const age = model.clock.firstDay - job.clockStart;
      return job.stage === stage && age >= from && age <= to;
    };
    const waits = waiting.filter(inLine).length;
    return { open: waits + held.filter(inLine).length, unallocated: waits };
  };
}

function peopleOf(model: CompiledModel, team: string) {
  const index = model.workforce.teams.findIndex(({ id }) => id === team);
  const workers = everybody()
    .map(workerAt)
    .filter((worker) => worker.team === index);
  const permanent = workers.filter(({ kind }) => kind === PERMANENT);
  return {
    permanent: permanent.length,
    agency: workers.filter(({ kind }) => kind === AGENCY).length,
    newlyQualified: permanent.filter(({ newUntil }) => newUntil >= model.clock.firstDay).length,
    away: permanent.filter(({ awayUntil }) => awayUntil >= 0).length,
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
    lookAt(model, worlds[i]!);
    const open = assessmentsOf(model);
    expect(open(0, 0, 7)).toEqual({ open: 30, unallocated: 4 });
    expect(open(0, 8, 30)).toEqual({ open: 60, unallocated: 25 });
    expect(open(1, 0, 35).open).toBe(20);
    expect(open(1, 36, 80).open).toBe(0);
    expect(peopleOf(model, 'assessment')).toEqual({ permanent: 11, newlyQualified: 4, agency: 3, away: 2 });
    expect(peopleOf(model, 'longer-term')).toMatchObject({ permanent: 18, agency: 0 });
    const alive = rowsOf('plans')
      .map(planAt)
      .filter((plan) => plan.alive === 1);
    const plans = (kind: number) => alive.filter((plan) => plan.kind === kind).length;
    expect([plans(CIN), plans(LAC)]).toEqual([300, 230]);
  });

  it('keeps its books', () => {
    for (const warm of worlds) {
      lookAt(model, warm);
      const open = [CIN, CP, LAC].map((kind) => kindAt(kind).open);
      expect(world.casesIn - world.casesOut).toBe(inside().tableLive(TABLE.assessments) + open.reduce((a, b) => a + b));
      let minutes = 0;
      for (const i of everybody()) {
        const worker = workerAt(i);
        let load = 0;
        for (const job of onDesk(i).map(assessmentAt)) {
          expect(job.worker).toBe(i);
          load += job.remaining;
        }
        expect(worker.load).toBe(load);
        minutes += load - worker.pending;
        let held = 0;
        if (worker.plans > 0) for (let plan = worker.firstPlan; plan !== 0; plan = planAt(plan).next) held++;
        expect(worker.plans).toBe(held);
      }
      for (const job of waitingForAWorker()) minutes += assessmentAt(job).remaining;
      expect(world.openMinutes).toBe(minutes);
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
    const [plain, empty, plans] = [undefined, {}, { heldPlans: { cp: known(90) } }].map((today) => {
      const model = modelWith(today);
      lookAt(model, warmUp(model, 3).worlds[0]!);
      return {
        assessments: rowsOf('assessments').map((row) => ({ ...assessmentAt(row) })),
        workers: Array.from({ length: world.workerCount }, (_, worker) => ({ ...workerAt(worker) })),
        assessmentsLive: inside().tableLive(TABLE.assessments),
        plansOpen: [CIN, CP, LAC].map((kind) => kindAt(kind).open),
      };
    });
    expect(empty!.assessments).toEqual(plain!.assessments);
    expect(empty!.workers).toEqual(plain!.workers);
    expect(plans!.assessmentsLive).toBe(plain!.assessmentsLive);
    expect(plans!.plansOpen[CP]).toBe(90);
    expect(plans!.plansOpen[LAC]).toBe(plain!.plansOpen[LAC]);
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
