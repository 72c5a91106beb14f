/** What is counted as a month ends: snapshots of people and cases, and the month's row. */
import { CAUSE } from '../engine/streams';
import { fromTable } from '../engine/samplers';
import { TWO_32 } from '../units';
import { STAFF_GRADES, type TEAM_COLUMNS } from '../measures/columns';
import { AT, gradeColumn, teamColumn, future, BY_TEAM, IN_GRADE } from './future';
import { countDays, gradeOf } from './grades';
import { countMoney } from './money';
import { JOB, PLAN, REVIEWS, REVIEWS_CELLS, WORKER, rowOf } from './rows';
import { AGENCY, CIN, CP, EMPTY, HOLDS, LAC } from './world';

/** A child counts in the looked-after measures after four weeks. */
const FOUR_WEEKS = 20;

/** Takes the month's snapshots and writes its row. */
export function closeMonth(): void {
  const { tally, row, model, month, warm } = future;
  countPeople();
  countCases();
  countPlans();
  if (!warm) {
    countMoney();
    countDeclared();
    // Work of this month finished in a later one is added to the row then; so the row is added to, not overwritten.
    const at = month * model.columns.length;
    for (let i = 0; i < model.columns.length; i++) row[at + i]! += tally[i]!;
  }
}

/** Empties the tallies for the next month. */
export function clearTally(): void {
  future.tally.fill(0);
}

function countPeople(): void {
  const { world, tally, now, model } = future;
  const whole: Partial<Record<(typeof TEAM_COLUMNS)[number], number>> = {};
  for (let team = 0; team < model.workforce.teams.length; team++) {
    const inPost = world.inPost[team]!;
    const empty = Math.max(0, now.posts[team]! - inPost);
    const snapshot = {
      posts: now.posts[team]!,
      in_post: inPost,
      vacant: empty,
      agency: world.agency[team]!,
      uncovered: Math.max(0, empty - world.agency[team]!),
      posts_and_in_post: empty + inPost,
      workforce: world.agency[team]! + inPost,
    };
    for (const [column, value] of Object.entries(snapshot) as [keyof typeof snapshot, number][]) {
      tally[teamColumn(team, BY_TEAM[column])] = value;
      whole[column] = (whole[column] ?? 0) + value;
    }
  }
  for (const [column, value] of Object.entries(whole) as ['posts', number][]) tally[AT[column]] = value;
  tally[AT.leavers_year] = leaversInYear(AT.leavers);
  for (let team = 0; team < model.workforce.teams.length; team++)
    tally[teamColumn(team, BY_TEAM.leavers_year)] = leaversInYear(teamColumn(team, BY_TEAM.leavers));
  for (let grade = 0; grade < STAFF_GRADES.length; grade++)
    tally[gradeColumn(grade, IN_GRADE.leavers_year)] = leaversInYear(gradeColumn(grade, IN_GRADE.leavers));
}

/**
 * Leavers of the last 12 months, from the column that counts them: of all, of a team or of a grade. NaN until 12 whole
 * months of the run are there; in the warm-up, which has no year behind it, twelve times the month.
 */
function leaversInYear(column: number): number {
  const { tally, row, model, month, warm } = future;
  if (warm) return tally[column]! * 12;
  const firstWhole = model.start.endsWith('-01') ? 0 : 1;
  if (month - 11 < firstWhole) return NaN;
  let sum = tally[column]!;
  for (let m = month - 11; m < month; m++) sum += row[m * model.columns.length + column]!;
  return sum;
}

function countCases(): void {
  const { world, tally, model, day } = future;
  const { workforce, clock } = model;
  const w = world.workers.cells;
  const a = world.assessments.cells;
  let overdue = 0;
  for (let worker = 0; worker < world.workerCount; worker++) {
    const row = rowOf(worker);
    if (w[row + WORKER.kind] === EMPTY) continue;
    const team = w[row + WORKER.team]!;
    const grade = gradeOf(worker);
    if (w[row + WORKER.kind] === AGENCY) {
      tally[gradeColumn(grade, IN_GRADE.agency)]! += 1;
    } else {
      countDays(worker);
      tally[gradeColumn(grade, IN_GRADE.in_post)]! += 1;
      const served = (day - w[row + WORKER.serviceStart]!) / clock.workingDaysPerYear;
      tally[served < 2 ? AT.service_years1to2 : served < 5 ? AT.service_years3to5 : AT.service_later]! += 1;
    }
    tally[gradeColumn(grade, IN_GRADE.workforce)]! += 1;
    if (workforce.teams[team]!.holds > HOLDS.plans) continue;
    const cases = w[row + WORKER.assessments]! + w[row + WORKER.plans]!;
    tally[teamColumn(team, BY_TEAM.cases_held)]! += cases;
    tally[teamColumn(team, BY_TEAM.holders)]! += 1;
    if (cases > workforce.caseloadOver) {
      tally[teamColumn(team, BY_TEAM.holders_over)]! += 1;
      tally[gradeColumn(grade, IN_GRADE.holders_over)]! += 1;
    }
    tally[gradeColumn(grade, IN_GRADE.cases_held)]! += cases;
    tally[gradeColumn(grade, IN_GRADE.holders)]! += 1;
    if (w[row + WORKER.newUntil]! >= day) {
      tally[AT.nq_cases]! += cases;
      tally[AT.nq_holders]! += 1;
    }
    const base = worker * workforce.maxSlots;
    let late = 0;
    for (let i = 0; i < w[row + WORKER.assessments]!; i++) if (a[world.slots[base + i]! + JOB.deadline]! < day) late++;
    tally[teamColumn(team, BY_TEAM.assessments_overdue)]! += late;
    tally[teamColumn(team, BY_TEAM.assessments_open)]! += w[row + WORKER.assessments]!;
    overdue += late;
  }
  for (let team = 0; team < workforce.teams.length; team++) {
    for (const column of ['cases_held', 'holders', 'holders_over'] as const)
      tally[AT[column]]! += tally[teamColumn(team, BY_TEAM[column])]!;
  }
  for (let i = 0; i < world.signOff.size; i++) {
    const job = world.signOff.at(i);
    if (a[job + JOB.worker]! < 0 && a[job + JOB.deadline]! < day) overdue++;
  }
  for (let i = 0; i < world.conferences.size; i++) if (a[world.conferences.at(i) + JOB.deadline]! < day) overdue++;
  tally[AT.assessments_overdue] = overdue + countWaiting();
  tally[AT.assessments_open] = world.assessments.live;
}

