/** The baseline as a form: figures read and set by path, typed or pasted, and what must agree. */
import { describe, expect, it } from 'vitest';
import {
  baselineFigure,
  baselineGroups,
  ENTERED,
  reconciled,
  statedResults,
  withFigure,
  withStated,
} from '../../../src/app/baseline';
import { readNumber, readPasted } from '../../../src/app/baseline-typed';
import { changedSinceFit, fitWords } from '../../../src/app/fit';
import { withCalibration } from '../../../src/decide/calibrate';
import type { Calibration } from '../../../src/decide/calibration';
import { checkScenario, parseScenario, scenarioNotes } from '../../../src/model/index';
import { birmingham2009 } from '../../fixtures/worlds';

const scenario = birmingham2009();

describe('figures of the baseline', () => {
  it('stand in four groups with words, limits and provenance', () => {
    const groups = baselineGroups(scenario);
    expect(groups.map(({ title }) => title)).toEqual(['Demand', 'Cases', 'People', 'Money']);
    const figures = groups.flatMap((group) => group.figures);
    expect(figures.length).toBeGreaterThan(24);
    expect(new Set(figures.map(({ label }) => label)).size).toBe(figures.length);
    for (const { label, meaning, source, value, min, max } of figures) {
      expect([label, meaning, source].every((text) => text !== '')).toBe(true);
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(max);
    }
  });

  it('show shares as percentages', () => {
    expect(baselineFigure(scenario, 'workforce.vacancyRate')).toMatchObject({
      value: 24.7,
      unit: '% of posts',
      max: 95,
    });
    expect(baselineFigure(scenario, 'workforce.teams[0].posts')!.label).toBe('Posts, assessment team');
    expect(baselineFigure(scenario, 'workforce.nothing')).toBeNull();
  });

  it('are set with the user as their source, and undisturbed otherwise', () => {
    const changed = withFigure(scenario, 'workforce.vacancyRate', 20);
    expect(changed.workforce.vacancyRate).toMatchObject({ value: 0.2, source: ENTERED });
    expect(changed.demand).toBe(scenario.demand);
    const post = withFigure(scenario, 'workforce.teams[1].posts', 300);
    expect(post.workforce.teams.map(({ posts }) => posts.value)).toEqual([116, 300, 65, 226, 24, 0]);
    for (const one of [changed, post]) {
      const checked = checkScenario(one);
      expect(checked.ok, checked.ok ? '' : checked.problems[0]!.message).toBe(true);
      expect(scenarioNotes(one).filter(({ path }) => path.startsWith('sources'))).toEqual([]);
    }
    // A range that no longer holds the value goes; one that does stays.
    expect(withFigure(scenario, 'demand.referralsPerYear', 20000).demand.referralsPerYear).not.toHaveProperty('high');
    expect(withFigure(scenario, 'demand.referralsPerYear', 14000).demand.referralsPerYear.high).toBe(16000);
  });

  it('so are the results stated of it', () => {
    const [first] = statedResults(scenario);
    expect(first).toMatchObject({ label: 'Initial assessments in 7 working days', value: 62, unit: '%' });
    expect(withStated(scenario, first!, 58).observed[0]).toMatchObject({ value: 0.58, source: ENTERED });
    expect(checkScenario(withStated(scenario, first!, 58)).ok).toBe(true);
  });
});

