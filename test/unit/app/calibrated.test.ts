/** What the page says of a calibration: true of the worlds of the fit and of the others in which it was checked. */
import { beforeAll, describe, expect, test } from 'vitest';
import birmingham from '../../../scenarios/birmingham-2009.json';
import england from '../../../scenarios/england-today.json';
import { figureRows, figuresWords, fitSentences } from '../../../src/app/calibrated';
import { calibrate } from '../../../src/decide/calibrate';
import type { Calibration, RidgeFigure } from '../../../src/decide/calibration';
import type { Scenario } from '../../../src/model/index';
import { countWord } from '../../../src/model/results/format';
import { formulaCouncil, plausible } from '../../fixtures/council';

const scenario = birmingham as unknown as Scenario;
let found: Calibration;
beforeAll(async () => {
  found = await calibrate(scenario, formulaCouncil(plausible));
});

/** The calibration with figures changed, by id. */
const withFigures = (change: Readonly<Record<string, Partial<RidgeFigure>>>): Calibration => ({
  ...found,
  figures: found.figures.map((figure) => ({ ...figure, ...change[figure.id] })),
});
/** All of them exactly as stated, in both sets of worlds, with errors of 0.6 and 0.8 points. */
const exact = (): Record<string, Partial<RidgeFigure>> =>
  Object.fromEntries(
    found.figures.map(({ id, observed }) => [
      id,
      {
        simulated: { value: observed, standardError: 0.006, ok: true },
        check: { value: observed, standardError: 0.008, ok: true },
      },
    ]),
  );

describe('before', () => {
  test('as many figures are announced as are shown afterwards, and as many fitted', () => {
    const fitted = found.figures.filter((figure) => figure.fitted).length;
    expect(found.figures.length).toBe(scenario.observed.length + 1);
    expect(figuresWords(scenario)).toBe(
      `${countWord(found.figures.length)} figures stated: ${countWord(fitted)} are fitted to, with the other ${countWord(found.figures.length - fitted)} it is only compared`,
    );
    expect(figuresWords({ ...scenario, observed: scenario.observed.slice(0, 1) })).toBe(
      'two figures stated: all are fitted to',
    );
    expect(figuresWords(england as unknown as Scenario)).toContain('it is only compared');
  });
});

describe('afterwards', () => {
  test('it is said in which worlds figures are reproduced, and that the check is within chance', () => {
    const of = exact();
    of['ia_in_time'] = {
      ...of['ia_in_time'],
      check: { value: 0.638, standardError: 0.008, ok: true },
    };
    const fitted = found.figures.filter((figure) => figure.fitted).length;
    expect(fitSentences(withFigures(of))).toEqual([
      `All ${countWord(fitted)} fitted figures are reproduced in the 128 simulated worlds of the fit, 16 at each of 8 points.`,
      'Checked in 64 other worlds, initial assessments in 7 working days lies farthest off: it comes to 63.8% where 62% is stated, 1.8 points off.',
      // 1.96 × √(0.6² + 0.8²) = 1.96 points.
      'Chance alone makes up to 2.0 points at that number of worlds, 19 times in 20: this is within it, and so are the others.',
    ]);
    const row = figureRows(withFigures(of)).find(({ id }) => id === 'ia_in_time');
    expect(row).toMatchObject({ stated: '62%', simulated: '62.0%', check: '63.8%', chance: '±2.0 points' });
    expect(row!.verdict).toBe('yes');
  });

  test('what is farther off than chance makes is said to be, with how many more', () => {
    const of = exact();
    of['ia_in_time'] = { ...of['ia_in_time'], check: { value: 0.655, standardError: 0.008, ok: true } };
    of['ca_in_time'] = { ...of['ca_in_time'], check: { value: 0.728, standardError: 0.008, ok: true } };
    const far = withFigures(of);
    expect(fitSentences(far).slice(1)).toEqual([
      'Checked in 64 other worlds, initial assessments in 7 working days lies farthest off: it comes to 65.5% where 62% is stated, 3.5 points off.',
      'Chance alone makes up to 2.0 points at that number of worlds, 19 times in 20: this is more, so the baseline may begin that far off. So is one more figure.',
    ]);
    const verdicts = Object.fromEntries(figureRows(far).map(({ id, verdict }) => [id, verdict]));
    expect(verdicts).toMatchObject({ ia_in_time: 'in the fit alone', ca_in_time: 'in the fit alone' });
    expect(verdicts['vacancy_rate_dfe']).toBe('only compared');
  });

  test('a figure that could not be reached is not said to be reproduced', async () => {
    const missed = await calibrate(
      scenario,
      formulaCouncil((point) => ({ ...plausible(point), review_participation: 0.3 })),
      { points: 1 },
    );
    const fitted = missed.figures.filter((figure) => figure.fitted).length;
    const [first] = fitSentences(missed);
    expect(first).toMatch(
      new RegExp(`of the ${countWord(fitted)} fitted figures are reproduced .* nearest fit is in use`),
    );
    expect(first).not.toContain('All');
    expect(figureRows(missed).find(({ id }) => id === 'review_participation')!.verdict).toBe('no');
  });

  test('simulated figures are said to one decimal, stated ones as they stand', () => {
    for (const { simulated, check, stated } of figureRows(found)) {
      expect(simulated).toMatch(/^\d+\.\d%?$/);
      expect(check).toMatch(/^\d+\.\d%?$/);
      expect(stated).toMatch(/^\d+(\.\d+)?%?$/);
    }
    const bare = withFigures({ ia_in_time: { simulated: { value: null, standardError: null, ok: false } } });
    expect(figureRows(bare).find(({ id }) => id === 'ia_in_time')).toMatchObject({ simulated: 'no value', chance: '' });
    const stated = {
      vacancy_rate_dfe: { observed: 0.2467, simulated: { value: 0.24671, standardError: 0, ok: true } },
    };
    expect(figureRows(withFigures(stated)).find(({ id }) => id === 'vacancy_rate_dfe')).toMatchObject({
      stated: '24.67%',
      simulated: '24.7%',
    });
  });
});
