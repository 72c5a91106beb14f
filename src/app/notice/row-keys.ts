import type { Scenario } from '../../model/index';
import { inNameOrder } from '../draft';

/** The lists whose rows have no name of their own that may be kept to. */
export type RowList = 'clause' | 'floor' | 'formula';

/** The rows of a list as they are now. */
export const rowsOf = ({ clauses, floors = [], formulas = [] }: Scenario, list: RowList): readonly unknown[] =>
  ({ clause: clauses, floor: floors, formula: formulas })[list];

/** Where a measure of the council's own stands now. */
export const placeOf = ({ formulas = [] }: Scenario, id: string | undefined) =>
  formulas.findIndex((one) => one.id === id);

/**
 * Names for the rows of a list that has none of its own, so that what was typed in a row stays with the row, whatever is
 * added or taken away before it. A row is known by its place while nothing else moved, else by what it holds.
 */
export class RowKeys {
  #keys: number[] = [];
  #texts: readonly string[] = [];
  /** Rows taken away, by what they held: an undo that brings one back brings its name back. */
  readonly #gone = new Map<string, number[]>();
  #next = 0;
  /** Whether the next row more is a new one, whatever it holds. */
  #adding = false;

  /** A name for each row, as the list is now. */
  of(rows: readonly unknown[]): readonly number[] {
    const texts = rows.map((row) => JSON.stringify(row, inNameOrder));
    const [old, now] = [this.#texts, texts];
    let first = 0;
    while (first < old.length && first < now.length && old[first] === now[first]) first++;
    let last = 0;
    while (last < old.length - first && last < now.length - first && old.at(-1 - last) === now.at(-1 - last)) last++;
    if (first + last === old.length && old.length === now.length) return this.#keys;
    // As many as before: a row was changed in its place.
    if (old.length !== now.length) {
      const left = this.#keys.slice(first, old.length - last).map((key, i) => ({ key, text: old[first + i] ?? '' }));
      const between = now.slice(first, now.length - last).map((text) => {
        const at = left.findIndex((one) => one.text === text);
        const known = at >= 0 ? left.splice(at, 1)[0]?.key : this.#adding ? undefined : this.#gone.get(text)?.pop();
        return known ?? this.#next++;
      });
      this.#adding = false;
      for (const { key, text } of left) this.#bury(key, text);
      this.#keys = [...this.#keys.slice(0, first), ...between, ...this.#keys.slice(old.length - last)];
    }
    this.#texts = texts;
    return this.#keys;
  }

  /** To be told before a row is taken away: of rows that hold the same, only this can tell which it was. */
  remove(rows: readonly unknown[], index: number): void {
    const key = this.of(rows)[index];
    if (key === undefined) return;
    this.#bury(key, this.#texts[index] ?? '');
    this.#keys = this.#keys.toSpliced(index, 1);
    this.#texts = this.#texts.toSpliced(index, 1);
  }

  /** To be told before a row is added: it is a new one, even where it holds what one taken away held. */
  adding(rows: readonly unknown[]): void {
    this.of(rows);
    this.#adding = true;
  }

  /** To be told after a row was added, or could not be. */
  added(rows: readonly unknown[]): void {
    this.of(rows);
    this.#adding = false;
  }

  #bury(key: number, text: string): void {
    this.#gone.set(text, [...(this.#gone.get(text) ?? []), key]);
  }
}
