import type { CompiledModel, Failure } from '../../../src/model/index';
import type { Io } from '../../../src/cli/io';
import { FileError } from '../../../src/cli/args';
import type { Evaluator } from '../../../src/run/evaluator';
import type { Progress, RunEnd, Runner } from '../../../src/run/runner';
import { formulaCouncil, plausible } from '../../fixtures/council';

export interface StandIn extends Io {
  /** What went to standard output and standard error. */
  readonly said: { out: string; err: string };
  readonly files: Map<string, string>;
  readonly asked: { workers: number; seed: number; first: number; futures: number; model: CompiledModel }[];
}

export interface Ways {
  readonly files?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
  /** Futures that fail, in every plan. */
  readonly failures?: readonly Failure[];
  /** An end that is no result. */
  readonly end?: RunEnd;
  /** Who holds councils still for a calibration. */
  readonly evaluator?: Evaluator;
}

/** Stands in for the world around a command: files in memory, and a runner whose every future is the same. */
export function standIn({
  files = {},
  terminal = false,
  failures = [],
  end,
  evaluator = formulaCouncil(plausible),
}: Ways = {}): StandIn {
  const said = { out: '', err: '' };
  const held = new Map(Object.entries(files));
  const asked: StandIn['asked'] = [];
  let clock = 0;
  const createRunner = (workers: number): Runner => ({
    workers,
    start(request, onProgress) {
      const { seed, first, futures, model } = request;
      asked.push({ workers, seed, first, futures, model });
      const total = request.futures;
      for (const done of [1, total]) onProgress?.({ done, total, secondsLeft: 3.2 } satisfies Progress);
      const columns = request.model.columns.length;
      const result = {
        first,
        futures: total,
        rows: new Float64Array(total * columns * request.model.months.length).fill(1),
        failures: failures.filter(({ future }) => future >= first && future < first + futures),
        baseline: new Float64Array(columns).fill(1),
      };
      return { end: Promise.resolve(end ?? { kind: 'done', result }), cancel: () => {} };
    },
    dispose: () => {},
  });
  return {
    said,
    files: held,
    asked,
    out: (text) => {
      said.out += text;
      return Promise.resolve();
    },
    err: (text) => {
      said.err += text;
    },
    errIsTerminal: terminal,
    read: (path) => {
      const text = held.get(path);
      return text === undefined
        ? Promise.reject(new FileError(`The file "${path}" cannot be read: there is no such file or folder.`))
        : Promise.resolve(text);
    },
    checkWritable: (path) =>
      path.startsWith('/locked')
        ? Promise.reject(new FileError(`The report cannot be written to "${path}": permission is denied.`))
        : Promise.resolve(),
    write: (path, text) => {
      held.set(path, text);
      return Promise.resolve();
    },
    createRunner,
    createEvaluator: (workers) => ({ ...evaluator, workers }),
    processors: 8,
    now: () => (clock += 250),
  };
}
