/** Measures of a council's own, worked out from the model's: added, changed and taken away. */
import { MEASURES, partsOf, type Scenario } from '../../model/index';
import { readText, type Read } from './typed';

export type OwnMeasure = NonNullable<Scenario['formulas']>[number];
export type FormulaPart = 'label' | 'formula' | 'unit' | 'polarity' | 'meaning';

export const FORMULA_PARTS: Readonly<Record<FormulaPart, string>> = {
  label: 'Name',
  formula: 'Formula',
  unit: 'Unit',
  polarity: 'Good is',
  meaning: 'How it is counted',
};

const MOST: Readonly<Partial<Record<FormulaPart, number>>> = { label: 120, formula: 500, meaning: 300 };

/** With one more measure at the end, vacant posts for each post until another formula is typed. */
export function addFormula(scenario: Scenario): Scenario {
  const { formulas = [] } = scenario;
  const taken = new Set(formulas.map(({ id }) => id));
  let number = 1;
  while (taken.has(`own-${String(number)}`)) number++;
  const fresh: OwnMeasure = {
    id: `own-${String(number)}`,
    label: `Own measure ${String(number)}`,
    unit: 'share',
    polarity: 'low',
    formula: 'vacant_fte / posts_fte',
    meaning: '',
  };
  return { ...scenario, formulas: [...formulas, fresh] };
}

export function removeFormula(scenario: Scenario, index: number): Scenario {
  const { formulas = [], ...rest } = scenario;
  if (index < 0) return scenario;
  const left = formulas.toSpliced(index, 1);
  return left.length > 0 ? { ...rest, formulas: left } : rest;
}

/** With what was typed or chosen in a part of a measure; whether a formula can be read is found out later. */
export function changeFormula(scenario: Scenario, index: number, part: FormulaPart, text: string): Read<Scenario> {
  const measure = scenario.formulas?.[index];
  if (!measure) return { ok: true, value: scenario };
  const needed = part === 'label' ? 'Give the measure a name.' : '';
  const read = readText(text, MOST[part] ?? 60, needed);
  if (!read.ok) return read;
  const changed = { ...measure, [part]: read.value } as OwnMeasure;
  return { ok: true, value: { ...scenario, formulas: (scenario.formulas ?? []).with(index, changed) } };
}

/** What may be named in a formula: the model's measures, and the teams and grades that stand in brackets behind some. */
export function formulaNames({ workforce }: Pick<Scenario, 'workforce'>) {
  const teams = workforce.teams.map(({ id }) => id);
  return MEASURES.filter(({ kind }) => kind !== 'declared').map((measure) => ({
    id: measure.id,
    label: measure.label,
    parts: partsOf(measure, teams).length > 0,
  }));
}
