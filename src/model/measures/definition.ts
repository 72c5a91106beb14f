/**
 * The measures: what each is called, how it is counted, which columns of a future's row it is read from.
 *
 * Counting rules: only completed work enters a timeliness measure, whatever is still open. A measure of kind
 * - `event` is Σ numerator ÷ Σ denominator over the months of its basis;
 * - `snapshot` is read at the end of a month (numerator ÷ denominator, or the numerator alone);
 * - `flow` is a count of what happened in a month, added up over the months of its basis;
 * - `declared` is a path the user declares, because no staffing mechanism moves it;
 * - `formula` is worked out from other measures, each read on the same basis.
 */
import type { Column } from './columns';

export type MeasureKind = 'event' | 'snapshot' | 'flow' | 'declared' | 'formula';
export type MeasureUnit = 'share' | 'fte' | 'count' | 'days' | 'cases' | 'pounds';
export type Polarity = 'high' | 'low' | 'neutral';

export interface MeasureDefinition {
  readonly id: string;
  /** Full name, sentence case, fit for a table row. */
  readonly label: string;
  readonly unit: MeasureUnit;
  /** Which direction is good. */
  readonly polarity: Polarity;
  /** Official code, where one exists. */
  readonly code?: string;
  readonly kind: MeasureKind;
  readonly numerator: Column;
  readonly denominator?: Column;
  /** How it is counted, in one sentence. */
  readonly meaning: string;
}

/** What a formula is made of: numbers, other measures, and what may be done with them; nothing else. */
export type FormulaTree =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'measure'; readonly id: string }
  | { readonly kind: 'apply'; readonly name: string; readonly parts: readonly FormulaTree[] };

/** A measure that a scenario adds, worked out from others. */
export interface FormulaMeasure {
  readonly id: string;
  readonly label: string;
  readonly unit: MeasureUnit;
  readonly polarity: Polarity;
  readonly meaning: string;
  /** As written, in mathjs syntax. */
  readonly formula: string;
  readonly tree: FormulaTree;
}
