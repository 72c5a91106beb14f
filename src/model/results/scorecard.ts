/** The part of the report that a scorecard needs. Shares run from 0 to 1. */
import type { IsoDate, IsoMonth } from '../units';

/** Which way a measure goes: the three months to a review against the three before. */
export interface Travel {
  /** First and last of the six months. */
  readonly from: IsoMonth;
  readonly to: IsoMonth;
  /** Middles of the two spells, in the unit of the measure. */
  readonly before: number;
  readonly after: number;
  /** The smallest change that counts, in the unit of the measure. */
  readonly least: number;
  /** Shares of the futures that move by at least that much, in the target's direction and against it. */
  readonly better: number;
  readonly worse: number;
  /** Named only where three in four futures move that way. */
  readonly direction: 'better' | 'worse' | 'unclear';
}

/** What a scorecard says of one target at one review beyond its chance there. */
export interface ScorecardLine {
  readonly review: IsoDate;
  readonly target: string;
  /** The three months to the review, each alone, as first published where the target goes by that; fewer where the run is shorter. */
  readonly months: readonly { readonly month: IsoMonth; readonly p50: number | null }[];
  /** Added up from April to the review; null for what is read at month end, and where April lies before the run. */
  readonly yearToDate: {
    readonly from: IsoMonth;
    readonly basisText: string;
    readonly p10: number | null;
    readonly p50: number | null;
    readonly p90: number | null;
  } | null;
  /** Null where the run does not hold six months up to the review. */
  readonly travel: Travel | null;
}
