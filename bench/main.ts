/**
 * The speed of the simulator on this machine, and whether it agrees with other engines on the reference problem.
 * `npm run -s bench -- --help` says what can be asked; `README.md` beside this file says how it is measured.
 */
import { availableParallelism } from 'node:os';
import birmingham2009 from '../scenarios/birmingham-2009.json';
import { readArgs, UsageError, type Given } from '../src/cli/args';
import { checkScenario, MODEL_VERSION } from '../src/model/index';
import { costOfPlans, costOfSize } from './futures';
import { memoryOfWorker } from './memory';
import { compareEngines } from './reference/compare';
import { FULL, QUICK } from './reference/problem';
import { memoryText, plansText, referenceText, sizesText, workersText } from './text';
import { twoAgainstOne } from './workers';

const PARTS = ['reference', 'futures', 'scale', 'workers', 'memory'] as const;

const USAGE = `npm run -s bench -- [--only PART]... [--quick] [--seed 1] [--json]

  --only PART  reference   the reference problem in SimPy, plain C and here: agreement, then time a replication
               futures     milliseconds a future for each plan of the shipped scenario, 24 and 36 months
               scale       the same council at a tenth, once and ten times its size
               workers     two workers against one
               memory      megabytes of one worker
  --quick      fewer replications and shorter rounds: about a quarter of the time
  --seed N     the seed of the reference problem
  --json       everything as one JSON object

Exit 0 done; 1 the engines disagree; 3 wrong usage. Yardsticks that this machine misses are said, not punished.
`;

const EXIT_DISAGREE = 1;
const EXIT_USAGE = 3;

function read(args: readonly string[]): Given {
  const given = readArgs(
    args,
    {
      only: { kind: 'choice', choices: PARTS },
      quick: { kind: 'flag' },
      seed: { kind: 'whole', min: 0, max: 2 ** 31 },
      json: { kind: 'flag' },
    },
    ['only'],
  );
  if (given.operands.length > 0) throw new UsageError(`"${given.operands.join(' ')}" is too much.`);
  return given;
}

async function measure(given: Given): Promise<number> {
  const asked = given.all('only');
  const wants = (part: (typeof PARTS)[number]): boolean => asked.length === 0 || asked.includes(part);
  const quick = given.flag('quick');
  const json = given.flag('json');
  const scenario = checkScenario(birmingham2009);
  if (!scenario.ok) throw new Error('the shipped scenario has problems; run validate');
  const rounds = quick ? { rounds: 3, seconds: 0.3 } : { rounds: 5, seconds: 1 };
  const processors = availableParallelism();

  const say = (progress: string): void => {
    if (process.stderr.isTTY) process.stderr.write(`… ${progress}\n`);
  };
  const report: Record<string, unknown> = { modelVersion: MODEL_VERSION, node: process.version, processors, quick };
  /** Keeps a part for the JSON, or prints it at once. */
  const show = <T>(part: string, result: T, text: (result: T) => string): T => {
    report[part] = result;
    if (!json) process.stdout.write(text(result));
    return result;
  };

  let agree = true;
  if (wants('reference')) {
    const result = compareEngines(quick ? QUICK : FULL, given.whole('seed', 1), say);
    agree = show('reference', result, referenceText).agree;
  }
  if (wants('futures')) {
    say('futures of the shipped scenario');
    show('futures', costOfPlans(scenario.value, [24, 36], rounds), plansText);
  }
  if (wants('scale')) {
    say('councils of other sizes');
    show('scale', costOfSize(scenario.value, [0.1, 1, 10], rounds), sizesText);
  }
  if (wants('workers')) {
    say('two workers against one');
    const result = processors > 1 ? await twoAgainstOne(scenario.value, rounds.rounds, 4 * rounds.seconds) : null;
    show('workers', result, workersText);
  }
  if (wants('memory')) {
    say('memory of one worker');
    show('memory', memoryOfWorker(), memoryText);
  }
  if (json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  return agree ? 0 : EXIT_DISAGREE;
}

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) {
  process.stdout.write(USAGE);
} else {
  try {
    process.exitCode = await measure(read(args));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    process.exitCode = EXIT_USAGE;
  }
}
