/** The measures a target can be set on, as the page offers them, and whose figure each can be. */
import {
  basesOf,
  measureById,
  MEASURES,
  partName,
  partsOf,
  splitMeasure,
  type Basis,
  type FormulaMeasure,
  type MeasureKind,
  type MeasureUnit,
  type Polarity,
  type Scenario,
} from '../../model/index';
import { canLag } from '../../model/notice/lag';
import { measureLabel } from '../../model/results/measure-series';

export type BasisKind = Basis['kind'];

/** What the page needs to know of a measure, whether it is the model's or a formula of the scenario's. */
export interface MeasureFacts {
  readonly id: string;
  readonly label: string;
  readonly code: string;
  readonly unit: MeasureUnit;
  readonly polarity: Polarity;
  readonly kind: MeasureKind;
  readonly meaning: string;
  /** On which bases it can be read, the usual one first. */
  readonly bases: readonly BasisKind[];
  /** Whether late entry of records says anything of it. */
  readonly lags: boolean;
}

/** The bases by name, as they stand after “measured”. */
export const BASIS_LABELS: Readonly<Record<BasisKind, string>> = {
  cumulative: 'added up over',
  'in-month': 'in the month alone',
  'year-to-date': 'added up from April',
  'rolling-12': 'over the last 12 months',
  snapshot: 'on the day',
  'child-level': 'child by child over 12 months',
  declared: 'as declared',
};

const FORMULA_BASES: readonly BasisKind[] = ['cumulative', 'in-month', 'year-to-date', 'rolling-12', 'snapshot'];

/** A measure by its id; undefined where there is none. */
export function measureFacts(id: string, formulas: readonly FormulaMeasure[]): MeasureFacts | undefined {
  const formula = formulas.find((one) => one.id === id);
  if (formula) return { ...formula, code: '', kind: 'formula', bases: FORMULA_BASES, lags: true };
  const measure = measureById(id);
  if (!measure) return undefined;
  const bases = basesOf(measure) as readonly BasisKind[];
  // A notice asks for a year's work more often than for one month's.
  const usual = bases.includes('cumulative') ? (['cumulative'] as const) : [];
  const { part } = splitMeasure(id);
  return {
    ...measure,
    id,
    label: measureLabel({ formulas: [] }, id),
    code: part === null ? (measure.code ?? '') : '',
    bases: [...new Set([...usual, ...bases])],
    lags: canLag(measure),
  };
}

/** Whose figure a measure can be: the whole service's, and the teams' and grades' it is kept by; empty for formulas. */
export function measureParts(
  id: string,
  { workforce }: Pick<Scenario, 'workforce'>,
): readonly { readonly id: string; readonly label: string }[] {
  const measure = measureById(id);
  if (!measure) return [];
  const names = new Map(workforce.teams.map((team) => [team.id, `the team ${team.name}`]));
  const parts = partsOf(measure, [...names.keys()]);
  return parts.length === 0
    ? []
    : [
        { id: '', label: 'the whole service' },
        ...parts.map((part) => ({ id: part, label: names.get(part) ?? partName(part) })),
      ];
}

export interface MeasureGroup {
  readonly label: string;
  readonly measures: readonly MeasureFacts[];
}

/**
 * Whether what a measure counts is done at all in the months simulated: single assessments only where the rules have them,
 * initial and core assessments likewise; declared measures only where the council declares them.
 */
export function isDoneHere({ id, kind }: Pick<MeasureFacts, 'id' | 'kind'>, scenario: Scenario): boolean {
  if (kind === 'declared') return scenario.declared.some(({ measure }) => measure === id);
  const { start, pathway } = scenario;
  const begun = pathway.regimes.filter(({ from }) => from <= start);
  const rules = [...begun.slice(-1), ...pathway.regimes.filter(({ from }) => from > start)];
  if (/^sa_/.test(id)) return rules.some(({ singleDays }) => singleDays !== undefined);
  if (/^ia_|_ia$/.test(id)) return rules.some(({ initialDays }) => initialDays !== undefined);
  if (/^ca_/.test(id)) return rules.some(({ coreDays }) => coreDays !== undefined);
  return true;
}

/** The measures in groups: what is good high, what is good low, the rest, the scenario's own. */
export function measureGroups(scenario: Scenario, formulas: readonly FormulaMeasure[]): readonly MeasureGroup[] {
  const own = (scenario.formulas ?? []).map(({ id }) => id);
  const used = scenario.targets.map(({ measure }) => measure);
  const known = MEASURES.filter((one) => used.includes(one.id) || isDoneHere(one, scenario));
  const group = (label: string, ids: readonly string[]): MeasureGroup => ({
    label,
    measures: ids.flatMap((id) => measureFacts(id, formulas) ?? []),
  });
  const of = (polarity: Polarity) => known.filter((one) => one.polarity === polarity).map(({ id }) => id);
  return [
    group('Own to this council', own),
    group('Good is high', of('high')),
    group('Good is low', of('low')),
    group('Neither', of('neutral')),
  ].filter(({ measures }) => measures.length > 0);
}
