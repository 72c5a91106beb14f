/** The engine lays its memory out itself, and nobody looks whether a place exists: what stands there has to fit its room. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addressOf, fieldOf, fieldsOf } from '../../../src/model/simulator/memory';

/** Each struct, where it begins, and where several stand side by side the bytes from one to the next. */
const PLACES: readonly (readonly [struct: string, address: string, stride?: number, count?: string | number])[] = [
  ['Future', 'FUTURE'],
  ['MonthSettings', 'NOW'],
  ['World', 'SCALARS'],
  ['Streams', 'STREAMS'],
  ['Streams', 'DOUBT'],
  ['Point', 'POINT'],
  ['Levers', 'LEVERS'],
  ['Money', 'MONEY'],
  ['Stage', 'STAGE', 64, 'STAGES'],
  ['Kind', 'KIND', 64, 'KINDS'],
  ['PriorityQueue', 'QUEUE', 64, 'QUEUES'],
  ['Roster', 'ROSTER', 16, 'ROSTERS'],
  ['Table', 'TABLE', 64, 'TABLES'],
  ['Model', 'MODEL'],
  ['TeamState', 'TEAM', 64, 'MOST_TEAMS'],
  ['Worker', 'WORKERS', 256, 'MOST_WORKERS'],
];

/** Where anything begins: the addresses among the constants of the layout. */
const beginnings = ['domain', 'engine'].flatMap((folder) => {
  const text = readFileSync(`src/model/${folder}/layout.ts`, 'utf8');
  return [...text.matchAll(/^export const (\w+): usize = (?!\d)/gm)].map(([, name]) => addressOf(name!));
});

/** Bytes up to the end of a struct's last field. */
function sizeOf(struct: string): number {
  return Math.max(
    ...fieldsOf(struct).map((name) => {
      const { at, type } = fieldOf(struct, name);
      return at + (type === 'f64' ? 8 : 4);
    }),
  );
}

describe('what the engine keeps in memory', () => {
  const places = PLACES.map(([struct, address, stride = 0, count = 1]) => ({ struct, address, stride, count }));
  it.each(places)('$struct at $address ends before the next begins', ({ struct, address, stride, count }) => {
    const size = sizeOf(struct);
    const start = addressOf(address);
    const many = typeof count === 'number' ? count : addressOf(count);
    if (stride > 0) expect(size).toBeLessThanOrEqual(stride);
    const next = Math.min(...beginnings.filter((other) => other > start));
    expect(start + (many - 1) * stride + size).toBeLessThanOrEqual(next);
    // Real numbers are read at multiples of eight.
    expect(start % 8).toBe(0);
  });

  it('begins with rows of real numbers at multiples of eight', () => {
    for (const name of [
      'TALLY',
      'SUPERVISION',
      'REFERENCE_LOAD',
      'POSTS',
      'CEILINGS',
      'MARKET_LEAVING',
      'MARKET_RECRUITS',
      'EFFORT',
      'GAP',
      'ELAPSED',
      'MODEL_TABLES',
    ])
      expect(addressOf(name) % 8, name).toBe(0);
  });
});
