import { nice, ticks } from 'd3-array';
import type { MeasureUnit } from '../../model/index';

/** Maps a number of the domain to a position; linear, also beyond its ends. */
export type Scale = (value: number) => number;

/** A linear scale from `[d0, d1]` to `[r0, r1]`; an empty domain maps to the middle. */
export function linear([d0, d1]: readonly [number, number], [r0, r1]: readonly [number, number]): Scale {
  if (d1 === d0) return () => (r0 + r1) / 2;
  return (value) => r0 + ((value - d0) / (d1 - d0)) * (r1 - r0);
}

/**
 * The vertical domain of a measure: from nothing up, and for a share of which more is better up to 100%; zoomed, as
 * narrow as the values allow. Not-a-numbers are left out.
 */
export function valueDomain(
  values: readonly number[],
  unit: MeasureUnit,
  goodIsHigh: boolean,
  zoomed: boolean,
): readonly [number, number] {
  const real = values.filter((value) => Number.isFinite(value));
  const least = Math.min(...real);
  const most = Math.max(...real);
  if (real.length === 0) return [0, 1];
  if (zoomed) {
    const margin = Math.max((most - least) * 0.1, unit === 'share' ? 0.01 : 0.5);
    const [low, high] = nice(least - margin, most + margin, 5);
    return [least >= 0 ? Math.max(0, low) : low, unit === 'share' && most <= 1 ? Math.min(1, high) : high];
  }
  if (unit === 'share' && goodIsHigh && most <= 1) return [0, 1];
  const [low, high] = nice(Math.min(0, least), Math.max(most * 1.05, unit === 'share' ? 0.05 : 1), 5);
  return [low, unit === 'share' && most <= 1 ? Math.min(1, high) : high];
}

/** Round numbers along a domain, about so many. */
export function tickValues([low, high]: readonly [number, number], count: number): number[] {
  return ticks(low, high, count);
}

/** Which of the months get a label: the first, each that is `every` after it, so that labels never crowd. */
export function monthTicks(months: number, widthPx: number, labelPx = 56): number[] {
  const every = [1, 2, 3, 4, 6, 12, 24].find((step) => (months / step) * labelPx <= widthPx) ?? 24;
  return Array.from({ length: Math.ceil(months / every) }, (_, i) => i * every);
}
