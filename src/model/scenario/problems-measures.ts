import { MEASURES, measureById } from '../measures/all';
import { isKeptByTeam, joinMeasure, partsOf, splitMeasure } from '../measures/parts';
import { nearest, oneOf, show } from './problems';
import { object, objects, textOf, type Loose, type Say } from './problems-loose';

/**
 * Why a measure of the model cannot be had for the team or grade behind its at sign; null where it can, or where it names none.
 * @param teams ids of the scenario's teams
 */
export function partProblem(
  id: string,
  teams: readonly string[],
): { readonly message: string; readonly hint: string } | null {
  const { measure, part } = splitMeasure(id);
  const definition = measureById(measure);
  if (!definition || part === null) return null;
  const parts = partsOf(definition, teams);
  if (parts.includes(part)) return null;
  const message = `There is no measure called ${show(id)}.`;
  if (parts.length === 0)
    return {
      message,
      hint: `${show(measure)} is counted for the whole service only: leave out the part from the at sign on.`,
    };
  const meant = nearest(part, parts);
  if (meant) return { message, hint: `Did you mean ${show(`${measure}@${meant}`)}?` };
  const what = isKeptByTeam(definition) ? 'the team or grade' : 'the grade';
  return { message, hint: `Behind the at sign stands ${what}: ${oneOf(parts)}.` };
}

/** What of measures is named in a scenario and is not there: in its targets, floors, stated and later figures, and whether what is declared is. */
export function checkMeasureNames(scenario: Loose, say: Say): void {
  const formulas = objects(scenario['formulas']);
  const teams = objects(object(scenario['workforce'])['teams']).flatMap(([, team]) => textOf(team['id']) ?? []);
  const own = formulas.flatMap(([, item]) => textOf(item['id']) ?? []);
  for (const [index, item] of formulas) {
    const id = textOf(item['id']);
    if (id === undefined || !measureById(id)) continue;
    say(
      ['formulas', index, 'id'],
      'duplicate',
      `${show(id)} is already the name of a measure of the model.`,
      'Give the formula a name of its own.',
    );
  }
  for (const list of ['targets', 'observed', 'outcomes', 'floors'] as const) {
    const known = [...MEASURES.map(({ id }) => id), ...(list === 'targets' ? own : [])];
    for (const [index, item] of objects(scenario[list])) {
      const measure = textOf(item['measure']);
      if (measure === undefined || (list === 'targets' && own.includes(measure))) continue;
      if (measureById(measure)) {
        const wrong = partProblem(measure, teams);
        if (wrong) say([list, index, 'measure'], 'unknown-part', wrong.message, wrong.hint);
        continue;
      }
      const { measure: base, part } = splitMeasure(measure);
      const near = nearest(base, known);
      const meant = near && joinMeasure(near, part);
      say(
        [list, index, 'measure'],
        'unknown-measure',
        `There is no measure called ${show(measure)}.`,
        meant ? `Did you mean ${show(meant)}?` : 'The data dictionary lists the measures.',
      );
    }
  }
  const declared = objects(scenario['declared']).map(([, item]) => item['measure']);
  for (const [index, target] of objects(scenario['targets'])) {
    const measure = textOf(target['measure']);
    if (measure === undefined || measureById(measure)?.kind !== 'declared' || declared.includes(measure)) continue;
    say(
      ['targets', index, 'measure'],
      'nothing-declared',
      `${show(measure)} is a declared measure, and "declared" says nothing about it.`,
      'Add its baseline, yearly change and cohort to "declared".',
    );
  }
}
