import { freshId, type Keep, type PlanVersion } from '../store/keep';
import { readVersion } from '../store/read';
import type { Session } from './session.svelte';

export interface VersionsOptions {
  readonly session: Session;
  readonly keep: Keep;
  /** Id of the work at hand. */
  readonly work: () => string;
  /** Sees to it that the work itself is kept: a version is a version of something. */
  readonly keepWork: () => void;
  readonly onFault: (error: unknown) => void;
  readonly now: () => number;
}

/** Plans as they were when their author gave them a name to come back to. */
export class Versions {
  readonly #options: VersionsOptions;
  #all = $state.raw<readonly PlanVersion[]>([]);

  constructor(options: VersionsOptions) {
    this.#options = options;
  }

  /** Those of the selected plan, the last saved first. */
  list: readonly PlanVersion[] = $derived.by(() =>
    this.#all.filter(({ planId }) => planId === this.#options.session.plan.id),
  );

  async refresh(): Promise<void> {
    const { keep, work } = this.#options;
    await this.#attempt(async () => {
      this.#all = await keep.versions(work());
    });
  }

  async save(name: string): Promise<void> {
    const { session, keep, work, keepWork, now } = this.#options;
    const { plan, scenario } = session;
    keepWork();
    await this.#attempt(async () => {
      await keep.saveVersion({
        id: freshId(),
        work: work(),
        planId: plan.id,
        name,
        saved: now(),
        schemaVersion: scenario.schemaVersion,
        plan,
      });
      session.say(`The version “${name}” is saved.`);
    });
    await this.refresh();
  }

  /** Puts the plan back to what it was; undone like any edit. */
  restore(version: PlanVersion): void {
    const { session } = this.#options;
    const plan = readVersion(version, session.scenario.id);
    if (!plan.ok) {
      session.refuse(`The version “${version.name}”`, plan.problems);
      return;
    }
    session.restorePlan(plan.value);
    session.say(`The plan is as it was in “${version.name}”. Undo takes that back.`);
  }

  async forget(id: string): Promise<void> {
    await this.#attempt(() => this.#options.keep.forgetVersion(id));
    await this.refresh();
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#options.onFault(error);
    }
  }
}
