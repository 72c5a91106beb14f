/** The pages, in the order of work; none is listed that is not built. */
export const PAGES = [
  { kind: 'start', label: 'Start', key: 's' },
  { kind: 'baseline', label: 'Baseline', key: 'b' },
  { kind: 'targets', label: 'Targets', key: 't' },
  { kind: 'plans', label: 'Plans', key: 'p' },
  { kind: 'results', label: 'Results', key: 'r' },
  { kind: 'compare', label: 'Compare', key: 'c' },
] as const;

export type Page = (typeof PAGES)[number]['kind'];

/** Which view the page shows; written in the part of the address after the #, so that back, forward and bookmarks work. */
export type View =
  | { readonly kind: Page }
  | { readonly kind: 'target'; readonly id: string }
  | { readonly kind: 'measure'; readonly id: string };

export function readView(hash: string): View {
  const [, kind, id] = /^#(target|measure)\/(.+)$/.exec(hash) ?? [];
  if ((kind === 'target' || kind === 'measure') && id !== undefined) return { kind, id: decodeURIComponent(id) };
  const page = PAGES.find((one) => `#${one.kind}` === hash);
  return { kind: page?.kind ?? 'results' };
}

export function viewAddress(view: View): string {
  return 'id' in view ? `#${view.kind}/${encodeURIComponent(view.id)}` : `#${view.kind}`;
}

/** The page a view belongs to: a target or a measure is looked at among the results. */
export function pageOf(view: View): Page {
  return 'id' in view ? 'results' : view.kind;
}

/** The view at hand, kept in step with the address. */
export class Route {
  view: View = $state.raw(readView(location.hash));

  /** Follows the address; `onTurn` is called after each change. Gives a function that stops following. */
  follow(onTurn: () => void): () => void {
    const turn = () => {
      this.view = readView(location.hash);
      onTurn();
    };
    addEventListener('hashchange', turn);
    return () => removeEventListener('hashchange', turn);
  }
}
