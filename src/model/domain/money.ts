/** What a month costs: people by grade, recruitment, and what the plan spends on keeping and supporting them. */
import type { CompiledModel } from '../compiled';
import { STAFF_GRADES } from '../measures/columns';
import { AT, gradeColumn, future, IN_GRADE } from './future';

/** Costs of the month that ends, from the snapshots just taken. */
export function countMoney(): void {
  const { tally, model, month } = future;
  const { money } = model;
  const inPost = tally[AT.in_post]!;
  const agency = tally[AT.agency]!;
  const part = month === 0 ? partOfFirstMonth(model) : 1;
  let people = 0;
  let premium = 0;
  let agencyPay = 0;
  for (let grade = 0; grade < STAFF_GRADES.length; grade++) {
    const permanent = tally[gradeColumn(grade, IN_GRADE.in_post)]!;
    const fromAgency = tally[gradeColumn(grade, IN_GRADE.agency)]!;
    people += permanent * money.permanentPerMonth[grade]!;
    agencyPay += fromAgency * money.agencyPerMonth[grade]!;
    premium += fromAgency * (money.agencyPerMonth[grade]! - money.permanentPerMonth[grade]!);
  }
  const measures = inPost * money.retention[month]! + tally[AT.holders]! * money.hoursFreed[month]!;
  const extraAgency = agency > money.baselineAgency ? agencyPay * (1 - money.baselineAgency / agency) : 0;
  tally[AT.staff_cost] =
    part * (people + agencyPay + measures + money.uplift * (measures + extraAgency)) +
    tally[AT.starters]! * money.perHire;
  tally[AT.agency_premium] = part * premium;
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
