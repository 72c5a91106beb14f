/**
 * Two classes before one worker: urgent referrals (λ .2) and others (λ .6), services of mean 1, against the theory of
 * priority queues. Urgent work goes first in the queue and on the desk, so the ceiling decides between the two disciplines:
 * with a ceiling of 1 nobody is interrupted; with one that is never reached nobody waits in the queue, and an urgent case
 * interrupts whatever is on the desk, which is later taken up where it was left.
 */
import { describe, expect, it } from 'vitest';
import { expectTheory, pooled, times, totals, type Estimate } from '../fixtures/estimates';
import { meanTime, runQueue, type QueueRun } from '../fixtures/queues';

const UNIT = 60;
const URGENT = 0.25;
/** A caseload that one worker at utilisation .8 has with a chance of 2 in a million million. */
const NEVER_REACHED = 120;

interface Rules {
  readonly ceiling: number;
  readonly urgentShare?: number;
  readonly urgentFirst?: 'in-the-queue';
  readonly deadlineFirst?: boolean;
}

function priority(options: Rules, seed: number): QueueRun {
  const world = { servers: 1, gap: UNIT / 0.8, service: UNIT, effort: 'exponential' as const, urgentShare: URGENT };
  return runQueue({ ...world, ...options }, { futures: 60, years: 3, seed });
}

/** Time in system of the urgent, and of the others. */
function byClass(run: QueueRun): { urgent: Estimate; others: Estimate } {
  const without = (all: string, part: string): number[] => {
    const parts = totals(run, part);
    return totals(run, all).map((x, i) => x - parts[i]!);
  };
  return {
    urgent: times(pooled(totals(run, 'urgent_minutes_in_system'), totals(run, 'urgent_completed')), 1 / UNIT),
    others: times(
      pooled(
        without('initial_minutes_in_system', 'urgent_minutes_in_system'),
        without('ia_completed', 'urgent_completed'),
      ),
      1 / UNIT,
    ),
  };
}

describe('priority, one worker, λ .2 urgent and .6 others, μ 1', () => {
  it('nobody interrupted: 2 in the system for the urgent, 6 for the others', () => {
    const run = priority({ ceiling: 1 }, 33);
    const { urgent, others } = byClass(run);
    expectTheory(pooled(totals(run, 'urgent_completed'), totals(run, 'ia_completed')), URGENT, 0.002);
    expectTheory(urgent, 2, 0.02);
    expectTheory(others, 6, 0.12);
  });

  it('the urgent interrupt, and work is taken up again: 1.25 and 6.25', () => {
    const run = priority({ ceiling: NEVER_REACHED }, 34);
    const { urgent, others } = byClass(run);
    expect(totals(run, 'initial_minutes_waiting').every((minutes) => minutes === 0)).toBe(true);
    expectTheory(urgent, 1.25, 0.01);
    expectTheory(others, 6.25, 0.12);
  });

  it('the same where the worker shares what time the urgent leave: 1.25 and 6.25', () => {
    const { urgent, others } = byClass(priority({ ceiling: NEVER_REACHED, deadlineFirst: false }, 35));
    expectTheory(urgent, 1.25, 0.01);
    expectTheory(others, 6.25, 0.12);
  });

  it('first in the queue only, and no queue: nobody is first, 5 for either class', () => {
    const { urgent, others } = byClass(priority({ ceiling: NEVER_REACHED, urgentFirst: 'in-the-queue' }, 37));
    expectTheory(urgent, 5, 0.1);
    expectTheory(others, 5, 0.1);
  });

  it('without urgent cases 5 for all, in the queue or on the desk: first come, first served', () => {
    for (const ceiling of [1, NEVER_REACHED])
      expectTheory(meanTime(priority({ ceiling, urgentShare: 0 }, 36), UNIT), 5, 0.12);
  });
});
