/** Which of a council's stated figures the calibration fits; with the others the simulated baseline is only compared. */
import { assignFigures, PLAN_TIME_LOST } from '../decide/unknowns';
import type { FittedPoint, Scenario } from '../model/index';

const assigned = ({ observed }: Pick<Scenario, 'observed'>) =>
  assignFigures([...observed.map(({ measure }) => measure), PLAN_TIME_LOST]);

/** Whether some unknown of the baseline answers for a stated figure. Example: assessments in time are fitted to, caseload is not. */
export function isFittedTo(scenario: Pick<Scenario, 'observed'>, measure: string): boolean {
  return assigned(scenario).fitted.some(({ figure }) => figure === measure);
}

/** Whether an unknown of the baseline is found from a stated figure; without one it keeps a value that is assumed. */
export function isFound(scenario: Pick<Scenario, 'observed'>, key: keyof FittedPoint): boolean {
  return assigned(scenario).fitted.some(({ unknown }) => unknown.key === key);
}
