import type { Io } from './io';

/** Wrong usage: said with the command's usage, exit 3. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** A file that cannot be read or written: said without the usage, exit 3. */
export class FileError extends Error {
  override name = 'FileError';
}

/** What an option may be given: a text, a whole number within limits, one of some words, or nothing at all. */
export type Option =
  | { readonly kind: 'text' }
  | { readonly kind: 'whole'; readonly min: number; readonly max: number; readonly word?: string }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'flag' };

/** A command of the command line. `run` gives the exit code. */
export interface Command {
  readonly usage: string;
  run(args: readonly string[], io: Io): Promise<number>;
}

export interface Given {
  /** Everything that is no option, in order. */
  readonly operands: readonly string[];
  /** Each option's values in the order given; an option not given has none. */
  all(name: string): readonly string[];
  /** The value of an option that may be given once. */
  one(name: string): string | undefined;
  flag(name: string): boolean;
  whole(name: string, otherwise: number): number;
}

/**
 * Reads arguments strictly: an unknown option, a missing or unfit value and an option given twice are wrong usage.
 * `--name value` and `--name=value` are the same; after `--` everything is an operand.
 */
export function readArgs(
  args: readonly string[],
  options: Readonly<Record<string, Option>>,
  many: readonly string[] = [],
): Given {
  const operands: string[] = [];
  const values = new Map<string, string[]>();
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--') {
      operands.push(...args.slice(at + 1));
      break;
    }
    if (!arg.startsWith('-') || arg === '-') {
      operands.push(arg);
      continue;
    }
    const [, name = arg, attached] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    const option = Object.hasOwn(options, name) && arg.startsWith('--') ? options[name] : undefined;
    if (!option) throw new UsageError(`There is no option ${arg.split('=')[0] ?? arg}.`);
    const before = values.get(name) ?? [];
    if (before.length > 0 && !many.includes(name)) throw new UsageError(`The option --${name} is given twice.`);
    const value = attached ?? (option.kind === 'flag' ? '' : args[++at]);
    values.set(name, [...before, checked(name, option, value, attached !== undefined)]);
  }
  const one = (name: string) => values.get(name)?.[0];
  return {
    operands,
    one,
    all: (name) => values.get(name) ?? [],
    flag: (name) => values.has(name),
    whole: (name, otherwise) => Number(one(name) ?? otherwise),
  };
}

function checked(name: string, option: Option, value: string | undefined, attached: boolean): string {
  if (option.kind === 'flag') {
    if (attached) throw new UsageError(`The option --${name} takes no value.`);
    return '';
  }
  if (value === undefined || value === '' || (!attached && value.startsWith('--')))
    throw new UsageError(`The option --${name} needs a value.`);
  if (option.kind === 'choice' && !option.choices.includes(value)) {
    throw new UsageError(`The option --${name} must be one of ${option.choices.join(', ')}; it is "${value}".`);
  }
  if (option.kind === 'whole' && value !== option.word) {
    const number = /^\d{1,16}$/.test(value) ? Number(value) : NaN;
    if (!(number >= option.min && number <= option.max)) {
      const or = option.word === undefined ? '' : `"${option.word}" or `;
      throw new UsageError(
        `The option --${name} must be ${or}a whole number from ${option.min} to ${option.max}; it is "${value}".`,
      );
    }
  }
  return value;
}
