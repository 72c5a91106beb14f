import { describe, expect, test } from 'vitest';
import { createLedger } from '../../../src/app/ledger';
import { toyModel } from '../run/toy';

describe('the ledger of futures', () => {
  test('lets the plan go that was used longest ago, never the one at hand', () => {
    const length = toyModel.columns.length * toyModel.months.length;
    const ledger = createLedger(2000, 6, 100 * length);
    const add = (key: string, first: number) =>
      ledger.add(key, toyModel, {
        first,
        futures: 50,
        rows: new Float64Array(50 * length),
        failures: [],
        baseline: new Float64Array(3),
      });
    add('a', 0);
    add('b', 0);
    ledger.account('a');
    add('c', 0);
    expect(['a', 'b', 'c'].map((key) => ledger.account(key)?.futures ?? 0)).toEqual([50, 0, 50]);
    add('c', 50);
    add('c', 100);
    expect(['a', 'b', 'c'].map((key) => ledger.account(key)?.futures ?? 0)).toEqual([0, 0, 150]);
  });

  test('never lets a plan on show make room for another on show: futures that no longer fit go instead', () => {
    // Three numbers a month, two months: room for 300 futures of all plans.
    const ledger = createLedger(2000, 6, 300 * 6);
    const add = (key: string, first: number) =>
      ledger.add(key, toyModel, {
        first,
        futures: 50,
        rows: Float64Array.from({ length: 300 }, (_, i) => first * 6 + i),
        failures: [{ future: first + 1, seed: 1, day: 1, code: 'toy', message: '' }],
        baseline: new Float64Array(3),
      });
    const futures = () => ['a', 'b', 'old'].map((key) => ledger.account(key)?.futures ?? 0);
    for (let first = 0; first < 250; first += 50) add('a', first);
    add('old', 0);
    ledger.keep(['a', 'b'], 150);
    expect(futures()).toEqual([150, 0, 50]);
    expect(ledger.account('a')!.rows.at(-1)).toBe(899);
    expect(ledger.account('a')!.failures.map(({ future }) => future)).toEqual([1, 51, 101]);
    for (const first of [0, 50, 100]) add('b', first);
    expect(futures()).toEqual([150, 150, 0]);
  });

  test('sets aside no more than there is room for, growth included', () => {
    const ledger = createLedger(2000, 6, 800 * 6);
    const chunk = (first: number) => ({
      first,
      futures: 50,
      rows: new Float64Array(300),
      failures: [],
      baseline: new Float64Array(3),
    });
    const aside = () =>
      ['a', 'b'].reduce((sum, key) => sum + (ledger.account(key)?.rows.buffer.byteLength ?? 0) / 8, 0);
    // Run alone, it may have had room for more than is its share of two.
    for (let first = 0; first < 350; first += 50) ledger.add('a', toyModel, chunk(first));
    ledger.keep(['a', 'b'], 400);
    ledger.add('a', toyModel, chunk(350));
    for (let first = 0; first < 400; first += 50) ledger.add('b', toyModel, chunk(first));
    expect(['a', 'b'].map((key) => ledger.account(key)!.futures)).toEqual([400, 400]);
    expect(aside()).toBe(800 * 6);
    ledger.keep(['a', 'b'], 300);
    expect(aside()).toBe(600 * 6);
  });

  test('has no account of futures that do not begin where it ends', () => {
    const ledger = createLedger(2000);
    const rows = new Float64Array(300);
    ledger.add('a', toyModel, { first: 50, futures: 50, rows, failures: [], baseline: new Float64Array(3) });
    expect(ledger.account('a')).toBeNull();
  });
});
