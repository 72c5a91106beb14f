import { area, line } from 'd3-shape';
import type { MeasureSummary } from '../../model/index';
import { linear } from './scale';

export interface MultiplesInput {
  /** The same measure under each plan. */
  readonly measures: readonly MeasureSummary[];
  readonly threshold: number;
  readonly width: number;
  readonly height: number;
}

export interface Multiples {
  /** By plan: the 8 in 10 band and the middle line, all on one scale. */
  readonly paths: readonly { readonly band: string; readonly middle: string }[];
  /** Where the threshold stands. */
  readonly rule: number;
  /** Ends of the scale that all of them share. */
  readonly low: number;
  readonly high: number;
}

const PAD = 4;

/** The same measure under several plans as small charts that share their scale, the threshold always inside it. */
export function multiples({ measures, threshold, width, height }: MultiplesInput): Multiples {
  const values = measures.flatMap(({ p10, p90 }) => [...p10, ...p90]).filter((value) => value !== null);
  const low = Math.min(threshold, ...values);
  const high = Math.max(threshold, ...values);
  const months = Math.max(2, ...measures.map(({ p50 }) => p50.length));
  const x = linear([0, months - 1], [0, width]);
  const y = linear([low, high === low ? low + 1 : high], [height - PAD, PAD]);
  const paths = measures.map(({ p10, p50, p90 }) => {
    const at = p50.map((middle, i) => ({ i, middle, low: p10[i] ?? null, high: p90[i] ?? null }));
    const band = area<(typeof at)[number]>()
      .defined((d) => d.low !== null && d.high !== null)
      .x((d) => x(d.i))
      .y0((d) => y(d.low ?? 0))
      .y1((d) => y(d.high ?? 0))
      .digits(1);
    const middle = line<(typeof at)[number]>()
      .defined((d) => d.middle !== null)
      .x((d) => x(d.i))
      .y((d) => y(d.middle ?? 0))
      .digits(1);
    return { band: band(at) ?? '', middle: middle(at) ?? '' };
  });
  return { paths, rule: y(threshold), low, high };
}
