/**
 * Three kinds of wrong (a third, the bug, is thrown).
 *
 * A *problem* is in what the user gave us: collected, never thrown. A *failure* is of one simulated
 * future: carried home as data so that the other futures go on and this one can be replayed.
 */

/** One thing wrong with a file or an input, said so that its author can mend it. */
export interface Problem {
  /** Where: a JSON path such as `targets[2].due`; empty for the file as a whole. */
  readonly path: string;
  /** Stable short name of the rule that was broken, for programs and tests. */
  readonly code: string;
  /** One sentence in plain words: what is wrong. */
  readonly message: string;
  /** What would be right. */
  readonly hint: string;
}

/** One future that could not be finished. */
export interface Failure {
  readonly future: number;
  readonly seed: number;
  /** Working-day index at which it stopped; -1 where it never began. */
  readonly day: number;
  readonly code: string;
  readonly message: string;
}

/** A value, or the problems that kept it from being made. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };
