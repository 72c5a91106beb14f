import baseRates from '../../scenarios/base-rates.json';
import { MODEL_VERSION, type Problem, type Scenario } from '../model/index';
import { spawnBrowserWorker } from '../run/browser-workers';
import { createPool, poolSize } from '../run/pool';
import { openKeep } from '../store/database';
import { browserHost } from '../store/holding';
import { noKeep, type Keep, type Work } from '../store/keep';
import { LINK_START } from '../store/link';
import type { Draft } from './draft';
import { openStored } from './drafts';
import { FIRST_EXAMPLE } from './examples';
import { Keeping } from './keeping.svelte';
import { Session } from './session.svelte';
import { followLink } from './sharing';

/** Whoever opens a link has these already, so it need not carry them. Shipped scenarios are checked by the tests. */
export const shipped: readonly Scenario[] = [FIRST_EXAMPLE];

/** Under this name a window remembers its work. */
const WINDOW_WORK = 'trajectory-work';
/** A database that has not opened by then is taken as blocked: the page does not wait for it. */
const PATIENCE_MS = 3000;

/** The page as it begins: the work this window had, else the last that was kept, else the first worked example. */
export async function startPage(): Promise<Keeping> {
  const keep = await openedKeep();
  const found = await lastWork(keep);
  const session = new Session({
    scenario: FIRST_EXAMPLE,
    baseRates,
    runner: createPool({ spawn: spawnBrowserWorker, size: poolSize(navigator.hardwareConcurrency) }),
    modelVersion: MODEL_VERSION,
    ...(found?.draft ? { draft: found.draft } : {}),
  });
  const keeping = new Keeping({
    session,
    keep,
    host: browserHost(),
    work: found?.draft ? found.work.id : null,
    onWork: remember,
  });
  if (found && !found.draft) keeping.unreadable(found.work, found.problems);
  addEventListener('pagehide', () => void keeping.flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void keeping.flush();
  });
  addEventListener('beforeunload', (event) => {
    if (keeping.atRisk) event.preventDefault();
  });
  addEventListener('hashchange', () => void followLink(keeping, shipped));
  await keeping.begin();
  await followLink(keeping, shipped);
  return keeping;
}

async function openedKeep(): Promise<Keep> {
  const late = new Promise<Keep>((resolve) => setTimeout(() => resolve(noKeep()), PATIENCE_MS));
  return Promise.race([openKeep().catch(() => noKeep()), late]);
}

interface Found {
  readonly work: Work;
  readonly draft: Draft | null;
  readonly problems: readonly Problem[];
}

async function lastWork(keep: Keep): Promise<Found | null> {
  const works = await keep.list().catch(() => []);
  const work = works.find(({ id }) => id === remembered()) ?? works[0];
  if (!work || location.hash.startsWith(LINK_START)) return null;
  const read = await openStored(work.draft);
  return read.ok ? { work, draft: read.value, problems: [] } : { work, draft: null, problems: read.problems };
}

function remembered(): string | null {
  try {
    return sessionStorage.getItem(WINDOW_WORK);
  } catch {
    return null;
  }
}

function remember(id: string): void {
  try {
    sessionStorage.setItem(WINDOW_WORK, id);
  } catch {
    // A browser that stores nothing comes back to the last work of all windows, which is nothing.
  }
}
