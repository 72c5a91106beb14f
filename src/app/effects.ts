/** What each difference between two plans does by itself, and all of them together, on the same futures. */
import {
  MODEL_VERSION,
  type CompiledModel,
  type FormulaMeasure,
  type Levers,
  type Plan,
  type Scenario,
} from '../model/index';
import { countsMet } from '../model/notice/plans';
import { dueAt } from '../model/notice/review';
import { errorOfMean } from '../model/results/spread';
import { futureRows } from '../report/assemble';
import type { Run, Runner } from '../run/runner';
import type { Difference } from './compare';
import { settingsKey } from './conductor';
import { worldKey } from './draft';

/** Futures of each run: enough for a tenth of a target, few enough for a laptop. */
export const EFFECT_FUTURES = 400;
/** Where no worker can start. */
export const EFFECT_FUTURES_REDUCED = 100;

/** What must be alike of two runs before one may be held against the other. */
export interface RunMark {
  readonly modelVersion: string;
  readonly horizonMonths: number;
  readonly seed: number;
  readonly futures: number;
  /** The council as far as it makes futures. */
  readonly world: string;
  /** The targets and reviews by which they are judged. */
  readonly notice: string;
}

export function markOf(scenario: Scenario, seed: number, futures: number): RunMark {
  const { horizonMonths, targets, reviews, formulas } = scenario;
  const notice = JSON.stringify([targets, reviews, formulas ?? []]);
  return { modelVersion: MODEL_VERSION, horizonMonths, seed, futures, world: worldKey(scenario), notice };
}

/** Why two runs must not be held against each other, in words; null where they may. */
export function whyUnlike(a: RunMark, b: RunMark): string | null {
  const rerun = 'Run both again to compare them.';
  if (a.modelVersion !== b.modelVersion)
    return `These results use different model versions (${a.modelVersion} and ${b.modelVersion}). Run both again under ${b.modelVersion} to compare them.`;
  if (a.horizonMonths !== b.horizonMonths)
    return `These results cover different times (${String(a.horizonMonths)} and ${String(b.horizonMonths)} months). ${rerun}`;
  if (a.world !== b.world) return `These results are of different baselines. ${rerun}`;
  if (a.notice !== b.notice) return `These results are judged by different targets. ${rerun}`;
  if (a.seed !== b.seed || a.futures !== b.futures)
    return `These results are not of the same futures (${String(a.futures)} with seed ${String(a.seed)}, ${String(b.futures)} with seed ${String(b.seed)}). ${rerun}`;
  return null;
}

/** A run, counted: how many of the targets due each future meets. */
export interface CountedRun {
  readonly mark: RunMark;
  readonly due: number;
  readonly counts: Float64Array;
}

/** A difference of means over the same futures, with its standard error. */
export interface PairedMean {
  readonly difference: number;
  readonly standardError: number;
}

/** What a change does: to the chance of meeting all targets due (a share), and to the number met. */
export interface PlanEffect {
  readonly all: PairedMean;
  readonly met: PairedMean;
}

/** Means over the futures of `sum` of the parts; futures in which a part has no value are left out. Null where none is left. */
function pairedMean(length: number, at: (future: number) => number): PairedMean | null {
  const { mean, simulation } = errorOfMean(Float64Array.from({ length }, (_, future) => at(future)));
  return mean === null ? null : { difference: mean, standardError: simulation ?? 0 };
}

const meetsAll = ({ counts, due }: CountedRun, future: number): number => {
  const count = counts[future] ?? Number.NaN;
  return Number.isNaN(count) ? Number.NaN : Number(count === due);
};
const meetsSome = ({ counts }: CountedRun, future: number): number => counts[future] ?? Number.NaN;

/** The effect of turning run a into run b; a sentence where they are unlike, null where no future has a value under both. */
export function effectOf(a: CountedRun, b: CountedRun): PlanEffect | string | null {
  const unlike = whyUnlike(a.mark, b.mark);
  if (unlike !== null) return unlike;
  const { length } = a.counts;
  const all = pairedMean(length, (future) => meetsAll(b, future) - meetsAll(a, future));
  const met = pairedMean(length, (future) => meetsSome(b, future) - meetsSome(a, future));
  return all && met ? { all, met } : null;
}

/** What is left of the effect of all changes together when the effects of each alone are taken off, future by future. */
export function interactionOf(a: CountedRun, b: CountedRun, single: readonly CountedRun[]): PlanEffect | string | null {
  const unlike = [b, ...single].map((run) => whyUnlike(a.mark, run.mark)).find((words) => words !== null);
  if (unlike !== undefined) return unlike;
  const rest = (of: (run: CountedRun, future: number) => number) => (future: number) =>
    of(b, future) - of(a, future) - single.reduce((sum, run) => sum + of(run, future) - of(a, future), 0);
  const { length } = a.counts;
  const all = pairedMean(length, rest(meetsAll));
  const met = pairedMean(length, rest(meetsSome));
  return all && met ? { all, met } : null;
}

/** Plan a with one of its differences from b made; null for a discount that has nothing to discount in one of them. */
export function withOneDifference(a: Plan, b: Plan, id: string): Plan | null {
  const discounts = Object.keys(a.levers).length > 0 ? a.optimism : b.optimism;
  const both = Object.keys(a.levers).length > 0 && Object.keys(b.levers).length > 0;
  const dial = { delay: 'delayMonths', yield: 'yield', cost: 'cost' }[id] as keyof Plan['optimism'] | undefined;
  if (dial !== undefined) return both ? { ...a, id, optimism: { ...a.optimism, [dial]: b.optimism[dial] } } : null;
  const lever = id as keyof Levers;
  const { [lever]: _, ...rest } = a.levers;
  const setting = b.levers[lever];
  return { ...a, id, levers: setting ? { ...rest, [lever]: setting } : rest, optimism: discounts };
}

