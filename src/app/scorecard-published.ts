import published from '../../scenarios/neighbours.json';
import type { PlanReport, Report, ReviewSummary, Scenario } from '../model/index';
import { neighbourReader } from '../model/notice/neighbours';
import { scorecard as scorecardOf, type Scorecard } from '../report/scorecard';

/** The scorecard with what was published of other councils; loaded where it is read or taken out, not with the first screen. */
export function scorecard(report: Report, plan: PlanReport, scenario: Scenario, review: ReviewSummary): Scorecard {
  return scorecardOf(report, plan, scenario, review, neighbourReader(scenario, published));
}
