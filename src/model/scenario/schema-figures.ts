import { GRADE_MEANINGS, type Grade } from './figure';
import { scenarioSchema, type Scenario } from './schema';
import { child, metaOf, tree, type EntryMeta, type SchemaNode } from './schema-tree';

/** A figure of a scenario as a register of assumptions lists it. */
export interface RegisteredFigure {
  /** Where it stands in the file. */
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  readonly meaning: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Title of the source, with its date. */
  readonly source: string;
  readonly grade: string;
  readonly gradeMeaning: string;
  readonly note: string;
}

/** A figure as it stands in the file. */
export interface Figure {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly source: string;
  readonly grade: string;
  readonly note?: string;
}

/** A figure, where it stands, and its words from the schema; null where the schema has none for it. */
export interface PlacedFigure {
  readonly path: string;
  readonly figure: Figure;
  readonly meta: EntryMeta | null;
}

const isFigure = (value: object): value is Figure =>
  typeof (value as Partial<Figure>).value === 'number' &&
  typeof (value as Partial<Figure>).source === 'string' &&
  typeof (value as Partial<Figure>).grade === 'string';

/**
 * Every figure of a scenario: all that has a value, a source and a grade, in the order of the file. Targets are no figures,
 * the notice sets them; nor are plans. This is the one walk over them.
 */
export function placedFigures(scenario: Scenario): readonly PlacedFigure[] {
  const rows: PlacedFigure[] = [];
  const visit = (value: unknown, path: string, node: SchemaNode | null): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value) && isFigure(value)) {
      rows.push({ path, figure: value, meta: (node && metaOf(node)) ?? null });
      return;
    }
    for (const [key, part] of Object.entries(value)) {
      const at = Array.isArray(value) ? Number(key) : key;
      const where = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
      visit(part, where, node && child(node, at, part));
    }
  };
  const { plans: _, targets: __, ...rest } = scenario;
  visit(rest, '', tree(scenarioSchema));
  return rows;
}

/** Every figure of a scenario with its words, in the order of the file. */
export function registeredFigures(scenario: Scenario): readonly RegisteredFigure[] {
  return placedFigures(scenario).map(({ path, figure, meta }) => {
    const { value, low = null, high = null, grade, note = '' } = figure;
    const { label = path, unit = '', meaning = '' } = meta ?? {};
    const title = scenario.sources[figure.source];
    const source = title ? [title.title, title.date].filter(Boolean).join(', ') : figure.source;
    const gradeMeaning = GRADE_MEANINGS[grade as Grade] as string | undefined;
    return { path, label, unit, meaning, value, low, high, source, grade, gradeMeaning: gradeMeaning ?? '', note };
  });
}
