import packageFile from '../../package.json';
import baseRates from '../../scenarios/base-rates.json';
import { calibrate as fit, withCalibration } from '../decide/calibrate';
import type { Calibration } from '../decide/calibration';
import type { Progress } from '../decide/laboratory';
import { MODEL_VERSION, type Scenario } from '../model/index';
import { plainJson } from '../report/json';
import { poolSize } from '../run/pool';
import { readArgs, UsageError, type Command, type Given } from './args';
import { calibrationTable } from './calibration-table';
import { loadScenario, problemLines } from './inputs';
import type { Io } from './io';
import { statusLine } from './progress';
import { RunStopped } from './simulate';

const usage = `npm run -s calibrate -- SCENARIO [--worlds 16] [--points 8] [--seed 1] [--workers auto|N] [--fit-pressure]
                        [--format table|json] [--out FILE] [--write FILE]

  SCENARIO        the id of a shipped scenario (birmingham-2009, …) or the path of a scenario file
  --worlds        worlds held still at each point, 2 to 1000     --points   points of the ridge, 1 to 32
  --seed          0 to ${Number.MAX_SAFE_INTEGER}                          --workers  auto, or 1 to 64
  --fit-pressure  raises the pressure response until luck alone moves a year no more than history shows; slow
  --write         writes the scenario with the fitted points to a file

Prints the fitted values with their errors, the fit of every baseline figure, and what could not be told apart; as JSON
also "fitted", ready for the scenario file. Exit 0 done; 1 done, but a figure could not be reached; 2 problems in the
input; 3 wrong usage.
`;

export const calibrate: Command = {
  usage,
  async run(args, io) {
    const given = readArgs(args, {
      worlds: { kind: 'whole', min: 2, max: 1000 },
      points: { kind: 'whole', min: 1, max: 32 },
      seed: { kind: 'whole', min: 0, max: Number.MAX_SAFE_INTEGER },
      workers: { kind: 'whole', min: 1, max: 64, word: 'auto' },
      'fit-pressure': { kind: 'flag' },
      format: { kind: 'choice', choices: ['table', 'json'] },
      out: { kind: 'text' },
      write: { kind: 'text' },
    });
    const [name, ...more] = given.operands;
    if (name === undefined) throw new UsageError('A scenario is missing.');
    if (more.length > 0) throw new UsageError(`One scenario at a time; "${more.join(' ')}" is too much.`);
    const [out, write] = [given.one('out'), given.one('write')];
    for (const path of [out, write]) if (path !== undefined) await io.checkWritable(path);
    const loaded = await loadScenario(name, io);
    if (!loaded.outcome.ok) {
      io.err(problemLines(loaded.name, loaded.outcome.problems));
      return 2;
    }
    const scenario = loaded.outcome.value;
    const asked = given.one('workers') ?? 'auto';
    const workers = asked === 'auto' ? poolSize(io.processors) : Number(asked);
    const began = io.now();
    const found = await fitted(scenario, workers, given, io);
    const about = {
      scenario: { id: scenario.id, name: scenario.name },
      appVersion: packageFile.version,
      modelVersion: MODEL_VERSION,
      schemaVersion: scenario.schemaVersion,
      seed: given.whole('seed', 1),
      timing: { seconds: (io.now() - began) / 1000, workers },
    };
    const { timing, ...rest } = about;
    const { fitted: section } = withCalibration(scenario, found, MODEL_VERSION);
    const text =
      given.one('format') === 'json'
        ? plainJson({ ...rest, ...found, fitted: section, timing })
        : calibrationTable(about, found);
    if (out === undefined) await io.out(text);
    else await io.write(out, text);
    if (write !== undefined)
      await io.write(write, `${JSON.stringify(withCalibration(scenario, found, MODEL_VERSION), null, 2)}\n`);
    return found.converged ? 0 : 1;
  },
};

async function fitted(scenario: Scenario, workers: number, given: Given, io: Io): Promise<Calibration> {
  const evaluator = io.createEvaluator(workers);
  const { show, clear } = statusLine(io);
  try {
    return await fit(scenario, evaluator, {
      points: given.whole('points', 8),
      worlds: given.whole('worlds', 16),
      seed: given.whole('seed', 1),
      history: baseRates.yearlyChanges.rows,
      fitPressure: given.flag('fit-pressure'),
      onProgress: (progress) => show(progressText(progress)),
    });
  } catch (error) {
    throw new RunStopped(error instanceof Error ? error.message : String(error), { cause: error });
  } finally {
    clear();
    evaluator.dispose();
  }
}

const STAGES = {
  middle: 'the middle point',
  ridge: 'the ridge',
  draws: 'the year seen',
  check: 'the check on other worlds',
} as const;

function progressText({ stage, trial, done, total, pressureKappa }: Progress): string {
  const pressure = pressureKappa === undefined ? '' : `pressure ${pressureKappa}, `;
  return `${pressure}trial ${trial}, ${STAGES[stage]}: ${done} of ${total} worlds`;
}
