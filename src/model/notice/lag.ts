/**
 * Records that come in late. A month's first published figure lacks the events that nobody has entered yet; the same month
 * run again later has them. This counts what is simulated as the first publication would: it changes nothing of what happens.
 *
 * The rows hold months, not days, so no event can be followed to its entry. Method: of every month's events the same share
 * is entered so many working days after it happened, events come evenly over a month of 21 working days, and the figure is
 * taken at the end of the month read. Of a month that ended b working days before, share × (days − b) ÷ 21 is then missing,
 * at most the share and at least nothing. It is the expected part that is taken off: which events they are, is not drawn.
 *
 * Late entry is taken to strike work done in time and work done late alike. So a percentage of completed work, of which
 * numerator and denominator are the same records, moves only as months are weighed differently; counts fall, and so do
 * percentages of what was due, started or referred, whose denominator is known without the record.
 */
import type { Column } from '../measures/columns';
import type { MeasureKind } from '../measures/definition';
import type { MeasureWords } from '../results/measure-series';
import { formatExact } from '../results/format';
import type { Target } from '../scenario/schema';
import { WORKING_DAYS_PER_MONTH } from '../units';

export type RecordingLag = NonNullable<Target['recordingLag']>;

/** What is counted only once it is recorded: where it is the denominator, both are missing. */
const COMPLETED: readonly Column[] = ['decisions', 'ia_completed', 'ca_completed', 'sa_completed', 'icpc'];

/** Whether late entry says anything of a measure: of what happens, not of what stands on a day, is declared or is paid. */
export function canLag({ kind, unit }: { readonly kind: MeasureKind; readonly unit: string }): boolean {
  return (kind === 'event' || kind === 'flow' || kind === 'formula') && unit !== 'pounds';
}

/**
 * The part of a month's events that the figure taken `back` months later has: from 0 to 1, and 1 without a lag.
 * @param back 0 for the month at whose end the figure is taken
 * Example: 20% entered 10 working days late leave 1 − 0.2 × 10 ÷ 21 = 0.905 of the month itself, and all of the one before.
 */
export function recordedPart(lag: RecordingLag | undefined, back: number): number {
  if (!lag || back < 0) return 1;
  const days = Math.min(WORKING_DAYS_PER_MONTH, Math.max(0, lag.workingDays - back * WORKING_DAYS_PER_MONTH));
  return 1 - (lag.share * days) / WORKING_DAYS_PER_MONTH;
}

/** Whether a measure loses its denominator with its numerator, because both are the same records. */
function isOneRecord({ numerator, denominator }: Pick<MeasureWords, 'numerator' | 'denominator'>): boolean {
  if (numerator === undefined || denominator === undefined) return true;
  return numerator === 'rereferrals' || COMPLETED.includes(denominator);
}

/** The parts of a month's numerator and denominator that a figure has, from 0 to 1. */
export interface RecordedParts {
  readonly above: number;
  readonly below: number;
}

/** What the figure taken `back` months after a month has of that month; all of it where the lag says nothing of the measure. */
export function recordedParts(
  measure: Pick<MeasureWords, 'kind' | 'unit' | 'numerator' | 'denominator'>,
  lag: RecordingLag | undefined,
  back: number,
): RecordedParts {
  const above = recordedPart(canLag(measure) ? lag : undefined, back);
  return { above, below: isOneRecord(measure) ? above : 1 };
}

/**
 * The figure that is judged where there is a lag, in words, to go on in a sentence. Example: "the figure first published, which
 * misses what is entered late: 20% of records, 10 working days after the event".
 */
export function lagText({ share, workingDays }: RecordingLag): string {
  const days = formatExact(workingDays, 'days');
  const after = `${days} working day${days === '1' ? '' : 's'} after the event`;
  return `the figure first published, which misses what is entered late: ${formatExact(share, 'share')} of records, ${after}`;
}
