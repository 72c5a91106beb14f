import packageFile from '../../package.json';
import baseRates from '../../scenarios/base-rates.json';
import {
  compile,
  FIRST_ECHO,
  MODEL_VERSION,
  readFormulas,
  type CompiledModel,
  type FormulaMeasure,
  type Plan,
  type Report,
  type Scenario,
} from '../model/index';
import { assembleReport } from '../report/assemble';
import { reportCsv } from '../report/csv';
import { fingerprint } from '../report/fingerprint';
import { reportJson } from '../report/json';
import { reportTable } from '../report/table';
import { poolSize } from '../run/pool';
import type { RunResult } from '../run/runner';
import { readArgs, UsageError, type Command } from './args';
import { loadNotice, loadPlan, loadScenario, problemLines } from './inputs';
import type { Io } from './io';
import { progressLine } from './progress';

const usage = `npm run -s simulate -- SCENARIO [--plan PLAN]... [--notice FILE] [--futures 1000] [--seed 1] [--workers auto|N]
                       [--months N] [--format table|json|csv] [--out FILE] [--only-chance]

  SCENARIO       the id of a shipped scenario (birmingham-2009, …) or the path of a scenario file
  --plan         a plan of the scenario, or the path of a plan file; default as-now; several are compared
  --notice       a notice file, laid over the scenario: its targets, reviews, clauses and floors instead of those there
  --futures      1 to 100000        --seed    0 to ${Number.MAX_SAFE_INTEGER}
  --workers      auto, or 1 to 64   --months  1 to 60; default: the scenario's
  --only-chance  without doubt about the inputs: the luck of the draw alone

Exit 0 done; 1 some futures failed (they are listed); 2 problems in the input; 3 wrong usage.
`;

const FORMATS: Readonly<Record<string, (report: Report) => string>> = {
  table: reportTable,
  json: reportJson,
  csv: reportCsv,
};

/** Echoes run beside the futures of the first plan, enough to know their shares to 7 points or better (standard error). */
const ECHOES = 200;

/** Failures listed on standard error; the JSON report has them all. */
const LISTED = 20;

/** Thrown where a run ends without a result: a defect, not a matter of the input. */
export class RunStopped extends Error {
  override name = 'RunStopped';
}

export const simulate: Command = {
  usage,
  async run(args, io) {
    const given = readArgs(
      args,
      {
        plan: { kind: 'text' },
        notice: { kind: 'text' },
        futures: { kind: 'whole', min: 1, max: 100_000 },
        seed: { kind: 'whole', min: 0, max: Number.MAX_SAFE_INTEGER },
        workers: { kind: 'whole', min: 1, max: 64, word: 'auto' },
        months: { kind: 'whole', min: 1, max: 60 },
        format: { kind: 'choice', choices: Object.keys(FORMATS) },
        out: { kind: 'text' },
        'only-chance': { kind: 'flag' },
      },
      ['plan'],
    );
    const [name, ...more] = given.operands;
    if (name === undefined) throw new UsageError('A scenario is missing.');
    if (more.length > 0) throw new UsageError(`One scenario at a time; "${more.join(' ')}" is too much.`);
    const out = given.one('out');
    if (out !== undefined) await io.checkWritable(out);
    const input = await loadAll(name, given.one('notice'), given.all('plan'), io);
    if (!input) return 2;

    const futures = given.whole('futures', 1000);
    const seed = given.whole('seed', 1);
    const asked = given.one('workers') ?? 'auto';
    const workers = Math.min(futures, asked === 'auto' ? poolSize(io.processors) : Number(asked));
    const { scenario, formulas, plans } = input;
    const onlyChance = given.flag('only-chance');
    const models = plans.map((plan) =>
      compile(scenario, plan, { horizonMonths: given.whole('months', scenario.horizonMonths), onlyChance }),
    );
    const echoing = onlyChance || scenario.targets.length === 0 ? 0 : Math.min(futures, ECHOES);
    const began = io.now();
    const { results, echoes } = await runAll(plans, models, { seed, futures, echoing, workers }, io);
    const report = assembleReport({
      scenario,
      formulas,
      runs: results.map((run) => ({ ...run, fingerprint: fingerprint(scenario, run.plan, onlyChance) })),
      ...(echoes ? { echoes } : {}),
      seed,
      seconds: (io.now() - began) / 1000,
      workers,
      appVersion: packageFile.version,
      modelVersion: MODEL_VERSION,
      baseRates,
      onlyChance,
    });
    const text = (FORMATS[given.one('format') ?? 'table'] ?? reportTable)(report);
    if (out === undefined) await io.out(text.endsWith('\n') ? text : `${text}\n`);
    else await io.write(out, text.endsWith('\n') ? text : `${text}\n`);
    return listFailures(report, io);
  },
};

