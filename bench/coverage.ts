/**
 * Whether forecasts are as good as they say: for councils that are invented and hidden, the tool is given a year's
 * published figures, calibrates and forecasts the next twelve months; what then happens must lie within its 8-in-10 ranges
 * eight times in ten. `README.md` beside this file says how.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import birmingham2009 from '../scenarios/birmingham-2009.json';
import { readArgs, UsageError, type Given } from '../src/cli/args';
import { checkScenario, MODEL_VERSION, type Scenario } from '../src/model/index';
import { GIVEN, HIDDEN } from './coverage-council';
import { coverageOf, coverageText, givenBack } from './coverage-text';
import type { Trial, TrialRequest } from './coverage-trial';

const USAGE = `npm run -s coverage -- [--councils 40] [--seed 1] [--first 0] [--points 4] [--worlds 8] [--futures 100]
                        [--size 10] [--workers auto|N] [--given year|many-years|truth]
                        [--hidden beliefs|about-shipped] [--json]

  --councils  invented councils; 200 for the full proof       --first    number of the first one
  --points, --worlds   of each calibration                    --futures  of each forecast
  --size      of a council, in per cent of the shipped one's
  --given     what the tool is given: one year's counts; the mean of 64 years, to see what the noise of a year costs;
              or the hidden values themselves, to see that a right forecast passes
  --hidden    where hidden values are drawn from: what the tool believes, or about the shipped council's fitted values,
              where its beliefs are off the centre
  --json      everything as one JSON object

Exit 0 the ranges hold what they say, within three standard errors; 1 they do not; 3 wrong usage.
`;

const EXIT_OUTSIDE = 1;
const EXIT_USAGE = 3;

function read(args: readonly string[]): Given {
  const given = readArgs(args, {
    councils: { kind: 'whole', min: 1, max: 10_000 },
    seed: { kind: 'whole', min: 0, max: 1_000_000 },
    first: { kind: 'whole', min: 0, max: 90_000 },
    points: { kind: 'whole', min: 1, max: 32 },
    worlds: { kind: 'whole', min: 2, max: 1000 },
    futures: { kind: 'whole', min: 10, max: 10_000 },
    workers: { kind: 'whole', min: 1, max: 64, word: 'auto' },
    size: { kind: 'whole', min: 2, max: 100 },
    given: { kind: 'choice', choices: GIVEN },
    hidden: { kind: 'choice', choices: HIDDEN },
    json: { kind: 'flag' },
  });
  if (given.operands.length > 0) throw new UsageError(`"${given.operands.join(' ')}" is too much.`);
  return given;
}

/** Tries councils in threads, each thread one at a time; the answers stand in the order asked. */
async function tryAll(requests: readonly TrialRequest[], workers: number, done: () => void): Promise<Trial[]> {
  const trials: Trial[] = [];
  let next = 0;
  const serve = async (): Promise<void> => {
    const thread = new Worker(new URL('./coverage.node.js', import.meta.url));
    try {
      for (let place = next++; place < requests.length; place = next++) {
        trials[place] = await ask(thread, requests[place]!);
        done();
      }
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, requests.length) }, serve));
  return trials;
}

function ask(thread: Worker, request: TrialRequest): Promise<Trial> {
  return new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('message', ({ trial, error }: { trial?: Trial; error?: string }) => {
      thread.off('error', reject);
      if (trial) resolve(trial);
      else reject(new Error(error));
    });
    thread.postMessage(request);
  });
}

async function prove(given: Given): Promise<number> {
  const checked = checkScenario(birmingham2009);
  if (!checked.ok) throw new Error('the shipped scenario has problems; run validate');
  const scenario: Scenario = checked.value;
  const [seed, first] = [given.whole('seed', 1), given.whole('first', 0)];
  const effort = {
    points: given.whole('points', 4),
    worlds: given.whole('worlds', 8),
    futures: given.whole('futures', 100),
  };
  const shown = {
    given: GIVEN.find((one) => one === given.one('given')) ?? 'year',
    hiddenFrom: HIDDEN.find((one) => one === given.one('hidden')) ?? 'beliefs',
    size: given.whole('size', 10) / 100,
  };
  const requests = Array.from({ length: given.whole('councils', 40) }, (_, i) => {
    return { scenario, seed, council: first + i, ...shown, ...effort };
  });
  const asked = given.one('workers') ?? 'auto';
  const workers = asked === 'auto' ? availableParallelism() : Number(asked);
  let finished = 0;
  const trials = await tryAll(requests, workers, () => {
    finished++;
    if (process.stderr.isTTY) process.stderr.write(`… ${String(finished)} of ${String(requests.length)} councils\n`);
  });
  const coverage = coverageOf(trials);
  const recovery = givenBack(trials);
  const report = { modelVersion: MODEL_VERSION, seed, ...shown, ...effort, coverage, recovery, trials };
  process.stdout.write(given.flag('json') ? `${JSON.stringify(report, null, 2)}\n` : coverageText(trials, coverage));
  return coverage.every(({ ok }) => ok) ? 0 : EXIT_OUTSIDE;
}

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) {
  process.stdout.write(USAGE);
} else {
  try {
    process.exitCode = await prove(read(args));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    process.exitCode = EXIT_USAGE;
  }
}
