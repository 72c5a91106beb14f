/** The figures of a baseline: what the scenario states, and how worlds held still are read against it. */
import { inOwnWords, limitsOf, measureById, type Scenario } from '../model/index';
import type { Matrix } from './matrix';
import { PLAN_TIME_LOST } from './answers';

/** A figure stated by the scenario, with the columns it is read from. */
export interface Figure {
  /** A measure's id, with its team after an at sign; or the share of plan time that cannot be given. */
  readonly id: string;
  readonly label: string;
  /** Whether it is a share from 0 to 1; otherwise a count. */
  readonly share: boolean;
  readonly observed: number;
  /** How far a simulated baseline may be off and still count as reproducing it. */
  readonly tolerance: number;
  readonly numerator: number;
  /** -1 where the numerator alone is the figure. */
  readonly denominator: number;
}

/** The scenario gives no tolerance for plan time that cannot be given; a point, as the figure is itself assumed. */
const LOST_TOLERANCE = 0.01;

/**
 * The figures that a scenario states and the model counts.
 * @param columns columns of the compiled model
 * @returns the figures, and the ids of stated measures that the model does not count in this scenario
 */
export function statedFigures(
  scenario: Scenario,
  columns: readonly string[],
): { readonly figures: readonly Figure[]; readonly notCounted: readonly string[] } {
  const { observed, heldWork } = scenario;
  const limits = limitsOf(scenario);
  const figures: Figure[] = [];
  const notCounted: string[] = [];
  for (const { measure, value, tolerance } of observed) {
    const [id = '', team] = measure.split('@');
    const definition = measureById(id);
    const column = (name: string): number => columns.indexOf(team === undefined ? name : `${name}@${team}`);
    const numerator = definition ? column(definition.numerator) : -1;
    const denominator = definition?.denominator === undefined ? -1 : column(definition.denominator);
    if (!definition || numerator < 0 || (definition.denominator !== undefined && denominator < 0)) {
      notCounted.push(measure);
      continue;
    }
    figures.push({
      id: measure,
      label: inOwnWords(definition, limits)?.label ?? definition.label,
      share: definition.unit === 'share',
      observed: value,
      tolerance,
      numerator,
      denominator,
    });
  }
  figures.push({
    id: PLAN_TIME_LOST,
    label: 'Plan time that cannot be given',
    share: true,
    observed: heldWork.lostAtBaseline.value,
    tolerance: LOST_TOLERANCE,
    numerator: columns.indexOf('plan_minutes_lost'),
    denominator: columns.indexOf('plan_minutes_due'),
  });
  return { figures, notCounted };
}

/** What several worlds show together, figure by figure. */
export interface Reading {
  /** NaN where nothing was there to be counted. */
  readonly values: readonly number[];
  /** Of the values, from the differences between the worlds. */
  readonly covariance: Matrix;
  /** `parts[figure][world]`: how far a world is off the value, in the value's unit. Their mean is 0. */
  readonly parts: Matrix;
}

/**
 * Reads figures over worlds as the baseline is read: the sum of the numerators ÷ the sum of the denominators. Errors are
 * those of a ratio of sums (linearised), from the differences between the worlds, which are independent of each other.
 * @param months each world's mean month, at least one of them; with one alone there is no telling the error, which is 0
 */
export function readFigures(figures: readonly Figure[], months: readonly Float64Array[]): Reading {
  const worlds = months.length;
  const values: number[] = [];
  const parts = figures.map(({ numerator, denominator }) => {
    const above = months.map((month) => month[numerator]!);
    const below = months.map((month) => (denominator < 0 ? 1 : month[denominator]!));
    const mean = below.reduce((a, b) => a + b, 0) / worlds;
    const value = mean > 0 ? above.reduce((a, b) => a + b, 0) / worlds / mean : Number.NaN;
    values.push(value);
    return above.map((a, i) => (mean > 0 ? (a - value * below[i]!) / mean : 0));
  });
  const covariance = parts.map((a) => parts.map((b) => dot(a, b) / Math.max(1, worlds - 1) / worlds));
  return { values, covariance, parts };
}

/** Standard error of one figure of a reading. */
export function standardError({ covariance }: Reading, figure: number): number {
  return Math.sqrt(Math.max(0, covariance[figure]![figure]!));
}

/**
 * Change of a figure between two readings of the same worlds, with its standard error from the worlds' own changes. No
 * change without error where nothing was there to be counted.
 */
export function changeBetween(
  before: Reading,
  after: Reading,
  figure: number,
): { readonly change: number; readonly error: number } {
  const change = after.values[figure]! - before.values[figure]!;
  if (!Number.isFinite(change)) return { change: 0, error: 0 };
  const own = after.parts[figure]!.map((part, world) => part - before.parts[figure]![world]!);
  return { change, error: Math.sqrt(dot(own, own) / Math.max(1, own.length - 1) / own.length) };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}
