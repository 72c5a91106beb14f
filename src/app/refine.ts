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

/** Futures asked for at a time: what is lost at most when a run is stopped, for each run in flight. */
export const CHUNK = 50;
/** Runs in flight where several workers share them: none waits for another at the end of a chunk, or while results are read. */
const IN_FLIGHT = 2;

/** Futures of one entrant to be run, or results to be shown. */
type Step =
  | { readonly run: Entrant; readonly first: number; readonly futures: number }
  | { readonly show: number; readonly alone: boolean };

/**
 * Runs stage after stage, adding to what the ledger holds and never running a future twice; with several workers two runs
 * are in flight. Settles once, never rejects.
 */
export function refine(course: Course): { readonly end: Promise<CourseEnd>; stop(): void } {
  const { runner, ledger, seed, entrants, stages, onStage, onProgress } = course;
  const total = stages.at(-1) ?? 0;
  let stopped = false;
  const flying: { readonly run: Run; readonly entrant: Entrant; done: number }[] = [];
  let ran = 0;
  const began = performance.now();

  const has = (entrant: Entrant) => ledger.account(entrant.key)?.futures ?? 0;
  const inFlight = (of?: Entrant) =>
    flying.reduce((sum, { entrant, done }) => sum + (of && entrant !== of ? 0 : done), 0);
  const left = () => entrants.reduce((sum, entrant) => sum + Math.max(0, total - has(entrant)), 0);

  /** Progress in futures of the plan at hand; the time left counts as now too. */
  function tell(): void {
    const plan = entrants[0];
    const now = ran + inFlight();
    const pace = now > 0 ? (performance.now() - began) / 1000 / now : null;
    onProgress({
      done: plan ? has(plan) + inFlight(plan) : 0,
      total,
      secondsLeft: pace === null ? null : pace * (left() - inFlight()),
    });
  }

  function launch({ run: entrant, first, futures }: Extract<Step, { run: Entrant }>): void {
    const flight = { entrant, done: 0, run: null as Run | null };
    flight.run = runner.start({ model: entrant.model, seed, first, futures }, ({ done }) => {
      flight.done = done;
      if (!stopped) tell();
    });
    flying.push(flight as (typeof flying)[number]);
  }

  /** Takes the oldest run home. */
  async function land({ futures }: Extract<Step, { run: Entrant }>): Promise<CourseEnd | null> {
    const flight = flying[0];
    if (!flight) return null;
    const end = await flight.run.end;
    if (stopped || end.kind === 'cancelled') return { kind: 'stopped' };
    if (end.kind === 'failed') return end;
    flying.shift();
    ledger.add(flight.entrant.key, flight.entrant.model, end.result);
    ran += futures;
    return null;
  }

  async function go(): Promise<CourseEnd> {
    const steps = stepsOf(entrants, entrants.map(has), stages);
    const ahead = runner.workers > 1 ? IN_FLIGHT : 1;
    let next = 0;
    const launchMore = (): void => {
      for (; next < steps.length && flying.length < ahead; next++) {
        const step = steps[next];
        if (step && 'run' in step) launch(step);
      }
    };
    for (const step of steps) {
      if ('show' in step) {
        onStage(step.show, step.alone);
        if (stopped) return { kind: 'stopped' };
        continue;
      }
      launchMore();
      const end = await land(step);
      if (end) return end;
      launchMore();
      tell();
    }
    return { kind: 'done' };
  }

  const halt = (): void => {
    for (const { run } of flying) run.cancel();
  };

  return {
    end: go()
      .catch((error: unknown): CourseEnd => ({
        kind: 'failed',
        code: 'W3',
        message: error instanceof Error ? error.message : String(error),
      }))
      .finally(halt),
    stop() {
      stopped = true;
      halt();
    },
  };
}

/**
 * Everything to be done, in order: what is there already is shown, the plan alone goes to the first stage, then all by turns, always
 * the one that is furthest behind, stage by stage.
 * @param there futures that each entrant has
 */
function stepsOf(entrants: readonly Entrant[], there: readonly number[], stages: readonly number[]): Step[] {
  const steps: Step[] = [];
  const at = [...there];
  const bring = (places: readonly number[], to: number): void => {
    for (;;) {
      const least = places.reduce((a, b) => ((at[b] ?? 0) < (at[a] ?? 0) ? b : a));
      const first = at[least] ?? 0;
      const run = entrants[least];
      if (first >= to || !run) return;
      const futures = Math.min(CHUNK, to - first);
      steps.push({ run, first, futures });
      at[least] = first + futures;
    }
  };
  if (entrants.length === 0) return steps;
  const from = Math.min(...there);
  const [firstStage = 0] = stages;
  // What the ledger has is shown at once; a run that was stopped goes on from there.
  if (from >= firstStage) steps.push({ show: from, alone: false });
  const places = entrants.map((_, place) => place);
  for (const stage of stages.filter((futures) => futures > from)) {
    if (from === 0 && stage === firstStage && at.slice(1).some((futures) => futures < stage)) {
      bring([0], stage);
      steps.push({ show: stage, alone: true });
    }
    bring(places, stage);
    steps.push({ show: stage, alone: false });
  }
  return steps;
}
