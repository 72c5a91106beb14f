import { describe, expect, it } from 'vitest';
import { sampleFutures } from '../../../src/model/results/samples';
import { assessments, rowsOf } from './rows';

describe('sample futures', () => {
  const shares = Array.from({ length: 20 }, (_, future) => [future / 20, 1 - future / 20]);

  it('are the first dozen by number, month by month, whatever comes after them', () => {
    const data = rowsOf('2009-04', 2, assessments(shares));
    const { ia_in_time: samples } = sampleFutures(data, ['ia_in_time', 'ia_in_time']);
    expect(samples).toHaveLength(12);
    expect(samples![0]).toEqual([0, 1]);
    expect(samples![10]).toEqual([0.5, 0.5]);
    const more = rowsOf('2009-04', 2, assessments([...shares, [0.9, 0.9]]));
    expect(sampleFutures(more, ['ia_in_time'])['ia_in_time']).toEqual(samples);
  });

  it('keep their number where one failed, and are as many as there are', () => {
    const data = rowsOf('2009-04', 2, ['failed', ...assessments([[0.5, 0.25]])]);
    expect(sampleFutures(data, ['ia_in_time'])['ia_in_time']).toEqual([
      [null, null],
      [0.5, 0.25],
    ]);
  });
});
