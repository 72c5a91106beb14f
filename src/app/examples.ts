import birmingham from '../../scenarios/birmingham-2009.json';
import type { Scenario } from '../model/index';

/** A worked example that the page offers. */
export interface Example {
  readonly id: string;
  readonly name: string;
  /** Fetches the scenario, which the tests have checked. */
  readonly load: () => Promise<Scenario>;
}

const loaded = (file: Promise<{ readonly default: unknown }>): Promise<Scenario> =>
  file.then((found) => found.default as Scenario);

/** The example that the page opens with. */
export const FIRST_EXAMPLE = birmingham as unknown as Scenario;

/**
 * The worked examples: the notices in the order of their dates, then today. All but the first are fetched only when asked for, so
 * that the first screen does not grow with them.
 */
export const EXAMPLES: readonly Example[] = [
  { id: 'birmingham-2009', name: 'Birmingham 2009', load: () => Promise.resolve(FIRST_EXAMPLE) },
  {
    id: 'worcestershire-2011',
    name: 'Worcestershire 2011',
    load: () => loaded(import('../../scenarios/worcestershire-2011.json')),
  },
  {
    id: 'birmingham-2011',
    name: 'Birmingham 2011',
    load: () => loaded(import('../../scenarios/birmingham-2011.json')),
  },
  { id: 'walsall-2012', name: 'Walsall 2012', load: () => loaded(import('../../scenarios/walsall-2012.json')) },
  {
    id: 'birmingham-2015',
    name: 'Birmingham 2014–15',
    load: () => loaded(import('../../scenarios/birmingham-2015.json')),
  },
  { id: 'england-today', name: 'England today', load: () => loaded(import('../../scenarios/england-today.json')) },
];
