/**
 * The baseline of the shipped scenario: the simulated council with its inputs held still shows the figures of the notice
 * within 2 points, and still does three years on. Means over all points of the fitted ridge, other worlds than the fit's.
 */
import { describe, expect, it } from 'vitest';
import { baselineFigures, type BaselineFigures } from '../../src/decide/calibrate';
import { birmingham2009, compiled, meanAndError, runFutures } from '../fixtures/worlds';

const POINTS = 0.02;
const WORLDS = 14;

function overTheRidge(warmUpYears: number): BaselineFigures {
  const scenario = birmingham2009();
  const seen = scenario.fitted.points.map((point, i) =>
    baselineFigures(scenario, point, WORLDS, 9000 + i, warmUpYears),
  );
  const mean = (figure: keyof BaselineFigures): number => seen.reduce((sum, s) => sum + s[figure], 0) / seen.length;
  return {
    initialInTime: mean('initialInTime'),
    coreInTime: mean('coreInTime'),
    lost: mean('lost'),
    lacChild: mean('lacChild'),
    participation: mean('participation'),
  };
}

describe('Birmingham 2009, held still', () => {
  it.each([
    ['in the year before the start', 4],
    ['three years on', 7],
  ])('%s', (_, years) => {
    const seen = overTheRidge(years);
    const close = (value: number, notice: number): void => {
      expect(Math.abs(value - notice), `${String(value)} against ${String(notice)}`).toBeLessThan(POINTS);
    };
    close(seen.initialInTime, 0.62);
    close(seen.coreInTime, 0.75);
    close(seen.lacChild, 0.85);
    close(seen.participation, 0.66);
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
