/**
 * Calibration: the few unknowns of a baseline, found so that the simulated baseline reproduces the stated figures with
 * establishment and demand held still.
 *
 * One effort scale cannot give both timeliness figures, so effort and the order of work are fitted together; where
 * everybody working nearest deadline first is still not enough, the share of core assessments that arrangements keep in
 * time is fitted instead. What ample staff would achieve is given, not fitted (identification): each point of the ridge
 * takes another value of its range and refits the rest, so that every point reproduces the baseline.
 *
 * Deterministic: the same worlds (common random numbers) at every step. Method: Newton's with a finite-difference
 * Jacobian, then Broyden's updates; the held-work scales follow by secant and by the power law of reviews a year.
 */
import { compile, makeSimulator, measureById, type FittedPoint, type Scenario } from '../model/index';

/** Reviews a child has in a year: child-level shares are about the review-level share to this power. */
const REVIEWS_A_YEAR = 2.1;

export interface CalibrationOptions {
  /** Points of the ridge. */
  readonly points?: number;
  /** Worlds (futures held still) for each trial. */
  readonly worlds?: number;
  readonly seed?: number;
  readonly onStep?: (message: string) => void;
}

/** What the worlds show at a trial. */
export interface BaselineFigures {
  readonly initialInTime: number;
  readonly coreInTime: number;
  readonly lost: number;
  readonly lacChild: number;
  readonly participation: number;
}

export interface PointFit {
  readonly point: FittedPoint;
  readonly figures: BaselineFigures;
  /** True where the order of work alone could not reach the figures and the core arrangements were fitted. */
  readonly coreArrangementFitted: boolean;
  readonly steps: number;
  /** False where the steps ran out before every figure was within reach. */
  readonly converged: boolean;
}

export interface Calibration {
  readonly points: readonly FittedPoint[];
  readonly fits: readonly PointFit[];
  readonly targets: BaselineFigures;
}

/** Fits every point of the ridge. Throws where the scenario does not state both timeliness figures. */
export function calibrate(scenario: Scenario, options: CalibrationOptions = {}): Calibration {
  const targets = targetFigures(scenario);
  const count = options.points ?? 8;
  const fits: PointFit[] = [];
  let start = scenario.fitted.points[0]!;
  for (let i = 0; i < count; i++) {
    // Other worlds for each point, so that their luck evens out over the ridge.
    const seed = (options.seed ?? 1) + i;
    const fit = fitPoint(scenario, targets, { ...start, ...arrangements(scenario, i, count) }, { ...options, seed });
    fits.push(fit);
    start = fit.point;
    options.onStep?.(`point ${String(i + 1)} of ${String(count)}: ${JSON.stringify(fit)}`);
  }
  return { points: fits.map((f) => f.point), fits, targets };
}

/** Stratified values of what arrangements allow, the two stages in different order. */
function arrangements(
  scenario: Scenario,
  i: number,
  count: number,
): Pick<FittedPoint, 'arrangementInitial' | 'arrangementCore'> {
  const { arrangementInitial: a, arrangementCore: b } = scenario.pathway;
  const at = (f: typeof a, place: number): number => {
    const share = (place + 0.5) / count;
    const low = f.low ?? f.value;
    const high = f.high ?? f.value;
    return share < 0.5 ? low + (f.value - low) * 2 * share : f.value + (high - f.value) * (2 * share - 1);
  };
  return { arrangementInitial: at(a, i), arrangementCore: at(b, (i * stride(count) + 1) % count) };
}

/** A step through the places that meets every one of them, about a third of the way each time. */
function stride(count: number): number {
  const shares = (a: number, b: number): boolean => (b === 0 ? a > 1 : shares(b, a % b));
  let step = Math.max(1, Math.round(count / 3));
  while (shares(count, step)) step++;
  return step;
}

function targetFigures(scenario: Scenario): BaselineFigures {
  const observed = (measure: string): number => {
    const line = scenario.observed.find((o) => o.measure === measure);
    if (!line) throw new Error(`calibration needs an observed "${measure}" in scenario "${scenario.id}"`);
    return line.value;
  };
  return {
    initialInTime: observed('ia_in_time'),
    coreInTime: observed('ca_in_time'),
    lost: scenario.heldWork.lostAtBaseline.value,
    lacChild: observed('lac_reviews_child'),
    participation: observed('review_participation'),
  };
}

/** The baseline figures at a point: the mean of the last warm-up year over the worlds. */
export function baselineFigures(
  scenario: Scenario,
  point: FittedPoint,
  worlds: number,
  seed: number,
  warmUpYears?: number,
): BaselineFigures {
  const plan = scenario.plans.find((p) => p.id === 'as-now')!;
  const model = compile({ ...scenario, fitted: { ...scenario.fitted, points: [point] } }, plan, {
    horizonMonths: 1,
    onlyChance: true,
    warmStates: worlds,
    ...(warmUpYears === undefined ? {} : { warmUpYears }),
  });
  const { baseline } = makeSimulator(model, seed);
  const read = (id: string): number => {
    const { numerator, denominator } = measureById(id)!;
    return baseline[model.columns.indexOf(numerator)]! / baseline[model.columns.indexOf(denominator!)]!;
  };
  return {
    initialInTime: read('ia_in_time'),
    coreInTime: read('ca_in_time'),
    lost: baseline[model.columns.indexOf('plan_minutes_lost')]! / baseline[model.columns.indexOf('plan_minutes_due')]!,
    lacChild: read('lac_reviews_child'),
    participation: read('review_participation'),
  };
}

const CLOSE_ENOUGH = 0.004;
/** Trials of a point after which the fit is given up as it is. */
const MOST_STEPS = 16;

