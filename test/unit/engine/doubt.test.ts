import { describe, expect, it } from 'vitest';
import { doubtOf, FIRST_ECHO, FutureStreams } from '../../../src/model/engine/doubt';
import { CAUSE, Streams } from '../../../src/model/engine/streams';

const drawn = (streams: Streams, future: number, cause: number, doubt = false): number[] => {
  streams.setFuture(5, future);
  if (doubt && streams instanceof FutureStreams) streams.drawDoubt(cause, 3, 1);
  else streams.draw(cause, 3, 1);
  return [streams.u0, streams.u1, streams.u2, streams.u3];
};
const causes = Object.values(CAUSE);

describe('the streams of a future', () => {
  it('are the plain ones, to the last bit, for every future that is no echo', () => {
    const streams = new FutureStreams();
    for (const future of [0, 7, 99_999, FIRST_ECHO - 1])
      for (const cause of causes)
        for (const doubt of [false, true])
          expect(drawn(streams, future, cause, doubt)).toEqual(drawn(new Streams(), future, cause));
  });

  it('give an echo the doubt of its future and chance of its own', () => {
    const streams = new FutureStreams();
    for (const doubt of [false, true]) {
      const future = drawn(streams, 7, CAUSE.yearLevel, doubt);
      const echo = drawn(streams, FIRST_ECHO + 7, CAUSE.yearLevel, doubt);
      expect(echo[0] === future[0]).toBe(doubt);
      for (const chance of [1, 2, 3]) expect(echo[chance]).not.toBe(future[chance]);
    }
  });

  it('have the doubt of one future each', () => {
    expect([0, 7, FIRST_ECHO, FIRST_ECHO + 7].map(doubtOf)).toEqual([0, 7, 0, 7]);
    const streams = new FutureStreams();
    expect(drawn(streams, FIRST_ECHO + 7, CAUSE.yearLevel, true)[0]).not.toBe(
      drawn(streams, FIRST_ECHO + 8, CAUSE.yearLevel, true)[0],
    );
  });
});
