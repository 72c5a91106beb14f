/** What is counted as a month ends: snapshots of people and cases, and the month's row. */
import { fromTable, TWO_32 } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { BLOCK } from '../engine/table';
import { AT, GRADES, IN_GRADE, IN_TEAM } from './at';
import { add, drawDoubt, future, gradeColumn, posts, streams, tally, teamColumn } from './future';
import { countDays, gradeOf } from './grades';
import { model } from './model';
import { countMoney } from './money';
import { assessmentAt, planAt, Reviews } from './rows';
import { tableAt } from './tables-at';
import {
  AGENCY,
  assessments,
  CIN,
  conferences,
  CP,
  EMPTY,
  HOLDS,
  kindOf,
  LAC,
  queueOf,
  reviewed,
  signOff,
  slot,
  teamOf,
  transfersOf,
  workerOf,
  world,
} from './world';

/** A child counts in the looked-after measures after four weeks. */
const FOUR_WEEKS: i32 = 20;

/** Takes the month's snapshots and writes its row. */
export function closeMonth(): void {
  countPeople();
  countCases();
  countPlans();
  if (future.warm == 0) {
    countMoney();
    countDeclared();
    // Work of this month finished in a later one is added to the row then; so the row is added to, not overwritten.
    const row = future.row;
    const at = future.month * model.columns;
    for (let i = 0; i < model.columns; i++) row[at + i] = row[at + i] + tally[i];
  }
}

/** Empties the tallies for the next month. */
export function clearTally(): void {
  memory.fill(changetype<usize>(tally), 0, 8 * <usize>model.columns);
}

function countPeople(): void {
  for (let team = 0; team < model.teams; team++) {
    const t = teamOf(team);
    const inPost = <f64>t.inPost;
    const agency = <f64>t.agency;
    const empty = max<f64>(0, posts[team] - inPost);
    countInTeam(team, AT.posts, IN_TEAM.posts, posts[team]);
    countInTeam(team, AT.in_post, IN_TEAM.in_post, inPost);
    countInTeam(team, AT.vacant, IN_TEAM.vacant, empty);
    countInTeam(team, AT.agency, IN_TEAM.agency, agency);
    countInTeam(team, AT.uncovered, IN_TEAM.uncovered, max<f64>(0, empty - agency));
    countInTeam(team, AT.posts_and_in_post, IN_TEAM.posts_and_in_post, empty + inPost);
    countInTeam(team, AT.workforce, IN_TEAM.workforce, agency + inPost);
  }
  tally[AT.leavers_year] = leaversInYear(AT.leavers);
  for (let team = 0; team < model.teams; team++)
    tally[teamColumn(team, IN_TEAM.leavers_year)] = leaversInYear(teamColumn(team, IN_TEAM.leavers));
  for (let grade = 0; grade < GRADES; grade++)
    tally[gradeColumn(grade, IN_GRADE.leavers_year)] = leaversInYear(gradeColumn(grade, IN_GRADE.leavers));
}

/** Sets a column of a team; the same column of the whole is the sum over the teams, from the first on. */
function countInTeam(team: i32, whole: AT, column: IN_TEAM, value: f64): void {
  const before = team == 0 ? 0.0 : tally[whole];
  tally[teamColumn(team, column)] = value;
  tally[whole] = before + value;
}

/**
 * Leavers of the last 12 months, from the column that counts them: of all, of a team or of a grade. NaN until 12 whole
 * months of the run are there; in the warm-up, which has no year behind it, twelve times the month.
 */
function leaversInYear(column: i32): f64 {
  const month = future.month;
  if (future.warm != 0) return tally[column] * 12;
  if (month - 11 < model.firstWholeMonth) return NaN;
  const row = future.row;
  let sum = tally[column];
  for (let m = month - 11; m < month; m++) sum += row[m * model.columns + column];
  return sum;
}

