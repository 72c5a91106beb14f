/** What a cumulative target asks of the months that are left, before any simulation. */

/** How much a month counts: of how many (any common unit; 1 each for equal volumes), and which part of what is done is on record. */
export interface MonthVolume {
  readonly volume: number;
  /** From 0 to 1 of the numerator when the figure is taken; 1 where left out. */
  readonly recorded?: number;
}

/** A month that is known or planned: the share reached once all is entered. */
export interface KnownMonth extends MonthVolume {
  readonly share: number;
}

export type Requirement =
  /** The average share the remaining months must reach (or stay under), weighted by volume, from 0 to 1. */
  | { readonly kind: 'needs'; readonly average: number }
  /** Met whatever the remaining months bring. */
  | { readonly kind: 'already-met' }
  /** Missed whatever the remaining months bring. */
  | { readonly kind: 'out-of-reach' };

const SLACK = 1e-9;

/**
 * The average share that the remaining months of a cumulative period must reach so that Σ numerator ÷ Σ denominator
 * over the whole period comes to `threshold`. `remaining` holds the volume of each month that is left, on the scale
 * of the known ones. With nothing left, the period is met or out of reach.
 * Method: (threshold × all volumes − Σ share × volume × part recorded) ÷ Σ volume left × part recorded.
 * Example: 62%, 66% and 70% in three months of nine of equal volume leave 87.0% for an 80% target (domain facts, F6).
 */
export function requiredAverage(
  threshold: number,
  direction: 'at-least' | 'at-most',
  known: readonly KnownMonth[],
  remaining: readonly MonthVolume[],
): Requirement {
  const all = [...known, ...remaining].reduce((sum, { volume }) => sum + volume, 0);
  const left = remaining.reduce((sum, month) => sum + recordedVolume(month), 0);
  const reached = known.reduce((sum, month) => sum + month.share * recordedVolume(month), 0);
  const needed = threshold * all - reached;
  const slack = SLACK * Math.max(1, all);
  const [atWorst, atBest] = direction === 'at-least' ? [0, left] : [left, 0];
  const met = (value: number) => (direction === 'at-least' ? value >= needed - slack : value <= needed + slack);
  if (met(atWorst)) return { kind: 'already-met' };
  if (!met(atBest)) return { kind: 'out-of-reach' };
  return { kind: 'needs', average: Math.min(1, Math.max(0, needed / left)) };
}

const recordedVolume = ({ volume, recorded = 1 }: MonthVolume) => volume * recorded;

/** Volume-weighted average of the known months; null where nothing was counted. */
export function knownAverage(known: readonly KnownMonth[]): number | null {
  const volume = known.reduce((sum, month) => sum + month.volume, 0);
  return volume > 0 ? known.reduce((sum, month) => sum + month.share * month.volume, 0) / volume : null;
}
