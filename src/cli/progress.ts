import type { Progress } from '../run/runner';
import type { Io } from './io';

const EVERY_MS = 100;

/** A line of text on a terminal that is written over again and again; nothing where standard error is not one. */
export function statusLine(io: Io): { readonly show: (text: string) => void; readonly clear: () => void } {
  if (!io.errIsTerminal) return { show: () => {}, clear: () => {} };
  let last = -Infinity;
  let shown = false;
  return {
    show(text) {
      if (io.now() - last < EVERY_MS) return;
      last = io.now();
      shown = true;
      io.err(`\r\u001B[K${text}`);
    },
    clear() {
      if (shown) io.err('\r\u001B[K');
    },
  };
}

/** A line on a terminal that counts the futures of one plan; nothing where standard error is not one. */
export function progressLine(
  plan: string,
  io: Io,
): { readonly show: (progress: Progress) => void; readonly clear: () => void } {
  const { show, clear } = statusLine(io);
  return {
    clear,
    show({ done, total, secondsLeft }) {
      const left = secondsLeft === null ? '' : `, about ${Math.max(1, Math.round(secondsLeft))} s left`;
      show(`${plan}: ${done} of ${total} futures${left}`);
    },
  };
}
