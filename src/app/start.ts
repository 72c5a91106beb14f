import baseRates from '../../scenarios/base-rates.json';
import birmingham from '../../scenarios/birmingham-2009.json';
import { MODEL_VERSION, type Scenario } from '../model/index';
import { spawnBrowserWorker } from '../run/browser-workers';
import { createPool, poolSize } from '../run/pool';
import { Session } from './session.svelte';

/** The session of the page: the shipped scenario, run by the browser's workers. */
export function startSession(): Session {
  return new Session({
    // Shipped scenarios are checked by the tests, so the page need not check them again.
    scenario: birmingham as unknown as Scenario,
    baseRates,
    runner: createPool({ spawn: spawnBrowserWorker, size: poolSize(navigator.hardwareConcurrency) }),
    modelVersion: MODEL_VERSION,
  });
}
