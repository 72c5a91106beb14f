import {
  checkScenario,
  kindOfFile,
  parseNotice,
  parsePlan,
  parseScenario,
  readFormulas,
  SCHEMA_VERSION,
  scenarioNotes,
  versionOfFile,
  type FileKind,
  type Outcome,
  type Problem,
  type Scenario,
} from '../model/index';
import { readArgs, UsageError, type Command } from './args';
import { isShipped, SHIPPED } from './inputs';

const usage = `npm run -s validate -- FILE

  FILE  the path of a scenario, plan or notice file, or the id of a shipped scenario (birmingham-2009, …)

Prints {"file","kind","problems","notes"} as JSON: problems must be mended, notes are worth a second look.
Exit 0 no problems; 2 some; 3 wrong usage.
`;

interface Verdict {
  readonly kind: FileKind | null;
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

export const validate: Command = {
  usage,
  async run(args, io) {
    const [file, ...more] = readArgs(args, {}).operands;
    if (file === undefined) throw new UsageError('A file is missing.');
    if (more.length > 0) throw new UsageError(`One file at a time; "${more.join(' ')}" is too much.`);
    const verdict = await (isShipped(file) ? shipped(file) : verdictOf(await io.read(file)));
    await io.out(`${JSON.stringify({ file, ...verdict }, null, 2)}\n`);
    return verdict.problems.length > 0 ? 2 : 0;
  },
};

function shipped(id: string): Promise<Verdict> {
  return ofScenario(checkScenario(SHIPPED[id]));
}

/** What is to be said of a file's text. */
export async function verdictOf(text: string): Promise<Verdict> {
  const kind = kindOfFile(text);
  const notes = olderVersionNotes(text);
  if (kind === 'plan' || kind === 'notice') {
    const read = kind === 'plan' ? parsePlan(text) : parseNotice(text);
    return { kind, problems: read.ok ? [] : read.problems, notes };
  }
  const verdict = await ofScenario(parseScenario(text));
  return { ...verdict, kind, notes: [...notes, ...verdict.notes] };
}

/** That a file is of an older version, and what that means. */
function olderVersionNotes(text: string): readonly Problem[] {
  const version = versionOfFile(text);
  if (version === null) return [];
  return [
    {
      path: 'schemaVersion',
      code: 'older-version',
      message: `The file was written for version ${String(version)} of the file form and is read as one of version ${String(SCHEMA_VERSION)}.`,
      hint: 'What is new since then is without effect in it. Calibrate it anew before its numbers are used.',
    },
  ];
}

async function ofScenario(outcome: Outcome<Scenario>): Promise<Verdict> {
  if (!outcome.ok) return { kind: 'scenario', problems: outcome.problems, notes: [] };
  const formulas = await readFormulas(outcome.value);
  return {
    kind: 'scenario',
    problems: formulas.ok ? [] : formulas.problems,
    notes: scenarioNotes(outcome.value),
  };
}
