/** What the benchmark prints for people. */
import type { PlanCost, SizeCost } from './futures';
import { MEGABYTES_A_WORKER, type MemoryResult } from './memory';
import { ALLOWED_ERRORS, type FigureAgreement } from './reference/agreement';
import { TIMES_C, TIMES_SIMPY, type ReferenceResult, type VariantResult } from './reference/compare';
import type { EngineId } from './reference/problem';
import { PROCESSORS_NEEDED, TIMES_ONE_WORKER, type WorkersResult } from './workers';

type Cells = readonly string[];

/** Rows as aligned columns: the first to the left, the others to the right. */
export function columns(rows: readonly Cells[]): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  const line = (row: Cells): string =>
    `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('   ')}`.trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}

/** A yardstick and whether it is met. */
function wanted(what: string, met: boolean): string {
  return `${what} wanted: ${met ? 'met' : 'NOT MET'}`;
}

const heading = (text: string): string => `\n${text}\n\n`;
const ms = (x: number): string => (x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x.toFixed(2));

export function referenceText(result: ReferenceResult): string {
  const name = (id: EngineId): string => result.engines.find((engine) => engine.id === id)!.name;
  const missing = result.missing.map((sentence) => `${sentence}\n`).join('');
  const variants = result.variants.map((variant) => variantText(variant, result, name)).join('');
  const versions = result.engines.map(({ version }) => version).join('; ');
  return `${heading('The reference problem: 759 days, 60 referrals a day, two teams one after the other')}${versions}\n${missing}\n${variants}`;
}

function variantText(variant: VariantResult, result: ReferenceResult, name: (id: EngineId) => string): string {
  const head = ['', ...result.engines.map(({ id }) => `${name(id)}, ${String(variant.replications[id])} times`)];
  const rows = variant.figures.map(({ figure, estimates }) => [
    figure.label,
    ...estimates.map(
      ({ mean, standardError }) => `${mean.toFixed(figure.decimals)} ± ${standardError.toFixed(figure.decimals)}`,
    ),
  ]);
  const agreement = result.engines.length > 1 ? agreementText(variant.figures, name) : '';
  return `${variant.label}; means with their standard errors\n${columns([head, ...rows])}${agreement}\n${speedText(variant, result, name)}\n`;
}

function agreementText(figures: readonly FigureAgreement[], name: (id: EngineId) => string): string {
  const all = figures.flatMap(({ figure, pairs }) =>
    pairs.map((pair) => ({ ...pair, figure, errors: (ALLOWED_ERRORS * Math.abs(pair.difference)) / pair.allowed })),
  );
  const apart = all.filter(({ agree }) => !agree);
  const say = ({ figure, a, b, errors }: (typeof all)[number]): string =>
    `${figure.label}: ${name(a)} and ${name(b)} are ${errors.toFixed(1)} standard errors apart`;
  const [widest] = all.toSorted((a, b) => b.errors - a.errors);
  return apart.length === 0
    ? `  They agree within ${String(ALLOWED_ERRORS)} standard errors. Widest: ${say(widest!)}.\n`
    : `  THEY DISAGREE, by more than ${String(ALLOWED_ERRORS)} standard errors.\n${apart.map((each) => `    ${say(each)}.\n`).join('')}`;
}

function speedText(
  { speed, timesSimPy, timesC }: VariantResult,
  { rounds }: ReferenceResult,
  name: (id: EngineId) => string,
) {
  const rows = speed.map((each) => [
    name(each.engine),
    `${ms(each.ms)} ms`,
    `${ms(Math.min(...each.rounds))} to ${ms(Math.max(...each.rounds))}`,
  ]);
  const simpy =
    timesSimPy === null
      ? ''
      : `  ${timesSimPy.toFixed(0)} times as fast as SimPy (${wanted(`at least ${String(TIMES_SIMPY)}`, timesSimPy >= TIMES_SIMPY)})\n`;
  const c =
    timesC === null
      ? ''
      : `  ${timesC.toFixed(2)} times the time of plain C (${wanted(`at most ${String(TIMES_C)}`, timesC <= TIMES_C)})\n`;
  return `  One replication, processor time, median of ${String(rounds)} rounds in turn\n${columns([['', 'median', 'rounds'], ...rows])}${simpy}${c}`;
}

export function plansText(costs: readonly PlanCost[]): string {
  const rows = costs.map(({ plan, months, ms: each, lowest, highest }) => [
    plan,
    String(months),
    `${ms(each)} ms`,
    `${ms(lowest)} to ${ms(highest)}`,
    (1000 / each).toFixed(0),
  ]);
  return `${heading('Futures of birmingham-2009 on one core, processor time')}${columns([['plan', 'months', 'a future', 'rounds', 'a second'], ...rows])}`;
}

export function sizesText(costs: readonly SizeCost[]): string {
  const rows = costs.map(({ factor, months, referrals, ms: each, msPerThousandReferrals }) => [
    `${String(factor)} times`,
    String(months),
    referrals.toFixed(0),
    `${ms(each)} ms`,
    `${ms(msPerThousandReferrals)} ms`,
  ]);
  const head = ['birmingham-2009', 'months', 'referrals', 'a future', 'a thousand referrals'];
  const [least, most] = [costs[0]!, costs.at(-1)!];
  const power = Math.log(most.ms / least.ms) / Math.log(most.factor / least.factor);
  const growth = `  The cost of a future grows as the size of the council to the power of ${power.toFixed(2)}; 1 is in proportion.\n`;
  return `${heading('As the council grows, one core, processor time')}${columns([head, ...rows])}${growth}`;
}

export function workersText(result: WorkersResult | null): string {
  const title = heading('Two workers against one, time on the wall');
  if (!result) return `${title}  Only one processor here: not measured.\n`;
  const { one, two, times, futures, rounds, sameBytes, processorsInUse } = result;
  const given = processorsInUse[1];
  const yardstick = `at least ${String(TIMES_ONE_WORKER)}`;
  const verdict =
    times < TIMES_ONE_WORKER && given < PROCESSORS_NEEDED
      ? `${yardstick} wanted: cannot be judged, other work left it ${given.toFixed(1)} of two processors`
      : wanted(yardstick, times >= TIMES_ONE_WORKER);
  return `${title}  ${one.toFixed(1)} futures a second with one, ${two.toFixed(1)} with two: ${times.toFixed(2)} times (${verdict})
  Fastest of ${String(rounds)} rounds of ${String(futures)} futures each; results ${sameBytes ? 'the same byte for byte' : 'NOT THE SAME'}.\n`;
}

export function memoryText(result: MemoryResult): string {
  const { idle, onePlan, twoPlans, residentOnePlan, residentTwoPlans, futures } = result;
  const mb = (x: number): string => `${x.toFixed(1)} MB`;
  const most = Math.max(residentTwoPlans, twoPlans.used - idle.used);
  const rows = [
    ['held by the worker', mb(onePlan.used - idle.used), mb(twoPlans.used - idle.used)],
    [
      'before a collection',
      mb(onePlan.usedBeforeCollection - idle.used),
      mb(twoPlans.usedBeforeCollection - idle.used),
    ],
    ['growth of the process', mb(residentOnePlan), mb(residentTwoPlans)],
  ];
  return `${heading(`Memory of one worker beyond an idle one, after ${String(futures)} futures of each plan`)}${columns([['', 'one plan', 'two plans'], ...rows])}  ${mb(most)} at most (${wanted(`under ${String(MEGABYTES_A_WORKER)}`, most < MEGABYTES_A_WORKER)})\n`;
}
