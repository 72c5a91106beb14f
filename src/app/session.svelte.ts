import {
  compile,
  inOwnWords,
  limitsOf,
  measureById,
  readFormulas,
  type Plan,
  type PlanReport,
  type Problem,
  type Scenario,
} from '../model/index';
import { recordLine, runRecord } from '../run/record';
import type { Runner } from '../run/runner';
import { Conductor, settingsKey, type RunView } from './conductor';
import { countedAsNow, namedAsNow, type Counted } from './counted';
import { beginDraft, noticeKey, type Draft } from './draft';
import { Editing } from './editing.svelte';
import type { Example } from './examples';
import { readFile } from './open';
import { pendingResult } from './pending';
import { addPlan, AS_NOW, select } from './plans';
import { reportOf, type BaseRates, type PageReport } from './reporting';
import { reviewWords } from './words';

export interface SessionOptions {
  readonly scenario: Scenario;
  readonly runner: Runner;
  readonly baseRates: BaseRates;
  readonly modelVersion: string;
  readonly seed?: number;
  /** Where to begin; the scenario as it is where left out. */
  readonly draft?: Draft;
}

/** Plans that can be set side by side. */
export const MOST_COMPARED = 4;

/** What a file from disk turned out to be, where it could not be opened. */
export interface OpeningTrouble {
  readonly file: string;
  readonly problems: readonly Problem[];
}

/** Everything the page shows and does: one scenario, its plans, what is being run and what came of it. */
export class Session extends Editing {
  #view = $state.raw() as RunView;
  #trouble = $state.raw<OpeningTrouble | null>(null);
  #compared = $state.raw<readonly string[]>([]);
  #comparing = $state(false);
  /** The worked example asked for last. */
  #asked = '';
  readonly #conductor: Conductor;

