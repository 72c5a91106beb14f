/** From a scenario and a plan to the compiled model: every figure in minutes, working days, thresholds and tables. */
import type { CompiledClock, CompiledModel, CompiledMoney, CompiledPathway, CompiledPoint } from '../compiled';
import { exponentialTable, lognormalTable, threshold } from '../tables/tables';
import { makeLayout } from '../results/layout';
import { isoMonth, MINUTES_PER_HOUR, monthNumber, MONTHS_PER_YEAR } from '../units';
import { compileClock, measureDays } from './compile-clock';
import { compileDemand } from './compile-demand';
import { compileHeldWork, QUARTERS } from './compile-held';
import { compileLevers, declaredPaths, leversAsNow, leverValue, leverWeight } from './compile-levers';
import { compileWorkforce, poolOf } from './compile-people';
import { compileToday } from './compile-today';
import { elapsedTable } from './distributions';
import type { FittedPoint, Plan, Scenario } from './schema';

export interface CompileOptions {
  /** Calendar months from the start's month on; the scenario's own where left out. */
  readonly horizonMonths?: number;
  /** Switches parameter doubt off: only chance remains. */
  readonly onlyChance?: boolean;
  /** Years of warm-up (4 where left out) and number of warm states, of drawn ones the first, for calibration and proofs of stationarity. */
  readonly warmUpYears?: number;
  readonly warmStates?: number;
}

/** Warm states made where there is only one point to start from. */
const WARM_STATES = 8;
/** Warm states for each point of the ridge. */
const WARM_STATES_A_POINT = 2;

/**
 * Compiles a scenario with one of its plans. Deterministic, no randomness; both must have passed the parser.
 * @returns plain numbers and typed arrays, ready to be sent to a worker
 */
export function compile(scenario: Scenario, plan: Plan, options: CompileOptions = {}): CompiledModel {
  const horizon = options.horizonMonths ?? scenario.horizonMonths;
  const first = monthNumber(scenario.start);
  const months = Array.from({ length: horizon }, (_, i) => isoMonth(first + i));
  const clock = compileClock(scenario, months, options.warmUpYears);
  const begun = beginnings(scenario, options);
  const points = begun.points.map((p) => compilePoint(scenario, p));
  const levers = compileLevers(scenario, plan, months);
  const workforce = compileWorkforce(scenario, plan, clock, months, levers, options.onlyChance ?? false);
  return {
    scenarioId: scenario.id,
    planId: plan.id,
    start: scenario.start,
    months,
    columns: makeLayout(
      months,
      scenario.workforce.teams.map((t) => t.id),
    ).columns,
    clock,
    demand: compileDemand(scenario, plan, clock, months, options.onlyChance ?? false),
    pathway: compilePathway(scenario),
    held: compileHeldWork(scenario, clock, chairsAtWork(scenario, clock)),
    workforce,
    levers,
    money: compileMoney(scenario, plan, months),
    declared: declaredPaths(scenario, plan, months, options.onlyChance ?? false),
    today: compileToday(scenario),
    points,
    warmKey: warmKey(scenario, begun, [clock.days, clock.firstDay, workforce.maxWorkers, workforce.maxSlots]),
    warmPoints: begun.warmPoints,
    warmStrata: begun.warmStrata,
    warmWorlds: begun.warmWorlds,
  };
}

/** All that a warm-up depends on: the scenario's work and people, the fitted points in use, and the sizes of a world. */
function warmKey(scenario: Scenario, begun: Beginnings, sizes: readonly number[]): string {
  const { start, demand, pathway, heldWork, workforce, today } = scenario;
  return JSON.stringify([start, demand, pathway, heldWork, workforce, today ?? null, begun, sizes]);
}

/** Where futures begin: points, and warm states with the point, stratum and world of each. */
interface Beginnings extends Pick<CompiledModel, 'warmPoints' | 'warmStrata' | 'warmWorlds'> {
  readonly points: readonly FittedPoint[];
}

/** What was drawn for the year seen; without that all points of the ridge. With doubt off the middle one of these alone. */
function beginnings({ fitted }: Scenario, { onlyChance, warmStates }: CompileOptions): Beginnings {
  if (fitted.draws && !onlyChance) {
    const { seed } = fitted.draws;
    const states = fitted.draws.states.slice(0, warmStates);
    return {
      points: states.map(({ point }) => point),
      warmPoints: states.map((_, i) => i),
      warmStrata: states.map(({ place }) => place),
      warmWorlds: { seed, worlds: states.map(({ world }) => world) },
    };
  }
  const points = onlyChance ? [fitted.points[Math.floor((fitted.points.length - 1) / 2)]!] : fitted.points;
  const states = warmStates ?? (points.length > 1 ? points.length * WARM_STATES_A_POINT : WARM_STATES);
  const warmPoints = Array.from({ length: states }, (_, i) => i % points.length);
  return { points, warmPoints, warmStrata: warmPoints, warmWorlds: null };
}

function compilePoint(scenario: Scenario, point: FittedPoint): CompiledPoint {
  const p = scenario.pathway;
  const shape = {
    earliest: p.elapsedEarliest.value,
    latest: p.elapsedLatest.value,
    bunching: p.elapsedBunching.value,
    beyond: p.elapsedBeyond.value,
  };
  return {
    elapsed: [
      elapsedTable(point.arrangementInitial, shape),
      elapsedTable(point.arrangementCore, shape),
      elapsedTable(point.arrangementSingle, shape),
      elapsedTable(p.arrangementConference.value, shape),
    ],
    effortScale: point.effortScale,
    deadlineFirst: threshold(point.deadlineFirstShare),
    planEffortScale: point.planEffortScale,
    reviewBooking: point.reviewBooking,
    participation: point.participation,
    returnShare: point.returnShare,
    // What does not come back comes new, so that both together make the published total.
    firstTimeShare: 1 - point.returnShare,
  };
}

