/** The report of a calibration as plain text: the answer first, then what it rests on. */
import type { Calibration, FittedValue, PointFit, Simulated } from '../decide/calibration';
import { formatCell, grouped, percent } from '../model/results/format';
import { columnsText } from '../report/table';

export interface About {
  readonly scenario: { readonly name: string };
  readonly modelVersion: string;
  readonly seed: number;
}

/** The report as plain text, ending with a line break. */
export function calibrationTable({ scenario, modelVersion, seed }: About, found: Calibration): string {
  const { worlds, points, converged } = found;
  const head = `${scenario.name} · calibration on ${grouped(worlds.all, 0)} worlds (${String(worlds.aPoint)} at each of ${String(points.length)} points), seed ${String(seed)} · model ${modelVersion}`;
  const answer = converged
    ? 'Every fitted figure is reproduced at every point, within 0.4 points or the error of the point’s own worlds.'
    : 'NOT every fitted figure could be reproduced at every point; see below.';
  const blocks = [
    [answer],
    figures(found),
    values(found.fits),
    pointByPoint(found.fits),
    afterOneYear(found),
    lateness(found),
    heldStill(found),
    luck(found),
    pressure(found),
    apart(found),
    found.doubts.length > 0 ? ['What could not be fitted, told apart or held still', ...found.doubts.map(item)] : [],
  ];
  return `${[head, ...blocks.filter((lines) => lines.length > 0).map((lines) => ['', ...lines].join('\n'))].join('\n')}\n`;
}

const item = (sentence: string): string => `- ${sentence}`;

function figures({ figures: all }: Calibration): string[] {
  const shown = ({ value, standardError }: Simulated, share: boolean): string =>
    value === null
      ? '–'
      : `${amount(value, share)} ± ${share ? grouped((standardError ?? 0) * 100, 1) : grouped(standardError ?? 0, 1)}`;
  const rows = all.map(({ label, observed, tolerance, share, fitted, simulated, check }) => [
    label,
    fitted ? 'fitted' : 'follows',
    amount(observed, share),
    shown(simulated, share),
    shown(check, share),
    share ? `${grouped(tolerance * 100, 1)} points` : grouped(tolerance, 1),
    simulated.ok ? 'yes' : 'NO',
  ]);
  return columnsText(
    [['Baseline figure', '', 'Observed', 'Simulated', 'On other worlds', 'Tolerance', 'Reproduced'], ...rows],
    [1],
  );
}

/** Each unknown over the ridge. */
function values(fits: readonly PointFit[]): string[] {
  const all = fits.flatMap((fit) => fit.values);
  const rows = [...new Set(all.map(({ key }) => key))].map((key) => {
    const own = all.filter((value) => value.key === key);
    const numbers = own.map(({ value }) => value);
    const errors = own.flatMap(({ standardError }) => (standardError === null ? [] : [standardError]));
    return [
      own[0]?.label ?? key,
      String(own.length),
      grouped(mean(numbers), 3),
      grouped(Math.min(...numbers), 3),
      grouped(Math.max(...numbers), 3),
      errors.length > 0 ? grouped(mean(errors), 3) : '–',
      String(own.filter(({ bound }) => bound !== null).length),
    ];
  });
  const head = ['Fitted value', 'Points', 'Mean', 'Lowest', 'Highest', 'Error at a point', 'On a bound'];
  return columnsText([head, ...rows]);
}

function pointByPoint(fits: readonly PointFit[]): string[] {
  const keys = [...new Set(fits.flatMap(({ point }) => Object.keys(point) as FittedValue['key'][]))];
  const rows = fits.map(({ point, values: own, converged, trials }, i) => [
    String(i + 1),
    ...keys.map((key) => {
      const error = own.find((value) => value.key === key)?.standardError;
      return `${grouped(point[key], 3)}${typeof error === 'number' ? ` ± ${grouped(error, 3)}` : ''}`;
    }),
    String(trials),
    converged ? 'yes' : 'NO',
  ]);
  return columnsText([['Point', ...keys, 'Trials', 'Fits'], ...rows]);
}

