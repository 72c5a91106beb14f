import { expect, test } from 'vitest';
import type { ReviewSummary } from '../../../src/model/index';
import { effectWords } from '../../../src/ui/effect';

const review = (date: string, targets: readonly string[], all: number | null, metCounts: readonly number[] = []) =>
  ({
    date,
    targets,
    metCounts,
    probabilityAll: all,
    interval: all === null ? null : [all, all],
  }) as unknown as ReviewSummary;
const still = { stale: false, running: false };
const due = review('2010-02-28', ['a', 'b'], 0.37, [0.25, 0.25, 0.5]);

test('the chance of all targets stands beside as now’s at the same review, and the mean number met beside its own', () => {
  const asNow = { reviews: [review('2009-07-31', [], null), review('2010-02-28', ['a', 'b'], 0.18, [0.5, 0.5, 0])] };
  const words = effectWords({ reviews: [review('2009-07-31', [], null), due] }, asNow, still);
  expect(words).toEqual({
    about: 'All two by Feb 2010',
    chance: '37%',
    was: 'was 18% as now',
    met: '1.3 of 2 met on average; 0.5 as now',
    year: '2009-10',
  });
  expect(effectWords({ reviews: [due] }, asNow, { ...still, stale: true }).about).toBe('All two by Feb 2010, updating');
  expect(effectWords({ reviews: [review('2010-04-01', ['a'], 0.5)] }, null, still).year).toBe('2010-11');
});

test('nothing is said of as now where it has not been run, or not at that review', () => {
  expect(effectWords({ reviews: [due] }, null, still)).toMatchObject({ was: null, met: '1.3 of 2 met on average' });
  const other = { reviews: [review('2011-02-28', ['a', 'b'], 0.18, [1, 0, 0])] };
  expect(effectWords({ reviews: [due] }, other, still).was).toBeNull();
});

test('before the first look, after a stop, and without targets it says so', () => {
  expect(effectWords(null, null, { stale: false, running: true })).toMatchObject({
    about: 'All targets, calculating',
    chance: '–',
  });
  expect(effectWords(null, null, still).about).toBe('All targets, nothing run yet');
  expect(effectWords({ reviews: [] }, null, still)).toMatchObject({
    about: 'No targets to be met together',
    met: null,
  });
});
