import { expect, test } from 'vitest';
import { readArgs, UsageError, type Option } from '../../../src/cli/args';

const options: Readonly<Record<string, Option>> = {
  plan: { kind: 'text' },
  futures: { kind: 'whole', min: 1, max: 100 },
  workers: { kind: 'whole', min: 1, max: 64, word: 'auto' },
  format: { kind: 'choice', choices: ['table', 'json'] },
  'only-chance': { kind: 'flag' },
};
const read = (...args: string[]) => readArgs(args, options, ['plan']);

test('operands and options in any order, with a space or an equals sign', () => {
  const given = read(
    '--plan',
    'a',
    'birmingham-2009',
    '--futures=20',
    '--only-chance',
    '--plan=b',
    '--workers',
    'auto',
    '--',
    '--odd',
  );
  expect(given.operands).toEqual(['birmingham-2009', '--odd']);
  expect(given.all('plan')).toEqual(['a', 'b']);
  expect(given.whole('futures', 1000)).toBe(20);
  expect(given.one('workers')).toBe('auto');
  expect(given.flag('only-chance')).toBe(true);
  expect(given.flag('format')).toBe(false);
  expect(given.whole('seed', 1)).toBe(1);
});

test.each([
  [['--color'], 'There is no option --color.'],
  [['--constructor', '1'], 'There is no option --constructor.'],
  [['-f', '10'], 'There is no option -f.'],
  [['--futures'], 'The option --futures needs a value.'],
  [['--futures', '--plan'], 'The option --futures needs a value.'],
  [['--futures='], 'The option --futures needs a value.'],
  [['--futures', '0'], 'whole number from 1 to 100; it is "0"'],
  [['--futures', '101'], 'whole number from 1 to 100; it is "101"'],
  [['--futures', '1e2'], 'whole number from 1 to 100; it is "1e2"'],
  [['--futures', '-5'], 'whole number from 1 to 100; it is "-5"'],
  [['--futures', '٣'], 'whole number from 1 to 100'],
  [['--futures', '1', '--futures', '2'], 'given twice'],
  [['--workers', 'many'], '"auto" or a whole number from 1 to 64; it is "many"'],
  [['--format', 'xml'], 'one of table, json; it is "xml"'],
  [['--only-chance=yes'], 'takes no value'],
])('wrong usage: %j', (args, message) => {
  expect(() => read(...args)).toThrow(UsageError);
  expect(() => read(...args)).toThrow(message);
});
