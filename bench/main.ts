/**
 * Speed of the engine on this machine, one core: futures a second on the shipped scenarios.
 * `npm run bench`, or `npm run -s bench -- --json`.
 */
import birmingham2009 from '../scenarios/birmingham-2009.json';
import { checkScenario, compile, makeSimulator, type Scenario } from '../src/model/index';

const SECONDS = 4;

interface Line {
  readonly scenario: string;
  readonly plan: string;
  readonly months: number;
  readonly compileMs: number;
  readonly warmMs: number;
  readonly msPerFuture: number;
  readonly futures: number;
}

function measure(scenario: Scenario, plan: Scenario['plans'][number], months: number): Line {
  const t0 = performance.now();
  const model = compile(scenario, plan, { horizonMonths: months });
  const t1 = performance.now();
  const simulator = makeSimulator(model, 1);
  const t2 = performance.now();
  const row = new Float64Array(model.columns.length * model.months.length);
  simulator.run(0, row); // the first future also warms the compiler up
  const began = performance.now();
  let futures = 0;
  while (performance.now() - began < SECONDS * 1000) simulator.run(futures++, row);
  const msPerFuture = (performance.now() - began) / futures;
  return { scenario: scenario.id, plan: plan.id, months, compileMs: t1 - t0, warmMs: t2 - t1, msPerFuture, futures };
}

const scenario = checkScenario(birmingham2009);
if (!scenario.ok) throw new Error('the shipped scenario has problems; run validate');
const lines = scenario.value.plans.map((plan) => measure(scenario.value, plan, 24));
if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify({ core: 1, node: process.version, lines }, null, 2)}\n`);
} else {
  for (const l of lines) {
    process.stdout.write(
      `${l.scenario}, ${l.plan}, ${String(l.months)} months: ${l.msPerFuture.toFixed(1)} ms a future (${(1000 / l.msPerFuture).toFixed(0)} a second on one core); compile ${l.compileMs.toFixed(0)} ms, warm states ${l.warmMs.toFixed(0)} ms\n`,
    );
  }
}
