/**
 * Two teams one after the other: initial assessments by one, of which a share goes on to core assessments by the other.
 * What leaves M/M/c is a Poisson stream again (Burke), so the second queue is M/M/c at the rate that goes on, whatever happens
 * in the first, and no wait tells anything of the other queue's length.
 */
import { describe, expect, it } from 'vitest';
import { expectTheory, pooled, times, totals } from '../fixtures/estimates';
import { mmc } from '../fixtures/laws';
import { meanNumber, meanTime, meanWait, runQueue } from '../fixtures/queues';

const UNIT = 60;
const EXPONENTIAL = 'exponential' as const;

describe('M/M/1 → M/M/1, λ .8 and μ 1, half going on to a second worker of μ .5', () => {
  it('waits of 4 before the first and 8 before the second', () => {
    const world = { servers: 1, gap: UNIT / 0.8, service: UNIT, effort: EXPONENTIAL };
    const then = { share: 0.5, servers: 1, service: 2 * UNIT };
    const run = runQueue({ ...world, then }, { futures: 60, years: 5, seed: 31 });
    expectTheory(pooled(totals(run, 'core_allocated'), totals(run, 'ia_completed')), 0.5, 0.001);
    expectTheory(meanWait(run, UNIT), 4, 0.09);
    expectTheory(times(pooled(totals(run, 'core_minutes_waiting'), totals(run, 'core_allocated')), 1 / UNIT), 8, 0.25);
    expectTheory(meanNumber(run, 'core_minutes_waiting'), 3.2, 0.12);
  });
});

describe('M/M/2 → M/M/4, λ 1.6 and μ 1, three quarters going on to workers of μ 1/3', () => {
  it('both wait as Erlang says, and the first queue not at all longer for the second', () => {
    const [first, second] = [mmc(2, 1.6, 1), mmc(4, 1.2, 1 / 3)];
    expect(first.wait).toBeCloseTo(1.77778, 5);
    expect(second.wait).toBeCloseTo(5.90815, 5);
    const world = { servers: 2, gap: UNIT / 1.6, service: UNIT, effort: EXPONENTIAL };
    const then = { share: 0.75, servers: 4, service: 3 * UNIT };
    const run = runQueue({ ...world, then }, { futures: 60, years: 4, seed: 32 });
    expectTheory(meanWait(run, UNIT), 1.77778, 0.04);
    expectTheory(meanTime(run, UNIT), 2.77778, 0.04);
    expectTheory(
      times(pooled(totals(run, 'core_minutes_waiting'), totals(run, 'core_allocated')), 1 / UNIT),
      5.90815,
      0.3,
    );
  });
});
