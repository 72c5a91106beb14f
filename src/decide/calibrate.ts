/**
 * Calibration: the few unknowns of a baseline, found so that the simulated baseline reproduces the stated figures with
 * establishment and demand held still, and a report of how well it does.
 *
 * One effort scale cannot give two timeliness figures, so effort and the order of work are fitted together; where
 * everybody working nearest deadline first is still not enough, the share of core assessments that arrangements keep in
 * time is fitted instead. What ample staff would achieve is given, not fitted (identification): each point of the ridge
 * takes another value of its range and refits the rest, so that every point reproduces the baseline.
 *
 * Deterministic: worlds are numbered, the same stand behind every trial of a point, and answers are placed by number; so
 * the result depends on scenario, seed and numbers of worlds and points, not on who lives the worlds. Nothing but sums,
 * products, quotients and square roots, so it is the same bytes everywhere. Method: see `search.ts`.
 */
import type { FittedPoint, Scenario } from '../model/index';
import type { Evaluator } from '../run/evaluator';
import type { Calibration, Identification, PointFit, PressureTrial, SpreadHistory } from './calibration';
import { FURTHER_YEARS, overTheRidge, readYears, spreads, stationarity } from './check';
import { doubtsOf } from './doubts';
import { drawPoints } from './draws';
import { standardError } from './figures';
import { openLaboratory, type Laboratory, type Progress } from './laboratory';
import { CLOSE_ENOUGH, type PointSearch, type Problem } from './point-search';
import { searchRidge } from './search';
import { fittedValues, toldApart } from './told-apart';
import { ANSWERS_FOR } from './answers';
import { assignFigures, AXES, ridge, TIMELINESS, type Unknown } from './unknowns';

