/**
 * What a council's statistical neighbours manage on a target's measure. Two may be known: what the target itself states,
 * as its notice or board knew it then, and what was published of them later (`scenarios/neighbours.json`). The first is
 * what the target was set from and goes first; the second is linked to it by council and measure, and never overwrites it.
 */
import type { MeasureUnit } from '../measures/definition';
import { formatExact, percent, unitWord } from '../results/format';
import { gradeWords } from '../results/grades';
import type { Scenario, Target } from '../scenario/schema';

/** The published table; figures about the world live there, not here. Means by year, shares as fractions. */
export interface NeighbourTable {
  readonly source: string;
  readonly grade: string;
  readonly spread: {
    readonly since: { readonly year: number; readonly words: string };
    readonly rows: readonly { readonly measures: readonly string[] }[];
  };
  readonly councils: readonly {
    readonly council: string;
    readonly rows: readonly {
      readonly measures: readonly string[];
      readonly means: Readonly<Record<string, number | undefined>>;
    }[];
  }[];
}

/** A figure of the neighbours, on the measure's own scale. */
export interface NeighbourFigure {
  readonly average: number | null;
  /** The best of them; null where it is not known. */
  readonly best: number | null;
  readonly year: string;
  /** "stated with the target", or the published source with its grade. */
  readonly source: string;
  /** What must be said of it; empty where nothing must. */
  readonly note: string;
}

/** The year nearest to another, with its mean; of two as near the earlier. Null for none. */
export function nearestYear(
  means: Readonly<Record<string, number | undefined>>,
  year: number,
): readonly [year: string, mean: number] | null {
  const known = Object.entries(means).flatMap(([when, mean]) => (mean === undefined ? [] : [[when, mean] as const]));
  return known.reduce<readonly [string, number] | null>(
    (best, one) => (best === null || Math.abs(Number(one[0]) - year) < Math.abs(Number(best[0]) - year) ? one : best),
    null,
  );
}

/** What was published of the neighbours on a measure, of the year nearest to the start; null where nothing was. */
export function publishedNeighbours(
  measure: string,
  { council, start }: Pick<Scenario, 'council' | 'start'>,
  table: NeighbourTable,
): NeighbourFigure | null {
  const rows = table.councils.find((one) => one.council === council)?.rows;
  const from = Number(start.slice(0, 4));
  const near = nearestYear(rows?.find(({ measures }) => measures.includes(measure))?.means ?? {}, from);
  if (!near) return null;
  const { since, rows: spread } = table.spread;
  const otherwise = from < since.year && spread.some(({ measures }) => measures.includes(measure));
  const later = Number(near[0]) > from ? 'The source has no earlier year.' : '';
  return {
    average: near[1],
    best: null,
    year: near[0],
    source: `${table.source}, ${gradeWords(table.grade)}`,
    note: [later, otherwise ? since.words : ''].filter(Boolean).join(' '),
  };
}

/** What is known of the neighbours on a target's measure: what the target states first, then what was published. */
export function neighboursOf(
  { neighbours, measure }: Pick<Target, 'neighbours' | 'measure'>,
  scenario: Pick<Scenario, 'council' | 'start'>,
  table: NeighbourTable | undefined,
): readonly NeighbourFigure[] {
  const stated: NeighbourFigure[] = neighbours
    ? [
        {
          average: neighbours.average ?? null,
          best: neighbours.best ?? null,
          year: neighbours.year,
          source: 'stated with the target',
          note: '',
        },
      ]
    : [];
  const published = table ? publishedNeighbours(measure, scenario, table) : null;
  return published ? [...stated, published] : stated;
}

/** A figure of the neighbours in a sentence. Example: "Statistical neighbours averaged 84.8% in 2015 (DfE, worked out)." */
export function neighbourWords({ average, best, year, source, note }: NeighbourFigure, unit: MeasureUnit): string {
  const said = (value: number) =>
    unit === 'share' ? percent(value, 1) : `${formatExact(value, unit)}${unitWord(unit)}`;
  const parts = [
    average === null ? '' : `averaged ${said(average)}`,
    best === null ? '' : `${average === null ? 'managed' : 'and'} ${said(best)} at best`,
  ];
  const when = /^\s*(not stated)?\s*$/.test(year) ? '' : ` in ${year}`;
  return `Statistical neighbours ${parts.filter(Boolean).join(' ')}${when} (${source}). ${note}`.trim();
}

/** What is known of the neighbours on a target, in figures and in words. */
export type NeighbourReader = (
  target: Pick<Target, 'neighbours' | 'measure'>,
  unit: MeasureUnit,
) => readonly { readonly figure: NeighbourFigure; readonly words: string }[];

/** Reads neighbours for the targets of a council; without a table only what the targets state is known. */
export function neighbourReader(
  scenario: Pick<Scenario, 'council' | 'start'>,
  table: NeighbourTable | undefined,
): NeighbourReader {
  return (target, unit) =>
    neighboursOf(target, scenario, table).map((figure) => ({ figure, words: neighbourWords(figure, unit) }));
}
