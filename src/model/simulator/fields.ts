/** What of a compiled model the engine is given, by part of the model: values by the names of the fields in `domain/model.ts`. */
import type { CompiledModel } from '../compiled';
import { MEASURES } from '../measures/all';
import { splitMeasure } from '../measures/parts';

/** What a field may be given: a number, a switch, or an array of which it then holds the address. */
export type Value = number | boolean | Float64Array | Int32Array | Uint8Array | Reals | Ints;
/** Real and whole numbers that are not in an array of their own yet. */
interface Reals {
  readonly reals: readonly number[];
}
interface Ints {
  readonly ints: readonly number[];
}

/** Stands for what is not known. */
const UNKNOWN = -1;

/** Arrays of real numbers, one after the other. */
function sideBySide(arrays: readonly (Float64Array | readonly number[])[]): Float64Array {
  const all = new Float64Array(arrays.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of arrays) {
    all.set(one, at);
    at += one.length;
  }
  return all;
}

/** Where each array begins where they stand side by side, and where the last ends. */
function beginnings(arrays: readonly Float64Array[]): Ints {
  const ints = [0];
  for (const one of arrays) ints.push(ints.at(-1)! + one.length);
  return { ints };
}

const table = (knots: Float64Array | null): Float64Array => knots ?? new Float64Array(0);

/** A part of the model without what stands elsewhere in memory. */
function allBut<Part extends object, Name extends keyof Part>(part: Part, ...names: Name[]): Omit<Part, Name> {
  const left = Object.entries(part).filter(([name]) => !(names as string[]).includes(name));
  return Object.fromEntries(left) as Omit<Part, Name>;
}

/** The fields of `Model`. */
export function modelOf(model: CompiledModel): Record<string, Value> {
  return {
    ...clockOf(model),
    ...demandOf(model),
    ...pathwayOf(model),
    ...heldOf(model),
    ...peopleOf(model),
    ...declaredOf(model),
    ...todayOf(model),
  };
}

function clockOf({ clock, months, columns, start }: CompiledModel): Record<string, Value> {
  const { days, firstDay, workingDaysPerYear, civil, monthStart, monthEnd } = clock;
  return {
    days,
    firstDay,
    daysPerYear: workingDaysPerYear,
    months: months.length,
    columns: columns.length,
    firstWholeMonth: !start.endsWith('-01'),
    civil,
    monthStart,
    monthEnd,
    atMonthEnd: { ints: columns.map((column) => Number(AT_MONTH_END.has(splitMeasure(column).measure))) },
  };
}

/** Columns of what stands as a month ends. */
const AT_MONTH_END: ReadonlySet<string> = new Set(
  MEASURES.flatMap(({ kind, numerator, denominator = numerator }) =>
    kind === 'snapshot' || kind === 'declared' ? [numerator, denominator] : [],
  ),
);

function demandOf({ demand }: CompiledModel): Record<string, Value> {
  const { startOfDay, intensity, monthLevel, yearLevel, marginalNeed, familySizes, familyMean } = demand;
  const { returnLag, earlyClosure, unassessedClosure, dutyShare, decidedNextDay } = demand;
  const [oneChild, twoChildren, threeChildren] = familySizes;
  return {
    startOfDay,
    intensity,
    monthLevel,
    yearLevelInDoubt: yearLevel !== null,
    yearLevel: table(yearLevel),
    marginalNeed,
    oneChild,
    twoChildren,
    threeChildren,
    familyMean,
    returnLag,
    returnLagKnots: returnLag.length,
    earlyClosure,
    unassessedClosure,
    dutyShare,
    decidedNextDay,
  };
}

function pathwayOf({ pathway }: CompiledModel): Record<string, Value> {
  const { poolCount, effortExponential, coreClock, queueOrder, ...rest } = pathway;
  return {
    ...allBut(rest, 'measureDays', 'minutes', 'points', 'pools', 'effort'),
    pools: poolCount,
    exponentialEffort: effortExponential,
    coreFromAllocation: coreClock === 'allocation',
    coreFromDecision: coreClock === 'section-47-decision',
    nearestDeadlineFirst: queueOrder === 'nearest-deadline-first',
    newestFirst: queueOrder === 'newest-first',
  };
}

