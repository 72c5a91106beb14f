import type { CompiledClock, CompiledLevers } from '../compiled';
import type { CompiledTeam, CompiledWorkforce } from '../compiled-people';
import { dayNumber } from '../tables/calendar';
import { lognormalTable, poissonThresholds, threshold } from '../tables/tables';
import {
  isoMonth,
  MINUTES_PER_HOUR,
  monthNumber,
  MONTHS_PER_YEAR,
  WORKING_DAYS_PER_MONTH,
  type IsoMonth,
} from '../units';
import { leverPath, leversAsNow, leverValue, leverWeight } from './compile-levers';
import { meanService, scaleOfGap, scaleOfSpell, serviceTable } from './distributions';
import type { Plan, Scenario } from './schema';

const HOLDS = { assessments: 0, plans: 1, 'sign-off': 2, none: 3, reviews: 4, 'overdue-assessments': 0 } as const;
/** Nobody holds more than this times the ceiling. */
const LEANING_MOST = 3;
const WORKING_DAYS_PER_WEEK = 5;
/** Month of the year in which newly qualified workers start. */
const SEPTEMBER = 9;

/** People: posts, leaving by length of service, the pipeline, absence, a day's minutes. */
export function compileWorkforce(
  scenario: Scenario,
  plan: Plan,
  clock: CompiledClock,
  months: readonly IsoMonth[],
  levers: CompiledLevers,
  onlyChance: boolean,
): CompiledWorkforce {
  const w = scenario.workforce;
  const teams: CompiledTeam[] = w.teams.map((t, i) => ({
    id: t.id,
    holds: HOLDS[t.holds],
    pool: t.holds === 'assessments' ? poolOf(scenario, t.stages?.[0] ?? 'initial') : -1,
    first: t.holds !== 'overdue-assessments' && w.teams.findIndex((other) => other.holds === t.holds) === i,
    strike: t.holds === 'overdue-assessments',
    posts: Math.round(t.posts.value),
    inPost: Math.round(t.posts.value * (1 - w.vacancyRate.value)),
    ceiling: t.ceiling.value,
  }));
  const leavingByBand = monthlyLeaving(scenario);
  const caseworkInPost = teams.reduce((sum, t) => sum + (t.holds <= HOLDS.plans ? t.inPost : 0), 0);
  const posts = teams.reduce((sum, t) => sum + t.posts, 0);
  const added =
    [...levers.posts, levers.strikeWorkers].reduce((sum, path) => sum + most(path), 0) + w.agencyBeyond.value;
  const ceiling = Math.max(
    ...teams.map((t, i) => (t.holds === HOLDS.assessments ? t.ceiling * Math.max(1, most(levers.ceilings[i]!)) : 0)),
  );
  const lead = w.leadMonths;
  const pipelineMonths = Math.ceil(lead.high ?? lead.value) + 1;
  const overseasMonths = Math.ceil(w.overseasLeadMonths.high ?? w.overseasLeadMonths.value) + 1;
  const doubt = (logSd: number): Float64Array | null => (onlyChance || logSd === 0 ? null : lognormalTable(logSd));
  const recruitmentDoubt = doubt(w.recruitmentDoubt.value);
  const recruitsMost = recruitmentDoubt ? most(recruitmentDoubt) : 1;
  const perDay = absence(scenario, clock.workingDaysPerYear);
  return {
    teams,
    // Rounded up, so that plans that differ a little can begin from the same warm states.
    maxWorkers: roundedUp((posts + added) * 2.6 + 64, 512),
    maxSlots: roundedUp(ceiling * LEANING_MOST + 3, 8),
    leavingByBand,
    leavingDoubt: doubt(w.leavingDoubt.value),
    recruitmentDoubt,
    recruitsMost,
    caseloadEffect: w.caseloadEffect.value / MONTHS_PER_YEAR,
    leaning: lognormalTable(w.unevenness.value).map((x) => Math.min(LEANING_MOST, x)),
    exitCouncil: threshold(w.exits.council.value),
    exitAgency: threshold(w.exits.council.value + w.exits.agency.value),
    agencyReturns: w.exits.agencyReturns.value,
    agencyBeyond: w.agencyBeyond.value,
    senior: threshold(w.seniorShare.value),
    absenceCaseloadEffect: w.absenceCaseloadEffect.value,
    fillDays: w.rollingAdvert.value > 0 ? clock.workingDaysPerYear / w.rollingAdvert.value : 0,
    service: serviceTable(leavingByBand),
    newlyQualifiedAmongStarters: threshold(
      w.newlyQualifiedCohort.value / Math.max(1e-9, w.leavingRate.value * caseworkInPost),
    ),
    caseloadOver: w.caseloadOver.value,
    newlyQualifiedShare: w.newlyQualifiedCaseload.value,
    newlyQualifiedSupervisionMinutes: (w.newlyQualifiedSupervision.value * MINUTES_PER_HOUR) / WORKING_DAYS_PER_MONTH,
    rampDays: Math.max(1, Math.round(w.rampWeeks.value * WORKING_DAYS_PER_WEEK)),
    leadDays: leadDays(lead),
    agencyCover: leversAsNow(scenario).agencyCover / 100,
    agencyLeadDays: Math.max(1, Math.round(w.agencyLeadWeeks.value * WORKING_DAYS_PER_WEEK)),
    agencyAssignmentDays: w.agencyAssignmentMonths.value * WORKING_DAYS_PER_MONTH,
    agencyMarketPerWeek: (w.agencyMarketPerMonth.value * WORKING_DAYS_PER_WEEK) / WORKING_DAYS_PER_MONTH,
    ...perDay,
    workMinutes: clock.dayMinutes * (1 - w.awayDays.value / clock.workingDaysPerYear),
    pipelineMonths,
    hireThresholds: hiring(scenario, plan, months, pipelineMonths, recruitsMost),
    overseasLeadDays: leadDays(w.overseasLeadMonths),
    overseasMonths,
    overseasThresholds: overseas(plan, months, overseasMonths),
    cohorts: cohorts(scenario, plan, clock, months),
  };
}

