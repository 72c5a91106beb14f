/** A future that could not be lived to its end, as data. */
import type { Failure } from '../failure';
import { forgetModel } from './load';
import { addressOf, readField, writeField } from './memory';

/** Why the engine stopped, by the numbers of `domain/failing.ts`. */
const REASONS: Readonly<Record<number, string>> = {
  1: 'more workers than the compiled model allows for',
};

/** The failure of a future; what stands in memory is of no model from here on. */
export function failureInMemory(future: number, seed: number, error: unknown): Failure {
  const day = readField('Future', addressOf('FUTURE'), 'day');
  return { future, seed, day, code: 'future-failed', message: reasonInMemory(error) };
}

/**
 * Has the engine do something, and says why where it cannot.
 * @throws Error with the reason; what stands in memory is of no model then
 */
export function orSayWhy(what: () => void): void {
  try {
    what();
  } catch (error) {
    throw new Error(reasonInMemory(error), { cause: error });
  }
}

/** Why the engine stopped. */
function reasonInMemory(error: unknown): string {
  const at = addressOf('FUTURE');
  const reason = REASONS[readField('Future', at, 'failure')];
  writeField('Future', at, 'failure', 0);
  forgetModel();
  return reason ?? (error instanceof Error ? error.message : String(error));
}
