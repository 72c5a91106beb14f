/** Whether single keys act as shortcuts; switched off, it is remembered in this browser. */
const KEPT_AS = 'trajectory-single-keys';

/** Keys pressed by themselves can be switched off (WCAG 2.1.4): speech and shaky hands press them by mistake. */
export class SingleKeys {
  #on = $state(read());

  get on(): boolean {
    return this.#on;
  }

  set(on: boolean): void {
    this.#on = on;
    try {
      localStorage.setItem(KEPT_AS, on ? 'on' : 'off');
    } catch {
      // A browser that stores nothing forgets it with the page.
    }
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== 'off';
  } catch {
    return true;
  }
}
