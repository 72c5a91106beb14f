import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openKeep } from '../../../src/store/database';
import { faultOf, freshId, noKeep, type Work } from '../../../src/store/keep';

const work = (id: string, changed: number): Work => ({
  id,
  name: `Work ${id}`,
  changed,
  draft: { scenario: { id }, plans: [{ id: 'as-now' }], selected: 'as-now' },
});
const version = (id: string, of: string, saved: number) => ({
  id,
  work: of,
  planId: 'recovery',
  name: id,
  saved,
  schemaVersion: 2,
  plan: {},
});

test('what is kept is there after the database is opened again, the last changed first', async () => {
  const name = freshId();
  const keep = await openKeep(name);
  await keep.save(work('a', 1));
  await keep.save(work('b', 2));
  await keep.save({ ...work('a', 3), name: 'Anew' });
  const again = await openKeep(name);
  expect((await again.list()).map((one) => [one.id, one.name])).toEqual([
    ['a', 'Anew'],
    ['b', 'Work b'],
  ]);
  expect(await again.load('b')).toEqual(work('b', 2));
  expect(await again.load('c')).toBeNull();
});

test('a write that is under way ends before a later read', async () => {
  const keep = await openKeep(freshId());
  void keep.save(work('a', 1));
  void keep.save(work('a', 2));
  expect((await keep.load('a'))?.changed).toBe(2);
});

test('a work is forgotten with its versions, and nothing else is', async () => {
  const keep = await openKeep(freshId());
  await Promise.all([keep.save(work('a', 1)), keep.save(work('b', 2))]);
  for (const one of [version('v1', 'a', 1), version('v2', 'a', 2), version('v3', 'b', 3)]) await keep.saveVersion(one);
  expect((await keep.versions('a')).map(({ id }) => id)).toEqual(['v2', 'v1']);
  await keep.forgetVersion('v1');
  expect((await keep.versions('a')).map(({ id }) => id)).toEqual(['v2']);
  await keep.forget('a');
  expect((await keep.list()).map(({ id }) => id)).toEqual(['b']);
  expect(await keep.versions('a')).toEqual([]);
  expect(await keep.versions('b')).toHaveLength(1);
});

test('a full and a blocked database are told apart', async () => {
  const fault = (of: Promise<unknown>) => of.then(() => 'none', faultOf);
  expect(await fault(noKeep('full').save(work('a', 1)))).toBe('full');
  expect(await fault(noKeep().list())).toBe('blocked');
  expect(faultOf(undefined)).toBe('blocked');
});
