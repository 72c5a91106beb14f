import {
  checkScenario,
  compile,
  inOwnWords,
  limitsOf,
  measureById,
  readFormulas,
  scenarioNotes,
  type LeverId,
  type NoticeFile,
  type Plan,
  type Problem,
  type Report,
  type PlanReport,
  type Scenario,
  withNotice,
} from '../model/index';
import { createDirectRunner } from '../run/direct';
import { recordLine, runRecord } from '../run/record';
import type { Runner } from '../run/runner';
import { Conductor, settingsKey, type RunView } from './conductor';
import { beginDraft, type Draft } from './draft';
import type { Example } from './examples';
import { beginHistory, edited, redone, undone, type History } from './history';
import { changedLevers, firstMonthStart, leverSpecs, type LeverSpec } from './levers';
import { readFile } from './open';
import { pendingResult } from './pending';
import {
  addPreset,
  changeOptimism,
  changeSetting,
  describePlan,
  renamePlan,
  type Preset,
  type SettingChange,
} from './plan-edit';
import {
  addPlan,
  AS_NOW,
  clearLevers,
  copySelected,
  planById,
  putSelected,
  removeSelected,
  select,
  selectedPlan,
  setLever,
  type Desk,
} from './plans';
import { reportOf, type BaseRates } from './reporting';
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

const openElsewhere: Problem = {
  path: '',
  code: 'open-elsewhere',
  message: 'This work is open in another window, so it cannot be changed here.',
  hint: 'Take it over here, or go on in the other window.',
};

/** Everything the page shows and does: one scenario, its plans, what is being run and what came of it. */
export class Session {
  #history = $state.raw() as History<Draft>;
  #view = $state.raw() as RunView;
  #trouble = $state.raw<OpeningTrouble | null>(null);
  #announcement = $state('');
  #compared = $state.raw<readonly string[]>([]);
  #comparing = $state(false);
  /** The worked example asked for last. */
  #asked = '';
  readonly #conductor: Conductor;
  /** Another window has this work: nothing here may be changed. */
  readOnly = $state(false);
  /** Told of every draft that comes to stand; `fresh` where it is another piece of work than the one before. */
  watch: (draft: Draft, fresh: boolean) => void = () => {};