/** Monthly chances of leaving by service band, scaled so that the workforce as a whole loses the leaving rate. */
function monthlyLeaving(scenario: Scenario): readonly [number, number, number] {
  const { leavingRate, leavingByService: by } = scenario.workforce;
  if (leavingRate.value === 0) return [0, 0, 0];
  const at = (scale: number): [number, number, number] => [
    Math.min(1, (scale * by.years1to2.value) / MONTHS_PER_YEAR),
    Math.min(1, (scale * by.years3to5.value) / MONTHS_PER_YEAR),
    Math.min(1, (scale * by.later.value) / MONTHS_PER_YEAR),
  ];
  let low = 0.01;
  let high = 50;
  for (let turn = 0; turn < 60; turn++) {
    const scale = (low + high) / 2;
    if (MONTHS_PER_YEAR / meanService(at(scale)) < leavingRate.value) low = scale;
    else high = scale;
  }
  return at((low + high) / 2);
}

/** Present for so many working days between two spells at the least: a little more than one. */
const SHORTEST_GAP = 1.001;

/** Spells of sickness in whole days: how often, how many of them long, so that days lost and the share in long spells come out. */
function absence(scenario: Scenario, workingDaysPerYear: number) {
  const w = scenario.workforce;
  const longRate = w.longShare.value / w.longSpellDays.value;
  const shortRate = (1 - w.longShare.value) / w.shortSpellDays.value;
  const longSpellShare = longRate / (longRate + shortRate);
  const meanSpell = longSpellShare * w.longSpellDays.value + (1 - longSpellShare) * w.shortSpellDays.value;
  const away = w.sicknessDays.value / workingDaysPerYear;
  return {
    absenceGapDays: away > 0 ? scaleOfGap(Math.max(SHORTEST_GAP, (meanSpell * (1 - away)) / away)) : 0,
    longSpellShare,
    shortSpellDays: scaleOfSpell(w.shortSpellDays.value),
    longSpellDays: scaleOfSpell(w.longSpellDays.value),
  };
}

