/** The baseline of a target nobody has stated: what the page puts there until somebody does, and how it is told apart. */
import type { Target } from '../scenario/schema';

/** Stands for the year where the value is the simulation's own first month. */
export const SIMULATED_START = 'simulated start';
/** Stands for the year where the value is a mere nought. */
export const NOT_KNOWN = 'not known';

/** Whether a baseline is a figure that somebody stated: data, and not what the page put there. */
export function isStated({ year }: Target['baseline']): boolean {
  return year !== SIMULATED_START && year !== NOT_KNOWN;
}