function countCases(): void {
  const day = future.day;
  let overdue = 0;
  for (let worker = 0; worker < world.workerCount; worker++) {
    const w = workerOf(worker);
    if (w.kind == EMPTY) continue;
    const team = w.team;
    const grade = gradeOf(worker);
    if (w.kind == AGENCY) {
      add(gradeColumn(grade, IN_GRADE.agency), 1);
    } else {
      countDays(worker);
      add(gradeColumn(grade, IN_GRADE.in_post), 1);
      const served = day - w.serviceStart;
      const year = model.daysPerYear;
      add(served < 2 * year ? AT.service_years1to2 : served < 5 * year ? AT.service_years3to5 : AT.service_later, 1);
    }
    add(gradeColumn(grade, IN_GRADE.workforce), 1);
    if (teamOf(team).holds > HOLDS.plans) continue;
    const cases = w.assessments + w.plans;
    add(teamColumn(team, IN_TEAM.cases_held), <f64>cases);
    add(teamColumn(team, IN_TEAM.holders), 1);
    if (<f64>cases > model.caseloadOver) {
      add(teamColumn(team, IN_TEAM.holders_over), 1);
      add(gradeColumn(grade, IN_GRADE.holders_over), 1);
    }
    add(gradeColumn(grade, IN_GRADE.cases_held), <f64>cases);
    add(gradeColumn(grade, IN_GRADE.holders), 1);
    if (w.newUntil >= day) {
      add(AT.nq_cases, <f64>cases);
      add(AT.nq_holders, 1);
    }
    const base = worker * future.maxSlots;
    let late = 0;
    for (let i = 0; i < w.assessments; i++) if (slot(base + i).deadline < day) late++;
    add(teamColumn(team, IN_TEAM.assessments_overdue), <f64>late);
    add(teamColumn(team, IN_TEAM.assessments_open), <f64>w.assessments);
    overdue += late;
  }
  for (let team = 0; team < model.teams; team++) {
    add(AT.cases_held, tally[teamColumn(team, IN_TEAM.cases_held)]);
    add(AT.holders, tally[teamColumn(team, IN_TEAM.holders)]);
    add(AT.holders_over, tally[teamColumn(team, IN_TEAM.holders_over)]);
  }
  for (let i = 0; i < signOff.size; i++) {
    const job = assessmentAt(signOff.at(i));
    if (job.worker < 0 && job.deadline < day) overdue++;
  }
  for (let i = 0; i < conferences.size; i++) if (assessmentAt(conferences.at(i)).deadline < day) overdue++;
  tally[AT.assessments_overdue] = <f64>(overdue + countWaiting());
  tally[AT.assessments_open] = <f64>assessments.live;
}

/** Assessments in the queues; of them, those overdue are returned. */
function countWaiting(): i32 {
  const day = future.day;
  let overdue = 0;
  let ofAll = 0;
  for (let pool = 0; pool < model.pools; pool++) {
    const queue = queueOf(pool);
    let late = 0;
    let longest = 0;
    for (let i = 0; i < queue.size; i++) {
      const job = assessmentAt(queue.at(i));
      if (job.deadline < day) late++;
      const joined = job.arrived / future.dayMinutes;
      const since = job.allocatedDay >= 0 ? job.allocatedDay : joined;
      longest = max<i32>(longest, day - since);
    }
    const team = teamOfPool(pool);
    tally[teamColumn(team, IN_TEAM.unallocated)] = <f64>queue.size;
    add(teamColumn(team, IN_TEAM.assessments_overdue), <f64>late);
    add(teamColumn(team, IN_TEAM.assessments_open), <f64>queue.size);
    tally[teamColumn(team, IN_TEAM.longest_wait)] = <f64>longest;
    add(AT.unallocated, <f64>queue.size);
    overdue += late;
    ofAll = max<i32>(ofAll, longest);
  }
  tally[AT.longest_wait] = <f64>ofAll;
  return overdue;
}

/** The first team, strike teams apart, that takes work from a pool. */
function teamOfPool(pool: i32): i32 {
  for (let team = 0; team < model.teams; team++) {
    const t = teamOf(team);
    if (t.pool == pool && t.strike == 0) return team;
  }
  return -1;
}

