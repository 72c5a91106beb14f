import { describe, expect, it } from 'vitest';
import { clauseWords, countedThing, plainWords, reviewWords, targetWords } from '../../../src/model/notice/words';
import { chanceOf } from '../../../src/model/results/precision';
import type { ReviewSummary, TargetSummary } from '../../../src/model/results/report';

const target = (change: Partial<TargetSummary> = {}): TargetSummary => ({
  id: 'sa',
  label: 'Assessments in 45 working days',
  code: null,
  measure: 'ia_in_time',
  basis: 'cumulative',
  basisText: 'cumulative, April 2026 to December 2026',
  due: '2026-12-31',
  threshold: 0.8,
  direction: 'at-least',
  unit: 'share',
  ...chanceOf(1240, 2000),
  p10: 0.74,
  p50: 0.82,
  p90: 0.89,
  futures: 2000,
  denominator: 2400,
  staying: {},
  baseRate: null,
  atReviews: [],
  countedAnotherWay: [],
  firstLikelyMonth: null,
  ...change,
});
const body = (change: Partial<TargetSummary>, options: object = {}) =>
  plainWords(targetWords(target(change), { futures: 2000, ...options })).join('\n');

describe('the words of one target', () => {
  it('are the headline, both sides, the range, what is not counted and the error', () => {
    expect(plainWords(targetWords(target(), { futures: 2000 }))).toEqual([
      '62% chance of meeting this target on time',
      'In 62 of 100 simulated futures, the figure for assessments in 45 working days (cumulative, April 2026 to December 2026) is 80% or higher. In 38 of 100 it is not.',
      'Middle estimate 82%. 8 in 10 futures land between 74% and 89%.',
      'Counts chance and the ranges you set. Does not count a change in thresholds or partners’ behaviour.',
      '2,000 futures; a fresh set could move the chance by about 2 points.',
    ]);
  });

  it('begin with a capital whatever the chance', () => {
    expect(body(chanceOf(0, 2000))).toMatch(/^Less than 1% chance of meeting/);
    expect(body(chanceOf(120, 200))).toMatch(/^About 60% chance of meeting/);
  });

  it('say lower where low is good, and keep a threshold’s decimal beside the estimate', () => {
    const words = body({
      label: 'Vacancies',
      direction: 'at-most',
      threshold: 0.177,
      p10: 0.16,
      p50: 0.1834,
      p90: 0.215,
    });
    expect(words).toContain('the figure for vacancies (cumulative, April 2026 to December 2026) is 17.7% or lower');
    expect(words).toContain('Middle estimate 18.3%. 8 in 10 futures land between 16.0% and 21.5%.');
    expect(body({ unit: 'fte', measure: 'vacant_fte', threshold: 9.9, p50: 12.34 })).toContain(
      'Middle estimate 12.3 FTE',
    );
  });

  it('keep the capitals of an abbreviation', () => {
    expect(body({ label: 'NI 59' })).toContain('the figure for NI 59 (');
  });

  it('say that a call is close when the whole range lies within one point', () => {
    expect(body({ p10: 0.79, p50: 0.8, p90: 0.81 })).toContain(
      'This is close: small data corrections would change it.',
    );
    expect(body({ p10: 0.79, p50: 0.8, p90: 0.82 })).not.toContain('This is close');
  });

  it('say that numbers are small below 30, and give counts', () => {
    expect(body({ denominator: 20, p50: 0.85 })).toContain(
      'Small numbers: 3 assessments would move this by about 15 points. The middle estimate is about 17 of 20.',
    );
    expect(body({ denominator: 20, measure: 'leavers_accommodation' })).toContain('3 children would move');
    expect(body({ denominator: 30 })).not.toContain('Small numbers');
    expect(body({ denominator: null })).not.toContain('Small numbers');
  });

  it('stand against the board’s level where it has one', () => {
    expect(body({}, { boardLevel: 0.8 })).toContain('Below your board’s 80% level.');
    expect(body({})).not.toContain('board');
  });

  it('say when the ranges are switched off', () => {
    expect(body({}, { onlyChance: true })).toContain('Counts chance alone, without the ranges you set.');
  });

  it('speak of no chance where the data already decide', () => {
    expect(body({}, { fixed: 'already-met' })).toMatch(/^Already met\n.* is 80% or higher, whatever/);
    expect(body({}, { fixed: 'out-of-reach' })).toMatch(/^Can no longer be met\n/);
  });

  it('give no number where there is none', () => {
    const words = targetWords(target({ ...chanceOf(0, 0), p10: null, p50: null, p90: null }), { futures: 2000 });
    expect(words.headline).toBe('No value for this target on its date');
  });

  it('of a target without a date give the chance at each review', () => {
    const atReviews = [
      { review: '2026-06-30', ...chanceOf(240, 2000), p10: 0.7, p50: 0.75, p90: 0.8 },
      { review: '2026-12-31', ...chanceOf(1240, 2000), p10: 0.7, p50: 0.75, p90: 0.8 },
    ];
    const change = { due: null, basisText: 'at month end', ...chanceOf(0, 0), atReviews, firstLikelyMonth: '2026-11' };
    expect(plainWords(targetWords(target(change), { futures: 2000 })).slice(0, 3)).toEqual([
      '62% chance of meeting this target on 31 December 2026 (no date in the notice)',
      'Assessments in 45 working days (at month end) at 80% or higher: 12% on 30 June 2026, 62% on 31 December 2026. In 62 of 100 simulated futures it is met on 31 December 2026; in 38 of 100 it is not.',
      'It is first more likely than not in November 2026.',
    ]);
    expect(body({ ...change, firstLikelyMonth: null })).toContain('not more likely than not in any month');
    expect(body({ ...change, atReviews: [] })).toMatch(/^No date in the notice/);
  });

  it('never score a clause', () => {
    expect(clauseWords('minutes of the board.')).toBe('Not simulated. Evidence needed: minutes of the board.');
  });
});

