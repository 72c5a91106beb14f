/**
 * The compiled model's numbers, as the rules read them. `simulator/load.ts` writes them here from a CompiledModel, each by the
 * name of its field; see the fields of these names in `compiled.ts` and `compiled-people.ts`.
 */
import { Ints, Reals } from '../engine/cells';
import { MODEL, LEVERS, MONEY, POINT } from './layout';

@unmanaged
export class Model {
  // Clock. `months` and `columns` say how many there are.
  days: i32;
  firstDay: i32;
  daysPerYear: i32;
  months: i32;
  columns: i32;
  /** 0 where the first month is whole, else 1. */
  firstWholeMonth: i32;
  civil: Ints;
  monthStart: Ints;
  monthEnd: Ints;
  /** By column: 1 for what stands as a month ends. */
  atMonthEnd: Ints;

  // Demand.
  startOfDay: i32;
  intensity: Reals;
  monthLevel: Reals;
  /** 1 where the year's level is in doubt. */
  yearLevelInDoubt: i32;
  yearLevel: Reals;
  marginalNeed: f64;
  oneChild: f64;
  twoChildren: f64;
  threeChildren: f64;
  familyMean: f64;
  returnLag: Reals;
  returnLagKnots: i32;
  earlyClosure: f64;
  unassessedClosure: f64;
  dutyShare: f64;
  decidedNextDay: f64;

  // Pathway. `pools` says how many there are.
  pools: i32;
  screeningMinutes: f64;
  goesOnAtBaseline: f64;
  urgent: f64;
  interrupts: i32;
  section47AtReferral: f64;
  section47After: f64;
  initialToCore: f64;
  initialToCin: f64;
  coreToCp: f64;
  coreToLac: f64;
  coreToCin: f64;
  singleToCin: f64;
  singleToLac: f64;
  toConference: f64;
  toPlan: f64;
  conferenceMinutes: i32;
  coreFromAllocation: i32;
  coreFromDecision: i32;
  exponentialEffort: i32;
  elapsedEarliest: f64;
  signOffPerManagerDay: f64;
  signOffManagers: f64;
  handoverMinutes: i32;
  transferMinutes: i32;
  kappa: f64;
  pressureFloor: f64;
  valve: f64;
  valveFromDays: f64;
  valveFloor: f64;
  nearestDeadlineFirst: i32;
  newestFirst: i32;

  // Held work: by kind, and quantile tables of KNOTS numbers by kind, side by side.
  stock: Ints;
  pipelineDays: Ints;
  lifetime: Reals;
  remaining: Reals;
  cpReviewBooking: f64;
  chairsPerDay: f64;
  reviewsPerChairDay: f64;

  // Workforce. `teams` says how many there are.
  teams: i32;
  maxWorkers: i32;
  /** By team: 1 for the first that holds its kind of work; posts, those in them, and the most cases of a worker. */
  isFirst: Ints;
  posts: Reals;
  inPost: Ints;
  ceiling: Reals;
  /** By band of service. */
  leavingByBand: Reals;
  leavingInDoubt: i32;
  leavingDoubt: Reals;
  recruitmentInDoubt: i32;
  recruitmentDoubt: Reals;
  recruitsMost: f64;
  leaning: Reals;
  exitCouncil: f64;
  exitAgency: f64;
  agencyReturns: f64;
  agencyBeyond: f64;
  senior: f64;
  absenceCaseloadEffect: f64;
  fillDays: f64;
  caseloadEffect: f64;
  service: Reals;
  newlyQualifiedAmongStarters: f64;
  caseloadOver: f64;
  newlyQualifiedShare: f64;
  newlyQualifiedSupervisionMinutes: f64;
  rampDays: f64;
  agencyCover: f64;
  agencyLeadDays: i32;
  agencyAssignmentDays: f64;
  agencyMarketPerWeek: f64;
  absenceGapDays: f64;
  longSpellShare: f64;
  shortSpellDays: f64;
  longSpellDays: f64;
  workMinutes: f64;
  /** Campaigns, and of each where its thresholds begin; one more says where the last end. */
  shortestLead: f64;
  longestLead: f64;
  monthsBefore: i32;
  campaigns: i32;
  hireThresholds: Reals;
  hireFirst: Ints;
  /** The same of those from overseas. */
  overseasShortestLead: f64;
  overseasLongestLead: f64;
  overseasMonthsBefore: i32;
  overseasCampaigns: i32;
  overseasThresholds: Reals;
  overseasFirst: Ints;
  /** Cohorts of newly qualified workers. */
  cohorts: i32;
  cohortDay: Ints;
  cohortSize: Ints;
  cohortArrives: Reals;

  // Declared measures: by measure; paths by measure and month; quantile tables of KNOTS numbers.
  declared: i32;
  declaredColumn: Ints;
  declaredBase: Reals;
  declaredLow: Reals;
  declaredMiddle: Reals;
  declaredHigh: Reals;
  declaredCohort: Reals;
  declaredNormal: Reals;

  // Today: 1 where anything is known; lines of TODAY_WORKERS and of TODAY_ASSESSMENTS numbers; plans by kind. -1 stands for what is not known.
  knownToday: i32;
  todayWorkerLines: i32;
  todayWorkers: Ints;
  todayPlans: Ints;
  todayAssessmentLines: i32;
  todayAssessments: Ints;
}

/** What the plan's levers are worth, by month of the run; ceilings by team and month, posts by what is held and month. */
@unmanaged
export class Levers {
  goesOn: Reals;
  leavingFactor: Reals;
  agencyCover: Reals;
  hoursFactor: Reals;
  ceilings: Reals;
  posts: Reals;
  strikeWorkers: Reals;
  conversion: Reals;
  closeUnassessed: Reals;
  stepDown: Reals;
  lateLast: Reals;
  section47: Reals;
  reviewBookingWeight: Reals;
  reviewBooking: f64;
  participationWeight: Reals;
  participation: f64;
}

@unmanaged
export class Money {
  permanentPerMonth: Reals;
  agencyPerMonth: Reals;
  perHire: f64;
  retention: Reals;
  hoursFreed: Reals;
  baselineAgency: f64;
  uplift: f64;
}

/** The point of the ridge that the future has, beyond what stands by stage. */
@unmanaged
export class Point {
  deadlineFirst: f64;
  planEffortScale: f64;
  reviewBooking: f64;
  participation: f64;
  returnShare: f64;
  firstTimeShare: f64;
}

/** Numbers of a line of `todayWorkers`: team, permanent, newly qualified, agency, away. */
export const TODAY_WORKERS: i32 = 5;
/** Numbers of a line of `todayAssessments`: stage, from age, to age, open, unallocated. */
export const TODAY_ASSESSMENTS: i32 = 5;

export const model = changetype<Model>(MODEL);
export const levers = changetype<Levers>(LEVERS);
export const money = changetype<Money>(MONEY);
export const point = changetype<Point>(POINT);
