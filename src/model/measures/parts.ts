/** Measures of a part of the service: of one team, or of one grade of staff. Their ids are `measure@part`. */
import { GRADE_COLUMNS, STAFF_GRADES, TEAM_COLUMNS, type StaffGrade } from './columns';
import type { MeasureDefinition } from './definition';

/** The two halves of a measure's id; `part` is null for the whole service. Example: "caseload_mean@longer-term". */
export function splitMeasure(id: string): { readonly measure: string; readonly part: string | null } {
  const at = id.indexOf('@');
  return at < 0 ? { measure: id, part: null } : { measure: id.slice(0, at), part: id.slice(at + 1) };
}

/** The id of a measure of a part; of the whole service where the part is null. */
export function joinMeasure(measure: string, part: string | null): string {
  return part === null ? measure : `${measure}@${part}`;
}

/** Measures of a part that count what another measure counts: they have its name, and lists hold the other alone. */
const OTHER_IDS: Readonly<Record<string, string>> = {
  // Whoever holds cases and is in the first year after qualifying is of that grade, and nobody else is.
  'caseload_mean@newly-qualified': 'caseload_newly_qualified',
};

/** The id under which lists hold a measure: its own, but for the few that are another measure once more. */
export function listedId(id: string): string {
  return OTHER_IDS[id] ?? id;
}

const columnsOf = ({ numerator, denominator }: Pick<MeasureDefinition, 'numerator' | 'denominator'>) =>
  denominator === undefined ? [numerator] : [numerator, denominator];

/** Whether a measure is also counted team by team. */
export function isKeptByTeam(definition: MeasureDefinition): boolean {
  return columnsOf(definition).every((column) => (TEAM_COLUMNS as readonly string[]).includes(column));
}

/** Whether a measure is also counted grade by grade. */
export function isKeptByGrade(definition: MeasureDefinition): boolean {
  return columnsOf(definition).every((column) => (GRADE_COLUMNS as readonly string[]).includes(column));
}

/** Grades of staff as they stand behind a measure. */
export const GRADE_NAMES: Readonly<Record<StaffGrade, string>> = {
  'newly-qualified': 'newly qualified workers',
  'social-worker': 'social workers',
  'senior-practitioner': 'senior practitioners',
  'team-manager': 'team managers',
  'reviewing-officer': 'reviewing officers',
};

/** A part as it stands behind a measure. Examples: "longer-term team"; "social workers". */
export function partName(part: string): string {
  return STAFF_GRADES.includes(part as StaffGrade) ? GRADE_NAMES[part as StaffGrade] : `${part} team`;
}

/** Ids of the parts that a measure is counted for: teams in their order, then grades; empty for the whole service only. */
export function partsOf(definition: MeasureDefinition, teams: readonly string[]): readonly string[] {
  return [...(isKeptByTeam(definition) ? teams : []), ...(isKeptByGrade(definition) ? STAFF_GRADES : [])];
}
