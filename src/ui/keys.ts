/** What a key pressed anywhere on the page asks for, apart from what fields and charts do with it themselves. */
import { PAGES, type Page } from './route.svelte';

export type Asked =
  { readonly kind: 'page'; readonly page: Page } | { readonly kind: 'undo' | 'redo' | 'list' | 'copy-plan' | 'going' };

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** Where the focus is: in a field that takes letters, in another field, or in none. */
export type Place = 'text' | 'field' | 'page';

const NO_LETTERS = ['checkbox', 'radio', 'button', 'submit', 'reset', 'file'];

/** What kind of place an element is for keys. A slider takes no letters, but is a field. */
export function placeOf(element: unknown): Place {
  if (!(element instanceof HTMLElement)) return 'page';
  if (element.isContentEditable || element instanceof HTMLTextAreaElement) return 'text';
  if (element instanceof HTMLSelectElement) return 'text';
  if (!(element instanceof HTMLInputElement) || NO_LETTERS.includes(element.type)) return 'page';
  return element.type === 'range' ? 'field' : 'text';
}

/** Milliseconds after g in which a letter names a page. */
const GOING_MS = 1500;

/**
 * Reads a key. Single keys count only outside fields and while they are on; undo and redo not where letters are typed,
 * where the browser has its own.
 * @param sinceG milliseconds since g was pressed
 */
export function askedBy(
  { key, ctrlKey, altKey, metaKey, shiftKey }: Pressed,
  place: Place,
  singleKeys: boolean,
  sinceG: number,
): Asked | null {
  if (altKey || metaKey) return null;
  if (ctrlKey) {
    if (place === 'text') return null;
    if (key === 'z' && !shiftKey) return { kind: 'undo' };
    return key === 'y' || (shiftKey && key.toLowerCase() === 'z') ? { kind: 'redo' } : null;
  }
  if (!singleKeys || place !== 'page') return null;
  const page = PAGES.find((one) => one.key === key);
  if (page && sinceG < GOING_MS) return { kind: 'page', page: page.kind };
  if (key === 'g') return { kind: 'going' };
  if (key === '?') return { kind: 'list' };
  return key === 'd' ? { kind: 'copy-plan' } : null;
}
