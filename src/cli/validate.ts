import {
  checkScenario,
  kindOfFile,
  parsePlan,
  parseScenario,
  scenarioNotes,
  type FileKind,
  type Outcome,
  type Problem,
} from '../model/index';
import { readArgs, UsageError, type Command } from './args';
import { isShipped, SHIPPED } from './inputs';

const usage = `npm run -s validate -- FILE

  FILE  the path of a scenario or plan file, or the id of a shipped scenario (birmingham-2009, …)

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
    const verdict = isShipped(file) ? shipped(file) : verdictOf(await io.read(file));
    await io.out(`${JSON.stringify({ file, ...verdict }, null, 2)}\n`);
    return verdict.problems.length > 0 ? 2 : 0;
  },
};

function shipped(id: string): Verdict {
  return ofScenario(checkScenario(SHIPPED[id]));
}

/** What is to be said of a file's text. */
export function verdictOf(text: string): Verdict {
  const kind = kindOfFile(text);
  if (kind !== 'plan') return { ...ofScenario(parseScenario(text)), kind };
  const plan = parsePlan(text);
  return { kind, problems: plan.ok ? [] : plan.problems, notes: [] };
}

function ofScenario(outcome: Outcome<Parameters<typeof scenarioNotes>[0]>): Verdict {
  return outcome.ok
    ? { kind: 'scenario', problems: [], notes: scenarioNotes(outcome.value) }
    : { kind: 'scenario', problems: outcome.problems, notes: [] };
}
