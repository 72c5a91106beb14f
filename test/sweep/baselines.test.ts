/**
 * The baselines of the other shipped scenarios: each simulated council, with its inputs held still, shows the figures that
 * its scenario states within the scenario's own tolerance, and still does a year on. Means over all points of the fitted
 * ridge, other worlds than the fit's; fewer worlds than for the first scenario, so three standard errors are allowed for.
 */
import { describe, expect, it } from 'vitest';
import { SHIPPED } from '../../src/cli/inputs';
import { overTheRidge, readYears } from '../../src/decide/check';
import { openLaboratory } from '../../src/decide/laboratory';
import type { Scenario } from '../../src/model/index';
import { createDirectEvaluator } from '../../src/run/evaluator';

/** Worlds behind each point: the luck of a large council is smaller. */
const worldsOf = ({ demand }: Scenario): number => (demand.referralsPerYear.value > 10_000 ? 1 : 2);

describe.each(Object.keys(SHIPPED).slice(1))('%s, held still', (id) => {
  const scenario = structuredClone(SHIPPED[id]) as Scenario;

  it('shows what is stated, in the year before the start and a year on', async () => {
    const lab = openLaboratory(scenario, createDirectEvaluator(), { seed: 9000 });
    expect(lab.notCounted).toEqual([]);
    const worlds = worldsOf(scenario);
    const asks = scenario.fitted.points.map((point, i) => ({ point, firstWorld: i * worlds }));
    expect(asks).toHaveLength(8);
    const years = readYears(lab.figures, await lab.years(asks, worlds, 1));
    for (const year of [0, 1]) {
      lab.figures.forEach((figure, i) => {
        const readings = years.map((point) => point[year]!);
        const { value, standardError } = overTheRidge(figure, i, readings);
        const luck = worlds > 1 ? standardError! : betweenPoints(readings.map(({ values }) => values[i]!));
        const said = `${figure.id}: ${String(value)} ± ${String(luck)} against ${String(figure.observed)}`;
        expect(Math.abs(value! - figure.observed), said).toBeLessThan(figure.tolerance + 3 * luck);
      });
    }
  }, 120_000);
});

/** Standard error of a mean over points of one world each. */
function betweenPoints(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1) / values.length);
}
