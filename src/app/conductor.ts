import type { CompiledModel, Plan, Scenario } from '../model/index';
import type { Runner } from '../run/runner';
import type { Counted } from './counted';
import { createLedger, type Ledger } from './ledger';
import { worldKey } from './draft';
import { AS_NOW } from './plans';
import { futuresThatFit, MOST_NUMBERS, numbersOfFuture, stagesThatFit, type Cut } from './room';
import { refine, type CourseEnd, type Entrant } from './refine';
import type { PageReport, PlanAccount } from './reporting';
import { COMPARED_STAGES, FEWEST, QUICK_LOOK, REDUCED_STAGES, STAGES } from './stages';

/** How far the run of the plan at hand has come. */
export type Phase =
  | { readonly kind: 'running'; readonly done: number; readonly total: number; readonly secondsLeft: number | null }
  | { readonly kind: 'stopped'; readonly at: number; readonly total: number }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string }
  | { readonly kind: 'done'; readonly total: number };

/** Results on show, and the settings they are for. */
export interface Shown {
  readonly key: string;
  readonly planId: string;
  readonly report: PageReport;
  /** What the report was counted from: the plans with the settings they were run with. */
  readonly counted: Counted;
}

export interface RunView {
  readonly phase: Phase;
  readonly shown: Shown | null;
  /** No worker can start: fewer futures, run in the page's own thread. */
  readonly reduced: boolean;
  /** Fewer futures than usual, because more would not fit into memory; null where all fit. */
  readonly cut: Cut | null;
}

export interface ConductorOptions {
  readonly runner: Runner;
  /** Takes over where no worker can start. */
  readonly fallback: () => Promise<Runner>;
  readonly compile: (scenario: Scenario, plan: Plan) => CompiledModel;
  readonly report: (scenario: Scenario, plans: readonly PlanAccount[], futures: number) => PageReport;
  readonly seed: number;
  readonly onChange: (view: RunView) => void;
  /** Milliseconds without a further edit before a run begins. */
  readonly debounceMs?: number;
}

/** Plans whose futures are kept, the latest used ones. */
const KEPT_PLANS = 6;
const DEBOUNCE_MS = 100;

/** The settings of a plan that make its numbers, as one text; name and description are no part of it. */
export function settingsKey(plan: Plan): string {
  return Object.keys(plan.levers).length === 0 ? AS_NOW : JSON.stringify([plan.levers, plan.optimism]);
}

/**
 * Keeps the numbers of one plan coming, and of as now and the plans compared beside it: the newest edit wins, what was
 * running is cancelled, futures already run are never run again, and the old results stay on show until there are new
 * ones. After an edit a quick look comes first; another notice is counted anew; no more is asked for than memory holds.
 */
