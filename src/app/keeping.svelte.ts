import type { Problem, Scenario } from '../model/index';
import { Autosave, type SaveState } from '../store/autosave';
import { Holding, type HoldingHost } from '../store/holding';
import { faultOf, freshId, type Keep, type Work } from '../store/keep';
import { beginDraft, type Draft } from './draft';
import { openStored, storedDraft, workName } from './drafts';
import type { Session } from './session.svelte';
import { Versions } from './versions.svelte';

export interface KeepingOptions {
  readonly session: Session;
  readonly keep: Keep;
  readonly host: HoldingHost;
  /** Id of the kept work that the session shows; null where it shows something that is not kept yet. */
  readonly work: string | null;
  /** Told which work this window shows, so that it can come back to it. */
  readonly onWork?: (id: string) => void;
  readonly now?: () => number;
}

/** One line of the list of recent work. */
export interface RecentWork {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly changed: number;
  /** It is what this window shows. */
  readonly open: boolean;
  /** It was tried and could not be read; it stays until it is forgotten. */
  readonly unreadable: boolean;
}

/** Keeps the session's work in the browser: saves it, lists what else is kept, and shares it with other windows. */
export class Keeping {
  readonly session: Session;
  readonly versions: Versions;
  readonly #options: KeepingOptions;
  readonly #now: () => number;
  readonly #autosave: Autosave<Work>;
  #holding: Holding | null = null;
  /** What the next draft that the session begins with is: by itself a file from disk, kept at once as work of its own. */
  #next: { readonly id: string; readonly save: boolean } | null = null;
  #work = $state('');
  #works = $state.raw<readonly Work[]>([]);
  #bad = $state.raw<readonly string[]>([]);
  #saved = $state.raw<SaveState>({ kind: 'untouched' });
  /** Changed since the work was last put into a file. */
  #unfiled = $state(false);
  /** The council as this window was given it. */
  #origin: Scenario;

  constructor(options: KeepingOptions) {
    const { session, keep, work, now = Date.now } = options;
    this.session = session;
    this.#origin = session.draft.scenario;
    this.#options = options;
    this.#now = now;
    this.#work = work ?? freshId();
    this.#autosave = new Autosave<Work>({
      write: (one) => keep.save(one).then(() => this.#written()),
      onState: (state) => (this.#saved = state),
      now,
    });
    this.versions = new Versions({
      session,
      keep,
      work: () => this.#work,
      keepWork: () => this.#save(session.draft),
      onFault: (error) => this.#fault(error),
      now,
    });
    session.watch = (draft, fresh) => (fresh ? this.#begun(draft) : this.#save(draft));
  }

  /** How the saving stands. */
  state: SaveState = $derived.by(() => this.#saved);
  /** Closing the page now would lose something. */
  atRisk = $derived.by(() => this.#saved.kind === 'unsaved' && this.#unfiled);
  recent: readonly RecentWork[] = $derived.by(() =>
    this.#works.map(({ id, name, changed }) => ({
      id,
      name,
      changed,
      open: id === this.#work,
      unreadable: this.#bad.includes(id),
    })),
  );