/** What one year with its luck leaves open: the draws from which futures start, unknown by unknown. */
function afterOneYear({ fits, draws, figures: stated }: Calibration): string[] {
  const keys = [...new Map(fits.flatMap(({ values: own }) => own.map(({ key, label }) => [key, label])))];
  const rows = keys.map(([key, label]) => {
    const own = draws.map(({ point }) => point[key]);
    return [label, grouped(mean(own), 3), grouped(Math.min(...own), 3), grouped(Math.max(...own), 3)];
  });
  const years = stated.map(({ label, share, observed }, i) => {
    const own = draws.map(({ shown }) => shown[i] ?? Number.NaN).filter((value) => !Number.isNaN(value));
    if (own.length === 0) return [label, '–', '–', '–', '–'];
    return [
      label,
      amount(observed, share),
      ...[mean(own), Math.min(...own), Math.max(...own)].map((x) => amount(x, share)),
    ];
  });
  return [
    `One year was luck too. Futures start from ${String(draws.length)} councils, each of which such a year allows:`,
    ...columnsText([['Value drawn', 'Mean', 'Lowest', 'Highest'], ...rows]),
    '',
    ...columnsText([['Their last year', 'Observed', 'Mean', 'Lowest', 'Highest'], ...years]),
  ];
}

function lateness({ identification }: Calibration): string[] {
  const range = ({ mean: middle, low, high }: { mean: number; low: number; high: number }): string =>
    `${percent(middle)} (${percent(low)} to ${percent(high)})`;
  const rows = identification.map(({ stage, late, arrangements, capacity }) => [
    stage,
    percent(late, 1),
    range(arrangements),
    range(capacity),
  ]);
  if (rows.length === 0) return [];
  return columnsText([['Lateness at the baseline', 'Late', 'Laid to arrangements', 'Laid to too few hands'], ...rows]);
}

function heldStill({ stationarity }: Calibration): string[] {
  const rows = stationarity.map(({ label, share, years, ok }) => [
    label,
    ...years.map(({ drift, standardError }) =>
      share
        ? `${grouped(drift * 100, 1)} ± ${grouped(standardError * 100, 1)}`
        : `${grouped(drift, 1)} ± ${grouped(standardError, 1)}`,
    ),
    ok ? 'yes' : 'NO',
  ]);
  const years = stationarity[0]?.years.map(({ year }) => `Year ${String(year)}`) ?? [];
  return columnsText([['Inputs held still, points from the baseline year', ...years, 'Stays'], ...rows]);
}

function luck({ spread }: Calibration): string[] {
  const rows = spread.map(({ label, betweenWorlds, yearToYear, standardError, history, ok }) => [
    label,
    grouped(betweenWorlds * 100, 1),
    `${grouped(yearToYear * 100, 1)} ± ${grouped(standardError * 100, 1)}`,
    history ? grouped(history.sd * 100, 1) : '–',
    ok === null ? '–' : ok ? 'yes' : 'NO',
  ]);
  if (rows.length === 0) return [];
  const head = ['Luck alone, sd in points', 'Of one year', 'From year to year', 'Real councils', 'At most that'];
  return columnsText([head, ...rows]);
}

function pressure({ pressure: tried }: Calibration): string[] {
  if (!tried) return [];
  const rows = tried.map(({ kappa, converged, spread, ok }) => [
    grouped(kappa, 2),
    spread.map(({ yearToYear }) => grouped(yearToYear * 100, 1)).join(', '),
    converged ? 'yes' : 'NO',
    ok ? 'yes' : 'NO',
  ]);
  return columnsText([['Pressure response', 'From year to year, sd in points', 'Fits', 'At most as history'], ...rows]);
}

function apart({ notToldApart: { pairs, conditionNumber } }: Calibration): string[] {
  const clear = pairs.filter(({ correlation }) => Math.abs(correlation) >= 0.3);
  const condition =
    conditionNumber === null
      ? 'The slopes have no inverse.'
      : `Condition number of the slopes: ${grouped(conditionNumber, 1)}.`;
  return [
    `Errors that go together: ${clear.length === 0 ? 'none' : clear.map(({ a, b, correlation }) => `${a} and ${b} ${grouped(correlation, 2)}`).join('; ')}. ${condition}`,
  ];
}

function amount(value: number, share: boolean): string {
  return formatCell(value, share ? 'share' : 'fte');
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0) / numbers.length;
}