/**
 * Recruits who accept, campaign month by campaign month: as now before the plan, beyond it only the share that the yield dial
 * grants. Drawn for the best labour market there may be (`times` the stated); of them as many are kept as the year's has.
 */
function hiring(
  scenario: Scenario,
  plan: Plan,
  months: readonly IsoMonth[],
  pipelineMonths: number,
  times: number,
): readonly Float64Array[] {
  const asNow = leversAsNow(scenario).hiresPerMonth;
  const planned = leverValue(plan, 'hiresPerMonth', asNow);
  const gained = planned > asNow ? (planned - asNow) * plan.optimism.yield : planned - asNow;
  const market = scenario.workforce.recruitMarketPerMonth.value * scenario.workforce.reputation.value;
  const first = monthNumber(months[0]!) - pipelineMonths;
  const campaigns = Array.from({ length: pipelineMonths + months.length }, (_, i) => isoMonth(first + i));
  const weight = leverWeight(plan, 'hiresPerMonth', campaigns);
  const made = new Map<number, Float64Array>();
  return Array.from(weight, (w) => {
    const mean = Math.min(market, asNow + gained * w);
    let table = made.get(mean);
    if (!table) made.set(mean, (table = poissonThresholds(mean * times)));
    return table;
  });
}

/** Recruits from overseas: none as now; the yield dial applies to all of them. */
function overseas(plan: Plan, months: readonly IsoMonth[], pipelineMonths: number): readonly Float64Array[] {
  const first = monthNumber(months[0]!) - pipelineMonths;
  const campaigns = Array.from({ length: pipelineMonths + months.length }, (_, i) => isoMonth(first + i));
  return Array.from(leverPath(plan, 'overseasHires', campaigns, 0), (mean) =>
    poissonThresholds(mean * plan.optimism.yield),
  );
}

function leadDays(lead: {
  value: number;
  low?: number | undefined;
  high?: number | undefined;
}): readonly [number, number] {
  return [
    Math.round((lead.low ?? lead.value) * WORKING_DAYS_PER_MONTH),
    Math.round((lead.high ?? lead.value) * WORKING_DAYS_PER_MONTH),
  ];
}

/** The queue a stage's work waits in: core assessments have one of their own where a team makes them alone. */
export function poolOf(scenario: Scenario, stage: 'initial' | 'core'): number {
  const apart = scenario.workforce.teams.some((t) => t.holds === 'assessments' && t.stages?.join() === 'core');
  return stage === 'core' && apart ? 1 : 0;
}

const most = (path: Float64Array): number => path.reduce((x, y) => Math.max(x, y), 0);

/** Newly qualified workers: each September of the run. */
function cohorts(scenario: Scenario, plan: Plan, clock: CompiledClock, months: readonly IsoMonth[]) {
  const asNow = scenario.workforce.newlyQualifiedCohort.value;
  const weight = leverWeight(plan, 'newlyQualifiedCohort', months);
  const planned = leverValue(plan, 'newlyQualifiedCohort', asNow);
  return months.flatMap((month, m) => {
    if (monthNumber(month) % MONTHS_PER_YEAR !== SEPTEMBER - 1) return [];
    const size = asNow + (planned - asNow) * weight[m]!;
    const arriving = size > asNow ? asNow + (size - asNow) * plan.optimism.yield : size;
    const from = dayNumber(`${month}-07`);
    const day = clock.civil.findIndex((d) => d >= from);
    return day < clock.firstDay
      ? []
      : [
          {
            day,
            // Of a part of a person, the next whole one comes with that chance.
            size: Math.ceil(size),
            arrives: size > 0 ? arriving / Math.ceil(size) : 0,
          },
        ];
  });
}

function roundedUp(x: number, step: number): number {
  return Math.ceil(x / step) * step;
}