/** Reviewing officers at work on a mean day of the baseline: in post and agency, less sickness. */
function chairsAtWork(scenario: Scenario, clock: CompiledClock): number {
  const { teams, vacancyRate, sicknessDays } = scenario.workforce;
  const present = 1 - sicknessDays.value / clock.workingDaysPerYear;
  const cover = leversAsNow(scenario).agencyCover / 100;
  return teams
    .filter((t) => t.holds === 'reviews')
    .reduce((sum, t) => sum + t.posts.value * (1 - vacancyRate.value * (1 - cover)) * present, 0);
}

function compilePathway(scenario: Scenario): CompiledPathway {
  const p = scenario.pathway;
  const minutes = (hours: { value: number }): number => hours.value * MINUTES_PER_HOUR;
  const { initialDays, coreDays, singleDays } = measureDays(scenario);
  const weights = p.caseWeights;
  const core = poolOf(scenario, 'core');
  // Enquiries go on to a core assessment as well; the share of the others makes the whole come out.
  const atReferral = p.urgentShare.value * p.section47AtReferral.value;
  const after = p.section47AfterAssessment.value;
  const enquiries = atReferral + (1 - atReferral) * after;
  const others = Math.max(0, p.initialToCore.value - enquiries) / Math.max(1e-9, 1 - enquiries);
  return {
    measureDays: [initialDays, coreDays, singleDays, p.conferenceDays],
    minutes: [minutes(p.initialEffort), minutes(p.coreEffort), minutes(p.singleEffort), minutes(p.section47Effort)],
    points: [weights.initial, weights.core, weights.single, weights.enquiry].map((w) => Math.round(w.value * QUARTERS)),
    pools: [0, core, 0, 0],
    poolCount: core + 1,
    screeningMinutes: minutes(p.screeningHours),
    goesOnAtBaseline: threshold(p.referralToInitial.value),
    urgent: threshold(p.urgentShare.value),
    interrupts: p.urgentFirst === 'on-the-desk-too' ? 1 : 0,
    section47AtReferral: threshold(p.section47AtReferral.value),
    section47After: threshold(after),
    initialToCore: threshold(others),
    // Of the same uniform as section 47 above, so the share comes on top of it.
    initialToCin: threshold(after + p.initialToCin.value * (1 - after)),
    coreToCp: threshold(p.coreToCp.value),
    coreToLac: threshold(p.coreToLac.value),
    coreToCin: threshold(p.coreToCin.value),
    singleToCin: threshold(p.singleToCin.value),
    singleToLac: threshold(p.singleToLac.value),
    toConference: threshold(p.section47ToConference.value),
    toPlan: threshold(p.conferenceToPlan.value),
    conferenceMinutes: Math.round(minutes(p.conferenceHours)),
    coreClock: p.coreClockStart,
    effort: p.effortShape === 'exponential' ? exponentialTable() : lognormalTable(p.effortSpread.value),
    effortExponential: p.effortShape === 'exponential',
    elapsedEarliest: p.elapsedEarliest.value,
    signOffPerManagerDay: p.signOffPerManagerDay.value,
    signOffManagers: p.signOffManagers.value,
    handoverMinutes: Math.round(minutes(p.handoverHours)),
    transferMinutes: Math.round(minutes(p.transferHours)),
    kappa: p.pressureKappa.value,
    pressureFloor: p.pressureFloor.value,
    valve: p.valve.value,
    valveFromDays: p.valveFromDays.value,
    valveFloor: p.valveFloor.value,
    queueOrder: p.queueOrder,
  };
}

function compileMoney(scenario: Scenario, plan: Plan, months: readonly string[]): CompiledMoney {
  const { money, workforce } = scenario;
  const posts = workforce.teams.reduce((sum, t) => sum + t.posts.value, 0);
  const inPost = posts * (1 - workforce.vacancyRate.value);
  const agency = (inPost * workforce.agencyShare.value) / (1 - workforce.agencyShare.value);
  const yearly = [
    money.newlyQualifiedCost.value,
    money.employerCost.value,
    money.seniorCost.value,
    money.managerCost.value,
    money.managerCost.value,
  ];
  // Agency charges stand above each grade's own pay as they do above a practitioner's.
  const dearer = money.employerCost.value > 0 ? money.agencyCost.value / money.employerCost.value : 1;
  const pointsAvoided = Math.max(
    0,
    workforce.leavingRate.value * 100 - leverValue(plan, 'leavingRate', workforce.leavingRate.value * 100),
  );
  const freed = leverValue(plan, 'hoursFreed', 0);
  const retention = leverWeight(plan, 'leavingRate', months);
  const hours = leverWeight(plan, 'hoursFreed', months);
  return {
    permanentPerMonth: yearly.map((cost) => cost / MONTHS_PER_YEAR),
    agencyPerMonth: yearly.map((cost) => (cost * dearer) / MONTHS_PER_YEAR),
    perHire: money.recruitmentCost.value,
    retention: retention.map((w) => (w * pointsAvoided * money.retentionCost.value) / MONTHS_PER_YEAR),
    hoursFreed: hours.map((w) => (w * Math.max(0, freed) * money.hoursFreedCost.value) / MONTHS_PER_YEAR),
    baselineAgency: agency,
    uplift: plan.optimism.cost,
  };
}
