/** The two programs that do not come with this one: SimPy through Python, and plain C through the machine's compiler. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Engine, Missing, Replications } from './engine';
import { FIGURES, type EngineId, type Variant } from './problem';
import cSource from './reference.c?raw';
import pythonSource from './reference.py?raw';

const VERSIONS = 'import platform, simpy; print("SimPy", simpy.__version__, "in Python", platform.python_version())';
const LONGEST_OUTPUT = 64 * 1024 * 1024;

interface Output extends Replications {
  readonly figures: readonly string[];
}

/** The first Python on the path that has SimPy: a machine often has several. */
export function findSimPy(): Engine | Missing {
  for (const python of onPath(['python3', 'python'])) {
    const asked = spawnSync(python, ['-c', VERSIONS], { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' });
    if (asked.status === 0)
      return engine({
        id: 'simpy',
        name: 'SimPy',
        version: asked.stdout.trim(),
        program: python,
        args: ['-'],
        input: pythonSource,
      });
  }
  return {
    missing:
      'SimPy is missing: install it with "apt-get install python3-simpy3" (Debian, Ubuntu) or "pip install simpy" to have it compared.',
  };
}

/** Compiles the C program into a folder. */
export function buildC(folder: string): Engine | Missing {
  const program = join(folder, 'reference');
  for (const compiler of onPath(['cc', 'gcc', 'clang'])) {
    const args = ['-O3', '-x', 'c', '-', '-o', program, '-lm'];
    if (spawnSync(compiler, args, { input: cSource, stdio: ['pipe', 'ignore', 'ignore'] }).status !== 0) continue;
    const asked = spawnSync(compiler, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' });
    const version = `${asked.stdout.split('\n')[0] ?? ''}, -O3`;
    return engine({ id: 'c', name: 'plain C', version, program, args: [], input: '' });
  }
  return {
    missing:
      'A C compiler is missing: install one with "apt-get install gcc libc6-dev" (Debian, Ubuntu) or the tools of your system to have plain C compared.',
  };
}

/** Programs of these names in the folders of the path, in its order, the first name before the second. */
function onPath(names: readonly string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter((program) => existsSync(program));
}

interface Program {
  readonly id: EngineId;
  readonly name: string;
  readonly version: string;
  readonly program: string;
  /** What stands before the problem's own numbers. */
  readonly args: readonly string[];
  readonly input: string;
}

/** A program that takes workers at A and at B, replications and a seed, and prints their figures and times. */
function engine({ id, name, version, program, args, input }: Program): Engine {
  return {
    id,
    name,
    version,
    replicate(variant: Variant, replications: number, seed: number) {
      const numbers = [variant.workersA, variant.workersB, replications, seed].map(String);
      const ran = spawnSync(program, [...args, ...numbers], {
        input,
        stdio: ['pipe', 'pipe', 2],
        encoding: 'utf8',
        maxBuffer: LONGEST_OUTPUT,
      });
      if (ran.status !== 0) throw new Error(`the program for ${name} ended with ${String(ran.status ?? ran.signal)}`);
      const output = JSON.parse(ran.stdout) as Output;
      if (output.figures.join() !== FIGURES.map((figure) => figure.id).join())
        throw new Error(`the program for ${name} gives other figures: ${output.figures.join(', ')}`);
      return { rows: output.rows, seconds: output.seconds };
    },
  };
}
