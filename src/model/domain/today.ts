/**
 * Starting from today: what is known of the council on the morning of the start takes the place of what the warm-up has
 * arrived at; whatever is not known stays. People first, then plans, then assessments, so that there are desks for them.
 * Who or what goes where there are too many is decided by each one's own luck; who or what is missing is made as the
 * warm-up's own were. Done once for each warm state, so that every plan begins from the same today. Plans and assessments
 * are in `today-cases.ts`.
 */
import { LuckList } from '../engine/luck-list';
import { startAgency } from './agency';
import { fromStart } from './assessments';
import { add, future } from './future';
import { KINDS } from './layout';
import { model, TODAY_ASSESSMENTS, TODAY_WORKERS } from './model';
import { comeBack, fallSick, leave, startSeasoned } from './people';
import { renewCapacity } from './rooms';
import { assessmentAt } from './rows';
import {
  AssessmentLine,
  bringAssessments,
  bringPlans,
  jobsOnDesks,
  luckOf,
  MADE_TODAY,
  waitingJobs,
} from './today-cases';
import { AGENCY, PERMANENT, workerOf, world } from './world';

/** What is known of a team's people; -1 for what is not. */
@unmanaged
class WorkerLine {
  team: i32;
  permanent: i32;
  newlyQualified: i32;
  agency: i32;
  away: i32;
}

/** Those of whom something is asked, and assessments that have begun; each list is for one thing at a time. */
const staff = changetype<LuckList>(memory.data(16));
const begun = changetype<LuckList>(memory.data(16));

/** Brings a council lived up to the start to what is known of that morning. */
export function startFromToday(): void {
  if (model.knownToday == 0) return;
  const workers = changetype<usize>(model.todayWorkers);
  for (let i = 0; i < model.todayWorkerLines; i++)
    bringPeople(changetype<WorkerLine>(workers + 4 * <usize>(TODAY_WORKERS * i)));
  for (let kind = 0; kind < KINDS; kind++) {
    const wanted = model.todayPlans[kind];
    if (wanted >= 0) bringPlans(kind, wanted);
  }
  const cases = changetype<usize>(model.todayAssessments);
  let children = 0;
  for (let i = 0; i < model.todayAssessmentLines; i++)
    children = bringAssessments(changetype<AssessmentLine>(cases + 4 * <usize>(TODAY_ASSESSMENTS * i)), children);
}

/** What begins with the day of the start is of the run's first month: counted as begun, as it will be once it is done. */
export function countBegunToday(): void {
  if (model.knownToday == 0) return;
  begun.clear();
  waitingJobs(begun);
  jobsOnDesks(begun);
  for (let i = 0; i < begun.count; i++) {
    const job = assessmentAt(begun.ids[i]);
    if (job.clockStart == model.firstDay) add(fromStart(job.stage), 1);
  }
}

/** Of a team's staff of a kind, all or some. */
const enum WHO {
  all,
  newlyQualified,
  experienced,
  away,
  present,
}

function isOf(worker: i32, who: WHO): bool {
  const w = workerOf(worker);
  if (who == WHO.newlyQualified) return w.newUntil >= future.day;
  if (who == WHO.experienced) return w.newUntil < future.day;
  if (who == WHO.away) return w.awayUntil >= 0;
  if (who == WHO.present) return w.awayUntil < 0;
  return true;
}

/** Puts those of a team into `staff`, in the order of their luck. Returns how many they are. */
function findStaff(team: i32, kind: i32, who: WHO): i32 {
  staff.clear();
  for (let worker = 0; worker < world.workerCount; worker++) {
    const w = workerOf(worker);
    if (w.kind == kind && w.team == team && isOf(worker, who)) staff.add(worker, luckOf(w.entity));
  }
  staff.sort();
  return staff.count;
}

function bringPeople(line: WorkerLine): void {
  const team = line.team;
  if (line.permanent >= 0) {
    const here = findStaff(team, PERMANENT, WHO.all);
    for (let i = line.permanent; i < here; i++) leave(staff.ids[i]);
    for (let i = here; i < line.permanent; i++) startSeasoned(team, MADE_TODAY + i);
  }
  if (line.agency >= 0) {
    const here = findStaff(team, AGENCY, WHO.all);
    for (let i = line.agency; i < here; i++) leave(staff.ids[i]);
    for (let i = here; i < line.agency; i++) startAgency(team, true);
  }
  if (line.newlyQualified >= 0) bringNewlyQualified(team, line.newlyQualified);
  if (line.away >= 0) {
    const here = findStaff(team, PERMANENT, WHO.away);
    for (let i = line.away; i < here; i++) comeBack(staff.ids[i]);
    const present = findStaff(team, PERMANENT, WHO.present);
    for (let i = 0; i < min<i32>(present, line.away - here); i++) fallSick(staff.ids[i]);
  }
}

function bringNewlyQualified(team: i32, wanted: i32): void {
  const year = model.daysPerYear;
  const here = findStaff(team, PERMANENT, WHO.newlyQualified);
  for (let i = wanted; i < here; i++) {
    const worker = staff.ids[i];
    setService(worker, workerOf(worker).serviceStart, -1);
  }
  const others = findStaff(team, PERMANENT, WHO.experienced);
  for (let i = 0; i < min<i32>(others, wanted - here); i++) {
    const worker = staff.ids[i];
    // Some part of their first year is over.
    const since = future.day - <i32>Math.floor(luckOf(workerOf(worker).entity, 1) * <f64>year);
    setService(worker, since, since + year);
  }
}

function setService(worker: i32, since: i32, until: i32): void {
  const w = workerOf(worker);
  w.serviceStart = since;
  w.newUntil = until;
  renewCapacity(worker);
}
