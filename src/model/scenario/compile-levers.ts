import type { CompiledDeclared, CompiledLevers } from '../compiled';
import { normalTable, threshold } from '../tables/tables';
import { shockPath } from './compile-demand';
import { monthNumber, MONTHS_PER_YEAR, type IsoMonth } from '../units';
import type { LeverId, Plan, Scenario } from './schema';

/** What each lever stands at as now, in the lever's own unit; what a page shows before anything is changed. */
export function leversAsNow(scenario: Scenario): Readonly<Record<LeverId, number>> {
  const { workforce, pathway, fitted } = scenario;
  const posts = workforce.teams.reduce((sum, t) => sum + t.posts.value, 0);
  const inPost = inPostAtStart(scenario);
  const agency = (inPost * workforce.agencyShare.value) / (1 - workforce.agencyShare.value);
  const middle = fitted.points[Math.floor((fitted.points.length - 1) / 2)]!;
  const ceiling = (holds: string): number => workforce.teams.find((t) => t.holds === holds)?.ceiling.value ?? 0;
  const years = scenario.declared;
  const yearly = (measure: string): number => (years.find((d) => d.measure === measure)?.yearlyChange.value ?? 0) * 100;
  return {
    overseasHires: 0,
    agencyConversion: workforce.agencyConversion.value * 100,
    strikeTeam: 0,
    earlyHelp: 0,
    stepDown: 0,
    closeUnassessed: 0,
    lateLast: 0,
    managementPosts: 0,
    reviewingPosts: 0,
    hiresPerMonth: Math.max(
      0,
      (workforce.leavingRate.value * inPost - workforce.newlyQualifiedCohort.value) / MONTHS_PER_YEAR,
    ),
    newlyQualifiedCohort: workforce.newlyQualifiedCohort.value,
    agencyCover: posts > inPost ? (agency / (posts - inPost)) * 100 : 0,
    leavingRate: workforce.leavingRate.value * 100,
    assessmentCeiling: ceiling('assessments'),
    planCeiling: ceiling('plans'),
    referrals: 100,
    referralToInitial: pathway.referralToInitial.value * 100,
    hoursFreed: 0,
    assessmentPosts: 0,
    longerTermPosts: 0,
    reviewBooking: middle.reviewBooking * 100,
    participation: middle.participation * 100,
    schoolAbsence: yearly('school_absence'),
    leaversAccommodation: yearly('leavers_accommodation'),
  };
}

/** Permanent staff at the start, whole people team by team. */
export function inPostAtStart(scenario: Scenario): number {
  const { teams, vacancyRate } = scenario.workforce;
  return teams.reduce((sum, t) => sum + Math.round(t.posts.value * (1 - vacancyRate.value)), 0);
}

/** The plan's value of a lever, or the given value where the plan leaves it as now. */
export function leverValue(plan: Plan, id: LeverId, asNow: number): number {
  return plan.levers[id]?.value ?? asNow;
}

/** How far a lever is in, from 0 to 1, month by month: from its date on, later by the delay dial, evenly over its ramp. */
export function leverWeight(plan: Plan, id: LeverId, months: readonly IsoMonth[]): Float64Array {
  const lever = plan.levers[id];
  if (!lever) return new Float64Array(months.length);
  const from = monthNumber(lever.from) + plan.optimism.delayMonths;
  const ramp = lever.rampMonths ?? 0;
  const end = lever.until === undefined ? Infinity : monthNumber(lever.until) + plan.optimism.delayMonths;
  return Float64Array.from(months, (month) => {
    const into = monthNumber(month) - from;
    return into < 0 || monthNumber(month) >= end ? 0 : ramp === 0 ? 1 : Math.min(1, (into + 1) / (ramp + 1));
  });
}

/** A lever's value month by month, from where it stands as now to where the plan puts it. */
export function leverPath(plan: Plan, id: LeverId, months: readonly IsoMonth[], asNow: number): Float64Array {
  const to = leverValue(plan, id, asNow);
  return leverWeight(plan, id, months).map((w) => asNow + (to - asNow) * w);
}

/** The levers by month, in the engine's units. */
export function compileLevers(scenario: Scenario, plan: Plan, months: readonly IsoMonth[]): CompiledLevers {
  const asNow = leversAsNow(scenario);
  const path = (id: LeverId, change: (x: number) => number = (x) => x): Float64Array =>
    leverPath(plan, id, months, asNow[id]).map((x) => change(x));
  return {
    goesOn: path('referralToInitial', (percent) => threshold(percent / 100)),
    leavingFactor: path('leavingRate', (percent) => (asNow.leavingRate > 0 ? percent / asNow.leavingRate : 1)),
    agencyCover: path('agencyCover', (percent) => percent / 100),
    hoursFactor: path('hoursFreed', (percent) => 1 + percent / 100),
    ceilings: scenario.workforce.teams.map(({ holds }) => {
      if (holds !== 'assessments' && holds !== 'plans') return new Float64Array(months.length).fill(1);
      const id = holds === 'assessments' ? 'assessmentCeiling' : 'planCeiling';
      return path(id, (cases) => cases / asNow[id]);
    }),
    // By what a team holds: assessments, plans, sign-off, nothing, reviews.
    posts: [
      path('assessmentPosts', Math.round),
      path('longerTermPosts', Math.round),
      path('managementPosts', Math.round),
      new Float64Array(months.length),
      path('reviewingPosts', Math.round),
    ],
    strikeWorkers: path('strikeTeam'),
    conversion: path('agencyConversion', (percent) => threshold(percent / 100)),
    closeUnassessed: path('closeUnassessed', (percent) => percent / 100),
    stepDown: path('stepDown', (percent) => 1 - percent / 100),
    lateLast: path('lateLast', (percent) => threshold(percent / 100)),
    section47: shockPath(scenario, months, 'section47'),
    reviewBookingWeight: leverWeight(plan, 'reviewBooking', months),
    reviewBooking: leverValue(plan, 'reviewBooking', asNow.reviewBooking) / 100,
    participationWeight: leverWeight(plan, 'participation', months),
    participation: leverValue(plan, 'participation', asNow.participation) / 100,
  };
}

/** Declared measures: change since the start by month, for the lowest, middle and highest belief; all the middle one where doubt is off. */
export function declaredPaths(
  scenario: Scenario,
  plan: Plan,
  months: readonly IsoMonth[],
  onlyChance: boolean,
): readonly CompiledDeclared[] {
  const normal = normalTable();
  return scenario.declared.map((declared) => {
    const id: LeverId = declared.measure === 'school_absence' ? 'schoolAbsence' : 'leaversAccommodation';
    const { value } = declared.yearlyChange;
    const { low = value, high = value } = onlyChance ? {} : declared.yearlyChange;
    const weight = leverWeight(plan, id, months);
    const planned = leverValue(plan, id, value * 100) / 100;
    const path = (belief: number): Float64Array => {
      let sum = 0;
      return weight.map((w) => (sum += (belief + (planned - value) * w) / MONTHS_PER_YEAR));
    };
    return {
      column: `declared_${declared.measure}`,
      base: declared.baseline.value,
      low: path(low),
      middle: path(value),
      high: path(high),
      cohort: declared.cohort.value,
      normal,
    };
  });
}
