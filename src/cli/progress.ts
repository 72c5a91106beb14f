import type { Progress } from '../run/runner';
import type { Io } from './io';

const EVERY_MS = 100;

/** A line on a terminal that counts the futures of one plan; nothing where standard error is not one. */
export function progressLine(
  plan: string,
  io: Io,
): { readonly show: (progress: Progress) => void; readonly clear: () => void } {
  if (!io.errIsTerminal) return { show: () => {}, clear: () => {} };
  let last = -Infinity;
  let shown = false;
  return {
    show({ done, total, secondsLeft }) {
      if (io.now() - last < EVERY_MS) return;
      last = io.now();
      shown = true;
      const left = secondsLeft === null ? '' : `, about ${Math.max(1, Math.round(secondsLeft))} s left`;
      io.err(`\r\u001B[K${plan}: ${done} of ${total} futures${left}`);
    },
    clear() {
      if (shown) io.err('\r\u001B[K');
    },
  };
}