function countPlans(): void {
  const day = future.day;
  const open = kindOf(CIN).open + kindOf(CP).open + kindOf(LAC).open;
  const unheld = kindOf(CIN).unheld + kindOf(CP).unheld + kindOf(LAC).unheld;
  let longest = 0;
  for (let kind = CIN; kind <= LAC; kind++) {
    const waiting = transfersOf(kind);
    for (let i = 0; i < waiting.size; i++) {
      const plan = planAt(waiting.at(i))!;
      if (plan.alive == 1 && plan.holder < 0) longest = max<i32>(longest, day - plan.waitingSince);
    }
  }
  countLookedAfter();
  tally[AT.cp_plans] = <f64>kindOf(CP).open;
  tally[AT.cp_allocated] = <f64>(kindOf(CP).open - kindOf(CP).unheld);
  tally[AT.cases_open] = <f64>(open + assessments.live);
  add(AT.unallocated, <f64>unheld);
  tally[AT.longest_wait] = max<f64>(tally[AT.longest_wait], <f64>longest);
  for (let team = 0; team < model.teams; team++) {
    if (teamOf(team).holds == HOLDS.plans) {
      tally[teamColumn(team, IN_TEAM.unallocated)] = <f64>unheld;
      tally[teamColumn(team, IN_TEAM.longest_wait)] = <f64>longest;
    }
    tally[teamColumn(team, IN_TEAM.cases_open)] =
      tally[teamColumn(team, IN_TEAM.cases_held)] + tally[teamColumn(team, IN_TEAM.unallocated)];
  }
}

/** Looked-after children, and their reviews of the last year: from row to row within each block of the table. */
function countLookedAfter(): void {
  const longSince = future.day - FOUR_WEEKS;
  const yearAgo = future.day - model.daysPerYear;
  const width = reviewed.width;
  let children = 0;
  let inTime = 0;
  let inYear = 0;
  let takingPart = 0;
  for (let first = 0; first < reviewed.high; first += BLOCK) {
    let row = reviewed.at(first);
    const end = row + <usize>min<i32>(BLOCK, reviewed.high - first) * width;
    for (; row < end; row += width) {
      const r = changetype<Reviews>(row);
      const counts = atMost(r.lookedAfterSince, longSince);
      const reviewedInYear = counts & ~atMost(r.lastDay, yearAgo);
      children += counts;
      inTime += counts & atMost(r.lastLateDay, yearAgo);
      inYear += reviewedInYear;
      takingPart += reviewedInYear & atMost(r.lastMissedDay, yearAgo);
    }
  }
  tally[AT.lac_children] = <f64>children;
  tally[AT.lac_children_in_time] = <f64>inTime;
  tally[AT.participation_children] = <f64>inYear;
  tally[AT.participation_taking_part] = <f64>takingPart;
}

/** 1 where one working day is no later than another, else 0; of thousands of children in any order, quicker than asking. */
function atMost(day: i32, other: i32): i32 {
  return (day - other - 1) >>> 31;
}

/** Declared measures: one belief and one stroke of chance for each future, along the declared path. */
function countDeclared(): void {
  for (let i = 0; i < model.declared; i++) {
    drawDoubt(CAUSE.declared, i);
    const belief = <f64>streams.u0 / TWO_32;
    const z = fromTable(tableAt(model.declaredNormal, i), streams.u1);
    const at = i * model.months + future.month;
    const low = model.declaredLow[at];
    const middle = model.declaredMiddle[at];
    const high = model.declaredHigh[at];
    const cohort = model.declaredCohort[i];
    const change = belief < 0.5 ? low + (middle - low) * 2 * belief : middle + (high - middle) * (2 * belief - 1);
    const p = min<f64>(1, max<f64>(0, model.declaredBase[i] + change));
    const seen = Math.round((p + z * Math.sqrt((p * (1 - p)) / cohort)) * cohort) / cohort;
    tally[model.declaredColumn[i]] = min<f64>(1, max<f64>(0, seen));
  }
}
