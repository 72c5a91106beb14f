/** What a calibration is about to do, and what came of it, in words and as a table: the fit and the check each in worlds of its own. */
import type { Calibration, RidgeFigure } from '../decide/calibration';
import { statedFigures } from '../decide/figures';
import { assignFigures } from '../decide/unknowns';
import { makeLayout, type Scenario } from '../model/index';
import { capitalised } from '../model/notice/words';
import { countWord, formatCell, formatExact, grouped } from '../model/results/format';

/** Nineteen times in twenty chance alone keeps within so many standard errors. */
const NINETEEN_IN_TWENTY = 1.96;

/** What a calibration takes from the scenario. Example: "the eight figures stated: six are fitted to, with two it is only compared". */
export function figuresWords(scenario: Scenario): string {
  const { columns } = makeLayout(
    [scenario.start.slice(0, 7)],
    scenario.workforce.teams.map(({ id }) => id),
  );
  const ids = statedFigures(scenario, columns).figures.map(({ id }) => id);
  const fitted = assignFigures(ids).fitted.length;
  const others = ids.length - fitted;
  const compared = `with ${others === 1 ? 'the other' : `the other ${countWord(others)}`} it is only compared`;
  return `${countWord(ids.length)} figures stated: ${
    others === 0 ? 'all are fitted to' : `${countWord(fitted)} ${fitted === 1 ? 'is' : 'are'} fitted to, ${compared}`
  }`;
}

/** A stated figure beside what the fit made of it. */
export interface FigureRow {
  readonly id: string;
  readonly label: string;
  readonly stated: string;
  /** Mean over the worlds of the fit, and over those of the check. */
  readonly simulated: string;
  readonly check: string;
  /** How far chance alone takes the check from what is stated, nineteen times in twenty; empty where nothing could be counted. */
  readonly chance: string;
  readonly verdict: 'yes' | 'no' | 'in the fit alone' | 'only compared';
}

/** How far the check lies from what is stated, and how far chance may take it; null where either has no value. */
function checkOf({
  observed,
  simulated,
  check,
}: RidgeFigure): { readonly off: number; readonly chance: number } | null {
  if (check.value === null || check.standardError === null || simulated.standardError === null) return null;
  // The fit has taken in the luck of its own worlds, so the luck of both is between the two.
  const error = Math.sqrt(check.standardError ** 2 + simulated.standardError ** 2);
  return { off: check.value - observed, chance: NINETEEN_IN_TWENTY * error };
}

const isReached = ({ id }: RidgeFigure, { fits }: Pick<Calibration, 'fits'>): boolean =>
  fits.every(({ figures }) => figures.find((one) => one.id === id)?.ok ?? false);

const isBeyond = (figure: RidgeFigure): boolean => {
  const found = checkOf(figure);
  return found !== null && Math.abs(found.off) > found.chance;
};

/** What is simulated is said to one decimal: more would be luck. What is stated is said as it stands. */
const simulatedText = (value: number | null, share: boolean): string =>
  value === null ? 'no value' : share ? formatCell(value, 'share') : grouped(value, 1);
const statedText = (value: number, share: boolean): string => (share ? formatExact(value, 'share') : grouped(value, 1));
const sizeText = (size: number, share: boolean): string =>
  share ? `${grouped(100 * size, 1)} points` : grouped(size, 1);

/** The stated figures in their order. */
export function figureRows(found: Pick<Calibration, 'figures' | 'fits'>): readonly FigureRow[] {
  return found.figures.map((figure): FigureRow => {
    const { id, label, share, observed, fitted, simulated, check } = figure;
    const checked = checkOf(figure);
    return {
      id,
      label,
      stated: statedText(observed, share),
      simulated: simulatedText(simulated.value, share),
      check: simulatedText(check.value, share),
      chance: checked ? `±${sizeText(checked.chance, share)}` : '',
      verdict: !fitted
        ? 'only compared'
        : !isReached(figure, found)
          ? 'no'
          : isBeyond(figure)
            ? 'in the fit alone'
            : 'yes',
    };
  });
}

/**
 * What was reproduced, in which worlds, how far the check on other worlds lies off, and whether that is within what chance makes
 * at their number: of the fitted figures, and of the check the one that lies farthest beside its chance.
 */
export function fitSentences(found: Pick<Calibration, 'figures' | 'fits' | 'worlds'>): readonly string[] {
  const { worlds, fits } = found;
  const fitted = found.figures.filter((figure) => figure.fitted);
  if (fitted.length === 0) return ['No figure is stated to which anything could be fitted.'];
  const reached = fitted.filter((figure) => isReached(figure, found)).length;
  const where = `in the ${grouped(worlds.all, 0)} simulated worlds of the fit, ${String(worlds.aPoint)} at each of ${String(fits.length)} points`;
  const first =
    reached === fitted.length
      ? `${fitted.length === 1 ? 'The fitted figure is' : `All ${countWord(fitted.length)} fitted figures are`} reproduced ${where}.`
      : `${reached === 0 ? 'None' : capitalised(countWord(reached))} of the ${countWord(fitted.length)} fitted figures ${reached === 1 ? 'is' : 'are'} reproduced ${where}; the nearest fit is in use.`;
  return [first, ...checkSentences(fitted, worlds.checkAPoint * fits.length)];
}

function checkSentences(fitted: readonly RidgeFigure[], worlds: number): readonly string[] {
  const checked = fitted.flatMap((figure) => {
    const found = checkOf(figure);
    return found ? [{ figure, ...found }] : [];
  });
  const beside = ({ off, chance }: { off: number; chance: number }) =>
    chance > 0 ? Math.abs(off) / chance : off === 0 ? 0 : Number.POSITIVE_INFINITY;
  const [farthest] = [...checked].sort((a, b) => beside(b) - beside(a));
  if (!farthest) return [];
  const { figure, off, chance } = farthest;
  const { label, share, observed, check } = figure;
  const beyond = checked.filter((one) => isBeyond(one.figure)).length;
  const lies = `Checked in ${grouped(worlds, 0)} other worlds, ${label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())} ${checked.length === 1 ? 'comes' : 'lies farthest off: it comes'} to ${simulatedText(check.value, share)} where ${statedText(observed, share)} is stated, ${sizeText(Math.abs(off), share)} off.`;
  const makes = `Chance alone makes up to ${sizeText(chance, share)} at that number of worlds, 19 times in 20`;
  if (beyond === 0) return [lies, `${makes}: this is within it${checked.length > 1 ? ', and so are the others' : ''}.`];
  const others = beyond - 1;
  const more =
    others === 0 ? '' : ` So ${others === 1 ? 'is one more figure' : `are ${countWord(others)} more figures`}.`;
  return [lies, `${makes}: this is more, so the baseline may begin that far off.${more}`];
}
