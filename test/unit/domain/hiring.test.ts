import { expect, it } from 'vitest';
import { compile } from '../../../src/model/index';
import { planOf, runFutures } from '../../fixtures/worlds';
import { council, lever } from '../../fixtures/pairs';

it.each([0.4, 2.4, 3.6, 18])('a newly qualified cohort of %d is so many on average', (size) => {
  const scenario = council(0.1);
  scenario.workforce.newlyQualifiedCohort.value = size;
  const { cohorts } = compile(scenario, planOf(scenario, 'as-now'), { horizonMonths: 12 }).workforce;
  expect(cohorts.map((cohort) => cohort.size * cohort.arrives)).toEqual([expect.closeTo(size, 12)]);
});

it('rolling adverts fill posts funded in the month of the start as they fill those funded a month later', () => {
  const scenario = council(0.1);
  scenario.workforce.rollingAdvert.value = 6;
  scenario.workforce.vacancyRate.value = 0;
  scenario.workforce.newlyQualifiedCohort.value = 0;
  const startersInTheYear = (from: string): number => {
    const levers = { hiresPerMonth: lever(0), leavingRate: lever(1), assessmentPosts: lever(20, from) };
    const plan = { ...planOf(scenario, 'as-now'), id: 'posts', levers };
    const model = compile(scenario, plan, { horizonMonths: 12, warmUpYears: 1, warmStates: 1, onlyChance: true });
    const run = runFutures(model, 4);
    let sum = 0;
    for (let f = 0; f < 4; f++) for (let m = 0; m < 12; m++) sum += run.at(f, m, 'starters@assessment');
    return sum / 4;
  };
  // Six fills a year for each vacancy: all but a few in ten months.
  expect(startersInTheYear('2009-03-01')).toBeGreaterThan(17);
  expect(startersInTheYear('2009-02-01')).toBeGreaterThan(17);
});
