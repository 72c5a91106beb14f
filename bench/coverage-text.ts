/** What the trials of all councils say together, as numbers and as text. */
import type { FittedPoint } from '../src/model/index';
import { wilson } from '../src/model/results/precision';
import { mean } from '../src/model/results/statistics';
import { FORECASTS, type Trial } from './coverage-trial';

/** Of a right forecast's 8-in-10 ranges. */
export const EXPECTED = 0.8;
const ERRORS_ALLOWED = 3;
/** Ranks are counted in tenths: of right forecasts each holds a tenth of the councils. */
const TENTHS = 10;
/** What chi-square with nine degrees of freedom exceeds one time in twenty. */
const ONE_IN_TWENTY = 16.92;

export interface Coverage {
  readonly measure: string;
  readonly label: string;
  readonly councils: number;
  /** Share of councils whose truth stands between the tenth and the ninetieth of a hundred futures, ties by lot. */
  readonly share: number;
  readonly interval: readonly [number, number];
  /** How far from 80% it may be: three standard errors. */
  readonly allowed: number;
  readonly ok: boolean;
  /** Share within the range from p10 to p90 as printed, both ends included: more than 80% where a measure is coarse. */
  readonly inRange: number;
  readonly below: number;
  readonly above: number;
  /** Mean rank of the truth among the futures, a half of right forecasts, less a half, in standard errors of such a mean. */
  readonly leaning: number;
  /** Chi-square, nine degrees of freedom, of the councils in each tenth of the ranks: Talts et al. 2018. */
  readonly unevenness: number;
  /** Mean width of the range, and of the truth less the middle future. */
  readonly width: number;
  readonly offMiddle: number;
}

export interface GivenBack {
  readonly key: keyof FittedPoint;
  readonly councils: number;
  /** Share of councils whose hidden value lies between the lowest and the highest draw: of 16 right ones, 15 of 17. */
  readonly share: number;
  /** Mean of found less hidden, with its standard error, and its standard deviation between councils. */
  readonly off: number;
  readonly offError: number;
  readonly spread: number;
}

export function coverageOf(trials: readonly Trial[]): Coverage[] {
  return FORECASTS.map(({ measure, label }) => {
    const all = trials.flatMap(({ forecasts }) => forecasts.filter((one) => one.measure === measure));
    const part = (counts: (one: (typeof all)[number]) => boolean): number => all.filter(counts).length / all.length;
    const low = (1 - EXPECTED) / 2;
    const share = part(({ rank }) => rank >= low && rank <= 1 - low);
    const allowed = ERRORS_ALLOWED * Math.sqrt((EXPECTED * (1 - EXPECTED)) / all.length);
    return {
      measure,
      label,
      councils: all.length,
      share,
      interval: wilson(Math.round(share * all.length), all.length)!,
      allowed,
      ok: Math.abs(share - EXPECTED) <= allowed,
      inRange: part(({ truth, low: p10, high: p90 }) => truth >= p10 && truth <= p90),
      below: part(({ rank }) => rank < low),
      above: part(({ rank }) => rank > 1 - low),
      leaning: (mean(all.map(({ rank }) => rank)) - 0.5) * Math.sqrt(12 * all.length),
      unevenness: unevenness(all.map(({ rank }) => rank)),
      width: mean(all.map(({ low: p10, high: p90 }) => p90 - p10)),
      offMiddle: mean(all.map(({ truth, middle }) => truth - middle)),
    };
  });
}

function unevenness(ranks: readonly number[]): number {
  const expected = ranks.length / TENTHS;
  const inTenths = Array.from(
    { length: TENTHS },
    (_, i) => ranks.filter((rank) => Math.min(TENTHS - 1, Math.floor(TENTHS * rank)) === i).length,
  );
  return inTenths.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

export function givenBack(trials: readonly Trial[]): GivenBack[] {
  const all = trials.flatMap(({ recovery }) => recovery);
  return [...new Set(all.map(({ key }) => key))].map((key) => {
    const own = all.filter((one) => one.key === key);
    const off = own.map(({ found, hidden }) => found - hidden);
    const centre = mean(off);
    const spread = Math.sqrt(mean(off.map((x) => (x - centre) ** 2)));
    return {
      key,
      councils: own.length,
      share: own.filter(({ hidden, low, high }) => hidden >= low && hidden <= high).length / own.length,
      off: centre,
      offError: spread / Math.sqrt(own.length),
      spread,
    };
  });
}

export function coverageText(trials: readonly Trial[], coverage: readonly Coverage[]): string {
  const count = trials.length;
  const seconds = mean(trials.map((trial) => trial.seconds));
  const lines = [
    `${String(count)} invented councils; of a right forecast's 8-in-10 ranges 80% ± ${points(coverage[0]!.allowed)} contain the truth.`,
    '',
    row('', 'covered', '95%', '', 'p10–p90', 'below', 'above', 'leaning', 'chi²', 'width', 'off'),
    ...coverage.map((c) =>
      row(
        c.label,
        points(c.share),
        `${points(c.interval[0])}–${points(c.interval[1])}`,
        c.ok ? 'ok' : 'OUTSIDE',
        points(c.inRange),
        points(c.below),
        points(c.above),
        c.leaning.toFixed(1),
        c.unevenness.toFixed(1),
        c.measure === 'assessments_overdue' ? c.width.toFixed(1) : points(c.width),
        c.measure === 'assessments_overdue' ? c.offMiddle.toFixed(1) : points(c.offMiddle),
      ),
    ),
    `leaning: mean rank of the truth less a half, in standard errors. chi²: of ranks in tenths; of a right forecast above ${String(ONE_IN_TWENTY)} one time in 20.`,
    ...givenBackText(trials),
    '',
    `${mean(trials.map(({ draws }) => draws)).toFixed(1)} draws and ${seconds.toFixed(1)} s a council.`,
  ];
  return `${lines.join('\n')}\n`;
}

function givenBackText(trials: readonly Trial[]): string[] {
  if (trials.every(({ converged }) => converged === null)) return [];
  const reached = trials.filter(({ converged }) => converged).length;
  return [
    '',
    'Hidden values between the lowest and the highest draw (88% of right ones); mean of drawn less hidden, and its spread between councils:',
    ...givenBack(trials).map(
      ({ key, councils, share, off, offError, spread }) =>
        `  ${key.padEnd(20)} ${points(share).padStart(6)} of ${String(councils).padEnd(4)} ${off.toFixed(3)} ± ${offError.toFixed(3)}, sd ${spread.toFixed(3)}`,
    ),
    `Every figure was reached in ${String(reached)} of ${String(trials.length)} calibrations.`,
  ];
}

function row(label: string, ...cells: readonly string[]): string {
  return label.padEnd(42) + cells.map((cell, i) => cell.padStart(i === 1 ? 13 : 9)).join('');
}

/** A share in per cent, without the sign. */
function points(share: number): string {
  return (100 * share).toFixed(1);
}
