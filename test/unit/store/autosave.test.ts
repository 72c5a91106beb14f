import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Autosave, type SaveState } from '../../../src/store/autosave';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

function saver(write: (value: string) => Promise<void> = () => Promise.resolve()) {
  const written: string[] = [];
  const states: SaveState['kind'][] = [];
  const autosave = new Autosave<string>({
    write: (value) => {
      written.push(value);
      return write(value);
    },
    onState: ({ kind }) => states.push(kind),
  });
  return { autosave, written, states };
}

test('the first change is written at once, those that follow quickly together, within 300 ms', async () => {
  const { autosave, written, states } = saver();
  autosave.changed('a');
  expect(written).toEqual(['a']);
  autosave.changed('b');
  await vi.advanceTimersByTimeAsync(100);
  autosave.changed('c');
  await vi.advanceTimersByTimeAsync(100);
  autosave.changed('d');
  expect(written).toEqual(['a']);
  await vi.advanceTimersByTimeAsync(100);
  expect(written).toEqual(['a', 'd']);
  expect(states.at(-1)).toBe('saved');
  // Without an end to the changes it still writes.
  for (let n = 0; n < 20; n++) {
    autosave.changed(`e${n}`);
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(written.length).toBeGreaterThanOrEqual(5);
});

test('a page that goes writes what waits before it returns', async () => {
  const { autosave, written } = saver();
  autosave.changed('a');
  autosave.changed('b');
  const end = autosave.flush();
  expect(written).toEqual(['a', 'b']);
  await end;
  await vi.advanceTimersByTimeAsync(1000);
  expect(written).toEqual(['a', 'b']);
});

test('what waits for another window is dropped', async () => {
  const { autosave, written } = saver();
  autosave.changed('a');
  autosave.changed('b');
  autosave.drop();
  await vi.advanceTimersByTimeAsync(1000);
  expect(written).toEqual(['a']);
});

test('a refusal is said, with its reason, and the next change is tried again', async () => {
  let full = true;
  const { autosave, states, written } = saver(() =>
    full ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : Promise.resolve(),
  );
  autosave.changed('a');
  await autosave.flush();
  expect(states).toEqual(['saving', 'unsaved']);
  full = false;
  await vi.advanceTimersByTimeAsync(1000);
  autosave.changed('b');
  await autosave.flush();
  expect(states.at(-1)).toBe('saved');
  expect(written).toEqual(['a', 'b']);
});

test('an older write that ends late does not say that the newest is saved', async () => {
  const ends: (() => void)[] = [];
  const { autosave, states } = saver(() => new Promise((resolve) => ends.push(resolve)));
  autosave.changed('a');
  autosave.changed('b');
  void autosave.flush();
  ends[0]!();
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toBe('saving');
  ends[1]!();
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toBe('saved');
});
