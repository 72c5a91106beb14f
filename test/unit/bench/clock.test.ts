import { expect, test } from 'vitest';
import { median, timeInTurn } from '../../../bench/clock';

test('the median is the middle, or the mean of the two middle ones', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([7])).toBe(7);
  expect(median([])).toBeNaN();
});

test('tasks are timed in turn, each at least once a round and once beforehand', () => {
  const calls: string[] = [];
  const timings = timeInTurn([() => calls.push('a'), () => calls.push('b')], { rounds: 2, seconds: 0 });
  expect(calls).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
  expect(timings.map((timing) => timing.calls)).toEqual([2, 2]);
  for (const { ms, lowest, highest } of timings) {
    expect(lowest).toBeLessThanOrEqual(ms);
    expect(ms).toBeLessThanOrEqual(highest);
  }
});