export class Conductor {
  readonly #options: ConductorOptions;
  #runner: Runner;
  #ledger: Ledger | null = null;
  readonly #models = new Map<string, CompiledModel>();
  #scenario: Scenario | null = null;
  #plan: Plan | null = null;
  #others: readonly Plan[] = [];
  #going: { stop(): void } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #view: RunView = {
    phase: { kind: 'running', done: 0, total: STAGES[3], secondsLeft: null },
    shown: null,
    reduced: false,
    cut: null,
  };

  constructor(options: ConductorOptions) {
    this.#options = options;
    this.#runner = options.runner;
  }

  get workers(): number {
    return this.#runner.workers;
  }

  /**
   * Turns to a plan: at once where its numbers are there or nothing is shown yet, else after a pause in the edits.
   * @param others further plans to be run beside it and reported with it
   */
  turnTo(scenario: Scenario, plan: Plan, others: readonly Plan[] = []): void {
    const sameWorld = this.#scenario !== null && worldKey(scenario) === worldKey(this.#scenario);
    const marks = (plans: readonly Plan[]) => plans.map((one) => `${one.id} ${settingsKey(one)}`).join();
    const sameOthers = marks(others) === marks(this.#others);
    if (sameWorld && sameOthers && this.#plan && settingsKey(plan) === settingsKey(this.#plan)) {
      this.#plan = plan;
      this.#others = others;
      this.#readAnew(scenario);
      return;
    }
    this.#halt();
    if (!sameWorld) {
      this.#ledger?.clear();
      this.#ledger = null;
      this.#models.clear();
      this.#view = { ...this.#view, shown: null };
    }
    this.#scenario = scenario;
    this.#plan = plan;
    this.#others = others;
    const done = this.#ledger?.account(settingsKey(plan))?.futures ?? 0;
    this.#show({ cut: this.#cut, phase: { kind: 'running', done, total: this.#total, secondsLeft: null } });
    const wait = this.#view.shown && done === 0 ? (this.#options.debounceMs ?? DEBOUNCE_MS) : 0;
    this.#timer = setTimeout(() => this.#go(), wait);
  }

  /** Another notice over the same futures: what has been run is counted anew, nothing is run. */
  #readAnew(scenario: Scenario): void {
    if (scenario === this.#scenario) return;
    this.#scenario = scenario;
    const shown = this.#view.shown?.report.futures ?? 0;
    const both = Math.min(this.#common(), shown);
    const own = (this.#plan && this.#ledger?.account(settingsKey(this.#plan))?.futures) ?? 0;
    // Before as now has been run, the plan is counted alone, as at its first look.
    const futures = both >= FEWEST ? both : Math.min(own, shown);
    if (futures >= FEWEST) this.#attempt(() => this.#report(futures, both < FEWEST));
  }

  /** Stops here; what has been run stays and is shown. */
  stop(): void {
    if (this.#view.phase.kind !== 'running') return;
    this.#halt();
    const at = this.#common();
    const { shown } = this.#view;
    const fresh = this.#plan && shown?.key === settingsKey(this.#plan) ? shown.report.futures : 0;
    this.#show({ phase: { kind: 'stopped', at: Math.max(at, fresh), total: this.#total } });
    if (at >= FEWEST && at > fresh) this.#attempt(() => this.#report(at));
  }

  /** Goes on after a stop, or tries again after a failure. */
  resume(): void {
    if (this.#view.phase.kind === 'running') return;
    this.#show({ phase: { kind: 'running', done: this.#common(), total: this.#total, secondsLeft: null } });
    this.#go();
  }

  dispose(): void {
    this.#halt();
    this.#runner.dispose();
  }

  get #stages(): readonly number[] {
    return stagesThatFit(this.#usual, this.#fit);
  }

  /** The stages where there is room enough. */
  get #usual(): readonly number[] {
    if (this.#view.reduced) return REDUCED_STAGES;
    return this.#wanted().keys.length > 2 ? COMPARED_STAGES : STAGES;
  }

  /** Futures of each plan that fit into memory. */
  get #fit(): number {
    if (!this.#scenario) return Number.POSITIVE_INFINITY;
    return futuresThatFit(this.#wanted().keys.length, numbersOfFuture(this.#scenario));
  }

  get #cut(): Cut | null {
    const [futures, plans, months] = [this.#fit, this.#wanted().keys.length, this.#scenario?.horizonMonths ?? 0];
    return futures < (this.#usual.at(-1) ?? 0) ? { futures, plans, months } : null;
  }

  get #total(): number {
    return this.#stages.at(-1) ?? 0;
  }

  /** Futures that the plan and as now both have. */
  #common(): number {
    return Math.min(...this.#wanted().keys.map((key) => this.#ledger?.account(key)?.futures ?? 0));
  }

  /** The plan at hand, as now where that is another, and those compared with it; each settings once. */
  #wanted(): { plans: readonly Plan[]; keys: readonly string[] } {
    const asNow = this.#scenario?.plans.find(({ id }) => id === AS_NOW);
    const plans = [this.#plan, asNow, ...this.#others].filter((plan) => plan != null);
    const keys = plans.map(settingsKey);
    const kept = plans.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
    return { plans: kept, keys: kept.map(settingsKey) };
  }

  #halt(): void {
    clearTimeout(this.#timer);
    this.#going?.stop();
    this.#going = null;
  }

  #show(change: Partial<RunView>): void {
    this.#view = { ...this.#view, ...change };
    this.#options.onChange(this.#view);
  }

  #go(): void {
    this.#attempt(() => this.#start());
  }

  /** A bug in compiling or reporting is said like any other stop; the plan is safe. */
  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#show({ phase: { kind: 'failed', code: 'M1', message } });
    }
  }

  #start(): void {
    const ledger = (this.#ledger ??= createLedger(STAGES[3], KEPT_PLANS, MOST_NUMBERS));
    const total = this.#total;
    const entrants = this.#entrants();
    // A plan on show must not make room for another on show; what no longer fits of it goes now.
    ledger.keep(this.#wanted().keys, this.#fit);
    const course = refine({
      runner: this.#runner,
      ledger,
      seed: this.#options.seed,
      entrants,
      stages: this.#view.shown ? [QUICK_LOOK, ...this.#stages] : this.#stages,
      onStage: (futures, alone) => this.#report(futures, alone),
      onProgress: ({ done, secondsLeft }) => this.#show({ phase: { kind: 'running', done, total, secondsLeft } }),
    });
    this.#going = course;
    void course.end.then((end) => {
      if (this.#going === course) this.#finish(end);
    });
  }

  #finish(end: CourseEnd): void {
    this.#going = null;
    if (end.kind === 'done') this.#show({ phase: { kind: 'done', total: this.#total } });
    if (end.kind !== 'failed') return;
    if (end.code === 'W1' && !this.#view.reduced) {
      this.#show({ reduced: true, phase: { kind: 'running', done: 0, total: REDUCED_STAGES[1], secondsLeft: null } });
      void this.#fallBack();
      return;
    }
    this.#show({ phase: { kind: 'failed', code: end.code, message: end.message } });
  }

  async #fallBack(): Promise<void> {
    try {
      const runner = await this.#options.fallback();
      this.#runner.dispose();
      this.#runner = runner;
      this.#halt();
      this.#go();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#show({ phase: { kind: 'failed', code: 'W4', message } });
    }
  }

  #entrants(): Entrant[] {
    return this.#wanted().plans.map((plan) => ({ key: settingsKey(plan), model: this.#model(plan) }));
  }

  /** One compiled model for the same settings, so that workers that have it need not load it again. */
  #model(plan: Plan): CompiledModel {
    const key = settingsKey(plan);
    let model = this.#ledger?.account(key)?.model ?? this.#models.get(key);
    if (!model) {
      if (!this.#scenario) throw new Error('no scenario is open');
      model = this.#options.compile(this.#scenario, plan);
      for (const old of [...this.#models.keys()].slice(0, -6)) this.#models.delete(old);
      this.#models.set(key, model);
    }
    return model;
  }

  #report(futures: number, alone = false): void {
    const [scenario, plan] = [this.#scenario, this.#plan];
    if (!scenario || !plan) return;
    const { plans } = this.#wanted();
    // Of plans compared that have the same settings one is run; all of them are told of.
    const twins = this.#others.filter(({ id }) => !plans.some((one) => one.id === id));
    const accounts = (alone ? plans.slice(0, 1) : [...plans, ...twins]).flatMap((each): PlanAccount[] => {
      const account = this.#ledger?.account(settingsKey(each));
      return account && account.futures >= futures ? [{ plan: each, model: account.model, account }] : [];
    });
    // As now first, so that comparisons read from it to the plans.
    accounts.sort((a, b) => Number(b.plan.id === AS_NOW) - Number(a.plan.id === AS_NOW));
    const report = this.#options.report(scenario, accounts, futures);
    const [first, ...more] = report.plans.find(({ id }) => id === plan.id)?.failures ?? [];
    if (first && 1 + more.length >= futures)
      throw new Error(`every future failed; the first: ${first.code}, ${first.message}`);
    const counted = { scenario, plans: accounts.map((one) => one.plan) };
    this.#show({ shown: { key: settingsKey(plan), planId: plan.id, report, counted } });
  }
}
