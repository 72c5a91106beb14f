/**
 * Memory of one simulation worker, in a process of its own: started as a program it starts itself as a thread, which
 * loads models and runs futures as a worker does. Prints one JSON object.
 */
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import birmingham2009 from '../scenarios/birmingham-2009.json';
import { checkScenario, compile, type CompiledModel } from '../src/model/index';
import { createSimulationApi } from '../workers/simulation';
import type { InThread, MemoryResult } from './memory';

const SEED = 1;
const FUTURES = 200;
const BATCH = 10;
const MB = 1e6;

type Ask = { readonly load: CompiledModel; readonly run: number } | 'measure';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

if (isMainThread) process.stdout.write(JSON.stringify(await measure()));
else serve();

/** In the thread: loads and runs what it is asked to, and says what it holds after a collection. */
function serve(): void {
  const api = createSimulationApi();
  parentPort!.on('message', (ask: Ask) => {
    if (ask !== 'measure') {
      void api.load(ask.run, ask.load, SEED);
      for (let first = 0; first < FUTURES; first += BATCH) void api.batch(ask.run, first, BATCH);
    }
    const before = process.memoryUsage();
    collect();
    const after = process.memoryUsage();
    parentPort!.postMessage({
      used: (after.heapUsed + after.external) / MB,
      usedBeforeCollection: (before.heapUsed + before.external) / MB,
      heapReserved: before.heapTotal / MB,
    } satisfies InThread);
  });
}

/** In the process: an idle thread, then one plan loaded and run, then a second beside it; what each adds. */
async function measure(): Promise<MemoryResult> {
  const scenario = checkScenario(birmingham2009);
  if (!scenario.ok) throw new Error('the shipped scenario has problems');
  const models = scenario.value.plans.slice(0, 2).map((plan) => compile(scenario.value, plan));
  const worker = new Worker(fileURLToPath(import.meta.url));
  const ask = (what: Ask): Promise<InThread> =>
    new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.postMessage(what);
    });
  const resident = (): number => {
    collect();
    return process.memoryUsage().rss / MB;
  };
  const idle = await ask('measure');
  const idleResident = resident();
  const one = await ask({ load: models[0]!, run: 1 });
  const oneResident = resident();
  const two = await ask({ load: models[1]!, run: 2 });
  const twoResident = resident();
  await worker.terminate();
  return {
    futures: FUTURES,
    idle,
    onePlan: one,
    twoPlans: two,
    residentOnePlan: oneResident - idleResident,
    residentTwoPlans: twoResident - idleResident,
  };
}
