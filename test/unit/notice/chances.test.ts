import { describe, expect, it } from 'vitest';
import {
  boardStatus,
  chanceShort,
  chanceText,
  frames,
  freshSet,
  outOf100,
  ragBand,
} from '../../../src/model/notice/chances';
import { chanceOf } from '../../../src/model/results/precision';

describe('a chance in words', () => {
  it.each([
    [1240, 2000, '62%', '62%', '62', '38'],
    [0, 2000, 'less than 1%', '<1%', 'fewer than 1', 'more than 99'],
    [9, 2000, 'less than 1%', '<1%', 'fewer than 1', 'more than 99'],
    [10, 2000, '1%', '1%', '1', '99'],
    [2000, 2000, 'more than 99%', '>99%', 'more than 99', 'fewer than 1'],
    [1991, 2000, 'more than 99%', '>99%', 'more than 99', 'fewer than 1'],
    [0, 200, 'less than 2%', '<2%', 'fewer than 2', 'more than 98'],
    [200, 200, 'more than 98%', '>98%', 'more than 98', 'fewer than 2'],
    [0, 100, 'less than 4%', '<4%', 'fewer than 4', 'more than 96'],
    [120, 200, 'about 60%', '60%', '60', '40'],
    [500, 1000, 'about 50%', '50%', '50', '50'],
    [500, 2000, '25%', '25%', '25', '75'],
  ])('%d of %d futures', (hits, futures, text, short, met, missed) => {
    const chance = chanceOf(hits, futures);
    expect(chanceText(chance)).toBe(text);
    expect(chanceShort(chance)).toBe(short);
    expect(frames(chance)).toMatchObject({ met, missed });
  });

  it('has no number where there is none', () => {
    const none = chanceOf(0, 0);
    expect([chanceText(none), chanceShort(none), frames(none)]).toEqual(['no value', '–', null]);
  });

  it('says what another set of futures could change', () => {
    expect(freshSet('2,000', chanceOf(1240, 2000).interval)).toBe(
      '2,000 futures; a fresh set could move the chance by about 2 points.',
    );
    expect(freshSet('10,000', chanceOf(5000, 10_000).interval)).toContain('by about 1 point.');
    expect(freshSet('2,000', chanceOf(0, 2000).interval)).toContain('by less than 1 point.');
    expect(freshSet('200', chanceOf(100, 200).interval)).toContain('by about 7 points.');
  });

  it('divides a hundred without losing one', () => {
    expect(outOf100([0.335, 0.335, 0.33])).toEqual([34, 33, 33]);
    expect(outOf100([1 / 3, 1 / 3, 1 / 3])).toEqual([34, 33, 33]);
    expect(outOf100([0.78, 0.14, 0.08])).toEqual([78, 14, 8]);
    expect(outOf100([1, 0, 0])).toEqual([100, 0, 0]);
  });

  it('stands against the board’s level in words and a shape', () => {
    expect(boardStatus(0.8, 0.8)).toEqual({ text: 'Above your board’s 80% level', shape: '▲' });
    expect(boardStatus(0.79, 0.8)).toEqual({ text: 'Below your board’s 80% level', shape: '▼' });
    expect(ragBand(0.8)).toEqual({
      band: 'green',
      key: 'Green 80% or more, amber 50% to 79%, red below 50% (our convention)',
    });
    expect([0.79, 0.5, 0.49].map((chance) => ragBand(chance).band)).toEqual(['amber', 'amber', 'red']);
    expect(ragBand(0.6, { green: 0.9, amber: 0.6 })).toEqual({
      band: 'amber',
      key: 'Green 90% or more, amber 60% to 89%, red below 60%',
    });
  });
});