function heldOf({ held }: CompiledModel): Record<string, Value> {
  const { stock, pipelineDays, lifetime, remaining, cpReviewBooking, chairsPerDay, reviewsPerChairDay } = held;
  return {
    stock: { ints: stock },
    pipelineDays: { ints: pipelineDays },
    lifetime: sideBySide(lifetime),
    remaining: sideBySide(remaining),
    cpReviewBooking,
    chairsPerDay,
    reviewsPerChairDay,
  };
}

function peopleOf({ workforce }: CompiledModel): Record<string, Value> {
  const { teams, leavingByBand, leavingDoubt, recruitmentDoubt, leadDays, pipelineMonths, ...others } = workforce;
  const { hireThresholds, overseasLeadDays, overseasMonths, overseasThresholds, cohorts, ...rest } = others;
  return {
    ...allBut(rest, 'maxSlots'),
    teams: teams.length,
    isFirst: { ints: teams.map(({ first }) => Number(first)) },
    posts: { reals: teams.map(({ posts }) => posts) },
    inPost: { ints: teams.map(({ inPost }) => inPost) },
    ceiling: { reals: teams.map(({ ceiling }) => ceiling) },
    leavingByBand: { reals: leavingByBand },
    leavingInDoubt: leavingDoubt !== null,
    leavingDoubt: table(leavingDoubt),
    recruitmentInDoubt: recruitmentDoubt !== null,
    recruitmentDoubt: table(recruitmentDoubt),
    shortestLead: leadDays[0],
    longestLead: leadDays[1],
    monthsBefore: pipelineMonths,
    campaigns: hireThresholds.length,
    hireThresholds: sideBySide(hireThresholds),
    hireFirst: beginnings(hireThresholds),
    overseasShortestLead: overseasLeadDays[0],
    overseasLongestLead: overseasLeadDays[1],
    overseasMonthsBefore: overseasMonths,
    overseasCampaigns: overseasThresholds.length,
    overseasThresholds: sideBySide(overseasThresholds),
    overseasFirst: beginnings(overseasThresholds),
    cohorts: cohorts.length,
    cohortDay: { ints: cohorts.map(({ day }) => day) },
    cohortSize: { ints: cohorts.map(({ size }) => size) },
    cohortArrives: { reals: cohorts.map(({ arrives }) => arrives) },
  };
}

function declaredOf({ declared, columns }: CompiledModel): Record<string, Value> {
  return {
    declared: declared.length,
    declaredColumn: { ints: declared.map(({ column }) => columns.indexOf(column)) },
    declaredBase: { reals: declared.map(({ base }) => base) },
    declaredLow: sideBySide(declared.map(({ low }) => low)),
    declaredMiddle: sideBySide(declared.map(({ middle }) => middle)),
    declaredHigh: sideBySide(declared.map(({ high }) => high)),
    declaredCohort: { reals: declared.map(({ cohort }) => cohort) },
    declaredNormal: sideBySide(declared.map(({ normal }) => normal)),
  };
}

function todayOf({ today }: CompiledModel): Record<string, Value> {
  const workers = today?.workers ?? [];
  const assessments = today?.assessments ?? [];
  return {
    knownToday: today !== null,
    todayWorkerLines: workers.length,
    todayWorkers: {
      ints: workers.flatMap(({ team, permanent, newlyQualified, agency, away }) => [
        team,
        ...[permanent, newlyQualified, agency, away].map((count) => count ?? UNKNOWN),
      ]),
    },
    todayPlans: { ints: (today?.plans ?? [null, null, null]).map((count) => count ?? UNKNOWN) },
    todayAssessmentLines: assessments.length,
    todayAssessments: {
      ints: assessments.flatMap(({ stage, fromAge, toAge, open, unallocated }) => [
        stage,
        fromAge,
        toAge,
        open,
        unallocated ?? UNKNOWN,
      ]),
    },
  };
}

/** The fields of `Levers`, and of `Money`. */
export function leversOf({ levers }: CompiledModel): Record<string, Value> {
  return { ...levers, ceilings: sideBySide(levers.ceilings), posts: sideBySide(levers.posts) };
}

export function moneyOf({ money }: CompiledModel): Record<string, Value> {
  return {
    ...money,
    permanentPerMonth: { reals: money.permanentPerMonth },
    agencyPerMonth: { reals: money.agencyPerMonth },
  };
}
