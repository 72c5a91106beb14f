import { FileError, UsageError, type Command } from './args';
import { calibrate } from './calibrate';
import type { Io } from './io';
import { RunStopped, simulate } from './simulate';
import { validate } from './validate';

/** The commands by name. Another is added by a line here. */
const COMMANDS: Readonly<Record<string, Command>> = { simulate, validate, calibrate };

/** Exit code of a defect of the program itself. */
export const DEFECT = 70;

/** Runs the command that the first argument names and gives its exit code. Never throws. */
export async function runCommand(args: readonly string[], io: Io): Promise<number> {
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const wantsHelp = (word: string) => word === '--help' || word === '-h';
  if (!command) {
    const usages = Object.values(COMMANDS).map(({ usage }) => usage);
    if (wantsHelp(name)) {
      await io.out(usages.join('\n'));
      return 0;
    }
    io.err(`${name === '' ? 'A command is missing.' : `There is no command "${name}".`}\n\n${usages.join('\n')}`);
    return 3;
  }
  try {
    if (rest.some(wantsHelp)) {
      await io.out(command.usage);
      return 0;
    }
    return await command.run(rest, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`${error.message}\n\n${command.usage}`);
      return 3;
    }
    if (error instanceof FileError) {
      io.err(`${error.message}\n`);
      return 3;
    }
    const message = error instanceof Error ? error.message : String(error);
    io.err(
      error instanceof RunStopped
        ? `The run stopped: ${message}.\n`
        : `This is a defect of the program, not of your input: ${message}\n`,
    );
    return DEFECT;
  }
}
