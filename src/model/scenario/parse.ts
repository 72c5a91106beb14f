import * as v from 'valibot';
import type { Outcome, Problem } from '../failure';
import { migrated, olderVersion } from './migrate';
import { readJson } from './parse-json';
import { nearest, oneOf, refused, show } from './problems';
import { object, textOf, type Loose } from './problems-loose';
import { rawProblems } from './problems-raw';
import { referenceProblems } from './problems-references';
import { schemaProblem } from './problems-schema';
import { targetProblems } from './problems-targets';
import { todayProblems } from './problems-today';
import {
  noticeFileSchema,
  planFileSchema,
  scenarioSchema,
  SCHEMA_VERSION,
  type NoticeFile,
  type PlanFile,
  type Scenario,
} from './schema';
import { tree } from './schema-tree';

/** What kinds of file there are, by their "kind". */
export type FileKind = 'scenario' | 'plan' | 'notice';

/**
 * Reads a scenario file. Gives the scenario, or every problem at once (at most 100, then how many more); never throws,
 * never gives a part of a file.
 */
export function parseScenario(text: string): Outcome<Scenario> {
  const read = readJson(text);
  return read.ok ? checkScenario(read.value) : read;
}

/** Reads a plan file, as {@link parseScenario} reads a scenario. */
export function parsePlan(text: string): Outcome<PlanFile> {
  const read = readJson(text);
  return read.ok ? checkPlanFile(read.value) : read;
}

/** Reads a notice file, as {@link parseScenario} reads a scenario. */
export function parseNotice(text: string): Outcome<NoticeFile> {
  const read = readJson(text);
  return read.ok ? checkNoticeFile(read.value) : read;
}

/** The version of the file form a text was written in, where it is an older one; null otherwise. */
export function versionOfFile(text: string): number | null {
  const read = readJson(text);
  return read.ok ? olderVersion(read.value) : null;
}

/** Which kind of file a text is meant to be; null where it does not say or cannot be read. */
export function kindOfFile(text: string): FileKind | null {
  const read = readJson(text);
  return read.ok ? kindOf(read.value) : null;
}

/** Checks a value that has been read already: a shipped scenario, a stored one, a draft. */
export function checkScenario(value: unknown): Outcome<Scenario> {
  const stop = stranger(value, 'scenario');
  if (stop) return refused([stop]);
  return checkWith(scenarioSchema, migrated(value), (scenario) => [
    ...referenceProblems(scenario),
    ...todayProblems(scenario),
    ...targetProblems(scenario),
  ]);
}

/** Checks the value of a plan file. Whether it fits its scenario is another question: see {@link planFits}. */
export function checkPlanFile(value: unknown): Outcome<PlanFile> {
  const stop = stranger(value, 'plan');
  if (stop) return refused([stop]);
  return checkWith(planFileSchema, migrated(value), () => []);
}

/** Checks the value of a notice file. Whether it fits a council is another question: see {@link withNotice}. */
export function checkNoticeFile(value: unknown): Outcome<NoticeFile> {
  const stop = stranger(value, 'notice');
  if (stop) return refused([stop]);
  return checkWith(noticeFileSchema, migrated(value), () => []);
}

/**
 * A council's scenario with another notice laid over it: its targets, reviews and clauses in place of those there were, and its floors where it names any. All
 * that does not agree (dates beyond the horizon, measures the scenario cannot give) is said, with paths of the scenario.
 */
export function withNotice(scenario: Scenario, notice: NoticeFile): Outcome<Scenario> {
  const { formulas, targets, reviews, clauses, floors } = notice;
  const sources = { ...scenario.sources, ...notice.sources };
  const { formulas: _, ...rest } = scenario;
  const own = { ...(formulas ? { formulas } : {}), ...(floors ? { floors } : {}) };
  return checkScenario({ ...rest, sources, ...own, targets, reviews, clauses });
}

