/** Editing the twelve months of a session's council: what cannot be used stays in its cell, with the reason. */
import { SvelteMap } from 'svelte/reactivity';
import type { HistoryColumn, Scenario } from '../model/index';
import {
  cellShown,
  columnOf,
  monthsOf,
  movedTo,
  readBlock,
  readCell,
  seriesOf,
  withCells,
  type BadCell,
  type CellChange,
} from './months';
import { readMonth } from './notice/typed';
import type { Session } from './session.svelte';

/** A text that stays, the council it was typed for, and what the cell showed then: an undo puts it out of date. */
interface Kept extends BadCell {
  readonly council: string;
  readonly shown: string;
}

const desks = new WeakMap<Session, MonthsDesk>();

/** The one desk of a session: what was typed there is still there when the page is opened again. */
export function monthsDesk(session: Session): MonthsDesk {
  const desk = desks.get(session) ?? new MonthsDesk(session);
  desks.set(session, desk);
  return desk;
}

const keyOf = (column: HistoryColumn, at: number): string => `${column} ${String(at)}`;

export class MonthsDesk {
  readonly #session: Session;
  readonly #bad = new SvelteMap<string, Kept>();
  /** What of the last paste found no place. */
  problems = $state.raw<readonly string[]>([]);

  constructor(session: Session) {
    this.#session = session;
  }

  /** What a cell shows when nothing bad stands in it. */
  shown(column: HistoryColumn, at: number): string {
    return cellShown(columnOf(this.#session.scenario, column)[at] ?? null);
  }

  /** The text in a cell that cannot be used; null where there is none. */
  bad(column: HistoryColumn, at: number): BadCell | null {
    const kept = this.#bad.get(keyOf(column, at));
    const still = kept?.council === this.#session.scenario.id && kept.shown === this.shown(column, at);
    return kept && still ? kept : null;
  }

  /** Every such text, in the order of the grid. */
  all(): readonly BadCell[] {
    const { scenario } = this.#session;
    const series = seriesOf(scenario);
    return monthsOf(scenario).flatMap((_, at) => series.flatMap(({ column }) => this.bad(column, at) ?? []));
  }

  /** What was typed into a cell. */
  put(column: HistoryColumn, at: number, text: string): void {
    const { scenario } = this.#session;
    const one = seriesOf(scenario).find((series) => series.column === column);
    const month = monthsOf(scenario)[at];
    if (!one || month === undefined) return;
    const read = readCell(text, one, at + 1, month);
    if (read.ok) this.#set([{ column, at, value: read.value }], 'months');
    else this.#keep({ column, at, text, sentence: read.sentence });
  }

  /** Puts a cell back to what stands in the file. */
  revert(column: HistoryColumn, at: number): void {
    this.#bad.delete(keyOf(column, at));
  }

  /** What was pasted with the focus in a cell: one step of undo. */
  paste(text: string, column: HistoryColumn, at: number): void {
    const { scenario } = this.#session;
    const from = { column: seriesOf(scenario).findIndex((series) => series.column === column), at };
    const block = readBlock(text, scenario, from);
    this.problems = [];
    this.#set(block.changes, null);
    const refused = this.problems;
    for (const bad of block.bad) this.#keep(bad);
    this.problems = [...refused, ...block.problems];
    const wrong = block.bad.length + this.problems.length;
    this.#session.say(
      `${String(refused.length > 0 ? 0 : block.changes.length)} cells filled.${wrong === 0 ? '' : ` ${String(wrong)} could not be used; they are listed above the grid.`}`,
    );
  }

  /** Sets cells as they are given. */
  fill(changes: readonly CellChange[]): void {
    this.#set(changes, null);
  }

  /** Another first month, as typed. Gives the sentence where it cannot be used. */
  begin(text: string): string {
    const { scenario } = this.#session;
    const read = readMonth(text, null);
    if (!read.ok) return read.sentence;
    this.#edit(movedTo(scenario, read.value), null);
    return '';
  }

  #set(changes: readonly CellChange[], about: string | null): void {
    if (changes.length === 0) return;
    for (const { column, at } of changes) this.#bad.delete(keyOf(column, at));
    this.#edit(withCells(this.#session.scenario, changes), about);
  }

  #edit(scenario: Scenario, about: string | null): void {
    const problems = this.#session.editScenario(scenario, about);
    if (problems.length > 0) this.problems = problems.map(({ message, hint }) => `${message} ${hint}`);
  }

  #keep(bad: BadCell): void {
    const { column, at } = bad;
    const kept = { ...bad, council: this.#session.scenario.id, shown: this.shown(column, at) };
    this.#bad.set(keyOf(column, at), kept);
  }
}
