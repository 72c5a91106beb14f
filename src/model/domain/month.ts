/** Months: what the plan's levers are worth as one begins, and what is counted as it ends. */
import type { CompiledModel } from '../compiled';
import { TWO_32 } from '../units';
import { fromTable } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { drawMonthLevel } from './demand';
import { AT, teamColumn, type Future } from './future';
import { decideLeavers } from './people';
import { renewCapacity } from './rooms';
import { EMPTY, HOLDS, LAC } from './world';

/** A child counts in the looked-after measures after four weeks. */
const FOUR_WEEKS = 20;

/** Takes up the month's levers, demand level and leavers. */
export function openMonth(future: Future): void {
  const { model, now, month, warm, point, world } = future;
  const { levers, workforce, pathway } = model;
  const at = Math.max(0, month);
  now.goesOn = warm ? pathway.goesOnAtBaseline : levers.goesOn[at]!;
  now.leavingFactor = warm ? 1 : levers.leavingFactor[at]!;
  now.agencyCover = warm ? workforce.agencyCover : levers.agencyCover[at]!;
  now.hoursFactor = warm ? 1 : levers.hoursFactor[at]!;
  const weight = (by: Float64Array): number => (warm ? 0 : by[at]!);
  now.reviewBooking =
    point.reviewBooking + (levers.reviewBooking - point.reviewBooking) * weight(levers.reviewBookingWeight);
  now.participation =
    point.participation + (levers.participation - point.participation) * weight(levers.participationWeight);
  workforce.teams.forEach((team, i) => {
    const extra =
      team.holds === HOLDS.assessments
        ? weight(levers.assessmentPosts)
        : team.holds === HOLDS.plans
          ? weight(levers.longerTermPosts)
          : 0;
    now.posts[i] = Math.max(0, team.posts + extra);
    if (team.holds === HOLDS.assessments) now.assessmentCeiling = warm ? team.ceiling : levers.assessmentCeiling[at]!;
    if (team.holds === HOLDS.plans) now.planCeiling = warm ? team.ceiling : levers.planCeiling[at]!;
  });
  for (let worker = 0; worker < world.workers.high; worker++) {
    if (world.workers.of.kind[worker] !== EMPTY) renewCapacity(future, worker);
  }
  drawMonthLevel(future);
  decideLeavers(future);
}

/** Takes the month's snapshots and writes its row. */
export function closeMonth(future: Future): void {
  const { tally, row, model, month, warm } = future;
  countPeople(future);
  countCases(future);
  countPlans(future);
  countDays(future);
  if (!warm) {
    countMoney(future);
    countDeclared(future);
    // Work of this month finished in a later one is added to the row then; so the row is added to, not overwritten.
    const at = month * model.columns.length;
    for (let i = 0; i < tally.length; i++) row[at + i]! += tally[i]!;
  }
}

/** Empties the tallies for the next month. */
export function clearTally(future: Future): void {
  future.tally.fill(0);
  future.daysHistogram.fill(0);
}

function countPeople(future: Future): void {
  const { world, tally, now, model } = future;
  let posts = 0,
    inPost = 0,
    vacant = 0,
    uncovered = 0,
    agency = 0;
  for (let team = 0; team < world.inPost.length; team++) {
    const empty = Math.max(0, now.posts[team]! - world.inPost[team]!);
    posts += now.posts[team]!;
    inPost += world.inPost[team]!;
    vacant += empty;
    agency += world.agency[team]!;
    uncovered += Math.max(0, empty - world.agency[team]!);
    tally[teamColumn(team, 'posts')] = now.posts[team]!;
    tally[teamColumn(team, 'in_post')] = world.inPost[team]!;
    tally[teamColumn(team, 'agency')] = world.agency[team]!;
  }
  tally[AT.posts] = posts;
  tally[AT.in_post] = inPost;
  tally[AT.vacant] = vacant;
  tally[AT.posts_and_in_post] = vacant + inPost;
  tally[AT.uncovered] = uncovered;
  tally[AT.agency] = agency;
  tally[AT.workforce] = agency + inPost;
  tally[AT.leavers_year] = future.warm ? tally[AT.leavers]! * 12 : leaversInYear(future, model);
}

/** Leavers of the last 12 months; NaN until 12 whole months of the run are there. */
function leaversInYear(future: Future, model: CompiledModel): number {
  const firstWhole = model.start.endsWith('-01') ? 0 : 1;
  if (future.month - 11 < firstWhole) return NaN;
  let sum = 0;
  for (let m = future.month - 11; m <= future.month; m++) sum += future.leaversByMonth[m]!;
  return sum;
}