/** An effect, or why there is none. */
export type EffectCell = PlanEffect | { readonly why: string };

export interface Effects {
  readonly mark: RunMark;
  /** Settings of the two plans as they were. */
  readonly plans: readonly [string, string];
  readonly due: number;
  /** By the id of the difference. */
  readonly single: Readonly<Record<string, EffectCell>>;
  readonly together: EffectCell | null;
  readonly interaction: EffectCell | null;
}

export interface EffectsTask {
  readonly scenario: Scenario;
  readonly formulas: readonly FormulaMeasure[];
  readonly a: Plan;
  readonly b: Plan;
  readonly differences: readonly Difference[];
  /** The review by whose targets they are judged. */
  readonly review: string;
  readonly seed: number;
  readonly futures: number;
  readonly runner: Runner;
  readonly compile: (scenario: Scenario, plan: Plan) => CompiledModel;
  readonly signal: AbortSignal;
  /** Told of every run that ends, with what is known by then. */
  readonly onProgress: (done: number, total: number, share: number) => void;
}

const NOTHING_ALONE = 'Nothing alone: it discounts the settings, and is counted in every row.';

/**
 * Runs both plans and each difference by itself. Rejects with the signal's reason when stopped, and with an error where a run
 * fails. Nothing of a run is kept but how many targets each future meets.
 */
export async function workOutEffects(task: EffectsTask): Promise<Effects> {
  const { scenario, formulas, a, b, differences, review, seed, futures, runner, compile, signal, onProgress } = task;
  const mark = markOf(scenario, seed, futures);
  const due = dueAt(scenario.targets, scenario.reviews, review);
  const alone = differences.flatMap(({ id }) => {
    const plan = withOneDifference(a, b, id);
    return plan ? [{ id, plan }] : [];
  });
  const total = alone.length + 2;
  let done = 0;

  async function counted(plan: Plan): Promise<CountedRun> {
    signal.throwIfAborted();
    const model = compile(scenario, plan);
    const run: Run = runner.start({ model, seed, first: 0, futures }, (progress) =>
      onProgress(done, total, progress.done / progress.total),
    );
    const cancel = () => run.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    const end = await run.end;
    signal.removeEventListener('abort', cancel);
    signal.throwIfAborted();
    if (end.kind === 'failed') throw new Error(`The calculation stopped (code ${end.code}). ${end.message}`);
    if (end.kind === 'cancelled') throw new Error('The calculation was stopped.');
    done++;
    onProgress(done, total, 0);
    return {
      mark,
      due: due.length,
      counts: countsMet(futureRows({ model, result: end.result }, formulas), due, review),
    };
  }

  const runA = await counted(a);
  const known = new Map([[settingsKey(a), runA]]);
  const runOf = async (plan: Plan): Promise<CountedRun> => {
    const key = settingsKey(plan);
    const run = known.get(key) ?? (await counted(plan));
    known.set(key, run);
    return run;
  };
  const runB = await runOf(b);
  const runs: (readonly [string, CountedRun])[] = [];
  for (const { id, plan } of alone) runs.push([id, await runOf(plan)]);
  const cell = (effect: PlanEffect | string | null): EffectCell =>
    effect === null ? { why: 'No value on this date.' } : typeof effect === 'string' ? { why: effect } : effect;
  const single = Object.fromEntries(runs.map(([id, run]) => [id, cell(effectOf(runA, run))]));
  const without = differences.filter(({ id }) => !(id in single)).map(({ id }) => [id, { why: NOTHING_ALONE }]);
  return {
    mark,
    plans: [settingsKey(a), settingsKey(b)],
    due: due.length,
    single: { ...single, ...(Object.fromEntries(without) as Record<string, EffectCell>) },
    together: cell(effectOf(runA, runB)),
    interaction:
      runs.length > 1
        ? cell(
            interactionOf(
              runA,
              runB,
              runs.map(([, run]) => run),
            ),
          )
        : null,
  };
}

/** Why effects worked out before are not of what is on the page now; null where they are. */
export function whyOutdated(effects: Effects, scenario: Scenario, a: Plan, b: Plan): string | null {
  const now = markOf(scenario, effects.mark.seed, effects.mark.futures);
  const unlike = whyUnlike(effects.mark, now);
  if (unlike !== null) return unlike;
  return effects.plans.join() === [settingsKey(a), settingsKey(b)].join()
    ? null
    : 'These effects are of other plans, or of these before a change. Work them out again.';
}

/** A difference in the number of targets met, with its error at 95%: "+0.4 ± 0.1". */
export function metText({ difference, standardError }: PairedMean): string {
  if (difference === 0 && standardError === 0) return 'the same';
  const error = 1.96 * standardError;
  if (Math.abs(difference) <= error) return 'too close to say';
  const two = Math.abs(difference) < 0.095;
  const size = Math.abs(difference).toFixed(two ? 2 : 1);
  return `${difference > 0 ? '+' : '−'}${size} ± ${Math.max(error, two ? 0.01 : 0.05).toFixed(two ? 2 : 1)}`;
}