  constructor({ scenario, runner, baseRates, modelVersion, seed = 1, draft }: SessionOptions) {
    this.#history = beginHistory(draft ?? beginDraft(scenario));
    this.#view = { phase: { kind: 'running', done: 0, total: 0, secondsLeft: null }, shown: null, reduced: false };
    this.#conductor = new Conductor({
      runner,
      compile,
      seed,
      fallback: () => createDirectRunner(),
      report: (of, plans, futures) =>
        reportOf(
          {
            scenario: of,
            formulas: this.#draft.formulas,
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

  draft: Draft = $derived.by(() => this.#history.present);
  scenario: Scenario = $derived.by(() => this.#history.present.scenario);
  specs: readonly LeverSpec[] = $derived.by(() => leverSpecs(this.scenario));
  plans: readonly Plan[] = $derived.by(() => this.#history.present.desk.plans);
  plan: Plan = $derived.by(() => selectedPlan(this.#history.present.desk));
  asNow: Plan = $derived.by(() => planById(this.#history.present.desk, AS_NOW));
  isAsNow = $derived.by(() => this.plan.id === AS_NOW);
  changed = $derived.by(() => changedLevers(this.plan));
  /** What is worth a second look in the plan: said beside its settings, never a reason to refuse. */
  planNotes: readonly string[] = $derived.by(() =>
    scenarioNotes({ ...this.scenario, plans: [this.plan] })
      .filter(({ path }) => path.startsWith('plans'))
      .map(({ message, hint }) => `${message} ${hint}`),
  );
  /** Plans chosen to be set side by side, in the order of the desk; as now and the plan at hand where none are chosen. */
  compared: readonly Plan[] = $derived.by(() => {
    const chosen = this.plans.filter(({ id }) => this.#compared.includes(id));
    return chosen.length > 1 ? chosen : this.plans.filter(({ id }) => id === AS_NOW || id === this.plan.id);
  });
  canUndo = $derived.by(() => this.#history.past.length > 0);
  canRedo = $derived.by(() => this.#history.future.length > 0);

  view: RunView = $derived.by(() => this.#view);
  report: Report | null = $derived.by(() => this.#view.shown?.report ?? null);
  /** The plan's results on show; after an edit still those of the earlier version. */
  result: PlanReport | null = $derived.by(
    () => this.report?.plans.find(({ id }) => id === this.#view.shown?.planId) ?? null,
  );
  /** What the notice asks, without numbers: for the time before the first look. */
  pending: PlanReport = $derived.by(() => pendingResult(this.scenario, this.plan, this.#history.present.formulas));
  /** As now over the same futures, where the plan is another. */
  asNowResult: PlanReport | null = $derived.by(
    () => this.report?.plans.find(({ id }) => id === AS_NOW && id !== this.result?.id) ?? null,
  );
  /** The results on show are for other settings than those on the page. */
  stale = $derived.by(() => this.#view.shown !== null && this.#view.shown.key !== settingsKey(this.plan));
  /** The run record of the results on show, as one line; empty before there are any. */
  recordText = $derived.by(() => {
    const record = this.report && this.result ? runRecord(this.report, this.result.id) : null;
    return record ? recordLine(record) : '';
  });
  trouble: OpeningTrouble | null = $derived.by(() => this.#trouble);
  announcement = $derived.by(() => this.#announcement);

  /** Sets a lever; on as now this makes a copy to edit. Setting it where it stands as now takes it out of the plan. */
  setLever(spec: LeverSpec, value: number): void {
    const setting = value === spec.now ? null : { value, from: firstMonthStart(this.scenario) };
    this.#edit(setLever(this.#desk, spec.id, setting), `lever ${spec.id}`);
  }

  resetLever(id: LeverId): void {
    this.#edit(setLever(this.#desk, id, null), null);
  }

  /** When a setting of the plan acts, how it comes in, and why. */
  changeSetting(id: LeverId, change: SettingChange): void {
    this.#edit(changeSetting(this.#desk, id, change), `setting ${id}`);
  }

  /** The discounts because plans slip. */
  changeOptimism(change: Partial<Plan['optimism']>): void {
    this.#edit(changeOptimism(this.#desk, change), 'optimism');
  }

  /** Gives the plan another name; false, and nothing, where it is empty or taken. */
  renamePlan(name: string): boolean {
    if (name.trim() === this.plan.name) return true;
    const before = this.#desk;
    this.#edit(renamePlan(before, name), 'name');
    return this.#desk !== before;
  }

  describePlan(description: string): void {
    this.#edit(describePlan(this.#desk, description), 'description');
  }

  /** A typical plan as a plan of its own, selected. */
  addPreset(preset: Preset): void {
    this.#edit(addPreset(this.#desk, preset, this.specs, this.scenario), null);
    this.say(`The plan ${this.plan.name} is open.`);
  }

  resetAll(): void {
    this.#edit(clearLevers(this.#desk), null);
  }

  selectPlan(id: string): void {
    this.#edit(select(this.#desk, id), null);
  }

  copyPlan(): void {
    this.#edit(copySelected(this.#desk, 'My plan'), null);
  }

  removePlan(): void {
    this.#edit(removeSelected(this.#desk), null);
  }

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

  /** Puts an earlier version of the selected plan in its place. */
  restorePlan(plan: Plan): void {
    this.#edit(putSelected(this.#desk, plan), null);
  }

  undo(): void {
    this.#turn(undone(this.#history));
  }

  redo(): void {
    this.#turn(redone(this.#history));
  }

  /** Turns to another piece of work; what could be undone belongs to the one before. */
  begin(draft: Draft): void {
    this.#trouble = null;
    this.readOnly = false;
    this.#history = beginHistory(draft);
    this.#run();
    this.watch(draft, true);
  }

  /** Shows what another window has made of this work. */
  follow(draft: Draft): void {
    this.#history = beginHistory(draft);
    this.#run();
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
    const formula = this.#draft.formulas.find((one) => one.id === id);
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
      this.#edit(addPlan(this.#desk, outcome.value.plan), null);
      this.say(`The plan ${this.plan.name} is open.`);
      return;
    }
    const { kind, scenario, formulas } = outcome.value;
    // A notice is laid over the council at hand: the plans for it stay.
    if (kind === 'notice') this.#change({ scenario, formulas, desk: this.#desk }, null);
    else this.begin(beginDraft(scenario, formulas));
    this.say(kind === 'notice' ? `The notice in ${file.name} is open.` : `${scenario.name} is open.`);
  }

  /** Opens a worked example; the last one asked for stays. Where it cannot be fetched, everything stays as it was. */
  async openExample({ id, name, load }: Example): Promise<void> {
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
    this.begin(beginDraft(scenario, formulas.ok ? formulas.value : []));
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

  /** Says something once, politely, to screen readers. */
  say(text: string): void {
    this.#announcement = text;
  }

  /**
   * Changes the council or its notice; undone and redone like an edit of a plan. Where it cannot be used as it is, nothing
   * changes and the problems are given back.
   * @param about edits about the same thing, one after the other, are undone in one step
   */
  editScenario(scenario: Scenario, about: string | null = null): readonly Problem[] {
    if (this.readOnly) return [openElsewhere];
    const checked = checkScenario(scenario);
    if (!checked.ok) return checked.problems;
    this.#change({ ...this.#draft, scenario: checked.value }, about);
    return [];
  }

  /** Lays another notice over the council at hand; the plans stay. Gives the problems, where it does not fit and nothing changes. */
  async layNotice(notice: NoticeFile): Promise<readonly Problem[]> {
    const laid = withNotice(this.scenario, notice);
    if (!laid.ok) return laid.problems;
    const formulas = await readFormulas(laid.value);
    if (!formulas.ok) return formulas.problems;
    this.#change({ ...this.#draft, scenario: laid.value, formulas: formulas.value }, null);
    return [];
  }

  get #draft(): Draft {
    return this.#history.present;
  }

  get #desk(): Desk {
    return this.#draft.desk;
  }

  #edit(desk: Desk, about: string | null): void {
    if (desk !== this.#desk) this.#change({ ...this.#draft, desk }, about);
  }

  #change(draft: Draft, about: string | null): void {
    this.#turn(edited(this.#history, draft, about));
  }

  #turn(history: History<Draft>): void {
    if (this.readOnly) {
      this.say(openElsewhere.message);
      return;
    }
    this.#history = history;
    this.#run();
    this.watch(this.#draft, false);
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
