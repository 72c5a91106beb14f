import { describe, expect, test } from 'vitest';
import type { MeasureSummary, TargetSummary } from '../../../src/model/index';
import { dotGrid } from '../../../src/ui/chart/dots';
import { fanGeometry, type FanInput } from '../../../src/ui/chart/fan';
import { linear, monthTicks, tickValues, valueDomain } from '../../../src/ui/chart/scale';

const months = Array.from(
  { length: 24 },
  (_, i) => `20${i < 11 ? '09' : i < 23 ? '10' : '11'}-${String(((i + 1) % 12) + 1).padStart(2, '0')}`,
);
const flat = (value: number | null) => months.map(() => value);
const measure = {
  unit: 'share',
  polarity: 'high',
  p10: flat(0.6),
  p25: flat(0.65),
  p50: flat(0.7),
  p75: flat(0.75),
  p90: flat(0.8),
} as unknown as MeasureSummary;
const target = {
  due: '2010-02-28',
  threshold: 0.69,
  unit: 'share',
  direction: 'at-least',
  p10: 0.58,
  p50: 0.66,
  p90: 0.73,
} as unknown as TargetSummary;
const input: FanInput = {
  months,
  measure,
  target,
  history: [{ value: 0.62, when: '2007-08', assumed: false }],
  ownBasis: true,
  zoomed: false,
  width: 620,
  height: 286,
};

describe('scales', () => {
  test('map ends to ends, and an empty domain to the middle', () => {
    const scale = linear([0, 10], [100, 0]);
    expect([scale(0), scale(10), scale(15)]).toEqual([100, 0, -50]);
    expect(linear([3, 3], [0, 100])(3)).toBe(50);
  });

  test('timeliness runs to 100% unless zoomed; a share to be kept low only as far as it needs', () => {
    expect(valueDomain([0.6, 0.8], 'share', true, false)).toEqual([0, 1]);
    const [low, high] = valueDomain([0.6, 0.8], 'share', true, true);
    expect(low).toBeGreaterThanOrEqual(0.5);
    expect(high).toBeLessThanOrEqual(0.9);
    expect(valueDomain([0.18, 0.25], 'share', false, false)[1]).toBeLessThan(0.4);
    expect(valueDomain([0, 0], 'count', false, false)).toEqual([0, 1]);
    expect(valueDomain([NaN], 'count', false, false)).toEqual([0, 1]);
    expect(valueDomain([0.97, 1], 'share', true, true)[1]).toBe(1);
    expect(tickValues([0, 1], 4)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });

  test('months are labelled as far apart as they have room', () => {
    expect(monthTicks(24, 460)).toEqual([0, 3, 6, 9, 12, 15, 18, 21]);
    expect(monthTicks(24, 200)).toEqual([0, 12]);
  });
});

describe('the fan', () => {
  test('puts the diamond on its own date and threshold, with the range of its own basis beside it', () => {
    const fan = fanGeometry(input);
    expect(fan.target).toMatchObject({ x: fan.x(12), y: fan.y(0.69) });
    expect(fan.interval).toEqual({ x: fan.x(12) - 11, low: fan.y(0.58), middle: fan.y(0.66), high: fan.y(0.73) });
    expect(fanGeometry({ ...input, ownBasis: false }).interval).toBeNull();
  });

  test('labels the target outside the bands', () => {
    const fan = fanGeometry(input);
    const { label } = fan.target!;
    expect(label.y).toBeGreaterThan(fan.y(0.58));
    const high = fanGeometry({ ...input, measure: { ...measure, p10: flat(0.02) }, target: { ...target, p10: 0.02 } });
    expect(high.target!.label.y).toBeLessThan(high.y(0.8));
  });

  test('begins simulation before the first month and puts the baseline before that', () => {
    const fan = fanGeometry(input);
    expect(fan.rule).toBeLessThan(fan.x(0));
    expect(fan.history[0]!.x).toBeLessThan(fan.rule);
    expect(fan.history[0]).toMatchObject({ y: fan.y(0.62), when: '2007-08' });
    const more = fanGeometry({
      ...input,
      history: [...input.history!, { value: 0.7, when: 'assumed', assumed: true }],
    });
    expect(more.history[1]!.x - more.history[0]!.x).toBeGreaterThanOrEqual(50);
    expect(more.history[1]!.x).toBeLessThan(more.rule);
    expect(more.x(23)).toBe(fan.x(23));
  });

  test('draws later figures in their month, what the months must be, and futures one by one, all within the scale', () => {
    const required = flat(null).map((_, i) => (i >= 2 && i <= 12 ? 0.5 + i / 64 : null));
    const fan = fanGeometry({
      ...input,
      zoomed: true,
      required,
      later: [
        { month: '2009-10', value: 0.3 },
        { month: '2030-01', value: 0.4 },
      ],
      samples: [flat(0.95), flat(0.2)],
    });
    expect(fan.later).toEqual([{ x: fan.x(8), y: fan.y(0.3), value: 0.3, anchor: 'end' }]);
    expect(fan.required!.path).toMatch(/^M/);
    expect(fan.required!.end).toMatchObject({ x: fan.x(12), value: 0.6875 });
    expect(fan.samples).toHaveLength(2);
    expect(fan.domain[0]).toBeLessThanOrEqual(0.2);
    expect(fan.domain[1]).toBeGreaterThanOrEqual(0.95);
    expect(fanGeometry(input)).toMatchObject({ required: null, later: [], samples: [] });
  });

  test('keeps the labels at the end apart, and inside its box where it is narrow', () => {
    const fan = fanGeometry({ ...input, measure: { ...measure, p10: flat(0.699), p90: flat(0.701) } });
    const [high, middle, low] = fan.ends.map(({ y }) => y) as [number, number, number];
    expect(middle - high).toBeGreaterThanOrEqual(17);
    expect(low - middle).toBeGreaterThanOrEqual(17);
    const narrow = fanGeometry({ ...input, width: 300 });
    expect(narrow.plot.right).toBeLessThan(300 - 40);
    expect(narrow.narrow).toBe(true);
  });

  test('breaks band and line at a month without a value, and draws no diamond beyond its months', () => {
    const gap = (value: number) => flat(value).map((v, i) => (i === 5 ? null : v));
    const broken = { ...measure, p10: gap(0.6), p25: gap(0.65), p50: gap(0.7), p75: gap(0.75), p90: gap(0.8) };
    const fan = fanGeometry({ ...input, measure: broken, target: { ...target, due: '2015-02-28' } });
    expect(fan.middle.match(/M/g)).toHaveLength(2);
    expect(fan.outer.match(/Z/g)).toHaveLength(2);
    expect(fan.target).toBeNull();
  });
});

describe('fifty dots', () => {
  test('as many filled as the chance says', () => {
    expect(dotGrid(0.11).filter(({ met }) => met)).toHaveLength(6);
    expect(dotGrid(0)).toHaveLength(50);
    expect(dotGrid(1).every(({ met }) => met)).toBe(true);
  });
});
