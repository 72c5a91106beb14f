/**
 * What a director would look for first: effects that every plan must show, some of them not the ones hoped for. Paired worlds,
 * the same futures, more than 3 paired standard errors.
 */
import { describe, expect, it } from 'vitest';
import { warmUp } from '../../src/model/simulator/simulator';
import { makeSimulator } from '../../src/model/index';
import {
  difference,
  lever,
  modelOf,
  moves,
  Pairs,
  set,
  share,
  surge,
  total,
  type Move,
  type Reading,
  type World,
} from '../fixtures/pairs';
import { everybody, workerAt } from '../fixtures/inside';
import { meanAndError } from '../fixtures/worlds';

const pairs = new Pairs(24, 24);
const inTime = (from: number, to?: number): Reading => share('ia_in_time', 'ia_completed', from, to);

/** Says of each stretch of months which way the change moves a measure. */
function story(
  change: World,
  under: World,
  chapters: readonly (readonly [string, Reading, 1 | -1])[],
  of = pairs,
): void {
  for (const [follows, reading, direction] of chapters) {
    const move: Move = ['the change', change, follows, reading, direction, under];
    moves(of, move);
  }
}

describe('more staff', () => {
  it('shorter queues', () => {
    story({ levers: { agencyCover: lever(90) } }, { levers: { referrals: lever(125) } }, [
      ['shorter waits', share('initial_minutes_waiting', 'initial_allocated', 4), -1],
      ['fewer cases that nobody has', total('unallocated', 4), -1],
      ['less overdue work', total('assessments_overdue', 4), -1],
    ]);
  });
});

describe('a newly qualified cohort', () => {
  const none: World = { levers: { newlyQualifiedCohort: lever(0) } };
  const cohort: World = { levers: { newlyQualifiedCohort: lever(25) } };

  it('dips before it helps: less time for plans in September, more from November on', () => {
    story(cohort, none, [
      ['September', share('plan_minutes_lost', 'plan_minutes_due', 7, 8), 1],
      ['from November on', share('plan_minutes_lost', 'plan_minutes_due', 9, 19), -1],
      ['initial assessments from November on', inTime(9, 19), 1],
    ]);
  });

  it('where it takes much supervision, all the team’s hours fall at first', () => {
    const supervised: World = { scenario: set({ 'workforce.newlyQualifiedSupervision': 40 }), ...none };
    story(cohort, supervised, [
      ['September', total('minutes_available', 7, 8), -1],
      ['the winter', total('minutes_available', 9, 15), 1],
    ]);
  });

  it('takes hours from experienced colleagues in its first weeks', () => {
    const options = { horizonMonths: 8, warmUpYears: 1, warmStates: 4 };
    const hours = (world: World): number[] => {
      const model = modelOf([world], options);
      const simulator = makeSimulator(model, 1, warmUp(model, 1));
      const row = new Float64Array(model.columns.length * model.months.length);
      return [0, 1, 2, 3].map((future) => {
        simulator.run(future, row);
        // The 30th of September: everybody who is not newly qualified and holds plans.
        const today = model.clock.days - 1;
        let [minutes, people] = [0, 0];
        for (const worker of everybody().map(workerAt)) {
          if (worker.team !== 1 || worker.newUntil >= today) continue;
          if (today - worker.serviceStart < model.workforce.rampDays) continue;
          minutes += worker.full;
          people++;
        }
        return minutes / people;
      });
    };
    const [without, withThem] = [hours(none), hours(cohort)];
    for (let f = 0; f < 4; f++) expect(withThem[f]).toBeLessThan(without[f]! - 1);
  });
});

describe('funding posts', () => {
  it('raises the vacancy rate that day, by every post, and changes nothing before', () => {
    const funded = pairs.run({ levers: { longerTermPosts: lever(12, '2009-06-01') } });
    const now = pairs.run();
    const counted = ['referrals', 'ia_completed', 'starters', 'leavers', 'minutes_used', 'cases_open', 'staff_cost'];
    for (let f = 0; f < now.futures; f++) {
      for (let month = 0; month < 4; month++)
        for (const column of counted) expect(funded.at(f, month, column)).toBe(now.at(f, month, column));
      const vacant = (month: number) => funded.at(f, month, 'vacant') - now.at(f, month, 'vacant');
      expect(vacant(3)).toBe(0);
      expect(vacant(4)).toBe(12 - (funded.at(f, 4, 'in_post') - now.at(f, 4, 'in_post')));
      const rate = (run: typeof now, month: number) =>
        run.at(f, month, 'vacant') / run.at(f, month, 'posts_and_in_post');
      expect(rate(funded, 4)).toBeGreaterThan(rate(now, 4) + 0.03);
    }
  });
});

