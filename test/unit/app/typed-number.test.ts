/** Every field that takes a number reads it alike; what it takes and says is its own. */
import { describe, expect, test } from 'vitest';
import birmingham from '../../../scenarios/birmingham-2009.json';
import { baselineFigure } from '../../../src/app/baseline';
import { readNumber } from '../../../src/app/baseline-typed';
import { leverSpecs, readLever } from '../../../src/app/levers';
import { readCell, seriesOf } from '../../../src/app/months';
import { readCount } from '../../../src/app/notice/counting';
import { readValue } from '../../../src/app/notice/typed';
import { readDial, readRamp } from '../../../src/app/plan-input';
import { typedNumber, typedWhole } from '../../../src/app/typed-number';
import type { Scenario } from '../../../src/model/index';

const scenario = birmingham as unknown as Scenario;
const referrals = baselineFigure(scenario, 'demand.referralsPerYear')!;
const posts = leverSpecs(scenario).find(({ id }) => id === 'assessmentPosts')!;
const counted = seriesOf(scenario).find(({ unit }) => unit === 'number')!;

describe('a typed number', () => {
  test.each([
    ['13,000', 13000, ''],
    [' £38,000 ', 38000, ''],
    ['-£5', -5, ''],
    ['−3', -3, ''],
    ['24.7%', 24.7, '%'],
    ['69 per cent', 69, '%'],
    ['12 FTE', 12, 'fte'],
    ['.5', 0.5, ''],
  ])('%s is read', (text, value, behind) => {
    expect(typedNumber(text)).toEqual({ value, behind });
  });

  test.each(['', '12..5', '1,00', '1,0000', 'ten', '5 apples', '1e3', '0x10', 'Infinity', '--3'])(
    '%s is none',
    (text) => {
      expect(typedNumber(text)).toBeNull();
    },
  );

  test('is whole only as it stands', () => {
    expect([typedWhole('1,200'), typedWhole('12%'), typedWhole('1.0'), typedWhole('-2')]).toEqual([
      1200,
      null,
      null,
      -2,
    ]);
  });
});

describe('every field', () => {
  test('takes thousands', () => {
    const fields = [
      readNumber('12,000', referrals),
      readCell('12,000', counted, 1, '2009-01'),
      readCount('12,000'),
      readValue('12,000', 'count'),
      readDial('12,000', 0, 20000),
    ];
    expect(fields).toEqual(fields.map(() => ({ ok: true, value: 12000 })));
  });

  test('takes a true minus where below nought can be', () => {
    expect(readLever('−3', posts)).toEqual({ ok: true, value: -3 });
    expect(readCell('−3', counted, 1, '2009-01')).toMatchObject({ ok: false });
  });

  test('refuses what is no number with a sentence that quotes it', () => {
    const fields = [
      readNumber('12..5', referrals),
      readLever('12..5', posts),
      readCell('12..5', counted, 1, '2009-01'),
      readCount('12..5'),
      readValue('12..5', 'count'),
      readDial('12..5', 0, 5),
      readRamp('12..5'),
    ];
    for (const field of fields) expect(!field.ok && field.sentence).toContain('“12..5”');
  });
});
