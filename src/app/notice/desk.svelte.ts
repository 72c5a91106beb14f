/** Editing the notice of a session: what cannot be used stays as it was typed, with the reason, and nothing else is lost. */
import { SvelteMap } from 'svelte/reactivity';
import type { Problem, Scenario, Target } from '../../model/index';
import type { Session } from '../session.svelte';
import {
  addClause,
  CLAUSE_PARTS,
  changeClause,
  clauseName,
  clauseText,
  removeClause,
  type ClausePart,
} from './clauses';
import { TARGET_FIELDS, type FieldName, type TargetField } from './fields';
import { addFloor, changeFloor, FLOOR_PARTS, floorName, floorText, removeFloor, type FloorPart } from './floors';
import { addFormula, changeFormula, FORMULA_PARTS, removeFormula, type FormulaPart } from './formulas';
import { monthsNeeded, problemWords } from './plain';
import { moveReview, relabelReview } from './reviews';
import { placeOf, RowKeys, rowsOf, type RowList } from './row-keys';
import { withTarget, type Ground } from './targets';
import { readDate, readText, type Read } from './typed';
import { dayText } from '../../model/results/format';

/** A text that cannot be used. */
export interface Bad {
  readonly text: string;
  readonly sentence: string;
  /** Months that would have to be simulated for it, where that is what is wrong. */
  readonly months: number | null;
  /** What the field showed then: once it shows something else, an undo, say, the text is out of date. */
  readonly at: string;
}

/** A bad text and where it stands. */
export interface Placed extends Bad {
  readonly key: string;
  readonly place: string;
}

const desks = new WeakMap<Session, NoticeDesk>();

/** The one desk of a session: what was typed there is still there when the page is opened again. */
export function noticeDesk(session: Session): NoticeDesk {
  const desk = desks.get(session) ?? new NoticeDesk(session);
  desks.set(session, desk);
  return desk;
}

export class NoticeDesk {
  readonly #session: Session;
  readonly #bad = new SvelteMap<string, Bad>();
  readonly #keys = { clause: new RowKeys(), floor: new RowKeys(), formula: new RowKeys() };
  /** Percentages and numbers of known months, as typed, by target and month; how many a target counts. Never part of a file. */
  readonly known = new SvelteMap<string, string>();

  constructor(session: Session) {
    this.#session = session;
  }

  get ground(): Ground {
    const { scenario, draft, result } = this.#session;
    return {
      scenario,
      formulas: draft.formulas,
      middle: (measure) => result?.measures[measure]?.p50[0] ?? null,
    };
  }

  /** The field of a target: what it shows and, where the text in it cannot be used, why. */
  text(target: Target, name: FieldName): string {
    return field(name).show(target, this.ground);
  }

  wrong(target: Target, name: FieldName): Bad | null {
    return this.#still(fieldKey(target.id, name), this.text(target, name));
  }

  /** What was typed or chosen in a field of a target. Typing in one field is undone in one step. */
  put(target: Target, name: FieldName, text: string): void {
    const key = fieldKey(target.id, name);
    const at = this.text(target, name);
    const read = field(name).put(target, text, this.ground);
    this.#put(key, text, at, read.ok ? { ok: true, value: withTarget(this.#session.scenario, read.value) } : read);
  }

  /** The date or the label of a review. */
  reviewWrong(date: string, part: 'date' | 'label', shown: string): Bad | null {
    return this.#still(`review ${date} ${part}`, shown);
  }

  putReview(date: string, part: 'date' | 'label', text: string): void {
    const { scenario } = this.#session;
    const key = `review ${date} ${part}`;
    const label = scenario.reviews.find((review) => review.date === date)?.label ?? '';
    const at = part === 'date' ? dayText(date) : label;
    const read = part === 'date' ? readDate(text) : readText(text, 80, 'Give the review a name, or remove it.');
    const move = part === 'date' ? moveReview : relabelReview;
    this.#put(key, text, at, read.ok ? { ok: true, value: move(scenario, date, read.value) } : read);
  }

