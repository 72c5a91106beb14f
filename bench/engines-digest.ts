/** Fingerprints of simulated numbers, to the last bit: the same code runs in Node and in any browser's page. */
import birmingham2009 from '../scenarios/birmingham-2009.json';
import birmingham2015 from '../scenarios/birmingham-2015.json';
import englandToday from '../scenarios/england-today.json';
import walsall2012 from '../scenarios/walsall-2012.json';
import { checkScenario, compile, makeSimulator } from '../src/model/index';

export interface Fingerprint {
  readonly scenario: string;
  readonly plan: string;
  /** SHA-256 of the warm states' baseline and of every number of the futures' rows. */
  readonly sha256: string;
}

const FUTURES = 6;
const SEED = 2009;

/** One fingerprint for the last plan of each of four scenarios. Needs Web Crypto: Node from 20, or a page from localhost. */
export async function fingerprints(): Promise<Fingerprint[]> {
  const made: Fingerprint[] = [];
  for (const file of [birmingham2009, walsall2012, birmingham2015, englandToday]) {
    const checked = checkScenario(file);
    if (!checked.ok) throw new Error('a shipped scenario has problems; run validate');
    const scenario = checked.value;
    const plan = scenario.plans.at(-1)!;
    const model = compile(scenario, plan);
    const simulator = makeSimulator(model, SEED);
    const length = model.columns.length * model.months.length;
    const numbers = new Float64Array(model.columns.length + FUTURES * length);
    numbers.set(simulator.baseline);
    for (let future = 0; future < FUTURES; future++) {
      const from = model.columns.length + future * length;
      const failure = simulator.run(future, numbers.subarray(from, from + length));
      if (failure) throw new Error(`${scenario.id}, future ${String(future)}: ${failure.message}`);
    }
    made.push({ scenario: scenario.id, plan: plan.id, sha256: await sha256(numbers) });
  }
  return made;
}

/** Of the bytes, lowest first; a NaN has many, so each counts as the same one. */
async function sha256(numbers: Float64Array): Promise<string> {
  const bytes = new DataView(new ArrayBuffer(numbers.length * 8));
  numbers.forEach((number, i) => {
    bytes.setFloat64(i * 8, Number.isNaN(number) ? Number.NaN : number, true);
    if (Number.isNaN(number)) bytes.setBigUint64(i * 8, 0x7ff8000000000000n, true);
  });
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.buffer));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
