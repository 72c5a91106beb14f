/** What is believed of an unknown before any figure is seen: where the scenario gives ranges that bear on it, those. */
import type { FittedPoint, Scenario } from '../model/index';

/** A range that a value lies in, even over each half of it as the ridge takes its axes. */
export interface Belief {
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

/** A figure of the scenario with its range; without one it is believed to be its value. */
interface Ranged {
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/**
 * Beliefs about unknowns for which the scenario has ranges. A scale multiplies hours that are themselves ranges, so it
 * lies where those hours do, all of them together, beside their own values. Order of work and participation have none:
 * anything within their bounds is as likely.
 * @param single whether assessments are single ones in the baseline
 */
export function beliefsOf(
  { demand, pathway, heldWork }: Scenario,
  single: boolean,
): Readonly<Partial<Record<keyof FittedPoint, Belief>>> {
  const { initialEffort, initialToCore, coreEffort, singleEffort } = pathway;
  const assessing: readonly Weighted[] = single
    ? [[singleEffort, 1]]
    : [
        [initialEffort, 1],
        [coreEffort, initialToCore.value],
      ];
  const holding: readonly Weighted[] = [heldWork.cin, heldWork.cp, heldWork.lac].map(({ hoursPerMonth, stock }) => [
    hoursPerMonth,
    stock.value,
  ]);
  return {
    effortScale: scaleOf(assessing),
    planEffortScale: scaleOf(holding),
    ...(heldWork.lacReviewBooking ? { reviewBooking: rangeOf(heldWork.lacReviewBooking) } : {}),
    returnShare: rangeOf(demand.returns.share),
    arrangementInitial: rangeOf(pathway.arrangementInitial),
    arrangementCore: rangeOf(pathway.arrangementCore),
    arrangementSingle: rangeOf(pathway.arrangementSingle),
  };
}

type Weighted = readonly [hours: Ranged, weight: number];

function scaleOf(parts: readonly Weighted[]): Belief {
  const sum = (end: keyof Belief): number =>
    parts.reduce((all, [hours, weight]) => all + weight * rangeOf(hours)[end], 0);
  const middle = sum('value');
  return { low: sum('low') / middle, value: 1, high: sum('high') / middle };
}

/** The range of a figure; without one it is its value. */
export function rangeOf({ value, low = value, high = value }: Ranged): Belief {
  return { low, value, high };
}

/** The value at a place from 0 to 1 of a belief: evenly over its lower half and over its upper half. */
export function valueAt({ low, value, high }: Belief, place: number): number {
  return place < 0.5 ? low + (value - low) * 2 * place : value + (high - value) * (2 * place - 1);
}

/** Mean and standard deviation of a belief. */
export function momentsOf({ low, value, high }: Belief): { readonly mean: number; readonly sd: number } {
  const [down, up] = [value - low, high - value];
  const mean = value + (up - down) / 4;
  // Two even halves: the second moment about the value is (down² + up²) / 6.
  return { mean, sd: Math.sqrt((down * down + up * up) / 6 - (mean - value) * (mean - value)) };
}