describe('what the model is fitted to', () => {
  const busier = withFigure(scenario, 'demand.referralsPerYear', 15000);

  it('is remembered as it was, with its source, through any number of changes', () => {
    const { value, source, grade } = scenario.demand.referralsPerYear;
    const since = [{ path: 'demand.referralsPerYear', was: value, source, grade }];
    expect(busier.fitted.since).toEqual(since);
    const again = withFigure(busier, 'demand.referralsPerYear', 16000);
    expect(again.fitted.since).toEqual(since);
    expect(fitWords(again)).toBe(
      'One figure was changed since the model was fitted: Referrals a year 16,000 (fitted with 13,000). How long work takes and in which order it is done still suit the former figure.',
    );
    expect(scenarioNotes(again).find(({ code }) => code === 'changed-since-fit')!.message).toContain(
      'demand.referralsPerYear was 13000',
    );
    const kept = parseScenario(JSON.stringify(again));
    expect(kept.ok && kept.value.fitted.since).toEqual(since);
  });

  it('is forgotten where the figure is put back, and by another calibration', () => {
    expect(withFigure(busier, 'demand.referralsPerYear', 13000).fitted).toEqual(scenario.fitted);
    expect(fitWords(scenario)).toBe('');
    const { points } = scenario.fitted;
    const found = { method: 'anew', points, draws: [], pressure: null } as unknown as Calibration;
    expect(fitWords(withCalibration(busier, found, '1'))).toBe('');
  });

  it('is not touched by what no fit feels: costs, and how far years differ', () => {
    expect(withFigure(scenario, 'money.agencyCost', 90000).fitted).toEqual(scenario.fitted);
    expect(withFigure(scenario, 'demand.levelSd', 0.2).fitted).toEqual(scenario.fitted);
  });

  it('names three figures and counts the rest', () => {
    const [first] = statedResults(scenario);
    const many = ['workforce.vacancyRate', 'workforce.leavingRate', 'workforce.agencyShare'].reduce(
      (made, path) => withFigure(made, path, 10),
      withStated(busier, first!, 58),
    );
    expect(changedSinceFit(many)).toHaveLength(5);
    expect(fitWords(many)).toContain(
      'Referrals a year 15,000 (fitted with 13,000), Initial assessments in 7 working days 58% (fitted with 62%), ',
    );
    expect(fitWords(many)).toContain(' and two more. ');
  });
});

it('names a stated result of a team with its team', () => {
  const observed = [{ ...scenario.observed[0]!, measure: 'caseload_mean@longer-term', value: 18 }];
  expect(statedResults({ ...scenario, observed })[0]).toMatchObject({
    label: 'Average caseload, longer-term team',
    unit: 'cases',
    value: 18,
  });
});

describe('what is typed or pasted', () => {
  const referrals = baselineFigure(scenario, 'demand.referralsPerYear')!;
  const vacancies = baselineFigure(scenario, 'workforce.vacancyRate')!;

  it.each([
    ['13,000', referrals, 13000],
    [' 12500 ', referrals, 12500],
    ['24.7%', vacancies, 24.7],
    ['24.7', vacancies, 24.7],
    ['£38,000', baselineFigure(scenario, 'money.employerCost')!, 38000],
  ])('%s is read', (text, figure, value) => {
    expect(readNumber(text, figure)).toEqual({ ok: true, value });
  });

  it.each([
    ['12..5', referrals, 'is not a number'],
    ['', referrals, 'is not a number'],
    ['55.7%', referrals, 'is a percentage'],
    ['247', vacancies, 'outside what can be'],
    ['c', vacancies, 'is not a number'],
  ])('“%s” is refused', (text, figure, why) => {
    const read = readNumber(text, figure);
    expect(!read.ok && read.sentence).toContain(why);
    expect(!read.ok && read.sentence).toContain(figure.label);
  });

  it('rows from Excel are taken where they can be read, the others said with their row', () => {
    const text = `${referrals.label}\t14,200\r\nweather\t3\r\n${vacancies.label}\t12..5\r\n\r\nmoney.agencyCost\t55000\r\n`;
    const read = readPasted(text, baselineGroups(scenario));
    expect(read.values.map(({ path, value }) => [path, value])).toEqual([
      ['demand.referralsPerYear', 14200],
      ['money.agencyCost', 55000],
    ]);
    expect(read.problems).toHaveLength(2);
    expect(read.problems[0]).toBe('Row 2: there is no figure called “weather”.');
    expect(read.problems[1]).toMatch(/^Row 3: .*“12\.\.5” is not a number/);
  });
});

it('what must agree is said in numbers', () => {
  const [posts, leavers, plans, assessed] = reconciled(scenario);
  expect(posts).toMatch(/^700 posts less 173 vacancies are 527 in post/);
  expect(leavers).toContain('95 leavers');
  expect(plans).toMatch(/^6,600 plans held by 203 permanent workers/);
  expect(assessed).toContain('5,863 assessments, 489 a month');
});
