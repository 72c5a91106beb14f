import { expect, it } from 'vitest';
import { beliefsOf, momentsOf, valueAt } from '../../../src/decide/beliefs';
import { birmingham2009 } from '../../fixtures/worlds';

it('scales lie where the hours they multiply do, all of them together', () => {
  const scenario = birmingham2009();
  const beliefs = beliefsOf(scenario, false);
  // 10.5 (8 to 14) hours, and after 33% of them 20 (12 to 30).
  expect(beliefs.effortScale!.low).toBeCloseTo((8 + 0.33 * 12) / (10.5 + 0.33 * 20), 12);
  expect(beliefs.effortScale!.high).toBeCloseTo((14 + 0.33 * 30) / (10.5 + 0.33 * 20), 12);
  expect(beliefsOf(scenario, true).effortScale!.high).toBeCloseTo(20 / 14, 12);
  expect(beliefs.planEffortScale!.value).toBe(1);
  expect(beliefs.planEffortScale!.low).toBeCloseTo((3600 + 4000 + 6000) / (7200 + 6000 + 10000), 12);
  expect(beliefs.returnShare).toEqual({ low: 0.2, value: 0.3, high: 0.4 });
  expect(beliefs.reviewBooking).toEqual({ low: 0.93, value: 0.97, high: 1 });
});

it('nothing is believed of what has no range', () => {
  const scenario = birmingham2009();
  delete scenario.heldWork.lacReviewBooking;
  const beliefs = beliefsOf(scenario, false);
  for (const key of ['reviewBooking', 'participation', 'deadlineFirstShare'] as const)
    expect(beliefs[key]).toBeUndefined();
});

it('a belief has the moments of what is drawn from it', () => {
  const belief = { low: 0.6, value: 1, high: 1.8 };
  const drawn = Array.from({ length: 10_000 }, (_, i) => valueAt(belief, (i + 0.5) / 10_000));
  const mean = drawn.reduce((a, b) => a + b, 0) / drawn.length;
  const variance = drawn.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / drawn.length;
  expect(momentsOf(belief).mean).toBeCloseTo(mean, 6);
  expect(momentsOf(belief).sd).toBeCloseTo(Math.sqrt(variance), 6);
  expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([expect.closeTo(0.6, 3), expect.closeTo(1.8, 3)]);
});
