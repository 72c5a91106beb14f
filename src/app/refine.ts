import type { CompiledModel } from '../model/index';
import type { Progress, Run, Runner } from '../run/runner';
import type { Ledger } from './ledger';

/** A plan to run, under the key of its account. */
export interface Entrant {
  readonly key: string;
  readonly model: CompiledModel;
}

export interface Course {
  readonly runner: Runner;
  readonly ledger: Ledger;
  readonly seed: number;
  /** The plan first, then as now where that is another. */
  readonly entrants: readonly Entrant[];
  /** Numbers of futures at which results are shown. */
  readonly stages: readonly number[];
  /** A number of futures that the first entrant has, and all the others too unless `alone`. */
  readonly onStage: (futures: number, alone: boolean) => void;
  readonly onProgress: (progress: Progress) => void;
}

export type CourseEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** Futures asked for at a time: what is lost at most when a run is stopped. */
export const CHUNK = 50;

/** Runs stage after stage, adding to what the ledger holds and never running a future twice. Settles once, never rejects. */
export function refine(course: Course): { readonly end: Promise<CourseEnd>; stop(): void } {
  const { runner, ledger, seed, entrants, stages, onStage, onProgress } = course;
  const total = stages.at(-1) ?? 0;
  let stopped = false;
  let current: Run | null = null;
  let ran = 0;
  let seconds = 0;

  const has = (entrant: Entrant) => ledger.account(entrant.key)?.futures ?? 0;
  const left = () => entrants.reduce((sum, entrant) => sum + Math.max(0, total - has(entrant)), 0);

  /** Progress in futures of the plan at hand; the time left counts as now too. */
  function tell(running: Entrant, inFlight: number): void {
    const plan = entrants[0];
    const done = plan ? has(plan) + (running === plan ? inFlight : 0) : 0;
    onProgress({ done, total, secondsLeft: ran > 0 ? (seconds / ran) * (left() - inFlight) : null });
  }

  /** Brings entrants to so many futures, by turns, always the one that is furthest behind. */
  async function bring(behind: readonly Entrant[], to: number): Promise<CourseEnd | null> {
    for (;;) {
      const entrant = behind.reduce((least, other) => (has(other) < has(least) ? other : least));
      const first = has(entrant);
      if (first >= to) return null;
      const futures = Math.min(CHUNK, to - first);
      const began = performance.now();
      current = runner.start({ model: entrant.model, seed, first, futures }, ({ done }) => {
        if (!stopped) tell(entrant, done);
      });
      const end = await current.end;
      if (stopped || end.kind === 'cancelled') return { kind: 'stopped' };
      if (end.kind === 'failed') return end;
      ledger.add(entrant.key, entrant.model, end.result);
      ran += futures;
      seconds += (performance.now() - began) / 1000;
      tell(entrant, 0);
    }
  }

  async function go(): Promise<CourseEnd> {
    const [plan, ...others] = entrants;
    if (!plan) return { kind: 'done' };
    const from = Math.min(...entrants.map(has));
    // What the ledger has is shown at once; a run that was stopped goes on from there.
    if (from >= (stages[0] ?? 0)) onStage(from, false);
    for (const stage of stages.filter((futures) => futures > from)) {
      const early = from === 0 && stage === stages[0] && others.some((other) => has(other) < stage);
      if (early) {
        const end = await bring([plan], stage);
        if (end) return end;
        onStage(stage, true);
      }
      const end = await bring(entrants, stage);
      if (end) return end;
      onStage(stage, false);
    }
    return { kind: 'done' };
  }

  return {
    end: go().catch((error: unknown): CourseEnd => ({
      kind: 'failed',
      code: 'W3',
      message: error instanceof Error ? error.message : String(error),
    })),
    stop() {
      stopped = true;
      current?.cancel();
    },
  };
}
