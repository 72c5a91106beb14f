import type { LeverId, Levers, Scenario } from '../model/index';
import { isFound } from './fitted-figures';
import { leverText, leverValue, type LeverSpec } from './levers';

/** Starters in England as a share of those in post, a year: 16.3% to 19.3% between 2017 and 2020 (workforce census). */
const ENGLAND_STARTERS = '16–19%';

/** One line that says what is normal for a lever, next to what the plan sets. */
export function normalLine(scenario: Scenario, specs: readonly LeverSpec[], spec: LeverSpec, levers: Levers): string {
  const { workforce, money, demand } = scenario;
  const now = `Now ${leverText(spec.now)}`;
  const lines: { readonly [id in LeverId]: () => string } = {
    hiresPerMonth: () =>
      `${now}. Starters: England ${ENGLAND_STARTERS} of staff a year, this ${startersShare(scenario, specs, levers)}%`,
    newlyQualifiedCohort: () =>
      `${now}. Carry ${percent(workforce.newlyQualifiedCaseload.value)} of a caseload in year one`,
    overseasHires: () =>
      `Now 0. They start after ${leverText(workforce.overseasLeadMonths.value)} months${range(workforce.overseasLeadMonths, 1)}`,
    agencyConversion: () => `${now}%. Only where a post is vacant`,
    strikeTeam: () => 'Now 0. Finishing overdue work lowers the percentage in time at first',
    earlyHelp: () => 'Now 0. Takes hold only as families stop being referred',
    stepDown: () => 'Now 0. Children closed early come back oftener',
    closeUnassessed: () => 'Now 0. Counted, and shown beside every result',
    lateLast: () => 'Now 0. Lifts the percentage, grows overdue work',
    managementPosts: () => `Now ${leverText(posts(scenario, 'sign-off'))} posts. New posts start vacant`,
    reviewingPosts: () => `Now ${leverText(posts(scenario, 'reviews'))} posts. New posts start vacant`,
    agencyCover: () =>
      `${now}%. About £${thousands(money.agencyCost.value - money.employerCost.value)} a year more for each worker`,
    leavingRate: () => `${now}%${range(workforce.leavingRate, 100)}`,
    assessmentCeiling: () => `${now}. Work above it waits unallocated`,
    planCeiling: () => `${now}. Work above it waits unallocated`,
    referrals: () => `Now 100%, ${thousands(demand.referralsPerYear.value)} a year${range(demand.referralsPerYear, 1)}`,
    referralToInitial: () => `${now}%. Every further assessment takes hours`,
    hoursFreed: () => 'Now 0. Minus where systems take hours',
    assessmentPosts: () => `Now ${leverText(posts(scenario, 'assessments'))} posts. New posts start vacant`,
    longerTermPosts: () => `Now ${leverText(posts(scenario, 'plans'))} posts. New posts start vacant`,
    reviewBooking: () => `${now}%, ${isFound(scenario, 'reviewBooking') ? 'fitted to the baseline' : 'assumed'}`,
    participation: () => `${now}%, ${isFound(scenario, 'participation') ? 'fitted to the baseline' : 'assumed'}`,
    schoolAbsence: () => 'Declared by the council; staffing does not move it here',
    leaversAccommodation: () => 'Declared by the council; staffing does not move it here',
  };
  return lines[spec.id]();
}

/** Starters a year as a whole percentage of those in post at the start. */
function startersShare(scenario: Scenario, specs: readonly LeverSpec[], levers: Levers): number {
  const value = (id: LeverId) => {
    const spec = specs.find((s) => s.id === id);
    return spec ? leverValue(levers, spec) : 0;
  };
  return Math.round((100 * (12 * value('hiresPerMonth') + value('newlyQualifiedCohort'))) / inPost(scenario));
}

function inPost({ workforce: { teams, vacancyRate } }: Scenario): number {
  return teams.reduce((sum, team) => sum + team.posts.value, 0) * (1 - vacancyRate.value);
}

function range(
  { low, high }: { readonly low?: number | undefined; readonly high?: number | undefined },
  factor: number,
): string {
  return low === undefined || high === undefined
    ? ''
    : `; ${thousands(low * factor)}–${thousands(high * factor)} thought possible`;
}

function posts(scenario: Scenario, holds: string): number {
  return scenario.workforce.teams
    .filter((team) => team.holds === holds)
    .reduce((sum, team) => sum + team.posts.value, 0);
}

const percent = (share: number) => `${leverText(100 * share)}%`;
const thousands = (value: number) => (Math.round(value * 10) / 10).toLocaleString('en-GB');
