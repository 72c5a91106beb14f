import { measureById, MEASURES } from '../measures/all';
import type { FormulaMeasure, MeasureDefinition, MeasureKind } from '../measures/definition';
import { inOwnWords, type MeasureLimits } from '../measures/limits';
import { joinMeasure, listedId, partName, splitMeasure } from '../measures/parts';
import { formulaOf, measuresIn, type Formula } from './formula';
import type { RowLayout } from './layout';

/** The rows of many futures: `futures × layout.length` numbers, one future after another; a failed future's row is all NaN. */
export interface FutureRows {
  readonly layout: RowLayout;
  readonly rows: Float64Array;
  readonly futures: number;
  /** The point of each warm state, where known; future f began from state f modulo their number. */
  readonly warmPoints?: readonly number[];
}

/** Where a measure is read: positions of its columns within a month; `denominator` is −1 for a measure that has none. */
export interface MeasureColumns {
  readonly kind: MeasureKind;
  readonly numerator: number;
  readonly denominator: number;
}

/** What a measure says of itself, whether it is the model's own or a formula of the scenario's. */
export type MeasureWords = Pick<MeasureDefinition, 'id' | 'label' | 'unit' | 'polarity' | 'kind' | 'meaning'> &
  Partial<Pick<MeasureDefinition, 'code' | 'numerator' | 'denominator'>>;

/**
 * What a measure id stands for in a layout, and the team or grade after the at sign, where there is one. Throws for an unknown id,
 * which is a bug.
 */
export function readMeasureId(
  layout: Pick<RowLayout, 'formulas'>,
  id: string,
): { readonly definition: MeasureWords; readonly team: string | null } {
  const formula = formulaById(layout, id);
  if (formula) return { definition: { ...formula, kind: 'formula' }, team: null };
  const definition = measureById(id);
  if (!definition) throw new Error(`no measure "${id}"`);
  return { definition, team: splitMeasure(id).part };
}

function formulaById({ formulas }: Pick<RowLayout, 'formulas'>, id: string): FormulaMeasure | undefined {
  return formulas.find((formula) => formula.id === id);
}

/** A formula of the scenario's, with the ids of the measures it is worked out from; undefined for any other measure. */
export function formulaMeasure(
  layout: Pick<RowLayout, 'formulas'>,
  id: string,
): { readonly formula: Formula; readonly from: readonly string[] } | undefined {
  const measure = formulaById(layout, id);
  return measure && { formula: formulaOf(measure.tree), from: measuresIn(measure.tree) };
}

/** The name of a measure for a table row; of a measure by team or grade, with its part. In the words of a scenario's own limits, where given. */
export function measureLabel(layout: Pick<RowLayout, 'formulas'>, id: string, limits?: MeasureLimits): string {
  const { definition, team } = readMeasureId(layout, listedId(id));
  const { label } = (limits && inOwnWords(definition, limits)) ?? definition;
  return team === null ? label : `${label}, ${partName(team)}`;
}

/**
 * Columns of a measure in this layout; undefined where the layout has not all of them, and for formulas, which have none.
 * `measure@team` reads `column@team`.
 */
export function measureColumns(layout: RowLayout, id: string): MeasureColumns | undefined {
  const { definition, team } = readMeasureId(layout, id);
  if (definition.numerator === undefined) return undefined;
  const position = (column: string) => layout.columns.indexOf(team === null ? column : `${column}@${team}`);
  const numerator = position(definition.numerator);
  const denominator = definition.denominator === undefined ? -1 : position(definition.denominator);
  if (numerator < 0 || (definition.denominator !== undefined && denominator < 0)) return undefined;
  return { kind: definition.kind, numerator, denominator };
}

/** Every measure this layout can give, once, in report order: the whole service first, then team by team and grade by grade. */
export function measureIds(layout: RowLayout): string[] {
  const parts = new Set(layout.columns.flatMap((column) => splitMeasure(column).part ?? []));
  const ids = [null, ...parts].flatMap((part) => MEASURES.map(({ id }) => joinMeasure(id, part)));
  const once = ids.filter((id) => id === listedId(id) && measureColumns(layout, id) !== undefined);
  return [...once, ...layout.formulas.map(({ id }) => id)];
}

/** Position in `rows` at which a month of a future begins. */
export function monthStart({ layout }: FutureRows, future: number, month: number): number {
  return future * layout.length + month * layout.stride;
}

/**
 * A measure of one future in one month, on its natural reading: an event or a ratio is numerator ÷ denominator of
 * that month, the rest is the column itself. NaN where the month has no denominator or no value.
 * `start` is where the month begins in `rows`.
 */
export function valueAt(rows: Float64Array, start: number, columns: MeasureColumns): number {
  const numerator = rows[start + columns.numerator]!;
  if (columns.denominator < 0) return numerator;
  const denominator = rows[start + columns.denominator]!;
  return denominator > 0 ? numerator / denominator : Number.NaN;
}

/** A measure of every future in one month, on its natural reading; NaN where a future has no value then. */
export function monthValues(data: FutureRows, id: string, month: number): Float64Array {
  const values = new Float64Array(data.futures).fill(Number.NaN);
  const worked = formulaMeasure(data.layout, id);
  if (worked) {
    const from = worked.from.map((one) => monthValues(data, one, month));
    return values.map((_, future) => worked.formula(from.map((one) => one[future]!)));
  }
  const columns = measureColumns(data.layout, id);
  if (!columns || month < 0 || month >= data.layout.months.length) return values;
  for (let future = 0; future < data.futures; future++) {
    values[future] = valueAt(data.rows, monthStart(data, future, month), columns);
  }
  return values;
}

/** Which futures were finished: 1 where the row holds any number, 0 where it is NaN throughout because the future failed. */
export function finishedFutures({ layout, rows, futures }: FutureRows): Uint8Array {
  const finished = new Uint8Array(futures);
  for (let future = 0; future < futures; future++) {
    const end = (future + 1) * layout.length;
    let at = future * layout.length;
    while (at < end && Number.isNaN(rows[at]!)) at++;
    finished[future] = at < end ? 1 : 0;
  }
  return finished;
}