export interface CalibrationOptions {
  /** Points of the ridge, 1 to 32; 8 where left out. */
  readonly points?: number;
  /** Worlds held still behind every trial of a point, from 2; 16 where left out, which makes 128 in all. */
  readonly worlds?: number;
  /** Whole number from 0 to 2^53 − 1; 1 where left out. */
  readonly seed?: number;
  /** Change from year to year of real councils; without it spreads are shown and not judged. */
  readonly history?: readonly SpreadHistory[];
  /** Raises the pressure response until luck alone moves a year no more than history shows; takes several times as long. */
  readonly fitPressure?: boolean;
  /** Aborting rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Values of the pressure response that are tried, the weakest first. */
export const PRESSURES = [0.04, 0.06, 0.08, 0.1] as const;

/**
 * Fits every point of the ridge and checks the fit on other worlds. The search begins at the scenario's own middle point.
 * @returns the points with a report; a figure that cannot be reached is said so, never thrown
 * @throws what the evaluator throws, and the signal's reason when aborted
 */
export async function calibrate(
  scenario: Scenario,
  evaluator: Evaluator,
  options: CalibrationOptions = {},
): Promise<Calibration> {
  if (!options.fitPressure) return calibrateAt(scenario, evaluator, options);
  const tried: PressureTrial[] = [];
  let found: Calibration | null = null;
  for (const kappa of PRESSURES) {
    const onProgress = options.onProgress;
    found = await calibrateAt(withPressure(scenario, kappa, found?.points), evaluator, {
      ...options,
      ...(onProgress ? { onProgress: (progress) => onProgress({ ...progress, pressureKappa: kappa }) } : {}),
    });
    const ok = found.spread.every((spread) => spread.ok !== false);
    tried.push({ kappa, converged: found.converged, spread: found.spread, ok });
    if (ok) break;
  }
  return { ...found!, pressure: tried };
}

/** The scenario with another pressure response, and points to begin from where there are some. */
function withPressure(scenario: Scenario, kappa: number, points?: readonly FittedPoint[]): Scenario {
  const pressureKappa = { ...scenario.pathway.pressureKappa, value: kappa };
  const fitted = points ? { ...scenario.fitted, points: [...points] } : scenario.fitted;
  return { ...scenario, pathway: { ...scenario.pathway, pressureKappa }, fitted };
}

/** The scenario with the points found, and the pressure response where that was fitted too. */
export function withCalibration(scenario: Scenario, found: Calibration, modelVersion: string): Scenario {
  const states = found.draws.map(({ place, world, point }) => ({ place, world, point: { ...point } }));
  const fitted = {
    modelVersion,
    method: found.method,
    points: found.points.map((point) => ({ ...point })),
    draws: { seed: found.seed, states },
  };
  const { pathway } = found.pressure ? withPressure(scenario, found.pressureKappa) : scenario;
  return { ...scenario, pathway, fitted };
}

async function calibrateAt(
  scenario: Scenario,
  evaluator: Evaluator,
  { points: count = 8, worlds = 16, seed = 1, history = [], signal, onProgress }: CalibrationOptions,
): Promise<Calibration> {
  const lab = openLaboratory(scenario, evaluator, { seed, signal, onProgress });
  const { fitted, kept } = assignFigures(lab.figures.map(({ id }) => id));
  const at = fitted.map(({ figure }) => lab.figures.findIndex(({ id }) => id === figure));
  const problem: Problem = { fitted, figures: lab.figures, at, axes: AXES };
  const begun = scenario.fitted.points;
  const from = begun[Math.floor((begun.length - 1) / 2)]!;
  const searches = await searchRidge({ lab, problem, from, ridge: ridge(scenario, count), worlds });

  const checkWorlds = Math.max(2, Math.ceil(worlds / 2));
  const draws = await drawPoints(lab, problem, searches, count * (worlds + checkWorlds));
  const asks = searches.map(({ best }, i) => ({ point: best!.point, firstWorld: count * worlds + i * checkWorlds }));
  const years = readYears(lab.figures, await lab.years(asks, checkWorlds, FURTHER_YEARS));
  const fits = searches.map((search) => pointFit(problem, search));
  const found = {
    converged: fits.every(({ converged }) => converged),
    points: fits.map(({ point }) => point),
    fits,
    draws,
    seed,
    figures: ridgeFigures(problem, searches, years),
    kept: kept.map((unknown) => ({ key: unknown.key, value: from[unknown.key], why: whyKept(unknown, lab) })),
    notToldApart: toldApart(problem, searches),
    identification: identification(lab, fits),
    stationarity: stationarity(lab.figures, years),
    spread: spreads(lab.figures, years, TIMELINESS, history),
    pressureKappa: scenario.pathway.pressureKappa.value,
    pressure: null,
    worlds: { aPoint: worlds, all: worlds * count, checkAPoint: checkWorlds },
    spent: { ...lab.spent },
  };
  return { ...found, doubts: doubtsOf(found, lab.notCounted), method: methodText(count, worlds, seed) };
}

function pointFit(problem: Problem, search: PointSearch): PointFit {
  const { point, reading, worst } = search.best!;
  const figures = problem.figures.map(({ id, observed, tolerance }, i) => {
    const value = reading.values[i]!;
    const error = standardError(reading, i);
    const close = Math.max(CLOSE_ENOUGH, error);
    const fitted = problem.at.includes(i);
    if (!Number.isFinite(value)) return { id, fitted, value: null, standardError: null, close, ok: false };
    const ok = Math.abs(value - observed) <= (fitted ? close : tolerance);
    return { id, fitted, value, standardError: error, close, ok };
  });
  return { point, values: fittedValues(problem, search), figures, converged: worst <= 1, trials: search.trials };
}

function ridgeFigures(
  { figures, at }: Problem,
  searches: readonly PointSearch[],
  years: ReturnType<typeof readYears>,
): Calibration['figures'] {
  return figures.map((figure, i) => {
    const { id, label, share, observed, tolerance } = figure;
    const simulated = overTheRidge(
      figure,
      i,
      searches.map(({ best }) => best!.reading),
    );
    const check = overTheRidge(
      figure,
      i,
      years.map(([first]) => first!),
    );
    return { id, label, share, fitted: at.includes(i), observed, tolerance, simulated, check };
  });
}

function whyKept({ key }: Unknown, { figures }: Laboratory): string {
  const answersFor: readonly string[] = ANSWERS_FOR[key];
  const stated = answersFor.filter((id) => figures.some((figure) => figure.id === id));
  const named = answersFor.map((id) => `"${id}"`).join(' or ');
  return stated.length > 0
    ? `${stated.map((id) => `"${id}"`).join(' and ')} is answered for already, and one figure cannot fit two unknowns`
    : `the scenario states no ${named}`;
}

/** Which part of the lateness stated is laid to arrangements and which to too few hands, at each stage with an axis. */
function identification({ figures }: Laboratory, fits: readonly PointFit[]): Identification[] {
  return AXES.flatMap(({ key, figure, stage }) => {
    const observed = figures.find(({ id }) => id === figure)?.observed;
    if (observed === undefined || observed >= 1) return [];
    const late = 1 - observed;
    const shares = fits.map(({ point }) => (1 - point[key]) / late);
    const mean = shares.reduce((a, b) => a + b, 0) / shares.length;
    const [low, high] = [Math.min(...shares), Math.max(...shares)];
    const rest = (share: number): number => Math.max(0, 1 - share);
    const capacity = { mean: rest(mean), low: rest(high), high: rest(low) };
    return [{ stage, figure, late, arrangements: { mean, low, high }, capacity }];
  });
}

function methodText(points: number, worlds: number, seed: number): string {
  return `Newton's and Broyden's steps on ${String(worlds)} worlds held still at each of ${String(points)} points, seed ${String(seed)}; what ample staff would achieve stratified over its range, the rest refitted at each value.`;
}
