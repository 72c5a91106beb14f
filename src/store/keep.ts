/** What is kept in the browser, and the small interface behind which the database stands. */

/** Everything a user can change, as plain data: what is stored, and what a later version must be able to read. */
export interface StoredDraft {
  /** The council with its notice; its own list of plans is where the work began. */
  readonly scenario: unknown;
  /** The plans as they are now. */
  readonly plans: readonly unknown[];
  /** Id of the plan that was looked at. */
  readonly selected: string;
}

/** One piece of work: the worked example with a user's edits, a file that was opened, a link that was followed. */
export interface Work {
  readonly id: string;
  /** Name of the council and of the plan, for the list. */
  readonly name: string;
  /** When it last changed, as the browser's clock has it: milliseconds since 1970. */
  readonly changed: number;
  readonly draft: StoredDraft;
}

/** A plan as it was when its author gave it a name to come back to. */
export interface PlanVersion {
  readonly id: string;
  /** The work and the plan it belongs to. */
  readonly work: string;
  readonly planId: string;
  readonly name: string;
  readonly saved: number;
  readonly schemaVersion: number;
  readonly plan: unknown;
}

/** Where work is kept. Every promise may be refused: the storage is blocked, full, or gone. */
export interface Keep {
  /** Writes a work over what was kept under its id. The write is on its way when this returns: a page that closes then loses nothing. */
  save(work: Work): Promise<void>;
  /** The work as it was stored; null where there is none. */
  load(id: string): Promise<Work | null>;
  /** All that is kept, the last changed first. */
  list(): Promise<readonly Work[]>;
  /** Takes a work and the versions of its plans away. */
  forget(id: string): Promise<void>;
  saveVersion(version: PlanVersion): Promise<void>;
  /** The versions of a work's plans, the last saved first. */
  versions(work: string): Promise<readonly PlanVersion[]>;
  forgetVersion(id: string): Promise<void>;
}

/** Why nothing can be kept. */
export type KeepFault = 'blocked' | 'full';

/** What an error of the database says about it. */
export function faultOf(error: unknown): KeepFault {
  const name = typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
  return name === 'QuotaExceededError' ? 'full' : 'blocked';
}

/** A short name that nothing else has, also where the page is served without encryption. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A keep that refuses everything: where the browser has no database, or does not let the page near it. */
export function noKeep(fault: KeepFault = 'blocked'): Keep {
  const refuse = () =>
    Promise.reject(
      fault === 'full'
        ? new DOMException('The storage is full.', 'QuotaExceededError')
        : new Error('This browser keeps nothing.'),
    );
  return {
    save: refuse,
    load: refuse,
    list: refuse,
    forget: refuse,
    saveVersion: refuse,
    versions: refuse,
    forgetVersion: refuse,
  };
}
