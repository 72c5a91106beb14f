/**
 * What the engine reaches on every step is set once and never again, so that V8 takes it for a constant: fields of classes by
 * how they are compiled, and the parts of the thread's one future by never being replaced.
 */
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { future } from '../../../src/model/domain/future';
import { makeSimulator } from '../../../src/model/index';
import { tenthOfBirmingham } from '../../fixtures/council';
import { compiled } from '../../fixtures/worlds';

describe('fields', () => {
  it('that a class declares are not set before its constructor sets them', async () => {
    const made = await build({
      configFile: false,
      logLevel: 'error',
      build: { ssr: 'src/model/engine/table.ts', write: false, minify: false },
    });
    const outputs = (Array.isArray(made) ? made : [made]).flatMap((one) => ('output' in one ? one.output : []));
    const code = outputs.map((one) => (one.type === 'chunk' ? one.code : '')).join('\n');
    expect(code).toMatch(/this\.cells = new Int32Array/);
    expect(code).not.toMatch(/^\s*(cells|free|live|high|freeCount)( = .*)?;$/m);
  });
});

describe('the parts of a future', () => {
  it('are the same ones after councils and plans have been lived', () => {
    const parts = (): unknown[] => {
      const { world, tally, now, market, starters, streams } = future;
      const tables = [world.workers, world.assessments, world.plans, world.returns].map(({ cells }) => cells);
      return [world, tally, now, market, starters, streams, world.queues, starters.next, ...tables];
    };
    const before = parts();
    for (const plan of ['as-now', 'recovery']) {
      const model = compiled(tenthOfBirmingham(), plan, { horizonMonths: 6, warmUpYears: 1, warmStates: 2 });
      const simulator = makeSimulator(model, 3);
      const row = new Float64Array(model.columns.length * model.months.length);
      for (const number of [0, 1]) expect(simulator.run(number, row)).toBeNull();
    }
    parts().forEach((part, i) => {
      expect(part === before[i], `part ${String(i)}`).toBe(true);
    });
  });
});