function fitPoint(
  scenario: Scenario,
  targets: BaselineFigures,
  from: FittedPoint,
  options: CalibrationOptions,
): PointFit {
  const worlds = options.worlds ?? 100;
  const seed = options.seed ?? 1;
  const look = (point: FittedPoint): BaselineFigures => baselineFigures(scenario, point, worlds, seed);
  let point = from;
  let order = true; // the order of work is the second unknown
  let figures = look(point);
  let steps = 1;
  let converged = false;
  // Rows: figures; columns: unknowns.
  let jacobian: [[number, number], [number, number]] | undefined;
  const unknowns = (p: FittedPoint): [number, number] => [
    p.effortScale,
    order ? p.deadlineFirstShare : p.arrangementCore,
  ];
  const withUnknowns = (p: FittedPoint, x: readonly [number, number]): FittedPoint =>
    order ? { ...p, effortScale: x[0], deadlineFirstShare: x[1] } : { ...p, effortScale: x[0], arrangementCore: x[1] };
  const misses = (f: BaselineFigures): [number, number] => [
    f.initialInTime - targets.initialInTime,
    f.coreInTime - targets.coreInTime,
  ];

  while (steps < MOST_STEPS) {
    const miss = misses(figures);
    const heldFits =
      Math.abs(figures.lost - targets.lost) < CLOSE_ENOUGH &&
      Math.abs(figures.lacChild - targets.lacChild) < CLOSE_ENOUGH &&
      Math.abs(figures.participation - targets.participation) < CLOSE_ENOUGH;
    if (Math.max(Math.abs(miss[0]), Math.abs(miss[1])) < CLOSE_ENOUGH && heldFits) {
      converged = true;
      break;
    }
    if (!jacobian) {
      jacobian = slopes(look, point, unknowns(point), withUnknowns, figures);
      steps += 2;
    }
    const step = solve(jacobian, miss);
    const x = unknowns(point);
    const wanted: [number, number] = [x[0] - limit(step[0], 0.08), x[1] - limit(step[1], order ? 0.3 : 0.05)];
    if (order && wanted[1] > 1 && x[1] >= 0.999) {
      order = false;
      jacobian = undefined;
      continue;
    }
    const next: [number, number] = [
      Math.max(0.2, wanted[0]),
      Math.min(order ? 1 : 0.995, Math.max(order ? 0 : 0.5, wanted[1])),
    ];
    const before = point;
    point = followHeldWork(withUnknowns(point, next), figures, targets);
    const seen = look(point);
    steps++;
    jacobian = broyden(
      jacobian,
      [next[0] - unknowns(before)[0], next[1] - unknowns(before)[1]],
      [misses(seen)[0] - miss[0], misses(seen)[1] - miss[1]],
    );
    figures = seen;
  }
  return { point: rounded(point), figures, coreArrangementFitted: !order, steps, converged };
}

/** Plan effort by the share of time lost, bookings and participation by the power law of reviews a year. */
function followHeldWork(point: FittedPoint, seen: BaselineFigures, targets: BaselineFigures): FittedPoint {
  const share = (now: number, wanted: number, is: number): number =>
    Math.min(0.999, now * Math.pow(wanted / Math.max(0.01, is), 1 / REVIEWS_A_YEAR));
  return {
    ...point,
    planEffortScale: point.planEffortScale * (1 + limit((targets.lost - seen.lost) * 1.6, 0.1)),
    reviewBooking: share(point.reviewBooking, targets.lacChild, seen.lacChild),
    participation: share(point.participation, targets.participation, seen.participation),
  };
}

type Matrix = [[number, number], [number, number]];

function slopes(
  look: (p: FittedPoint) => BaselineFigures,
  point: FittedPoint,
  x: readonly [number, number],
  withUnknowns: (p: FittedPoint, x: readonly [number, number]) => FittedPoint,
  here: BaselineFigures,
): Matrix {
  const h: [number, number] = [0.02, x[1] > 0.9 ? -0.08 : 0.08];
  const a = look(withUnknowns(point, [x[0] + h[0], x[1]]));
  const b = look(withUnknowns(point, [x[0], x[1] + h[1]]));
  return [
    [(a.initialInTime - here.initialInTime) / h[0], (b.initialInTime - here.initialInTime) / h[1]],
    [(a.coreInTime - here.coreInTime) / h[0], (b.coreInTime - here.coreInTime) / h[1]],
  ];
}

function solve(m: Matrix, y: readonly [number, number]): [number, number] {
  const det = m[0][0] * m[1][1] - m[0][1] * m[1][0];
  if (Math.abs(det) < 1e-6) return [y[0] / (m[0][0] || -1), 0];
  return [(m[1][1] * y[0] - m[0][1] * y[1]) / det, (m[0][0] * y[1] - m[1][0] * y[0]) / det];
}

function broyden(m: Matrix, dx: readonly [number, number], dy: readonly [number, number]): Matrix {
  const norm = dx[0] * dx[0] + dx[1] * dx[1];
  if (norm < 1e-10) return m;
  const off: [number, number] = [dy[0] - m[0][0] * dx[0] - m[0][1] * dx[1], dy[1] - m[1][0] * dx[0] - m[1][1] * dx[1]];
  return [
    [m[0][0] + (off[0] * dx[0]) / norm, m[0][1] + (off[0] * dx[1]) / norm],
    [m[1][0] + (off[1] * dx[0]) / norm, m[1][1] + (off[1] * dx[1]) / norm],
  ];
}

function limit(x: number, most: number): number {
  return Math.max(-most, Math.min(most, x));
}

function rounded(point: FittedPoint): FittedPoint {
  return Object.fromEntries(
    Object.entries(point).map(([key, value = 0]) => [key, Math.round(value * 10000) / 10000]),
  ) as FittedPoint;
}
