import { faultOf, type KeepFault } from './keep';

/** How the saving stands. */
export type SaveState =
  /** Nothing has been changed yet. */
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saving' }
  /** @property at milliseconds since 1970 */
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'unsaved'; readonly fault: KeepFault };

export interface AutosaveOptions<T> {
  /** Must have its write on the way when it returns. */
  readonly write: (value: T) => Promise<void>;
  readonly onState: (state: SaveState) => void;
  readonly now?: () => number;
  /** The longest that a change waits for the next one, in milliseconds. */
  readonly waitMs?: number;
}

/** At most this long after a change it is being written. */
export const WAIT_MS = 250;

/**
 * Writes what is newest: the first change at once, those that follow it quickly (a slider being drawn) together, at most
 * `waitMs` later. The database does writes in the order they are made, so that none waits for another.
 */
export class Autosave<T> {
  readonly #options: AutosaveOptions<T>;
  #waiting: { readonly value: T } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = -Infinity;
  /** Number of the newest write: an older one that ends late says nothing. */
  #writes = 0;
  #end: Promise<void> = Promise.resolve();

  constructor(options: AutosaveOptions<T>) {
    this.#options = options;
  }

  changed(value: T): void {
    this.#waiting = { value };
    this.#options.onState({ kind: 'saving' });
    const wait = this.#last + (this.#options.waitMs ?? WAIT_MS) - this.#now();
    if (wait <= 0) this.#write();
    else this.#timer ??= setTimeout(() => this.#write(), wait);
  }

  /** Writes now what waits. Settled, never refused, when nothing is on its way any more. */
  flush(): Promise<void> {
    if (this.#waiting) this.#write();
    return this.#end;
  }

  /** Forgets what waits: another window has the work now. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = null;
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }

  #write(): void {
    const waiting = this.#waiting;
    this.drop();
    if (!waiting) return;
    this.#last = this.#now();
    const write = ++this.#writes;
    const tell = (state: SaveState) => {
      if (write === this.#writes && !this.#waiting) this.#options.onState(state);
    };
    this.#end = this.#options.write(waiting.value).then(
      () => tell({ kind: 'saved', at: this.#now() }),
      (error: unknown) => tell({ kind: 'unsaved', fault: faultOf(error) }),
    );
  }
}
