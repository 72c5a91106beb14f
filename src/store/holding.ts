/**
 * Who may change a piece of work when it is open in several windows: the one that holds its lock. The others look on and
 * follow, until they take it over or the holder closes. Where the browser has no locks (a page served without encryption)
 * every window holds what it opens.
 */
export interface HoldingHost {
  readonly locks: Pick<LockManager, 'request'> | null;
  /** A line to the other windows; null where the browser has none. */
  readonly channel: ((name: string) => BroadcastChannel) | null;
}

export interface HoldingEvents {
  /** The work is ours after it was elsewhere: what the other window saved is the newest. */
  readonly onGained: () => void;
  /** Another window has it from now on; settled when what waited here is written. */
  readonly onLost: () => Promise<void>;
  /** The window that holds it has saved. */
  readonly onChanged: () => void;
}

type Message = 'saved' | 'hand-over' | 'handed-over';

/** How long a window that is asked for the work has to write what waits. */
const HAND_OVER_MS = 1000;

export function browserHost(): HoldingHost {
  return {
    // Missing where the page is served without encryption, whatever the types say.
    locks: (navigator as { readonly locks?: LockManager }).locks ?? null,
    channel: typeof BroadcastChannel === 'undefined' ? null : (name) => new BroadcastChannel(name),
  };
}

/** One window's hold on one piece of work. */
export class Holding {
  readonly #name: string;
  readonly #host: HoldingHost;
  readonly #events: HoldingEvents;
  readonly #channel: BroadcastChannel | null;
  #ours = true;
  #ended = false;
  #queued: AbortController | null = null;
  #release: () => void = () => {};
  #handed: () => void = () => {};

  constructor(work: string, host: HoldingHost, events: HoldingEvents) {
    this.#name = `trajectory-${work}`;
    this.#host = host;
    this.#events = events;
    this.#channel = host.channel?.(this.#name) ?? null;
    if (this.#channel) this.#channel.onmessage = ({ data }: MessageEvent<Message>) => void this.#hear(data);
  }

  get ours(): boolean {
    return this.#ours;
  }

  /** Asks for the work. Gives whether it is ours; where it is not, waits for it in the background. */
  async begin(): Promise<boolean> {
    const { locks } = this.#host;
    if (!locks) return true;
    this.#ours = await new Promise<boolean>((resolve) => {
      locks
        .request(this.#name, { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          return lock ? this.#hold() : undefined;
        })
        .catch(() => {
          resolve(false);
          void this.#lose();
        });
    });
    if (!this.#ours) this.#queue();
    return this.#ours;
  }

  /** Takes the work from the window that has it, once that has written what it had. */
  async takeOver(): Promise<void> {
    if (this.#ours || !this.#host.locks) return;
    const handed = new Promise<void>((resolve) => {
      this.#handed = resolve;
      setTimeout(resolve, HAND_OVER_MS);
    });
    this.#say('hand-over');
    await handed;
    this.#queued?.abort();
    this.#queued = null;
    this.#request({ steal: true });
  }

  /** Tells the other windows that there is something new to read. */
  saved(): void {
    if (this.#ours) this.#say('saved');
  }

  end(): void {
    this.#ended = true;
    this.#queued?.abort();
    this.#release();
    this.#channel?.close();
  }

  #say(message: Message): void {
    this.#channel?.postMessage(message);
  }

  async #hear(message: Message): Promise<void> {
    if (message === 'saved' && !this.#ours) this.#events.onChanged();
    if (message === 'handed-over') this.#handed();
    if (message === 'hand-over' && this.#ours) {
      this.#ours = false;
      await this.#events.onLost();
      this.#say('handed-over');
    }
  }

  /** Held until `end`, or until it is taken. */
  #hold(): Promise<void> {
    return new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  #queue(): void {
    const queued = new AbortController();
    this.#queued = queued;
    this.#request({ signal: queued.signal });
  }

  #request(options: LockOptions): void {
    const { locks } = this.#host;
    if (!locks || this.#ended) return;
    let held = false;
    locks
      .request(this.#name, options, () => {
        if (this.#ended) return undefined;
        held = true;
        this.#queued = null;
        this.#ours = true;
        this.#events.onGained();
        return this.#hold();
      })
      // Refused when we gave up waiting, or when the lock was taken from us.
      .catch(() => (held ? this.#lose() : undefined));
  }

  async #lose(): Promise<void> {
    if (this.#ended) return;
    if (this.#ours) {
      this.#ours = false;
      await this.#events.onLost();
    }
    if (!this.#queued) this.#queue();
  }
}
