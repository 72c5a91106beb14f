/** Which view the page shows; written in the part of the address after the #, so that back, forward and bookmarks work. */
export type View =
  | { readonly kind: 'results' }
  | { readonly kind: 'target'; readonly id: string }
  | { readonly kind: 'measure'; readonly id: string };

export function readView(hash: string): View {
  const [, kind, id] = /^#(target|measure)\/(.+)$/.exec(hash) ?? [];
  if ((kind !== 'target' && kind !== 'measure') || id === undefined) return { kind: 'results' };
  return { kind, id: decodeURIComponent(id) };
}

export function viewAddress(view: View): string {
  return view.kind === 'results' ? '#results' : `#${view.kind}/${encodeURIComponent(view.id)}`;
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
