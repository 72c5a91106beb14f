import baseRates from '../../scenarios/base-rates.json';
import { MODEL_VERSION } from '../model/index';
import { spawnBrowserWorker } from '../run/browser-workers';
import { createPool, poolSize } from '../run/pool';
import { FIRST_EXAMPLE } from './examples';
import { Session } from './session.svelte';

/** The session of the page: the shipped scenario, run by the browser's workers. */
export function startSession(): Session {
  return new Session({
    // Shipped scenarios are checked by the tests, so the page need not check them again.
    scenario: FIRST_EXAMPLE,
    baseRates,
    runner: createPool({ spawn: spawnBrowserWorker, size: poolSize(navigator.hardwareConcurrency) }),
    modelVersion: MODEL_VERSION,
  });
}
