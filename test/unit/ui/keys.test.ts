/** Keys that act anywhere: single ones only outside fields and while they are on, undo not where letters are typed. */
import { describe, expect, it } from 'vitest';
import { askedBy, type Place, type Pressed } from '../../../src/ui/keys';

const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  ...{ ctrlKey: false, altKey: false, metaKey: false, shiftKey: false },
  ...held,
});
const LONG_AGO = Infinity;

describe('single keys', () => {
  it('turn to a page after g, open the list, and copy a plan', () => {
    expect(askedBy(press('g'), 'page', true, LONG_AGO)).toEqual({ kind: 'going' });
    expect(askedBy(press('b'), 'page', true, 400)).toEqual({ kind: 'page', page: 'baseline' });
    expect(askedBy(press('b'), 'page', true, 1600)).toBeNull();
    expect(askedBy(press('?', { shiftKey: true }), 'page', true, LONG_AGO)).toEqual({ kind: 'list' });
    expect(askedBy(press('d'), 'page', true, LONG_AGO)).toEqual({ kind: 'copy-plan' });
    expect(askedBy(press('x'), 'page', true, 100)).toBeNull();
  });

  it.each([
    ['text', true],
    ['field', true],
    ['page', false],
  ] as const)('do nothing in a %s with single keys %s', (place: Place, on) => {
    for (const key of ['g', '?', 'd', 'b']) expect(askedBy(press(key), place, on, 100)).toBeNull();
  });

  it('are none with Ctrl, Alt or the command key', () => {
    for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }])
      expect(askedBy(press('g', held), 'page', true, LONG_AGO)).toBeNull();
  });
});

describe('undo and redo', () => {
  it.each([
    ['z', {}, 'undo'],
    ['y', {}, 'redo'],
    ['Z', { shiftKey: true }, 'redo'],
  ] as const)(
    'Ctrl+%s acts on the page and on a slider, with single keys off too, and never in a text',
    (key, held, kind) => {
      const pressed = press(key, { ctrlKey: true, ...held });
      expect(askedBy(pressed, 'page', false, LONG_AGO)).toEqual({ kind });
      expect(askedBy(pressed, 'field', false, LONG_AGO)).toEqual({ kind });
      expect(askedBy(pressed, 'text', true, LONG_AGO)).toBeNull();
    },
  );
});