  /** Where the text of a part of a row stands; it stays with the row when others are added or taken away. */
  rowKey(list: RowList, index: number, part: string): string {
    return `${list} ${String(this.rowKeys(list)[index])} ${part}`;
  }

  /** A name for each row of a list, for as long as the page is open. */
  rowKeys(list: RowList): readonly number[] {
    return this.#keys[list].of(rowsOf(this.#session.scenario, list));
  }

  /** With one more row at the end of a list; one step of undo. Gives whether it could be added. */
  async addRow(list: RowList): Promise<boolean> {
    const { scenario } = this.#session;
    this.#keys[list].adding(rowsOf(scenario, list));
    const problems =
      list === 'formula'
        ? await this.#editFormulas(addFormula)
        : this.edit(list === 'clause' ? addClause(scenario) : addFloor(scenario), null);
    this.#keys[list].added(rowsOf(this.#session.scenario, list));
    return problems.length === 0;
  }

  /** Without a row; what was typed in the others stays with them. Gives whether it could be taken away. */
  async removeRow(list: RowList, index: number): Promise<boolean> {
    const { scenario } = this.#session;
    const id = scenario.formulas?.[index]?.id;
    this.#keys[list].remove(rowsOf(scenario, list), index);
    const problems =
      list === 'formula'
        ? await this.#editFormulas((now) => removeFormula(now, placeOf(now, id)))
        : this.edit((list === 'clause' ? removeClause : removeFloor)(scenario, index), null);
    return problems.length === 0;
  }

  clauseWrong(index: number, part: ClausePart): Bad | null {
    const clause = this.#session.scenario.clauses[index];
    return clause ? this.#still(this.rowKey('clause', index, part), clauseText(clause, part)) : null;
  }

  putClause(index: number, part: ClausePart, text: string): void {
    const { scenario } = this.#session;
    const clause = scenario.clauses[index];
    const key = this.rowKey('clause', index, part);
    if (clause) this.#put(key, text, clauseText(clause, part), changeClause(scenario, index, part, text));
  }

  floorWrong(index: number, part: FloorPart): Bad | null {
    const floor = this.#session.scenario.floors?.[index];
    return floor ? this.#still(this.rowKey('floor', index, part), floorText(floor, part)) : null;
  }

  putFloor(index: number, part: FloorPart, text: string): void {
    const { scenario } = this.#session;
    const floor = scenario.floors?.[index];
    const key = this.rowKey('floor', index, part);
    if (floor) this.#put(key, text, floorText(floor, part), changeFloor(scenario, index, part, text));
  }

  formulaWrong(index: number, part: FormulaPart): Bad | null {
    const measure = this.#session.scenario.formulas?.[index];
    return measure ? this.#still(this.rowKey('formula', index, part), measure[part]) : null;
  }

  /** A part of a measure of the council's own; of a formula, once it has been read. */
  async putFormula(index: number, part: FormulaPart, text: string): Promise<void> {
    const { scenario } = this.#session;
    const measure = scenario.formulas?.[index];
    const read = changeFormula(scenario, index, part, text);
    const key = this.rowKey('formula', index, part);
    if (!measure || (read.ok && JSON.stringify(read.value) === JSON.stringify(scenario))) {
      this.#bad.delete(key);
      return;
    }
    const at = measure[part];
    if (!read.ok) {
      this.#put(key, text, at, read);
      return;
    }
    const change = (now: Scenario) => {
      const again = changeFormula(now, placeOf(now, measure.id), part, text);
      return again.ok ? again.value : now;
    };
    const [first] = await this.#session.editFormulas(change, key);
    if (first) this.#keep(key, { text, sentence: problemWords(first), months: null, at });
    else this.#bad.delete(key);
  }

