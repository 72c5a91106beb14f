import {
  checkScenario,
  readFormulas,
  scenarioNotes,
  withNotice,
  type LeverId,
  type NoticeFile,
  type Plan,
  type Problem,
  type Scenario,
} from '../model/index';
import type { Draft } from './draft';
import { beginHistory, edited, redone, undone, type History } from './history';
import { changedLevers, firstMonthStart, leverSpecs, type LeverSpec } from './levers';
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

const openElsewhere: Problem = {
  path: '',
  code: 'open-elsewhere',
  message: 'This work is open in another window, so it cannot be changed here.',
  hint: 'Take it over here, or go on in the other window.',
};

/** What the user has on the desk and does to it: the council with its notice, and the plans; every edit can be undone. */
export class Editing {
  #history = $state.raw() as History<Draft>;
  #announcement = $state('');
  /** Another window has this work: nothing here may be changed. */
  readOnly = $state(false);
  /** Told of every draft that comes to stand; `fresh` where it is another piece of work than the one before. */
  watch: (draft: Draft, fresh: boolean) => void = () => {};

  constructor(draft: Draft) {
    this.#history = beginHistory(draft);
  }

  announcement = $derived.by(() => this.#announcement);
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
  canUndo = $derived.by(() => this.#history.past.length > 0);
  canRedo = $derived.by(() => this.#history.future.length > 0);

  /** Sets a lever; on as now this makes a copy to edit. Setting it where it stands as now takes it out of the plan. */
  setLever(spec: LeverSpec, value: number): void {
    const setting = value === spec.now ? null : { value, from: firstMonthStart(this.scenario) };
    this.edit(setLever(this.desk, spec.id, setting), `lever ${spec.id}`);
  }

  resetLever(id: LeverId): void {
    this.edit(setLever(this.desk, id, null), null);
  }

  /** When a setting of the plan acts, how it comes in, and why. */
  changeSetting(id: LeverId, change: SettingChange): void {
    this.edit(changeSetting(this.desk, id, change), `setting ${id}`);
  }

  /** The discounts because plans slip. */
  changeOptimism(change: Partial<Plan['optimism']>): void {
    this.edit(changeOptimism(this.desk, change), 'optimism');
  }

  /** Gives the plan another name; false, and nothing, where it is empty or taken. */
  renamePlan(name: string): boolean {
    if (name.trim() === this.plan.name) return true;
    const before = this.desk;
    this.edit(renamePlan(before, name), 'name');
    return this.desk !== before;
  }

  describePlan(description: string): void {
    this.edit(describePlan(this.desk, description), 'description');
  }

  /** A typical plan as a plan of its own, selected. */
  addPreset(preset: Preset): void {
    this.edit(addPreset(this.desk, preset, this.specs, this.scenario), null);
    this.say(`The plan ${this.plan.name} is open.`);
  }

  resetAll(): void {
    this.edit(clearLevers(this.desk), null);
  }

  selectPlan(id: string): void {
    this.edit(select(this.desk, id), null);
  }

  copyPlan(): void {
    this.edit(copySelected(this.desk, 'My plan'), null);
  }

  removePlan(): void {
    this.edit(removeSelected(this.desk), null);
  }

  /** Puts an earlier version of the selected plan in its place. */
  restorePlan(plan: Plan): void {
    this.edit(putSelected(this.desk, plan), null);
  }

  undo(): void {
    this.#turn(undone(this.#history));
  }

  redo(): void {
    this.#turn(redone(this.#history));
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
    this.change({ ...this.draft, scenario: checked.value }, about);
    return [];
  }

  /**
   * Changes the measures of the council's own. Their formulas are read first, with a parser that is loaded for it; what else
   * has changed meanwhile stays. Where they cannot be used as they are, nothing changes and the problems are given back.
   */
  async editFormulas(
    change: (scenario: Scenario) => Scenario,
    about: string | null = null,
  ): Promise<readonly Problem[]> {
    for (;;) {
      const before = this.scenario.formulas;
      const formulas = await readFormulas(change(this.scenario));
      // Formulas that were changed while these were read are read again, so that what is worked out is what stands there.
      if (this.scenario.formulas !== before) continue;
      if (!formulas.ok) return formulas.problems;
      const checked = checkScenario(change(this.scenario));
      if (!checked.ok) return checked.problems;
      this.change({ ...this.draft, scenario: checked.value, formulas: formulas.value }, about);
      return [];
    }
  }

  /** Lays another notice over the council at hand; the plans stay. Gives the problems, where it does not fit and nothing changes. */
  async layNotice(notice: NoticeFile): Promise<readonly Problem[]> {
    const laid = withNotice(this.scenario, notice);
    if (!laid.ok) return laid.problems;
    const formulas = await readFormulas(laid.value);
    if (!formulas.ok) return formulas.problems;
    this.change({ ...this.draft, scenario: laid.value, formulas: formulas.value }, null);
    return [];
  }

  /** Turns to another piece of work; what could be undone belongs to the one before. */
  begin(draft: Draft): void {
    this.readOnly = false;
    this.#history = beginHistory(draft);
    this.turned();
    this.watch(draft, true);
  }

  /** Shows what another window has made of this work. */
  follow(draft: Draft): void {
    this.#history = beginHistory(draft);
    this.turned();
  }

  /** Says something once, politely, to screen readers. */
  say(text: string): void {
    this.#announcement = text;
  }

  /** Called after every change of what is on the desk. */
  protected turned(): void {
    // For those who run what is there.
  }

  protected get desk(): Desk {
    return this.draft.desk;
  }

  protected edit(desk: Desk, about: string | null): void {
    if (desk !== this.desk) this.change({ ...this.draft, desk }, about);
  }

  protected change(draft: Draft, about: string | null): void {
    this.#turn(edited(this.#history, draft, about));
  }

  #turn(history: History<Draft>): void {
    if (this.readOnly) {
      this.say(openElsewhere.message);
      return;
    }
    this.#history = history;
    this.turned();
    this.watch(this.draft, false);
  }
}
