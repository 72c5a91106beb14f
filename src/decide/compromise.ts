/** A compromise between figures and beliefs: weighted least squares within bounds. */
import type { FittedPoint } from '../model/index';
import { momentsOf, type Belief } from './beliefs';
import { leastSquares } from './matrix';
import { toFourDecimals } from './newton';
import type { Mover } from './unknowns';

/** How far a value may go at once, in largest steps. */
const REACH = 4;
/** Pull towards not moving where neither figure nor belief says anything. */
const PULL = 0.001;

/** A value that may be moved, and where it is believed to lie. */
export interface Dial {
  readonly mover: Mover;
  readonly belief: Belief | null;
  /** Where the belief pulls to; of no matter without one. */
  readonly centre: number;
}

/** A figure in its unit: how far it is off, and by how much each dial moves it, for one of the dial's own units. */
export interface Equation {
  readonly off: number;
  readonly slopes: readonly number[];
}

/**
 * The values for which least is missed of all together, in squares: of figures, each in its unit, and of beliefs, each in
 * its standard deviation. What would go beyond a bound stays on it, and the rest makes up for it.
 * @returns the point with its dials moved, as far as they may go at once, to four decimals
 */
export function compromise(figures: readonly Equation[], dials: readonly Dial[], point: FittedPoint): FittedPoint {
  const equations = [
    ...figures.map(({ off, slopes }) => ({ off, row: dials.map(({ mover }, j) => slopes[j]! * mover.firstStep) })),
    ...dials.flatMap(({ belief, centre, mover }, j) => {
      const sd = belief ? momentsOf(belief).sd : 0;
      if (!(sd > 0)) return [];
      const row = dials.map((_, one) => (one === j ? mover.firstStep / sd : 0));
      return [{ off: (point[mover.key] - centre) / sd, row }];
    }),
  ];
  const move = dials.map(() => 0);
  let free = dials.map((_, j) => j);
  for (let again = true; again;) {
    const found = leastSquares(
      equations.map(({ row }) => free.map((j) => row[j]!)),
      equations.map(({ off, row }) => row.reduce((sum, x, j) => (free.includes(j) ? sum : sum + x * move[j]!), off)),
      PULL,
    );
    free.forEach((j, place) => (move[j] = found[place]!));
    const [worst] = free
      .map((j) => ({ j, beyond: beyondBounds(dials[j]!.mover, point, move[j]!) }))
      .filter(({ beyond }) => Math.abs(beyond) > 1e-9)
      .sort((a, b) => Math.abs(b.beyond) - Math.abs(a.beyond));
    again = worst !== undefined;
    if (worst) {
      move[worst.j]! -= worst.beyond;
      free = free.filter((j) => j !== worst.j);
    }
  }
  const next: FittedPoint = { ...point };
  dials.forEach(({ mover: { key, low, high, firstStep, largestStep } }, j) => {
    const most = REACH * largestStep;
    const wanted = point[key] + Math.max(-most, Math.min(most, move[j]! * firstStep));
    next[key] = toFourDecimals(Math.max(low, Math.min(high, wanted)));
  });
  return next;
}

/** How far a move, in first steps, would go beyond the upper bound, or below nought beyond the lower one; 0 within them. */
function beyondBounds({ key, low, high, firstStep }: Mover, point: FittedPoint, move: number): number {
  const wanted = point[key] + move * firstStep;
  return (wanted > high ? wanted - high : wanted < low ? wanted - low : 0) / firstStep;
}
