/** A future that cannot go on says why and stops; whoever asked for it is told (`simulator/failures.ts`). */
import { future } from './future';

/** Why a future cannot go on; 0 where nothing is wrong. */
export const enum FAILURE {
  none,
  workers,
}

/** Notes why, and stops. */
export function fail(why: FAILURE): void {
  future.failure = why;
  unreachable();
}
