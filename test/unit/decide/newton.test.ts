import { describe, expect, it } from 'vitest';
import { boundedStep, errorsOf, learn, moverAt, type Slot } from '../../../src/decide/newton';
import { UNKNOWNS } from '../../../src/decide/unknowns';
import type { FittedPoint } from '../../../src/model/index';

const unknown = (key: keyof FittedPoint) => UNKNOWNS.find((one) => one.key === key)!;
const [effort, order, booking] = [unknown('effortScale'), unknown('deadlineFirstShare'), unknown('reviewBooking')];
const beyond = { ...order.beyondHigh!, high: 0.95 };

/** Core and initial assessments by effort and order, and reviews by their booking; beyond order, core by arrangements. */
const slots: readonly Slot[] = [
  { unknown: effort, beyond: null },
  { unknown: order, beyond },
  { unknown: booking, beyond: null },
];
const slopes = [
  [-1.3, 0, 0, 0, 0.8, 0],
  [-1.4, 0.4, 0, 0, 0, 0],
  [0, 0, 1.8, 0, 0, 0],
];
const here: FittedPoint = {
  arrangementInitial: 0.92,
  arrangementCore: 0.95,
  effortScale: 1.2,
  deadlineFirstShare: 0.5,
  planEffortScale: 0.8,
  reviewBooking: 0.9,
  participation: 0.85,
  arrangementSingle: 0.95,
  returnShare: 0.3,
};
const close = [0.01, 0.01, 0.01];
const steps = (point: FittedPoint, misses: readonly number[], reach = 100) =>
  boundedStep(slots, slopes, { point, misses, close }, reach);

describe('a bounded step', () => {
  it('goes where the slopes promise no miss', () => {
    const { point, stuck } = steps(here, [0.013, -0.026, -0.018]);
    expect(stuck).toEqual([]);
    // Effort by 0.01 for the core figure, which takes 0.014 off the initial one; order by 0.1 for the rest of it.
    expect(point.effortScale).toBeCloseTo(1.21, 2);
    expect(point.deadlineFirstShare).toBeCloseTo(0.6, 2);
    expect(point.reviewBooking).toBeCloseTo(0.91, 2);
  });

  it('moves nothing farther than its largest step times its reach', () => {
    const { point } = steps(here, [-0.5, -0.5, -0.5], 0.5);
    expect(here.effortScale - point.effortScale).toBeCloseTo(effort.largestStep / 2, 9);
    expect(point.reviewBooking - here.reviewBooking).toBeCloseTo(booking.largestStep / 2, 9);
  });

  it('leaves what sits on a bound and would have to go further, and fits the others all the same', () => {
    const bound = { ...here, reviewBooking: 1, deadlineFirstShare: 0 };
    const { point, stuck } = steps(bound, [0.013, 0.2, -0.1]);
    expect(stuck).toEqual([1, 2]);
    expect(point).toMatchObject({ reviewBooking: 1, deadlineFirstShare: 0 });
    expect(point.effortScale).toBeCloseTo(1.21, 2);
  });

  it('moves what lies beyond an unknown at its upper bound, and the unknown again once that is back at its given value', () => {
    const all = { ...here, deadlineFirstShare: 1 };
    expect(moverAt(slots[1]!, all).key).toBe('deadlineFirstShare');
    // Initial assessments lack 7 points: less effort by 0.05 gives them; core arrangements take back what core gains.
    const down = steps(all, [0, -0.07, 0]).point;
    expect(down.effortScale).toBeCloseTo(1.15, 2);
    expect(down.arrangementCore).toBeCloseTo(0.95 - (0.05 * 1.3) / 0.8, 2);
    expect(down.deadlineFirstShare).toBe(1);
    expect(moverAt(slots[1]!, down).key).toBe('arrangementCore');
    const up = steps(down, [0, 0.2, 0]).point;
    expect(up.arrangementCore).toBe(0.95);
    const on = steps(up, [0, 0.08, 0]).point;
    expect(on.deadlineFirstShare).toBeCloseTo(0.8, 2);
    expect(on.arrangementCore).toBe(0.95);
  });
});

describe('what is learnt from a move', () => {
  const moved = { ...here, effortScale: 1.26 };
  const seen = (change: number, error: number) => [
    { change, error },
    { change: -0.084, error: 0 },
    { change: 0.5, error: 0 },
  ];

  it('is the slope that was seen, where luck has no part in it; entries of 0 stay', () => {
    const learnt = learn(slots, slopes, here, moved, seen(-0.03, 0));
    expect(learnt[0]![0]).toBeCloseTo(-0.5, 9);
    expect(learnt[0]!.slice(1)).toEqual(slopes[0]!.slice(1));
    expect(learnt[1]![0]).toBeCloseTo(-1.4, 9);
    expect(learnt[2]).toEqual(slopes[2]);
  });

  it('is little where luck is large, never another sign, and nothing from a move that is none', () => {
    expect(Math.abs(learn(slots, slopes, here, moved, seen(-0.03, 0.2))[0]![0]! + 1.3)).toBeLessThan(0.1);
    expect(learn(slots, slopes, here, moved, seen(0.2, 0))[0]![0]).toBeCloseTo(-1.3 * 0.3, 9);
    expect(learn(slots, slopes, here, here, seen(0.2, 0))).toEqual(slopes);
  });
});

it('errors of the values are those of the figures through the inverse slopes; what is bound has none', () => {
  const square = [
    [2, 0],
    [1, 4],
  ];
  const covariance = [
    [0.04, 0],
    [0, 0.16],
  ];
  const both = errorsOf(square, covariance, [0, 1])!;
  // x = a/2; y = (b − x)/4: variances 0.01 and (0.16 + 0.01)/16, covariance −0.01/4.
  expect(both[0]![0]).toBeCloseTo(0.01, 12);
  expect(both[1]![1]).toBeCloseTo(0.17 / 16, 12);
  expect(both[0]![1]).toBeCloseTo(-0.0025, 12);
  expect(errorsOf(square, covariance, [1])).toEqual([
    [0, 0],
    [0, 0.16 / 16],
  ]);
  expect(
    errorsOf(
      [
        [1, 1],
        [1, 1],
      ],
      covariance,
      [0, 1],
    ),
  ).toBeNull();
});