function countCases(future: Future): void {
  const { world, tally, model, day } = future;
  const w = world.workers.of;
  const a = world.assessments.of;
  let held = 0,
    holders = 0,
    over = 0,
    newCases = 0,
    newHolders = 0,
    overdue = 0;
  for (let worker = 0; worker < world.workers.high; worker++) {
    if (w.kind[worker] === EMPTY) continue;
    const team = w.team[worker]!;
    if (model.workforce.teams[team]!.holds > HOLDS.plans) continue;
    const cases = w.assessments[worker]! + w.plans[worker]!;
    held += cases;
    holders++;
    tally[teamColumn(team, 'cases_held')]! += cases;
    tally[teamColumn(team, 'holders')]! += 1;
    if (cases > model.workforce.caseloadOver) over++;
    if (w.newUntil[worker]! >= day) {
      newCases += cases;
      newHolders++;
    }
    const base = worker * model.workforce.maxSlots;
    for (let i = 0; i < w.assessments[worker]!; i++) if (a.deadline[world.slots[base + i]!]! < day) overdue++;
  }
  let longest = 0;
  for (let i = 0; i < world.queue.size; i++) {
    const job = world.queue.at(i);
    if (a.deadline[job]! < day) overdue++;
    const since = a.allocatedDay[job]! >= 0 ? a.allocatedDay[job]! : a.clockStart[job]!;
    longest = Math.max(longest, day - since);
  }
  for (let i = 0; i < world.signOff.size; i++) {
    const job = world.signOff.at(i);
    if (a.worker[job]! < 0 && a.deadline[job]! < day) overdue++;
  }
  tally[AT.cases_held] = held;
  tally[AT.holders] = holders;
  tally[AT.holders_over] = over;
  tally[AT.nq_cases] = newCases;
  tally[AT.nq_holders] = newHolders;
  tally[AT.assessments_open] = world.assessments.live;
  tally[AT.assessments_overdue] = overdue;
  tally[AT.unallocated] = world.queue.size;
  tally[AT.longest_wait] = longest;
  model.workforce.teams.forEach((team, i) => {
    if (team.holds === HOLDS.assessments) tally[teamColumn(i, 'unallocated')] = world.queue.size;
  });
}

function countPlans(future: Future): void {
  const { world, tally, model, day } = future;
  const p = world.plans.of;
  const yearAgo = day - model.clock.workingDaysPerYear;
  const { plansOpen, plansUnheld, cpOpen, cpHeld } = world.n;
  let children = 0,
    inTime = 0,
    reviewed = 0,
    takingPart = 0;
  let longest = tally[AT.longest_wait]!;
  for (let i = 0; i < world.transfer.size; i++) {
    const plan = world.transfer.at(i);
    if (p.alive[plan] === 1 && p.holder[plan]! < 0) longest = Math.max(longest, day - p.waitingSince[plan]!);
  }
  for (let plan = 0; plan < world.plans.high; plan++) {
    if (p.kind[plan] !== LAC || p.alive[plan] !== 1 || day - p.startDay[plan]! < FOUR_WEEKS) continue;
    children++;
    if (p.lastLateDay[plan]! <= yearAgo) inTime++;
    if (p.lastReviewDay[plan]! > yearAgo) {
      reviewed++;
      if (p.lastMissedDay[plan]! <= yearAgo) takingPart++;
    }
  }
  tally[AT.cp_plans] = cpOpen;
  tally[AT.cp_allocated] = cpHeld;
  tally[AT.lac_children] = children;
  tally[AT.lac_children_in_time] = inTime;
  tally[AT.participation_children] = reviewed;
  tally[AT.participation_taking_part] = takingPart;
  tally[AT.cases_open] = plansOpen + world.assessments.live;
  tally[AT.unallocated]! += plansUnheld;
  tally[AT.longest_wait] = longest;
  model.workforce.teams.forEach((team, i) => {
    if (team.holds === HOLDS.plans) tally[teamColumn(i, 'unallocated')] = plansUnheld;
  });
}

/** Median and nine-in-ten of the days that the month's initial assessments took. */
function countDays(future: Future): void {
  const { tally, daysHistogram } = future;
  const total = tally[AT.ia_completed]!;
  const within = (share: number): number => {
    if (total === 0) return NaN;
    let sum = 0;
    for (let days = 0; days < daysHistogram.length; days++) {
      sum += daysHistogram[days]!;
      if (sum >= share * total) return days;
    }
    return daysHistogram.length - 1;
  };
  tally[AT.days_p50] = within(0.5);
  tally[AT.days_p90] = within(0.9);
}

function countMoney(future: Future): void {
  const { world, tally, model, month, day } = future;
  const { money } = model;
  let newlyQualified = 0;
  for (let worker = 0; worker < world.workers.high; worker++) {
    if (world.workers.of.kind[worker] !== EMPTY && world.workers.of.newUntil[worker]! >= day) newlyQualified++;
  }
  const inPost = tally[AT.in_post]!;
  const agency = tally[AT.agency]!;
  const part = month === 0 ? partOfFirstMonth(model) : 1;
  const people =
    (inPost - newlyQualified) * money.permanentPerMonth +
    newlyQualified * money.newlyQualifiedPerMonth +
    agency * money.agencyPerMonth;
  const measures = inPost * money.retention[month]! + tally[AT.holders]! * money.hoursFreed[month]!;
  const extraAgency = Math.max(0, agency - money.baselineAgency) * money.agencyPerMonth;
  tally[AT.staff_cost] =
    part * (people + measures + money.uplift * (measures + extraAgency)) + tally[AT.starters]! * money.perHire;
  tally[AT.agency_premium] = part * agency * (money.agencyPerMonth - money.permanentPerMonth);
}

/** Share of the first month's working days that lie in the run. */
function partOfFirstMonth(model: CompiledModel): number {
  const { month, firstDay } = model.clock;
  let all = 0,
    inRun = 0;
  for (let day = 0; day < month.length; day++)
    if (month[day] === 0) {
      all++;
      if (day >= firstDay) inRun++;
    }
  return inRun / all;
}

/** Declared measures: one belief and one stroke of chance for each future, along the declared path. */
function countDeclared(future: Future): void {
  const { model, tally, streams, month } = future;
  model.declared.forEach((declared, i) => {
    streams.draw(CAUSE.declared, i);
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
