/**
 * What a calibration may move, as a table: another unknown is another row. How large a first and a largest step are is a
 * matter of the search alone; it decides how fast, not where the search ends.
 */
import type { FittedPoint, Scenario } from '../model/index';
import { figuresAnswered, type UnknownKey } from './answers';
import { rangeOf, valueAt } from './beliefs';

/** Something to be moved within bounds. Steps are in its own unit. */
export interface Mover {
  /** The value of a fitted point that is moved. */
  readonly key: keyof FittedPoint;
  readonly label: string;
  readonly low: number;
  readonly high: number;
  /** By so much it is moved to measure what it does; small beside its range, large beside the luck of the worlds. */
  readonly firstStep: number;
  readonly largestStep: number;
}

export interface Unknown extends Mover {
  readonly key: UnknownKey;
  /** Whether its own figure rises (1) or falls (-1) with it: for baselines so far off that no trial could tell. */
  readonly direction: 1 | -1;
  /** Other figures that it is known to move: what a trial says about them is taken, however uncertain. */
  readonly moves: readonly string[];
  /** Moved down from its given value, once the unknown is at its upper bound and the figures ask for more. */
  readonly beyondHigh?: Mover & Pick<Axis, 'key'>;
}

/** Figures of timeliness, whose luck from year to year is held against history. */
export const TIMELINESS = ['ia_in_time', 'ca_in_time', 'sa_in_time'] as const;

/** Where everybody works nearest deadline first and it is still not enough. */
const coreArrangements: Mover & Pick<Axis, 'key'> = {
  key: 'arrangementCore',
  label: 'Core assessments in time with ample staff',
  low: 0.5,
  high: 0.995,
  firstStep: 0.02,
  largestStep: 0.05,
};

export const UNKNOWNS: readonly Unknown[] = [
  {
    key: 'effortScale',
    label: 'Effort scale',
    direction: -1,
    moves: ['ia_in_time', 'ca_in_time'],
    low: 0.2,
    high: 5,
    firstStep: 0.03,
    largestStep: 0.08,
  },
  {
    key: 'deadlineFirstShare',
    label: 'Workers who work nearest deadline first',
    direction: 1,
    moves: [],
    low: 0,
    high: 1,
    firstStep: 0.12,
    largestStep: 0.3,
    beyondHigh: coreArrangements,
  },
  {
    key: 'planEffortScale',
    label: 'Plan effort scale',
    direction: 1,
    moves: ['lac_reviews_child', 'review_participation'],
    low: 0.05,
    high: 5,
    firstStep: 0.06,
    largestStep: 0.1,
  },
  {
    key: 'reviewBooking',
    label: 'Looked-after reviews whose arrangements allow them on time',
    direction: 1,
    moves: [],
    low: 0,
    high: 1,
    firstStep: 0.01,
    largestStep: 0.05,
  },
  {
    key: 'participation',
    label: 'Reviews in which a child takes part when there is time to prepare',
    direction: 1,
    moves: [],
    low: 0,
    high: 1,
    firstStep: 0.02,
    largestStep: 0.1,
  },
  {
    key: 'returnShare',
    label: 'Closed cases that come back within two years',
    direction: 1,
    moves: [],
    low: 0,
    high: 0.9,
    firstStep: 0.03,
    largestStep: 0.1,
  },
];

/** An axis of the ridge: what ample staff would achieve at a stage. It is given, not fitted, and decides how much staff can cure. */
export interface Axis {
  readonly key: 'arrangementInitial' | 'arrangementCore' | 'arrangementSingle';
  /** The figure of the same stage. */
  readonly figure: string;
  readonly stage: string;
}

export const AXES: readonly Axis[] = [
  { key: 'arrangementInitial', figure: 'ia_in_time', stage: 'Initial assessments' },
  { key: 'arrangementCore', figure: 'ca_in_time', stage: 'Core assessments' },
  { key: 'arrangementSingle', figure: 'sa_in_time', stage: 'Single assessments' },
];

/** An unknown that is fitted, and the figure it answers for. */
export interface Fitted {
  readonly unknown: Unknown;
  readonly figure: string;
}

/**
 * Which unknowns the stated figures allow to be fitted, each with its figure, and which keep their value.
 * @param stated ids of the figures that the scenario states
 */
export function assignFigures(stated: readonly string[]): {
  readonly fitted: readonly Fitted[];
  readonly kept: readonly Unknown[];
} {
  const answered = figuresAnswered(stated);
  return {
    fitted: UNKNOWNS.flatMap((unknown) => {
      const figure = answered[unknown.key];
      return figure === undefined ? [] : [{ unknown, figure }];
    }),
    kept: UNKNOWNS.filter(({ key }) => answered[key] === undefined),
  };
}

/**
 * Values of the axes at each point of the ridge: evenly over the lower and the upper half of each range, the axes in
 * different order, so that no two are high together more than by chance.
 */
export function ridge(scenario: Scenario, count: number): readonly Pick<FittedPoint, Axis['key']>[] {
  const at = (key: Axis['key'], place: number): number => {
    const exact = valueAt(rangeOf(scenario.pathway[key]), (place + 0.5) / count);
    return Math.round(exact * 10000) / 10000;
  };
  const step = stride(count);
  return Array.from({ length: count }, (_, i) => ({
    arrangementInitial: at('arrangementInitial', i),
    arrangementCore: at('arrangementCore', (i * step + 1) % count),
    arrangementSingle: at('arrangementSingle', i),
  }));
}

/** A step through the places that meets every one of them, about a third of the way each time. */
function stride(count: number): number {
  const shares = (a: number, b: number): boolean => (b === 0 ? a > 1 : shares(b, a % b));
  let step = Math.max(1, Math.round(count / 3));
  while (shares(count, step)) step++;
  return step;
}
