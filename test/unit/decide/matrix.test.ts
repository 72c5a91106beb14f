import { describe, expect, it } from 'vitest';
import { conditionNumber, eigenvalues, inverse, leastSquares, multiply } from '../../../src/decide/matrix';

describe('small matrices', () => {
  it('have the inverse that gives one, and none where there is none', () => {
    const matrix = [
      [0, 2, 1],
      [1, 0, 3],
      [4, 1, 0],
    ];
    const one = multiply(matrix, inverse(matrix)!);
    one.forEach((row, i) => row.forEach((x, j) => expect(x).toBeCloseTo(i === j ? 1 : 0, 12)));
    expect(
      inverse([
        [1, 2],
        [2, 4],
      ]),
    ).toBeNull();
    expect(inverse([[0]])).toBeNull();
    expect(inverse([])).toEqual([]);
  });

  it('have the eigenvalues of the textbook', () => {
    const values = eigenvalues([
      [2, -1, 0],
      [-1, 2, -1],
      [0, -1, 2],
    ]).sort((a, b) => a - b);
    [2 - Math.SQRT2, 2, 2 + Math.SQRT2].forEach((value, i) => expect(values[i]).toBeCloseTo(value, 12));
  });

  it('have a condition number: 1 for what is told apart perfectly, none for what is the same', () => {
    const turned = [
      [0.6, -0.8],
      [0.8, 0.6],
    ];
    expect(conditionNumber(turned)).toBeCloseTo(1, 12);
    expect(
      conditionNumber([
        [10, 0],
        [0, 0.1],
      ]),
    ).toBeCloseTo(100, 9);
    expect(
      conditionNumber([
        [1, 2],
        [2, 4],
      ]),
    ).toBe(Infinity);
  });

  it('solve by least squares, and stay near nothing where columns say the same', () => {
    const [x, y] = leastSquares(
      [
        [2, 1],
        [0, 4],
      ],
      [-4, -8],
      0,
    );
    expect([x, y]).toEqual([1, 2]);
    const same = leastSquares(
      [
        [1, 1],
        [1, 1],
      ],
      [-2, -2],
      0.0001,
    );
    same.forEach((value) => expect(value).toBeCloseTo(1, 3));
  });
});