  /** A row more or less among the measures of the council's own. What cannot be done is said. */
  async #editFormulas(change: (scenario: Scenario) => Scenario): Promise<readonly Problem[]> {
    const problems = await this.#session.editFormulas(change);
    if (problems.length > 0) this.#session.say(problems.map(problemWords).join(' '));
    return problems;
  }

  /** Simulates as many months as a date needs, and takes the date. */
  simulate(months: number, put: () => void): void {
    const problems = this.edit({ ...this.#session.scenario, horizonMonths: months }, null);
    if (problems.length === 0) put();
  }

  /** Any other change of the notice: one step of undo. What cannot be done is said. */
  edit(scenario: Scenario, about: string | null): readonly Problem[] {
    const problems = this.#session.editScenario(scenario, about);
    if (problems.length > 0) this.#session.say(problems.map(problemWords).join(' '));
    return problems;
  }

  /** Every text on the page that cannot be used, for the list at its head. */
  all(): readonly Placed[] {
    const { scenario } = this.#session;
    const names = Object.keys(TARGET_FIELDS) as FieldName[];
    const ofTargets = scenario.targets.flatMap((target) =>
      names.flatMap((name): Placed[] => {
        const bad = this.wrong(target, name);
        return bad
          ? [{ ...bad, key: fieldKey(target.id, name), place: `${target.label}, ${field(name).label.toLowerCase()}` }]
          : [];
      }),
    );
    const ofReviews = scenario.reviews.flatMap(({ date, label }) =>
      (['date', 'label'] as const).flatMap((part): Placed[] => {
        const bad = this.reviewWrong(date, part, part === 'date' ? dayText(date) : label);
        const what = part === 'date' ? 'date' : 'name';
        return bad ? [{ ...bad, key: `review ${date} ${part}`, place: `Review of ${dayText(date)}, ${what}` }] : [];
      }),
    );
    return [...ofTargets, ...ofReviews, ...this.#ofRows()];
  }

  #ofRows(): readonly Placed[] {
    const { clauses, floors = [], formulas = [] } = this.#session.scenario;
    const found = <P extends string>(
      list: RowList,
      index: number,
      name: string,
      parts: Readonly<Record<P, string | { readonly label: string }>>,
      wrong: (part: P) => Bad | null,
    ) =>
      (Object.keys(parts) as P[]).flatMap((part): Placed[] => {
        const bad = wrong(part);
        const what = parts[part];
        const place = `${name}, ${(typeof what === 'string' ? what : what.label).toLowerCase()}`;
        return bad ? [{ ...bad, key: this.rowKey(list, index, part), place }] : [];
      });
    return [
      ...clauses.flatMap((_, i) =>
        found('clause', i, clauseName(i), CLAUSE_PARTS, (part) => this.clauseWrong(i, part)),
      ),
      ...floors.flatMap((floor, i) =>
        found('floor', i, floorName(floor), FLOOR_PARTS, (part) => this.floorWrong(i, part)),
      ),
      ...formulas.flatMap(({ label }, i) =>
        found('formula', i, label, FORMULA_PARTS, (part) => this.formulaWrong(i, part)),
      ),
    ];
  }

  #still(key: string, shown: string): Bad | null {
    const bad = this.#bad.get(key);
    return bad?.at === shown ? bad : null;
  }

  #keep(key: string, bad: Bad): void {
    this.#bad.set(key, bad);
    this.#session.say(bad.sentence);
  }

  /** Takes what was read of a text, or keeps the text with what would be right. */
  #put(key: string, text: string, at: string, read: Read<Scenario>): void {
    if (!read.ok) this.#keep(key, { text, sentence: read.sentence, months: null, at });
    else this.#change(key, text, at, read.value);
  }

  /** Makes a change; one that changes nothing is no step of undo. */
  #change(key: string, text: string, at: string, scenario: Scenario): void {
    if (JSON.stringify(scenario) === JSON.stringify(this.#session.scenario)) {
      this.#bad.delete(key);
      return;
    }
    const problems = this.#session.editScenario(scenario, key);
    const first = problems[0];
    if (first) this.#keep(key, { text, sentence: problemWords(first), months: monthsNeeded(first), at });
    else this.#bad.delete(key);
  }
}

function field(name: FieldName): TargetField {
  return TARGET_FIELDS[name];
}

/** What an edit of a field is about; also where its text is kept while it cannot be used. */
export function fieldKey(id: string, name: FieldName): string {
  return `target ${id} ${name}`;
}
