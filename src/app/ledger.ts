import type { CompiledModel, Failure } from '../model/index';
import type { RunResult } from '../run/runner';

/** The futures of one plan so far, from 0 on without gaps. */
export interface Account {
  readonly model: CompiledModel;
  readonly futures: number;
  /** The rows of these futures. */
  readonly rows: Float64Array;
  readonly failures: readonly Failure[];
  readonly baseline: Float64Array;
}

/** Keeps the futures already run, so that more are added and none is run twice: also after undo, or on another plan and back. */
export interface Ledger {
  /** What is there of a plan; null before the first futures. */
  account(key: string): Account | null;
  /** Adds futures that begin where the account ends; others are ignored. */
  add(key: string, model: CompiledModel, result: RunResult): void;
  /**
   * Lets the accounts of these plans stay until others are named: where room is short, the others go. Futures of theirs
   * beyond `most` are let go at once, so that all of them together fit.
   */
  keep(keys: readonly string[], most: number): void;
  clear(): void;
}

interface Entry {
  model: CompiledModel;
  futures: number;
  store: Float64Array;
  failures: Failure[];
  baseline: Float64Array;
}

/**
 * @param capacity futures of a plan kept at most
 * @param kept how many plans are kept, the latest used ones; as now is one of them as long as it is used
 * @param mostNumbers numbers of all plans together; beyond it the plan that was used longest ago goes
 */
export function createLedger(capacity: number, kept = 4, mostNumbers = Number.POSITIVE_INFINITY): Ledger {
  const entries = new Map<string, Entry>();
  let staying: readonly string[] = [];
  let mostOfStaying = capacity;

  function touch(key: string): Entry | undefined {
    const entry = entries.get(key);
    if (entry) {
      entries.delete(key);
      entries.set(key, entry);
    }
    return entry;
  }

  /** What is set aside, room to grow included. */
  const held = () => [...entries.values()].reduce((sum, { store }) => sum + store.length, 0);

  /** Lets go of the plans used longest ago, never of the one at hand or of those that stay. */
  function makeRoom(key: string): void {
    for (const old of entries.keys()) {
      if (entries.size <= kept && held() <= mostNumbers) break;
      if (old !== key && !staying.includes(old)) entries.delete(old);
    }
  }

  function cut(entry: Entry, most: number): void {
    const length = most * rowLength(entry.model);
    if (entry.store.length > length) entry.store = entry.store.slice(0, length);
    if (entry.futures <= most) return;
    entry.futures = most;
    entry.failures = entry.failures.filter(({ future }) => future < most);
  }

  return {
    account(key) {
      const entry = touch(key);
      if (!entry) return null;
      const { model, futures, store, failures, baseline } = entry;
      return { model, futures, rows: store.subarray(0, futures * rowLength(model)), failures, baseline };
    },
    add(key, model, { first, futures, rows, failures, baseline }) {
      let entry = touch(key);
      if (first !== (entry?.futures ?? 0) || first + futures > capacity) return;
      if (!entry) {
        entry = { model, futures: 0, store: new Float64Array(0), failures: [], baseline };
        entries.set(key, entry);
        makeRoom(key);
      }
      const most = staying.includes(key) ? Math.min(capacity, mostOfStaying) : capacity;
      entry.store = withRoom(entry.store, (first + futures) * rowLength(model), most * rowLength(model));
      entry.store.set(rows, first * rowLength(model));
      entry.failures = [...entry.failures, ...failures];
      entry.futures += futures;
      makeRoom(key);
    },
    keep(keys, most) {
      staying = keys;
      mostOfStaying = most;
      for (const key of keys) {
        const entry = entries.get(key);
        if (entry) cut(entry, most);
      }
    },
    clear: () => entries.clear(),
  };
}

/**
 * The same numbers with room for so many: a quarter more than there was, but no room beyond `most`. While it grows, the
 * former numbers are there a moment longer.
 */
function withRoom(store: Float64Array, needed: number, most: number): Float64Array {
  if (store.length >= needed) return store;
  const larger = new Float64Array(Math.max(needed, Math.min(most, Math.ceil(1.25 * store.length))));
  larger.set(store);
  return larger;
}

export function rowLength(model: CompiledModel): number {
  return model.columns.length * model.months.length;
}
