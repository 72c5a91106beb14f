/** How a chance is written: never more exactly than the number of futures allows, and never as certain. */
import { halfWidthPoints, type Chance } from '../results/precision';

/** A chance and its interval; the error itself is not needed to write it. */
export type WrittenChance = Pick<Chance, 'probability' | 'interval'>;

type Reading =
  { readonly kind: 'none' } | { readonly kind: 'below' | 'above' | 'about' | 'plain'; readonly whole: number };

/** Half-width of the interval, in points, above which a chance is only "about". */
const ABOUT_POINTS = 3;

/**
 * A chance in whole per cent. Below 0.5% it is "less than" the upper end of its interval rounded up, at least 1, so
 * that none of 200 futures reads "less than 2%" and none of 2,000 "less than 1%"; above 99.5% likewise from the other side.
 */
function read({ probability, interval }: WrittenChance): Reading {
  if (probability === null) return { kind: 'none' };
  const [low, high] = interval ?? [probability, probability];
  if (probability < 0.005) return { kind: 'below', whole: Math.max(1, Math.ceil(high * 100)) };
  if (probability > 0.995) return { kind: 'above', whole: Math.min(99, Math.floor(low * 100)) };
  const whole = Math.min(99, Math.max(1, Math.round(probability * 100)));
  return { kind: halfWidthPoints([low, high]) > ABOUT_POINTS ? 'about' : 'plain', whole };
}

/** What stands before the whole per cent: in a sentence, in a table, and before so many of 100. */
const BEFORE = {
  below: { text: 'less than ', short: '<', count: 'fewer than ' },
  above: { text: 'more than ', short: '>', count: 'more than ' },
  about: { text: 'about ', short: '', count: '' },
  plain: { text: '', short: '', count: '' },
} as const;

/** What the other side of a chance is, where one side is. */
const OTHER = { below: 'above', above: 'below', about: 'about', plain: 'plain' } as const;

/** A chance in a sentence: "62%", "about 60%", "less than 1%", "more than 99%"; "no value" where it is not known. */
export function chanceText(chance: WrittenChance): string {
  const reading = read(chance);
  if (reading.kind === 'none') return 'no value';
  return `${BEFORE[reading.kind].text}${String(reading.whole)}%`;
}

/** A chance in a table: "62%", "<1%", ">99%"; "–" where it is not known. */
export function chanceShort(chance: WrittenChance): string {
  const reading = read(chance);
  if (reading.kind === 'none') return '–';
  return `${BEFORE[reading.kind].short}${String(reading.whole)}%`;
}

/** Both sides of a chance, of 100 futures; the two numbers always add to 100. */
export interface Frames {
  /** "62", "fewer than 1" or "more than 99". */
  readonly met: string;
  /** "38", "more than 99" or "fewer than 1". */
  readonly missed: string;
  readonly metOf100: number;
  readonly missedOf100: number;
}

/** The two frames of a chance; null where it is not known. */
export function frames(chance: WrittenChance): Frames | null {
  const reading = read(chance);
  if (reading.kind === 'none') return null;
  const { kind, whole } = reading;
  return {
    met: `${BEFORE[kind].count}${String(whole)}`,
    missed: `${BEFORE[OTHER[kind]].count}${String(100 - whole)}`,
    metOf100: whole,
    missedOf100: 100 - whole,
  };
}

/**
 * Shares that add to 1 as whole numbers that add to 100: all are cut, and what is missing goes to the largest
 * remainders, the earlier first. Example: 0.335, 0.335, 0.33 give 34, 33, 33.
 */
export function outOf100(shares: readonly number[]): number[] {
  const parts = shares.map((share, index) => ({ index, whole: Math.floor(share * 100 + 1e-9), rest: share * 100 }));
  let missing = 100 - parts.reduce((sum, part) => sum + part.whole, 0);
  const order = [...parts].sort((a, b) => b.rest - b.whole - (a.rest - a.whole) || a.index - b.index);
  for (const part of order) if (missing-- > 0) part.whole++;
  return parts.map((part) => part.whole);
}

/** What the number of futures leaves open: "a fresh set could move the chance by about 2 points". */
export function freshSet(futures: string, interval: readonly [number, number] | null): string {
  if (!interval) return `${futures} futures.`;
  const points = Math.round(halfWidthPoints(interval));
  const by = points < 1 ? 'less than 1 point' : points === 1 ? 'about 1 point' : `about ${String(points)} points`;
  return `${futures} futures; a fresh set could move the chance by ${by}.`;
}

/** A plan's standing against the level of chance a board asks for: words and a shape, never colour alone. */
export function boardStatus(probability: number, level: number): { readonly text: string; readonly shape: '▲' | '▼' } {
  const asked = `your board’s ${String(Math.round(level * 100))}% level`;
  return probability >= level ? { text: `Above ${asked}`, shape: '▲' } : { text: `Below ${asked}`, shape: '▼' };
}

/** Chances from which a band is green or amber, as shares. */
export interface Tolerances {
  readonly green: number;
  readonly amber: number;
}

/** Bands used where a board has set none; they are ours, and say so wherever they are shown. */
export const OUR_TOLERANCES: Tolerances = { green: 0.8, amber: 0.5 };

/** The band of a chance with its tolerances in words, marked as our convention unless the board's own are given. */
export function ragBand(
  probability: number,
  own?: Tolerances,
): { readonly band: 'green' | 'amber' | 'red'; readonly key: string } {
  const { green, amber } = own ?? OUR_TOLERANCES;
  const band = probability >= green ? 'green' : probability >= amber ? 'amber' : 'red';
  const [g, a] = [green, amber].map((share) => String(Math.round(share * 100))) as [string, string];
  const below = String(Math.round(green * 100) - 1);
  return {
    band,
    key: `Green ${g}% or more, amber ${a}% to ${below}%, red below ${a}%${own ? '' : ' (our convention)'}`,
  };
}
