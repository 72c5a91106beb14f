/** This project's side of the reference problem: an ordinary scenario through the parser, the compiler and the simulator. */
import { checkScenario, compile, makeSimulator, type CompiledModel } from '../../src/model/index';
import { processorSeconds } from '../clock';
import type { Engine } from './engine';
import type { Variant } from './problem';

export const trajectory: Engine = {
  id: 'trajectory',
  name: 'Trajectory',
  version: `Node ${process.version}`,
  replicate(variant, replications, seed) {
    const model = compileVariant(variant);
    const simulator = makeSimulator(model, seed);
    const read = figuresOf(model);
    const row = new Float64Array(model.columns.length * model.months.length);
    const rows: number[][] = [];
    const seconds: number[] = [];
    for (let future = 0; future < replications; future++) {
      const began = processorSeconds();
      const failure = simulator.run(future, row);
      if (failure) throw new Error(`future ${String(future)} of "${variant.id}" failed: ${failure.message}`);
      rows.push(read(row));
      seconds.push(processorSeconds() - began);
    }
    return { rows, seconds };
  },
};

/** The compiled model of a variant, starting empty; throws where its file has problems. */
export function compileVariant(variant: Variant): CompiledModel {
  const checked = checkScenario(variant.scenario);
  if (!checked.ok) {
    const said = checked.problems.map(({ path, message }) => `${path}: ${message}`);
    throw new Error(`the scenario "${variant.id}" has problems: ${said.join(' ')}`);
  }
  return compile(checked.value, checked.value.plans[0]!, { warmUpYears: 0 });
}

/** A reader of a future's row: the problem's figures, in order. */
function figuresOf(model: CompiledModel): (row: Float64Array) => number[] {
  const stride = model.columns.length;
  const at = (name: string): number => {
    const column = model.columns.indexOf(name);
    if (column < 0) throw new Error(`no column "${name}"`);
    return column;
  };
  const last = (model.months.length - 1) * stride;
  const [teamA, teamB] = model.workforce.teams.filter(({ holds }) => holds === 0).map(({ id }) => id);
  const waited = [at('initial_minutes_waiting'), at('core_minutes_waiting')];
  const allocated = [at('initial_allocated'), at('core_allocated')];
  const inTime = [at('ia_in_time'), at('ca_in_time')];
  const completed = [at('ia_completed'), at('ca_completed')];
  const queue = [at(`unallocated@${teamA ?? ''}`), at(`unallocated@${teamB ?? ''}`)];
  return (row) => {
    const sum = (column: number): number => {
      let total = 0;
      for (let i = column; i < row.length; i += stride) total += row[i]!;
      return total;
    };
    return [
      ...waited.map((column, i) => sum(column) / sum(allocated[i]!) / 60),
      ...inTime.map((column, i) => sum(column) / sum(completed[i]!)),
      ...queue.map((column) => row[last + column]!),
      ...completed.map(sum),
    ];
  };
}
