/**
 * The baseline of the shipped scenario: the simulated council with its inputs held still shows the figures of the notice
 * within 2 points, and still does three years on. Means over all points of the fitted ridge, other worlds than the fit's.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { FURTHER_YEARS, overTheRidge, readYears, type YearReadings } from '../../src/decide/check';
import { openLaboratory } from '../../src/decide/laboratory';
import { createDirectEvaluator } from '../../src/run/evaluator';
import { birmingham2009, compiled, meanAndError, runFutures } from '../fixtures/worlds';

const POINTS = 0.02;
const WORLDS = 14;

describe('Birmingham 2009, held still', () => {
  const scenario = birmingham2009();
  const lab = openLaboratory(scenario, createDirectEvaluator(), { seed: 9000 });
  let years: YearReadings = [];

  beforeAll(async () => {
    const asks = scenario.fitted.points.map((point, i) => ({ point, firstWorld: i * WORLDS }));
    years = readYears(lab.figures, await lab.years(asks, WORLDS, FURTHER_YEARS));
  }, 400_000);

  it.each([
    ['in the year before the start', 0],
    ['three years on', FURTHER_YEARS],
  ])('%s', (_, year) => {
    lab.figures.forEach((figure, i) => {
      const { value, standardError } = overTheRidge(
        figure,
        i,
        years.map((point) => point[year]!),
      );
      const said = `${figure.id}: ${String(value)} ± ${String(standardError)} against ${String(figure.observed)}`;
      expect(Math.abs(value! - figure.observed), said).toBeLessThan(POINTS);
    });
  });

  it('as now, vacancies stay where they are for three years, year by year', () => {
    const model = compiled(birmingham2009(), 'as-now', { horizonMonths: 36, onlyChance: true });
    const run = runFutures(model, 60, 4);
    for (const from of [0, 12, 24]) {
      const rates = Array.from({ length: run.futures }, (_, f) => {
        let vacant = 0;
        for (let m = from; m < from + 12; m++) vacant += run.at(f, m, 'vacant') / run.at(f, m, 'posts');
        return vacant / 12;
      });
      const { mean, error } = meanAndError(rates);
      expect(error).toBeLessThan(0.004);
      expect(Math.abs(mean - 0.247)).toBeLessThan(POINTS);
    }
  });
});
