import { describe, expect, test } from 'vitest';
import { invent, lots } from '../../../bench/coverage-council';
import { coverageOf, coverageText, givenBack } from '../../../bench/coverage-text';
import { FORECASTS, type Trial } from '../../../bench/coverage-trial';
import { birmingham2009 } from '../../fixtures/worlds';

/** A trial whose truths all stand at one rank among the futures. */
function trialAt(rank: number, found = 1): Trial {
  const forecasts = FORECASTS.map(({ measure }) => ({ measure, truth: rank, low: 0.1, middle: 0.5, high: 0.9, rank }));
  const point = birmingham2009().fitted.points[0]!;
  return {
    council: 0,
    hidden: { point, referralsPerYear: 1300 },
    draws: 1,
    observed: {},
    converged: true,
    forecasts,
    recovery: [{ key: 'effortScale', hidden: 1, found, low: found - 0.1, high: found + 0.1 }],
    seconds: 1,
  };
}

const evenly = (count: number): Trial[] => Array.from({ length: count }, (_, i) => trialAt((i + 0.5) / count));

describe('coverage', () => {
  test('is 80% where truths stand evenly among the futures, and at 200 councils 8.5 points are allowed', () => {
    for (const { share, allowed, ok, below, above } of coverageOf(evenly(200))) {
      expect(share).toBeCloseTo(0.8, 12);
      expect(below).toBeCloseTo(0.1, 12);
      expect(above).toBeCloseTo(0.1, 12);
      expect(allowed).toBeCloseTo(0.0849, 4);
      expect(ok).toBe(true);
    }
  });
  test('is outside where ranges are too narrow, and where they are too wide', () => {
    expect(coverageOf([...evenly(150), ...Array.from({ length: 50 }, () => trialAt(0.99))])[0]!.ok).toBe(false);
    expect(coverageOf(Array.from({ length: 200 }, () => trialAt(0.5)))[0]!.ok).toBe(false);
  });
  test('is said in words', () => {
    expect(coverageText(evenly(200), coverageOf(evenly(200)))).not.toContain('OUTSIDE');
    expect(coverageText(evenly(2), coverageOf(evenly(200)))).toContain('80% ± 8.5');
  });
});

test('a hidden value is given back where it lies among what was drawn', () => {
  expect(givenBack([trialAt(0.5, 1.05), trialAt(0.5, 1.25)])).toMatchObject([
    { key: 'effortScale', councils: 2, share: 0.5 },
  ]);
  expect(givenBack([trialAt(0.5, 1.05), trialAt(0.5, 1.25)])[0]!.off).toBeCloseTo(0.15, 12);
});

test('lots are even, and differ between seeds and councils', () => {
  const lot = lots(1, 2);
  const drawn = Array.from({ length: 4000 }, lot);
  expect(drawn.reduce((a, b) => a + b, 0) / 4000).toBeCloseTo(0.5, 1);
  expect(new Set([drawn[0], lots(2, 1)(), lots(1, 3)(), lots(2, 2)()]).size).toBe(4);
});

test('nothing hidden is handed to the tool', () => {
  const scenario = birmingham2009();
  const { hidden, known } = invent({ scenario, seed: 1, council: 0, given: 'year', size: 0.1 });
  expect(known.fitted).toEqual(scenario.fitted);
  expect(known.demand.referralsPerYear.value).not.toBe(hidden.referralsPerYear);
  expect(known.observed.map(({ measure }) => measure)).toEqual(scenario.observed.map(({ measure }) => measure));
}, 30_000);