  constructor({ scenario, runner, baseRates, modelVersion, seed = 1, draft }: SessionOptions) {
    super(draft ?? beginDraft(scenario));
    const phase = { kind: 'running', done: 0, total: 0, secondsLeft: null } as const;
    this.#view = { phase, shown: null, reduced: false, cut: null };
    this.#conductor = new Conductor({
      runner,
      compile,
      seed,
      // The simulator itself comes into the page only where no worker can have it.
      fallback: async () => (await import('../run/direct')).createDirectRunner(),
      report: (of, plans, futures) =>
        reportOf(
          {
            scenario: of,
            formulas: this.draft.formulas,
            seed,
            modelVersion,
            baseRates,
            workers: this.#conductor.workers,
          },
          plans,
          futures,
        ),
      onChange: (view) => this.#take(view),
    });
    this.#run();
  }

  /** Plans chosen to be set side by side, in the order of the desk; as now and the plan at hand where none are chosen. */
  compared: readonly Plan[] = $derived.by(() => {
    const chosen = this.plans.filter(({ id }) => this.#compared.includes(id));
    return chosen.length > 1 ? chosen : this.plans.filter(({ id }) => id === AS_NOW || id === this.plan.id);
  });

  view: RunView = $derived.by(() => this.#view);
  /** The report on show, under the names that scenario and plans have now. */
  report: PageReport | null = $derived.by(() =>
    this.#view.shown ? namedAsNow(this.#view.shown.report, { scenario: this.scenario, plans: this.plans }) : null,
  );
  /** The plan's results on show; after an edit still those of the earlier version. */
  result: PlanReport | null = $derived.by(
    () => this.report?.plans.find(({ id }) => id === this.#view.shown?.planId) ?? null,
  );
  /** What the notice asks, without numbers: for the time before the first look. */
  pending: PlanReport = $derived.by(() => pendingResult(this.scenario, this.plan, this.draft.formulas));
  /** As now over the same futures, where the plan is another. */
  asNowResult: PlanReport | null = $derived.by(
    () => this.report?.plans.find(({ id }) => id === AS_NOW && id !== this.result?.id) ?? null,
  );
  /** As now by itself, over the futures on show: a plan in which nothing is set has its numbers. */
  asNowOnShow: PlanReport | null = $derived.by(
    () => this.report?.plans.find(({ id }) => id === AS_NOW) ?? (this.#view.shown?.key === AS_NOW ? this.result : null),
  );
  /** The results on show are for other settings, or another notice, than those on the page. */
  stale = $derived.by(() => {
    const { shown } = this.#view;
    if (shown === null) return false;
    return shown.key !== settingsKey(this.plan) || noticeKey(shown.counted.scenario) !== noticeKey(this.scenario);
  });
  /**
   * Council, notice and plans that the results on show were counted from: what stands beside a result, on the page or taken
   * out, is of these. As they are on the page, where there are no results yet.
   */
  counted: Counted = $derived.by(() => {
    const now = { scenario: this.scenario, plans: this.plans };
    const { shown } = this.#view;
    return shown && this.stale ? countedAsNow(shown.counted, now) : now;
  });
  /**
   * Those of the plans set side by side whose numbers are on show, run with the settings that they have now. Another window
   * may have changed one of them while the plan at hand stayed as it was; its former numbers are not its own any more.
   */
  comparedOnShow: readonly Plan[] = $derived.by(() =>
    this.compared.filter((plan) =>
      this.#view.shown?.counted.plans.some((run) => run.id === plan.id && settingsKey(run) === settingsKey(plan)),
    ),
  );
  /** The run record of the results on show, as one line; empty before there are any. */
  recordText = $derived.by(() => {
    const record = this.report && this.result ? runRecord(this.report, this.result.id) : null;
    return record ? recordLine(record) : '';
  });
  trouble: OpeningTrouble | null = $derived.by(() => this.#trouble);

  /** Whether plans are being set side by side: then all of those chosen are run. */
  setComparing(on: boolean): void {
    if (on === this.#comparing) return;
    this.#comparing = on;
    this.#run();
  }

  /** Takes a plan into the comparison or out of it; at most {@link MOST_COMPARED}, at least two. */
  compare(id: string, on: boolean): void {
    const now = this.compared.map((plan) => plan.id);
    const next = on ? [...now, id] : now.filter((one) => one !== id);
    if (next.length < 2 || next.length > MOST_COMPARED) return;
    this.#compared = next;
    this.#run();
  }

  override begin(draft: Draft): void {
    this.#trouble = null;
    super.begin(draft);
  }

  stop(): void {
    this.#conductor.stop();
    const { phase } = this.#view;
    if (phase.kind === 'stopped') this.say(`Stopped at ${phase.at} of ${phase.total} futures.`);
  }

  resume(): void {
    this.#conductor.resume();
  }

  /** How a measure is counted, in the words of the scenario's own limits; of a measure by team as of the whole. */
  meaning(id: string): string {
    const formula = this.draft.formulas.find((one) => one.id === id);
    const definition = measureById(id.split('@')[0] ?? id);
    return formula?.meaning ?? (definition && inOwnWords(definition, limitsOf(this.scenario))?.meaning) ?? '';
  }

  /** Opens a scenario, plan or notice file from disk. Where it has problems they are listed and everything stays as it was. */
  async open(file: File): Promise<void> {
    const outcome = await readFile(await file.text(), this.scenario);
    if (!outcome.ok) {
      this.refuse(file.name, outcome.problems);
      return;
    }
    this.#trouble = null;
    if (outcome.value.kind === 'plan') {
      this.edit(addPlan(this.desk, outcome.value.plan), null);
      this.say(`The plan ${this.plan.name} is open.`);
      return;
    }
    const { kind, scenario, formulas } = outcome.value;
    // A notice is laid over the council at hand: the plans for it stay.
    if (kind === 'notice') this.change({ scenario, formulas, desk: this.desk }, null);
    else this.begin(beginDraft(scenario, formulas));
    this.say(kind === 'notice' ? `The notice in ${file.name} is open.` : `${scenario.name} is open.`);
  }

  /**
   * Opens a worked example; the last one asked for stays. Where it cannot be fetched, everything stays as it was.
   * @param plan id of the plan to begin with; where left out, the first that changes something
   */
  async openExample({ id, name, load }: Example, plan?: string): Promise<void> {
    this.#asked = id;
    let scenario: Scenario;
    try {
      scenario = await load();
    } catch {
      this.say(`${name} could not be fetched.`);
      return;
    }
    const formulas = await readFormulas(scenario);
    if (this.#asked !== id) return;
    const draft = beginDraft(scenario, formulas.ok ? formulas.value : []);
    this.begin(plan === undefined ? draft : { ...draft, desk: select(draft.desk, plan) });
    this.say(`${scenario.name} is open.`);
  }

  /** Lists why something could not be opened. */
  refuse(file: string, problems: readonly Problem[]): void {
    this.#trouble = { file, problems };
    this.say(`${file} was not opened.`);
  }

  dismissTrouble(): void {
    this.#trouble = null;
  }

  protected override turned(): void {
    this.#run();
  }

  #run(): void {
    this.#conductor.turnTo(this.scenario, this.plan, this.#comparing ? this.compared : []);
  }

  #take(view: RunView): void {
    const before = this.#view;
    this.#view = view;
    if (view.shown && view.shown !== before.shown && !this.stale) {
      const { report, planId } = view.shown;
      const plan = report.plans.find(({ id }) => id === planId);
      const review = plan?.reviews.find(({ targets }) => targets.length > 0) ?? plan?.reviews.at(-1);
      if (!plan || !review) return;
      this.say(
        `Results updated from ${report.futures} futures. ${reviewWords(review, plan.targets, { futures: report.futures }).headline}.`,
      );
    }
    if (view.phase.kind === 'failed' && before.phase.kind !== 'failed') {
      this.say(`The calculation stopped (code ${view.phase.code}). Your plan is safe.`);
    }
  }
}
