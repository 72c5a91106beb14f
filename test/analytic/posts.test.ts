/**
 * Vacancies as independent posts: 100 posts whose holders leave at .196 a year, each vacancy filled at 2.5 a year. A post is
 * vacant with the chance .196 ÷ 2.696 whatever the others are, so the number vacant is binomial.
 */
import { describe, expect, it } from 'vitest';
import { expectTheory, pooled, times, totals, type Estimate } from '../fixtures/estimates';
import { binomialChances } from '../fixtures/laws';
import { lever } from '../fixtures/pairs';
import type { Levers } from '../../src/model/index';
import { compiled, meanAndError, queueScenario, runFutures, type Rows } from '../fixtures/worlds';

const POSTS = 100;
/** Councils in one: teams of 100 posts each, which hold no cases and share nothing. */
const TEAMS = 8;

interface PostsRun extends Rows {
  readonly workingDaysAYear: number;
}

/** Posts that start full, without campaigns, cohort or agency: only the rolling advert fills them. */
function posts(
  rates: { leaving: number; filling: number },
  futures: number,
  years: number,
  seed: number,
  levers: Levers = {},
): PostsRun {
  const scenario = queueScenario({ servers: 1, gap: 480, service: 1, effort: 'exponential', start: '2009-04-01' });
  const { workforce } = scenario;
  const other = workforce.teams.find(({ holds }) => holds === 'none')!;
  for (let i = 0; i < TEAMS; i++)
    workforce.teams.push({ ...structuredClone(other), id: `t${String(i)}`, posts: { ...other.posts, value: POSTS } });
  // One hazard for all: a year of it makes a month's chance p, and the leaving rate is 12 ÷ mean months of service.
  const monthly = 1 - Math.exp(-rates.leaving / 12);
  for (const band of Object.values(workforce.leavingByService)) band.value = 0.2;
  workforce.leavingRate.value = 12 * monthly;
  workforce.rollingAdvert.value = rates.filling;
  workforce.agencyConversion.value = 0;
  workforce.teams.find(({ holds }) => holds === 'plans')!.posts.value = POSTS;
  scenario.plans[0]!.levers = { hiresPerMonth: { value: 0, from: '2000-01-01' }, ...levers };
  const model = compiled(scenario, 'as-now', { horizonMonths: 12 * years, warmUpYears: 0, warmStates: 1 });
  for (const chance of model.workforce.leavingByBand) expect(chance).toBeCloseTo(monthly, 9);
  return { ...runFutures(model, futures, seed), workingDaysAYear: model.clock.days / years };
}

/** Mean over month ends from a month on of what is read from a team's vacancies: one observation for each team of each future. */
function read(run: Rows, from: number, what: (vacant: number) => number): Estimate {
  const observations: number[] = [];
  for (let t = 0; t < TEAMS; t++) {
    const column = run.column(`vacant@t${String(t)}`);
    for (let f = 0; f < run.futures; f++) {
      let sum = 0;
      for (let m = from; m < run.months; m++) sum += what(run.rows[f * run.length + m * run.stride + column]!);
      observations.push(sum / (run.months - from));
    }
  }
  return meanAndError(observations);
}

describe('vacancies, 100 posts, leaving .196 and filling 2.5 a year', () => {
  it('mean 7.27, sd 2.596, P(≤ 10) .8894 at a month end', () => {
    const chances = binomialChances(POSTS, 0.196 / 2.696);
    expect(chances.slice(0, 11).reduce((a, b) => a + b, 0)).toBeCloseTo(0.8894, 4);
    // After three years e^(−2.696 × 3) is left of how it began.
    const run = posts({ leaving: 0.196, filling: 2.5 }, 30, 20, 51);
    expectTheory(
      read(run, 36, (vacant) => vacant),
      7.27,
      0.04,
    );
    const square = read(run, 36, (vacant) => (vacant - 7.27) ** 2);
    expectTheory({ mean: Math.sqrt(square.mean), error: square.error / (2 * 2.6) }, 2.596, 0.03);
    expectTheory(
      read(run, 36, (vacant) => (vacant <= 10 ? 1 : 0)),
      0.8894,
      0.005,
    );
  });
});

describe('a workforce that turns over fast, leaving .8 and filling 12 a year', () => {
  it('leaves at .8 a year for each person in post, those who have just come included', () => {
    const run = posts({ leaving: 0.8, filling: 12 }, 20, 10, 52);
    const aDay = pooled(totals(run, 'leavers'), totals(run, 'workforce_days'));
    expectTheory(times(aDay, run.workingDaysAYear), 0.8, 0.004);
    expectTheory(
      read(run, 12, (vacant) => vacant),
      6.25,
      0.04,
    );
  });
});

describe('a vacancy finds somebody in its own time, whatever else fills posts or takes them away', () => {
  const vacant = (run: Rows): Estimate =>
    meanAndError(totals(run, 'vacant@longer-term', 12).map((sum) => sum / (run.months - 12)));

  it('half of a team’s posts cut for a month and funded again: 7.27 vacant as before', () => {
    const run = posts({ leaving: 0.196, filling: 2.5 }, 40, 6, 53, {
      longerTermPosts: lever(-50, '2009-09-01', '2009-10-01'),
    });
    expectTheory(vacant(run), 7.27, 0.2);
  });

  it('30 recruits a year from campaigns beside it: (.196 × posts − 30) ÷ 2.696 vacant', () => {
    const run = posts({ leaving: 0.196, filling: 2.5 }, 16, 6, 54, { hiresPerMonth: lever(2.5, '2000-01-01') });
    const all = run.at(0, 0, 'posts');
    // Vacancies arise at .196 for each post that is filled, and close at 2.5 each and 30 together; there is always one to close.
    const vacancies = totals(run, 'vacant', 24).map((sum) => sum / (run.months - 24));
    expectTheory(meanAndError(vacancies), (0.196 * all - 30) / 2.696, 1);
  });
});
