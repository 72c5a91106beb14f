/**
 * Every lever: set to what it is as now it changes not one byte, moved it moves its measure in the stated direction by more
 * than 3 paired standard errors, in the same futures.
 */
import { describe, expect, it } from 'vitest';
import { compile, leversAsNow, leversSchema, type LeverId, type Levers, type Plan } from '../../src/model/index';
import { birmingham2009, planOf, runFutures } from '../fixtures/worlds';
import { council, difference, lever, Pairs, share, total, type Reading, type World } from '../fixtures/pairs';

const LEVERS = Object.keys(leversSchema.entries) as LeverId[];

describe('a lever set to what it is as now', () => {
  const scenario = council(0.1);
  const asNow = planOf(scenario, 'as-now');
  const run = (plan: Plan): Float64Array =>
    runFutures(compile(scenario, plan, { horizonMonths: 9, warmUpYears: 1, warmStates: 1, onlyChance: true }), 2).rows;
  const plain = run(asNow);
  const same = leversAsNow(scenario);

  it.each(LEVERS)('%s changes nothing', (id) => {
    const plan = { ...asNow, id: 'same', levers: { [id]: lever(same[id]) } };
    expect(run(plan)).toEqual(plain);
  });

  it('all of them, late and by halves, change nothing', () => {
    const levers = Object.fromEntries(
      LEVERS.map((id) => [id, { ...lever(same[id], '2009-04-01'), rampMonths: 3, until: '2009-09-01' }]),
    );
    const optimism = { delayMonths: 2, yield: 0.5, cost: 0 };
    expect(run({ ...asNow, id: 'same', levers, optimism })).toEqual(plain);
  });

  it('but away from it each of them changes something', () => {
    for (const id of LEVERS) {
      const declared = id === 'schoolAbsence' || id === 'leaversAccommodation';
      const value = declared ? -20 : same[id] === 0 ? 20 : 0.6 * same[id];
      const rows = run({ ...asNow, id: 'other', levers: { [id]: lever(value) } });
      // A lever that never bites in these months would make the proof above empty.
      expect(rows, id).not.toEqual(plain);
    }
  });
});

const pairs = new Pairs(14, 18);

/** More referrals than the council can assess. */
const OVERRUN: World = { levers: { referrals: lever(150) } };

/** The lever, its value, the measure and its direction; and what else both worlds have for the lever to have something to do. */
const MOVES: readonly [LeverId, number, string, Reading, 1 | -1, World?][] = [
  ['hiresPerMonth', 2.1, 'fewer vacancies', share('vacant', 'posts', 6), -1],
  ['newlyQualifiedCohort', 15, 'fewer vacancies from September on', share('vacant', 'posts', 7), -1],
  ['overseasHires', 3, 'fewer vacancies after months', share('vacant', 'posts', 9), -1],
  ['agencyConversion', 60, 'agency workers become permanent', total('conversions'), 1],
  ['agencyConversion', 60, 'and so vacancies fall', share('vacant', 'posts', 3), -1],
  ['strikeTeam', 10, 'less overdue work', total('assessments_overdue', 3), -1],
  ['agencyCover', 90, 'more initial assessments in time', share('ia_in_time', 'ia_completed', 2), 1],
  ['agencyCover', 90, 'less time of plans lost', share('plan_minutes_lost', 'plan_minutes_due', 2), -1],
  ['agencyCover', 60, 'a dearer workforce', total('agency_premium', 2), 1],
  ['leavingRate', 30, 'more vacancies', share('vacant', 'posts', 2), 1],
  ['leavingRate', 9, 'retention costs money', total('staff_cost'), 1],
  ['assessmentCeiling', 3, 'more cases that nobody has', share('unallocated', 'cases_open', 1), 1],
  ['planCeiling', 27, 'more cases that nobody has', share('unallocated', 'cases_open', 1), 1],
  ['planCeiling', 27, 'smaller caseloads', share('cases_held', 'holders', 1), -1],
  ['referrals', 125, 'fewer in time', share('ia_in_time', 'ia_completed', 1), -1],
  ['referralToInitial', 60, 'fewer in time', share('ia_in_time', 'ia_completed', 1), -1],
  ['earlyHelp', 20, 'fewer referrals', total('referrals', 1), -1],
  ['earlyHelp', 20, 'more in time', share('ia_in_time', 'ia_completed', 1), 1],
  ['stepDown', 50, 'fewer plans to be held', total('plan_minutes_due', 4), -1],
  ['stepDown', 50, 'and more of the children back', share('rereferrals', 'referrals', 4), 1],
  ['closeUnassessed', 100, 'closings without an assessment, counted', total('closed_unassessed', 1), 1, OVERRUN],
  ['lateLast', 100, 'a tail of overdue work', total('assessments_overdue', 3), 1],
  ['hoursFreed', 15, 'more core assessments in time', share('ca_in_time', 'ca_completed', 2), 1],
  ['hoursFreed', 15, 'paid for', total('staff_cost'), 1],
  ['assessmentPosts', 8, 'a higher vacancy rate', share('vacant', 'posts_and_in_post', 0, 1), 1],
  ['longerTermPosts', 12, 'a higher vacancy rate', share('vacant', 'posts_and_in_post', 0, 1), 1],
  [
    'managementPosts',
    30,
    'less waiting for a signature',
    share('late_sign_off', 'late_total', 8),
    -1,
    { scenario: (s) => (s.pathway.signOffPerManagerDay.value = 1.8) },
  ],
  [
    'reviewingPosts',
    10,
    'more looked-after reviews on time',
    share('lac_reviews_in_time', 'lac_reviews', 8),
    1,
    { scenario: (s) => (s.heldWork.chairCapacity.value = 0.7) },
  ],
  ['reviewBooking', 80, 'fewer looked-after reviews on time', share('lac_reviews_in_time', 'lac_reviews', 1), -1],
  [
    'participation',
    98,
    'more children who take part',
    share('participation_taking_part', 'participation_children', 6),
    1,
  ],
  ['schoolAbsence', -10, 'fewer absent', total('declared_school_absence', 6), -1],
  ['leaversAccommodation', 10, 'more housed', total('declared_leavers_accommodation', 6), 1],
];

describe('a lever moved', () => {
  const asNow: World = {};
  it.each(MOVES)('%s to %d: %s', (id, value, _, reading, direction, under = asNow) => {
    const levers: Levers = { [id]: lever(value) };
    const { mean, error } = difference(pairs.run(under), pairs.run(under, { levers }), reading);
    expect(mean * direction, `${mean} ± ${error}`).toBeGreaterThan(3 * error);
  });

  it('none is left out', () => {
    expect(new Set(MOVES.map(([id]) => id))).toEqual(new Set(LEVERS));
    expect(
      birmingham2009()
        .plans.flatMap((plan) => Object.keys(plan.levers))
        .every((id) => LEVERS.includes(id as LeverId)),
    ).toBe(true);
  });
});
