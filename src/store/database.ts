import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Keep, PlanVersion, Work } from './keep';

interface Shape extends DBSchema {
  works: { key: string; value: Work };
  versions: { key: string; value: PlanVersion; indexes: { work: string } };
}

const NAME = 'trajectory';
const VERSION = 1;

/**
 * The browser's own database as a keep. Opens it; refused where there is none, or the browser does not let the page near it.
 * A database that the browser closes (its storage cleared, say) is opened again with the next request.
 */
export async function openKeep(name = NAME): Promise<Keep> {
  let open: IDBPDatabase<Shape> | null = null;

  async function opened(): Promise<IDBPDatabase<Shape>> {
    const db = await openDB<Shape>(name, VERSION, {
      upgrade(fresh) {
        fresh.createObjectStore('works', { keyPath: 'id' });
        fresh.createObjectStore('versions', { keyPath: 'id' }).createIndex('work', 'work');
      },
      // A newer program in another window wants the database: it shall have it.
      blocking: () => {
        open?.close();
        open = null;
      },
      terminated: () => {
        open = null;
      },
    });
    open = db;
    return db;
  }

  /** Does something with the database at once where it is open, so that a page about to close has its write under way. */
  function withDb<T>(work: (db: IDBPDatabase<Shape>) => Promise<T>): Promise<T> {
    if (!open) return opened().then(work);
    try {
      return work(open);
    } catch {
      // It was closing behind our back.
      open = null;
      return opened().then(work);
    }
  }

  await opened();
  return {
    save: (work) => withDb((db) => put(db, 'works', work)),
    load: (id) => withDb(async (db) => (await db.get('works', id)) ?? null),
    list: () => withDb(async (db) => (await db.getAll('works')).sort((a, b) => b.changed - a.changed)),
    forget: (id) =>
      withDb(async (db) => {
        const change = db.transaction(['works', 'versions'], 'readwrite');
        const versions = await change.objectStore('versions').index('work').getAllKeys(id);
        await Promise.all([
          change.objectStore('works').delete(id),
          ...versions.map((key) => change.objectStore('versions').delete(key)),
          change.done,
        ]);
      }),
    saveVersion: (version) => withDb((db) => put(db, 'versions', version)),
    versions: (work) =>
      withDb(async (db) => (await db.getAllFromIndex('versions', 'work', work)).sort((a, b) => b.saved - a.saved)),
    forgetVersion: (id) => withDb((db) => db.delete('versions', id)),
  };
}

/** Settled when the whole transaction is: a store that is full refuses at the end, not at the request. */
async function put<S extends 'works' | 'versions'>(
  db: IDBPDatabase<Shape>,
  store: S,
  value: Shape[S]['value'],
): Promise<void> {
  const change = db.transaction(store, 'readwrite');
  const written = change.store.put(value);
  // Asked for now, because a page that is going has no later in which the transaction would end by itself.
  change.commit();
  await Promise.all([written, change.done]);
}
