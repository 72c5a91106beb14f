/**
 * Each mechanism, switched: its measure moves in the stated direction by more than 3 paired standard errors. Switches that
 * act from the start on leave the warm states alone, so the comparison is of the same futures.
 */
import { describe, expect, it } from 'vitest';
import { compile, type Levers, type Plan, type Scenario } from '../../src/model/index';
import { birmingham2009, meanAndError, planOf, ratios, runFutures, type Rows } from '../fixtures/worlds';

const FUTURES = 24;
const MONTHS = 14;

function run(change: (scenario: Scenario) => void, levers: Levers = {}): Rows {
  const scenario = birmingham2009();
  change(scenario);
  const plan: Plan = { ...planOf(scenario, 'as-now'), id: 'switched', levers };
  return runFutures(
    compile(scenario, plan, { horizonMonths: MONTHS, warmUpYears: 2, onlyChance: true, warmStates: 4 }),
    FUTURES,
    8,
  );
}

const still = (): void => undefined;
const asNow = run(still);

/** Paired difference of a ratio of columns, summed over all months. */
function difference(other: Rows, numerator: string, denominator: string): { mean: number; error: number } {
  const before = ratios(asNow, numerator, denominator);
  return meanAndError(ratios(other, numerator, denominator).map((x, i) => x - before[i]!));
}

function moves(other: Rows, numerator: string, denominator: string, direction: 1 | -1): void {
  const { mean, error } = difference(other, numerator, denominator);
  expect(mean * direction, `${String(mean)} ± ${String(error)}`).toBeGreaterThan(3 * error);
}

const lever = (value: number, from = '2009-02-01') => ({ value, from });

describe('levers', () => {
  it.each<[string, Levers, string, string, 1 | -1]>([
    [
      'more agency cover, more initial assessments in time',
      { agencyCover: lever(60) },
      'ia_in_time',
      'ia_completed',
      1,
    ],
    [
      'more agency cover, less time of plans lost',
      { agencyCover: lever(60) },
      'plan_minutes_lost',
      'plan_minutes_due',
      -1,
    ],
    ['assessing a third more, fewer in time', { referralToInitial: lever(60) }, 'ia_in_time', 'ia_completed', -1],
    ['a fifth more referrals, fewer in time', { referrals: lever(120) }, 'ia_in_time', 'ia_completed', -1],
    ['hours freed, more core assessments in time', { hoursFreed: lever(10) }, 'ca_in_time', 'ca_completed', 1],
    [
      'a lower ceiling for plans leaves more cases unallocated',
      { planCeiling: lever(28) },
      'unallocated',
      'cases_open',
      1,
    ],
    ['a higher leaving rate, more vacancies', { leavingRate: lever(28) }, 'vacant', 'posts', 1],
    ['more hires, fewer vacancies', { hiresPerMonth: lever(16) }, 'vacant', 'posts', -1],
    ['funding posts raises the vacancy rate', { longerTermPosts: lever(60) }, 'vacant', 'posts_and_in_post', 1],
    [
      'better booking, more looked-after reviews on time',
      { reviewBooking: lever(100) },
      'lac_reviews_in_time',
      'lac_reviews',
      1,
    ],
    [
      'help to take part, more children who do',
      { participation: lever(98) },
      'participation_taking_part',
      'participation_children',
      1,
    ],
  ])('%s', (_, levers, numerator, denominator, direction) => {
    moves(run(still, levers), numerator, denominator, direction);
  });
});

describe('mechanisms', () => {
  it.each<[string, (s: Scenario) => void, string, string, 1 | -1]>([
    [
      'handovers take time from plans',
      (s) => {
        s.pathway.handoverHours.value = 12;
      },
      'plan_minutes_lost',
      'plan_minutes_due',
      1,
    ],
    [
      'without the pressure response fewer are in time',
      (s) => {
        s.pathway.pressureKappa.value = 0;
      },
      'ia_in_time',
      'ia_completed',
      -1,
    ],
    [
      'fewer sign-offs a day, later',
      (s) => {
        s.pathway.signOffPerManagerDay.value = 2;
      },
      'late_sign_off',
      'late_total',
      1,
    ],
    [
      'no sickness, more in time',
      (s) => {
        s.workforce.sicknessDays.value = 0;
      },
      'ia_in_time',
      'ia_completed',
      1,
    ],
  ])('%s', (_, change, numerator, denominator, direction) => {
    moves(run(change), numerator, denominator, direction);
  });

  it('an agency that can send people at once sends them', () => {
    const quick = run(
      (s) => {
        s.workforce.agencyLeadWeeks.value = 0;
      },
      { agencyCover: lever(60) },
    );
    for (let f = 0; f < FUTURES; f++) expect(quick.at(f, MONTHS - 1, 'agency')).toBeGreaterThan(60);
  });

  it('the valve plays no part in the baseline and opens under a surge', () => {
    const shut = run((s) => {
      s.pathway.valve.value = 0;
    });
    expect(difference(shut, 'ia_completed', 'referrals').mean).toBeLessThan(0.004);
    const surge = run(still, { referrals: lever(141) });
    const surgeShut = run(
      (s) => {
        s.pathway.valve.value = 0;
      },
      { referrals: lever(141) },
    );
    const opened = ratios(surge, 'ia_completed', 'referrals');
    const closed = ratios(surgeShut, 'ia_completed', 'referrals');
    expect(opened.filter((x, i) => x < closed[i]!).length).toBeGreaterThan(0.6 * FUTURES);
  });
});
