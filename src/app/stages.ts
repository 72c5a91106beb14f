/** At which numbers of futures results are shown. */

/** A first look, then finer. */
export const STAGES = [200, 500, 1000, 2000] as const;
/** After an edit results are shown this early already: what has changed is seen within a second or two, and said to be rough. */
export const QUICK_LOOK = 50;
/** Several plans side by side: fewer futures, so that all of them fit into memory. */
export const COMPARED_STAGES = [200, 500, 1000] as const;
/** Where no worker can start. */
export const REDUCED_STAGES = [100, 300] as const;
/** Fewer futures than this are not shown when a run is stopped before its first look. */
export const FEWEST = 50;
