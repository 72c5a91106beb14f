/** Editing the notice of a session: what cannot be used stays as it was typed, with the reason, and nothing else is lost. */
import { SvelteMap } from 'svelte/reactivity';
import type { Problem, Scenario, Target } from '../../model/index';
import type { Session } from '../session.svelte';
import { TARGET_FIELDS, type FieldName, type TargetField } from './fields';
import { monthsNeeded, problemWords } from './plain';
import { moveReview, relabelReview } from './reviews';
import { withTarget, type Ground } from './targets';
import { readDate, readText } from './typed';
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
  /** Percentages of known months, as typed, by target and month; and how many a target counts. Never part of a file. */
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
    if (!read.ok) this.#keep(key, { text, sentence: read.sentence, months: null, at });
    else this.#change(key, text, at, withTarget(this.#session.scenario, read.value));
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
    if (!read.ok) this.#keep(key, { text, sentence: read.sentence, months: null, at });
    else {
      const changed =
        part === 'date' ? moveReview(scenario, date, read.value) : relabelReview(scenario, date, read.value);
      this.#change(key, text, at, changed);
    }
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
    return [...ofTargets, ...ofReviews];
  }

  #still(key: string, shown: string): Bad | null {
    const bad = this.#bad.get(key);
    return bad?.at === shown ? bad : null;
  }

  #keep(key: string, bad: Bad): void {
    this.#bad.set(key, bad);
    this.#session.say(bad.sentence);
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
