import { calibrate as fit, baselineFigures, type BaselineFigures } from '../decide/calibrate';
import { MODEL_VERSION } from '../model/index';
import { readArgs, UsageError, type Command } from './args';
import { loadScenario, problemLines } from './inputs';

const usage = `npm run -s calibrate -- SCENARIO [--points 8] [--worlds 100] [--seed 1] [--out FILE]

  SCENARIO  the id of a shipped scenario (birmingham-2009) or the path of a scenario file
  --points  points of the ridge, 1 to 32     --worlds  worlds held still for each trial, 4 to 1000
  --seed    0 to ${Number.MAX_SAFE_INTEGER}   --out     write the report to a file

Prints the fitted values and the fit of every baseline figure as JSON; "fitted" is ready for the scenario file.
Exit 0 done; 2 problems in the input; 3 wrong usage.
`;

/** The check of the fit runs on other worlds than the fit itself. */
const CHECK_SEED_STEP = 1000003;

export const calibrate: Command = {
  usage,
  async run(args, io) {
    const given = readArgs(args, {
      points: { kind: 'whole', min: 1, max: 32 },
      worlds: { kind: 'whole', min: 4, max: 1000 },
      seed: { kind: 'whole', min: 0, max: Number.MAX_SAFE_INTEGER },
      out: { kind: 'text' },
    });
    const [name, ...more] = given.operands;
    if (name === undefined) throw new UsageError('A scenario is missing.');
    if (more.length > 0) throw new UsageError(`One scenario at a time; "${more.join(' ')}" is too much.`);
    const out = given.one('out');
    if (out !== undefined) await io.checkWritable(out);
    const loaded = await loadScenario(name, io);
    if (!loaded.outcome.ok) {
      io.err(problemLines(loaded.name, loaded.outcome.problems));
      return 2;
    }
    const scenario = loaded.outcome.value;
    const worlds = given.whole('worlds', 100);
    const seed = given.whole('seed', 1);
    const { points, fits, targets } = fit(scenario, {
      points: given.whole('points', 8),
      worlds,
      seed,
      onStep: (message) => {
        if (io.errIsTerminal) io.err(`${message}\n`);
      },
    });
    const checks = points.map((point) => baselineFigures(scenario, point, worlds, seed + CHECK_SEED_STEP));
    const method = `Newton and Broyden steps on ${String(worlds)} worlds held still, seed ${String(seed)}; what ample staff would achieve stratified over its range, effort and order of work refitted at each value.`;
    const report = {
      scenario: { id: scenario.id, name: scenario.name },
      fitted: { modelVersion: MODEL_VERSION, method, points },
      fit: (Object.keys(targets) as (keyof BaselineFigures)[]).map((figure) => ({
        figure,
        observed: targets[figure],
        fittedOn: fits.map((f) => f.figures[figure]),
        checkedOnOtherWorlds: checks.map((c) => c[figure]),
      })),
      notFitted: fits.flatMap((f, i) => [
        ...(f.converged ? [] : [`Point ${String(i + 1)}: the steps ran out before every figure was within reach.`]),
        ...(f.coreArrangementFitted
          ? [
              `Point ${String(i + 1)}: with everybody working nearest deadline first the order of work is at its end; the core arrangements were fitted instead.`,
            ]
          : []),
      ]),
    };
    const text = `${JSON.stringify(report, null, 2)}\n`;
    if (out === undefined) await io.out(text);
    else await io.write(out, text);
    return 0;
  },
};
