/**
 * Exact queueing theory against the engine that runs the page: each queue is an ordinary scenario. The theoretical value
 * stands in the assertion; the tolerance is 4 standard errors over futures, each from a starting state of its own. Whole
 * minutes shift a mean by less than 10 ÷ u² services where a service takes u minutes (`time-step.test.ts`): here
 * less than a tenth of a standard error.
 */
import { describe, expect, it } from 'vitest';
import { expectTheory, monthEnds, pooled, times, totals } from '../fixtures/estimates';
import { mmc } from '../fixtures/laws';
import { meanNumber, meanTime, meanWait, runQueue } from '../fixtures/queues';

const EXPONENTIAL = 'exponential' as const;

describe('M/M/c', () => {
  it('gap 4, service 3, one worker: ρ .75, Lq 2.25, Wq 9, W 12', () => {
    const unit = 25;
    const world = { servers: 1, gap: 4 * unit, service: 3 * unit, effort: EXPONENTIAL };
    const run = runQueue(world, { futures: 60, years: 4, seed: 21 });
    expectTheory(meanWait(run, unit), 9, 0.2);
    expectTheory(meanTime(run, unit), 12, 0.2);
    expectTheory(meanNumber(run, 'initial_minutes_waiting'), 2.25, 0.05);
    // The longer-term team's one worker has no plans and as many minutes.
    expectTheory(times(pooled(totals(run, 'minutes_used'), totals(run, 'minutes_available')), 2), 0.75, 0.0025);
    expectTheory(
      monthEnds(run, 'assessments_open', (open) => (open > 0 ? 1 : 0)),
      0.75,
      0.012,
    );
  });

  it('gap 4, service 10, four workers: ρ .625, P(wait) .319857, Lq .533095, Wq 2.132378', () => {
    const unit = 20;
    const world = { servers: 4, gap: 4 * unit, service: 10 * unit, effort: EXPONENTIAL };
    const run = runQueue(world, { futures: 60, years: 4, seed: 22 });
    expectTheory(meanWait(run, unit), 2.132378, 0.045);
    expectTheory(meanNumber(run, 'initial_minutes_waiting'), 0.533095, 0.012);
    expectTheory(times(pooled(totals(run, 'minutes_used'), totals(run, 'minutes_available')), 5 / 4), 0.625, 0.002);
    // Whoever comes finds what stands at a time that knows nothing of arrivals, such as the end of a month.
    expectTheory(
      monthEnds(run, 'assessments_open', (open) => (open >= 4 ? 1 : 0)),
      0.319857,
      0.012,
    );
  });

  it('λ 10, μ 4, three workers: ρ .83333, P(wait) .702247, Lq 3.511236, Wq .3511236', () => {
    const unit = 400;
    const world = { servers: 3, gap: unit / 10, service: unit / 4, effort: EXPONENTIAL };
    const run = runQueue(world, { futures: 60, years: 4, seed: 23 });
    expectTheory(meanWait(run, unit), 0.3511236, 0.01);
    expectTheory(meanNumber(run, 'initial_minutes_waiting'), 3.511236, 0.1);
    expectTheory(times(pooled(totals(run, 'minutes_used'), totals(run, 'minutes_available')), 4 / 3), 0.83333, 0.002);
    expectTheory(
      monthEnds(run, 'assessments_open', (open) => (open >= 3 ? 1 : 0)),
      0.702247,
      0.012,
    );
  });

  it.each([
    [1, 0.9, 9, 0.35],
    [2, 0.95, 9.25641, 0.5],
  ])('%d workers at utilisation %d: Wq %d services, by Erlang’s C', (servers, use, theory, precision) => {
    const unit = 50;
    const world = { servers, gap: unit / (servers * use), service: unit, effort: EXPONENTIAL };
    const run = runQueue(world, { futures: 40, years: 6, warmYears: 1, seed: 24 });
    expect(mmc(servers, servers * use, 1).wait).toBeCloseTo(theory, 5);
    expectTheory(meanWait(run, unit), theory, precision);
  });
});

describe('M/G/1, λ .8, service mean 1: Pollaczek and Khinchine', () => {
  it.each([
    [0, 2, 0.04],
    [0.5, 3, 0.08],
    [1, 4, 0.12],
    [4, 10, 0.6],
  ])('cv² %d: Wq %d', (cv2, theory, precision) => {
    const unit = 60;
    const effort = { logSd: Math.sqrt(Math.log(1 + cv2)) };
    const run = runQueue({ servers: 1, gap: unit / 0.8, service: unit, effort }, { futures: 60, years: 4, seed: 25 });
    expectTheory(meanWait(run, unit), theory, precision);
  });
});

describe('one worker sharing the day equally over the cases in hand, λ .8, μ 1', () => {
  it.each([1, 5, 20])(
    'ceiling %d: 4 in the system, for 5 services each; raising the ceiling alone cannot help',
    (ceiling) => {
      const unit = 60;
      const world = { servers: 1, gap: unit / 0.8, service: unit, effort: EXPONENTIAL, ceiling, deadlineFirst: false };
      const run = runQueue(world, { futures: 60, years: 4, seed: 26 });
      expectTheory(meanNumber(run, 'initial_minutes_in_system'), 4, 0.1);
      expectTheory(meanTime(run, unit), 5, 0.1);
    },
  );
});
