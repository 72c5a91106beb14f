/** What can be undone and redone: whole states, oldest first in `past`, nearest first in `future`. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last edit was about; a run of edits about one thing is undone in one step. */
  readonly about: string | null;
}

const KEPT = 100;

export function beginHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], about: null };
}

/** The history after an edit. An edit about the same thing as the one before it (one drag of a slider) takes its place. */
export function edited<T>(history: History<T>, present: T, about: string | null): History<T> {
  const goesOn = about !== null && about === history.about;
  return {
    past: goesOn ? history.past : [...history.past, history.present].slice(-KEPT),
    present,
    future: [],
    about,
  };
}

/** The history one step back; the same where there is none. */
export function undone<T>(history: History<T>): History<T> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future], about: null };
}

/** The history one step forward again; the same where there is none. */
export function redone<T>(history: History<T>): History<T> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, about: null };
}
