import { describe, expect, it } from 'vitest';
import type { Figure, Reading } from '../../../src/decide/figures';
import type { Ask, Laboratory } from '../../../src/decide/laboratory';
import { afterTrial, judge, slotsAt, type PointSearch, type Problem } from '../../../src/decide/point-search';
import { searchRidge } from '../../../src/decide/search';
import { fittedValues } from '../../../src/decide/told-apart';
import { PLAN_TIME_LOST } from '../../../src/decide/answers';
import { UNKNOWNS } from '../../../src/decide/unknowns';
import { birmingham2009 } from '../../fixtures/worlds';

const scenario = birmingham2009();
const start = { ...scenario.fitted.points[0]!, planEffortScale: 0.8 };
const figure: Figure = {
  id: PLAN_TIME_LOST,
  label: 'Plan time that cannot be given',
  share: true,
  observed: 0.085,
  tolerance: 0.01,
  numerator: 0,
  denominator: 1,
};
const problem: Problem = {
  fitted: [{ unknown: UNKNOWNS.find(({ key }) => key === 'planEffortScale')!, figure: PLAN_TIME_LOST }],
  figures: [figure],
  at: [0],
  axes: [],
};

/** A reading of 16 worlds that differ by as much as makes the given standard error. */
function reading(value: number, standardError: number): Reading {
  const part = standardError * Math.sqrt(15);
  const parts = [Array.from({ length: 16 }, (_, i) => (i % 2 === 0 ? part : -part))];
  return { values: [value], covariance: [[standardError * standardError]], parts };
}

/** A laboratory of one figure that answers by a formula. */
function laboratory(formula: (ask: Ask, stage: string) => number, standardError: number) {
  const trials: string[] = [];
  const lab: Laboratory = {
    scenario,
    figures: [figure],
    notCounted: [],
    spent: { trials: 0, worldYears: 0 },
    look(asks, _, stage) {
      trials.push(stage);
      return Promise.resolve(asks.map((ask) => reading(formula(ask, stage), standardError)));
    },
    years: () => Promise.reject(new Error('not asked for here')),
  };
  return { lab, trials };
}

const ridge = Array.from({ length: 8 }, () => ({
  arrangementInitial: 0.9,
  arrangementCore: 0.95,
  arrangementSingle: 0.95,
}));

describe('the ridge', () => {
  it('ends where its points are all off to the same side and none of them has a step left', async () => {
    // Every point within 0.8 of its error, on the upper bound of its unknown, and asking for more.
    const high = { ...start, planEffortScale: 5 };
    const { lab, trials } = laboratory(({ point }) => 0.077 + 0.1 * (point.planEffortScale - 5), 0.01);
    const look: Laboratory['look'] = (asks, worlds, stage) => {
      expect(asks.length).toBeGreaterThan(0);
      return lab.look(asks, worlds, stage);
    };
    const points = await searchRidge({ lab: { ...lab, look }, problem, from: high, ridge, worlds: 16 });
    expect(points.map(({ best }) => best!.point.planEffortScale)).toEqual(Array.from({ length: 8 }, () => 5));
    expect(trials.filter((stage) => stage === 'ridge')).toHaveLength(1);
  });

  it('takes one more step where its points are all off to the same side, each within its own error', async () => {
    // Eight points within 0.8 of their errors, together far outside a third of it.
    const answer = ({ point }: Ask, off: number): number => 0.085 + 0.2 * (point.planEffortScale - 0.8) + off;
    const off = laboratory((ask, stage) => answer(ask, stage === 'ridge' ? 0.008 : 0), 0.01);
    const points = await searchRidge({ lab: off.lab, problem, from: start, ridge, worlds: 16 });
    expect(off.trials).toEqual(['middle', 'ridge', 'ridge']);
    for (const { best, trials } of points) {
      expect(Math.abs(best!.misses[0]!)).toBeLessThan(0.001);
      expect(trials).toBe(2);
    }
    const even = laboratory(
      (ask, stage) => answer(ask, stage === 'middle' ? 0 : ask.firstWorld % 32 === 0 ? 0.008 : -0.008),
      0.01,
    );
    await searchRidge({ lab: even.lab, problem, from: start, ridge, worlds: 16 });
    expect(even.trials).toEqual(['middle', 'ridge']);
  });
});

describe('one point', () => {
  const begun: PointSearch = {
    firstWorld: 0,
    slots: slotsAt(problem, start),
    slopes: [[0.2, 0]],
    best: null,
    next: start,
    reach: 1,
    trials: 0,
  };
  const tried = (search: PointSearch, planEffortScale: number, value: number) =>
    afterTrial(problem, search, judge(problem, { ...start, planEffortScale }, reading(value, 0.001)));

  it('keeps its best trial, goes on from it with shorter steps after a worse one, and is done when it fits', () => {
    const first = tried(begun, 0.8, 0.1);
    expect(first.next!.planEffortScale).toBeCloseTo(0.725, 3);
    const worse = tried(first, 0.725, 0.12);
    expect(worse.best!.point.planEffortScale).toBe(0.8);
    expect(worse.reach).toBeLessThan(first.reach);
    const fits = tried(worse, 0.74, 0.088);
    expect(fits).toMatchObject({ next: null, trials: 3 });
    expect(fits.best!.point.planEffortScale).toBe(0.74);
  });

  it('states an error that counts the luck of its worlds and what is still missed', () => {
    const exact = tried(begun, 0.8, 0.085);
    expect(fittedValues(problem, exact)[0]!.standardError).toBeCloseTo(0.001 / 0.2, 9);
    const missed = tried(begun, 0.8, 0.088);
    expect(fittedValues(problem, missed)[0]!.standardError).toBeCloseTo(Math.sqrt(0.001 ** 2 + 0.003 ** 2) / 0.2, 9);
  });
});
