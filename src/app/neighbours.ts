/** A figure of the baseline beside other councils: how all of them spread, and what the statistical neighbours average. */
import table from '../../scenarios/neighbours.json';
import type { Scenario } from '../model/index';
import { nearestYear } from '../model/notice/neighbours';
import { formatExact, percent } from '../model/results/format';
import type { BaselineFigure } from './baseline';
import { rangeText } from './words';

/** Places of a strip, as shares of its width. */
export interface NeighbourStrip {
  /** From the level that 1 in 10 councils lie below to the one that 1 in 10 lie above. */
  readonly from: number;
  readonly to: number;
  readonly middle: number;
  /** The council itself. */
  readonly own: number;
  /** The mean of its neighbours; null where none is known. */
  readonly neighbours: number | null;
}

export interface Beside {
  /** Null where only a mean of neighbours is known: there is no spread to draw. */
  readonly strip: NeighbourStrip | null;
  readonly words: string;
}

type Level = readonly number[];
const mid = (level: Level): number => level.reduce((sum, end) => sum + end, 0) / level.length;

/** What it says of the figure; null where the source has nothing of the kind. */
export function besideCouncils(scenario: Scenario, figure: BaselineFigure): Beside | null {
  const measure = /^observed\[(\d+)\]/.exec(figure.path)?.[1];
  const id = measure === undefined ? null : (scenario.observed[Number(measure)]?.measure ?? null);
  const about = (row: { readonly measures: readonly string[]; readonly figures: readonly string[] }): boolean =>
    row.figures.includes(figure.path) || (id !== null && row.measures.includes(id));
  const spread = table.spread.rows.find(about);
  const council = table.councils.find((one) => one.council === scenario.council);
  const near = nearestYear(council?.rows.find(about)?.means ?? {}, Number(scenario.start.slice(0, 4)));
  if (!spread && !near) return null;
  const unit = figure.factor === 100 ? 'share' : 'cases';
  const said = (value: number): string => formatExact(value, unit);
  const level = (ends: Level): string => {
    const [low = 0, high = low] = ends;
    return low === high ? said(low) : rangeText(said(low), said(high));
  };
  const own = figure.value / figure.factor;
  const parts = [
    spread
      ? `${place(own, spread)}: of ${table.spread.of}, ${spread.years}, 1 in 10 were below ${level(spread.p10)}, half below ${level(spread.p50)}, 1 in 10 above ${level(spread.p90)}.`
      : '',
    near ? `Its ten neighbours averaged ${unit === 'share' ? percent(near[1], 1) : said(near[1])} in ${near[0]}.` : '',
    // Beside the numbers, not in a note: the same council's figure can be half or double on another count.
    spread && Number(scenario.start.slice(0, 4)) < table.spread.since.year ? table.spread.since.words : '',
  ];
  return {
    strip: spread ? stripOf(own, near?.[1] ?? null, spread) : null,
    words: parts.filter(Boolean).join(' '),
  };
}

/** The source of what is said, its grade and what is to be known of it. */
export function neighbourSource(): string {
  return `${table.source}. ${table.note} ${table.spread.note}`;
}

interface Spread {
  readonly p10: Level;
  readonly p50: Level;
  readonly p90: Level;
}

/** Where the council lies; on a level that changed over the years it is said to be about there. */
function place(own: number, { p10, p50, p90 }: Spread): string {
  if (own < Math.min(...p10)) return 'Among the lowest tenth';
  if (own > Math.max(...p90)) return 'Among the highest tenth';
  if (own < Math.min(...p50)) return 'Lower than half';
  if (own > Math.max(...p50)) return 'Higher than half';
  return 'About the middle';
}

function stripOf(own: number, neighbours: number | null, { p10, p50, p90 }: Spread): NeighbourStrip {
  const most = 1.15 * Math.max(own, neighbours ?? 0, ...p90);
  return {
    from: mid(p10) / most,
    to: mid(p90) / most,
    middle: mid(p50) / most,
    own: own / most,
    neighbours: neighbours === null ? null : neighbours / most,
  };
}