describe('a strike team on a backlog', () => {
  it('lowers reported timeliness first, where overdue work had been parked, then raises it', () => {
    // Seven months of too many referrals; the newest first, and late ones last until the strike team has been there. No
    // pressure response, which would have made thinner work of the backlog; some slack once the referrals are fewer.
    const council = new Pairs(24, 28, {
      scenario: set({
        'pathway.queueOrder': 'newest-first',
        'pathway.pressureKappa': 0,
        'demand.referralsPerYear': 0.9 * 2600,
      }),
    });
    const parked: World = {
      levers: { referrals: lever(160, '2009-02-01', '2009-09-01'), lateLast: lever(100, '2009-02-01', '2010-05-01') },
    };
    const chapters: readonly (readonly [string, Reading, 1 | -1])[] = [
      ['while it works', inTime(10, 15), -1],
      ['the backlog', total('assessments_overdue', 13, 16), -1],
      ['once it is gone', inTime(16), 1],
    ];
    story({ levers: { strikeTeam: lever(12, '2009-10-01', '2010-05-01') } }, parked, chapters, council);
  });
});

describe('a surge at the front door of 41%, enquiries 63%', () => {
  it('takes far longer to leave than to arrive', () => {
    const [rise, peak, fall] = [1, 3, 1];
    const start = 2;
    const surged = pairs.run({ scenario: surge('2009-04-01', [rise, peak, fall], 1.41, 1.63) });
    const excess = (column: string) =>
      Array.from({ length: surged.months }, (_, m) => difference(pairs.run(), surged, total(column, m, m + 1)).mean);
    const [referrals, overdue] = [excess('referrals'), excess('assessments_overdue')];
    const most = Math.max(...overdue);
    // Referrals are back the month after the surge; overdue work is only then at its highest.
    expect(Math.max(...referrals.slice(start + rise + peak + fall))).toBeLessThan(0.3 * Math.max(...referrals));
    expect(overdue.indexOf(most)).toBeGreaterThanOrEqual(start + rise + peak);
    // Months until half of it is there, and from the highest until only a quarter is left.
    const arrived = overdue.findIndex((x) => x > most / 2) - start;
    const left = overdue.findLastIndex((x) => x > most / 4) + 1 - overdue.indexOf(most);
    expect(left).toBeGreaterThan(2 * arrived);
    expect(left).toBeGreaterThan(2 * (rise + fall));
  });
});

describe('raising the share assessed by a third', () => {
  it('breaks timeliness: by more than 20 points within half a year', () => {
    const { mean, error } = difference(pairs.run(), pairs.run({ levers: { referralToInitial: lever(60) } }), inTime(4));
    expect(mean, `${mean} ± ${error}`).toBeLessThan(-0.2 - 3 * error);
  });
});

describe('closing early', () => {
  const storm: World = { scenario: surge('2009-04-01', [1, 6, 1], 1.6) };

  it('under pressure it brings more children back later, once the pressure is over', () => {
    const likelier: World = { scenario: set({ 'demand.returns.earlyClosure': 1.5 }) };
    const untouched: World = {
      scenario: (s) => {
        storm.scenario!(s);
        s.demand.returns.earlyClosure.value = 0;
      },
    };
    story(likelier, untouched, [
      ['while it lasts', share('rereferrals', 'referrals', 4, 9), 1],
      ['the year after', share('rereferrals', 'referrals', 10, 22), 1],
    ]);
  });

  it('without an assessment it is counted, shortens the queue and brings more children back', () => {
    story({ levers: { closeUnassessed: lever(100) } }, { levers: { referrals: lever(150) } }, [
      ['counted', total('closed_unassessed'), 1],
      ['the queue', total('unallocated', 2), -1],
      ['repeat referrals', share('rereferrals', 'referrals', 4), 1],
    ]);
    const none = pairs.run();
    expect(meanAndError(Array.from({ length: none.futures }, (_, f) => total('closed_unassessed')(none, f))).mean).toBe(
      0,
    );
  });
});

describe('late ones last', () => {
  it('lifts the percentage of completed work in time and grows the tail of overdue work', () => {
    // With room on the desks: under a tight ceiling what is parked keeps new work waiting, and the percentage falls instead.
    const inOrder: World = {
      scenario: set({
        'fitted.points.0.deadlineFirstShare': 1,
        'fitted.points.0.effortScale': 0.95,
        'pathway.urgentFirst': 'on-the-desk-too',
        'workforce.teams.0.ceiling': 30,
      }),
    };
    const many = new Pairs(12, 24, inOrder);
    moves(many, ['the change', { levers: { lateLast: lever(100) } }, 'completed in time', inTime(2), 1]);
    moves(many, ['the change', { levers: { lateLast: lever(100) } }, 'the tail', total('assessments_overdue', 2), 1]);
  });
});