describe('the words of a review', () => {
  const targets = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) =>
    target({ id, label: id === 'b' ? 'Initial child protection conferences' : id }),
  );
  const review = (change: Partial<ReviewSummary> = {}): ReviewSummary => {
    const { probability, standardError, interval } = chanceOf(480, 2000);
    return {
      date: '2026-12-31',
      targets: targets.map(({ id }) => id),
      watched: [],
      probabilityAll: probability,
      standardError,
      interval,
      metCounts: [0.02, 0.03, 0.1, 0.2, 0.25, 0.16, 0.24],
      mostMissed: { id: 'b', share: 0.71 },
      ...change,
    };
  };

  it('are the chance of all, how many, and what holds the plan back', () => {
    const words = reviewWords(review(), targets, { futures: 2000 });
    expect(plainWords(words).slice(0, 4)).toEqual([
      '24% chance of meeting all six targets due by 31 December 2026',
      'The middle future meets 4 of 6. 8 in 10 futures meet between 2 and 6.',
      'The one that holds you back most often: initial child protection conferences, cumulative, April 2026 to December 2026 (missed in 71 of 100).',
      'In 24 of 100 simulated futures all six targets are met; in 76 of 100 at least one is missed.',
    ]);
    expect(words.paragraphs[1]!.find(({ strong }) => strong)?.text).toMatch(/^initial child protection conferences/);
  });

  it('count in words up to nine', () => {
    const many = Array.from({ length: 12 }, (_, at) => `t${String(at)}`);
    expect(reviewWords(review({ targets: many }), targets, { futures: 2000 }).headline).toContain('all 12 targets');
    expect(
      reviewWords(review({ targets: ['a', 'b'], metCounts: [0.2, 0.56, 0.24] }), targets, { futures: 2000 }).headline,
    ).toContain('meeting both targets due');
  });

  it('of a single target do not count how many', () => {
    const one = plainWords(
      reviewWords(review({ targets: ['a'], metCounts: [0.76, 0.24], mostMissed: { id: 'a', share: 0.76 } }), targets, {
        futures: 2000,
      }),
    );
    expect(one.slice(0, 2)).toEqual([
      '24% chance of meeting the target due by 31 December 2026',
      'In 24 of 100 simulated futures it is met; in 76 of 100 it is missed.',
    ]);
  });

  it('never say that something is missed always or never', () => {
    const always = plainWords(
      reviewWords(review({ mostMissed: { id: 'b', share: 1 } }), targets, { futures: 2000 }),
    ).join('\n');
    expect(always).toContain('(missed in more than 99 of 100)');
  });

  it('say so where nothing is due, or no chance can be given', () => {
    const nothing = review({
      targets: [],
      watched: ['a', 'b'],
      probabilityAll: null,
      standardError: null,
      interval: null,
      metCounts: [],
      mostMissed: null,
    });
    expect(plainWords(reviewWords(nothing, targets, { futures: 2000 }))).toEqual([
      'Nothing falls due by 31 December 2026',
      'Two targets are watched: the chance of being there already.',
    ]);
    const beyond = review({
      probabilityAll: null,
      standardError: null,
      interval: null,
      metCounts: [],
      mostMissed: null,
    });
    expect(reviewWords(beyond, targets, { futures: 2000 }).headline).toBe(
      'No chance can be given for all six targets due by 31 December 2026',
    );
  });
});

it('says what a percentage counts, of single assessments, days and minutes too', () => {
  expect(['sa_in_time', 'ca_in_time@assessment', 'sa_in_time_by_start'].map(countedThing)).toEqual([
    'assessments',
    'assessments',
    'assessments',
  ]);
  expect(['absence_rate', 'late_waiting', 'utilisation', 'turnover_rate'].map(countedThing)).toEqual([
    'working days',
    'working days',
    'minutes',
    'workers',
  ]);
});
