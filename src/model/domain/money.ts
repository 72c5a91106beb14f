/** What a month costs: people by grade, recruitment, and what the plan spends on keeping and supporting them. */
import { AT, GRADES, IN_GRADE } from './at';
import { future, gradeColumn, monthOf, tally } from './future';
import { model, money } from './model';

/** Costs of the month that ends, from the snapshots just taken. */
export function countMoney(): void {
  const month = future.month;
  const inPost = tally[AT.in_post];
  const agency = tally[AT.agency];
  const part = month == 0 ? partOfFirstMonth() : 1.0;
  let people: f64 = 0;
  let premium: f64 = 0;
  let agencyPay: f64 = 0;
  for (let grade = 0; grade < GRADES; grade++) {
    const permanent = tally[gradeColumn(grade, IN_GRADE.in_post)];
    const fromAgency = tally[gradeColumn(grade, IN_GRADE.agency)];
    people += permanent * money.permanentPerMonth[grade];
    agencyPay += fromAgency * money.agencyPerMonth[grade];
    premium += fromAgency * (money.agencyPerMonth[grade] - money.permanentPerMonth[grade]);
  }
  const measures = inPost * money.retention[month] + tally[AT.holders] * money.hoursFreed[month];
  const extraAgency = agency > money.baselineAgency ? agencyPay * (1 - money.baselineAgency / agency) : 0.0;
  tally[AT.staff_cost] =
    part * (people + agencyPay + measures + money.uplift * (measures + extraAgency)) +
    tally[AT.starters] * money.perHire;
  tally[AT.agency_premium] = part * premium;
}

/** Share of the first month's working days that lie in the run. */
function partOfFirstMonth(): f64 {
  let all = 0;
  let inRun = 0;
  for (let day = 0; day < model.days; day++)
    if (monthOf[day] == 0) {
      all++;
      if (day >= model.firstDay) inRun++;
    }
  return <f64>inRun / <f64>all;
}
