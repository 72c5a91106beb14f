/** Two workers against one, by the clock on the wall: the pool that the command line uses, with its threads. */
import { compile, type CompiledModel, type Scenario } from '../src/model/index';
import { spawnNodeWorker } from '../src/cli/node-pool';
import { createPool } from '../src/run/pool';
import type { Runner } from '../src/run/runner';
import { processorSeconds } from './clock';

/** Yardstick: two workers are at least so many times as fast as one. */
export const TIMES_ONE_WORKER = 1.8;

/** Where two workers were given less than so many processors, other work on the machine was measured, not they. */
export const PROCESSORS_NEEDED = 1.9;

const SEED = 1;

export interface WorkersResult {
  readonly futures: number;
  readonly rounds: number;
  /** Futures a second with one worker and with two, each in its fastest round: other work on the machine can only slow it. */
  readonly one: number;
  readonly two: number;
  readonly times: number;
  /** Processor time over time on the wall in those rounds. */
  readonly processorsInUse: readonly [number, number];
  readonly sameBytes: boolean;
}

/** Runs the same futures with one worker and with two in turn; models are loaded and warm before the clock starts. */
export async function twoAgainstOne(scenario: Scenario, rounds: number, seconds: number): Promise<WorkersResult> {
  const model = compile(scenario, scenario.plans[0]!);
  const pools = [1, 2].map((size) => createPool({ spawn: spawnNodeWorker, size }));
  try {
    let futures = 40;
    for (const pool of pools) await timed(pool, model, futures);
    const pilot = await timed(pools[0]!, model, futures);
    futures = Math.max(40, Math.round((futures / pilot.seconds) * seconds));
    let [one, two]: [Run | null, Run | null] = [null, null];
    let sameBytes = true;
    for (let round = 0; round < rounds; round++) {
      const first = await timed(pools[0]!, model, futures);
      const second = await timed(pools[1]!, model, futures);
      one = faster(one, first);
      two = faster(two, second);
      sameBytes &&= Buffer.from(first.rows.buffer).equals(Buffer.from(second.rows.buffer));
    }
    if (!one || !two) throw new RangeError('at least one round is needed');
    return {
      futures,
      rounds,
      one: futures / one.seconds,
      two: futures / two.seconds,
      times: one.seconds / two.seconds,
      processorsInUse: [one.processorSeconds / one.seconds, two.processorSeconds / two.seconds],
      sameBytes,
    };
  } finally {
    for (const pool of pools) pool.dispose();
  }
}

interface Run {
  /** On the wall. */
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly rows: Float64Array;
}

function faster(best: Run | null, run: Run): Run {
  return best && best.seconds <= run.seconds ? best : run;
}

async function timed(pool: Runner, model: CompiledModel, futures: number): Promise<Run> {
  const began = performance.now();
  const used = processorSeconds();
  const end = await pool.start({ model, seed: SEED, first: 0, futures }).end;
  if (end.kind !== 'done') throw new Error(end.kind === 'failed' ? end.message : 'the run was cancelled');
  return {
    seconds: (performance.now() - began) / 1000,
    processorSeconds: processorSeconds() - used,
    rows: end.result.rows,
  };
}
