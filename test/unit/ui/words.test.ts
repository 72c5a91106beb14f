import { describe, expect, test } from 'vitest';
import { isForeign } from '../../../src/app/privacy';
import { formatExact, formatValue, rangeText, shortBasis, shortMonth, worstError } from '../../../src/app/words';
import type { MeasureSummary, PlanReport, ReviewSummary, TargetSummary } from '../../../src/model/index';
import { movement, targetFinding } from '../../../src/ui/finding';
import { nudged, snapped } from '../../../src/ui/nudge';
import { besideTimeliness, listedMeasures, mainReview, meanMet, monthIndex } from '../../../src/ui/reading';

const rising = {
  unit: 'share',
  p10: [0.58, 0.6, 0.65],
  p50: [null, 0.62, 0.71],
  p90: [0.68, 0.7, 0.8],
} as unknown as MeasureSummary;
const writing = { value: (v: number) => formatValue(v, 'share'), exact: (v: number) => formatExact(v, 'share') };
const target = { probability: 0.31, threshold: 0.69, direction: 'at-least' } as TargetSummary;

describe('findings', () => {
  test('say what the middle does and where most futures end', () => {
    expect(movement(rising, 2, writing)).toBe('Rises from 62% to 71%');
    expect(movement({ ...rising, p50: [0.62, 0.62, 0.625] }, 2, writing)).toBe('Stays near 63%');
    expect(movement({ ...rising, p50: [0.62, 0.4, 0.66] }, 2, writing)).toBe('Dips to 40%, then 66%');
    expect(movement({ ...rising, p50: [0.62, 0.8, 0.66] }, 2, writing)).toBe('Climbs to 80%, then 66%');
    expect(movement({ ...rising, p50: [null, null, null] }, 2, writing)).toBe('No value in the months simulated');
    expect(targetFinding(rising, target, 2, writing)).toBe('Rises from 62% to 71%, and most futures stop short of 69%');
    expect(targetFinding(rising, { ...target, probability: 0.5 }, 2, writing)).toMatch(
      /about half of the futures get to 69%$/,
    );
    expect(targetFinding(rising, { ...target, probability: 0.9, direction: 'at-most' }, 2, writing)).toMatch(
      /most futures get down to 69%$/,
    );
    expect(targetFinding(rising, { ...target, probability: null }, 2, writing)).toBe('Rises from 62% to 71%');
  });
});

describe('short forms', () => {
  test('keep basis, period and unit', () => {
    expect(shortBasis('cumulative, April 2009 to February 2010')).toBe('cumulative, Apr 2009–Feb 2010');
    expect(shortBasis('child level, 12 months to February 2010')).toBe('child level, 12 months to Feb 2010');
    expect(shortBasis('on 28 February 2010')).toBe('on 28 Feb 2010');
    expect(shortMonth('2009-02')).toBe('Feb 09');
    expect(rangeText('58%', '73%')).toBe('58–73%');
    expect(rangeText('5', '5')).toBe('5');
    expect([200, 2000].map(worstError)).toEqual([7, 2]);
  });
});

describe('reading a report', () => {
  const reviews = [
    { date: '2009-07-31', targets: [] },
    { date: '2010-02-28', targets: ['a'] },
  ] as unknown as ReviewSummary[];

  test('speaks of the first review at which something falls due', () => {
    expect(mainReview(reviews)?.date).toBe('2010-02-28');
    expect(mainReview(reviews.slice(0, 1))?.date).toBe('2009-07-31');
    expect(mainReview([])).toBeNull();
    expect(meanMet([0.5, 0.25, 0.25])).toBe(0.75);
    expect(meanMet([])).toBeNull();
    expect(monthIndex(['2009-02', '2009-03'], '2009-03-31')).toBe(1);
    expect(monthIndex(['2009-02', '2009-03'], '2010-03-31')).toBe(-1);
  });

  test('lists what there is, and sets overdue work beside timeliness', () => {
    const result = { measures: { assessments_overdue: rising, in_post_fte: rising } } as unknown as PlanReport;
    expect(listedMeasures(result).map(({ id }) => id)).toEqual(['in_post_fte', 'assessments_overdue']);
    expect(besideTimeliness({ measure: 'ia_in_time' }, result)?.measure).toBe(rising);
    expect(besideTimeliness({ measure: 'school_absence' }, result)).toBeNull();
  });
});

describe('sliders', () => {
  const spec = { low: 0, high: 20, step: 0.5, now: 6.4 };

  test('snap to steps and to as now', () => {
    expect(snapped(7.2, spec)).toBe(7);
    expect(snapped(6.4, spec)).toBe(6.4);
    expect(snapped(6.9, spec)).toBe(7);
  });

  test('go to the next step by arrow, ten with Shift, a tenth by page, the ends by Home and End', () => {
    expect(nudged('ArrowRight', false, 6.4, spec)).toBe(6.5);
    expect(nudged('ArrowLeft', false, 6.4, spec)).toBe(6);
    expect(nudged('ArrowUp', true, 6, spec)).toBe(11);
    expect(nudged('PageDown', false, 6, spec)).toBe(4);
    expect(nudged('End', false, 6, spec)).toBe(20);
    expect(nudged('ArrowUp', false, 20, spec)).toBe(20);
    expect(nudged('a', false, 6, spec)).toBeNull();
  });
});

describe('the request counter', () => {
  test('counts other places only', () => {
    expect(isForeign('https://here.example/a.js', 'https://here.example/')).toBe(false);
    expect(isForeign('data:,', 'https://here.example/')).toBe(false);
    expect(isForeign('https://there.example/a.js', 'https://here.example/')).toBe(true);
  });
});
