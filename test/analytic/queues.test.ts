/**
 * Exact queueing theory against the engine that runs the page: each queue is an ordinary scenario. The theoretical value
 * stands in the assertion; the tolerance is 4 standard errors over futures from a hundred starting states, plus the rounding
 * to whole minutes.
 */
import { describe, expect, it } from 'vitest';
import { compiled, evenly, meanAndError, queueScenario, ratios, runFutures } from '../fixtures/worlds';

const ERRORS = 4;
/** Times are in units of 100 minutes; whole minutes shift a mean by at most about one. */
const UNIT = 100;
const MINUTE = 1 / UNIT;

function queue(world: Parameters<typeof queueScenario>[0], futures: number) {
  const scenario = queueScenario(world);
  const model = evenly(scenario, compiled(scenario, 'as-now', { horizonMonths: 24, warmStates: 100, warmUpYears: 2 }));
  const run = runFutures(model, futures, 11);
  const wait = meanAndError(ratios(run, 'initial_minutes_waiting', 'ia_completed').map((x) => x / UNIT));
  const inSystem = meanAndError(ratios(run, 'initial_minutes_in_system', 'ia_completed').map((x) => x / UNIT));
  return { run, wait, inSystem };
}

function near(seen: { mean: number; error: number }, theory: number): void {
  expect(
    Math.abs(seen.mean - theory),
    `mean ${String(seen.mean)} ± ${String(seen.error)}, theory ${String(theory)}`,
  ).toBeLessThan(ERRORS * seen.error + 1.5 * MINUTE);
}

describe('M/M/c', () => {
  it('gap 4, service 3, one worker: Wq 9, W 12', () => {
    const { wait, inSystem } = queue({ servers: 1, gap: 4 * UNIT, service: 3 * UNIT, effort: 'exponential' }, 300);
    near(wait, 9);
    near(inSystem, 12);
    expect(wait.error).toBeLessThan(0.4);
  });
  it('gap 4, service 10, four workers: Wq 2.132378', () => {
    near(queue({ servers: 4, gap: 4 * UNIT, service: 10 * UNIT, effort: 'exponential' }, 200).wait, 2.132378);
  });
  it('λ 10, μ 4, three workers: Wq .3511236', () => {
    const scale = 50; // 50 units of 100 minutes to theory's one
    const { wait } = queue(
      { servers: 3, gap: (UNIT * scale) / 10, service: (UNIT * scale) / 4, effort: 'exponential' },
      200,
    );
    near({ mean: wait.mean / scale, error: wait.error / scale }, 0.3511236);
  });
});

describe('M/G/1, λ .8, service mean 1: Pollaczek and Khinchine', () => {
  it.each([
    [0, 2],
    [0.5, 3],
    [1, 4],
    [4, 10],
  ])('cv² %d: Wq %d', (cv2, theory) => {
    const { wait } = queue(
      { servers: 1, gap: 5 * UNIT, service: 4 * UNIT, effort: { logSd: Math.sqrt(Math.log(1 + cv2)) } },
      400,
    );
    near({ mean: wait.mean / 4, error: wait.error / 4 }, theory);
  });
});

describe('one worker sharing the day equally over the cases in hand', () => {
  it.each([1, 5, 20])(
    'ceiling %d: mean in system 5 services at utilisation .8, raising the ceiling alone cannot help',
    (ceiling) => {
      const { inSystem } = queue(
        { servers: 1, gap: 5 * UNIT, service: 4 * UNIT, effort: 'exponential', ceiling, deadlineFirst: false },
        300,
      );
      near({ mean: inSystem.mean / 4, error: inSystem.error / 4 }, 5);
    },
  );
});
