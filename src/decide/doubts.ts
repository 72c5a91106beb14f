/** What a calibration must own up to, in sentences. */
import { grouped, percent } from '../model/results/format';
import type { Calibration, PointFit, RidgeFigure, Spread } from './calibration';
import { AS_ONE } from './told-apart';
import { UNKNOWNS } from './unknowns';

type Found = Omit<Calibration, 'doubts' | 'method'>;

/** All doubts about a calibration; none where every figure fits, stays, and is told apart. */
export function doubtsOf(found: Found, notCounted: readonly string[]): string[] {
  return [
    ...found.figures.flatMap((figure) => notReached(figure, found.fits)),
    ...found.figures.flatMap(offOverTheRidge),
    ...movedInstead(found.fits),
    ...onBounds(found.fits),
    ...together(found),
    ...notCounted.map((id) => `The scenario states "${id}", which this model does not count; it was left out.`),
    ...found.kept.map(({ key, value, why }) => `${labelOf(key)} keeps its value ${round(value)}: ${why}.`),
    ...identified(found),
    ...drifting(found),
    ...found.spread.flatMap(tooWide),
  ];
}

function notReached({ id, label, observed, share }: RidgeFigure, fits: readonly PointFit[]): string[] {
  const off = fits.flatMap(({ figures }) => figures.filter((one) => one.id === id && one.fitted && !one.ok));
  if (off.length === 0) return [];
  const seen = off.flatMap(({ value }) => (value === null ? [] : [value]));
  const shown = seen.length === 0 ? 'nothing to be counted' : between(seen, share);
  return [
    `${label}: ${at(off.length, fits.length)} the search could not reach ${amount(observed, share)}; they show ${shown}.`,
  ];
}

/** Figures that nothing answers for, or that the search reached only on its own worlds. */
function offOverTheRidge({ label, share, fitted, observed, tolerance, simulated, check }: RidgeFigure): string[] {
  const { value, standardError } = check;
  if (value === null) return [`${label}: nothing was there to be counted.`];
  if (!fitted && !simulated.ok)
    return [
      `${label}: nothing that is fitted answers for it, and it shows ${amount(simulated.value ?? value, share)} where ${amount(observed, share)} is stated.`,
    ];
  const allowed = Math.max(tolerance, 2 * (standardError ?? 0));
  if (simulated.ok && Math.abs(value - observed) > allowed)
    return [
      `${label}: on worlds that the fit has not seen it shows ${amount(value, share)} where ${amount(observed, share)} is stated.`,
    ];
  return [];
}

function movedInstead(fits: readonly PointFit[]): string[] {
  return UNKNOWNS.flatMap(({ label, beyondHigh }) => {
    const points = fits.filter(({ values }) => values.some(({ key }) => key === beyondHigh?.key));
    if (!beyondHigh || points.length === 0) return [];
    return [
      `${label}: ${at(points.length, fits.length)} all of it was still not enough; there “${beyondHigh.label}” was fitted instead of given.`,
    ];
  });
}

function onBounds(fits: readonly PointFit[]): string[] {
  const all = fits.flatMap(({ values }) => values);
  const keys = [...new Set(all.map(({ key }) => key))];
  return keys.flatMap((key) =>
    (['low', 'high'] as const).flatMap((bound) => {
      const there = all.filter((value) => value.key === key && value.bound === bound);
      if (there.length === 0) return [];
      const side = bound === 'low' ? 'lower' : 'upper';
      return [
        `${there[0]!.label}: ${at(there.length, fits.length)} it sits on its ${side} bound ${round(there[0]!.value)}, so its error is not known there.`,
      ];
    }),
  );
}

function together({ notToldApart: { pairs, conditionNumber }, fits }: Found): string[] {
  const as = pairs
    .filter(({ correlation }) => Math.abs(correlation) > AS_ONE)
    .map(
      ({ a, b, correlation }) =>
        `“${labelOf(a)}” and “${labelOf(b)}” cannot be told apart: their errors correlate by ${round(correlation)}, so a lower one with a ${correlation > 0 ? 'lower' : 'higher'} other would fit as well.`,
    );
  const lost = fits.some(({ values }) =>
    values.some(({ bound, standardError }) => bound === null && standardError === null),
  );
  return conditionNumber === null || lost
    ? [...as, 'Some unknowns cannot be told apart at all: the figures answer to them in the same way.']
    : as;
}

function identified({ identification }: Found): string[] {
  return identification.flatMap(({ stage, arrangements }) =>
    arrangements.high > 1
      ? [
          `${stage}: more are stated to be in time than ample staff is taken to achieve at some points of the ridge, so no lateness is left for too few hands there.`,
        ]
      : [],
  );
}

function drifting({ stationarity }: Found): string[] {
  return stationarity.flatMap(({ label, share, years }) => {
    const off = years.filter(({ ok }) => !ok);
    const worst = off.reduce<(typeof off)[number] | undefined>(
      (most, year) => (most && Math.abs(most.drift) >= Math.abs(year.drift) ? most : year),
      undefined,
    );
    if (!worst) return [];
    const by = share ? points(worst.drift) : round(worst.drift);
    return [
      `${label}: with all inputs held still it drifts, by ${by} in year ${String(worst.year)} after the baseline year. The fit is to a passing state.`,
    ];
  });
}

function tooWide({ label, yearToYear, history, ok }: Spread): string[] {
  if (!history || ok !== false) return [];
  return [
    `${label}: luck alone changes it from year to year by ${points(yearToYear)} (standard deviation), more than the ${points(history.sd)} of real councils, whose doubts and decisions are in that figure too. A stronger pressure response would narrow it.`,
  ];
}

function labelOf(key: string): string {
  const movers = UNKNOWNS.flatMap((unknown) => [unknown, ...(unknown.beyondHigh ? [unknown.beyondHigh] : [])]);
  return movers.find((mover) => mover.key === key)?.label ?? key;
}

function at(count: number, all: number): string {
  return count === all ? 'at every point' : `at ${String(count)} of ${String(all)} points`;
}

function between(values: readonly number[], share: boolean): string {
  const [low, high] = [amount(Math.min(...values), share), amount(Math.max(...values), share)];
  return low === high ? low : `${low} to ${high}`;
}

function amount(value: number, share: boolean): string {
  return share ? percent(value, 1) : round(value);
}

function points(share: number): string {
  return `${grouped(share * 100, 1)} points`;
}

function round(value: number): string {
  return grouped(value, 2);
}
