/** The clauses of a notice that no number stands for: listed, each with the evidence it asks for, and never scored. */
import type { Clause, Scenario } from '../../model/index';
import { OWN_SOURCE, withOwnSource } from './targets';
import { readText, type Read } from './typed';

/** The parts of a clause that can be edited. */
export type ClausePart = 'text' | 'paragraph' | 'evidence';

/** What each part is called, and how long it may be. */
export const CLAUSE_PARTS: Readonly<Record<ClausePart, { readonly label: string; readonly max: number }>> = {
  text: { label: 'Text', max: 1200 },
  paragraph: { label: 'Paragraph', max: 80 },
  evidence: { label: 'Evidence needed', max: 400 },
};

/** With one more clause at the end, in the paragraph of the last one. */
export function addClause(scenario: Scenario): Scenario {
  const paragraph = scenario.clauses.at(-1)?.paragraph ?? 'Other clauses';
  return {
    ...withOwnSource(scenario),
    clauses: [...scenario.clauses, { text: '', paragraph, source: OWN_SOURCE }],
  };
}

export function removeClause(scenario: Scenario, index: number): Scenario {
  return { ...scenario, clauses: scenario.clauses.toSpliced(index, 1) };
}

/** A part of a clause as its field shows it. */
export function clauseText(clause: Clause, part: ClausePart): string {
  return clause[part] ?? '';
}

/** With what was typed in a part of a clause; evidence that is emptied is none. */
export function changeClause(scenario: Scenario, index: number, part: ClausePart, text: string): Read<Scenario> {
  const needed =
    part === 'evidence'
      ? ''
      : part === 'text'
        ? 'Give the words of the clause, or remove it.'
        : 'Say the paragraph, for example “Paragraph 4”.';
  const read = readText(text, CLAUSE_PARTS[part].max, needed);
  if (!read.ok) return read;
  const clauses = scenario.clauses.map((clause, i): Clause => {
    if (i !== index) return clause;
    const { evidence, ...rest } = { ...clause, [part]: read.value };
    return evidence === undefined || evidence === '' ? rest : { ...rest, evidence };
  });
  return { ok: true, value: { ...scenario, clauses } };
}

/** What a clause is called in a list of what is wrong: its place, from 1. */
export function clauseName(index: number): string {
  return `Clause ${String(index + 1)}`;
}