/** The scenario and the plans; null where one of them has problems, which are then on standard error. */
async function loadAll(
  name: string,
  notice: string | undefined,
  planNames: readonly string[],
  io: Io,
): Promise<{ scenario: Scenario; formulas: readonly FormulaMeasure[]; plans: readonly Plan[] } | null> {
  const loaded = await loadScenario(name, io);
  if (!loaded.outcome.ok) {
    io.err(problemLines(loaded.name, loaded.outcome.problems));
    return null;
  }
  const laid = notice === undefined ? loaded.outcome : await loadNotice(notice, loaded.outcome.value, io);
  if (!laid.ok) {
    io.err(problemLines(notice ?? loaded.name, laid.problems));
    return null;
  }
  const scenario = laid.value;
  const read = await readFormulas(scenario);
  if (!read.ok) {
    io.err(problemLines(loaded.name, read.problems));
    return null;
  }
  const plans: Plan[] = [];
  let sound = true;
  for (const planName of planNames.length > 0 ? planNames : ['as-now']) {
    const plan = await loadPlan(planName, scenario, io);
    if (plan.outcome.ok) plans.push(plan.outcome.value);
    else {
      io.err(problemLines(plan.name, plan.outcome.problems));
      sound = false;
    }
  }
  const twice = plans.find(({ id }, index) => plans.findIndex((plan) => plan.id === id) !== index);
  if (twice) throw new UsageError(`The plan "${twice.id}" is given twice, or two plans have that id.`);
  return sound ? { scenario, formulas: read.value, plans } : null;
}

interface Ask {
  readonly seed: number;
  readonly futures: number;
  /** Echoes of the first plan's first futures; 0 for none. */
  readonly echoing: number;
  readonly workers: number;
}

/** Every plan on the same futures, one after the other; after the first plan its echoes, on the same warm states. */
async function runAll(
  plans: readonly Plan[],
  models: readonly CompiledModel[],
  { seed, futures, echoing, workers }: Ask,
  io: Io,
) {
  let echoes: RunResult | null = null;
  const runner = io.createRunner(workers);
  try {
    const results: { plan: Plan; model: CompiledModel; result: RunResult }[] = [];
    for (const [index, plan] of plans.entries()) {
      const model = models[index];
      if (!model) break;
      const run = async (what: string, first: number, count: number): Promise<RunResult> => {
        const line = progressLine(what, io);
        const end = await runner.start({ model, seed, first, futures: count }, line.show).end;
        line.clear();
        if (end.kind === 'done') return end.result;
        throw new RunStopped(end.kind === 'failed' ? `${end.message} (${end.code})` : 'it was cancelled');
      };
      results.push({ plan, model, result: await run(plan.id, 0, futures) });
      if (index === 0 && echoing > 0) echoes = await run(`${plan.id}, echoes`, FIRST_ECHO, echoing);
    }
    return { results, echoes };
  } finally {
    runner.dispose();
  }
}

function listFailures(report: Report, io: Io): number {
  const failures = report.plans.flatMap(({ id, failures: list }) => list.map((failure) => ({ id, failure })));
  if (failures.length === 0) return 0;
  const lines = failures
    .slice(0, LISTED)
    .map(
      ({ id, failure }) =>
        `  ${id}, future ${failure.future}, seed ${failure.seed}, day ${failure.day}: ${failure.message} (${failure.code})\n`,
    );
  const more = failures.length > LISTED ? `  and ${failures.length - LISTED} more\n` : '';
  io.err(
    `${failures.length === 1 ? '1 future' : `${failures.length} futures`} failed and ${failures.length === 1 ? 'is' : 'are'} left out of the report:\n${lines.join('')}${more}`,
  );
  return 1;
}