/** Assessments in the queues; of them, those overdue are returned. */
function countWaiting(): number {
  const { world, tally, model, day } = future;
  const a = world.assessments.cells;
  let overdue = 0;
  let ofAll = 0;
  for (let pool = 0; pool < model.pathway.poolCount; pool++) {
    const queue = world.queues[pool]!;
    let late = 0;
    let longest = 0;
    for (let i = 0; i < queue.size; i++) {
      const job = queue.at(i);
      if (a[job + JOB.deadline]! < day) late++;
      const joined = Math.floor(a[job + JOB.arrived]! / future.dayMinutes);
      const since = a[job + JOB.allocatedDay]! >= 0 ? a[job + JOB.allocatedDay]! : joined;
      longest = Math.max(longest, day - since);
    }
    const team = model.workforce.teams.findIndex((t) => t.pool === pool && !t.strike);
    tally[teamColumn(team, BY_TEAM.unallocated)] = queue.size;
    tally[teamColumn(team, BY_TEAM.assessments_overdue)]! += late;
    tally[teamColumn(team, BY_TEAM.assessments_open)]! += queue.size;
    tally[teamColumn(team, BY_TEAM.longest_wait)] = longest;
    tally[AT.unallocated]! += queue.size;
    overdue += late;
    ofAll = Math.max(ofAll, longest);
  }
  tally[AT.longest_wait] = ofAll;
  return overdue;
}

function countPlans(): void {
  const { world, tally, model, day } = future;
  const p = world.plans.cells;
  const yearAgo = day - model.clock.workingDaysPerYear;
  const total = (byKind: Int32Array): number => byKind[CIN]! + byKind[CP]! + byKind[LAC]!;
  const unheld = total(world.plansUnheld);
  let children = 0,
    inTime = 0,
    reviewed = 0,
    takingPart = 0;
  let longest = 0;
  for (const waiting of world.transfers) {
    for (let i = 0; i < waiting.size; i++) {
      const plan = waiting.at(i);
      if (p[plan + PLAN.alive] === 1 && p[plan + PLAN.holder]! < 0)
        longest = Math.max(longest, day - p[plan + PLAN.waitingSince]!);
    }
  }
  const { cells: r, high } = world.reviewed;
  for (let row = 0; row < high; row += REVIEWS_CELLS) {
    const counts = atMost(r[row + REVIEWS.lookedAfterSince]!, day - FOUR_WEEKS);
    const reviewedInYear = counts & ~atMost(r[row + REVIEWS.lastDay]!, yearAgo);
    children += counts;
    inTime += counts & atMost(r[row + REVIEWS.lastLateDay]!, yearAgo);
    reviewed += reviewedInYear;
    takingPart += reviewedInYear & atMost(r[row + REVIEWS.lastMissedDay]!, yearAgo);
  }
  tally[AT.cp_plans] = world.plansOpen[CP]!;
  tally[AT.cp_allocated] = world.plansOpen[CP]! - world.plansUnheld[CP]!;
  tally[AT.lac_children] = children;
  tally[AT.lac_children_in_time] = inTime;
  tally[AT.participation_children] = reviewed;
  tally[AT.participation_taking_part] = takingPart;
  tally[AT.cases_open] = total(world.plansOpen) + world.assessments.live;
  tally[AT.unallocated]! += unheld;
  tally[AT.longest_wait] = Math.max(tally[AT.longest_wait]!, longest);
  model.workforce.teams.forEach((team, i) => {
    if (team.holds === HOLDS.plans) {
      tally[teamColumn(i, BY_TEAM.unallocated)] = unheld;
      tally[teamColumn(i, BY_TEAM.longest_wait)] = longest;
    }
    tally[teamColumn(i, BY_TEAM.cases_open)] =
      tally[teamColumn(i, BY_TEAM.cases_held)]! + tally[teamColumn(i, BY_TEAM.unallocated)]!;
  });
}

/** 1 where one working day is no later than another, else 0; of thousands of children in any order, quicker than asking. */
function atMost(day: number, other: number): number {
  return (day - other - 1) >>> 31;
}

/** Declared measures: one belief and one stroke of chance for each future, along the declared path. */
function countDeclared(): void {
  const { model, tally, streams, month } = future;
  model.declared.forEach((declared, i) => {
    streams.drawDoubt(CAUSE.declared, i);
    const belief = streams.u0 / TWO_32;
    const z = fromTable(declared.normal, streams.u1);
    const low = declared.low[month]!,
      middle = declared.middle[month]!,
      high = declared.high[month]!;
    const change = belief < 0.5 ? low + (middle - low) * 2 * belief : middle + (high - middle) * (2 * belief - 1);
    const p = Math.min(1, Math.max(0, declared.base + change));
    const seen = Math.round((p + z * Math.sqrt((p * (1 - p)) / declared.cohort)) * declared.cohort) / declared.cohort;
    tally[model.columns.indexOf(declared.column)] = Math.min(1, Math.max(0, seen));
  });
}