  /** Asks for the work, and for what else is kept. */
  async begin(): Promise<void> {
    await Promise.all([this.#hold(), this.refresh()]);
    const known = this.#works.find(({ id }) => id === this.#work);
    if (known && this.#saved.kind === 'untouched') this.#saved = { kind: 'saved', at: known.changed };
  }

  /** Reads the lists again. */
  async refresh(): Promise<void> {
    try {
      this.#works = await this.#options.keep.list();
      await this.versions.refresh();
    } catch (error) {
      this.#fault(error);
    }
  }

  /** Opens a work that is kept. Where it cannot be read it is said why, and it stays kept. */
  async open(id: string): Promise<void> {
    await this.flush();
    const work = await this.#load(id);
    if (!work) return;
    const draft = await openStored(work.draft);
    if (!draft.ok) {
      this.unreadable(work, draft.problems);
      return;
    }
    this.#next = { id, save: false };
    this.session.begin(draft.value);
    this.#saved = { kind: 'saved', at: work.changed };
    this.session.say(`${work.name} is open.`);
  }

  /** Says why a kept work cannot be read. */
  unreadable(work: Work, problems: readonly Problem[]): void {
    this.#bad = [...this.#bad, work.id];
    this.session.refuse(`${work.name} (kept in this browser)`, problems);
  }

  /** Begins a piece of work of its own, kept at once beside what there was. */
  beginNew(draft: Draft): void {
    this.#next = { id: freshId(), save: true };
    this.session.begin(draft);
  }

  /** Begins a scenario as it ships; kept once it is changed. */
  beginShipped(scenario: Scenario): void {
    this.#next = { id: freshId(), save: false };
    this.session.begin(beginDraft(scenario));
  }

  async forget(id: string): Promise<void> {
    try {
      if (id === this.#work) {
        this.#autosave.drop();
        this.#saved = { kind: 'untouched' };
      }
      await this.#options.keep.forget(id);
    } catch (error) {
      this.#fault(error);
    }
    await this.refresh();
  }

  /** What is stored of a work, as it is: for one that cannot be read. Null where it is gone. */
  async stored(id: string): Promise<unknown> {
    return (await this.#load(id))?.draft ?? null;
  }

  /** The selected plan stands in a file, or everything does: where that is all there is to lose, the page may go. */
  filed(what: 'plan' | 'everything'): void {
    const { scenario, desk } = this.session.draft;
    const others = desk.plans.filter(({ id }) => id !== desk.selected);
    if (what === 'everything' || (scenario === this.#origin && others.every((plan) => scenario.plans.includes(plan)))) {
      this.#unfiled = false;
    }
  }

  /** Writes what waits: the page may be going. */
  flush(): Promise<void> {
    return this.#autosave.flush();
  }

  /** Takes the work from the window that has it. */
  async takeOver(): Promise<void> {
    await this.#holding?.takeOver();
  }

  #save(draft: Draft): void {
    this.#unfiled = true;
    const work = { id: this.#work, name: workName(draft), changed: this.#now(), draft: storedDraft(draft) };
    this.#autosave.changed(work);
  }

  #written(): void {
    this.#holding?.saved();
    if (!this.#works.some(({ id }) => id === this.#work)) void this.refresh();
  }

  #begun(draft: Draft): void {
    // What there was carries its own id, and is written as such.
    void this.flush();
    const { id, save } = this.#next ?? { id: freshId(), save: true };
    this.#next = null;
    this.#work = id;
    this.#unfiled = false;
    this.#origin = draft.scenario;
    this.#saved = { kind: 'untouched' };
    if (save) this.#save(draft);
    void this.#hold();
    void this.refresh();
  }

  async #hold(): Promise<void> {
    this.#holding?.end();
    const { host, onWork } = this.#options;
    onWork?.(this.#work);
    const holding = new Holding(this.#work, host, {
      onGained: () => void this.#follow().then(() => (this.session.readOnly = false)),
      onLost: () => {
        this.session.readOnly = true;
        return this.flush();
      },
      onChanged: () => void this.#follow(),
    });
    this.#holding = holding;
    const ours = await holding.begin();
    if (this.#holding === holding) this.session.readOnly = !ours;
  }

  /** Shows what the other window saved last. */
  async #follow(): Promise<void> {
    const id = this.#work;
    const work = await this.#load(id);
    const draft = work && (await openStored(work.draft));
    if (!work || !draft?.ok || id !== this.#work) return;
    this.session.follow(draft.value);
    this.#saved = { kind: 'saved', at: work.changed };
    await this.refresh();
  }

  async #load(id: string): Promise<Work | null> {
    try {
      return await this.#options.keep.load(id);
    } catch (error) {
      this.#fault(error);
      return null;
    }
  }

  #fault(error: unknown): void {
    this.#saved = { kind: 'unsaved', fault: faultOf(error) };
  }
}
