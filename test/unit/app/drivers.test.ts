/** What moves the result most between two plans: named in a sentence, and the list in that order. */
import { expect, test } from 'vitest';
import { byEffect, driversWords } from '../../../src/app/drivers';
import type { EffectCell } from '../../../src/app/effects';

const difference = (id: string) => ({ id, label: `Setting ${id}`, unit: '', values: ['1', '2'] });
const effect = (met: number, standardError = 0.05): EffectCell => ({
  all: { difference: 0, standardError: 0 },
  met: { difference: met, standardError },
});
const differences = ['within', 'small', 'none', 'large', 'worse', 'middle'].map(difference);
const single = {
  within: effect(0.9, 0.5),
  small: effect(0.2),
  none: { why: 'Nothing alone' },
  large: effect(0.8),
  worse: effect(-0.6),
  middle: effect(0.4),
};

test('the list goes by size, better or worse, and what is within its error or has none comes last', () => {
  expect(byEffect(differences, { single }).map(({ id }) => id)).toEqual([
    'large',
    'worse',
    'middle',
    'small',
    'within',
    'none',
  ]);
});

test('three are named with their effect and error', () => {
  expect(driversWords(differences, { single })).toBe(
    'What moves the number of targets met most, each by itself: Setting large (+0.8 ± 0.1), Setting worse (−0.6 ± 0.1) and Setting middle (+0.4 ± 0.1). The list is in the order of their effects.',
  );
});

test('fewer where fewer are clear of their error, and none where none is', () => {
  const few = { large: single.large, within: single.within };
  expect(driversWords(differences, { single: few })).toBe(
    'What moves the number of targets met most, each by itself: Setting large (+0.8 ± 0.1). No other difference does so by itself beyond its error.',
  );
  expect(driversWords(differences, { single: { within: single.within } })).toBe(
    'No difference by itself moves the number of targets met by more than its error.',
  );
});
