/** Which of a council's stated figures the calibration fits; with the others the simulated baseline is only compared. */
import { figuresAnswered, PLAN_TIME_LOST, type UnknownKey } from '../decide/answers';
import type { Scenario } from '../model/index';

const answered = ({ observed }: Pick<Scenario, 'observed'>) =>
  figuresAnswered([...observed.map(({ measure }) => measure), PLAN_TIME_LOST]);

/** Whether some unknown of the baseline answers for a stated figure. Example: assessments in time are fitted to, caseload is not. */
export function isFittedTo(scenario: Pick<Scenario, 'observed'>, measure: string): boolean {
  return Object.values(answered(scenario)).includes(measure);
}

/** Whether an unknown of the baseline is found from a stated figure; without one it keeps a value that is assumed. */
export function isFound(scenario: Pick<Scenario, 'observed'>, key: UnknownKey): boolean {
  return answered(scenario)[key] !== undefined;
}
