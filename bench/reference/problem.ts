/**
 * The reference problem: what is compared, and to which precision. The problem itself stands three times, as
 * `reference.py`, as `reference.c` and as a scenario file for each variant.
 */
import nearSaturation from './near-saturation.json';
import referenceProblem from './reference-problem.json';

export type FigureId = 'waitA' | 'waitB' | 'inTimeA' | 'inTimeB' | 'queueA' | 'queueB' | 'completedA' | 'completedB';

export interface ComparedFigure {
  readonly id: FigureId;
  readonly label: string;
  readonly decimals: number;
}

/** The figures of one replication, in the order in which every engine gives them. */
export const FIGURES: readonly ComparedFigure[] = [
  { id: 'waitA', label: 'Mean wait for a worker at A, hours', decimals: 3 },
  { id: 'waitB', label: 'Mean wait for a worker at B, hours', decimals: 3 },
  { id: 'inTimeA', label: 'Share finished within 2 days at A', decimals: 4 },
  { id: 'inTimeB', label: 'Share finished within 6 days at B', decimals: 4 },
  { id: 'queueA', label: 'Waiting at A at the end', decimals: 2 },
  { id: 'queueB', label: 'Waiting at B at the end', decimals: 2 },
  { id: 'completedA', label: 'Finished at A', decimals: 0 },
  { id: 'completedB', label: 'Finished at B', decimals: 0 },
];

export interface Variant {
  readonly id: string;
  readonly label: string;
  readonly workersA: number;
  readonly workersB: number;
  /** The same as a scenario file, not yet checked. */
  readonly scenario: unknown;
  /** Standard deviation of each figure between replications: fixed beforehand, from 28,000 replications of the C program. */
  readonly sd: Readonly<Record<FigureId, number>>;
}

export const VARIANTS: readonly Variant[] = [
  {
    id: 'reference-problem',
    label: '84 workers at A, 81 at B',
    workersA: 84,
    workersB: 81,
    scenario: referenceProblem,
    sd: {
      waitA: 0.236,
      waitB: 0.9,
      inTimeA: 0.007,
      inTimeB: 0.0155,
      queueA: 8,
      queueB: 12.4,
      completedA: 212,
      completedB: 125,
    },
  },
  {
    id: 'near-saturation',
    label: '82 workers at A, 78 at B: near saturation',
    workersA: 82,
    workersB: 78,
    scenario: nearSaturation,
    sd: {
      waitA: 0.865,
      waitB: 6.66,
      inTimeA: 0.0406,
      inTimeB: 0.141,
      queueA: 23.7,
      queueB: 49.2,
      completedA: 210,
      completedB: 110,
    },
  },
];

/** How often each engine replicates each variant, for agreement and in each round of timing. */
export interface Effort {
  readonly rounds: number;
  readonly agreement: Readonly<Record<EngineId, number>>;
  readonly timing: Readonly<Record<EngineId, number>>;
}

export type EngineId = 'simpy' | 'c' | 'trajectory';

export const FULL: Effort = {
  rounds: 5,
  agreement: { simpy: 60, c: 4000, trajectory: 1000 },
  timing: { simpy: 3, c: 100, trajectory: 100 },
};

export const QUICK: Effort = {
  rounds: 3,
  agreement: { simpy: 12, c: 800, trajectory: 200 },
  timing: { simpy: 2, c: 50, trajectory: 50 },
};
