import type { LeverSpec } from '../app/levers';

type Steps = Pick<LeverSpec, 'low' | 'high' | 'step' | 'now'>;

const clean = (value: number) => Math.round(value * 10) / 10;

/** A dragged position on the lever's own steps; as now is a step too, wherever it lies between them. */
export function snapped(position: number, { step, now }: Pick<Steps, 'step' | 'now'>): number {
  const near = clean(Math.round(position / step) * step);
  return Math.abs(position - now) <= Math.abs(position - near) && Math.abs(position - now) < step / 2 ? now : near;
}

/**
 * Where a key takes a slider: arrows to the next step, with Shift by ten of them, Page Up and Page Down by a tenth of
 * the slider, Home and End to its ends; null for any other key.
 */
export function nudged(key: string, shift: boolean, value: number, { low, high, step }: Steps): number | null {
  const within = (to: number) => clean(Math.min(high, Math.max(low, to)));
  const next = (steps: number) => {
    const from = steps > 0 ? Math.floor(value / step + 1e-9) : Math.ceil(value / step - 1e-9);
    return within((from + steps) * step);
  };
  const many = shift ? 10 : 1;
  const page = Math.max(1, Math.round((high - low) / step / 10));
  switch (key) {
    case 'ArrowUp':
    case 'ArrowRight':
      return next(many);
    case 'ArrowDown':
    case 'ArrowLeft':
      return next(-many);
    case 'PageUp':
      return next(page);
    case 'PageDown':
      return next(-page);
    case 'Home':
      return low;
    case 'End':
      return high;
    default:
      return null;
  }
}
