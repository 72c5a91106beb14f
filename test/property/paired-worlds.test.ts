/** Paired worlds: the same luck for every plan, so that a difference between plans is the plans' own. */
import { describe, expect, it } from 'vitest';
import { compile, MEASURES, type Levers, type Plan } from '../../src/model/index';
import { birmingham2009, planOf, runFutures, type Rows } from '../fixtures/worlds';
import { council, lever, modelOf, set } from '../fixtures/pairs';
import {
  assessmentAt,
  everybody,
  onDesk,
  planAt,
  QUEUE,
  reviewsAt,
  rowsOf,
  waitingForAWorker,
  waitingIn,
} from '../fixtures/inside';
import { hire, liveDay, quietFuture, refer } from '../fixtures/micro';

/** Bits of an address that name a child; the upper ones count its returns. */
const CHILD = 0x00ffffff;

/** The facts of every open case by child, but for who has it. */
function openCases(): Map<number, string[]> {
  const cases = new Map<number, string[]>();
  const note = (entity: number, fact: string): void => {
    cases.set(entity & CHILD, [...(cases.get(entity & CHILD) ?? []), fact].sort());
  };
  const noteAssessment = (where: string, row: number): void => {
    const job = assessmentAt(row);
    note(job.entity, [where, job.stage, job.remaining, job.deadline, job.ready, job.effortDoneDay].join());
  };
  for (const worker of everybody()) for (const job of onDesk(worker)) noteAssessment('in hand', job);
  for (const job of waitingForAWorker()) noteAssessment('waits', job);
  for (const job of waitingIn(QUEUE.conferences)) noteAssessment('conference', job);
  for (const plan of rowsOf('plans').map(planAt)) {
    if (plan.alive !== 1) continue;
    const held = plan.holder >= 0;
    const reviews = plan.reviews === 0 ? undefined : reviewsAt(plan.reviews);
    note(plan.entity, ['plan', plan.kind, held, plan.endDay, reviews?.day, reviews?.lastLateDay].join());
  }
  return cases;
}

describe('(b) with unlimited capacity, one extra case changes that case alone', () => {
  const EXTRA = 0x0012345;
  const plenty = set({
    'workforce.teams.0.posts': 400,
    'workforce.teams.1.posts': 400,
    'workforce.sicknessDays': 0,
    'workforce.leavingRate': 0,
    'workforce.caseloadEffect': 0,
    'workforce.unevenness': 0,
    'pathway.signOffPerManagerDay': 10000,
    'pathway.pressureKappa': 0,
    'pathway.valve': 0,
    'heldWork.chairCapacity': 1000,
    'fitted.points.0.deadlineFirstShare': 1,
  });

  /** Begins with nobody's case open and lives 200 days; on the tenth the extra children are referred. The open cases of each evening. */
  function lived(extra: readonly number[], hands = 400) {
    quietFuture(modelOf([{ scenario: plenty }], { horizonMonths: 12, warmUpYears: 0 }, 0.1));
    for (let i = 0; i < hands; i++) hire('assessment', 1000 + i);
    for (let i = 0; i < 400; i++) hire('longer-term', 2000 + i);
    for (let i = 0; i < 10; i++) {
      hire('management', 3000 + i);
      hire('reviewing', 4000 + i);
    }
    return Array.from({ length: 200 }, (_, day) => {
      if (day === 10) for (const entity of extra) refer(entity, 600);
      liveDay();
      return openCases();
    });
  }

  it.each([
    ['one child', [EXTRA]],
    ['three children', [EXTRA, EXTRA + 8, EXTRA + 16]],
  ])('%s', (_, extra) => {
    const beside = lived(extra);
    let seen = 0;
    let most = 0;
    for (const [day, before] of lived([]).entries()) {
      const cases = beside[day]!;
      for (const entity of extra) {
        if (cases.delete(entity)) seen++;
        expect(before.has(entity)).toBe(false);
      }
      expect(cases).toEqual(before);
      most = Math.max(most, before.size);
    }
    // The proof has something to say: others were open all the while, and the extra ones for days.
    expect(most).toBeGreaterThan(100);
    expect(seen).toBeGreaterThan(3 * extra.length);
  });

  it('with too few hands it changes others, too', () => {
    const beside = lived([EXTRA], 9);
    let others = 0;
    for (const [day, before] of lived([], 9).entries()) {
      const cases = beside[day]!;
      cases.delete(EXTRA);
      for (const [child, facts] of before) if (cases.get(child)?.join() !== facts.join()) others++;
    }
    expect(others).toBeGreaterThan(20);
  });
});

/** What a report puts first: the measures of targets, and what stands beside them. */
const HEADLINE = [
  'referral_to_ia',
  'ia_in_time',
  'ca_in_time',
  'icpc_in_15',
  'lac_reviews_child',
  'review_participation',
  'vacancy_rate_dfe',
  'agency_share_workforce',
  'caseload_mean',
  'unallocated_count',
  'assessments_overdue',
  'rereferral_rate',
  'ia_in_time_by_start',
  'school_absence',
  'leavers_accommodation',
  'staff_cost',
];

/** A measure of each future over the months that have one. */
function valuesOf(run: Rows, id: string): number[] {
  const { numerator, denominator } = MEASURES.find((measure) => measure.id === id)!;
  return Array.from({ length: run.futures }, (_, f) => {
    let [up, down] = [0, 0];
    for (let m = 0; m < run.months; m++) {
      const [a, b] = [run.at(f, m, numerator), denominator === undefined ? 1 : run.at(f, m, denominator)];
      if (Number.isNaN(a) || Number.isNaN(b)) continue;
      up += a;
      down += b;
    }
    return up / down;
  });
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b) / values.length;
  return values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
}

/** Doubt included, as a report runs them. */
function plansRun(...plans: readonly Plan[]): Rows[] {
  const scenario = council();
  const options = { horizonMonths: 12, warmUpYears: 2, warmStates: 16 };
  return plans.map((plan) => runFutures(compile(scenario, plan, options), 32, 3));
}

describe('(c) the same luck makes differences between plans surer than plans apart', () => {
  const asNow = planOf(birmingham2009(), 'as-now');
  const levers: Levers = {
    agencyCover: lever(35, '2009-04-01'),
    hiresPerMonth: lever(2, '2009-03-01'),
    hoursFreed: lever(3, '2009-05-01'),
    reviewBooking: lever(98, '2009-04-01'),
    participation: lever(92, '2009-04-01'),
    schoolAbsence: lever(-3, '2009-04-01'),
    leaversAccommodation: lever(5, '2009-04-01'),
  };
  const [now, then] = plansRun(asNow, { ...asNow, id: 'another-plan', levers });

  it.each(HEADLINE)('%s', (id) => {
    const [a, b] = [valuesOf(now!, id), valuesOf(then!, id)];
    expect(a).not.toEqual(b);
    // Less than the sum is the law; here it is a sixth of it at most.
    expect(variance(a.map((x, i) => x - b[i]!))).toBeLessThan(0.5 * (variance(a) + variance(b)));
  });
});

describe('(d) two identical plans', () => {
  it.each(birmingham2009().plans.map((plan) => [plan.id, plan] as const))(
    'differ by exactly nothing in every future: %s and its twin',
    (_, plan) => {
      const scenario = council(0.1);
      const options = { horizonMonths: 14, warmUpYears: 1, warmStates: 2 };
      const twin = { ...plan, id: 'twin', name: 'Twin', description: '' };
      const [one, other] = [plan, twin].map((p) => runFutures(compile(scenario, p, options), 8, 5));
      expect(other!.rows).toEqual(one!.rows);
    },
  );
});
