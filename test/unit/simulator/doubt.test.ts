import { describe, expect, it } from 'vitest';
import { doubtOf, FIRST_ECHO } from '../../../src/model/simulator/doubt';
import { CAUSE, DOMAIN_WORD, streams, uniforms } from '../../fixtures/streams';

const drawn = (future: number, cause: number, doubt = false): number[] => {
  streams.setFuture(5, future);
  if (doubt) streams.drawDoubt(cause, 3, 1);
  else streams.draw(cause, 3, 1);
  return uniforms();
};
/** The same under the plain key of a future, which knows of no doubt. */
const plain = (future: number, cause: number): number[] => {
  streams.setKey(5, 0, future, DOMAIN_WORD);
  streams.draw(cause, 3, 1);
  return uniforms();
};
const causes = Object.values(CAUSE);
const yearLevel = CAUSE['yearLevel']!;

describe('the streams of a future', () => {
  it('are the plain ones, to the last bit, for every future that is no echo', () => {
    expect(causes).toEqual(Array.from({ length: 23 }, (_, i) => i + 1));
    for (const future of [0, 7, 99_999, FIRST_ECHO - 1])
      for (const cause of causes)
        for (const doubt of [false, true]) expect(drawn(future, cause, doubt)).toEqual(plain(future, cause));
  });

  it('give an echo the doubt of its future and chance of its own', () => {
    for (const doubt of [false, true]) {
      const future = drawn(7, yearLevel, doubt);
      const echo = drawn(FIRST_ECHO + 7, yearLevel, doubt);
      expect(echo[0] === future[0]).toBe(doubt);
      for (const chance of [1, 2, 3]) expect(echo[chance]).not.toBe(future[chance]);
    }
  });

  it('have the doubt of one future each', () => {
    expect([0, 7, FIRST_ECHO, FIRST_ECHO + 7].map(doubtOf)).toEqual([0, 7, 0, 7]);
    expect(drawn(FIRST_ECHO + 7, yearLevel, true)[0]).not.toBe(drawn(FIRST_ECHO + 8, yearLevel, true)[0]);
  });
});
