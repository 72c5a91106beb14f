import type * as takingOut from './taking-out';

/** What takes results out of the page, loaded when it is first wanted: the first screen does without. */
export type TakingOut = typeof takingOut;
export type { Table } from './taking-out';

export const loadTakingOut = (): Promise<TakingOut> => import('./taking-out');
