import { constants, createReadStream } from 'node:fs';
import { access, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { createDirectRunner } from '../run/direct';
import { createDirectEvaluator, type Evaluator } from '../run/evaluator';
import { createPool } from '../run/pool';
import { createPoolEvaluator } from '../run/pool-evaluator';
import type { Runner } from '../run/runner';
import { FileError } from './args';
import { spawnNodeWorker } from './node-pool';

/** Everything the commands touch outside themselves, so that tests can stand in for it. */
export interface Io {
  /** Standard output: the report and nothing else. Resolves when written, also where the reader has gone away. */
  out(text: string): Promise<void>;
  /** Standard error: problems, progress, usage. */
  err(text: string): void;
  readonly errIsTerminal: boolean;
  /** The text of a file; throws a {@link FileError} where there is none or it cannot be read. */
  read(path: string): Promise<string>;
  /** Refuses a path that could not be written, before the work is done. */
  checkWritable(path: string): Promise<void>;
  write(path: string, text: string): Promise<void>;
  createRunner(workers: number): Runner;
  createEvaluator(workers: number): Evaluator;
  readonly processors: number;
  /** Milliseconds of a clock that only runs forward. */
  now(): number;
}

/** More than the parser reads, so that it is the parser that says "too large". */
const READ_BYTES = 9_000_000;
/** Milliseconds at a stretch without a page to keep alive. */
const SLICE_MS = 100;

export function nodeIo(): Io {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // A reader that has had enough (`| head`) is no error.
      if (error.code !== 'EPIPE') process.exitCode = 3;
    });
  }
  return {
    out: (text) =>
      new Promise((resolve) => {
        process.stdout.write(text, () => resolve());
      }),
    err: (text) => void process.stderr.write(text),
    errIsTerminal: process.stderr.isTTY,
    read: readText,
    checkWritable,
    async write(path, text) {
      await writeFile(path, text).catch((error: unknown) => {
        throw new FileError(`The report could not be written to "${path}": ${reason(error)}.`);
      });
    },
    createRunner: (workers) =>
      workers === 1 ? createDirectRunner({ sliceMs: SLICE_MS }) : createPool({ spawn: spawnNodeWorker, size: workers }),
    createEvaluator: (workers) =>
      workers === 1 ? createDirectEvaluator() : createPoolEvaluator({ spawn: spawnNodeWorker, size: workers }),
    processors: availableParallelism(),
    now: () => performance.now(),
  };
}

async function readText(path: string): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(path, { end: READ_BYTES })) chunks.push(chunk as Buffer);
  } catch (error) {
    throw new FileError(`The file "${path}" cannot be read: ${reason(error)}.`);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function checkWritable(path: string): Promise<void> {
  try {
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    await access(found ? path : dirname(path), constants.W_OK);
  } catch (error) {
    throw new FileError(`The report cannot be written to "${path}": ${reason(error)}.`);
  }
}

/** Why the system refused, in words. */
function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file or folder',
    ENOTDIR: 'part of the path is not a folder',
    EISDIR: 'it is a folder',
    EACCES: 'permission is denied',
    EPERM: 'permission is denied',
    EROFS: 'the disk cannot be written',
    ENOSPC: 'the disk is full',
    ENAMETOOLONG: 'the name is too long',
    ERR_INVALID_ARG_VALUE: 'the name is not a file name',
  };
  return known[code ?? ''] ?? message;
}
