import { expect, test } from 'vitest';
import { EXAMPLES } from '../../../src/app/examples';
import { SHIPPED } from '../../../src/cli/inputs';

test('the page offers what the program ships, in the same order', () => {
  expect(EXAMPLES.map(({ id }) => id)).toEqual(Object.keys(SHIPPED));
});

test.each(EXAMPLES.map((example) => [example.id, example] as const))(
  '%s is fetched when asked for',
  async (id, example) => {
    expect(await example.load()).toEqual(SHIPPED[id]);
  },
);