/** Why a plan file cannot be used with a scenario; empty where it can. */
export function planFits(file: PlanFile, scenario: Scenario): readonly Problem[] {
  if (file.scenario === scenario.id) return [];
  return [
    {
      path: 'scenario',
      code: 'other-scenario',
      message: `The plan was made for the scenario ${show(file.scenario)}, not for ${show(scenario.id)}.`,
      hint: `Use it with its own scenario, or write ${show(scenario.id)} if it is meant for this one.`,
    },
  ];
}

function checkWith<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  across: (value: Loose) => readonly Problem[],
): Outcome<v.InferOutput<S>> {
  const root = tree(schema);
  const raw = rawProblems(value, root);
  // A structure too deep to be held is not walked a second time.
  if (raw.some(({ code }) => code === 'too-deep')) return refused(raw);
  const parsed = v.safeParse(schema, value);
  // Of a part that is no object at all nothing more is said, nor of what is in it (every text includes the empty one).
  const whole = raw.filter(({ code }) => code === 'wrong-type').map(({ path }) => path);
  const said = (parsed.issues ?? [])
    .flatMap((issue) => schemaProblem(issue, root, value) ?? [])
    .filter(({ path }) => !whole.some((part) => path.startsWith(part) && '.['.includes(path.charAt(part.length))));
  const problems = [...raw, ...said, ...across(object(value))];
  return parsed.success && problems.length === 0 ? { ok: true, value: parsed.output } : refused(problems);
}

const NAMES: Readonly<Record<FileKind, string>> = { scenario: 'a scenario', plan: 'a plan', notice: 'a notice' };
const SCHEMAS = { scenario: scenarioSchema, plan: planFileSchema, notice: noticeFileSchema } as const;

function kindOf(value: unknown): FileKind | null {
  const kind = object(value)['kind'];
  return kind === 'scenario' || kind === 'plan' || kind === 'notice' ? kind : null;
}

/** Whether the value is another kind of file altogether, or from a newer version: then details would only be noise. */
function stranger(value: unknown, wanted: FileKind): Problem | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const is = typeof value === 'object' ? show(value) : `the value ${show(value)} alone`;
    return {
      path: '',
      code: 'foreign',
      message: `The file holds ${is}, not ${NAMES[wanted]}.`,
      hint: 'A scenario, plan or notice file is one object in braces.',
    };
  }
  const file = value as Loose;
  const kind = textOf(file['kind']);
  const expected = Object.keys(SCHEMAS[wanted].entries);
  const known = Object.keys(file).filter((key) => expected.includes(key)).length;
  if (kind !== wanted && (kindOf(value) !== null || known < expected.length / 2)) return otherKind(file, kind, wanted);
  const version = file['schemaVersion'];
  if (typeof version === 'number' && version > SCHEMA_VERSION) {
    return {
      path: 'schemaVersion',
      code: 'newer-version',
      message: `The file was written by a newer version of Trajectory (file version ${version}; this one reads ${SCHEMA_VERSION}).`,
      hint: 'Open it with the newer version.',
    };
  }
  return null;
}

function otherKind(file: Loose, kind: string | undefined, wanted: FileKind): Problem {
  const other = kindOf(file);
  if (other)
    return {
      path: 'kind',
      code: 'wrong-kind',
      message: `This is ${NAMES[other]} file, not ${NAMES[wanted]} file.`,
      hint: `Choose ${NAMES[wanted]} file here.`,
    };
  const names = Object.keys(file);
  const meant = kind === undefined ? null : nearest(kind, ['scenario', 'plan', 'notice']);
  const says = kind === undefined ? 'it has no "kind"' : `its "kind" is ${show(kind)}`;
  const holds =
    names.length === 0
      ? ' and nothing is in it'
      : `; it begins with ${oneOf(names.slice(0, 3).map((name) => name.slice(0, 40))).replace(' or ', ' and ')}`;
  return {
    path: '',
    code: 'foreign',
    message: `This is not a scenario, plan or notice of Trajectory: ${says}${holds}.`,
    hint: meant
      ? `Did you mean "kind": "${meant}"?`
      : `${NAMES[wanted].replace('a ', 'A ')} file begins with "kind": "${wanted}".`,
  };
}
